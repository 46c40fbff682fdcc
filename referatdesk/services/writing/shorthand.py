"""What a line of shorthand asks for: "+ab" arrived, "!3" approves point 3, "@eh 1/9 tekst" a follow-up.

Nothing is done here. A line is read to an order, or to what stands against it, from what there is to name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from referatdesk.domain.codes import Outcome, Precision
from referatdesk.domain.deadlines import Due
from referatdesk.domain.promises import deadline_in
from referatdesk.domain.writing import Snippet
from referatdesk.services.presence.gestures import Gesture
from referatdesk.services.writing.snippets import matching

GESTURES: Mapping[str, Gesture] = {
    "+": Gesture.HERE,
    "-": Gesture.LEFT,
    "a": Gesture.EXCUSED,
    "u": Gesture.STAYED_AWAY,
    "i": Gesture.DISQUALIFIED,
    "f": Gesture.REMOTE,
}
OUTCOMES: Mapping[str, Outcome] = {
    "": Outcome.APPROVED,
    "g": Outcome.APPROVED,
    "æ": Outcome.APPROVED_CHANGED,
    "e": Outcome.NOTED,
    "d": Outcome.DISCUSSED,
    "u": Outcome.POSTPONED,
    "i": Outcome.REJECTED,
}

_LETTERED = re.compile(r"(?P<sign>[a-zæøå])\s+(?P<rest>\S.*)")
_POINTS = re.compile(r"(?P<numbers>[\d\s,.–-]*?)\s*(?P<outcome>[a-zæøå]?)")
_SHORT_DAY = re.compile(r"\d{1,2}/\d")
_WITH_TIME = re.compile(r"(?P<who>.*?\S)\s+(?:kl\.?\s*)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)")
_TIMED = frozenset({Gesture.HERE, Gesture.LEFT})
_NUMBERS = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the meeting: the id of the attendance, the name, and the initials where they are known."""

    id: str
    name: str
    initials: str = ""

    @property
    def short_forms(self) -> set[str]:
        """Initials, known or those of the name: of all its words, or of the first and the last."""
        letters = "".join(word[0] for word in self.name.casefold().split())
        return {self.initials.casefold(), letters, letters[:1] + letters[-1:]} - {""}


@dataclass(frozen=True, slots=True)
class Scene:
    """What a line can name. Points are in their order, items by their printed number; `day` is the meeting's."""

    people: Sequence[Someone] = ()
    points: Sequence[str] = ()
    items: Mapping[str, str] | None = None
    phrases: Sequence[Snippet] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """`time` is the one that was typed, "HH:MM"; None: now."""

    gesture: Gesture
    people: tuple[Someone, ...]
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """`numbers` count the points from 1; without points it is about the item as a whole."""

    numbers: tuple[int, ...]
    outcome: Outcome
    all: bool = False


@dataclass(frozen=True, slots=True)
class Promised:
    responsible: Someone
    due: Due | None
    text: str


@dataclass(frozen=True, slots=True)
class NextItem:
    pass


@dataclass(frozen=True, slots=True)
class GoTo:
    number: str
    item_id: str


@dataclass(frozen=True, slots=True)
class OpenVote:
    pass


