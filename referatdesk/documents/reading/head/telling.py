"""What is told of a person, put into the fields that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.head.atoms import Gap
from referatdesk.documents.reading.head.initials import are_initials
from referatdesk.documents.reading.head.parsing import Means
from referatdesk.documents.reading.head.weighing import LINKS, without_title
from referatdesk.documents.reading.source import Place
from referatdesk.documents.reading.words.names import looks_like_name, name_key
from referatdesk.documents.reading.words.organisations import (
    TWO_LETTER_PARTIES,
    is_party,
    is_whole_organisation,
    looks_like_organisation,
)
from referatdesk.documents.reading.words.presence_notes import PresenceNote, presence_in
from referatdesk.documents.reading.words.stand_ins import StandIn, stand_in_of
from referatdesk.documents.reading.words.titles import is_title_word, meeting_roles
from referatdesk.domain.codes import AttendanceStatus, Role

_INTO = re.compile(r"\s+(?:i|ved|fra|hos|på)\s+(?:den |det |de )?(?=[A-ZÆØÅ])")
_LINK = re.compile(r"\b(?:fra|for|i|ved|hos|repræsenterer|repræsentant for|repr\.(?: for)?)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of what is printed about a person; `ahead` of the name."""

    means: Means
    text: str
    ahead: bool = False
    gap: Gap = Gap.SPACE


@dataclass(slots=True)
class _Fields:
    name: str = ""
    titles: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    presences: list[tuple[str, PresenceNote]] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)
    group: str | None = None


def person_of(told: Sequence[Told], place: Place, away: bool = False) -> list[DraftPerson]:
    """The person, and whoever stood in for the person; `away` says that those listed were not there."""
    fields = _Fields()
    told, party = _without_other(told)
    for at, one in enumerate(told):
        _take(fields, one, after_stand_in=at > 0 and _is_stand_in(told[at - 1]) and one.means is Means.TITLE)
    person = _person(fields, place)
    if not away and not person.is_away:
        personal = [one.raw for one in fields.stand_ins if one.replaced and not one.came]
        fields.stand_ins = [one for one in fields.stand_ins if one.raw not in personal]
        person = replace(person, note=", ".join([*([person.note] if person.note else []), *personal]) or None)
    others = [_stand_in(one, person, place) for one in fields.stand_ins if one.replaced]
    return [person, *(replace(one, party=one.party or party) for one in others)]


def _without_other(told: Sequence[Told]) -> tuple[Sequence[Told], str | None]:
    """What is told of the person, and the party of whoever stood in: what follows that name is told of it."""
    at = next((at for at, one in enumerate(told) if _is_replaced(one)), None)
    if at is None:
        return told, None
    words = [one.text.strip("()[] .") for one in told[at + 1 :]]
    of_other = [is_party(word) or _is_present(word) for word in words]
    party = next((word for word in words if is_party(word)), None)
    behind = [one for one, other in zip(told[at + 1 :], of_other, strict=True) if not other]
    return [*told[: at + 1], *behind], party


def _is_present(words: str) -> bool:
    note = presence_in(words)
    return note is not None and note.status is AttendanceStatus.PRESENT


def _is_replaced(told: Told) -> bool:
    found = stand_in_of(told.text) if told.means is Means.NOTE else None
    return found is not None and found.replaced


def _is_stand_in(told: Told) -> bool:
    found = stand_in_of(told.text) if told.means is Means.NOTE else None
    return found is not None and not found.replaced


def _take(fields: _Fields, one: Told, after_stand_in: bool) -> None:
    match one.means:
        case Means.NAME:
            fields.name = one.text
        case Means.TITLE:
            (fields.notes if after_stand_in else fields.titles).append(one.text)
        case Means.ORGANISATION:
            fields.bodies.append(_LINK.sub("", one.text, count=1) if one.text[0].islower() else one.text)
        case Means.OTHER:
            (fields.titles if one.text[0].islower() else fields.bodies).append(one.text)
        case Means.PARTY:
            fields.parties.append(_party(one.text))
        case Means.ADDRESS:
            (fields.emails if "@" in one.text else fields.notes).append(one.text)
        case Means.NOTE:
            bare = one.text.rstrip(" .,")
            _take_note(fields, bare, bare)
        case Means.BRACKET:
            _take_bracket(fields, one.text)
        case _:
            fields.notes.append(one.text)


def _take_bracket(fields: _Fields, printed: str) -> None:
    inner = printed.strip("()[] ")
    if not inner:
        return
    if not _take_note(fields, inner, printed):
        pieces = [piece.strip() for piece in re.split(r"[,;]", inner) if piece.strip()]
        for piece in pieces:
            if not _take_note(fields, piece, f"({piece})"):
                _take_word(fields, piece)


def _take_note(fields: _Fields, words: str, printed: str) -> bool:
    presence = presence_in(words)
    if presence is not None:
        fields.presences.append((printed, presence))
        return True
    stand_in = stand_in_of(words)
    if stand_in is not None and (looks_like_name(stand_in.name) or not looks_like_organisation(stand_in.name)):
        fields.stand_ins.append(stand_in)
        return True
    return False


