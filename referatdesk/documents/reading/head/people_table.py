"""Tables of people: columns named in the first row, groups side by side, or rows that tell of one person each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.head.atoms import RunLine
from referatdesk.documents.reading.head.groups import Group, known_group, possible_group
from referatdesk.documents.reading.head.listing import Listing
from referatdesk.documents.reading.head.people import ReadRun, read_run, run_cost
from referatdesk.documents.reading.head.people_columns import by_columns, sheet_of
from referatdesk.documents.reading.head.rows import Cells, Row, TableRows
from referatdesk.documents.reading.source import Place
from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.names import looks_like_name
from referatdesk.documents.reading.words.titles import is_title_word

_NOTES = re.compile(r"\([^()]*\)")
LIKE_PEOPLE = 0.75
FOLDED = 2


def is_people_table(table: TableRows) -> bool:
    """Whether the table lists people and nothing else."""
    return sheet_of(table.rows[0]) is not None or _side_by_side(table) is not None or _names_in_rows(table)


def groups_side_by_side(table: TableRows) -> bool:
    """Whether each column has a group as its heading and people below it."""
    return _side_by_side(table) is not None


def table_people(table: TableRows, group: Group, listing: Listing) -> list[Row]:
    """The people of a table put into the listing; what names nobody is handed back."""
    sides = _side_by_side(table)
    if sides is not None:
        return _by_sides(table, sides, listing)
    sheet = sheet_of(table.rows[0])
    if sheet is not None:
        return by_columns(table, sheet, group, listing)
    return _by_rows(table, group, listing)


def _side_by_side(table: TableRows) -> list[Group] | None:
    """Groups as headings of columns, with their people below."""
    groups = [known_group(" ".join(cell)) for cell in table.rows[0] if cell]
    if len(table.rows) < 2 or len(groups) < 2 or len(groups) != len(table.rows[0]):
        return None
    named = [group for group in groups if group is not None]
    below = [line for row in table.rows[1:] for cell in row for line in cell]
    return named if len(named) == len(groups) and below and run_cost(below) < LIKE_PEOPLE else None


def _names_in_rows(table: TableRows) -> bool:
    rows = [row for row in table.rows if any(row) and _group_of(row) is None]
    named = [row for row in rows if run_cost([_as_line(row)]) < LIKE_PEOPLE and any(_is_named(cell) for cell in row)]
    return len(rows) > 1 and len(named) * 3 >= len(rows) * 2


def _group_of(row: Cells) -> Group | None:
    """The group that a row with nothing else heads."""
    filled = [cell for cell in row if cell]
    return possible_group(" ".join(filled[0])) if len(filled) == 1 else None


def _is_named(cell: Sequence[str]) -> bool:
    """Whether a cell holds a name, with a title in front of it or a note in brackets behind it, and nothing else."""
    words = _NOTES.sub("", " ".join(cell)).split()
    while words and is_title_word(words[0]):
        words = words[1:]
    return looks_like_name(" ".join(words))


def _by_sides(table: TableRows, groups: Sequence[Group], listing: Listing) -> list[Row]:
    unread: list[Row] = []
    for column, group in enumerate(groups):
        lines = [
            RunLine(line, place, True)
            for row, place in zip(table.rows[1:], table.places[1:], strict=True)
            for line in (row[column] if column < len(row) else ())
        ]
        read = read_run(lines, listing.names, group.away)
        listing.add(read, group)
        unread += [Row(text=one.text, place=one.place) for one in read.unread]
    return unread


def _by_rows(table: TableRows, group: Group, listing: Listing) -> list[Row]:
    """Each row one person, or a heading over those below it."""
    unread: list[Row] = []
    for row, place in zip(table.rows, table.places, strict=True):
        filled = [cell for cell in row if cell]
        heading = _group_of(row)
        if heading is not None:
            group = heading
        elif filled:
            unread += _read_row(filled, place, group, listing)
    return unread


def _read_row(cells: Sequence[Sequence[str]], place: Place, group: Group, listing: Listing) -> list[Row]:
    own = possible_group(" ".join(cells[0])) if len(cells) > 1 else None
    people = [line for cell in cells[1:] for line in cell]
    is_office = own is not None and own.role is not None and own.organisation is None and len(people) < 2
    if (
        own is not None
        and not is_office
        and people
        and run_cost(people[:1]) < LIKE_PEOPLE
        and run_cost(people) < LIKE_PEOPLE
    ):
        listing.add(read_run([RunLine(line, place, True) for line in people], listing.names, own.away), own)
        return []
    read = _as_one(read_run([RunLine(_as_line(cells), place, True)], listing.names, group.away), cells)
    listing.add(read, group)
    return [Row(text=one.text, place=place) for one in read.unread]


def _as_one(read: ReadRun, cells: Sequence[Sequence[str]]) -> ReadRun:
    """The one person of a row whose first cell is a name: what looks like another name is where the person works."""
    if len(read.people) != FOLDED or not _is_named(cells[0]) or read.people[0].person.unit is not None:
        return read
    first, other = (one.person for one in read.people)
    if is_given_name(other.name.split()[0]) or first.is_away != other.is_away:
        return read
    return replace(read, people=(replace(read.people[0], person=replace(first, unit=other.name)),))


def _as_line(cells: Sequence[Sequence[str]]) -> str:
    return ", ".join(", ".join(cell) for cell in cells if cell)
