"""What stands in running text and is not prose: addresses, paths of files, names of resources, formulas. No term is found in it."""

from __future__ import annotations

import re

WORD = "\ue000"
"""Stands for a character that belongs to a word but to no term: text of links and code."""

_PRINTED = r"[!#-;=?-_a-~]"
_NO_PATH = r"[\w.~/$}*)-]"
"""What no path follows: then the slash is in a list of words."""
# Each begins with a sign that is rare in prose, since a search for one sign is quick: what stands before an address is no term anyway.
# A resource is named as a page is, nvidia.com/gpu, but only behind domains that one meets: llama.cpp/vLLM are two names.
_DOMAINS = "|".join(rf"(?<=\.{domain}/)" for domain in "com org net io ai dev kr co edu gov cloud app".split())
_SLASHED = re.compile(
    rf"/(?:(?<=[a-z0-9]:/)/{_PRINTED}"
    rf"|(?:{_DOMAINS}|(?<=\./)(?<!{_NO_PATH}\./)|(?<=\.\./)(?<!{_NO_PATH}\.\./)|(?<=~/)(?<!{_NO_PATH}~/)|(?<=[A-Za-z]:/)(?<!\w\w:/))"
    r"(?=[A-Za-z0-9_.$*])"
    rf"|(?<!{_NO_PATH}/)(?<![:<]/)[A-Za-z0-9_.$*-]+/(?=[A-Za-z0-9_.$*])){_PRINTED}*"
)
_VARIABLE = re.compile(rf"\$\{{?[A-Za-z_][A-Za-z0-9_]*\}}?/(?=[A-Za-z0-9_.$*]){_PRINTED}*")
_WWW = re.compile(rf"www\.{_PRINTED}+")
_DRIVE = re.compile(rf":\\{_PRINTED}+")
# The rules of pymdownx.arithmatex with smart_dollar, and no digit behind the last sign: '$5(GPU 하나)~$7' is two prices.
_DOLLARS = re.compile(
    r"\$(?<![\\$]\$)(?:\$(?:\\.|[^\\\x1e]){1,2000}?\$\$|(?![\s$])(?:\\.|[^\\$\x1e])+?(?<!\s)\$(?![\d$]))",
)
_BRACKETS = re.compile(r"\\(?:\([^\x1e]{1,1000}?\\\)|\[[^\x1e]{1,1000}?\\\])")
_SIGNS = (("$", _DOLLARS), ("$", _VARIABLE), ("\\(", _BRACKETS), ("\\[", _BRACKETS), ("/", _SLASHED), ("www.", _WWW), (":\\", _DRIVE))
_WORDY = re.compile(r"\w")


def masked(text: str) -> str:
    """Text in which no term can be found, and words still end where they end."""
    return _WORDY.sub(WORD, text)


def prose(text: str) -> str:
    """A text of the same length with all that is no prose masked."""
    for sign, pattern in _SIGNS:
        if sign in text:
            text = pattern.sub(_mask, text)
    return text


def _mask(match: re.Match[str]) -> str:
    return masked(match.group())
