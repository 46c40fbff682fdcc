"""Runs of people read: "<Name>, <party or organisation>, <Name>, …" in one line or broken over several.

Nothing in the run says which piece is a name and which belongs to the name before it. So every way of dividing the
pieces is weighed: a piece costs something as a name and something else as a qualifier, and the cheapest reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from referatdesk.documents.reading.words.person_words import (
    absence_in,
    is_glued,
    is_party,
    is_role,
    looks_like_name,
    looks_like_organisation,
    name_key,
)
from referatdesk.domain.codes import AttendanceStatus

_STAND_IN = re.compile(
    r"^(?:(?:er|som|mødte|møder|deltog|deltager)\s+)?"
    r"(?:stedfortræder|stedfortrædende|suppleant|i stedet|tilforordnet)\s+for\s+(.+)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MAX_QUALIFIERS = 4
NEVER = 99.0
LONGEST_PIECE = 300
"""What is longer is no name and no organisation, and is not looked into."""
PIECES_LOOKED_AT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPerson:
    name: str
    organisation: str | None = None
    party: str | None = None
    role: str | None = None
    email: str | None = None
    status: AttendanceStatus = AttendanceStatus.PRESENT
    status_raw: str | None = None
    stands_in_for: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two commas; `ends` when nothing after it can belong to the same person."""

    text: str
    ends: bool = False

    @property
    def bare(self) -> str:
        return _EMAIL.sub("", _BRACKETS.sub("", self.text[:LONGEST_PIECE])).strip(" ,") + self.text[LONGEST_PIECE:]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the pieces cost from here on, and where the next person begins."""

    cost: float
    after: int = 0


def read_people(lines: Sequence[str], known: Iterable[str] = ()) -> tuple[ReadPerson, ...]:
    """The people of a run printed in these lines; `known` are names met before, which need no weighing."""
    names = frozenset(name_key(name) for name in known)
    run = lines[0].strip() if lines else ""
    for line in lines[1:]:
        run = _joined(run, line.strip(), names)
    pieces = _pieces(run, names)
    bounds = (*_starts(_read(pieces, names)), len(pieces))
    return tuple(_person(pieces[first:last], names) for first, last in pairwise(bounds) if pieces[first].bare)


def run_cost(lines: Sequence[str], known: Iterable[str] = ()) -> float:
    """How unlike a run of people the lines are, per piece: near 0 for a good run, above 1 for prose."""
    names = frozenset(name_key(name) for name in known)
    pieces = _pieces(" ".join(line.strip() for line in lines), names)
    return _read(pieces, names)[0].cost / len(pieces) if pieces else NEVER


def is_complete(run: str) -> bool:
    """Whether a run could end here: not after a comma, nor after a name while the others have a qualifier."""
    if run.rstrip().endswith((",", ";", "-")):
        return False
    pieces = _pieces(_end_of(run), frozenset())
    starts = _starts(_read(pieces, frozenset()))
    last_is_alone = bool(starts) and starts[-1] == len(pieces) - 1
    return not (last_is_alone and len(starts) > 1 and not absence_in(pieces[-1].text) and _any_qualified(pieces))


def _end_of(run: str) -> str:
    """The last pieces of a run: what comes before them does not tell how the next line belongs to it."""
    return ",".join(run.rsplit(",", PIECES_LOOKED_AT)[-PIECES_LOOKED_AT:])


def _any_qualified(pieces: Sequence[_Piece]) -> bool:
    return any(_is_certain_qualifier(piece.bare) for piece in pieces)


def _joined(run: str, line: str, known: frozenset[str]) -> str:
    """Two lines of a run as one: broken at a comma, inside a piece, or between two people."""
    if not run or not line or run.endswith((",", ";")):
        return f"{run} {line}".strip()
    between = "" if re.search(r"\w-$", run) and line[0].isalpha() else " "
    broken, apart = (_read(_pieces(f"{_end_of(run)}{sign}{line}", known), known)[0] for sign in (between, "; "))
    return f"{run}; {line}" if apart.cost < broken.cost else f"{run}{between}{line}"


def _pieces(run: str, known: frozenset[str]) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    for group in _outside_brackets(run, ";"):
        texts = [part for text in _outside_brackets(group, ",") for part in _around_and(text.strip(" ."), known)]
        filled = [text for text in texts if text]
        pieces += [_Piece(text, ends=at == len(filled) - 1) for at, text in enumerate(filled)]
    return tuple(pieces)


def _outside_brackets(text: str, sign: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, one in enumerate(text):
        depth += (one == "(") - (one == ")")
        if one == sign and depth <= 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def _around_and(text: str, known: frozenset[str]) -> list[str]:
    """A piece cut at "og" where another person's name follows it."""
    words = re.split(r"\s+(?:og|samt)\s+", text)
    parts = [words[0]]
    for right in words[1:]:
        left = _BRACKETS.sub("", parts[-1]).strip()
        is_name = name_key(right) in known or looks_like_name(_BRACKETS.sub("", right).strip())
        if is_name and (_is_certain_qualifier(left) or looks_like_name(left) or name_key(left) in known):
            parts.append(right)
        else:
            parts[-1] = f"{parts[-1]} og {right}"
    return parts


