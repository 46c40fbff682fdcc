"""Rules about paragraphs: none empty for the sake of room, and lists that are lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.of_headings import holds_something
from referatdesk.documents.accessibility.opened import Opened, Paragraph, Part, shown
from referatdesk.documents.reading.words.marks import Mark, typed_mark
from referatdesk.documents.word.names import w
from referatdesk.domain.codes import BlockKind

_DASHES = frozenset("-–—−o")
"""Signs that also begin a line of speech or stand for a word: two lines of them make a list, one does not."""


def empty(document: Opened) -> Iterator[Finding]:
    """Empty paragraphs are read out; room is made by the style."""
    for part in document.parts:
        gap: list[Paragraph] = []
        for paragraph in part.paragraphs:
            if paragraph.level is None and _is_room(paragraph):
                gap.append(paragraph)
                continue
            yield from _gap(part, gap)
            gap = []
        yield from _gap(part, gap)


def _gap(part: Part, gap: Sequence[Paragraph]) -> Iterator[Finding]:
    if gap:
        yield Finding("paragraph.empty", part.place(gap[0].element), {"count": len(gap)})


def _is_room(paragraph: Paragraph) -> bool:
    return paragraph.is_empty and not holds_something(paragraph.element) and not _must_be(paragraph.element)


def _must_be(element: etree._Element) -> bool:
    """Word wants one in every cell, header and text box, behind a table at their end, and between two tables."""
    before, after = _neighbour(element, -1), _neighbour(element, 1)
    if before is None and after is None:
        return True
    is_behind_table = before is not None and before.tag == w("tbl")
    is_last_in_control = element.getnext() is None and _is_in_control(element)
    return is_behind_table and (is_last_in_control or after is None or after.tag in {w("tbl"), w("sectPr")})


def _is_in_control(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and above.tag == w("sdtContent")


def _neighbour(element: etree._Element, step: int) -> etree._Element | None:
    """The paragraph, table or section next to it; controls and marks are looked through."""
    place = element
    while True:
        near = place.getnext() if step > 0 else place.getprevious()
        if near is None:
            above = place.getparent()
            if above is None or above.tag not in {w("sdtContent"), w("sdt")}:
                return None
            place = above
        elif near.tag in {w("p"), w("tbl"), w("sectPr"), w("sdt")}:
            return near
        else:
            place = near


def typed_lists(document: Opened) -> Iterator[Finding]:
    """Points whose bullets or numbers were typed; an ordinal ("1. kvartal") is none."""
    for part in document.parts:
        marked = [(paragraph, _mark(paragraph)) for paragraph in part.paragraphs if not paragraph.is_empty]
        is_listed = False
        for (paragraph, mark), (_next, following) in pairwise([*marked, (None, None)]):
            if mark is None or paragraph is None:
                is_listed = False
            elif not is_listed and (_is_bullet(mark) or _goes_on(mark, following)):
                is_listed = True
                data = {"mark": mark.text, "words": shown(paragraph.words)}
                yield Finding("list.typed", part.place(paragraph.element), data)


def _mark(paragraph: Paragraph) -> Mark | None:
    usable = paragraph.level is None and not paragraph.is_listed and not paragraph.style.startswith("toc ")
    return typed_mark(paragraph.words) if usable else None


def _is_bullet(mark: Mark) -> bool:
    return mark.kind is BlockKind.BULLET and mark.text not in _DASHES


def _goes_on(mark: Mark, following: Mark | None) -> bool:
    if following is None or following.kind is not mark.kind:
        return False
    return mark.rank is None or following.rank is None or following.rank == mark.rank + 1
