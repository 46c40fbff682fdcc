"""What can be undone and redone: steps kept in the journal as reversible differences, so that they outlive closing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from referatdesk.domain.changes import Change, Pair, Record
from referatdesk.services.archive.deltas import Delta, DeltaMismatchError, applied, delta, turned
from referatdesk.services.errors import UserError
from referatdesk.storage import reading
from referatdesk.storage.codec import DataError, from_data, from_json, to_data, to_json
from referatdesk.storage.journal import REACH, Act, Entry, State, Step
from referatdesk.storage.rows import KIND_BY_TABLE, table_name
from referatdesk.storage.store import Store

RECOVERY_PATIENCE = 5.0
"""Seconds for the acts of an earlier session to be saved."""

Finder = Callable[[type[Record], str], Record | None]


def content_of(pairs: Iterable[Pair]) -> str:
    """The pairs as they stand in the journal: JSON of kind, id, and what was added, removed or differs."""
    return to_json([[table_name(type(pair.record)), pair.record.id, *_difference(pair)] for pair in pairs]).decode()


def _difference(pair: Pair) -> tuple[str, Any]:
    if pair.before is None:
        return "+", to_data(pair.after)
    if pair.after is None:
        return "-", to_data(pair.before)
    return "~", delta(to_data(pair.before), to_data(pair.after))


class History:
    """The steps that lie behind and ahead, those of earlier sessions read from the journal when first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last_seq = store.last_seq
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._done_read = False
        self._undone_read = False
        self._contents: dict[int, str] = {}

    @property
    def done(self) -> list[Step]:
        """The steps to undo, oldest first."""
        if not self._done_read and self._can_read:
            self._done = [*self._earlier(State.DONE), *self._done][-REACH:]
            self._done_read = True
        return self._done

    @property
    def undone(self) -> list[Step]:
        """The steps to redo, the next one last."""
        if not self._undone_read and self._can_read:
            self._undone = self._earlier(State.UNDONE)
            self._undone_read = True
        return self._undone

    @property
    def _can_read(self) -> bool:
        """What an earlier session could not save must be in the journal before that is read."""
        return not self._store.recovered or self._store.flush(RECOVERY_PATIENCE)

    def _earlier(self, state: State) -> list[Step]:
        steps = self._store.read(lambda connection: reading.steps(connection, state, self._last_seq, REACH))
        return steps[::-1]

    def continues(self, step: str | None) -> bool:
        """Whether an act of that step would join the newest one."""
        return step is not None and bool(self._done) and self._done[-1].step == step

    def note(self, entry: Entry) -> None:
        """A new act: it joins the step it belongs to, and what was undone can no longer be redone."""
        self._contents[entry.seq] = entry.content
        self._undone, self._undone_read = [], True
        if self.continues(entry.step):
            last = self._done[-1]
            self._done[-1] = replace(last, seqs=(*last.seqs, entry.seq))
            return
        self._done.append(Step(entry.label, entry.subject, (entry.seq,), entry.step))
        del self._done[:-REACH]

    def cut_off(self) -> None:
        """Nothing that was done so far can be undone or redone."""
        self._done, self._undone, self._contents = [], [], {}
        self._done_read = self._undone_read = True

    def forget_contents(self, seq: int) -> None:
        """The acts up to that number are on the disk, where their differences can be read again."""
        self._contents = {kept: content for kept, content in self._contents.items() if kept > seq}

    def turn(self, act: Act) -> Step:
        """Takes the step off one side and lays it on the other."""
        source, goal = (self.done, self.undone) if act is Act.UNDO else (self.undone, self.done)
        step = source.pop()
        goal.append(step)
        return step

    def next_change(self, act: Act, find: Finder) -> Change | None:
        """The change that undoing or redoing the next step makes; None where there is none.

        Raises UserError where the archive no longer holds what the step left behind.
        """
        steps = self.done if act is Act.UNDO else self.undone
        if not steps:
            return None
        step = steps[-1]
        try:
            pairs = tuple(self._pairs(step, act, find))
        except (DeltaMismatchError, DataError, KeyError) as error:
            raise UserError("undo.outdated") from error
        return Change(step.label, pairs, step.subject)

    def _pairs(self, step: Step, act: Act, find: Finder) -> Iterator[Pair]:
        first: dict[tuple[type[Record], str], Record | None] = {}
        now: dict[tuple[type[Record], str], Record | None] = {}
        for table, record_id, sort, difference in self._differences(step, act):
            key = KIND_BY_TABLE[table], record_id
            if key not in first:
                first[key] = now[key] = find(*key)
            now[key] = _next(key[0], now[key], sort, difference)
        for key, before in first.items():
            if before != now[key]:
                yield Pair(before, now[key])

    def _differences(self, step: Step, act: Act) -> Iterator[tuple[str, str, str, Any]]:
        """The differences in the order and direction in which they are to be applied."""
        known = [self._content(seq) for seq in step.seqs]
        listed = [tuple(one) for content in known for one in from_json(content, list[tuple[str, str, str, Any]])]
        if act is Act.REDO:
            yield from listed
            return
        for table, record_id, sort, difference in reversed(listed):
            turned_sort = {"+": "-", "-": "+", "~": "~"}[sort]
            yield table, record_id, turned_sort, turned(difference) if sort == "~" else difference

    def _content(self, seq: int) -> str:
        if seq in self._contents:
            return self._contents[seq]
        return self._store.read(lambda c: reading.content(c, seq))


def _next(kind: type[Record], record: Record | None, sort: str, difference: Any) -> Record | None:
    if sort == "~":
        if record is None:
            raise DeltaMismatchError
        one: Delta = difference
        return from_data(applied(one, to_data(record)), kind)
    whole = from_data(difference, kind)
    if record != (None if sort == "+" else whole):
        raise DeltaMismatchError
    return whole if sort == "+" else None
