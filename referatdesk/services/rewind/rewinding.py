"""An item as it was at any time: its versions, folded back from what it is now over the journal.

Reading and folding may be done on any thread: what it starts from is taken, once and for all, on the thread that owns
the workspace.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.services.archive.deltas import DeltaMismatchError, applied
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.rewind.past_course import DECISION, OUTCOME, TEXT, Course, Doing
from referatdesk.storage.codec import from_data, to_data
from referatdesk.storage.journal import Act
from referatdesk.storage.past import Past

PAUSE = timedelta(seconds=10)
"""So long a rest from typing ends a version."""
LONGEST = timedelta(seconds=60)
"""Steady typing is a version this often."""
LARGE_CUT = 40
"""An act that takes so many signs away begins a version: what stood before is what somebody will want back."""
TYPING = frozenset({"text.edit", "section.add"})

Key = tuple[str, str]
State = Mapping[Key, Any]
"""The records of an item as their data, by table and id."""


@dataclass(frozen=True, slots=True)
class Version:
    """The item from a time on, until the next version. `time` None is before all that the journal tells of."""

    time: datetime | None
    act: Act
    label: str
    text: ItemText
    decisions: tuple[Decision, ...] = ()
    outcomes: tuple[PointOutcome, ...] = ()

    @property
    def is_undone(self) -> bool:
        """Whether it came of undoing what came before."""
        return self.act is Act.UNDO

    @property
    def is_redone(self) -> bool:
        return self.act is Act.REDO

    @property
    def shown(self) -> tuple[object, ...]:
        """What two versions differ in for who looks at them."""
        words = tuple((section.id, section.blocks) for section in self.text.sections if section.blocks)
        return words, tuple(one.outcome for one in self.decisions), tuple(one.outcome for one in self.outcomes)


@dataclass(frozen=True, slots=True)
class Rewinding:
    """One item now, and what was done in the archive up to now."""

    item_id: str
    meeting_id: str
    now: State
    past: Past

    def versions(self) -> list[Version]:
        """Oldest first, the last one being the item as it is now. Raises UserError "archive.…"."""
        with known_to_users():
            doings = Course(self.item_id, self.meeting_id).follow(self.past.acts(self.meeting_id))
        found: list[Version] = []
        for version in _folded(doings, self.now, (TEXT, self.item_id)):
            if not found or version.shown != found[-1].shown:
                found.append(version)
        return found[::-1]


def rewinding(workspace: Workspace, item_id: str) -> Rewinding:
    """Takes what rewinding an item of the open meeting starts from; raises LookupError where there is none."""
    item, text = workspace.get(AgendaItem, item_id), workspace.text(item_id)
    now: dict[Key, Any] = {(TEXT, item_id): to_data(text)}
    now.update({(DECISION, one.id): to_data(one) for one in workspace.all(Decision) if one.item_id == item_id})
    now.update({(OUTCOME, one.id): to_data(one) for one in workspace.all(PointOutcome) if one.item_id == item_id})
    return Rewinding(item_id, item.meeting_id, now, workspace.past())


def at(versions: Sequence[Version], time: datetime) -> int:
    """The place of the version that was in force at a time; the first where there was none yet."""
    places = [place for place, one in enumerate(versions) if one.time is None or one.time <= time]
    return places[-1] if places else 0


def _folded(doings: Sequence[Doing], now: State, text: Key) -> Iterator[Version]:
    """Newest first. An act that cannot have left what came after it ends the walk back: the journal lacks something."""
    state = now
    ends = {len(doings), *_began(doings)}
    for place in range(len(doings), 0, -1):
        if text not in state:
            return
        before = _before(state, doings[place - 1])
        if before is None:
            break
        if place in ends:
            yield _version(state, text, doings[place - 1])
        state = before
    if text in state:
        yield _version(state, text, None)


def _began(doings: Sequence[Doing]) -> frozenset[int]:
    """The places at which another version begins."""
    found, start = set(), 0
    for place in range(1, len(doings)):
        if not _joins(doings[start], doings[place - 1], doings[place]):
            found.add(place)
            start = place
    return frozenset(found)


def _joins(first: Doing, before: Doing, doing: Doing) -> bool:
    if not all(one.act is Act.DO and one.label in TYPING for one in (before, doing)):
        return False
    time = _time(doing)
    return time - _time(before) <= PAUSE and time - _time(first) <= LONGEST and _taken(doing) < LARGE_CUT


def _taken(doing: Doing) -> int:
    """How many signs less the act left."""
    return sum(_shorter(one.data) for one in doing.differences if one.sort == "~" and one.table == TEXT)


def _shorter(delta: Any) -> int:
    match delta:
        case ["=" | "s" | "l", *_where, old, new]:
            return len(str(old)) - len(str(new))
        case ["e", _at, _rest, inner]:
            return sum(map(_shorter, inner))
        case ["d", inner]:
            return sum(map(_shorter, inner.values()))
        case ["@", _path, inner]:
            return _shorter(inner)
    return 0


def _before(state: State, doing: Doing) -> State | None:
    """The state that the act found; None where it cannot have left this one."""
    before = dict(state)
    try:
        for one in reversed(doing.differences):
            if one.sort == "+":
                del before[one.key]
            elif one.sort == "-":
                before[one.key] = one.data
            else:
                before[one.key] = applied(one.turned.data, before[one.key])
    except (DeltaMismatchError, KeyError):
        return None
    return before


def _version(state: State, text: Key, doing: Doing | None) -> Version:
    decisions = tuple(from_data(data, Decision) for (table, _id), data in state.items() if table == DECISION)
    outcomes = tuple(from_data(data, PointOutcome) for (table, _id), data in state.items() if table == OUTCOME)
    words = from_data(state[text], ItemText)
    if doing is None:
        return Version(None, Act.DO, "", words, decisions, outcomes)
    return Version(_time(doing), doing.act, doing.label, words, decisions, outcomes)


def _time(doing: Doing) -> datetime:
    return datetime.fromisoformat(doing.time).astimezone(UTC)