def _is_certain_qualifier(text: str) -> bool:
    return is_party(text) or is_role(text) or looks_like_organisation(text)


@lru_cache(maxsize=4096)
def _name_cost(text: str, is_known: bool) -> float:
    if is_known:
        return -0.5
    if not text or any(sign.isdigit() for sign in text):
        return 6.0
    if is_party(text) or is_role(text) or text[0].islower():
        return 4.0
    if looks_like_organisation(text):
        return 3.0
    if looks_like_name(text):
        return 0.0
    return 1.5 if len(text.split()) <= 2 else 2.5 + 0.3 * len(text.split())


@lru_cache(maxsize=4096)
def _qualifier_cost(text: str, is_known: bool) -> float:
    if is_known:
        return 4.0
    if not text or _is_certain_qualifier(text):
        return 0.6 if is_glued(text) else 0.0
    if looks_like_name(text):
        return 1.2
    return 0.5 + 0.15 * max(len(text.split()) - 4, 0)


def _read(pieces: Sequence[_Piece], known: frozenset[str]) -> list[_Reading]:
    """The cheapest division of the pieces into people, from every piece on; found from the end."""
    alone = 0.9 if _any_qualified(pieces) else 0.0
    best = [_Reading(0.0)] * (len(pieces) + 1)
    for first in range(len(pieces) - 1, -1, -1):
        lonely = 0.0 if _BRACKETS.search(pieces[first].text) else alone
        options = [
            _Reading(cost + lonely * (last == first + 1) + best[last].cost, last)
            for last, cost in _costs_from(pieces, first, known)
        ]
        best[first] = min(options, key=lambda reading: reading.cost)
    return best


def _starts(readings: Sequence[_Reading]) -> list[int]:
    """Where each person begins."""
    starts: list[int] = []
    at = 0
    while at < len(readings) - 1:
        starts.append(at)
        at = readings[at].after
    return starts


def _costs_from(pieces: Sequence[_Piece], first: int, known: frozenset[str]) -> Iterator[tuple[int, float]]:
    """The cost of a person whose name is the first piece and whose last qualifier stands before `last`."""
    cost = _name_cost(pieces[first].bare, name_key(pieces[first].bare) in known) + _glue(pieces[first])
    for last in range(first + 1, min(first + MAX_QUALIFIERS + 2, len(pieces) + 1)):
        piece = pieces[last - 1]
        if last - first > 1:
            after_absence = absence_in(pieces[last - 2].text) is not None
            several = 0.4 if last - first > 2 else 0.0
            cost += _qualifier_cost(piece.bare, name_key(piece.bare) in known) + several + after_absence + _glue(piece)
        yield last, cost
        if piece.ends:
            return


def _glue(piece: _Piece) -> float:
    """What it costs that words follow a bracketed note, as where the line break between two people is lost."""
    return 2.0 if re.search(r"\)\s*\w", piece.text) else 0.0


def _person(pieces: Sequence[_Piece], known: frozenset[str]) -> ReadPerson:
    notes = [note.strip() for piece in pieces for note in _BRACKETS.findall(piece.text)]
    emails = [found for piece in pieces for found in _EMAIL.findall(piece.text[:LONGEST_PIECE])]
    words = [piece.bare for piece in pieces[1:] if piece.bare]
    absences = [(note, absence_in(f"({note})")) for note in notes]
    absences += [(word, absence_in(f"({word})")) for word in words if absence_in(f"({word})")]
    absence = next(((note, status) for note, status in absences if status is not None), None)
    left = [note for note in notes if absence_in(f"({note})") is None]
    described = [word for word in words if absence_in(f"({word})") is None]
    stand_ins = [match[1] for one in (*described, *left) if (match := _STAND_IN.match(one))]
    said = [one for one in (*described, *left) if not _STAND_IN.match(one)]
    parties = [one for one in said if is_party(one)]
    roles = [one for one in said if one not in parties and (is_role(one) or (one in left and not _is_place(one)))]
    organisations = [one for one in said if one not in parties and one not in roles]
    name = pieces[0].bare
    return ReadPerson(
        name=name,
        organisation=", ".join(organisations) or None,
        party=parties[0] if parties else None,
        role=", ".join([*roles, *parties[1:]]) or None,
        email=emails[0] if emails else None,
        status=absence[1] if absence and absence[1] else AttendanceStatus.PRESENT,
        status_raw=f"({absence[0]})" if absence else None,
        stands_in_for=stand_ins[0] if stand_ins else None,
        certain=name_key(name) in known or _is_certain(name, organisations),
    )


def _is_place(note: str) -> bool:
    return looks_like_organisation(note)


def _is_certain(name: str, organisations: Sequence[str]) -> bool:
    return looks_like_name(name) and not any(
        looks_like_name(one) and not looks_like_organisation(one) for one in organisations
    )
