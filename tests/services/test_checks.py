from dataclasses import replace

import pytest

from referatdesk.domain.boards import HouseStyle, SectionForm
from referatdesk.domain.changes import Pair, added
from referatdesk.domain.codes import (
    AttendanceStatus,
    BlockKind,
    ItemStatus,
    MeetingStatus,
    Outcome,
    SectionKind,
    SubstitutionKind,
)
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, paragraph, plain_runs
from referatdesk.domain.voting import Count
from referatdesk.services import meetings
from referatdesk.services.aloud import reading_aloud
from referatdesk.services.checks import Finding, check_meeting
from referatdesk.services.decision import decisions
from referatdesk.services.item import agenda, attachments, texts
from referatdesk.services.presence import attendance, stand_ins
from referatdesk.services.vote import votes
from referatdesk.services.vote.ballots import Ballot
from referatdesk.services.writing import snippets
from tests.documents.word.building import control, line, word_file
from tests.services.sitting_meeting import noted_at

VOTE = "Ændringsforslag fra Ida Vester: 2 stemte for."


def found(records, code):
    return [finding for finding in check_meeting(records, "meeting") if finding.code == code]


def write(records, section, *words, item_id="three"):
    blocks = [word if isinstance(word, Block) else paragraph(word) for word in words]
    records.apply(texts.set_blocks(records, item_id, section, blocks).pairs)


def edit(records, kind, record_id, **values):
    record = records.get(kind, record_id)
    records.apply([Pair(record, replace(record, **values))])


def do(records, change):
    records.apply(change.pairs)


@pytest.fixture
def finished(records) -> RecordSet:
    """The meeting with everything said that should be said."""
    do(records, attendance.all_present(records, "meeting"))
    do(records, agenda.remove_item(records, "sub"))
    do(records, noted_at(records, "a-merete", "two", None))
    write(records, "three-dec", "Godkendt.")
    do(records, decisions.approve_all(records, "two"))
    do(records, decisions.approve_all(records, "three"))
    write(records, "two-dec", "Godkendt.", VOTE, item_id="two")
    do(records, reading_aloud.stamp(records, "two", "13:21"))
    return records


def test_a_finished_meeting_has_no_findings(finished):
    assert check_meeting(finished, "meeting") == []


def test_a_missing_date_is_found(finished):
    do(finished, meetings.edit_head(finished, "meeting", date=None))
    assert found(finished, "date.missing") == [Finding("date.missing")]


def test_a_missing_year_is_found(finished):
    edit(finished, Meeting, "meeting", date="--02-04", date_raw="4. februar")
    assert [finding.data["printed"] for finding in found(finished, "date.no_year")] == ["4. februar"]


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        ("Torsdag d. 4. februar 2027", False),
        ("4. februar 2027", False),
        (None, False),
        ("onsdag den 4. februar 2027", True),
        ("Onsdag, 4/2", True),
    ],
)
def test_a_weekday_that_is_not_the_dates_is_found(finished, printed, wrong):
    edit(finished, Meeting, "meeting", date_raw=printed)
    expected = [{"printed": "onsdag", "actual": "torsdag", "date": "2027-02-04"}] if wrong else []
    assert [finding.data for finding in found(finished, "date.weekday")] == expected


@pytest.mark.parametrize(
    ("times", "is_told"),
    [
        ({"start_actual": "13:04", "end_actual": "07:17"}, True),
        ({"start_planned": "17:30", "end_planned": "13:00"}, True),
        ({"start_planned": "17:30", "end_planned": "13:00", "start_actual": "13:04", "end_actual": "15:00"}, False),
        ({"start_planned": "13:00", "end_actual": "07:17"}, False),
        ({"start_actual": "19:00", "end_actual": "00:40"}, False),
        ({"start_actual": "08:00", "end_actual": "22:30"}, False),
    ],
)
def test_an_end_before_the_beginning_is_found(finished, times, is_told):
    nothing = dict.fromkeys(("start_planned", "end_planned", "start_actual", "end_actual"))
    edit(finished, Meeting, "meeting", **{**nothing, **times})
    assert bool(found(finished, "time.backwards")) is is_told


