"""Words as WordprocessingML: escaped, and free of what XML forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SAYS = re.compile("[^\\s\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x0b")
_NEEDS_WORK = re.compile("[\n\t\r\x00-\x1f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SIGNS = re.compile("([\n\t])")


def says(text: str) -> bool:
    """Whether anything of a text can be seen in print."""
    return text[:1].isalnum() or _SAYS.search(text) is not None


def escaped(text: str) -> str:
    """Text for an element or an attribute in double quotes."""
    return _without_markup(_ILLEGAL.sub("", text)).replace('"', "&quot;")


def run_content(text: str) -> str:
    """What stands in a w:r: text elements, with line ends as breaks and tabs as tabs."""
    # A look at the whole text at once is many times quicker than the pattern, which is left for texts with odd signs.
    if text.isprintable() or not _NEEDS_WORK.search(text):
        if "&" in text or "<" in text or ">" in text:
            text = _without_markup(text)
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(_pieces(_SIGNS.split(_BREAKS.sub("\n", text))))


def _pieces(pieces: Iterable[str]) -> Iterable[str]:
    for piece in pieces:
        if piece == "\n":
            yield "<w:br/>"
        elif piece == "\t":
            yield "<w:tab/>"
        elif words := _ILLEGAL.sub("", piece):
            yield f'<w:t xml:space="preserve">{_without_markup(words)}</w:t>'


def _without_markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
