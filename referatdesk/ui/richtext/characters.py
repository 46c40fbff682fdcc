"""Which characters a text may hold, and how Qt counts and breaks them."""

from __future__ import annotations

import re

SOFT_BREAK = "\u2028"
"""What Qt's documents hold where a run has a line break inside its paragraph."""

OBJECT = "\ufffc"
"""Qt's sign for a picture or frame: the one printable sign that a text may not hold."""

_BREAKS = re.compile("\r\n?|[\x0b\u2028\u2029]")
# Control characters and non-characters that no XML file can carry, lone surrogates, and the signs by which Qt marks
# objects and frames inside its documents.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f<>\"]+", re.IGNORECASE)


def clean_text(text: str) -> str:
    """The text without what it may not hold; every kind of line break becomes a newline."""
    if text.isprintable() and OBJECT not in text:
        return text  # nearly always, and a long paragraph is read at every key
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def to_qt(text: str) -> str:
    return clean_text(text).replace("\n", SOFT_BREAK)


def from_qt(text: str) -> str:
    return clean_text(text)


def qt_length(text: str) -> int:
    """The length as Qt counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def index_at(text: str, qt_offset: int) -> int:
    """The index in the text of a place that Qt counted."""
    counted = 0
    for index, sign in enumerate(text):
        if counted >= qt_offset:
            return index
        counted += 2 if sign > "\uffff" else 1
    return len(text)


def safe_link(address: str | None) -> str | None:
    """The address if a text may link to it: a web page or a mail address, nothing that runs or opens files."""
    cleaned = clean_text(address or "").strip()
    return cleaned if _LINK.fullmatch(cleaned) else None
