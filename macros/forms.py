"""When two forms of a word are the same to a reader."""

from __future__ import annotations

import re
import unicodedata


def normal(form: str) -> str:
    """A form as readers confuse it: case, spaces and hyphens do not count."""
    return re.sub(r"[\s\-_]+", "", unicodedata.normalize("NFKC", form)).casefold()
