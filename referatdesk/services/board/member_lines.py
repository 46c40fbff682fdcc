"""Reading a pasted list of members: a line each, cells parted by tabs, semicolons or commas, the name first.

What the other cells are is told from what they hold: a date, a role, a party letter, else the organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from referatdesk.domain.codes import Role

_PARTY = re.compile(r"\(?([A-ZÆØÅ]{1,2}\d?)\)?")
_DANISH_DATE = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTY_AFTER_NAME = re.compile(r"(.+?)\s*\(([A-ZÆØÅ]{1,2}\d?)\)")
_MARK = re.compile(r"^\s*(?:[-–•*]|\d+[.)])\s+")
_HEADINGS = frozenset({"navn", "name"})
_ROLES = {
    "formand": Role.CHAIR,
    "medformand": Role.CO_CHAIR,
    "næstformand": Role.VICE_CHAIR,
    "medlem": Role.MEMBER,
    "mødeleder": Role.MEETING_LEADER,
    "referent": Role.MINUTE_TAKER,
    "sekretariat": Role.SECRETARIAT,
    "sekretær": Role.SECRETARIAT,
    "observatør": Role.OBSERVER,
}
"""The Danish words for roles, as lists of members print them."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Dates are ISO text."""

    name: str
    role: Role = Role.MEMBER
    organisation: str | None = None
    party: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


def read_lines(text: str) -> list[MemberLine]:
    lines = [_MARK.sub("", line).strip() for line in text.splitlines()]
    read = [_read(line) for line in lines if line]
    return [line for line in read if line.name and line.name.casefold() not in _HEADINGS]


def _read(line: str) -> MemberLine:
    parting = next((sign for sign in "\t;" if sign in line), ",")
    name, *cells = (" ".join(cell.split()) for cell in line.split(parting))
    with_party = _PARTY_AFTER_NAME.fullmatch(name)
    read = MemberLine(with_party[1], party=with_party[2]) if with_party else MemberLine(name)
    for cell in cells:
        if cell:
            read = _with_cell(read, cell)
    return read


def _with_cell(line: MemberLine, cell: str) -> MemberLine:
    dated = _iso_date(cell)
    if dated is not None:
        return replace(line, valid_to=dated) if line.valid_from else replace(line, valid_from=dated)
    role = _ROLES.get(cell.strip("()").casefold())
    if role is not None:
        return replace(line, role=role)
    party = _PARTY.fullmatch(cell)
    if party is not None and line.party is None:
        return replace(line, party=party[1])
    if line.organisation is None:
        return replace(line, organisation=cell)
    return replace(line, organisation=f"{line.organisation}, {cell}")


def _iso_date(cell: str) -> str | None:
    danish = _DANISH_DATE.fullmatch(cell)
    iso = f"{danish[3]}-{int(danish[2]):02}-{int(danish[1]):02}" if danish else cell
    try:
        return date.fromisoformat(iso).isoformat() if _ISO_DATE.fullmatch(iso) else None
    except ValueError:
        return None
