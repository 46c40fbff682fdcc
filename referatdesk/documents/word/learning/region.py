"""The stretch of the text that the items fill, which one repeat takes the place of."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.learnt import REMOVED, Ledger
from referatdesk.documents.word.learning.roles import Minutes
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child

_OF_THE_HEAD = frozenset({Part.TITLE, Part.HEAD, Part.PEOPLE, Part.CONTENTS, Part.SIGN_OFF, None})
MEANINGS = {
    Part.THEME: "punkt.tema",
    Part.ITEM: "punkt.overskrift",
    Part.SUBITEM: "punkt.underoverskrift",
    Part.PRESENTER: "oplægsholder.tekst",
    Part.CASE: "punkt.sagsnr",
    Part.LABEL: "afsnit.overskrift",
    Part.ATTACHMENT: "bilag.titel",
    Part.UNPLACED: REMOVED,
    Part.LEFT_OUT: REMOVED,
}


@dataclass(frozen=True, slots=True)
class Region:
    """The children of the body that hold the items, from first to last; `lines` are the lines in them."""

    blocks: tuple[etree._Element, ...]
    lines: frozenset[int]


def block_of(body: etree._Element, element: etree._Element) -> etree._Element:
    """The child of the body in which an element stands."""
    return next(one for one in (element, *element.iterancestors()) if one.getparent() is body)


def find_region(minutes: Minutes) -> Region | None:
    """None where the minutes have no items."""
    body = minutes.old.body
    begins = [item.place.line_from for item in minutes.draft.items]
    begins += [theme.place.line_from for theme in minutes.draft.themes]
    starts = [one for one in sorted(begins) if one in minutes.old.elements]
    if not starts:
        return None
    blocks = list(body)
    numbers = {number: blocks.index(block_of(body, one)) for number, one in minutes.old.elements.items()}
    closing = [number for number, part in minutes.draft.parts.items() if part in _OF_THE_HEAD and number > starts[-1]]
    last = max(number for number in numbers if number not in _behind(minutes, closing))
    first, end = numbers[starts[0]], numbers[last]
    inside = frozenset(number for number, at in numbers.items() if first <= at <= end)
    return Region(tuple(blocks[first : end + 1]), inside)


def _behind(minutes: Minutes, closing: Iterable[int]) -> frozenset[int]:
    """The closing lines that nothing of the items follows."""
    listed = set(closing)
    printed = sorted(one.place.line_from for one in minutes.old.source.paragraphs)
    behind: set[int] = set()
    for number in reversed(printed):
        if number not in listed:
            break
        behind.add(number)
    rest = {number for number in minutes.old.elements if behind and number >= min(behind)}
    return frozenset(behind | rest)


def put_in_place(minutes: Minutes, region: Region, new: etree._Element, ledger: Ledger) -> None:
    """The repeat where the items were. The page of the first of them is the page of all."""
    pages = [page for block in region.blocks for page in block.iter(w("sectPr"))]
    region.blocks[0].addprevious(new)
    for block in region.blocks:
        remove(block)
    if pages:
        _take_page(minutes.old.body, pages[0])
        ledger.find("section.dropped")
    for number in sorted(region.lines):
        line = minutes.at(number)
        if line is not None:
            meaning = MEANINGS.get(line.part, "afsnit.tekst") if line.part else REMOVED
            ledger.take(number, line.source.flat, meaning)
            if meaning == REMOVED:
                ledger.find("text.removed", line.source.flat, number)


def _take_page(body: etree._Element, page: etree._Element) -> None:
    own = child(body, "sectPr")
    if own is not None:
        body.replace(own, deepcopy(page))
