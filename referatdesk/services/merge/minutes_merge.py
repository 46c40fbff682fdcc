"""Finished minutes of a meeting that is in the archive as planned: the Change that puts them into that meeting.

Items are found again as those of a revised agenda are. What was already written is never overwritten: where both have
text, both are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.parts import Corrections
from referatdesk.documents.reading.source import SourceText
from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import Board
from referatdesk.domain.changes import RECORD_TYPES, Change, Pair, Record, added, altered
from referatdesk.domain.codes import ItemStatus, MeetingStatus, Outcome
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    FollowUp,
    ItemLink,
    MoneyAmount,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, Meeting
from referatdesk.domain.records import Records, RecordSet, board_of, style_of
from referatdesk.services.intake.habits import learnt
from referatdesk.services.intake.head import Around, meeting_record
from referatdesk.services.intake.importing import NOTHING_CORRECTED, Answers, documents_beside
from referatdesk.services.intake.items import Agenda, read_agenda
from referatdesk.services.intake.kept_files import Original
from referatdesk.services.intake.matching import Matches
from referatdesk.services.intake.proposals import NO_ANSWERS, PLANNED, answered
from referatdesk.services.item.points import following_text, points_of
from referatdesk.services.lookup import items_of, people_of
from referatdesk.services.merge.agenda_merge import new_items
from referatdesk.services.merge.agenda_pairing import Pairing, matched
from referatdesk.services.merge.minutes_people import joined_people
from referatdesk.services.merge.minutes_texts import joined_text
from referatdesk.services.wording import head as head_wording

R = TypeVar("R", bound=Record)
_HOURS = ("start_planned", "end_planned", "time_raw")
_OWN = frozenset(
    {"id", "board_id", "kind", "status", "title", "date", "date_precision", "previous_meeting_id", *_HOURS}
)
_HEAD = [field.name for field in fields(Meeting) if field.name not in _OWN]
_ITEM_FACTS = ("case_no", "case_no_raw", "presenters", "treatment", "heading_raw")
_TOLD_BY: Mapping[type[Record], tuple[str, ...]] = {
    ItemAttendance: ("attendance_id",),
    PointOutcome: ("decision_id", "point_id"),
    Vote: ("votes_for", "votes_against", "abstentions"),
    VoteCast: ("vote_id", "attendance_id", "party", "candidate"),
    Statement: ("kind", "text", "attendance_id", "party"),
    Attachment: ("title",),
    FollowUp: ("text",),
    MoneyAmount: ("raw", "block_id"),
    ItemLink: ("kind", "raw", "to_item_id"),
}
"""By which fields two records of an item are one."""


def merge_minutes(
    records: Records,
    meeting_id: str,
    draft: Draft,
    *,
    answers: Answers = NO_ANSWERS,
    source: SourceText | None = None,
    original: Original | None = None,
    corrections: Corrections = NOTHING_CORRECTED,
) -> Change:
    """Puts the minutes into the planned meeting, which `records` hold, as one step."""
    told = answered(draft, answers)
    planned = records.get(Meeting, meeting_id)
    board, style = board_of(records, planned), style_of(records, planned)
    matches = Matches(records, answers.meant)
    read_head = meeting_record(told, board, style, source)
    meeting = _held(planned, read_head)
    people, people_pairs = joined_people(people_of(records, meeting_id), told, meeting, board, matches)
    known = tuple(records.all(Meeting)), tuple(records.all(Board))
    agenda = read_agenda(told, Around(meeting, board, style, people, False, *known))
    merged = _Merged(records, meeting, agenda)
    pairs = merged.pairs()
    files, comments = documents_beside(told, meeting, merged.standing, source, original)
    found: list[Record] = [*files.records, *comments]
    beside = [merged.over(one) for one in found]
    habits = learnt(records, board.id, source, corrections) if source else ()
    subject = head_wording.title(meeting, board, style)
    head = altered([(planned, meeting)])
    whole = (*matches.pairs, *habits, *head, *people_pairs, *pairs, *added(*beside))
    return Change("minutes.merge", whole, subject, contents=files.contents)


def _held(planned: Meeting, read: Meeting) -> Meeting:
    """What the head leaves open is as the minutes say; the hours only where none were planned."""
    hours = () if any(getattr(planned, name) for name in _HOURS) else _HOURS
    open_fields = [name for name in (*_HEAD, *hours) if not getattr(planned, name)]
    status = MeetingStatus.MINUTES_DRAFT if planned.status in PLANNED else planned.status
    return replace(planned, status=status, **{name: getattr(read, name) for name in open_fields})


class _Merged:
    """`_ids` leads from what was read to what stands already: items, sections, blocks, points, decisions and votes."""

    def __init__(self, records: Records, meeting: Meeting, agenda: Agenda) -> None:
        read = RecordSet(agenda.records)
        stood = matched(in_order(read.all(AgendaItem)), in_order(items_of(records, meeting.id)))
        self._pairing = Pairing(read, records, meeting, stood)
        self._ids = {read_id: one.id for read_id, one in stood.items()}
        self._agenda = agenda

    @property
    def standing(self) -> Agenda:
        """What was read, with the items that stand in the meeting."""
        items = tuple((read, self._pairing.stood.get(item.id, item)) for read, item in self._agenda.items)
        return Agenda(self._agenda.records, items)

    def over(self, record: R) -> R:
        """The record as one of the meeting: whatever it names is named by its standing id."""
        named = {field.name: getattr(record, field.name) for field in fields(record) if field.name.endswith("_id")}
        led: dict[str, Any] = {name: self._ids[value] for name, value in named.items() if value in self._ids}
        return replace(record, **led) if led else record

    def pairs(self) -> tuple[Pair, ...]:
        moved = {(type(pair.record), pair.record.id): pair for pair in new_items(self._pairing)}
        pairs: list[Pair] = []
        for item in self._pairing.revised_items:
            stood = self._pairing.stood.get(item.id)
            if stood is not None:
                pair = moved.pop((AgendaItem, stood.id), None)
                placed = pair.after if pair is not None and isinstance(pair.after, AgendaItem) else stood
                pairs += altered([(stood, _with_facts(placed, item))])
                pairs += self._texts(item, stood)
                pairs += self._hanging(item, stood)
        return (*moved.values(), *pairs)

    def _texts(self, item: AgendaItem, stood: AgendaItem) -> tuple[Pair, ...]:
        before = self._pairing.stored.text(stood.id)
        style = style_of(self._pairing.stored, self._pairing.meeting)
        joined = joined_text(before, self._pairing.revised.text(item.id), style)
        self._ids |= joined.ids
        following = following_text(self._pairing.stored, joined.text)
        after = {point.block_id: point.id for point in points_of(self._pairing.stored, stood.id)}
        new = (pair.after for pair in following if isinstance(pair.after, RecommendationPoint))
        after |= {point.block_id: point.id for point in new}
        for point in points_of(self._pairing.revised, item.id):
            standing = after.get(self._ids.get(point.block_id, point.block_id))
            if standing is not None:
                self._ids[point.id] = standing
        return (*altered([(before, joined.text)]), *following)

    def _hanging(self, item: AgendaItem, stood: AgendaItem) -> Iterator[Pair]:
        for kind in RECORD_TYPES:
            if kind in _TOLD_BY or kind is Decision:
                of_item = [one for one in self._pairing.revised.all(kind) if self._item_of(one) == item.id]
                there = [one for one in self._pairing.stored.all(kind) if self._item_of(one, stored=True) == stood.id]
                for record in of_item:
                    yield from self._put(self.over(record), record.id, there)

    def _item_of(self, record: Record, stored: bool = False) -> str | None:
        if isinstance(record, VoteCast):
            votes = (self._pairing.stored if stored else self._pairing.revised).find(Vote, record.vote_id)
            return votes.item_id if votes else None
        return getattr(record, "item_id", None)

    def _put(self, record: Record, read_id: str, there: list[Record]) -> Iterator[Pair]:
        """Adds the record, or notes which of those there it is; an outcome that nobody chose yet is filled in."""
        same = next((one for one in there if _is_same(one, record)), None)
        if same is not None:
            self._ids[read_id] = same.id
            if isinstance(same, Decision) and isinstance(record, Decision):
                yield from altered([(same, _decided(same, record))])
        elif isinstance(record, Attachment | FollowUp):
            yield from added(replace(record, sort=record.sort + len(there)))
        else:
            yield from added(record)


def _is_same(one: Record, other: Record) -> bool:
    names = _TOLD_BY.get(type(one), ("section_id",))
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _decided(stood: Decision, read: Decision) -> Decision:
    if stood.confirmed or stood.outcome is not Outcome.UNCLASSIFIED:
        return stood
    return replace(stood, outcome=read.outcome, basis=read.basis, scope=read.scope, confirmed=read.confirmed)


def _with_facts(stood: AgendaItem, read: AgendaItem) -> AgendaItem:
    facts = {name: getattr(read, name) for name in _ITEM_FACTS if not getattr(stood, name)}
    status = read.status if stood.status is ItemStatus.NOT_BEGUN else stood.status
    return replace(stood, status=status, **facts)
