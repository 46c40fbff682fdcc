"""Who led the meeting and who wrote it down, named on lines of their own: parts of people who are in the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from referatdesk.documents.reading.draft import Doubt, DraftPerson
from referatdesk.documents.reading.head.head_lines import Entry, Fact
from referatdesk.documents.reading.head.listing import alike
from referatdesk.documents.reading.head.people import read_run, text_lines
from referatdesk.documents.reading.words.names import looks_like_name, name_key
from referatdesk.documents.reading.words.titles import meeting_role
from referatdesk.domain.codes import AttendanceStatus, Role

_LATER = re.compile(r"[,;] (?:derefter|dernæst|herefter|fra og med|efterfølgende) ", re.IGNORECASE)
"""What follows tells who led another part of the meeting, mostly by an office."""


def with_leaders(
    people: Sequence[DraftPerson], entries: Sequence[Entry]
) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
    """The people with the parts that the lines give them; a leader who is not listed was there all the same."""
    listed = list(people)
    doubts: list[Doubt] = []
    for entry in entries:
        if entry.fact not in {Fact.LEADER, Fact.RECORDER} or not entry.lines:
            continue
        role = Role.MINUTE_TAKER if entry.fact is Fact.RECORDER else meeting_role(entry.label) or Role.MEETING_LEADER
        now = _LATER.split(entry.value, maxsplit=1)[0]
        named = read_run(text_lines([now], entry.place), [one.name for one in listed])
        for one in named.people if not named.unread else ():
            _give(listed, doubts, replace(one.person, roles=tuple(dict.fromkeys([role, *one.person.roles]))), entry)
    return tuple(listed), tuple(doubts)


def recorder_among(people: Sequence[DraftPerson]) -> str | None:
    """Whoever is said to have written the minutes in the list of people itself."""
    by_role = (one.name for one in people if Role.MINUTE_TAKER in one.roles)
    by_word = (one.name for one in people if (one.role or "").casefold() == "sekretær")
    return next(chain(by_role, by_word), None)


def _give(listed: list[DraftPerson], doubts: list[Doubt], named: DraftPerson, entry: Entry) -> None:
    key = name_key(named.name)
    at = next((at for at, one in enumerate(listed) if name_key(one.name) == key), None)
    if at is not None:
        listed[at] = _merged(listed[at], named)
        return
    like = next((one for one in listed if alike(key, name_key(one.name))), None)
    if like is not None:
        doubts.append(Doubt("person.spelt_twice", entry.place, named.name, like.name))
    elif entry.fact is Fact.LEADER and looks_like_name(named.name):
        status = named.status if named.status_raw else AttendanceStatus.PRESENT
        listed.insert(0, replace(named, status=status))


def _merged(listed: DraftPerson, named: DraftPerson) -> DraftPerson:
    return replace(
        listed,
        roles=tuple(dict.fromkeys([*listed.roles, *named.roles])),
        role=listed.role or named.role,
        organisation=listed.organisation or named.organisation,
        party=listed.party or named.party,
        email=listed.email or named.email,
    )
