"""The engines, and the one list of what differs between what they build. The site suite allows this and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Engine -> its build command; the output folder comes from SITE_DIR (mkdocs.yml). Never --quiet: it hides warnings from --strict too.
COMMANDS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"],
    "zensical": [str(ROOT / ".venv-zensical/bin/zensical"), "build", "--clean", "--strict"],
}

# Pages that only one engine builds -> why. The site suite compares the rest word for word.
DIFFERENCES: dict[str, dict[str, str]] = {"pages": {}}

# What else differs, where it is handled, and why. Nothing of it reaches the reader.
NOTES = {
    "links in raw HTML": (
        "Zensical turns source paths in raw HTML into URLs and MkDocs leaves raw HTML alone, so macros write what each expects "
        "(macros/links.py: rewrites_html)."
    ),
    "the current page": (
        "MkDocs gives macros page.file.src_uri, Zensical page.path (macros/links.py: page_path); a Markdown extension finds it in a "
        "processor that each engine names: relpath, rendering_context (macros/links.py: current_page)."
    ),
    "search": (
        "Each engine ships its own search script and index; neither is used. publish/search.py makes one index from the built pages and "
        "theme/assets/search/ is one search for both."
    ),
    "errors in data": (
        "MkDocs prints a PluginError as one message; Zensical 0.0.73 prints a traceback around it. `make site-zensical` therefore checks "
        "data and pages before it starts the engine (publish/build.py)."
    ),
    "cache": "Zensical keeps its cache in .cache and --clean empties that folder, so ours is .build.",
    "live reload of data": "MkDocs watches data/, labs/, macros/ and theme/ (mkdocs.yml: watch); Zensical 0.0.73 has no such setting.",
    "Python extensions": (
        "Both load macros.tables and macros.termlink by module name; Zensical needs the project on PYTHONPATH (publish/build.py)."
    ),
}