def test_people_of_whom_nothing_was_said_are_named_together(records):
    assert [finding.data["names"] for finding in found(records, "attendance.unknown")] == [
        ("Merete Aaby", "Sanne Brix")
    ]


def test_somebody_absent_and_present_at_once_is_found(finished):
    do(finished, attendance.add_person(finished, "meeting", "Aksel Ravn Lund"))
    assert [finding.data["name"] for finding in found(finished, "attendance.absent_and_present")] == ["Aksel Ravn Lund"]


def test_somebody_absent_may_stand_in_for_another(finished):
    do(finished, stand_ins.add_stand_in(finished, "a-merete", "Aksel Ravn Lund", SubstitutionKind.DEPUTY))
    assert not found(finished, "attendance.absent_and_present")


def test_a_member_and_a_stand_in_on_one_seat_are_found(finished):
    do(finished, stand_ins.add_stand_in(finished, "a-merete", "Ida Vester", SubstitutionKind.DEPUTY))
    assert not found(finished, "attendance.seat_taken_twice")
    do(finished, attendance.set_status(finished, "a-merete", AttendanceStatus.PRESENT))
    assert [finding.data for finding in found(finished, "attendance.seat_taken_twice")] == [
        {"name": "Merete Aaby", "stand_in": "Ida Vester"}
    ]


def test_who_voted_without_being_there_is_found_at_the_item(finished):
    do(finished, noted_at(finished, "a-merete", "two", AttendanceStatus.DISQUALIFIED))
    merete = {"name": "Merete Aaby"}
    assert found(finished, "attendance.disqualified_voted") == [Finding("attendance.disqualified_voted", "two", merete)]
    do(finished, attendance.set_status(finished, "a-merete", AttendanceStatus.ABSENT))
    do(finished, noted_at(finished, "a-merete", "two", None))
    assert found(finished, "attendance.absent_voted") == [Finding("attendance.absent_voted", "two", merete)]


def test_times_that_run_backwards_and_apologies_of_one_who_is_there_are_found(finished):
    do(finished, noted_at(finished, "a-aksel", "three", AttendanceStatus.PRESENT))
    assert [one.item_id for one in found(finished, "attendance.apologies_but_there")] == ["three"]
    late = {"from_time": "13:00"}
    do(finished, noted_at(finished, "a-sanne", "one", AttendanceStatus.LATE, **late))
    do(finished, noted_at(finished, "a-sanne", "two", AttendanceStatus.LEFT_EARLY, to_time="12:50"))
    assert [one.item_id for one in found(finished, "attendance.left_before_coming")] == ["two"]


def test_an_item_without_a_decision_is_found(finished):
    write(finished, "three-dec", "  ")
    assert [finding.item_id for finding in found(finished, "decision.empty")] == ["three"]


def test_an_item_that_only_holds_sub_items_needs_no_decision(records):
    write(records, "two-dec", item_id="two")
    assert {finding.item_id for finding in found(records, "decision.empty")} == {"sub", "three"}


def test_a_withdrawn_item_needs_nothing(finished):
    write(finished, "three-dec")
    do(finished, agenda.set_status(finished, "three", ItemStatus.WITHDRAWN))
    assert check_meeting(finished, "meeting") == []


def test_a_decision_that_nobody_classed_is_found(finished):
    write(finished, "three-dec", "Gruppen mødes igen.")
    do(finished, decisions.set_point_outcome(finished, "point-3", None))
    assert [finding.item_id for finding in found(finished, "decision.unclassified")] == ["three"]
    do(finished, decisions.set_outcome(finished, "three", Outcome.NOTED))
    assert not found(finished, "decision.unclassified")


