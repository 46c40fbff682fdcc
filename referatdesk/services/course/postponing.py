"""Items that are put off to the board's next meeting: copied there as they were proposed, with a link both ways.

Where that meeting is not made yet, the item waits, and is taken over once it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change, Pair, Record, added, altered
from referatdesk.domain.codes import ItemStatus, LinkKind, MeetingStatus, Outcome
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, board_of
from referatdesk.services.course.item_copies import Copies, copies_of
from referatdesk.services.decision.decisions import set_outcome
from referatdesk.services.item.agenda import place_of_new
from referatdesk.services.lookup import below, siblings_of
from referatdesk.services.order import closed_up

R = TypeVar("R", bound=Record)


class Archive(Records, Protocol):
    """The open archive, as far as other meetings than the open one are asked for."""

    def of_all_meetings(self, kind: type[R]) -> list[R]: ...

    def records_of(self, meeting_id: str) -> Records: ...


@dataclass(frozen=True, slots=True)
class Postponed:
    """`to` is the meeting that has the item now; None while it waits for one."""

    change: Change
    to: Meeting | None


def postpone(archive: Archive, item_id: str) -> Postponed:
    """The item is put off with its sub-items; its decision says so where nothing else is written.

    One that is put off already stays where it is; one that was, and was taken up after all, is there already.
    """
    item = archive.get(AgendaItem, item_id)
    meeting = archive.get(Meeting, item.meeting_id)
    to = next_meeting(archive, meeting)
    if item.status is ItemStatus.POSTPONED:
        return Postponed(Change("item.postpone", ()), to)
    family = [item, *below(archive, item)]
    there = _where_it_is(archive, item_id)
    said = (
        *altered((one, replace(one, status=ItemStatus.POSTPONED)) for one in family),
        *set_outcome(archive, item_id, Outcome.POSTPONED).pairs,
    )
    sent = _sent(archive, family, meeting, to) if there is None else ()
    return Postponed(Change("item.postpone", (*said, *sent), item.title), there or to)


def _where_it_is(archive: Archive, item_id: str) -> Meeting | None:
    """The meeting that has the item since it was put off before."""
    for link in archive.all(ItemLink):
        if link.item_id != item_id or not leads_onwards(link) or not link.to_meeting_id:
            continue
        there = archive.records_of(link.to_meeting_id)
        if there.find(AgendaItem, link.to_item_id or "") is not None:
            return there.get(Meeting, link.to_meeting_id)
    return None


def _sent(archive: Archive, family: Sequence[AgendaItem], meeting: Meeting, to: Meeting | None) -> tuple[Pair, ...]:
    """The copies in the next meeting with the links both ways, or the links alone, which wait for it."""
    source = _Source(meeting, copies_of(archive, family, to.id) if to is not None else Copies((), ()))
    board = board_of(archive, meeting)
    before = {link.item_id: link for link in archive.all(ItemLink) if leads_onwards(link)}
    links = (
        (before.get(one.id), _aimed(before.get(one.id) or _waits(one, board), source.copies, to)) for one in family
    )
    return (
        *(_taken_in(archive.records_of(to.id), to, [source]) if to is not None else ()),
        *(Pair(stood, link) for stood, link in links if stood != link),
    )


def leads_onwards(link: ItemLink) -> bool:
    """Whether it leads an item to where it was put off to; what was read in words leads nowhere."""
    return link.kind is LinkKind.POSTPONED_TO and link.raw is None


def next_meeting(archive: Archive, meeting: Meeting) -> Meeting | None:
    """The board's first later meeting whose agenda is still being made."""
    later = [
        one
        for one in archive.of_all_meetings(Meeting)
        if one.board_id == meeting.board_id
        and one.status is MeetingStatus.DRAFT
        and (one.date or "") > (meeting.date or "")
    ]
    return min(later, key=lambda one: one.date or "", default=None)


def other_end(records: Records, item_id: str) -> ItemLink | None:
    """The link to where the item was put off to, else from where it was."""
    links = [one for one in records.all(ItemLink) if one.item_id == item_id and one.to_meeting_id and one.to_item_id]
    kinds = (LinkKind.POSTPONED_TO, LinkKind.POSTPONED_FROM)
    return next((link for kind in kinds for link in links if link.kind is kind), None)


