"""Promises: who does what by when."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from referatdesk.domain.boards import Organisation
from referatdesk.domain.changes import Change, added, removed
from referatdesk.domain.codes import Access, FollowUpState, LinkKind, Precision, SectionKind
from referatdesk.domain.deadlines import Due
from referatdesk.domain.decisions import FollowUp, ItemLink
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.promises import KnownNames, Promise, deadline_in, marked_promise, proposed_promise
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Blocks, walk
from referatdesk.domain.sentences import sentences
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.editing import edit
from referatdesk.services.item.agenda import add_item
from referatdesk.services.item.public_items import Shown, shown_items
from referatdesk.services.order import by_sort, inserted
from referatdesk.services.wording.follow_ups import item_title

WRITTEN_IN = (SectionKind.MINUTES, SectionKind.DECISION)
"""The sections that say what this meeting made of an item."""
FINGERPRINT = 16
"""Signs: more than enough for all that one secretary dismisses."""


def follow_ups_of(records: Records, item_id: str) -> list[FollowUp]:
    return by_sort(one for one in records.all(FollowUp) if one.item_id == item_id)


def add_promise(records: Records, item_id: str, promise: Promise) -> tuple[Change, str]:
    """The promise kept at the item, tied to its decision where there is one."""
    decision = own_decision(records, item_id)
    new = FollowUp(
        id=new_id(),
        meeting_id=records.get(AgendaItem, item_id).meeting_id,
        item_id=item_id,
        decision_id=decision.id if decision else None,
        text=promise.text,
        responsible=promise.responsible,
        role_word=promise.role_word,
        **_due_fields(promise.due),
    )
    listed = follow_ups_of(records, item_id)
    return Change("followup.add", inserted(listed, new, len(listed)), new.text), new.id


def _due_fields(due: Due | None) -> dict[str, Any]:
    if due is None:
        return {"due": None, "due_precision": Precision.NONE, "due_raw": None}
    return {"due": due.likely, "due_precision": due.precision, "due_raw": due.raw or None}


def known_names(records: Records) -> KnownNames:
    """Those at the open meeting, and the organisations of the archive."""
    people = [one.name for one in records.all(Attendance) if one.name]
    listed = [name for one in records.all(Organisation) for name in (one.name, *one.aliases)]
    listed += [one.organisation for one in records.all(Attendance) if one.organisation]
    return KnownNames(people, listed)


def mark(records: Records, item_id: str, text: str) -> tuple[Change, str]:
    """A promise of the words somebody points at; who and when are read from them."""
    day = records.get(Meeting, records.get(AgendaItem, item_id).meeting_id).date
    return add_promise(records, item_id, marked_promise(text, known_names(records), day))


def proposals(records: Records, item_id: str) -> Iterator[Promise | None]:
    """What each sentence of the item seems to promise and is not kept as a follow-up yet.

    None for most of them, so that who goes through a long text can rest anywhere.
    """
    day = records.get(Meeting, records.get(AgendaItem, item_id).meeting_id).date
    kept = {_flat(one.text) for one in follow_ups_of(records, item_id)}
    names = known_names(records)
    written = [section.blocks for section in records.text(item_id).of_kind(*WRITTEN_IN)]
    return (
        None if _flat(sentence) in kept else proposed_promise(sentence, names, day)
        for blocks in written
        for sentence in _sentences(blocks)
    )


def fingerprint(item_id: str, promise: Promise) -> str:
    """By which a proposal at the item is known again, and nothing of its words can be read."""
    return sha256(f"{item_id}\n{_flat(promise.text)}".encode()).hexdigest()[:FINGERPRINT]


def _sentences(blocks: Blocks) -> Iterator[str]:
    return (
        " ".join(one.text.split()) for block in walk(blocks) if block.table is None for one in sentences(block.text)
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def edit_follow_up(one: FollowUp, **fields: Any) -> Change:
    """Any fields; another due date drops the words in which the old one was put. `one` may be any meeting's."""
    values: dict[str, Any] = {}
    if "due" in fields and fields["due"] != one.due:
        values = {"due_precision": Precision.DAY if fields["due"] else Precision.NONE, "due_raw": None}
    return edit("followup.edit", one, values | fields, one.text)


def set_due_words(one: FollowUp, words: str | None, said_on: str | None) -> Change:
    """By when, in the words that minutes use ("primo oktober"), meant from the day on which it was said.

    Words that name no time are kept as they are, without a day.
    """
    typed = (words or "").strip()
    found = deadline_in(typed, said_on, is_typed=True) or deadline_in(f"på {typed}", said_on)
    fields = _due_fields(found)
    return edit("followup.edit", one, fields | {"due_raw": typed or None}, one.text)


def set_state(one: FollowUp, state: FollowUpState) -> Change:
    return edit("followup.state", one, {"state": state}, one.text)


def remove_follow_up(one: FollowUp) -> Change:
    return Change("followup.remove", removed(one), one.text)


def is_said_openly(records: Records, one: FollowUp) -> bool:
    """Whether everybody may read the item at which it was promised; `records` are those of its meeting."""
    return shown_items(records, one.meeting_id).get(one.item_id) is Shown.WHOLE


def add_as_item(records: Records, meeting_id: str, one: FollowUp, *, openly: bool) -> tuple[Change, str]:
    """An item of the meeting about what was promised, with a link to the item where it was; closed unless `openly`."""
    access = Access.OPEN if openly else Access.CLOSED
    change, item_id = add_item(records, meeting_id, item_title(one), access=access)
    link = ItemLink(
        id=new_id(),
        meeting_id=meeting_id,
        item_id=item_id,
        kind=LinkKind.REFERS_ITEM,
        to_item_id=one.item_id,
        to_meeting_id=one.meeting_id,
    )
    return Change(change.label, (*change.pairs, *added(link)), change.subject), item_id
