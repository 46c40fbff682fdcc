"""An item put off to the board's next meeting, over a real archive: two meetings, one act."""

from dataclasses import replace

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import Change, added, altered
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, LinkKind, MeetingStatus, Outcome, SectionKind
from referatdesk.domain.decisions import Attachment, Decision, ItemLink, RecommendationPoint
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.richtext import plain_text
from referatdesk.services import meetings
from referatdesk.services.course import postponing
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.item import agenda
from tests.services.desk import Desk, state_of


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "a.referatdesk").fill()
    yield desk
    desk.close()


@pytest.fixture
def workspace(desk):
    meeting = desk.workspace.get(Meeting, "meeting")
    desk.workspace.apply(meetings.edit_head(desk.workspace, meeting.id, date="2027-02-04"))
    return desk.workspace


def make_meeting(workspace, date, status=MeetingStatus.DRAFT):
    change, meeting_id = meetings.new_meeting(workspace, "board", date=date)
    step = new_id()
    workspace.apply(replace(change, step=step))
    workspace.apply(replace(postponing.take_over_waiting(workspace, meeting_id), step=step))
    if status is not MeetingStatus.DRAFT:
        records = workspace.records_of(meeting_id)
        workspace.apply(meetings.set_status(records, meeting_id, status))
    return meeting_id


def agenda_of(workspace, meeting_id):
    return [item.title for item in in_order(workspace.records_of(meeting_id).all(AgendaItem))]


def copy_in(workspace, meeting_id, title):
    return next(item for item in workspace.records_of(meeting_id).all(AgendaItem) if item.title == title)


def links(records, item_id):
    return [one for one in records.all(ItemLink) if one.item_id == item_id]


def link_to(workspace, item_id):
    return next(one for one in links(workspace, item_id) if one.kind is LinkKind.POSTPONED_TO)


def test_the_item_says_that_it_is_put_off(workspace):
    make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "three").change)
    assert workspace.get(AgendaItem, "three").status is ItemStatus.POSTPONED
    assert own_decision(workspace, "three").outcome is Outcome.POSTPONED
    text = workspace.text("three").of_kind(SectionKind.DECISION)[0]
    assert "udsat" in plain_text(text.blocks).casefold()


def test_the_next_meeting_gets_the_item_before_its_closing_items(workspace):
    later = make_meeting(workspace, "2027-03-04")
    assert postponing.postpone(workspace, "two").to.id == later
    workspace.apply(postponing.postpone(workspace, "two").change)
    assert agenda_of(workspace, later) == ["Godkendelse af dagsorden", "Lægehus i Egeby", "Oplæg", "Eventuelt"]
    sub = copy_in(workspace, later, "Oplæg")
    assert (sub.kind, sub.parent_id) == (ItemKind.SUBITEM, copy_in(workspace, later, "Lægehus i Egeby").id)


def test_what_was_proposed_goes_along_and_what_was_decided_does_not(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "two").change)
    records, copy = workspace.records_of(later), copy_in(workspace, later, "Lægehus i Egeby")
    text = records.text(copy.id)
    assert [block.text for block in item_point_blocks(text)] == ["Godkender planen", "Afsætter midler"]
    points = [one for one in records.all(RecommendationPoint) if one.item_id == copy.id]
    assert {one.block_id for one in points} == {block.id for block in item_point_blocks(text)}
    assert plain_text(text.of_kind(SectionKind.DECISION)[0].blocks) == ""
    assert records.all(Decision) == []
    stood = [one.title for one in workspace.all(Attachment) if one.item_id == "two"]
    assert [one.title for one in records.all(Attachment)] == stood
    assert (copy.status, copy.number_auto) == (ItemStatus.NOT_BEGUN, True)


def test_nothing_in_the_copy_has_the_id_of_what_it_was_made_from(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "two").change)
    copy = workspace.records_of(later).text(copy_in(workspace, later, "Lægehus i Egeby").id)
    stood = workspace.text("two")
    assert not {section.id for section in copy.sections} & {section.id for section in stood.sections}
    assert not {block.id for one in copy.sections for block in one.blocks} & {
        block.id for one in stood.sections for block in one.blocks
    }


