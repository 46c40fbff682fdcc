"""What became of a recommendation, in the house's own sentence: whole, point by point, or bare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from referatdesk.domain.codes import Outcome, PointsForm
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.additions import DONE, joined_on

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
SHORTEST_RANGE = 3


class Matter(Enum):
    """What the whole was about, by the name that a sentence gives it."""

    RECOMMENDATION = "Indstillingen"
    AGENDA = "Dagsordenen"
    MINUTES = "Referatet"
    BRIEFING = "Orienteringen"
    CASE = "Sagen"


@dataclass(frozen=True, slots=True)
class Disposed:
    """What was made of a point or of the whole. `addition` is what is said further: "at fristen er 1. maj"."""

    outcome: Outcome
    addition: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """`mark` is the figure or letter that the recommendation prints before it; `disposed` None leaves it open."""

    mark: str | None
    disposed: Disposed | None


@dataclass(frozen=True, slots=True)
class _Words:
    """What became of it as the end of a sentence, and by itself."""

    told: str
    bare: str


_WORDS: Mapping[Outcome, _Words] = {
    **{outcome: _Words(f"blev {done}", done) for outcome, done in DONE.items()},
    Outcome.LAPSED: _Words("bortfaldt", "bortfaldet"),
}
_SETTLED_ON: Mapping[Outcome, str] = {Outcome.DECIDED: "besluttet", Outcome.AGREED: "aftalt"}
"""Outcomes that say nothing before it is told what was decided or agreed."""
_ON_WHAT = {**_SETTLED_ON, Outcome.RECOMMENDED: "anbefalet"}
"""Outcomes that can be told by what they came to, whatever was proposed."""
_ANSWERS = frozenset(
    {
        Outcome.APPROVED,
        Outcome.APPROVED_CHANGED,
        Outcome.ADOPTED,
        Outcome.RECOMMENDED,
        Outcome.REJECTED,
        Outcome.LAPSED,
    }
)
"""What can only be made of something that was proposed; anything else is made of the case."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the ledger, what it tells, and of which points by their places; of none, where of the whole."""

    words: str
    disposed: Disposed
    places: tuple[int, ...] = ()


def paragraphs(form: PointsForm, told: Sequence[Told]) -> tuple[str, ...]:
    """What is told, in the paragraphs in which the house prints it."""
    words = tuple(one.words for one in told)
    return words if form is PointsForm.LETTERED or not words else (" ".join(words),)


def all_told(form: PointsForm, matter: Matter, points: Sequence[Point], whole: Disposed | None) -> tuple[Told, ...]:
    """What the house tells; nothing where nothing is settled, or where the words are to be found.

    `whole` is what was made of everything together: what is added to it is said where the points say nothing further.
    """
    if all(point.disposed is None for point in points):
        return tuple(_whole(form, matter, whole, named=bool(points))) if whole else ()
    if form is PointsForm.LETTERED and len(points) > 1:
        return tuple(_lettered(points))
    alike = _alike(points)
    if alike is None:
        return tuple(_grouped(form, points))
    if alike.addition is None and whole is not None and whole.outcome is alike.outcome:
        return tuple(_whole(form, matter, whole, named=True))
    places = tuple(range(len(points)))
    return tuple(replace(one, places=places) for one in _whole(form, matter, alike, named=True))


def named_points(marks: Sequence[str], places: Iterable[int]) -> str:
    """ "indstillingens punkt 1 og 3"."""
    return f"indstillingens punkt {format_words(_ranges(marks, places))}"


def answer(disposed: Disposed) -> str:
    """What was made of one point, by itself: "Godkendt", "Udsat til næste møde"; empty where that is to be found."""
    words = _words(disposed)
    if words is None:
        return _found(disposed, "Det blev")
    return _capital(words.bare + joined_on(disposed.outcome, disposed.addition))


