"""Finished minutes go into the meeting that was planned: all of it is there, and nothing written before is lost."""

from dataclasses import replace

import pytest

from referatdesk.documents.reading.draft import (
    DraftCast,
    DraftOutcome,
    DraftPerson,
    DraftPointOutcome,
    DraftPromise,
    DraftVote,
)
from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import AttendanceStatus, ItemStatus, MeetingStatus, Outcome, SectionKind, VoteChoice
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    FollowUp,
    PointOutcome,
    RecommendationPoint,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.intake.importing import draft_to_change
from referatdesk.services.intake.kept_files import Original
from referatdesk.services.item import texts
from referatdesk.services.merge.minutes_merge import merge_minutes
from referatdesk.services.order import by_sort
from referatdesk.services.presence import attendance
from tests.services.made_up_drafts import made_up_draft
from tests.services.read_drafts import at, draft, item, papers, points, section

CASE, DECISION = SectionKind.CASE_TEXT, SectionKind.DECISION


def house(*more, **fields):
    return item(
        "Lægehus i Egeby",
        section(CASE, "Huset bygges i 2028.", label="Sagsfremstilling"),
        points("godkender planen", "afsætter midler"),
        papers("Plan for lægehuset"),
        *more,
        figure="2",
        **fields,
    )


def an_agenda():
    people = (DraftPerson(name="Merete Aaby", place=at(2)), DraftPerson(name="Palle Nørre", place=at(3)))
    opening, last = item("Godkendelse af dagsorden", figure="1"), item("Eventuelt", figure="3")
    return draft(opening, house(), last, is_agenda=True, people=people, head={"start": "16:00", "place": "Rådhuset"})


def finished():
    outcome = DraftOutcome(
        outcome=Outcome.APPROVED,
        points=(
            DraftPointOutcome(point=0, outcome=Outcome.APPROVED),
            DraftPointOutcome(point=1, outcome=Outcome.NOTED),
        ),
    )
    decided = section(DECISION, "Godkendt.", label="Beslutning", line=20, outcome=outcome)
    vote = DraftVote(
        place=at(20), votes_for=3, votes_against=1, casts=(DraftCast(choice=VoteChoice.AGAINST, name="Ida Vester"),)
    )
    promise = DraftPromise(text="Ny plan til maj", place=at(20))
    people = (
        DraftPerson(name="Merete Aaby", place=at(2), party="A"),
        DraftPerson(name="Palle Nørre", place=at(3), status=AttendanceStatus.ABSENT_NOTIFIED, status_raw="(afbud)"),
        DraftPerson(name="Ida Vester", place=at(4)),
    )
    agenda = an_agenda()
    late = item("Ny akutbil", section(DECISION, "Drøftet.", label="Beslutning"), figure="3", place=at(30))
    return replace(
        agenda,
        is_agenda=False,
        items=(agenda.items[0], house(decided, votes=(vote,), promises=(promise,)), late, agenda.items[2]),
        people=people,
        head=replace(agenda.head, end_actual="17:45", place="Videomøde"),
    )


@pytest.fixture
def planned(apply):
    records = RecordSet()
    change, meeting_id = draft_to_change(records, an_agenda())
    apply(records, change)
    return records, meeting_id


def put_in(apply, planned, read=None, **more):
    records, meeting_id = planned
    apply(records, merge_minutes(records, meeting_id, finished() if read is None else read, **more))
    return records


def named(records, title):
    return next(one for one in records.all(AgendaItem) if one.title == title)


def said(records, title, kind):
    return [plain_text(one.blocks) for one in records.text(named(records, title).id).of_kind(kind)]


def test_there_is_still_one_meeting_and_it_is_held(planned, apply):
    (meeting,) = put_in(apply, planned).all(Meeting)
    assert meeting.status is MeetingStatus.MINUTES_DRAFT
    assert (meeting.start_planned, meeting.place, meeting.end_actual) == ("16:00", "Rådhuset", "17:45")


