"""What a revised agenda says otherwise than the one that a planned meeting has."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records
from referatdesk.services.editing import with_fields
from referatdesk.services.item.agenda_order import out_of_order
from referatdesk.services.lookup import below
from referatdesk.services.merge.agenda_difference import Difference, DifferenceKind
from referatdesk.services.merge.agenda_pairing import Pairing, agenda_text, has_notes, paired
from referatdesk.services.merge.agenda_people import people_differences

HEAD_FIELDS = ("start_planned", "end_planned", "place", "join_link", "case_no")


def differences(records: Records, meeting_id: str, draft: Draft) -> tuple[Difference, ...]:
    """What the revised agenda says otherwise, in its order; `records` hold the meeting."""
    pairing = paired(records, meeting_id, draft)
    found = [*new_and_changed(pairing), *_moved(pairing), *_removed(pairing)]
    people = people_differences(records, meeting_id, draft)
    return (*_head(pairing, draft), *people, *sorted(found, key=lambda one: one.place))


def _head(pairing: Pairing, draft: Draft) -> Iterator[Difference]:
    before, after = pairing.meeting, with_head(pairing.meeting, draft)
    if before != after:
        yield Difference(kind=DifferenceKind.HEAD, title="", before=_head_text(before), after=_head_text(after))


def with_head(meeting: Meeting, draft: Draft) -> Meeting:
    """What the revised head says; what it leaves out stays."""
    head = draft.head
    said = {"start_planned": head.start, "end_planned": head.end, "place": head.place, "case_no": head.case_no}
    values = {name: value for name, value in said.items() if value and value != getattr(meeting, name)}
    times = {"time_raw": head.time_raw} if {"start_planned", "end_planned"} & values.keys() else {}
    return with_fields(meeting, {**values, **times})


def _head_text(meeting: Meeting) -> str:
    return "\n".join(value for name in HEAD_FIELDS if (value := getattr(meeting, name)))


def new_and_changed(pairing: Pairing) -> Iterator[Difference]:
    """Items that only the revised agenda has, and those of which it says something else."""
    for place, item in enumerate(pairing.revised_items):
        stood = pairing.stood.get(item.id)
        after = agenda_text(pairing.revised, item)
        if stood is None:
            yield Difference(kind=DifferenceKind.NEW, title=item.title, after=after, place=place)
        elif (before := agenda_text(pairing.stored, stood)) != after:
            yield Difference(
                kind=DifferenceKind.CHANGED,
                title=item.title,
                item_id=stood.id,
                before=before,
                after=after,
                place=place,
                has_notes=has_notes(pairing.stored, stood.id),
            )


def _moved(pairing: Pairing) -> Iterator[Difference]:
    places = {pairing.standing_id(item.id): place for place, item in enumerate(pairing.revised_items)}
    ids = [item.id for item in pairing.stored_items if item.id in places]
    moved = out_of_order(ids, sorted(ids, key=lambda item_id: places[item_id]))
    for item in pairing.revised_items:
        stood = pairing.stood.get(item.id)
        if stood is not None and (stood.id in moved or pairing.standing_id(item.parent_id) != stood.parent_id):
            yield Difference(kind=DifferenceKind.MOVED, title=stood.title, item_id=stood.id, place=places[stood.id])


def _removed(pairing: Pairing) -> Iterator[Difference]:
    kept = {one.id for one in pairing.stood.values()}
    for place, item in enumerate(pairing.stored_items):
        if item.id not in kept and item.status not in LEFT_OUT:
            yield Difference(
                kind=DifferenceKind.REMOVED,
                title=item.title,
                item_id=item.id,
                before=agenda_text(pairing.stored, item),
                place=place,
                has_notes=_any_notes(pairing.stored, item),
            )


def _any_notes(records: Records, item: AgendaItem) -> bool:
    return any(has_notes(records, one.id) for one in (item, *below(records, item)))
