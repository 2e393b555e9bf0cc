"""What stands in running text and is not prose: addresses, paths of files, names of resources, formulas. No term is found in it."""

from __future__ import annotations

import re

WORD = "\ue000"
"""Stands for a character that belongs to a word but to no term: text of links and code."""

# A resource is named as a page is, nvidia.com/gpu, but only behind domains that one meets: llama.cpp/vLLM are two names.
_ADDRESS = re.compile(
    r"""(?<![\w.~/$}*)-])                                              # behind these the slash is in a list of words
    (?: [a-z][a-z0-9+.-]{1,20}:// | www\.
      | (?:[A-Za-z0-9-]{1,60}\.){1,6}(?:com|org|net|io|ai|dev|kr|edu|gov|cloud|app)/
      | (?:~|\.{1,2}|[A-Za-z]:|\$\{?[A-Za-z_][A-Za-z0-9_]{0,60}\}?)/   # ~/a ../a C:/a $HOME/a
      | [A-Za-z]:\\
      | (?<![가-힣])/(?=[\w.$*-]{1,60}/)                               # /proc/driver: one slash alone is none
    )[!\#-;=?-_a-~]+""",
    re.VERBOSE | re.ASCII,
)
# The rules of pymdownx.arithmatex with smart_dollar, and no digit behind the last sign: '$5(GPU 하나)~$7' is two prices.
_DOLLARS = re.compile(
    r"\$(?<![\\$]\$)(?:\$(?:\\.|[^\\\x1e]){1,2000}?\$\$|(?![\s$])(?:\\.|[^\\$\x1e])+?(?<!\s)\$(?![\d$]))",
)
_BRACKETS = re.compile(r"\\(?:\([^\x1e]{1,1000}?\\\)|\[[^\x1e]{1,1000}?\\\])")
_WORDY = re.compile(r"\w")


def masked(text: str) -> str:
    """Text in which no term can be found, and words still end where they end."""
    return _WORDY.sub(WORD, text)


def prose(text: str) -> str:
    """A text of the same length with all that is no prose masked. What has none of its signs is left as it is, which is most."""
    if "$" in text:
        text = _DOLLARS.sub(_mask, text)
    if "\\" in text:
        text = _BRACKETS.sub(_mask, text)
    if "/" in text or ":\\" in text or "www." in text:
        text = _ADDRESS.sub(_mask, text)
    return text


def _mask(match: re.Match[str]) -> str:
    return masked(match.group())