def test_the_two_items_lead_to_each_other(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "three").change)
    copy = copy_in(workspace, later, "Budget")
    there = link_to(workspace, "three")
    assert (there.to_item_id, there.to_meeting_id, there.to_date) == (copy.id, later, "2027-03-04")
    [back] = links(workspace.records_of(later), copy.id)
    assert (back.kind, back.to_item_id, back.to_meeting_id) == (LinkKind.POSTPONED_FROM, "three", "meeting")


def test_one_step_of_undo_brings_both_meetings_back(desk, workspace):
    later = make_meeting(workspace, "2027-03-04")
    before, before_later = state_of(workspace), state_of(workspace.records_of(later))
    workspace.apply(postponing.postpone(workspace, "two").change)
    after, after_later = state_of(workspace), state_of(workspace.records_of(later))
    desk.save()
    workspace.undo()
    assert (state_of(workspace), state_of(workspace.records_of(later))) == (before, before_later)
    workspace.redo()
    assert (state_of(workspace), state_of(workspace.records_of(later))) == (after, after_later)
    desk.save()


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([("2027-05-06", MeetingStatus.DRAFT), ("2027-03-04", MeetingStatus.DRAFT)], "2027-03-04"),
        ([("2027-03-04", MeetingStatus.AGENDA_SENT), ("2027-04-08", MeetingStatus.DRAFT)], "2027-04-08"),
        ([("2027-01-07", MeetingStatus.DRAFT)], None),
        ([("2027-02-04", MeetingStatus.DRAFT)], None),
    ],
)
def test_the_next_meeting_is_the_first_later_one_that_is_still_being_made(workspace, others, expected):
    for date, status in others:
        make_meeting(workspace, date, status)
    to = postponing.postpone(workspace, "three").to
    assert (to.date if to else None) == expected


def test_an_item_without_a_next_meeting_waits_for_it(workspace):
    assert postponing.postpone(workspace, "two").to is None
    workspace.apply(postponing.postpone(workspace, "two").change)
    assert link_to(workspace, "two").to_board_name == "Sundhedsråd Østfjord"
    later = make_meeting(workspace, "2027-03-04")
    assert agenda_of(workspace, later) == ["Godkendelse af dagsorden", "Lægehus i Egeby", "Oplæg", "Eventuelt"]
    copy = copy_in(workspace, later, "Lægehus i Egeby")
    assert (link_to(workspace, "two").to_item_id, link_to(workspace, "two").to_meeting_id) == (copy.id, later)


