"""Reading a decision aloud: what was read and when, and whether the text has been changed since."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.decisions import Decision
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Section
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.lookup import style_of_item
from referatdesk.services.word_differences import Piece, word_differences

LABEL = "decision.read_aloud"


def decided_section(records: Records, item_id: str) -> Section | None:
    """Where the item's decision by the board that meets is written; None while there are no words."""
    text = records.text(item_id)
    decision = own_decision(records, item_id)
    section = text.section(decision.section_id) if decision is not None else None
    if section is None:
        section = next(iter(text.of_kind(style_of_item(records, item_id).decision_kind)), None)
    return None if section is None or is_blank(section.blocks) else section


def stamp(records: Records, item_id: str, time: str) -> Change:
    """The decision was read aloud at a time ("HH:MM") as it stands; nothing where there is nothing to read."""
    item, section = records.get(AgendaItem, item_id), decided_section(records, item_id)
    if section is None:
        return Change(LABEL, ())
    stored = own_decision(records, item_id)
    decision = stored or Decision(id=new_id(), meeting_id=item.meeting_id, item_id=item_id, section_id=section.id)
    read = replace(decision, read_aloud_at=time, read_aloud_text=plain_text(section.blocks))
    pairs = altered([(stored, read)]) if stored is not None else (Pair(None, read),)
    return Change(LABEL, pairs, item.title)


def read_at(records: Records, item_id: str) -> str | None:
    """When the decision was last read aloud."""
    decision = own_decision(records, item_id)
    return decision.read_aloud_at if decision is not None else None


def changes_since(records: Records, item_id: str) -> tuple[Piece, ...]:
    """What was read beside what stands there now; nothing while these are the same, or nothing was read."""
    decision = own_decision(records, item_id)
    if decision is None or not _is_changed(records, decision):
        return ()
    return word_differences(decision.read_aloud_text or "", _now(records, decision))


def is_changed(records: Records, item_id: str) -> bool:
    """Whether the decision is another one than was read aloud."""
    decision = own_decision(records, item_id)
    return decision is not None and _is_changed(records, decision)


def changed_items(records: Records) -> frozenset[str]:
    """The items whose decisions have been changed since they were read aloud, and not been read again."""
    return frozenset(one.item_id for one in records.all(Decision) if _is_changed(records, one))


def _is_changed(records: Records, decision: Decision) -> bool:
    if decision.read_aloud_at is None:
        return False
    return (decision.read_aloud_text or "").split() != _now(records, decision).split()


def _now(records: Records, decision: Decision) -> str:
    section = records.text(decision.item_id).section(decision.section_id)
    return plain_text(section.blocks) if section is not None else ""
