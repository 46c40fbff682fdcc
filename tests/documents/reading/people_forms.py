"""What tests say of people who were read: only what is told of each."""

from dataclasses import fields

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.head.attendance import read_attendance
from referatdesk.documents.reading.head.head import ReadHead, read_head
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.richtext import Cell, Table, paragraph


def told(person: DraftPerson) -> dict[str, object]:
    filled = {field.name: getattr(person, field.name) for field in fields(person) if field.name != "place"}
    present = filled["status"] is AttendanceStatus.PRESENT
    return {key: value for key, value in filled.items() if value and not (key == "status" and present)}


def one(name: str, **facts: object) -> dict[str, object]:
    """A person; a status is named by its code, roles are a text of codes."""
    roles = facts.pop("roles", "")
    return {"name": name, **({"roles": tuple(str(roles).split())} if roles else {}), **facts}


def people_of(text: str) -> list[dict[str, object]]:
    people, _ = read_attendance(source_of_text(text).paragraphs)
    return [told(person) for person in people]


def head_of(text: str) -> ReadHead:
    return read_head(source_of_text(text).paragraphs)


def table(*rows: str) -> Table:
    """A table from rows whose cells are parted by "|" and whose lines within a cell by "//"."""
    return Table(tuple(tuple(_cell(cell) for cell in row.split("|")) for row in rows))


def _cell(text: str) -> Cell:
    return Cell(tuple(paragraph(line.strip()) for line in text.split(" // ") if line.strip()))
