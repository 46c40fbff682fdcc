"""Tables above the items: labels with their values beside them, and lists of people in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.head.groups import known_group
from referatdesk.documents.reading.head.head_lines import Fact, cell_fact
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.building import Maker, paragraph, surround
from referatdesk.documents.word.learning.head import Head
from referatdesk.documents.word.learning.head_values import Placed
from referatdesk.documents.word.learning.learnt import KEPT, REMOVED, Ledger
from referatdesk.documents.word.learning.looks import best, look_of, properties_of
from referatdesk.documents.word.learning.people import Block, People
from referatdesk.documents.word.learning.person_line import fields_in, form_of
from referatdesk.documents.word.learning.spans import all_words, flat, remove_line, worded
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import element

_FEWEST_ROWS = 2
_LONGEST_TITLE = 40
_PEOPLE = frozenset({Fact.PEOPLE, Fact.ABSENT})


class HeadTables:
    """Takes the tables of the head, in the order of the text."""

    def __init__(self, head: Head, people: People, maker: Maker, ledger: Ledger) -> None:
        self._head = head
        self._people = people
        self._maker = maker
        self._ledger = ledger
        self._others_shown = False

    def take(self, table: etree._Element) -> None:
        rows = list(table.iter(w("tr")))
        named = [(row, self._named(row)) for row in rows]
        told = [(row, people) for row, people in named if people]
        if len(told) >= _FEWEST_ROWS and all(_is_led_by_name(row, people) for row, people in told):
            self._list(rows, told)
            return
        for row in rows:
            self._row(row)

    def _named(self, row: etree._Element) -> list[DraftPerson]:
        found = [person for one in row.iter(w("p")) for person in self._people.named_in(one)]
        return list(dict.fromkeys(found))

    def _list(self, rows: Sequence[etree._Element], told: Sequence[tuple[etree._Element, list[DraftPerson]]]) -> None:
        """A row for each person: the one that tells most becomes the repeat, the others below the headings go."""
        alone = [(row, people[0]) for row, people in told if len(people) == 1] or [(told[0][0], told[0][1][0])]
        below = rows[rows.index(told[0][0]) :]
        for row in below:
            for one in row.iter(w("p")):
                self._ledger.take(self._head.number_of(one), flat(worded(one)), "deltagere")
        shown = _usual([row for row, _ in alone])
        for column, cell in enumerate(_cells(shown)):
            texts = [(_said(_cells(row)[column]), person) for row, person in alone if column < len(_cells(row))]
            self._tell(cell, texts)
        for row in below:
            if row is not shown:
                remove(row)
        if rows[0] not in below:
            mark_as_heading(rows[0])
        surround(shown, lambda content: self._maker.repeat(self._people.each, content))
        self._people.shown.add("deltagere")

    def _tell(self, cell: etree._Element, texts: Sequence[tuple[str, DraftPerson]]) -> None:
        """A cell of the repeated row: the fields that its column tells in some row."""
        paragraphs = list(cell.iter(w("p")))
        shown = next((one for one in paragraphs if worded(one).strip()), paragraphs[0])
        look, names = look_of(shown), fields_in(texts)
        lines = [form_of(texts).only(names).content(self._maker, look)] if "deltager.navn" in names else []
        lines = lines or [[self._maker.field(name, look)] for name in names] or [[]]
        for line in lines:
            paragraphs[0].addprevious(paragraph(properties_of(shown), *line))
        for one in paragraphs:
            remove(one)

    def _row(self, row: etree._Element) -> None:
        cells = _cells(row)
        at, names = 0, list[str | None]()
        while at < len(cells):
            label = _label(cells[at]) if at + 1 < len(cells) else None
            if label is None:
                self._loose(cells[at])
                at += 1
                continue
            self._ledger.take(self._number(cells[at]), label[1], KEPT)
            names.append(self._value(row, cells[at], label, cells[at + 1]))
            at += 2
        only = names[0] if len(names) == 1 and len(cells) == len(names) * 2 else None
        if only and row.getparent() is not None:
            surround(row, lambda content: self._maker.when(only, content))

    def _number(self, cell: etree._Element) -> int:
        return next((self._head.number_of(one) for one in _worded(cell)), 0)

    def _value(
        self, row: etree._Element, label_cell: etree._Element, label: tuple[Fact, str], cell: etree._Element
    ) -> str | None:
        """The field that the cell beside a label became."""
        fact, words = label
        lines = list(_worded(cell))
        if not lines:
            return None
        if fact in _PEOPLE:
            return self._people_in(cell, away=fact is Fact.ABSENT)
        if self._head.value(lines[0], fact, words):
            for one in lines[1:]:
                self._head.drop(one, self._head.number_of(one), flat(worded(one)))
            return next(_tags(cell), None)
        self._other(row, label_cell, cell)
        return None

    def _other(self, row: etree._Element, label_cell: etree._Element, cell: etree._Element) -> None:
        """A label that no field holds: the first such row becomes the repeat of all."""
        label, value = next(_worded(label_cell)), next(_worded(cell))
        words = f"{flat(worded(label))} {flat(worded(value))}"
        number = self._head.number_of(value)
        named, held = all_words(label), all_words(value)
        alone = len(_cells(row)) == _FEWEST_ROWS
        if self._others_shown or not alone or named is None or held is None:
            self._ledger.take(number, words, REMOVED)
            self._ledger.find("head.removed", words, number)
            if alone:
                remove(row)
            else:
                remove_line(value)
            return
        self._others_shown = True
        self._ledger.take(number, words, "oplysninger")
        self._head.put(label, [Placed("oplysning.navn", named)])
        self._head.put(value, [Placed("oplysning.værdi", held)])
        surround(row, lambda content: self._maker.repeat("oplysninger", content))

    def _people_in(self, cell: etree._Element, *, away: bool) -> str | None:
        """People beside their label: one line for all, or one for each."""
        lines = [(one, self._people.named_in(one)) for one in _worded(cell)]
        each = [(one, people[0]) for one, people in lines if len(people) == 1]
        if not away and len(each) >= _FEWEST_ROWS and len(each) == len(lines):
            self._people.blocks([Block(None, each)])
            return "deltagere"
        name = "møde.fraværende" if away else self._people.everybody
        if name in self._people.shown:
            self._further(cell, lines)
            return None
        self._people.shown.add(name)
        first, *others = [one for one, _ in lines]
        span = all_words(first)
        if span is not None:
            self._ledger.take(self._head.number_of(first), flat(worded(first)), name)
            self._head.put(first, [Placed(name, span)])
        for one in others:
            self._ledger.take(self._head.number_of(one), flat(worded(one)), name)
            remove_line(one)
        return name

    def _further(self, cell: etree._Element, lines: Sequence[tuple[etree._Element, list[DraftPerson]]]) -> None:
        """One more row of the same: its people stand in the first, so the row goes."""
        words = _said(cell)
        for one, _ in lines:
            self._ledger.take(self._head.number_of(one), flat(worded(one)), REMOVED)
        self._ledger.find("people.more", words, self._head.number_of(lines[0][0]))
        row = next(cell.iterancestors(w("tr")))
        if len(_cells(row)) == _FEWEST_ROWS:
            remove(row)
        else:
            for one, _ in lines:
                remove_line(one)

    def _loose(self, cell: etree._Element) -> None:
        for one in list(_worded(cell)):
            if self._people.named_in(one):
                self._people.run(one, grouped=False)
            elif not self._people.nobody(one):
                self._head.take(one)


def _usual(rows: Sequence[etree._Element]) -> etree._Element:
    """The row whose words look as those of most do."""
    firsts = {row: next((one for one in row.iter(w("p")) if worded(one).strip()), None) for row in rows}
    chosen = best([one for one in firsts.values() if one is not None])
    return next((row for row, one in firsts.items() if one is chosen), rows[0])


def mark_as_heading(row: etree._Element) -> None:
    """Makes the row that names the columns one that readers of a screen are told, and that each page repeats."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = element("trPr")
        before = [one for one in row if one.tag == w("tblPrEx")]
        row.insert(len(before), properties)
    if properties.find(w("tblHeader")) is None:
        properties.append(element("tblHeader"))


def _is_led_by_name(row: etree._Element, people: Sequence[DraftPerson]) -> bool:
    """Whether one of the first two cells of several is that of a person, who may stand in for another."""
    words = [_said(cell) for cell in _cells(row)]
    opens = any(0 <= one.find(people[0].name) <= _LONGEST_TITLE and ":" not in one for one in words[:2])
    return len(words) > 1 and len(people) <= _FEWEST_ROWS and opens


def _said(cell: etree._Element) -> str:
    return " ".join(flat(worded(one)) for one in _worded(cell))


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iterchildren(w("tc")))


def _worded(cell: etree._Element) -> Iterator[etree._Element]:
    yield from [one for one in cell.iter(w("p")) if worded(one).strip()]


def _tags(cell: etree._Element) -> Iterator[str]:
    for one in cell.iter(w("tag")):
        yield (one.get(w("val")) or "").removeprefix("rd:")


def _label(cell: etree._Element) -> tuple[Fact, str] | None:
    """What a cell says of the one beside it."""
    words = _said(cell)
    if not words:
        return None
    known = cell_fact(words)
    if known is not None:
        return known
    group = known_group(words.rstrip(": "))
    if group is not None:
        return (Fact.ABSENT if group.away else Fact.PEOPLE), words
    return None