@dataclass(frozen=True, slots=True)
class PutIn:
    phrase: Snippet


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line means nothing yet: a code, and what it is about."""

    code: str
    about: str = ""


Order = Presence | Points | Promised | NextItem | GoTo | OpenVote | PutIn


def read(line: str, scene: Scene) -> Order | Fault:
    """The order of a line, or what it lacks."""
    typed = line.strip()
    if not typed:
        return Fault("empty")
    sign, rest = typed[0], typed[1:].strip()
    if sign in "+-–−":
        return _presence(GESTURES["+" if sign == "+" else "-"], rest, scene)
    if sign == "!":
        return _points(rest, scene)
    if sign == "@":
        return _promise(rest, scene)
    if sign == ">":
        return _item(rest, scene)
    return _lettered(typed, scene)


def _lettered(typed: str, scene: Scene) -> Order | Fault:
    if typed.casefold() == "v":
        return OpenVote()
    found = _LETTERED.fullmatch(typed)
    sign = found["sign"] if found else typed
    if found and sign in GESTURES:
        return _presence(GESTURES[sign], found["rest"], scene)
    if found and sign == "p":
        fitting = matching(scene.phrases, found["rest"])
        return PutIn(fitting[0]) if fitting else Fault("phrase.none", found["rest"])
    if sign in GESTURES:
        return Fault("person.missing")
    if sign.casefold() == "v":
        return Fault("vote.alone")
    return Fault("phrase.missing") if sign == "p" else Fault("unknown", typed)


def _presence(act: Gesture, typed: str, scene: Scene) -> Order | Fault:
    """One person or several, divided by blanks or commas; a whole name is one person. Behind them may stand when they
    came or left.
    """
    if not typed:
        return Fault("person.missing")
    timed = _WITH_TIME.fullmatch(typed) if act in _TIMED else None
    if timed:
        order = _presence(act, timed["who"], scene)
        at = f"{int(timed['hour']):02}:{timed['minute']}"
        return replace(order, time=at) if isinstance(order, Presence) else order
    whole = person_of(typed, scene.people)
    if isinstance(whole, Someone):
        return Presence(act, (whole,))
    found = [person_of(part, scene.people) for part in re.split(r"[\s,]+", typed) if part]
    fault = next((one for one in found if isinstance(one, Fault)), None)
    people = tuple(dict.fromkeys(one for one in found if isinstance(one, Someone)))
    return fault or Presence(act, people)


def person_of(typed: str, people: Sequence[Someone]) -> Someone | Fault:
    """By initials, by the start of the name, or of any word in it: by the first of these that anybody answers to."""
    wanted = typed.casefold()
    ways = (
        [one for one in people if wanted in one.short_forms],
        [one for one in people if one.name.casefold().startswith(wanted)],
        [one for one in people if any(word.startswith(wanted) for word in one.name.casefold().split())],
    )
    found = next((way for way in ways if way), [])
    if len(found) == 1:
        return found[0]
    return Fault("person.several", ", ".join(one.name for one in found)) if found else Fault("person.none", typed)


def _points(typed: str, scene: Scene) -> Order | Fault:
    found = _POINTS.fullmatch(typed.casefold())
    if found is None or found["outcome"] not in OUTCOMES:
        return Fault("points.form", typed)
    outcome = OUTCOMES[found["outcome"]]
    numbers = _counted(found["numbers"])
    if found["numbers"].strip() and not numbers:
        return Fault("points.form", typed)
    if numbers and not scene.points:
        return Fault("points.nowhere")
    missing = [number for number in numbers if not 1 <= number <= len(scene.points)]
    if missing:
        return Fault("points.none", str(missing[0]))
    return Points(numbers or tuple(range(1, len(scene.points) + 1)), outcome, all=not numbers)


def _counted(typed: str) -> tuple[int, ...]:
    """ "1,3" and "1-3" as numbers, each once."""
    stretches = ((int(first), int(last or first)) for first, last in _NUMBERS.findall(typed))
    return tuple(dict.fromkeys(number for first, last in stretches for number in range(first, min(last, 99) + 1)))


def _promise(typed: str, scene: Scene) -> Order | Fault:
    who, _blank, rest = typed.partition(" ")
    if not who:
        return Fault("person.missing")
    person = person_of(who, scene.people)
    if isinstance(person, Fault):
        return person
    words = " ".join(rest.split())
    due = deadline_in(words, scene.day, is_typed=_SHORT_DAY.match(words) is not None)
    if (meeting := _next_meeting(words, scene.day)) is not None:
        due = meeting
    text = words
    if due is not None and due.start == 0:
        text = words[len(due.raw) :].lstrip(" .,:–-")
    return Promised(person, due, text) if text else Fault("promise.missing", person.name)


def _next_meeting(words: str, day: str | None) -> Due | None:
    """The next meeting, where the words begin with it and spare the "på"."""
    due = deadline_in(f"på {words}", day)
    if due is None or due.start or due.precision is not Precision.NEXT_MEETING:
        return None
    return replace(due, raw=due.raw.removeprefix("på "))


def _item(typed: str, scene: Scene) -> Order | Fault:
    if not typed:
        return NextItem()
    number = typed.rstrip(".")
    item_id = (scene.items or {}).get(number)
    return GoTo(number, item_id) if item_id is not None else Fault("item.none", number)