def test_words_under_eventuelt_need_no_class(finished):
    write(finished, "four-dec", "Formanden takkede for godt samarbejde.", item_id="four")
    assert check_meeting(finished, "meeting") == []


def test_a_house_with_one_pane_needs_a_class_only_where_something_was_recommended(finished):
    style = finished.get(HouseStyle, "style")
    one_pane = tuple(form for form in style.sections if form.kind is not SectionKind.DECISION)
    edit(finished, HouseStyle, "style", sections=(*one_pane, SectionForm(SectionKind.MINUTES, "Referat")))
    for item_id in ("two", "three"):
        do(finished, texts.remove_section(finished, item_id, f"{item_id}-dec"))
        change, section = texts.ensure_section(finished, item_id, SectionKind.MINUTES)
        do(finished, change)
        write(finished, section, "Rådet drøftede sagen.", item_id=item_id)
    write(finished, "three-rec", item_id="three")
    assert [finding.item_id for finding in found(finished, "decision.unclassified")] == ["two"]


def test_a_point_left_open_among_decided_ones_is_found(records):
    do(records, decisions.set_point_outcome(records, "point-1", Outcome.REJECTED))
    assert [(finding.item_id, finding.data["point"]) for finding in found(records, "point.without_outcome")] == [
        ("two", "Afsætter midler")
    ]


def test_the_lead_in_that_stood_ready_needs_no_points(finished):
    write(finished, "three-rec", "Det indstilles, at Sundhedsråd Østfjord:")
    assert not found(finished, "recommendation.without_points")


def test_words_that_lead_in_to_no_points_are_found(finished):
    write(finished, "three-rec", "Forvaltningen indstiller:")
    assert [finding.item_id for finding in found(finished, "recommendation.without_points")] == ["three"]


@pytest.mark.parametrize(
    ("numbers", "code", "data"),
    [
        ({"three": "4"}, "number.gap", {"before": 2, "number": 4}),
        ({"three": "2"}, "number.repeated", {"number": 2}),
        ({"three": ""}, None, None),
        ({"one": "", "two": "1"}, None, None),
        ({"one": "2"}, "number.gap", {"before": 0, "number": 2}),
    ],
)
def test_gaps_and_repeats_in_the_numbers_are_found(finished, numbers, code, data):
    for item_id, number in numbers.items():
        do(finished, agenda.set_number(finished, item_id, number))
    findings = [finding for finding in check_meeting(finished, "meeting") if finding.code.startswith("number")]
    assert [(finding.code, finding.data) for finding in findings] == ([(code, data)] if code else [])


def test_a_number_behind_a_greater_one_is_found_where_the_order_was_never_changed(finished):
    for item in finished.all(AgendaItem):
        edit(finished, AgendaItem, item.id, moved_from=None)
    for item_id, number in {"one": "2", "two": "1", "three": "3"}.items():
        do(finished, agenda.set_number(finished, item_id, number))
    assert [one.data for one in found(finished, "number.behind")] == [{"before": 2, "number": 1}]
    assert not found(finished, "number.repeated")


def test_the_numbers_of_a_meeting_that_changed_its_order_are_no_gaps(finished):
    do(finished, meetings.set_status(finished, "meeting", MeetingStatus.IN_SESSION))
    do(finished, agenda.add_item(finished, "meeting", "Ny aftale")[0])
    do(finished, agenda.move_item(finished, "three", 0))
    assert not [one for one in check_meeting(finished, "meeting") if one.code.startswith("number")]


def test_an_empty_bullet_is_found_where_it_stands(finished):
    empty = Block(id="empty", kind=BlockKind.BULLET, runs=plain_runs(" "))
    write(finished, "two-case", "Der er tre spor.", empty, item_id="two")
    assert [(finding.item_id, finding.data) for finding in found(finished, "bullet.empty")] == [
        ("two", {"section_id": "two-case", "block_id": "empty"})
    ]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Planen (se bilag 1) blev gennemgået.", []),
        ("Se Bilag 3.", [3]),
        ("Se bilag 1, 2 og 4.", [2, 4]),
        ("Se bilag 1-3.", [2, 3]),
        ("Bilagene omdeles. Der var 3 bilag.", []),
    ],
)
def test_a_paper_that_is_mentioned_but_not_listed_is_found(finished, words, missing):
    write(finished, "two-case", words, item_id="two")
    assert [finding.data["number"] for finding in found(finished, "attachment.not_listed")] == missing