def test_what_was_decided_stands_where_the_agenda_left_room(planned, apply):
    records = put_in(apply, planned)
    assert [one.title for one in in_order(records.all(AgendaItem))] == [
        "Godkendelse af dagsorden",
        "Lægehus i Egeby",
        "Ny akutbil",
        "Eventuelt",
    ]
    assert said(records, "Lægehus i Egeby", CASE) == ["Huset bygges i 2028."]
    assert said(records, "Lægehus i Egeby", DECISION) == ["Godkendt."]
    assert said(records, "Ny akutbil", DECISION) == ["Drøftet."]
    assert named(records, "Lægehus i Egeby").status is ItemStatus.DONE
    assert [one.title for one in records.all(Attachment)] == ["Plan for lægehuset"]


def test_outcomes_votes_and_promises_belong_to_the_item_that_stood(planned, apply):
    records = put_in(apply, planned)
    item_id = named(records, "Lægehus i Egeby").id
    (decision,) = [one for one in records.all(Decision) if one.item_id == item_id]
    listed = by_sort(one for one in records.all(RecommendationPoint) if one.item_id == item_id)
    outcomes = {one.point_id: one.outcome for one in records.all(PointOutcome)}
    assert decision.outcome is Outcome.APPROVED
    assert [outcomes[one.id] for one in listed] == [Outcome.APPROVED, Outcome.NOTED]
    (vote,) = records.all(Vote)
    (cast,) = records.all(VoteCast)
    assert (vote.item_id, vote.decision_id, vote.votes_for) == (item_id, decision.id, 3)
    assert records.get(Attendance, cast.attendance_id).name == "Ida Vester"
    assert [(one.item_id, one.text) for one in records.all(FollowUp)] == [(item_id, "Ny plan til maj")]


def test_who_was_there_is_told_of_those_invited_and_others_are_added(planned, apply):
    people = by_sort(put_in(apply, planned).all(Attendance))
    assert [(one.name, one.status, one.party) for one in people] == [
        ("Merete Aaby", AttendanceStatus.PRESENT, "A"),
        ("Palle Nørre", AttendanceStatus.ABSENT_NOTIFIED, None),
        ("Ida Vester", AttendanceStatus.PRESENT, None),
    ]


def test_what_was_written_stays_and_what_the_minutes_say_besides_follows_it(planned, apply):
    records, _ = planned
    own = named(records, "Lægehus i Egeby")
    (room,) = records.text(own.id).of_kind(DECISION)
    apply(records, texts.set_blocks(records, own.id, room.id, [paragraph("Mine noter.")]))
    merete = next(one for one in records.all(Attendance) if one.name == "Merete Aaby")
    apply(records, attendance.set_status(records, merete.id, AttendanceStatus.REMOTE))
    put_in(apply, planned)
    assert said(records, "Lægehus i Egeby", DECISION) == ["Mine noter.\nGodkendt."]
    assert records.get(Attendance, merete.id).status is AttendanceStatus.REMOTE


def test_put_in_twice_nothing_is_said_twice(planned, apply):
    records = put_in(apply, planned)
    assert not merge_minutes(records, planned[1], finished())


def test_the_file_is_noted_with_the_meeting(planned, apply):
    records = put_in(apply, planned, original=Original("referat.docx", "0" * 64, 3))
    assert [(one.name, one.meeting_id) for one in records.all(SourceFile)] == [("referat.docx", planned[1])]


@pytest.mark.parametrize("seed", range(40))
def test_any_minutes_go_into_any_agenda_and_no_word_of_either_is_lost(seed, apply):
    records = RecordSet()
    change, meeting_id = draft_to_change(records, replace(made_up_draft(seed), is_agenda=True))
    apply(records, change)
    before = [block.text for text in texts_of(records) for section in text for block in section.blocks]
    read = replace(made_up_draft(seed + 1 - seed % 2), is_agenda=False)
    apply(records, merge_minutes(records, meeting_id, read))
    kept = [block.text for text in texts_of(records) for section in text for block in section.blocks]
    wanted = [block.text for one in read.sections() for block in one.blocks if not one.people]
    assert [text for text in before if text not in kept] == []
    assert [text for text in wanted if text.strip() and text not in kept] == []


def texts_of(records):
    return [records.text(one.id).sections for one in records.all(AgendaItem)]