def _take_word(fields: _Fields, words: str) -> None:
    """A word in brackets that tells nothing of presence: party, part in the meeting, organisation, initials …"""
    roles = meeting_roles(words)
    if roles and all(role is Role.SECRETARIAT for role in roles):
        fields.group = words
        fields.roles += roles
    elif is_party(words) and not _are_letters_of(words, fields.name):
        fields.parties.append(_party(words))
    elif _are_letters_of(words, fields.name) or are_initials(words, fields.name):
        fields.notes.append(words)
    elif roles or is_title_word(words.split(maxsplit=1)[0]):
        fields.titles.append(words)
        fields.roles += roles
    elif looks_like_organisation(words):
        fields.bodies.append(_LINK.sub("", words, count=1))
    elif words.split(maxsplit=1)[0].casefold() in LINKS or any(sign.isdigit() for sign in words):
        fields.notes.append(words)
    elif words[0].islower():
        fields.titles.append(words)
    else:
        (fields.notes if fields.bodies or len(words) < 4 else fields.bodies).append(words)


def _party(text: str) -> str:
    """A party as it is named elsewhere: its letter without "Liste"."""
    bare = text.strip(" .")
    letter = re.fullmatch(r"liste\s+(?P<letter>[A-ZÆØÅ]{1,2}\d{0,2})", bare, re.IGNORECASE)
    return letter["letter"] if letter is not None else bare


def _are_letters_of(words: str, name: str) -> bool:
    """Whether they are the first letters of first name and surname, and no party's two letters."""
    names = name.split()
    return len(names) > 1 and words == names[0][0] + names[-1][0] and words not in TWO_LETTER_PARTIES


def _person(fields: _Fields, place: Place) -> DraftPerson:
    titles, bodies = _parted(fields.titles, fields.bodies)
    unit, organisation = _unit_and_organisation(bodies)
    status_raw, presence = _presence(fields.presences)
    if name_key(fields.name) in {"vakant", "ubesat", "nn", "n n", "ledig", "vakance"}:
        presence = PresenceNote(AttendanceStatus.VACANT)
    stands_for = next((one for one in fields.stand_ins if not one.replaced), None)
    roles = [role for title in titles for role in meeting_roles(title)]
    later = [raw for raw, _ in fields.presences if raw != status_raw]
    return DraftPerson(
        name=fields.name,
        place=place,
        organisation=organisation,
        party=fields.parties[0] if fields.parties else None,
        role=", ".join([*titles, *fields.parties[1:]]) or None,
        unit=unit,
        roles=tuple(dict.fromkeys([*roles, *fields.roles])),
        group=fields.group,
        email=fields.emails[0] if fields.emails else None,
        status=presence.status,
        status_raw=status_raw,
        stands_in_for=without_title(stands_for.name) if stands_for else None,
        substitution=stands_for.kind if stands_for else None,
        arrived_at=presence.arrived_at,
        left_at=presence.left_at,
        note=", ".join([*fields.notes, *fields.emails[1:], *later]) or None,
    )


def _presence(found: Sequence[tuple[str, PresenceNote]]) -> tuple[str | None, PresenceNote]:
    if not found:
        return None, PresenceNote(AttendanceStatus.PRESENT)
    raw, first = found[0]
    arrived = next((one.arrived_at for _, one in found if one.arrived_at), None)
    left = next((one.left_at for _, one in found if one.left_at), None)
    return raw, PresenceNote(first.status, arrived, left)


def _parted(titles: Iterable[str], bodies: Iterable[str]) -> tuple[list[str], list[str]]:
    """Titles without the organisation that they are held in ("direktør i Egeby Kommune")."""
    kept, found = [], []
    for title in titles:
        cut = next(
            (cut for cut in reversed(list(_INTO.finditer(title))) if is_whole_organisation(title[cut.end() :])), None
        )
        kept.append(title[: cut.start()] if cut else title)
        found += [title[cut.end() :]] if cut else []
    return kept, [*bodies, *found]


def _unit_and_organisation(bodies: Sequence[str]) -> tuple[str | None, str | None]:
    if len(bodies) < 2:
        return None, bodies[0] if bodies else None
    whole = [body for body in bodies if is_whole_organisation(body)]
    organisation = whole[-1] if whole else bodies[-1]
    units = [body for body in bodies if body is not organisation]
    return ", ".join(units), organisation


def _stand_in(one: StandIn, person: DraftPerson, place: Place) -> DraftPerson:
    """Whoever came in the place of the person; party or organisation may follow the name after a comma."""
    name, _, rest = without_title(one.name).partition(",")
    return DraftPerson(
        name=name.strip(),
        place=place,
        organisation=rest.strip() or person.organisation if not is_party(rest.strip()) else person.organisation,
        party=rest.strip() if is_party(rest.strip()) else None,
        roles=(Role.SUBSTITUTE,),
        status=AttendanceStatus.PRESENT,
        stands_in_for=person.name,
    )