def test_a_paper_without_a_number_is_known_by_its_place(finished):
    edit(finished, Attachment, "paper", number_text=None)
    do(finished, attachments.add_attachment(finished, "two", "Høringssvar")[0])
    write(finished, "two-case", "Se bilag 1 og 2.", item_id="two")
    assert not found(finished, "attachment.not_listed")


def test_a_paper_of_the_meeting_counts_for_every_item(finished):
    finished.apply(added(Attachment(id="seven", meeting_id="meeting", title="Præsentation", number_text="Bilag 7")))
    write(finished, "three-case", "Se bilag 7.")
    assert not found(finished, "attachment.not_listed")


def test_a_place_that_a_phrase_left_to_be_filled_in_is_found(finished):
    write(finished, "three-dec", "Godkendt, idet {hvad}.")
    write(finished, "two-case", "Skabelonen bruger {felt} til navne.", item_id="two")
    assert found(finished, "text.not_filled_in") == [Finding("text.not_filled_in", "three", {"place": "{hvad}"})]


def test_a_place_of_a_phrase_of_the_house_is_found_too(finished):
    do(finished, snippets.add_snippet(finished, "board", "Rådet besøger {sted}."))
    write(finished, "three-dec", "Rådet besøger {sted}.")
    assert [one.data["place"] for one in found(finished, "text.not_filled_in")] == ["{sted}"]


def test_a_vote_whose_sentence_was_deleted_is_found(finished):
    write(finished, "two-dec", "Godkendt.", item_id="two")
    assert found(finished, "vote.not_told") == [Finding("vote.not_told", "two", {"vote": VOTE})]


def test_a_vote_that_the_text_tells_in_other_words_is_told(finished):
    write(finished, "two-dec", "Godkendt. Afstemningen om Merete Aabys forslag: 2 for.", item_id="two")
    assert not found(finished, "vote.not_told")


@pytest.mark.parametrize(
    ("votes_for", "chosen", "is_found"),
    [
        (1, Outcome.APPROVED, True),
        (1, Outcome.REJECTED, False),
        (3, Outcome.APPROVED, False),
        (3, Outcome.REJECTED, True),
        (1, Outcome.POSTPONED, False),
    ],
)
def test_an_outcome_that_goes_against_the_vote_is_found(finished, votes_for, chosen, is_found):
    do(finished, decisions.set_outcome(finished, "three", chosen))
    do(finished, votes.write_vote(finished, "three", Ballot(count=Count(votes_for, 4 - votes_for))))
    assert [finding.item_id for finding in found(finished, "decision.against_vote")] == ["three"] * is_found


def test_a_template_with_rows_for_votes_tells_them(finished, tmp_path):
    template = tmp_path / "skabelon.docx"
    template.write_bytes(word_file(control("punkter", control("afstemninger", line("afstemning.tekst")))))
    edit(finished, HouseStyle, "style", template=str(template))
    write(finished, "two-dec", "Godkendt.", item_id="two")
    assert not found(finished, "vote.not_told")


def test_words_that_were_changed_since_they_were_read_aloud_are_found(finished):
    write(finished, "two-dec", "Godkendt med bemærkninger.", VOTE, item_id="two")
    assert found(finished, "decision.changed_since_read") == [
        Finding("decision.changed_since_read", "two", {"time": "13.21"})
    ]
    do(finished, reading_aloud.stamp(finished, "two", "13:40"))
    assert not found(finished, "decision.changed_since_read")
