"""The blocks above the items gone through from top to bottom: lines, lists of people, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.head.attendance import label_in
from referatdesk.documents.reading.head.head_lines import Fact, header_fact, other_fact
from referatdesk.documents.reading.head.rows import Row
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import Place
from referatdesk.documents.word.learning.building import Maker
from referatdesk.documents.word.learning.head import Head
from referatdesk.documents.word.learning.head_tables import HeadTables
from referatdesk.documents.word.learning.learnt import Ledger
from referatdesk.documents.word.learning.people import Block, People, is_away, label_end
from referatdesk.documents.word.learning.roles import Minutes
from referatdesk.documents.word.learning.spans import flat, worded
from referatdesk.documents.word.names import w

_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with words, and whom it names."""

    element: etree._Element
    words: str
    people: tuple[DraftPerson, ...]

    @property
    def is_person(self) -> bool:
        return len(self.people) == 1 and not label_end(self.words)


def learn_head(minutes: Minutes, maker: Maker, ledger: Ledger, blocks: Sequence[etree._Element]) -> None:
    head, people = Head(minutes, maker, ledger), People(minutes, maker, ledger)
    tables = HeadTables(head, people, maker, ledger)
    people.apart = any(_heads_absent(flat(worded(one))) for block in blocks for one in _openings(block))
    lines: list[_Line] = []
    for block in blocks:
        lines += [] if block.tag == w("tbl") else _lines(block, minutes, head, people, ledger)
    lists = _lists(lines)
    listed = {one for found in lists for one, _ in found.lines} | {found.label for found in lists}
    runs = [line for line in lines if line.people and line.element not in listed and not line.is_person]
    grouped = sum(1 for line in runs if line.people[0].group and not line.people[0].is_away) > 1
    for block in blocks:
        if block.tag == w("tbl"):
            tables.take(block)
    people.blocks(lists)
    for line in lines:
        if line.element in listed:
            continue
        if line.is_person:
            people.more(line.element)
        elif line.people:
            people.run(line.element, grouped)
        elif not people.nobody(line.element):
            head.take(line.element)
    people.settle(minutes.old.body)


def _lines(block: etree._Element, minutes: Minutes, head: Head, people: People, ledger: Ledger) -> list[_Line]:
    found: list[_Line] = []
    for one in _paragraphs(block):
        words = flat(worded(one))
        if words and minutes.draft.parts.get(head.number_of(one)) is not Part.CONTENTS:
            is_other = head.number_of(one) in ledger.wishes or _is_fact(words, minutes)
            named = () if is_other else tuple(people.named_in(one))
            found.append(_Line(one, words, named))
    return found


def _is_fact(words: str, minutes: Minutes) -> bool:
    """Whether a line with a name in it was read as another line of the head: a contact, who wrote."""
    fact = header_fact(words) or other_fact(words)
    if fact is not None and fact[0] is Fact.RECORDER:
        return True
    return any(one.label and words.startswith(one.label) for one in minutes.draft.head.other_lines)


def _openings(block: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs that may be labels: in a table those of the first cells."""
    if block.tag != w("tbl"):
        yield from block.iter(w("p"))
        return
    for row in block.iter(w("tr")):
        for cell in list(row.iterchildren(w("tc")))[:-1]:
            yield from cell.iter(w("p"))


def _heads_absent(words: str) -> bool:
    end = label_end(words)
    return is_away(words[:end] if end else words) if words and (end or len(words) <= _LONGEST_LABEL) else False


def _paragraphs(block: etree._Element) -> Iterator[etree._Element]:
    yield from block.iter(w("p"))


def _lists(lines: Sequence[_Line]) -> list[Block]:
    """The lists of people, one a line, each with the line above it where that says who they are.

    Lines below one that has both a label and people go on with that one.
    """
    found: list[Block] = []
    above: _Line | None = None
    goes_on = False
    for line in lines:
        goes_on = line.is_person and above is not None and (goes_on or (bool(above.people) and not above.is_person))
        if line.is_person and not goes_on:
            if above is None or not above.is_person or not found:
                found.append(Block(above.element if above is not None and _heads_people(above) else None))
            found[-1].lines.append((line.element, line.people[0]))
        above = line
    return found


def _heads_people(line: _Line) -> bool:
    if line.people:
        return False
    fact = header_fact(line.words)
    if fact is not None and fact[0] in {Fact.PEOPLE, Fact.ABSENT}:
        return not fact[2]
    found = label_in(Row(text=line.words, place=Place(0, 0)), None, is_first=True)
    return (found is not None and not found[1]) or line.words.endswith(":") or (fact is None and len(line.words) < 60)