def take_over_waiting(archive: Archive, meeting_id: str) -> Change:
    """What waits for a meeting of its board goes into the one that was made now."""
    records = archive.records_of(meeting_id)
    to = records.get(Meeting, meeting_id)
    sources: list[_Source] = []
    reached: list[tuple[ItemLink, ItemLink]] = []
    for before, links in _waiting(archive, to.board_id, to.date):
        waited = {link.item_id: link for link in links}
        items = [item for item in in_order(before.all(AgendaItem)) if item.id in waited]
        source = _Source(before.get(Meeting, links[0].meeting_id), copies_of(before, items, to.id))
        sources.append(source)
        reached += [(link, _aimed(link, source.copies, to)) for link in links]
    pairs = (*_taken_in(records, to, sources), *altered(reached)) if sources else ()
    return Change("item.take_over", pairs)


def waiting_titles(archive: Archive, board_id: str, date: str | None) -> list[str]:
    """What a meeting of the board on that day would take over."""
    return [
        records.get(AgendaItem, link.item_id).title
        for records, links in _waiting(archive, board_id, date)
        for link in links
    ]


@dataclass(frozen=True, slots=True)
class _Source:
    meeting: Meeting
    copies: Copies


def _waiting(archive: Archive, board_id: str, date: str | None) -> Iterator[tuple[Records, list[ItemLink]]]:
    """By meeting of the board before that day: its records, and the links of what waits there.

    What was put off to a meeting that was taken away waits again.
    """
    by_meeting: dict[str, list[ItemLink]] = {}
    there = {meeting.id for meeting in archive.of_all_meetings(Meeting)}
    for link in archive.of_all_meetings(ItemLink):
        if leads_onwards(link) and link.to_meeting_id not in there:
            by_meeting.setdefault(link.meeting_id, []).append(link)
    for meeting_id, links in by_meeting.items():
        records = archive.records_of(meeting_id)
        meeting = records.get(Meeting, meeting_id)
        is_before = date is None or (meeting.date or "") < date
        put_off = [one for one in links if records.get(AgendaItem, one.item_id).status is ItemStatus.POSTPONED]
        if meeting.board_id == board_id and is_before and put_off:
            yield records, put_off


def _taken_in(records: Records, to: Meeting, sources: Sequence[_Source]) -> tuple[Pair, ...]:
    """The copies in the meeting that they were made for, in front of its closing items, each with its link back."""
    new = [copy for source in sources for _stood, copy in source.copies.items]
    siblings = siblings_of(records, to.id, None)
    place = place_of_new(records, to, siblings)
    tops = [item for item in new if item.parent_id is None]
    order = closed_up([*siblings[:place], *tops, *siblings[place:]], siblings)
    others = (record for source in sources for record in source.copies.others)
    links = (link_back(copy, stood, source.meeting) for source in sources for stood, copy in source.copies.items)
    return (*order, *added(*(item for item in new if item.parent_id is not None), *others, *links))


def _waits(item: AgendaItem, board: Board) -> ItemLink:
    return ItemLink(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=item.id,
        kind=LinkKind.POSTPONED_TO,
        to_board_name=board.name,
    )


def _aimed(link: ItemLink, copies: Copies, to: Meeting | None) -> ItemLink:
    if to is None:
        return replace(link, to_item_id=None, to_meeting_id=None, to_date=None)
    goal = next(copy.id for stood, copy in copies.items if stood.id == link.item_id)
    return replace(link, to_item_id=goal, to_meeting_id=to.id, to_date=to.date)


def link_back(copy: AgendaItem, stood: AgendaItem, before: Meeting) -> ItemLink:
    return ItemLink(
        id=new_id(),
        meeting_id=copy.meeting_id,
        item_id=copy.id,
        kind=LinkKind.POSTPONED_FROM,
        to_item_id=stood.id,
        to_meeting_id=before.id,
        to_date=before.date,
    )
