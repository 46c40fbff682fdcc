"""Items that are decided by the course of the meeting: withdrawn, or treated together with another."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.changes import Change, Pair, added, altered
from referatdesk.domain.codes import ItemStatus, LinkKind, Outcome
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.course.course_notes import sentence_added
from referatdesk.services.course.treating import current_item
from referatdesk.services.decision.decisions import set_outcome
from referatdesk.services.errors import UserError
from referatdesk.services.item.access import held_access
from referatdesk.services.lookup import below, items_of, joined, lead_of, style_of_item
from referatdesk.services.wording import course


def withdraw(records: Records, item_id: str) -> Change:
    """The item with its sub-items: "Punktet udgik." where nothing else is written; or they are taken up again."""
    item = records.get(AgendaItem, item_id)
    back = item.status is ItemStatus.WITHDRAWN
    blank = _says(records, item_id, "")
    pairs = set_outcome(records, item_id, None if back else Outcome.WITHDRAWN).pairs
    stood = records.text(item_id)
    text = next((pair.after for pair in pairs if isinstance(pair.after, ItemText)), stood)
    if back and _says(records, item_id, course.WITHDRAWN):
        text = _with_decision(records, text, "")
    elif blank and not back:
        text = _with_decision(records, text, course.WITHDRAWN)
    current = current_item(records, item.meeting_id)
    again = {current.id: ItemStatus.IN_PROGRESS} if current is not None else {}
    family = (
        (one, replace(one, status=again.get(one.id, ItemStatus.NOT_BEGUN) if back else ItemStatus.WITHDRAWN))
        for one in (item, *below(records, item))
    )
    rest = (pair for pair in pairs if not isinstance(pair.record, ItemText))
    return Change("item.withdraw", (*altered([*family, (stood, text)]), *rest), item.title)


def treat_together(records: Records, item_id: str, other_id: str) -> Change:
    """From now on what is spent on one item is spent on both, and the decision is printed once, under the other.

    Raises UserError "item.join_closed" where the public may know of one what it may not of the other.
    """
    item = records.get(AgendaItem, item_id)
    if not can_be_together(records, item, records.get(AgendaItem, other_id)):
        raise UserError("item.join_closed", title=item.title)
    if any(one.id == item_id for one in joined(records, other_id)):
        return Change("item.join", (), item.title)
    one, other = lead_of(records, item_id), lead_of(records, other_id)
    link = ItemLink(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=one.id,
        kind=LinkKind.TREATED_WITH,
        to_item_id=other.id,
        to_meeting_id=other.meeting_id,
    )
    kind = style_of_item(records, one.id).decision_kind
    is_open = _says(records, one.id, "")
    said = sentence_added(records, one.id, kind, _with_words(records, other)) if is_open else ()
    return Change("item.join", (*added(link), *_begun_beside(records, item, other), *said), item.title)


def can_be_together(records: Records, one: AgendaItem, other: AgendaItem) -> bool:
    """A closed and an open item cannot be decided in one text: the public version prints one of them alone."""
    held = held_access(items_of(records, one.meeting_id))
    return held[one.id] is held[other.id]


def treat_alone(records: Records, item_id: str) -> Change:
    """The item stands by itself again, and so does what was to be decided with it."""
    item = records.get(AgendaItem, item_id)
    pairs: list[Pair] = []
    for link in _joining(records):
        other = records.find(AgendaItem, link.to_item_id or "")
        if item_id not in {link.item_id, link.to_item_id} or other is None:
            continue
        pairs.append(Pair(link, None))
        if _says(records, link.item_id, _with_words(records, other)):
            text = records.text(link.item_id)
            pairs += altered([(text, _with_decision(records, text, ""))])
    return Change("item.part", tuple(pairs), item.title)


def is_together(records: Records, item_id: str) -> bool:
    return any(item_id in {link.item_id, link.to_item_id} for link in _joining(records))


def _says(records: Records, item_id: str, sentence: str) -> bool:
    """Whether the sentence is all that the item's decision says."""
    sections = records.text(item_id).of_kind(style_of_item(records, item_id).decision_kind)
    return plain_text(sections[0].blocks).strip() == sentence if sections else not sentence


def _with_decision(records: Records, text: ItemText, sentence: str) -> ItemText:
    first = text.of_kind(style_of_item(records, text.id).decision_kind)[0]
    said = replace(first, blocks=(paragraph(sentence),) if sentence else ())
    return replace(text, sections=tuple(said if one is first else one for one in text.sections))


def _joining(records: Records) -> list[ItemLink]:
    return [one for one in records.all(ItemLink) if one.kind is LinkKind.TREATED_WITH]


def _begun_beside(records: Records, item: AgendaItem, other: AgendaItem) -> tuple[Pair, ...]:
    """What the meeting is at has begun for all of them, but for what lies with the item and was left out."""
    current = current_item(records, item.meeting_id)
    is_treated = current is not None and current.id in {one.id for one in joined(records, other.id)}
    beside = joined(records, item.id) if is_treated else []
    begun = (one for one in beside if one.id == item.id or one.status not in LEFT_OUT)
    return altered((one, replace(one, status=ItemStatus.IN_PROGRESS)) for one in begun)


def _with_words(records: Records, other: AgendaItem) -> str:
    style = style_of_item(records, other.id)
    number = printed_numbers(items_of(records, other.meeting_id), style.sub_numbers)[other.id]
    return course.treated_with(course.item_words(other, number))