def test_what_a_meeting_would_take_over_is_told_before_it_is_made(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    assert postponing.waiting_titles(workspace, "board", "2027-03-04") == ["Budget"]
    assert postponing.waiting_titles(workspace, "board", "2027-01-07") == []


def test_a_meeting_that_is_made_takes_what_waits_once(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    make_meeting(workspace, "2027-03-04")
    second = make_meeting(workspace, "2027-04-08")
    assert agenda_of(workspace, second) == ["Godkendelse af dagsorden", "Eventuelt"]


def test_making_the_meeting_and_taking_over_is_one_step(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    before = state_of(workspace)
    later = make_meeting(workspace, "2027-03-04")
    workspace.undo()
    assert state_of(workspace) == before
    assert workspace.records_of(later).all(AgendaItem) == []


def test_items_of_several_meetings_wait_for_the_same_one(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    between = make_meeting(workspace, "2027-02-18")
    workspace.open_meeting(between)
    change, added_item = agenda.add_item(workspace, between, "Rammeaftale")
    workspace.apply(change)
    workspace.apply(postponing.postpone(workspace, added_item).change)
    workspace.apply(postponing.postpone(workspace, copy_in(workspace, between, "Budget").id).change)
    later = make_meeting(workspace, "2027-03-04")
    assert agenda_of(workspace, later) == ["Godkendelse af dagsorden", "Budget", "Rammeaftale", "Eventuelt"]


def test_an_older_meeting_takes_nothing(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    older = make_meeting(workspace, "2027-01-07")
    assert agenda_of(workspace, older) == ["Godkendelse af dagsorden", "Eventuelt"]


def test_an_item_that_is_taken_up_after_all_waits_no_more(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    workspace.apply(agenda.set_status(workspace, "three", ItemStatus.DONE))
    later = make_meeting(workspace, "2027-03-04")
    assert agenda_of(workspace, later) == ["Godkendelse af dagsorden", "Eventuelt"]


def test_what_is_put_off_is_not_put_off_twice(workspace):
    make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "three").change)
    assert not postponing.postpone(workspace, "three").change


def test_an_item_that_was_taken_up_after_all_and_put_off_again_is_in_the_next_meeting_once(desk, workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "three").change)
    workspace.apply(agenda.set_status(workspace, "three", ItemStatus.IN_PROGRESS))
    again = postponing.postpone(workspace, "three")
    workspace.apply(again.change)
    assert again.to.id == later
    assert workspace.get(AgendaItem, "three").status is ItemStatus.POSTPONED
    assert agenda_of(workspace, later).count("Budget") == 1
    desk.save()


def test_an_item_that_waited_and_is_put_off_again_is_taken_over_once(workspace):
    workspace.apply(postponing.postpone(workspace, "three").change)
    workspace.apply(agenda.set_status(workspace, "three", ItemStatus.IN_PROGRESS))
    first = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "three").change)
    second = make_meeting(workspace, "2027-04-08")
    assert agenda_of(workspace, first).count("Budget") == 1
    assert "Budget" not in agenda_of(workspace, second)
    assert [one.kind for one in links(workspace, "three")].count(LinkKind.POSTPONED_TO) == 1


def test_an_item_that_was_put_off_to_a_meeting_that_is_gone_waits_for_the_next_one(desk, workspace):
    gone = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "two").change)
    workspace.apply(meetings.remove_meeting(workspace.records_of(gone), gone))
    assert postponing.waiting_titles(workspace, "board", "2027-04-08") == ["Lægehus i Egeby", "Oplæg"]
    later = make_meeting(workspace, "2027-04-08")
    assert agenda_of(workspace, later) == ["Godkendelse af dagsorden", "Lægehus i Egeby", "Oplæg", "Eventuelt"]
    assert link_to(workspace, "two").to_meeting_id == later
    desk.save()


def test_what_stood_below_a_closed_item_is_closed_where_it_is_put_off_to(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(agenda.set_access(workspace, "two", Access.CLOSED))
    workspace.apply(agenda.set_access(workspace, "sub", Access.OPEN))
    workspace.apply(postponing.postpone(workspace, "sub").change)
    assert copy_in(workspace, later, "Oplæg").access is Access.CLOSED


def test_what_was_allowed_to_be_told_of_one_decision_is_not_allowed_of_the_next(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(agenda.set_access(workspace, "two", Access.PARTLY))
    workspace.apply(agenda.edit_publicity(workspace, "two", public_title="Ejendom", decision_public=True))
    text = workspace.text("two")
    told = replace(text, sections=tuple(replace(one, public=True) for one in text.sections))
    workspace.apply(Change("section.publicity", altered([(text, told)])))
    workspace.apply(postponing.postpone(workspace, "two").change)
    copy = copy_in(workspace, later, "Lægehus i Egeby")
    assert (copy.access, copy.public_title, copy.decision_public) == (Access.PARTLY, "Ejendom", False)
    sections = workspace.records_of(later).text(copy.id).sections
    assert {one.public for one in sections if one.kind in (SectionKind.MINUTES, SectionKind.DECISION)} == {False}
    assert {one.public for one in sections if one.blocks} == {True}


def test_a_sub_item_that_is_put_off_alone_becomes_an_item(workspace):
    later = make_meeting(workspace, "2027-03-04")
    workspace.apply(postponing.postpone(workspace, "sub").change)
    copy = copy_in(workspace, later, "Oplæg")
    assert (copy.kind, copy.parent_id) == (ItemKind.ITEM, None)
    assert workspace.get(AgendaItem, "two").status is not ItemStatus.POSTPONED


def test_a_link_that_was_read_is_no_item_that_waits(workspace):
    told = ItemLink(id="told", meeting_id="meeting", item_id="three", kind=LinkKind.POSTPONED_TO, raw="udsat til marts")
    workspace.apply(Change("meeting.load", added(told)))
    workspace.apply(agenda.set_status(workspace, "three", ItemStatus.POSTPONED))
    assert not postponing.take_over_waiting(workspace, make_meeting(workspace, "2027-03-04"))
