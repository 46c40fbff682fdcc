"""The lines of a head sorted: labels with their values, people, and what belongs to no label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.head.attendance import NOBODY, inline_labels, label_in, reads_as_people
from referatdesk.documents.reading.head.groups import known_group
from referatdesk.documents.reading.head.head_lines import Entry, Fact, cell_fact, header_fact, inline_facts, other_fact
from referatdesk.documents.reading.head.people import is_complete, tells_of_somebody
from referatdesk.documents.reading.head.people_columns import sheet_of
from referatdesk.documents.reading.head.people_table import groups_side_by_side, is_people_table
from referatdesk.documents.reading.head.rows import Cells, Row, TableRows
from referatdesk.documents.reading.source import Place

PEOPLE_FACTS = frozenset({Fact.PEOPLE, Fact.ABSENT})
_OF_THE_BOARD = re.compile(r"[A-ZÆØÅ][a-zæøå]+ (?:er|blev|har|havde|konstaterede|startede) ")
"""A sentence about the board itself, or the meeting ("Rådet er beslutningsdygtigt …")."""
FEWEST_UNLABELLED = 3
"""So many lines of people in a row are a list also without a label."""

LINES_ABOVE = 60


@dataclass(slots=True)
class Sorted:
    """In the order of printing; a line without a label is an entry of the label ""."""

    entries: list[Entry] = field(default_factory=list)
    people: list[Row | TableRows] = field(default_factory=list)
    sender: list[Entry] = field(default_factory=list)
    in_people: bool = False
    open_value: bool = False


def sorted_parts(parts: Sequence[Row | TableRows]) -> Sorted:
    found = Sorted()
    rows = [piece for part in parts for piece in _pieces(part)]
    listed = _unlabelled_people(rows)
    for at, part in enumerate(rows):
        if isinstance(part, TableRows):
            _take_table(part, found)
        elif at in listed:
            found.people.append(part)
            found.in_people = True
        else:
            _take_row(part, rows[at + 1] if at + 1 < len(rows) else None, found)
    return found


def _pieces(part: Row | TableRows) -> list[Row | TableRows]:
    if isinstance(part, TableRows):
        return [part]
    return [piece for row in inline_facts(part) for piece in inline_labels(row)]


def _unlabelled_people(rows: Sequence[Row | TableRows]) -> set[int]:
    """Lines of people that stand together before any label of people."""
    found: set[int] = set()
    run: list[int] = []
    for at, row in enumerate([*rows, None]):
        if isinstance(row, Row) and header_fact(row.text) is None and reads_as_people(row.text):
            run.append(at)
            continue
        if isinstance(row, Row) and label_in(row, None, inside=False) is not None:
            return found if len(run) < FEWEST_UNLABELLED else found | set(run)
        if len(run) >= FEWEST_UNLABELLED:
            found |= set(run)
        run = []
    return found


def _take_row(row: Row, following: Row | TableRows | None, found: Sorted) -> None:
    fact = header_fact(row.text)
    is_people = fact is None or fact[0] in PEOPLE_FACTS or (fact[0] is Fact.LEADER and found.in_people)
    if is_people and label_in(row, following, inside=found.in_people) is not None:
        found.people.append(row)
        found.in_people, found.open_value = True, False
    elif fact is not None and not is_people:
        _open_entry(found, Entry(*fact[:2], (fact[2],) if fact[2] else (), row.place))
    elif found.in_people and _belongs_to_people(found, row):
        found.people.append(row)
    else:
        _take_other(row, found)


def _take_other(row: Row, found: Sorted) -> None:
    """A row that no known label opens: more of the value above, a label nobody knows, or a line of its own."""
    labelled = other_fact(row.text)
    if found.open_value and _continues(found.entries[-1], row) and (labelled is None or not found.entries[-1].lines):
        last = found.entries[-1]
        found.entries[-1] = replace(last, lines=(*last.lines, row.text), place=last.place.to(row.place))
    elif labelled is not None:
        _open_entry(found, Entry(*labelled[:2], (labelled[2],) if labelled[2] else (), row.place))
    else:
        _open_entry(found, Entry(Fact.OTHER, "", (row.text,), row.place), has_value=False)


def _open_entry(found: Sorted, entry: Entry, has_value: bool = True) -> None:
    found.entries.append(entry)
    found.in_people, found.open_value = False, has_value


def _continues(entry: Entry, row: Row) -> bool:
    return not entry.lines or (row.blank_before == 0 and not row.new)


def _belongs_to_people(found: Sorted, row: Row) -> bool:
    if row.heading is not None or _OF_THE_BOARD.match(row.text):
        return False
    if NOBODY.fullmatch(row.text) or reads_as_people(row.text) or (row.listed and tells_of_somebody(row.text)):
        return True
    above = _text_above(found.people)
    if row.blank_before == 0 and not row.new:
        return reads_as_people(f"{above} {row.text}") or tells_of_somebody(row.text)
    return tells_of_somebody(row.text) or (
        bool(above) and not is_complete(above) and not above.endswith(".") and reads_as_people(f"{above} {row.text}")
    )


def _text_above(people: Sequence[Row | TableRows]) -> str:
    """The last lines of the run that a line may go on, from where it surely began."""
    texts: list[str] = []
    for row in reversed(people[-LINES_ABOVE:]):
        if isinstance(row, TableRows):
            break
        found = label_in(row, None)
        texts.append(found[1] if found is not None else row.text)
        if found is not None or row.new:
            break
    return " ".join(reversed(texts))


def _take_table(table: TableRows, found: Sorted) -> None:
    if groups_side_by_side(table):
        found.people.append(table)
        found.in_people, found.open_value = True, False
        return
    labels = [cell_fact(_text(row[0])) for row in table.rows if row and _text(row[0])]
    labelled = sum(one is not None for one in labels) + sum(
        known_group(_text(row[0])) is not None
        for row in table.rows
        if row and _text(row[0]) and any(row[1:]) and cell_fact(_text(row[0])) is None
    )
    if (labelled < 1 or sheet_of(table.rows[0]) is not None) and is_people_table(table):
        found.people.append(table)
        found.in_people, found.open_value = True, False
        return
    first_is_label = labelled * 2 >= len(labels)
    for row, place in _with_more_values(table) if first_is_label else zip(table.rows, table.places, strict=True):
        _take_cells(row, place, first_is_label, found)


def _with_more_values(table: TableRows) -> list[tuple[Cells, Place]]:
    """The rows; one without a label goes on with the values of the row above it."""
    rows: list[tuple[Cells, Place]] = []
    for row, place in zip(table.rows, table.places, strict=True):
        above = rows[-1] if rows else None
        if above is not None and row and not row[0] and above[0][0] and len(row) == len(above[0]):
            cells = tuple((*one, *more) for one, more in zip(above[0], row, strict=True))
            rows[-1] = (cells, above[1].to(place))
        else:
            rows.append((row, place))
    return rows


def _text(cell: Sequence[str]) -> str:
    return " ".join(cell)


def _take_cells(row: Cells, place: Place, first_is_label: bool, found: Sorted) -> None:
    at = 0
    while at < len(row):
        text = _text(row[at])
        fact = _label_of_cell(text, first_is_label and at == 0) if at + 1 < len(row) else None
        if fact is not None:
            _take_labelled(fact, row[at + 1], place, found)
            at += 2
        else:
            _take_loose_cell(row[at], place, at > 0 and first_is_label, found)
            at += 1


def _label_of_cell(text: str, is_label: bool) -> tuple[Fact, str] | None:
    if not text:
        return None
    known = cell_fact(text)
    if known is not None:
        return known
    group = known_group(text)
    if group is not None:
        return Fact.PEOPLE, group.label
    return (
        (Fact.OTHER, text.rstrip(": ")) if is_label and len(text.split()) <= 6 and header_fact(text) is None else None
    )


def _take_labelled(fact: tuple[Fact, str], value: Sequence[str], place: Place, found: Sorted) -> None:
    kind, label = fact
    if kind in PEOPLE_FACTS or (kind is Fact.OTHER and _heads_people(label, value)):
        found.people.append(Row(text=f"{label}:", place=place, new=True))
        found.people += [Row(text=line, place=place, new=True) for line in value]
        found.in_people, found.open_value = True, False
    else:
        _open_entry(found, Entry(kind, label, tuple(value), place))
        found.open_value = False


def _heads_people(label: str, value: Sequence[str]) -> bool:
    """Whether a label that says nothing of the meeting has people beside it."""
    if header_fact(f"{label}:") is not None or not value:
        return False
    return known_group(label) is not None or all(reads_as_people(line) for line in value)


def _take_loose_cell(cell: Sequence[str], place: Place, is_sender: bool, found: Sorted) -> None:
    """A cell that no label stands beside: lines of label and value within it, or the block of the sender."""
    if not cell:
        return
    if not any(header_fact(line) for line in cell):
        entry = Entry(Fact.SENDER if is_sender else Fact.OTHER, "", tuple(cell), place)
        found.entries.append(entry)
        found.open_value = False
        return
    for line in cell:
        _take_row(Row(text=line, place=place, new=True), None, found)
    found.open_value = False
