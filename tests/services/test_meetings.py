from dataclasses import replace

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import HouseStyle, Membership
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Pair
from referatdesk.domain.codes import AttendanceStatus, ItemKind, MeetingStatus, Precision, Role, SectionKind
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.services import meetings
from referatdesk.services.lookup import people_of


@pytest.fixture
def new_meeting(archive, apply):
    change, meeting_id = meetings.new_meeting(
        archive, "board", date="2027-03-04", start="13:00", place="Rådssalen", case_no="27/12"
    )
    apply(archive, change)
    return meeting_id


def test_a_new_meeting_has_the_head_it_was_given(archive, new_meeting):
    meeting = archive.get(Meeting, new_meeting)
    assert (meeting.date, meeting.start_planned, meeting.place) == ("2027-03-04", "13:00", "Rådssalen")
    assert (meeting.case_no, meeting.status, meeting.board_id) == ("27/12", MeetingStatus.DRAFT, "board")


def test_the_seats_of_the_board_are_on_the_list_in_order(archive, new_meeting):
    people = people_of(archive, new_meeting)
    assert [one.name for one in people] == ["Merete Aaby", "Aksel Ravn Lund", ""]
    assert [one.sort for one in people] == [0, 1, 2]
    chair, member, vacant = people
    assert (chair.title, chair.group_label, chair.organisation) == ("Borgmester", "Kommuner", "Egeby Kommune")
    assert (chair.party, chair.roles, chair.status) == ("A", (Role.CHAIR,), AttendanceStatus.UNKNOWN)
    assert (member.party, member.organisation, member.roles) == ("V", "Region Fjordland", ())
    assert (vacant.status, vacant.note) == (AttendanceStatus.VACANT, "udpeges senere")


@pytest.mark.parametrize(
    ("date", "sits"),
    [("2026-12-31", False), ("2027-01-01", True), ("2027-06-30", True), ("2027-07-01", False)],
)
def test_a_seat_counts_from_its_first_day_to_its_last(archive, date, sits):
    seat = archive.get(Membership, "seat-1")
    archive.apply([Pair(seat, replace(seat, valid_from="2027-01-01", valid_to="2027-06-30"))])
    change, meeting_id = meetings.new_meeting(archive, "board", date=date)
    archive.apply(change.pairs)
    assert ("Merete Aaby" in [one.name for one in people_of(archive, meeting_id)]) is sits


@pytest.mark.parametrize("date", [None, "--03-04"])
def test_without_a_whole_date_the_seats_that_have_no_end_count(archive, date):
    seat = archive.get(Membership, "seat-1")
    archive.apply([Pair(seat, replace(seat, valid_to="2027-06-30"))])
    change, meeting_id = meetings.new_meeting(archive, "board", date=date)
    archive.apply(change.pairs)
    assert [one.name for one in people_of(archive, meeting_id)] == ["Aksel Ravn Lund", ""]


def test_standing_items_stand_there_the_closing_ones_last(archive, new_meeting):
    items = in_order(archive.all(AgendaItem))
    assert [(item.title, item.kind, item.sort) for item in items] == [
        ("Godkendelse af dagsorden", ItemKind.APPROVE_AGENDA, 0),
        ("Eventuelt", ItemKind.ANY_OTHER, 1),
    ]


def test_the_text_of_a_standing_item_is_a_copy_of_its_own(archive, new_meeting):
    first = in_order(archive.all(AgendaItem))[0]
    block = archive.text(first.id).of_kind(SectionKind.CASE_TEXT)[0].blocks[0]
    assert block.text == "Dagsordenen fremlægges."
    assert block.id != "standing-block"


def test_a_house_without_a_case_text_standing_gets_one_for_it(archive, apply):
    style = archive.get(HouseStyle, "style")
    sections = tuple(replace(form, standard=form.kind is SectionKind.DECISION) for form in style.sections)
    archive.apply([Pair(style, replace(style, sections=sections))])
    change, _ = meetings.new_meeting(archive, "board")
    apply(archive, change)
    first, last = in_order(archive.all(AgendaItem))
    assert [section.kind for section in archive.text(first.id).sections] == [
        SectionKind.CASE_TEXT,
        SectionKind.DECISION,
    ]
    assert [section.kind for section in archive.text(last.id).sections] == [SectionKind.DECISION]


