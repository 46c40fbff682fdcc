"""The words of the old meeting looked for in the finished template: none may stand there unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.word.fields import FIELDS, normal_name
from referatdesk.documents.word.learning.learnt import Ledger
from referatdesk.documents.word.learning.spans import flat, worded
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child
from referatdesk.domain.dates import find_date

_SHORTEST = 6
_WANTED = {
    "møde.udvalg": {"møde.udvalg", "møde.titel"},
    "møde.dato": {"møde.dato", "møde.tidspunkt", "møde.titel"},
}
_PEOPLE = {"møde.deltagere", "møde.tilstede", "møde.fraværende", "grupper", "deltagere", "tilstede", "fraværende"}
_LONG = 12
_STANDING = re.compile(
    r"(?:godkendelse af|eventuelt|evt|meddelelser|orientering|underskrift|næste møde|velkomst|siden sidst)\b.*",
    re.IGNORECASE,
)
"""Titles that items of any meeting have, and that are no words of one."""


def find_remains(draft: Draft, roots: Iterator[etree._Element], ledger: Ledger) -> None:
    words = _words_of_meeting(draft)
    for root in roots:
        for one in root.iter(w("p")):
            said = flat(_fixed(one))
            dated = find_date(said)
            if (dated is not None and dated.iso == draft.head.date) or (said and any(word in said for word in words)):
                ledger.find("words.left", said)


def find_missing(draft: Draft, roots: Iterable[etree._Element], ledger: Ledger) -> None:
    """What every meeting has and nothing in the minutes showed a place for."""
    held = {normal_name(one.get(w("val")) or "") for root in roots for one in root.iter(w("tag"))}
    for name, others in _WANTED.items():
        if not held & others:
            ledger.find("field.missing", FIELDS[name].description)
    if draft.people and not held & _PEOPLE:
        ledger.find("field.missing", FIELDS["møde.deltagere"].description)


def _fixed(paragraph: etree._Element) -> str:
    """The words of a paragraph outside its fields."""
    shown = [
        one
        for control in paragraph.iter(w("sdt"))
        if child(control, "sdtPr/showingPlcHdr") is not None
        for one in control.iter(w("t"))
    ]
    inside = {id(one) for one in shown}
    if not inside:
        return worded(paragraph)
    return "".join(one.text or "" for one in paragraph.iter(w("t")) if id(one) not in inside)


def _words_of_meeting(draft: Draft) -> set[str]:
    head = draft.head
    found = {person.name for person in draft.people}
    found |= {one for one in (head.board, head.place, head.recorder, head.case_no, head.date_raw) if one}
    for item in draft.all_items():
        found |= {item.title} if not _STANDING.fullmatch(item.title) else set()
        found |= {paper.title for section in item.sections for paper in section.attachments}
        found |= {block.text for section in item.sections for block in section.blocks if len(block.text) >= _LONG}
    return {flat(one) for one in found if len(one) >= _SHORTEST}
