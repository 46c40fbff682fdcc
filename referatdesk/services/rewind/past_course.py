"""What was done to one item, in its order: typing, undoing and redoing, each with the difference that it made then.

Undoing and redoing hold no difference of their own in the journal: what they turned is found by going through all acts
of the archive as it was done when they happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.meetings import ItemText
from referatdesk.services.archive.deltas import turned
from referatdesk.storage.codec import from_json
from referatdesk.storage.journal import Act
from referatdesk.storage.past import PastAct
from referatdesk.storage.rows import table_name

TEXT, DECISION, OUTCOME = table_name(ItemText), table_name(Decision), table_name(PointOutcome)
_TURNED_SORT = {"+": "-", "-": "+", "~": "~"}


class Difference(NamedTuple):
    """Of one record: added, removed or altered ("+", "-", "~"), with the whole of it or what differs."""

    table: str
    record_id: str
    sort: str
    data: Any

    @property
    def key(self) -> tuple[str, str]:
        return self.table, self.record_id

    @property
    def turned(self) -> Difference:
        return Difference(
            self.table, self.record_id, _TURNED_SORT[self.sort], turned(self.data) if self.sort == "~" else self.data
        )


class Doing(NamedTuple):
    """One act that made the item another one. `time` is UTC in ISO form."""

    seq: int
    time: str
    act: Act
    label: str
    differences: tuple[Difference, ...]


@dataclass(slots=True)
class _Step:
    """Acts that are undone together, and what of them concerned the item."""

    step: str | None = None
    differences: list[Difference] = field(default_factory=list)


class Course:
    """Follows the acts of an archive with one item in view."""

    def __init__(self, item_id: str, meeting_id: str) -> None:
        self._item_id = item_id
        self._meeting_id = meeting_id
        self._known = {item_id}
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._doings: list[Doing] = []

    def follow(self, acts: Iterable[PastAct]) -> list[Doing]:
        """What the journal still holds of the item: nothing from before it was deleted for good."""
        for act in acts:
            if act.act is Act.ERASE:
                self._forget(act)
            elif made := self._differences(act):
                self._doings.append(Doing(act.seq, act.time, act.act, act.label, tuple(made)))
        return self._doings

    def _forget(self, erased: PastAct) -> None:
        """Nothing before it can be undone any more; of this meeting, or of all, nothing is left."""
        self._done, self._undone = [], []
        if erased.meeting_id in {None, self._meeting_id}:
            self._doings.clear()

    def _differences(self, act: PastAct) -> list[Difference]:
        if act.act is Act.UNDO:
            step = self._done.pop() if self._done else _Step()
            self._undone.append(step)
            return [one.turned for one in reversed(step.differences)]
        if act.act is Act.REDO:
            step = self._undone.pop() if self._undone else _Step()
            self._done.append(step)
            return list(step.differences)
        self._undone.clear()
        made = list(self._own(act.content))
        if act.step is None or not self._done or self._done[-1].step != act.step:
            self._done.append(_Step(act.step))
        self._done[-1].differences += made
        return made

    def _own(self, content: str) -> Iterator[Difference]:
        """Those of the item's text and of what it led to."""
        if not content.startswith("[") or not any(known in content for known in self._known):
            return
        for row in from_json(content, list[tuple[str, str, str, Any]]):
            one = Difference(*row)
            if one.table in {DECISION, OUTCOME} and one.sort != "~" and one.data.get("item_id") == self._item_id:
                self._known.add(one.record_id)
            if one.table in {TEXT, DECISION, OUTCOME} and one.record_id in self._known:
                yield one
