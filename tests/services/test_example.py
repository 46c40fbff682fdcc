from datetime import date

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import SHARED_TYPES
from referatdesk.domain.codes import Access, AttendanceStatus, BlockKind, SectionKind
from referatdesk.domain.decisions import Attachment, Decision
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import is_blank
from referatdesk.services.checks import check_meeting
from referatdesk.services.decision.decisions import open_points
from referatdesk.services.example import example_changes
from referatdesk.services.intake.importing import ReadingWorker
from referatdesk.services.lookup import items_of, people_of

TODAY = date(2027, 3, 1)


@pytest.fixture
def example(apply) -> RecordSet:
    """An empty archive after the example was put into it."""
    records = RecordSet()
    for change in example_changes(records, TODAY):
        apply(records, change)
    return records


def test_the_program_reads_its_own_example_without_a_process_for_it(monkeypatch):
    def refuse(_worker, _path, _cancelled):
        raise AssertionError

    monkeypatch.setattr(ReadingWorker, "read", refuse)
    assert len(example_changes(RecordSet(), TODAY)) == 2


def upcoming(example):
    return max(example.all(Meeting), key=lambda meeting: meeting.date)


def test_old_minutes_and_the_next_meeting_belong_to_one_board(example):
    meetings = sorted(example.all(Meeting), key=lambda meeting: meeting.date)
    assert len({meeting.board_id for meeting in meetings}) == 1
    assert [meeting.date > TODAY.isoformat() for meeting in meetings] == [False] * (len(meetings) - 1) + [True]
    assert meetings[-1].previous_meeting_id in {meeting.id for meeting in meetings[:-1]}


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2031, 5, 20)])
def test_the_next_meeting_comes_after_the_old_ones_and_after_today(today):
    records = RecordSet()
    for change in example_changes(records, today):
        records.apply(change.pairs)
    *old, coming = sorted(meeting.date for meeting in records.all(Meeting))
    assert coming > max(*old, today.isoformat())
    assert max(records.all(Meeting), key=lambda meeting: meeting.date).previous_meeting_id


def test_the_old_minutes_are_decided(example):
    old = {meeting.id for meeting in example.all(Meeting)} - {upcoming(example).id}
    assert any(decision.meeting_id in old for decision in example.all(Decision))


def test_the_next_meeting_is_ready_to_be_taken_down(example):
    meeting = upcoming(example)
    items = in_order(items_of(example, meeting.id))
    assert (items[0].title, items[-1].title) == ("Godkendelse af dagsorden", "Eventuelt")
    assert {one.status for one in people_of(example, meeting.id)} == {AttendanceStatus.UNKNOWN}
    asked = [item for item in items if open_points(example, item.id)]
    assert [item.access for item in asked] == [Access.OPEN, Access.OPEN, Access.CLOSED]
    for item in asked:
        text = example.text(item.id)
        assert not is_blank(text.of_kind(SectionKind.CASE_TEXT)[0].blocks)
        assert is_blank(text.of_kind(SectionKind.DECISION)[0].blocks)
    assert {paper.item_id for paper in example.all(Attachment)} >= {item.id for item in asked[:2]}


def test_the_example_shows_headings_and_lists(example):
    kinds = {
        block.kind
        for item in example.all(AgendaItem)
        for section in example.text(item.id).sections
        for block in section.blocks
    }
    assert {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.SUBHEADING} <= kinds


def test_in_the_old_minutes_of_the_example_nothing_is_left_to_check(example):
    old = [meeting for meeting in example.all(Meeting) if meeting.id != upcoming(example).id]
    findings = [finding.code for meeting in old for finding in check_meeting(example, meeting.id)]
    assert set(findings) <= {"item.closed"}


def test_an_example_put_in_beside_a_board_of_the_same_name_uses_that_board(example):
    shared = RecordSet(record for kind in SHARED_TYPES for record in example.all(kind))
    later = example_changes(shared, TODAY)
    new = [pair.record for change in later for pair in change.pairs]
    assert {one.board_id for one in new if isinstance(one, Meeting)} == {upcoming(example).board_id}
