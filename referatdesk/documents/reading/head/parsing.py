"""The cheapest way to divide a run of words into people.

Nothing in a run says which words are a name and which belong to the name before it, so every way of dividing it is
weighed: words cost something as a name and something else as a title, and the cheapest reading of the run wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from referatdesk.documents.reading.head import weighing
from referatdesk.documents.reading.head.atoms import Atom, Gap, Kind, span_text
from referatdesk.documents.reading.words.names import name_key


class Means(Enum):
    """What a piece of a run was taken for."""

    NAME = auto()
    TITLE = auto()
    ORGANISATION = auto()
    OTHER = auto()
    PARTY = auto()
    NOTE = auto()
    BRACKET = auto()
    ADDRESS = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Atoms `first` to `last` (not included) and what they were taken for; `ahead` of the name they belong to."""

    first: int
    last: int
    means: Means
    cost: float = 0.0
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """The cheapest way to reach a place in the run: what was read last, and from where."""

    cost: float
    before: tuple[int, int] | None = None
    piece: Piece | None = None


OPEN, BEFORE, NAMED, TOLD = range(4)
"""Between people; a person begun and not yet named; named; named with something told of the name."""
MOST_WORDS = 14
ALONE = 0.4
"""What a person costs of whom nothing is told, where something is told of others."""
LINE_WITHIN = 0.4
"""What it costs that a piece goes on over the end of a line."""
_STARTS = {
    Gap.NEW: 0.0,
    Gap.END: 0.0,
    Gap.LINE: 0.0,
    Gap.AND: 0.05,
    Gap.COMMA: 0.2,
    Gap.SPACE: 0.7,
    Gap.DASH: 2.0,
    Gap.COLON: 0.6,
}
_BEHIND = {
    Gap.SPACE: 0.15,
    Gap.COMMA: 0.0,
    Gap.DASH: 0.0,
    Gap.COLON: 0.4,
    Gap.AND: 0.5,
    Gap.LINE: 0.5,
    Gap.END: 1.5,
    Gap.NEW: 1.0,
}
_AHEAD = {Gap.SPACE: 0.0, Gap.LINE: 0.6, Gap.NEW: 1.2, Gap.END: 1.5}
_BREAKS = frozenset({Gap.END, Gap.NEW, Gap.DASH})
"""Gaps that no piece reaches across."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is parsed: the atoms, names known before, and whether those listed were away."""

    atoms: Sequence[Atom]
    known: frozenset[str] = frozenset()
    away: bool = False


def pieces_of(run: Run) -> tuple[list[Piece], float]:
    """The pieces of the cheapest reading, in order, and what it costs.

    Where something is told of most people, somebody of whom nothing is told costs more.
    """
    alone = ALONE if any(_tells(one) for one in run.atoms) else 0.0
    pieces, cost = _cheapest(run, alone)
    if alone and _mostly_bare(pieces):
        return _cheapest(run, 0.0)
    return pieces, cost


def _mostly_bare(pieces: Sequence[Piece]) -> bool:
    names = sum(one.means is Means.NAME for one in pieces)
    told = sum(
        one.means is Means.NAME and two.means is not Means.NAME and not two.ahead for one, two in pairwise(pieces)
    )
    return told * 2 <= names


def _cheapest(run: Run, alone: float) -> tuple[list[Piece], float]:
    count = len(run.atoms)
    table: list[dict[int, Step]] = [{} for _ in range(count + 1)]
    table[0][OPEN] = Step(0.0)
    for at in range(count):
        _close(table[at], at, alone)
        for piece in _pieces_at(run, at):
            for before, after, cost in _moves(run.atoms[at], piece):
                step = table[at].get(before)
                if step is not None:
                    _offer(table[piece.last], after, Step(step.cost + cost + piece.cost, (at, before), piece))
    _close(table[count], count, alone)
    return _way_back(table), table[count][OPEN].cost


def _tells(atom: Atom) -> bool:
    """Whether it surely tells something of a person."""
    if atom.kind is not Kind.WORD:
        return True
    word = weighing.word_of(atom.text)
    is_single_party = atom.gap is Gap.COMMA and weighing.party_cost(atom.text) == 0
    return word.organisation or word.title or word.abbreviation or is_single_party


def _close(steps: dict[int, Step], at: int, alone: float) -> None:
    """The person begun may end here."""
    for state, cost in ((NAMED, alone), (TOLD, 0.0)):
        if state in steps:
            _offer(steps, OPEN, Step(steps[state].cost + cost, (at, state)))


def _offer(steps: dict[int, Step], state: int, step: Step) -> None:
    known = steps.get(state)
    if known is None or step.cost < known.cost:
        steps[state] = step


def _way_back(table: Sequence[dict[int, Step]]) -> list[Piece]:
    pieces: list[Piece] = []
    at: tuple[int, int] | None = (len(table) - 1, OPEN)
    while at is not None:
        step = table[at[0]][at[1]]
        if step.piece is not None:
            pieces.append(replace(step.piece, ahead=at[1] == BEFORE))
        at = step.before
    return pieces[::-1]


