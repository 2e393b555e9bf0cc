"""The engines, and the one list of what differs between what they build. The site suite allows this and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Engine -> its build command. The output folder comes from SITE_DIR (mkdocs.yml).
COMMANDS = {
    "mkdocs": [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--clean"],
    "zensical": [str(ROOT / ".venv-zensical/bin/zensical"), "build", "--clean", "--strict"],
}

# What one engine cannot do, and why.
DIFFERENCES: dict[str, dict[str, str]] = {
    "pages": {},
}
