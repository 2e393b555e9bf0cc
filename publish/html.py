"""A built page, parsed once: what it links to, what it loads, what it says it is."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "use": "href"}
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"}


@dataclass(frozen=True)
class BuiltPage:
    """`path` is relative to the site, such as 'gpu/cuda/index.html'."""

    path: str
    file: Path = field(repr=False)

    @cached_property
    def tree(self) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring(self.file.read_text("utf-8"))

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.tree.xpath("//@id")) | frozenset(self.tree.xpath("//a/@name"))

    @cached_property
    def links(self) -> tuple[str, ...]:
        return tuple(self.tree.xpath("//a/@href"))

    @cached_property
    def loads(self) -> tuple[str, ...]:
        """Addresses the browser fetches on its own; what waits in a <template> it does not."""
        found = []
        for element in self.tree.iter(*LOADING, "link"):
            if any(a.tag == "template" for a in element.iterancestors()):
                continue
            if element.tag != "link":
                address = element.get(LOADING[element.tag])
            else:
                address = element.get("href") if LOADING_RELS & set((element.get("rel") or "").split()) else None
            if address:
                found.append(address)
        return tuple(found)

    @cached_property
    def section(self) -> str | None:
        found = self.tree.xpath('//meta[@name="guide:section"]/@content')
        return found[0] if found else None

    @cached_property
    def text(self) -> str:
        """What a reader sees, without scripts and styles."""
        return " ".join(self.tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"))

    def resolve(self, address: str) -> tuple[str | None, str]:
        """(file of the site, fragment) that an address means; None for another origin or scheme."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("//"):
            return None, parts.fragment
        if not parts.path:
            return self.path, unquote(parts.fragment)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
        if parts.path.endswith("/") or path == "." or "." not in posixpath.basename(path):
            path = posixpath.normpath(posixpath.join(path, "index.html"))
        return path, unquote(parts.fragment)


def pages(site: Path) -> dict[str, BuiltPage]:
    return {p: BuiltPage(p, f) for f in sorted(site.rglob("*.html")) for p in [f.relative_to(site).as_posix()]}
