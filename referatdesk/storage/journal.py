"""What a write carries: one act with its journal entry."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from referatdesk.domain.changes import Content, Pair

REACH = 200
"""Steps that the menu names and undo reaches."""


class Act(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"
    """Done for good, and what the journal held of a meeting, or of everything, with it."""


class State(StrEnum):
    """Of an act that was done. What was undone and then left behind by a new act can no longer be redone."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    NONE = "none"
    """Of undoing and redoing themselves, and of what is done for good."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One act on its way to the disk. `seq` counts all acts of an archive; `time` is UTC in ISO form.

    `content` is the reversible difference as JSON, kept in the journal; `turned` are the acts that undoing or redoing
    turns. `meeting_id` is None for what concerns no single meeting; what is erased is then the whole history.
    `contents` lie in the archive before the act does.
    """

    seq: int
    time: str
    author: str = ""
    act: Act = Act.DO
    label: str
    subject: str = ""
    step: str | None = None
    meeting_id: str | None = None
    pairs: tuple[Pair, ...]
    content: str
    turned: tuple[int, ...] = ()
    contents: tuple[Content, ...] = ()


class Step(msgspec.Struct, frozen=True):
    """Acts that are undone together, oldest first, and what the undo menu shows of them."""

    label: str
    subject: str
    seqs: tuple[int, ...]
    step: str | None = None
