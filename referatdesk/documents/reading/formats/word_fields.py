"""Fields of a Word file: what they compute is read by its last result, what they were told to do is not text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.gate.relations import safe_link
from referatdesk.documents.reading.formats.word_package import is_on, value, w

_HYPERLINK = re.compile(r'\s{0,99}HYPERLINK\s{1,99}"([^"]{1,2000})"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s{0,99}TOC\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s{0,99}(?:NUMPAGES|SECTIONPAGES|PAGE)\b", re.IGNORECASE)
_BOX = {True: "☒", False: "☐"}
MAX_OPEN = 50


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    shown: bool = False
    link: str | None = None
    contents: bool = False
    page_number: bool = False

    def show(self) -> None:
        self.shown = True
        told = "".join(self.instruction)[:4000]
        found = _HYPERLINK.match(told)
        self.link = safe_link(found[1]) if found else None
        self.contents = bool(_CONTENTS.match(told))
        self.page_number = bool(_PAGE_NUMBER.match(told))


class Fields:
    """The fields that are open while a part is read from top to bottom; each may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hides(self) -> bool:
        """Whether what stands here is instruction, not result."""
        return any(not one.shown for one in self._open)

    @property
    def link(self) -> str | None:
        return next((one.link for one in reversed(self._open) if one.link), None)

    @property
    def in_contents(self) -> bool:
        return any(one.contents for one in self._open)

    @property
    def in_page_number(self) -> bool:
        return any(one.page_number for one in self._open)

    def instruct(self, words: str | None) -> None:
        if self._open and words:
            self._open[-1].instruction.append(words)

    def begin(self, instruction: str | None = None) -> None:
        self._open.append(_Field())
        del self._open[:-MAX_OPEN]
        if instruction is not None:
            self.instruct(instruction)
            self._open[-1].show()

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def mark(self, element: etree._Element) -> str:
        """Takes one mark of a field (`w:fldChar`); returns the sign that a form field shows without a result."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self.begin()
            return "" if self._hides_but_last() else _form_sign(element)
        if kind == "separate" and self._open:
            self._open[-1].show()
        elif kind == "end":
            self.end()
        return ""

    def _hides_but_last(self) -> bool:
        return any(not one.shown for one in self._open[:-1])

    def paragraph_ends(self) -> None:
        """An instruction ends with its paragraph: a field that was never finished must not hide the rest."""
        self._open = [one for one in self._open if one.shown]


def _form_sign(begin: etree._Element) -> str:
    box = begin.find(f"{w('ffData')}/{w('checkBox')}")
    if box is not None:
        checked = box.find(w("checked"))
        return _BOX[is_on(checked if checked is not None else box.find(w("default")))]
    listed = begin.find(f"{w('ffData')}/{w('ddList')}")
    if listed is None:
        return ""
    chosen = value(listed.find(w("result"))) or value(listed.find(w("default"))) or "0"
    entries = [value(one) or "" for one in listed.iterfind(w("listEntry"))]
    return entries[int(chosen)] if chosen.isdecimal() and len(chosen) < 4 and int(chosen) < len(entries) else ""
