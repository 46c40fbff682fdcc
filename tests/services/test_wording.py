"""The printed Danish sentences."""

from dataclasses import replace

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.wording import head, items, people
from tests.services.printed_meeting import section

STYLE = builtin_style("sagsfremstilling")
BOARD = Board(id="b", name="Sundhedsråd {date}", house_style_id=STYLE.id)
MEETING = Meeting(id="m", board_id="b", date="2027-02-04", start_planned="17:30", end_planned="19:00")


def palle(**fields):
    one = Attendance(id="p", meeting_id="m", name="Palle Nørre", organisation="Egeby Kommune")
    return replace(one, **fields)


def test_braces_in_a_name_are_only_signs():
    assert head.title(MEETING, BOARD, STYLE) == "REFERAT Sundhedsråd {date} d. 04-02-2027"


def test_both_ends_of_a_meeting_are_joined_by_the_houses_dash():
    assert head.day_and_time(MEETING, STYLE) == "Torsdag d. 4. februar 2027 kl. 17:30 – 19:00"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"start_actual": "17:34", "end_actual": "18:50"}, "kl. 17:34 – 18:50"),
        ({"end_actual": "07:17"}, "kl. 17:30 – 19:00"),
        ({"end_planned": None, "end_actual": "07:17"}, "kl. 17:30"),
        ({"start_planned": None, "end_planned": None, "start_actual": "17:34"}, "kl. 17:34"),
    ],
)
def test_a_planned_time_is_never_printed_beside_an_actual_one(fields, printed):
    assert head.time(replace(MEETING, **fields), STYLE) == printed


def test_a_meeting_without_a_year_is_printed_without_one():
    assert head.day(replace(MEETING, date="--05-10"), STYLE) == "d. 10. maj"


def test_a_place_that_was_said_to_be_none_is_a_dash():
    assert head.place(replace(MEETING, stated_none=("place",))) == "-"
    assert head.place(MEETING) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": AttendanceStatus.PRESENT}, ""),
        ({"status": AttendanceStatus.UNKNOWN}, ""),
        ({"status": AttendanceStatus.ABSENT}, "(Fravær)"),
        ({"status": AttendanceStatus.REMOTE}, "(deltog virtuelt)"),
        ({"status": AttendanceStatus.LATE}, "(ankom senere)"),
        ({"status": AttendanceStatus.LEFT_EARLY, "left_at": "18:10"}, "(forlod mødet kl. 18:10)"),
        ({"arrived_at": "17:45", "left_at": "18:10"}, "(ankom kl. 17:45, forlod mødet kl. 18:10)"),
    ],
)
def test_presence_is_said_when_it_is_not_a_matter_of_course(fields, words):
    assert people.presence(palle(**fields), STYLE) == words


def test_a_stand_in_names_whom_he_stands_in_for():
    ida = palle(id="i", name="Ida Vester", organisation=None, stands_in_for_id="p")
    assert people.attendance_run([palle(status=AttendanceStatus.ABSENT), ida], STYLE) == (
        "Palle Nørre, Egeby Kommune (Fravær), Ida Vester (stedfortræder for Palle Nørre)"
    )


def test_people_of_whom_more_than_one_thing_is_told_are_told_apart_in_a_run():
    ida = palle(id="i", name="Ida Vester", title="konsulent")
    assert people.attendance_run([palle(), ida], STYLE) == (
        "Palle Nørre, Egeby Kommune; Ida Vester, konsulent, Egeby Kommune"
    )
    assert people.present_run([palle(), ida], STYLE) == people.attendance_run([palle(), ida], STYLE)
    assert people.attendance_run([palle(), replace(ida, title=None)], STYLE) == (
        "Palle Nørre, Egeby Kommune, Ida Vester, Egeby Kommune"
    )


def test_an_absentee_without_an_organisation_is_named_with_party_or_alone():
    alone = palle(organisation=None)
    assert people.absence_line([alone, replace(alone, party="V")], STYLE) == "Palle Nørre, Palle Nørre, V"


def test_a_label_has_a_colon_only_where_the_house_writes_one():
    plain = section(SectionKind.ECONOMY, "Økonomi")
    assert items.section_label(plain, MEETING, BOARD, STYLE, None) == "Økonomi"
    assert items.section_label(replace(plain, colon=True), MEETING, BOARD, STYLE, None) == "Økonomi:"
    assert items.section_label(replace(plain, label=None), MEETING, BOARD, STYLE, None) == ""


def test_a_label_without_a_date_loses_the_words_before_it():
    label = section(SectionKind.DECISION, "Beslutning i {board} den {date}")
    undated = replace(MEETING, date=None)
    assert items.section_label(label, undated, replace(BOARD, name="Rådet"), STYLE, None) == "Beslutning i Rådet"


def test_a_title_keeps_its_prefix_and_its_colon():
    item = AgendaItem(id="i", meeting_id="m", title="Stier", title_prefix="Oplæg", title_colon=True)
    assert items.item_heading(item, "2", STYLE) == "Punkt 2: Oplæg: Stier:"


def test_a_paper_is_printed_as_it_stood():
    paper = Attachment(id="a", meeting_id="m", title="Kort", number_text="Bilag 1")
    assert items.attachment_line(paper) == "Bilag 1: Kort"
    assert items.attachment_line(replace(paper, raw="1) Kort (eftersendt)")) == "1) Kort (eftersendt)"
