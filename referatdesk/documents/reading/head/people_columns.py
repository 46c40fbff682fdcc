"""Tables of people whose columns are named in the first row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from referatdesk.documents.reading.head.atoms import RunLine
from referatdesk.documents.reading.head.groups import Group, possible_group
from referatdesk.documents.reading.head.listing import Listing
from referatdesk.documents.reading.head.people import ReadPerson, read_run
from referatdesk.documents.reading.head.rows import Cells, Row, TableRows
from referatdesk.documents.reading.source import Place
from referatdesk.documents.reading.words.organisations import is_party, looks_like_organisation
from referatdesk.documents.reading.words.presence_notes import presence_in
from referatdesk.documents.reading.words.stand_ins import stand_in_of
from referatdesk.domain.codes import AttendanceStatus


class Column(Enum):
    NAME = auto()
    GIVEN = auto()
    TITLE = auto()
    UNIT = auto()
    ORGANISATION = auto()
    PARTY = auto()
    EMAIL = auto()
    PRESENT = auto()
    AWAY = auto()
    STATUS = auto()
    STAND_IN = auto()
    NOTE = auto()
    GROUP = auto()
    OTHER = auto()


_HEADINGS = (
    (
        Column.NAME,
        r"(?:fulde )?navne?|deltagere?|medlem(?:mer)?|mødedeltagere?|person|navn på \w+|efternavn"
        r"|deltagernavn",
    ),
    (Column.GIVEN, r"fornavn"),
    (
        Column.TITLE,
        r"titel|stilling(?:sbetegnelse)?|funktion|rolle|hverv|post|titel/funktion|titel/stilling"
        r"|stilling/titel|rolle/titel"
        r"|(?:titel|stilling|funktion|rolle)(?: ?/ ?| og |, ?)(?:organisation|kommune|arbejdssted)",
    ),
    (Column.UNIT, r"enhed|afdeling|område|forvaltning|center|arbejdssted|arbejdsplads"),
    (
        Column.ORGANISATION,
        r"organisation|repræsenterer|repræsentation|kommune(?:/region)?|myndighed|udpeget af"
        r"|indstillet af|virksomhed|fra|part|kommune/organisation|organisation/kommune",
    ),
    (Column.PARTY, r"parti|liste|partiliste|partibogstav|listebogstav|gruppe"),
    (Column.EMAIL, r"e-?mail(?:adresse)?|mail(?:adresse)?"),
    (Column.PRESENT, r"(?:var )?til ?stede|mødt|deltog|deltager i mødet|deltaget|fremmødt|ja"),
    (Column.AWAY, r"afbud|fravær(?:ende)?|ikke til ?stede|ikke mødt|meldt afbud|nej"),
    (
        Column.STATUS,
        r"status|fremmøde|deltagelse|tilstedeværelse|mødt/afbud|til stede/afbud|tilstede/afbud"
        r"|mødestatus|fremmøde/afbud|afbud/fravær|til ?stede \(ja/nej\)",
    ),
    (
        Column.STAND_IN,
        r"stedfortræder(?: for)?|suppleant(?: for)?|personlig (?:suppleant|stedfortræder)"
        r"|mødt suppleant",
    ),
    (Column.NOTE, r"bemærkning(?:er)?|note(?:r)?|kommentar(?:er)?|telefon|tlf\.?|mobil|initialer|init\.?"),
    (Column.GROUP, r"side|gruppering|repræsentantgruppe"),
    (Column.OTHER, r"underskrift|nr\.?|#|signatur|"),
)
_COLUMN = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _HEADINGS)
_YES = re.compile(r"[x✓✔✗☒☑+1•v]|ja|til ?stede|mødt|deltog|deltager|ok", re.IGNORECASE)
_NO = re.compile(r"[-–—0÷☐]|nej|ikke mødt", re.IGNORECASE)
_ANSWER = re.compile(r"(?P<answer>ja|nej|x)\s*[-–,:;(]\s*(?P<rest>[^()]\S.*?)\)?", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:personlig )?(?:suppleant|stedfortræder)\b(?! for\b)", re.IGNORECASE)
_LETTER = re.compile(r" ?\([A-ZÆØÅ]\d?\)")


@dataclass(frozen=True, slots=True)
class Sheet:
    columns: tuple[Column, ...]
    headings: tuple[str, ...]


def _heading(cell: Sequence[str]) -> Column | None:
    text = " ".join(cell).strip(" :.").casefold()
    return next((column for column, pattern in _COLUMN if pattern.fullmatch(text)), None)


def sheet_of(row: Cells) -> Sheet | None:
    found = [_heading(cell) for cell in row]
    columns = tuple(column or Column.OTHER for column in found)
    filled = [column for column, cell in zip(found, row, strict=True) if cell]
    if Column.NAME not in columns or len(filled) < 2 or None in filled or len(set(columns)) < 2:
        return None
    return Sheet(columns, tuple(" ".join(cell) for cell in row))


def by_columns(table: TableRows, sheet: Sheet, group: Group, listing: Listing) -> list[Row]:
    unread: list[Row] = []
    marked = _marks_presence(table, sheet)
    for row, place in zip(table.rows[1:], table.places[1:], strict=True):
        cells = [" ".join(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        heading = possible_group(filled[0]) if len(filled) == 1 else None
        if heading is not None:
            group = heading
        elif filled:
            unread += _person_of_row(_told(cells, sheet), place, group, listing, marked)
    return unread


def _marks_presence(table: TableRows, sheet: Sheet) -> bool:
    """Whether those who were there are ticked, so that an open cell says something too."""
    columns = [at for at, column in enumerate(sheet.columns) if column is Column.PRESENT]
    return (
        any(row[at] for at in columns for row in table.rows[1:] if at < len(row)) and Column.AWAY not in sheet.columns
    )


def _told(cells: Sequence[str], sheet: Sheet) -> dict[Column, str]:
    told = dict.fromkeys(Column, "")
    for column, cell in zip(sheet.columns, cells, strict=False):
        told[column] = f"{told[column]}, {cell}" if told[column] and cell else told[column] or cell
    for column in (Column.PRESENT, Column.STATUS):
        if match := _ANSWER.fullmatch(told[column]):
            told[column] = match["answer"]
            beside = Column.STAND_IN if _INSTEAD.match(match["rest"]) else Column.NOTE
            told[beside] = ", ".join(text for text in (told[beside], match["rest"]) if text)
    return told


def _person_of_row(told: dict[Column, str], place: Place, group: Group, listing: Listing, marked: bool) -> list[Row]:
    name = f"{told[Column.GIVEN]} {told[Column.NAME]}".strip()
    if not name:
        return [Row(text=", ".join(text for text in told.values() if text), place=place)]
    line = ", ".join(part for part in (name, _printed(told)) if part)
    read = read_run([RunLine(line, place, True)], [*listing.names, name] if _is_plain(name) else listing.names)
    for at, one in enumerate(read.people):
        listing.add_person(_as_told(one, told) if at == 0 else one, group)
    if marked and read.people and not told[Column.PRESENT] and not read.people[0].person.is_away:
        listing.leave_open(read.people[0].person)
    return [Row(text=one.text, place=place) for one in read.unread]


def _is_plain(name: str) -> bool:
    return "," not in name and "(" not in name and len(name.split()) < 6 and not any(sign.isdigit() for sign in name)


def _printed(told: dict[Column, str]) -> str:
    """What the cells of a row tell of the person, as if it were printed in a run."""
    parts = [told[column] for column in (Column.TITLE, Column.UNIT, Column.ORGANISATION, Column.EMAIL)]
    parts += [_party(told[Column.PARTY])]
    notes = [told[column] for column in (Column.STATUS, Column.NOTE)]
    parts += [
        f"({_unbracketed(text)})" for text in notes if text and not _YES.fullmatch(text) and not _NO.fullmatch(text)
    ]
    stand_in = _unbracketed(_LETTER.sub("", told[Column.STAND_IN]))
    if stand_in_of(stand_in) is not None or (stand_in and _status(told) is not None):
        parts.append(f"({stand_in})" if stand_in_of(stand_in) is not None else f"(stedfortræder {stand_in})")
    elif stand_in:
        parts.append(f"(Stedfortræder: {stand_in})")
    return ", ".join(part for part in parts if part)


def _unbracketed(text: str) -> str:
    return text.replace("(", "").replace(")", "")


def _party(text: str) -> str:
    letter = re.fullmatch(r"(?:liste )?([A-ZÆØÅ]\d?)\s*[-–(].*", text, re.IGNORECASE)
    return f"({letter[1]})" if letter else f"({text})" if is_party(text) else text


def _as_told(read: ReadPerson, told: dict[Column, str]) -> ReadPerson:
    """The person with what the columns say their cells are, whatever the words look like."""
    person = read.person
    is_title = person.organisation == told[Column.TITLE] and not looks_like_organisation(told[Column.TITLE])
    if is_title and person.role is None:
        read = replace(read, person=replace(person, role=person.organisation, organisation=None))
    return _with_status(read, told)


def _with_status(read: ReadPerson, told: dict[Column, str]) -> ReadPerson:
    status = _status(told)
    if status is None or read.person.status is AttendanceStatus.VACANT:
        return read
    words = next((told[column] for column in (Column.STATUS, Column.PRESENT) if presence_in(told[column])), None)
    return replace(read, person=replace(read.person, status=status, status_raw=words or read.person.status_raw))


def _status(told: dict[Column, str]) -> AttendanceStatus | None:
    """What the marks of the columns say of presence."""
    away, present, status = told[Column.AWAY], told[Column.PRESENT], told[Column.STATUS]
    if away and not _NO.fullmatch(away):
        return AttendanceStatus.ABSENT_NOTIFIED
    for text in (present, status):
        if text and _NO.fullmatch(text):
            return AttendanceStatus.ABSENT
        note = presence_in(text) if text else None
        if note is not None:
            return note.status
    return None
