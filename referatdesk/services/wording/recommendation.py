"""What became of a recommendation, in the house's own sentence: whole, point by point, or bare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from referatdesk.domain.codes import Outcome, PointsForm
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.additions import joined_on

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


def _was(done: str) -> _Words:
    return _Words(f"blev {done}", done)


_WORDS: Mapping[Outcome, _Words] = {
    Outcome.APPROVED: _was("godkendt"),
    Outcome.APPROVED_CHANGED: _was("godkendt"),
    Outcome.ADOPTED: _was("vedtaget"),
    Outcome.RECOMMENDED: _was("anbefalet"),
    Outcome.NOTED: _was("taget til efterretning"),
    Outcome.DISCUSSED: _was("drøftet"),
    Outcome.POSTPONED: _was("udsat"),
    Outcome.REFERRED: _was("sendt videre"),
    Outcome.RETURNED: _was("sendt tilbage"),
    Outcome.REJECTED: _was("ikke godkendt"),
    Outcome.WITHDRAWN: _was("taget af dagsordenen"),
    Outcome.LAPSED: _Words("bortfaldt", "bortfaldet"),
}
_SETTLED_ON: Mapping[Outcome, str] = {Outcome.DECIDED: "besluttet", Outcome.AGREED: "aftalt"}
"""Outcomes that say nothing before it is told what was decided or agreed."""
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


def paragraphs(form: PointsForm, matter: Matter, points: Sequence[Point], whole: Disposed | None) -> tuple[str, ...]:
    """The paragraphs that the house prints of it; none where nothing is settled, or where the words are to be found.

    `whole` is what was made of everything together: what is added to it is said where the points say nothing further.
    """
    settled = [point for point in points if point.disposed is not None]
    if not settled:
        return tuple(_whole(form, matter, whole, named=bool(points))) if whole else ()
    if form is PointsForm.LETTERED and len(points) > 1:
        return tuple(_lettered(points))
    together = _together(points, whole)
    if together is not None:
        return tuple(_whole(form, matter, together, named=True))
    sentences = " ".join(_grouped(form, points))
    return (sentences,) if sentences else ()


def answer(disposed: Disposed) -> str:
    """What was made of one point, by itself: "Godkendt", "Udsat til næste møde"; empty where that is to be found."""
    if disposed.outcome in _SETTLED_ON:
        return _found(disposed, "Det blev")
    words = _WORDS.get(disposed.outcome)
    return _capital(words.bare + joined_on(disposed.outcome, disposed.addition)) if words else ""


def _whole(form: PointsForm, matter: Matter, whole: Disposed, *, named: bool) -> Iterator[str]:
    """One sentence about the whole; it is bare in other forms, and where there is nothing that could be named."""
    subject = _subject(matter, whole.outcome)
    is_named = named or subject not in {Matter.RECOMMENDATION, Matter.CASE}
    words = _WORDS.get(whole.outcome)
    if form is PointsForm.SENTENCE and is_named and words is not None:
        yield f"{subject.value} {words.told}{joined_on(whole.outcome, whole.addition)}."
    elif said := answer(whole):
        yield f"{said}."


def _subject(matter: Matter, outcome: Outcome) -> Matter:
    if matter is Matter.BRIEFING:
        return matter if outcome is Outcome.NOTED else _subject(Matter.RECOMMENDATION, outcome)
    return matter if matter is not Matter.RECOMMENDATION or outcome in _ANSWERS else Matter.CASE


def _together(points: Sequence[Point], whole: Disposed | None) -> Disposed | None:
    """What was made of all points alike."""
    made = {point.disposed for point in points}
    if len(made) > 1:
        return None
    alike = made.pop()
    if alike is not None and alike.addition is None and whole is not None and whole.outcome is alike.outcome:
        return whole
    return alike


def _lettered(points: Sequence[Point]) -> Iterator[str]:
    for place, point in enumerate(points):
        said = answer(point.disposed) if point.disposed else ""
        if said:
            mark = point.mark or LETTERS[place % len(LETTERS)]
            yield f"{mark}{'.' if mark.isdigit() else ')'} {said}."


def _grouped(form: PointsForm, points: Sequence[Point]) -> Iterator[str]:
    """A sentence for the points that were disposed of alike, in the order of the first of each."""
    is_marked = all(point.mark for point in points)
    groups: dict[Disposed, list[int]] = {}
    for place, point in enumerate(points):
        if point.disposed is not None:
            groups.setdefault(point.disposed, []).append(place)
    for disposed, places in groups.items():
        marks = [point.mark or str(place + 1) for place, point in enumerate(points)]
        named = f"{'indstilling' if is_marked else 'indstillingspunkt'} {format_words(_ranges(marks, places))}"
        yield from _of_group(form, named, disposed)


def _of_group(form: PointsForm, named: str, disposed: Disposed) -> Iterator[str]:
    words = _WORDS.get(disposed.outcome)
    if words is not None:
        said = words.told if form is PointsForm.SENTENCE else words.bare
        yield f"{_capital(named)} {said}{joined_on(disposed.outcome, disposed.addition)}."
    elif found := _found(disposed, f"Om {named} blev det"):
        yield f"{found}."


def _found(disposed: Disposed, opening: str) -> str:
    done = _SETTLED_ON.get(disposed.outcome)
    further = joined_on(disposed.outcome, disposed.addition)
    return f"{opening} {done}{further}" if done and further else ""


def _ranges(marks: Sequence[str], places: Iterable[int]) -> Iterator[str]:
    """The marks at the places; three or more in a row as "1–3"."""
    rows: list[list[int]] = []
    for place in places:
        if rows and rows[-1][-1] == place - 1:
            rows[-1].append(place)
        else:
            rows.append([place])
    for row in rows:
        if len(row) >= SHORTEST_RANGE:
            yield f"{marks[row[0]]}–{marks[row[-1]]}"
        else:
            yield from (marks[place] for place in row)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