def test_the_meeting_before_is_named(records, apply):
    change, meeting_id = meetings.new_meeting(records, "board", previous_meeting_id="meeting")
    apply(records, change)
    assert records.get(Meeting, meeting_id).previous_meeting_id == "meeting"


def test_a_new_date_drops_the_printed_one(records, apply):
    apply(records, meetings.edit_head(records, "meeting", date="2027-02-11"))
    meeting = records.get(Meeting, "meeting")
    assert (meeting.date, meeting.date_raw, meeting.date_precision) == ("2027-02-11", None, Precision.DAY)


@pytest.mark.parametrize("field", ["start_planned", "end_planned", "start_actual", "end_actual"])
def test_a_new_time_drops_the_printed_one(records, field):
    meeting = records.get(Meeting, "meeting")
    records.apply([Pair(meeting, replace(meeting, time_raw="kl. 13-15"))])
    records.apply(meetings.edit_head(records, "meeting", **{field: "14:00"}).pairs)
    assert records.get(Meeting, "meeting").time_raw is None
    assert records.get(Meeting, "meeting").date_raw == "torsdag den 4. februar 2027"


def test_the_same_value_again_keeps_the_printed_form(records):
    assert not meetings.edit_head(records, "meeting", date="2027-02-04")


def test_what_was_said_to_be_none_and_now_has_a_value_is_no_longer_none(records, apply):
    meeting = records.get(Meeting, "meeting")
    records.apply([Pair(meeting, replace(meeting, stated_none=("place", "case_no")))])
    apply(records, meetings.edit_head(records, "meeting", place="Rådssalen"))
    assert records.get(Meeting, "meeting").stated_none == ("case_no",)


def test_a_meeting_goes_through_its_states(records, apply):
    change = apply(records, meetings.set_status(records, "meeting", MeetingStatus.IN_SESSION))
    assert change.label == "meeting.edit"
    assert records.get(Meeting, "meeting").status is MeetingStatus.IN_SESSION


def test_an_unknown_field_of_the_head_is_a_mistake_of_ours(records):
    with pytest.raises(TypeError):
        meetings.edit_head(records, "meeting", weather="regn")


def test_a_removed_meeting_leaves_only_what_is_shared(records, apply):
    apply(records, meetings.remove_meeting(records, "meeting"))
    assert {kind for kind in RECORD_TYPES if records.all(kind)} <= SHARED_TYPES


def test_another_meeting_stays_and_forgets_the_one_before_it(records, apply):
    change, later = meetings.new_meeting(records, "board", previous_meeting_id="meeting")
    records.apply(change.pairs)
    apply(records, meetings.remove_meeting(records, "meeting"))
    assert records.get(Meeting, later).previous_meeting_id is None
    assert len(people_of(records, later)) == 3


def test_records_go_before_those_they_stand_under(records):
    gone = [pair.record.id for pair in meetings.remove_meeting(records, "meeting").pairs]
    assert gone.index("sub") < len(gone) - 1 - gone[::-1].index("two")
    assert gone[-1] == "meeting"


@pytest.mark.parametrize(
    ("met", "proposed"),
    [
        ([], "2027-01-20"),
        (["2027-01-19"], "2027-01-20"),
        (["2027-02-04"], "2027-02-05"),
        (["2027-02-18", "2027-02-04"], "2027-03-04"),
        (["2027-01-20", "2027-01-13", "2027-01-20"], "2027-01-27"),
        (["--03-04", "2027", "2027-01-19"], "2027-01-20"),
    ],
)
def test_the_next_day_is_today_or_as_long_after_the_last_meeting_as_is_usual(met, proposed):
    assert meetings.proposed_day(met, "2027-01-20") == proposed
