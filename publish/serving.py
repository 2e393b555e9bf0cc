"""MkDocs calls this after each build. `make serve` gets the files of /data/ and the search that `publish` otherwise adds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from macros import catalog
from publish import exports, html, search


def on_post_build(config: Any) -> None:
    """Write /data/ and /search/ into what is served. A build of publish.build names its own folder and writes them itself."""
    if "SITE_DIR" not in os.environ:
        root = Path(str(config.config_file_path)).parent.resolve()
        site, data = Path(str(config.site_dir)), catalog.load(root / "data")
        exports.write(site, data)
        search.write(site, html.pages(site), data, root)
