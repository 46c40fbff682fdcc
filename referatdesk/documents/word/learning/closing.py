"""What stands below the items: the sign-off becomes one field, the house's own words stay."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from referatdesk.documents.reading.parts import Part
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.building import Maker, paragraph
from referatdesk.documents.word.learning.examples import example
from referatdesk.documents.word.learning.learnt import REMOVED, Ledger
from referatdesk.documents.word.learning.looks import look_of, properties_of
from referatdesk.documents.word.learning.people import People, is_away, label_end
from referatdesk.documents.word.learning.roles import Line, Minutes
from referatdesk.documents.word.names import w


def learn_closing(minutes: Minutes, maker: Maker, ledger: Ledger, blocks: Sequence[etree._Element]) -> None:
    """The first line of the sign-off shows how it looks; without one it looks as the text does."""
    signed = minutes.of(Part.SIGN_OFF)
    shown = signed[0] if signed else None
    text = example(minutes.prose) or example(list(minutes.lines.values()))
    blank = shown.source.blank_before if shown is not None else 1
    source = shown.element if shown is not None else None if text is None else text.element
    if source is not None:
        new = paragraph(properties_of(source, blank), maker.field("møde.underskrift", look_of(source)))
        _place(minutes, blocks, new)
    kept = _people(minutes, maker, ledger, blocks)
    for line in minutes.of(Part.SIGN_OFF):
        _take(line, ledger, blocks)
    for block in blocks:
        if block.tag != w("sectPr") and block.getparent() is not None and block not in kept:
            remove(block)


def _people(minutes: Minutes, maker: Maker, ledger: Ledger, blocks: Sequence[etree._Element]) -> list[etree._Element]:
    """The lines that say who was there, where they stand below the items."""
    people = People(minutes, maker, ledger)
    words = [line.source.flat for line in minutes.of(Part.PEOPLE)]
    people.apart = any(is_away(one[: label_end(one)]) for one in words if label_end(one))
    kept: list[etree._Element] = []
    for line in minutes.of(Part.PEOPLE):
        block = next((one for one in (line.element, *line.element.iterancestors()) if one in blocks), None)
        if block is not None and people.named_in(line.element):
            people.run(line.element, grouped=False)
            kept.append(block)
        elif block is not None:
            ledger.take(line.number, line.source.flat, REMOVED)
    return kept


def _place(minutes: Minutes, blocks: Sequence[etree._Element], new: etree._Element) -> None:
    if blocks:
        blocks[0].addprevious(new)
    else:
        minutes.old.body.append(new)


def _take(line: Line, ledger: Ledger, blocks: Sequence[etree._Element]) -> None:
    above = {line.element, *line.element.iterancestors()}
    if any(block in above for block in blocks):
        ledger.take(line.number, line.source.flat, "møde.underskrift")
