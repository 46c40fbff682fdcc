from pathlib import Path

import pytest

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.reader import draft_of
from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.boards import Board, HouseStyle, Membership, Organisation, Person
from referatdesk.domain.codes import Access, AttendanceStatus, ItemKind, Outcome, SectionKind
from referatdesk.domain.decisions import Attachment, Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.services.board.boards import create_board
from referatdesk.services.errors import UserError
from referatdesk.services.intake.importing import Answers, draft_to_change, read_draft
from referatdesk.services.order import by_sort

MINUTES = Path(__file__).parents[1] / "fixtures" / "minutes"


@pytest.fixture
def imported(apply):
    """Puts the named minutes into an archive (an empty one by default) and returns it."""

    def put_in(name, records=None):
        records = RecordSet() if records is None else records
        change, _ = draft_to_change(records, read_draft(MINUTES / f"{name}.txt"))
        apply(records, change)
        return records

    return put_in


def items(records):
    return in_order(records.all(AgendaItem))


def sections(records, item):
    return {section.kind: section for section in records.get(ItemText, item.id).sections}


def test_minutes_become_one_change_named_by_their_title(imported):
    change, meeting_id = draft_to_change(RecordSet(), read_draft(MINUTES / "one_item.txt"))
    assert (change.label, change.subject) == (
        "meeting.import",
        "REFERAT Samarbejdsrådet for Egeby og Omegn d. 12-05-2027",
    )
    assert meeting_id in {pair.record.id for pair in change.pairs}


def test_the_head_keeps_what_was_printed_beside_what_it_means(imported):
    (meeting,) = imported("one_item").all(Meeting)
    assert (meeting.date, meeting.date_raw) == ("2027-05-12", "Onsdag d. 12. maj 2027")
    assert (meeting.start_planned, meeting.end_planned, meeting.time_raw) == ("08:30", "10:00", "kl. 08:30 - 10:00")
    assert (meeting.place, meeting.virtual) == ("Videomøde", True)


def test_a_title_that_the_house_prints_anyway_follows_board_and_date(imported):
    (meeting,) = imported("one_item").all(Meeting)
    assert meeting.title is None


def test_head_lines_that_no_field_holds_are_kept_and_the_whole_head_as_it_was_printed(imported):
    (meeting,) = imported("other_labels").all(Meeting)
    assert [(line.label, line.value) for line in meeting.header_lines] == [("Referent", "Gitte Friis")]
    assert (meeting.sender_unit, meeting.sender_address) == ("Klitved Kommune", "Rådhustorvet 1, Klitved")
    printed = [line.value for line in meeting.head_raw]
    assert {"Klitved Kommune", "Rådhustorvet 1, Klitved", "Gitte Friis"} <= set(printed)


def test_a_new_board_gets_its_style_and_the_people_as_members(imported):
    records = imported("two_absent")
    (board,) = records.all(Board)
    (style,) = records.all(HouseStyle)
    members = by_sort(records.all(Membership))
    assert (board.name, board.kind, board.house_style_id) == ("Sundhedsråd Østfjord", "health_council", style.id)
    assert [records.get(Person, seat.person_id).full_name for seat in members][:3] == [
        "Merete Aaby",
        "Aksel Ravn Lund",
        "Sanne Brix",
    ]
    assert [seat.party for seat in members] == ["A", "V", None, None, None, "Løsgænger"]


def test_a_second_meeting_finds_board_people_and_organisations_again(imported):
    records = imported("two_absent")
    before = {kind: len(records.all(kind)) for kind in (Board, HouseStyle, Membership)}
    imported("closed_items", records)
    assert {kind: len(records.all(kind)) for kind in before} == before
    names = [person.full_name for person in records.all(Person)]
    assert len(names) == len(set(names))
    assert len({one.name for one in records.all(Organisation)}) == len(records.all(Organisation))
    assert len(records.all(Meeting)) == 2


def test_attendance_keeps_the_list_and_the_printed_absence(imported):
    people = by_sort(imported("two_absent").all(Attendance))
    assert [(one.name, one.party, one.organisation) for one in people][:4] == [
        ("Merete Aaby", "A", None),
        ("Aksel Ravn Lund", "V", None),
        ("Sanne Brix", None, "Afdelingen for Børn, Unge og Familie"),
        ("Palle Nørre", None, "Klitved Kommune"),
    ]
    assert [(one.status, one.status_raw) for one in people][2:4] == [
        (AttendanceStatus.ABSENT_NOTIFIED, "(Afbud)"),
        (AttendanceStatus.ABSENT, "(Fraværende)"),
    ]


def test_the_time_in_a_printed_note_is_when_somebody_came_or_left(apply):
    text = (MINUTES / "two_absent.txt").read_text(encoding="utf-8")
    text = text.replace("(Afbud)", "(ankom kl. 17:03)", 1).replace("(Fraværende)", "(forlod mødet kl. 9.40)", 1)
    records = RecordSet()
    apply(records, draft_to_change(records, draft_of(source_of_text(text)))[0])
    people = by_sort(records.all(Attendance))
    assert [(one.status, one.arrived_at, one.left_at) for one in people][2:4] == [
        (AttendanceStatus.LATE, "17:03", None),
        (AttendanceStatus.LEFT_EARLY, None, "09:40"),
    ]