def _moves(atom: Atom, piece: Piece) -> Iterator[tuple[int, int, float]]:
    """From which state to which the piece leads, and what the way costs beside the piece itself."""
    start = 0.0 if atom.line == 0 and atom.gap is Gap.NEW else _STARTS[atom.gap]
    behind = 0.05 if atom.after_comma else _BEHIND[atom.gap]
    if piece.means is Means.UNREAD:
        yield OPEN, OPEN, 0.0
    elif piece.means is Means.NAME:
        yield OPEN, NAMED, start
        yield BEFORE, NAMED, _AHEAD.get(atom.gap, 0.3)
    elif piece.means is Means.TITLE:
        yield OPEN, BEFORE, start + 0.05
        yield BEFORE, BEFORE, _AHEAD.get(atom.gap, 0.3)
        yield from _told(behind)
    elif piece.means is Means.ORGANISATION:
        yield OPEN, BEFORE, start + 0.5
        yield BEFORE, BEFORE, 0.3 + _AHEAD.get(atom.gap, 0.3)
        yield from _told(behind)
    elif piece.means in {Means.PARTY, Means.BRACKET}:
        yield OPEN, BEFORE, start + 0.9
        yield from _told(0.0 if piece.means is Means.BRACKET else behind)
    else:
        yield from _told(behind)


def _told(cost: float) -> Iterator[tuple[int, int, float]]:
    yield NAMED, TOLD, cost
    yield TOLD, TOLD, cost + 0.02


def _pieces_at(run: Run, at: int) -> Iterator[Piece]:
    """Everything that the words from here on can be."""
    atom = run.atoms[at]
    if at == 0 or atom.gap in {Gap.NEW, Gap.LINE, Gap.END}:
        yield _unread(run.atoms, at)
    if atom.kind is Kind.NOTE:
        yield Piece(at, at + 1, Means.BRACKET)
        return
    if atom.kind is not Kind.WORD:
        yield Piece(at, at + 1, Means.ADDRESS)
        return
    words: weighing.Words = ()
    for last in range(at + 1, min(at + MOST_WORDS, len(run.atoms)) + 1):
        one = run.atoms[last - 1]
        if one.kind is not Kind.WORD or (last > at + 1 and one.gap in _BREAKS):
            return
        words = (*words, weighing.word_of(one.text))
        inside = [atom.gap for atom in run.atoms[at + 1 : last]]
        if Gap.COLON in inside:
            yield from _across_colon(run, at, words)
        elif Gap.COMMA in inside:
            yield from _with_commas(run.atoms[at:last], at, words)
        else:
            yield from _readings(run, at, words, inside)


def _readings(run: Run, at: int, words: weighing.Words, inside: Sequence[Gap]) -> Iterator[Piece]:
    last = at + len(words)
    text = span_text(run.atoms[at:last])
    joined = any(one.after_and for one in run.atoms[at + 1 : last])
    found: list[tuple[Means, float | None]] = [
        (Means.NAME, None if joined else _name_cost(run, words, text)),
        (Means.TITLE, weighing.title_cost(words)),
        (Means.ORGANISATION, weighing.organisation_cost(words)),
        (Means.OTHER, weighing.other_cost(words)),
        (Means.PARTY, weighing.party_cost(text)),
        (Means.NOTE, weighing.note_cost(words[0].text, text)),
        (Means.NOTE, weighing.stand_in_cost(words[0].text, text, run.away)),
    ]
    for means, cost in found:
        if cost is not None:
            yield Piece(at, last, means, cost + LINE_WITHIN * inside.count(Gap.LINE))


def _across_colon(run: Run, at: int, words: weighing.Words) -> Iterator[Piece]:
    """Only a note of who stood in goes on behind a colon: "stedfortræder: <Name>"."""
    text = span_text(run.atoms[at : at + len(words)])
    cost = weighing.stand_in_cost(words[0].text, text, run.away)
    if cost is not None:
        yield Piece(at, at + len(words), Means.NOTE, cost)


def _with_commas(atoms: Sequence[Atom], at: int, words: weighing.Words) -> Iterator[Piece]:
    """Names of departments and notes may hold commas: "Afdelingen for Børn, Unge og Familie"."""
    comma = next(number for number, one in enumerate(atoms) if number and one.gap is Gap.COMMA)
    lines = LINE_WITHIN * sum(one.gap is Gap.LINE for one in atoms[1:])
    last_and = max((number for number, one in enumerate(atoms) if one.after_and), default=0)
    is_list = any(one.link for one in words[:comma]) and last_and > comma
    is_list = is_list and not any(one.gap is Gap.COMMA for one in atoms[last_and + 1 :])
    if is_list and not any(one.given or one.title for one in words[comma:]):
        for means, weigh in ((Means.TITLE, weighing.title_cost), (Means.ORGANISATION, weighing.organisation_cost)):
            cost = weigh(words)
            if cost is not None:
                yield Piece(at, at + len(words), means, cost + 0.1 + lines)
    text = span_text(atoms)
    cost = weighing.note_cost(words[0].text, text)
    if cost is not None and any(sign.isdigit() for sign in text):
        yield Piece(at, at + len(words), Means.NOTE, cost + 0.2 + lines)


def _name_cost(run: Run, words: weighing.Words, text: str) -> float | None:
    if name_key(text) in run.known:
        return -0.5
    return weighing.name_cost(words)


def _unread(atoms: Sequence[Atom], at: int) -> Piece:
    """All up to the end of the line, left unread."""
    last = at + 1
    while last < len(atoms) and atoms[last].gap not in {Gap.NEW, Gap.LINE, Gap.END}:
        last += 1
    return Piece(at, last, Means.UNREAD, 2.5 + 0.1 * (last - at))