def _whole(form: PointsForm, matter: Matter, whole: Disposed, *, named: bool) -> Iterator[Told]:
    """One sentence about the whole; it is bare in other forms, and where there is nothing that could be named."""
    subject = _subject(matter, whole.outcome)
    is_named = named or subject not in {Matter.RECOMMENDATION, Matter.CASE}
    words = _words(whole)
    if form is PointsForm.SENTENCE and is_named and words is not None:
        yield Told(f"{subject.value} {words.told}{joined_on(whole.outcome, whole.addition)}.", whole)
    elif said := answer(whole):
        yield Told(f"{said}.", whole)


def _subject(matter: Matter, outcome: Outcome) -> Matter:
    if matter is Matter.BRIEFING:
        return matter if outcome is Outcome.NOTED else _subject(Matter.RECOMMENDATION, outcome)
    told_of_itself = _ANSWERS if matter is Matter.RECOMMENDATION else _ANSWERS | {Outcome.NOTED, Outcome.DISCUSSED}
    return matter if outcome in told_of_itself else Matter.CASE


def _alike(points: Sequence[Point]) -> Disposed | None:
    """What was made of all points alike."""
    made = {point.disposed for point in points}
    return next(iter(made)) if len(made) == 1 else None


def _lettered(points: Sequence[Point]) -> Iterator[Told]:
    for place, point in enumerate(points):
        said = answer(point.disposed) if point.disposed else ""
        if point.disposed and said:
            mark = point.mark or LETTERS[place % len(LETTERS)]
            yield Told(f"{mark}{'.' if mark.isdigit() else ')'} {said}.", point.disposed, (place,))


def _grouped(form: PointsForm, points: Sequence[Point]) -> Iterator[Told]:
    """A sentence for the points that were disposed of alike, in the order of the first of each."""
    noun = "indstilling" if all(point.mark for point in points) else "indstillingspunkt"
    marks = [point.mark or str(place + 1) for place, point in enumerate(points)]
    groups: dict[Disposed, list[int]] = {}
    for place, point in enumerate(points):
        if point.disposed is not None:
            groups.setdefault(point.disposed, []).append(place)
    for disposed, places in groups.items():
        said = _of_group(form, f"{noun} {format_words(_ranges(marks, places))}", disposed)
        if said:
            yield Told(f"{said}.", disposed, tuple(places))


def _of_group(form: PointsForm, named: str, disposed: Disposed) -> str:
    words = _words(disposed)
    if words is None:
        return _found(disposed, f"Om {named} blev det")
    said = words.told if form is PointsForm.SENTENCE else words.bare
    return f"{_capital(named)} {said}{joined_on(disposed.outcome, disposed.addition)}"


def _words(disposed: Disposed) -> _Words | None:
    """None where it is told by what it came to, or not at all."""
    is_on_what = disposed.outcome in _ON_WHAT and (disposed.addition or "").startswith("at ")
    return None if is_on_what else _WORDS.get(disposed.outcome)


def _found(disposed: Disposed, opening: str) -> str:
    done = _ON_WHAT.get(disposed.outcome)
    further = joined_on(disposed.outcome, disposed.addition)
    return f"{opening} {done}{further}" if done and further else ""


def _ranges(marks: Sequence[str], places: Iterable[int]) -> Iterator[str]:
    """The marks at the places; three or more in a row as "1–3"."""
    rows: list[list[int]] = []
    for place in places:
        if rows and rows[-1][-1] == place - 1 and _follows(marks[place - 1], marks[place]):
            rows[-1].append(place)
        else:
            rows.append([place])
    for row in rows:
        if len(row) >= SHORTEST_RANGE:
            yield f"{marks[row[0]]}–{marks[row[-1]]}"
        else:
            yield from (marks[place] for place in row)


def _follows(mark: str, other: str) -> bool:
    """Whether nothing was left out between the two; of marks that are neither figures nor letters nobody can tell."""
    if mark.isdecimal() and other.isdecimal():
        return int(other) == int(mark) + 1
    letters = LETTERS.find(mark.lower()), LETTERS.find(other.lower())
    return -1 in letters or letters[1] == letters[0] + 1


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
