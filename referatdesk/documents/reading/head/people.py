"""Runs and lists of people read: who they are, and what is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.head.atoms import MOST_ATOMS, Atom, RunLine, atoms_of, span_text
from referatdesk.documents.reading.head.parsing import Means, Piece, Run, pieces_of
from referatdesk.documents.reading.head.telling import Told, person_of
from referatdesk.documents.reading.head.weighing import LINKS
from referatdesk.documents.reading.source import Place
from referatdesk.documents.reading.words.names import name_key

NEVER = 99.0
SOMEWHERE = Place(1, 1)
LOOSE_ENDS = LINKS | {"og", "samt"}
"""Words that something must follow."""
UNSURE_NAME = 0.9
UNSURE_WORDS = 0.9
"""A name or a qualifier that costs more than this is a guess."""
_END_SIGNS = 400
"""So much of a run's end tells whether it could end there."""


@dataclass(frozen=True, slots=True)
class ReadPerson:
    person: DraftPerson
    certain: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReadRun:
    """The people of a run, the lines that are none, and how unlike a run of people it is per piece."""

    people: tuple[ReadPerson, ...]
    unread: tuple[RunLine, ...]
    cost: float


def read_run(lines: Sequence[RunLine], known: Iterable[str] = (), away: bool = False) -> ReadRun:
    """`known` are names met before, which need no weighing; `away` says that those listed were not there."""
    atoms = atoms_of(lines)
    if not atoms:
        return ReadRun((), (), NEVER)
    pieces, cost = pieces_of(Run(atoms, frozenset(name_key(name) for name in known), away))
    people = [_read_person(atoms, own, lines, away) for own in _persons(pieces)]
    unread = tuple(lines[atoms[one.first].line] for one in pieces if one.means is Means.UNREAD)
    if len(atoms) >= MOST_ATOMS:
        unread += tuple(lines[atoms[-1].line :])
    return ReadRun(tuple(one for found in people for one in found), unread, cost / len(pieces))


def text_lines(texts: Iterable[str], place: Place = SOMEWHERE) -> list[RunLine]:
    return [RunLine(text, place) for text in texts]


def run_cost(texts: Sequence[str], known: Iterable[str] = ()) -> float:
    """How unlike a run of people the lines are, per piece: near 0 for a good run, above 1 for prose.

    A line that is cut behind a word like "for" may still be one of them.
    """
    found = read_run(text_lines(_without_loose_end(text) for text in texts), known)
    return NEVER if found.unread or not found.people else found.cost


def _without_loose_end(text: str) -> str:
    words = text.split()
    while words and words[-1].casefold() in LOOSE_ENDS:
        words.pop()
    return " ".join(words)


def is_complete(run: str) -> bool:
    """Whether a run could end here: not after a comma, nor after a name while the others have a qualifier."""
    words = run.split()
    if run.rstrip().endswith((",", ";", "-")) or (words and words[-1].casefold() in LOOSE_ENDS):
        return False
    end = ",".join(run[-_END_SIGNS:].rsplit(",", 12)[-12:])
    people = [one.person for one in read_run(text_lines([end])).people]
    told = [_is_told(one) for one in people]
    return not (len(told) > 1 and not told[-1] and all(told[1:-1]) and any(told[:-1]))


def _is_told(one: DraftPerson) -> bool:
    return any(
        (one.organisation, one.party, one.role, one.unit, one.status_raw, one.note, one.email, one.stands_in_for)
    )


def _persons(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each person: a new one begins with its name, or with the title in front of it."""
    persons: list[list[Piece]] = []
    ahead: list[Piece] = []
    for piece in pieces:
        if piece.means is Means.UNREAD:
            ahead = []
        elif piece.means is Means.NAME:
            persons.append([*ahead, piece])
            ahead = []
        elif piece.ahead:
            ahead.append(piece)
        else:
            persons[-1].append(piece)
    return persons


def _read_person(
    atoms: Sequence[Atom], pieces: Sequence[Piece], lines: Sequence[RunLine], away: bool
) -> list[ReadPerson]:
    name = next(one for one in pieces if one.means is Means.NAME)
    told = [
        Told(one.means, span_text(atoms[one.first : one.last]), one.first < name.first, atoms[one.first].gap)
        for one in pieces
    ]
    place = lines[atoms[pieces[0].first].line].place.to(lines[atoms[pieces[-1].last - 1].line].place)
    unsure = name.cost > UNSURE_NAME or any(one.means is Means.OTHER and one.cost > UNSURE_WORDS for one in pieces)
    return [ReadPerson(one, not unsure) for one in person_of(told, place, away)]


def tells_of_somebody(text: str) -> bool:
    """Whether a line without a name tells of the person above: a title, an organisation, a note of presence …"""
    atoms = atoms_of([RunLine(f"Hans Hansen, {text}", Place(1, 1))])
    pieces, cost = pieces_of(Run(atoms))
    told = [one for one in pieces if one.means not in {Means.NAME, Means.UNREAD}]
    return len(pieces) == len(told) + 1 and bool(told) and cost / len(pieces) < 0.4 and len(text) < 120
