"""Items that were put off and are treated in their own meeting after all: a copy that nobody touched goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from referatdesk.domain.changes import Change, Pair, Record, altered, removed
from referatdesk.domain.codes import ItemStatus, MeetingStatus, Outcome
from referatdesk.domain.decisions import Decision, ItemLink
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records
from referatdesk.services.course.item_copies import copies_of, shown_pictures
from referatdesk.services.course.postponing import Archive, leads_onwards, link_back
from referatdesk.services.course.treating import current_item
from referatdesk.services.decision.decisions import own_decision, set_outcome
from referatdesk.services.item.agenda import remove_item
from referatdesk.services.lookup import below

_UNDECIDED = frozenset({Outcome.POSTPONED, Outcome.UNCLASSIFIED})


@dataclass(frozen=True, slots=True)
class TakenUp:
    """`there` is the meeting that has a copy, None where none has; the copy `stays` where it is no longer as it came,
    or the agenda is not being made any more.
    """

    change: Change
    there: Meeting | None
    stays: bool


def take_up(archive: Archive, item_id: str) -> TakenUp:
    """The item with its sub-items is still to come, and says no longer that it is put off."""
    item, decision = archive.get(AgendaItem, item_id), own_decision(archive, item_id)
    is_decided = decision is not None and decision.outcome is Outcome.POSTPONED
    unsaid = set_outcome(archive, item_id, None) if is_decided and item.status is ItemStatus.POSTPONED else None
    taken = _brought_back(archive, item)
    pairs = (*(unsaid.pairs if unsaid else ()), *taken.change.pairs)
    return replace(taken, change=replace(taken.change, pairs=pairs))


def decided_after_all(archive: Archive, change: Change) -> TakenUp | None:
    """The change and, in one step with it, the item taken up again, where the change decides one that was put off."""
    items = (archive.find(AgendaItem, one) for one in _decided_items(change))
    item = next((one for one in items if one is not None and one.status is ItemStatus.POSTPONED), None)
    if item is None or any(isinstance(pair.record, AgendaItem) for pair in change.pairs):
        return None
    taken = _brought_back(archive, item)
    return replace(taken, change=replace(change, pairs=(*change.pairs, *taken.change.pairs)))


def _decided_items(change: Change) -> Iterator[str]:
    for pair in change.pairs:
        known = pair.before.outcome if isinstance(pair.before, Decision) else None
        if isinstance(pair.after, Decision) and pair.after.outcome not in {*_UNDECIDED, known}:
            yield pair.after.item_id


def _brought_back(archive: Archive, item: AgendaItem) -> TakenUp:
    """Whatever is decided of it."""
    family = [one for one in (item, *below(archive, item)) if one.status is ItemStatus.POSTPONED]
    ids = {one.id for one in family}
    links = [link for link in archive.all(ItemLink) if link.item_id in ids and leads_onwards(link)]
    current = current_item(archive, item.meeting_id)
    again = {current.id: ItemStatus.IN_PROGRESS} if current is not None else {}
    pairs = altered((one, replace(one, status=again.get(one.id, ItemStatus.NOT_BEGUN))) for one in family)
    there = _meeting_with(archive, links, item.id)
    taken_away = _copies_removed(archive, family, links, there) if there is not None else ()
    stays = there is not None and not taken_away
    unlinked = () if stays else removed(*links)
    return TakenUp(Change("item.take_up", (*pairs, *unlinked, *taken_away), item.title), there, stays)


def _meeting_with(archive: Archive, links: Sequence[ItemLink], item_id: str) -> Meeting | None:
    link = next((link for link in links if link.item_id == item_id and link.to_meeting_id), None)
    known = {meeting.id for meeting in archive.of_all_meetings(Meeting)}
    if link is None or link.to_meeting_id not in known:
        return None
    records = archive.records_of(link.to_meeting_id)
    is_there = records.find(AgendaItem, link.to_item_id or "") is not None
    return records.get(Meeting, link.to_meeting_id) if is_there else None


def _copies_removed(
    archive: Archive, family: Sequence[AgendaItem], links: Sequence[ItemLink], there: Meeting
) -> tuple[Pair, ...]:
    """Nothing where the copy is not as it would be made today."""
    records = archive.records_of(there.id)
    copy = records.get(AgendaItem, next(link.to_item_id for link in links if link.item_id == family[0].id) or "")
    pictures = shown_pictures(records, [copy.id, *(one.id for one in below(records, copy))])
    pairs = (*remove_item(records, copy.id).pairs, *removed(*pictures))
    gone = [pair.before for pair in pairs if pair.before is not None and pair.after is None]
    as_new = there.status is MeetingStatus.DRAFT and _bare(gone) == _bare(_made(archive, family, there))
    return pairs if as_new else ()


def _made(archive: Records, family: Sequence[AgendaItem], there: Meeting) -> list[Record]:
    made = copies_of(archive, family, there.id)
    here = archive.get(Meeting, family[0].meeting_id)
    links = [link_back(copy, stood, here) for stood, copy in made.items]
    return [*(copy for _stood, copy in made.items), *made.others, *links]


def _bare(records: Iterable[Record]) -> list[str]:
    """What the records say, whatever their ids and their places in a list are."""
    return sorted(repr(_without_ids(record)) for record in records)


def _without_ids(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_without_ids, value))
    if not is_dataclass(value):
        return value
    told = (one.name for one in fields(value) if one.name not in {"id", "sort"} and not one.name.endswith("_id"))
    return (type(value).__name__, *((name, _without_ids(getattr(value, name))) for name in told))