def test_absentees_that_the_rule_prints_anyway_are_left_to_the_rule(imported):
    records = imported("two_absent")
    first, second, third = (sections(records, item)[SectionKind.ABSENTEES] for item in items(records))
    assert first.blocks == ()
    assert len(second.blocks) == 2
    assert "Løsgænger" in third.blocks[0].text
    assert (first.label, first.inline, second.inline) == ("Fraværende", True, False)


def test_somebody_absent_from_one_item_only_is_noted_there(imported):
    records = imported("two_absent")
    (noted,) = records.all(ItemAttendance)
    assert (records.get(Attendance, noted.attendance_id).name, noted.status) == ("Erik Dam", AttendanceStatus.ABSENT)
    assert noted.item_id == items(records)[2].id


def test_a_label_that_the_house_prints_anyway_follows_board_and_date(imported):
    records = imported("one_item")
    assert sections(records, items(records)[0])[SectionKind.DECISION].label == "Beslutning i {board} den {date}"


def test_a_label_that_the_house_prints_otherwise_stays_as_it_was_read(imported):
    change, _ = create_board(RecordSet(), "Sundhedsråd Østfjord", style_slug="sagsfremstilling")
    records = imported("two_absent", RecordSet(pair.record for pair in change.pairs))
    assert sections(records, items(records)[0])[SectionKind.DECISION].label == (
        "Beslutning i Sundhedsråd Østfjord den 8. april 2027"
    )


def test_points_papers_and_outcomes_become_rows(imported):
    records = imported("two_absent")
    item = items(records)[1]
    text = records.get(ItemText, item.id)
    points = by_sort(point for point in records.all(RecommendationPoint) if point.item_id == item.id)
    words = {block.id: block.text for section in text.sections for block in section.blocks}
    assert [words[point.block_id] for point in points] == [
        "Godkender forløbet for alle kommuner.",
        "Beder om en status om et år.",
    ]
    outcomes = {one.point_id: one.outcome for one in records.all(PointOutcome)}
    assert [outcomes[point.id] for point in points] == [Outcome.APPROVED, Outcome.NOTED]
    assert [paper.title for paper in records.all(Attachment)] == ["Forløbsbeskrivelse.pdf"]
    assert sections(records, item)[SectionKind.ATTACHMENTS].blocks == ()


def test_a_recognised_outcome_waits_to_be_confirmed(imported):
    decisions = imported("closed_items").all(Decision)
    assert [(one.outcome, one.confirmed) for one in decisions] == [
        (Outcome.POSTPONED, False),
        (Outcome.APPROVED, False),
    ]


def test_the_decision_of_another_board_is_no_decision_of_this_meeting(imported):
    records = imported("other_labels")
    budget = items(records)[1]
    assert [one.outcome for one in records.all(Decision) if one.item_id == budget.id] == [Outcome.APPROVED_CHANGED]
    earlier = [one for one in records.get(ItemText, budget.id).sections if one.kind is SectionKind.EARLIER_DECISIONS]
    assert [one.label for one in earlier] == [
        "Tidligere beslutninger",
        "Beslutning i Økonomiudvalget den 02-02-2027",
    ]


def test_closed_items_are_closed_whatever_says_so(imported):
    records = imported("closed_items")
    assert [(item.title, item.access) for item in items(records)] == [
        ("Lukket punkt", Access.CLOSED),
        ("Salg af grund", Access.CLOSED),
        ("Personalesag", Access.CLOSED),
        ("Ansættelse af leder", Access.CLOSED),
        ("Status på det lukkede sengeafsnit", Access.OPEN),
    ]


def test_a_gap_in_the_numbers_is_kept(imported):
    records = imported("other_labels")
    listed = items(records)
    assert [(item.number_auto, item.number_text) for item in listed] == [(True, None), (False, "3")]
    assert list(printed_numbers(listed, sub_numbers=True).values()) == ["1", "3"]


def test_items_that_every_agenda_has_are_known_by_their_title(imported):
    assert [item.kind for item in items(imported("two_absent"))][-1] is ItemKind.ANY_OTHER
    assert items(imported("other_labels"))[0].kind is ItemKind.APPROVE_AGENDA


def test_text_in_no_known_style_becomes_one_item_of_a_named_board(apply):
    draft = draft_of(source_of_text("Kære alle\n\nVi ses på torsdag."))
    with pytest.raises(UserError) as caught:
        draft_to_change(RecordSet(), draft)
    assert caught.value.code == "import.no_board"
    records = RecordSet()
    change, _ = draft_to_change(records, draft, answers=Answers(board_name="Sundhedsråd Østfjord"))
    apply(records, change)
    (item,) = items(records)
    assert (item.title, item.number_auto) == ("Kære alle", False)
    assert [block.text for block in records.get(ItemText, item.id).sections[0].blocks] == [
        "Kære alle",
        "Vi ses på torsdag.",
    ]


def test_a_file_that_cannot_be_read_is_told_to_the_user(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError) as caught:
        read_draft(path)
    assert (caught.value.code, caught.value.data) == ("reading.broken", {})
