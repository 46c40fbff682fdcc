"""Promises: who does what by when."""

from __future__ import annotations

from typing import Any

from referatdesk.domain.changes import Change, removed
from referatdesk.domain.codes import FollowUpState, Precision
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.services.decisions import own_decision
from referatdesk.services.editing import edit
from referatdesk.services.order import by_sort, inserted


def follow_ups_of(records: Records, item_id: str) -> list[FollowUp]:
    return by_sort(one for one in records.all(FollowUp) if one.item_id == item_id)


def add_follow_up(
    records: Records,
    item_id: str,
    text: str,
    *,
    responsible: tuple[str, ...] = (),
    due: str | None = None,
    role_word: str | None = None,
) -> tuple[Change, str]:
    """One more promise at the item, tied to its decision where there is one; `due` is an ISO date."""
    decision = own_decision(records, item_id)
    new = FollowUp(
        id=new_id(),
        meeting_id=records.get(AgendaItem, item_id).meeting_id,
        item_id=item_id,
        decision_id=decision.id if decision else None,
        text=text.strip(),
        responsible=responsible,
        role_word=role_word,
        due=due,
        due_precision=Precision.DAY if due else Precision.NONE,
    )
    listed = follow_ups_of(records, item_id)
    return Change("followup.add", inserted(listed, new, len(listed)), new.text), new.id


def edit_follow_up(records: Records, follow_up_id: str, **fields: Any) -> Change:
    """Any fields; another due date drops the words in which the old one was put."""
    one = records.get(FollowUp, follow_up_id)
    values: dict[str, Any] = {}
    if "due" in fields and fields["due"] != one.due:
        values = {"due_precision": Precision.DAY if fields["due"] else Precision.NONE, "due_raw": None}
    return edit("followup.edit", one, values | fields, one.text)


def set_state(records: Records, follow_up_id: str, state: FollowUpState) -> Change:
    one = records.get(FollowUp, follow_up_id)
    return edit("followup.state", one, {"state": state}, one.text)


def remove_follow_up(records: Records, follow_up_id: str) -> Change:
    one = records.get(FollowUp, follow_up_id)
    return Change("followup.remove", removed(one), one.text)
