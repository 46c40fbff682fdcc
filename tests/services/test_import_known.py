"""What a draft asks of the archive, what the answers do, and what is kept beside the meeting."""

from dataclasses import replace

import pytest

from referatdesk.documents.reading.draft import (
    Doubt,
    DraftCast,
    DraftLink,
    DraftPerson,
    DraftPresence,
    DraftStatement,
    DraftVote,
)
from referatdesk.documents.reading.parts import Correction
from referatdesk.documents.reading.source import (
    Place,
    SourceChange,
    SourceComment,
    SourceParagraph,
    SourcePicture,
    SourceText,
)
from referatdesk.domain.boards import Board, Membership, Organisation, Person
from referatdesk.domain.codes import (
    AttendanceStatus,
    BlockKind,
    LinkKind,
    MeetingStatus,
    SectionKind,
    StatementKind,
    VoteChoice,
    VoteResult,
)
from referatdesk.domain.decisions import Decision, Disqualification, ItemLink, Statement, Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, Meeting
from referatdesk.domain.reading import Comment, CommentKind, FileKind, Part, ReadingHabit, SourceFile
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Picture, Run
from referatdesk.services.archive.workspace import MeetingDay
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import content_of
from referatdesk.services.intake.importing import Answers, draft_to_change, habits_of, proposals
from referatdesk.services.intake.kept_files import original_as_read, original_of
from referatdesk.services.order import by_sort
from tests.services.fictional_archive import shared_records
from tests.services.read_drafts import BOARD, at, draft, item, section


@pytest.fixture
def known():
    return RecordSet(shared_records())


def person(name, **more):
    return DraftPerson(name=name, place=at(3), **more)


def minutes(*people, **more):
    return draft(item("Budget", section(SectionKind.DECISION, "Godkendt."), figure="1"), people=people, **more)


def asked(records, read, **more):
    return [(one.code, one.text, one.proposal) for one in proposals(records, read, **more)]


def text_of(*lines, **more):
    paragraphs = [SourceParagraph(runs=(Run(line),), place=at(number)) for number, line in enumerate(lines, 1)]
    return SourceText(tuple(paragraphs), **more)


def test_names_that_the_archive_knows_raise_no_question(known):
    read = minutes(person("Merete  AABY", organisation="egeby kommune"), person("Palle Nørre"))
    assert asked(known, read) == []


@pytest.mark.parametrize("printed", ["Merete Åby", "Merete Aabye", "M. Aaby"])
def test_a_name_that_is_nearly_known_is_a_question_and_never_merged_silently(known, printed, apply):
    read = minutes(person(printed))
    assert asked(known, read) == [("person.like", printed, "Merete Aaby")]
    apply(known, draft_to_change(known, read)[0])
    assert printed in {one.full_name for one in known.all(Person)}


def test_the_accepted_person_board_and_organisation_are_the_known_ones(known, apply):
    read = minutes(
        person("Aksel Lund", organisation="Egeby"), head={"board": "Sundhedsrådet Østfjord"}, date="2027-04-08"
    )
    questions = proposals(known, read)
    assert {one.code for one in questions} == {"board.like", "person.like", "organisation.like"}
    before = {kind: len(known.all(kind)) for kind in (Board, Person, Organisation, Membership)}
    apply(known, draft_to_change(known, read, answers=Answers(accepted=questions))[0])
    assert {kind: len(known.all(kind)) for kind in before} == before
    (attendance,) = known.all(Attendance)
    assert (attendance.person_id, attendance.name) == ("aksel", "Aksel Lund")
    assert [meeting.board_id for meeting in known.all(Meeting)] == ["board"]


def test_of_two_with_the_same_name_the_one_on_the_board_is_meant_else_it_is_asked(known):
    twins = [*shared_records(), Person(id="other", full_name="Merete Aaby")]
    assert asked(RecordSet(twins), minutes(person("Merete Aaby"))) == []
    strangers = [*shared_records(), Person(id="a", full_name="Bodil Krogh"), Person(id="b", full_name="Bodil Krogh")]
    assert asked(RecordSet(strangers), minutes(person("Bodil Krogh"))) == [
        ("person.like", "Bodil Krogh", "Bodil Krogh")
    ]


def test_a_document_that_names_no_board_is_asked_whose_it_is(known, apply):
    read = minutes(head={"board": None})
    (question,) = proposals(known, read)
    assert (question.code, question.proposal) == ("board.missing", BOARD)
    with pytest.raises(UserError) as caught:
        draft_to_change(known, read)
    assert caught.value.code == "import.no_board"
    apply(known, draft_to_change(known, read, answers=Answers(accepted=(question,)))[0])
    assert [meeting.board_id for meeting in known.all(Meeting)] == ["board"]


def test_a_meeting_on_the_same_day_is_pointed_out(known):
    days = [MeetingDay("there", "board", "2027-03-04", MeetingStatus.APPROVED)]
    (question,) = proposals(known, minutes(), days)
    assert (question.code, question.data["id"]) == ("meeting.exists", "there")
    assert proposals(known, minutes(date="2027-03-05"), days) == ()


def test_minutes_are_proposed_to_go_into_a_planned_meeting_and_into_no_other(known):
    planned = [MeetingDay("there", "board", "2027-03-04", MeetingStatus.AGENDA_SENT)]
    held = [planned[0]._replace(status=MeetingStatus.MINUTES_DRAFT)]
    assert [one.proposal for one in proposals(known, minutes(), planned)] == ["2027-03-04"]
    assert [one.proposal for one in proposals(known, minutes(), held)] == [None]
    assert [one.proposal for one in proposals(known, minutes(is_agenda=True), planned)] == [None]


def test_another_date_that_was_accepted_is_the_date_of_the_meeting(known, apply):
    doubt = Doubt("meeting.two_dates", at(1), "5. marts 2027", "2027-03-05")
    apply(known, draft_to_change(known, minutes(doubts=(doubt,)), answers=Answers(accepted=(doubt,)))[0])
    assert [meeting.date for meeting in known.all(Meeting)] == ["2027-03-05"]


def test_the_user_says_whether_it_is_an_agenda(known, apply):
    apply(known, draft_to_change(known, minutes(), answers=Answers(is_agenda=True))[0])
    assert [meeting.status for meeting in known.all(Meeting)] == [MeetingStatus.AGENDA_SENT]


def test_what_was_corrected_is_remembered_for_the_board_and_replaced_by_a_later_word(known, apply):
    source = text_of("Opfølgning:", "Merete Aaby bød velkommen.", "En linje, der kom ovenfra")
    said = {
        1: Correction(Part.LABEL, SectionKind.MINUTES),
        2: Correction(Part.ITEM),
        3: Correction(Part.TEXT, joined=True),
    }
    apply(known, draft_to_change(known, minutes(), source=source, corrections=said)[0])
    (learnt,) = [one for one in habits_of(known, "board") if one.words == "opfølgning"]
    assert (learnt.part, learnt.kind) == (Part.LABEL, SectionKind.MINUTES)
    other = {1: Correction(Part.LABEL, SectionKind.DECISION)}
    change, _ = draft_to_change(known, minutes(date="2027-05-06"), source=source, corrections=other)
    apply(known, change)
    habits = [one for one in known.all(ReadingHabit) if one.words == "opfølgning"]
    assert [one.kind for one in habits] == [SectionKind.DECISION]


def test_comments_and_pending_changes_are_kept_where_they_stood(known, apply):
    words = Block(id="words", runs=(Run("Huset bygges."),))
    spoken = replace(section(SectionKind.CASE_TEXT, line=6), blocks=(words,))
    read = draft(item("Lægehus", spoken, figure="1", place=at(5)), places={"words": Place(6, 7)})
    source = text_of(
        "Møde",
        comments=(SourceComment(at(7), "Hvornår?", "Ida Vester", "2027-03-01"), SourceComment(at(1), "Ny titel?")),
        changes=(SourceChange(at(8), "i 2028", inserted=True, author="Erik Dam"),),
    )
    apply(known, draft_to_change(known, read, source=source)[0])
    (house,) = known.all(AgendaItem)
    assert [(one.kind, one.text, one.item_id, one.block_id, one.author) for one in by_sort(known.all(Comment))] == [
        (CommentKind.COMMENT, "Ny titel?", None, None, None),
        (CommentKind.COMMENT, "Hvornår?", house.id, "words", "Ida Vester"),
        (CommentKind.INSERTED, "i 2028", house.id, None, "Erik Dam"),
    ]


def found_in(change):
    return {one.sha256: one.data for one in change.contents}.get


def test_pictures_of_the_document_come_along(known, apply):
    shown = Block(id="shown", kind=BlockKind.PICTURE, runs=(Run("Et hus"),), picture=Picture("picture-id"))
    spoken = replace(section(SectionKind.CASE_TEXT), blocks=(shown,))
    read = draft(item("Lægehus", spoken), places={"shown": at(2)})
    picture = SourceParagraph(runs=(), place=at(2), picture=SourcePicture(b"bytes", "image/png", "Et hus"))
    made = apply(known, draft_to_change(known, read, source=SourceText((picture,)))[0])
    (kept,) = known.all(SourceFile)
    assert (kept.id, kept.kind, kept.media_type, content_of(kept, found_in(made))) == (
        "picture-id",
        FileKind.PICTURE,
        "image/png",
        b"bytes",
    )


def test_the_document_itself_is_kept_where_it_is_wanted_else_only_its_hash(known, apply, tmp_path):
    path = tmp_path / "referat.docx"
    path.write_bytes(b"et referat")
    made = [
        apply(known, draft_to_change(known, minutes(), original=original_of(path, keep=keep))[0])
        for keep in (True, False)
    ]
    kept, noted = known.all(SourceFile)
    assert (kept.sha256, kept.size, kept.name) == (noted.sha256, noted.size, noted.name)
    assert (content_of(kept, found_in(made[0])), content_of(noted, found_in(made[0]))) == (b"et referat", None)
    assert made[1].contents == ()
    for lost in (lambda _sha256: None, lambda _sha256: b"noget andet"):
        with pytest.raises(UserError) as caught:
            content_of(kept, lost)
        assert caught.value.code == "file.altered"


def test_a_document_that_was_read_is_opened_again_only_to_be_kept_and_must_be_the_same(tmp_path):
    path = tmp_path / "referat.docx"
    path.write_bytes(b"et referat")
    read = original_of(path, keep=False)
    assert original_as_read(path, read, keep=True) == replace(read, content=b"et referat")
    path.write_bytes(b"et andet")
    with pytest.raises(UserError) as caught:
        original_as_read(path, read, keep=True)
    assert caught.value.code == "reading.altered"
    path.unlink()
    assert original_as_read(path, read, keep=False) == read


def test_votes_dissent_and_disqualification_are_tied_to_people_and_decisions(known, apply):
    read = draft(
        item(
            "Budget",
            section(SectionKind.CASE_TEXT, "Sagen."),
            section(SectionKind.DECISION, "Godkendt.", line=5, label="Beslutning"),
            figure="1",
            votes=(
                DraftVote(
                    place=at(6),
                    votes_for=9,
                    votes_against=5,
                    casts=(
                        DraftCast(choice=VoteChoice.AGAINST, name="Merete Aaby"),
                        DraftCast(choice=VoteChoice.FOR, party="V"),
                    ),
                ),
            ),
            statements=(
                DraftStatement(kind=StatementKind.DISSENT, text="Imod.", place=at(7), who=("Merete Aaby", "Ø")),
            ),
            presence=(
                DraftPresence(
                    name="Aksel Ravn Lund", status=AttendanceStatus.DISQUALIFIED, place=at(7), raw="er inhabil"
                ),
            ),
        ),
        people=(person("Merete Aaby"), person("Aksel Ravn Lund")),
    )
    apply(known, draft_to_change(known, read)[0])
    merete, aksel = by_sort(known.all(Attendance))
    (decision,), (vote,) = known.all(Decision), known.all(Vote)
    assert (vote.decision_id, vote.votes_for, vote.result) == (decision.id, 9, VoteResult.CARRIED)
    assert [(one.attendance_id, one.party) for one in known.all(VoteCast)] == [(merete.id, None), (None, "V")]
    assert [(one.attendance_id, one.party) for one in known.all(Statement)] == [(merete.id, None), (None, "Ø")]
    assert [(one.attendance_id, one.text) for one in known.all(Disqualification)] == [(aksel.id, "er inhabil")]
    (noted,) = known.all(ItemAttendance)
    assert (noted.status, noted.shown_on_item) == (AttendanceStatus.DISQUALIFIED, False)


def test_a_link_finds_its_item_here_and_its_meeting_in_the_archive(known, apply):
    earlier = Meeting(id="earlier", board_id="board", date="2027-01-07")
    archive = RecordSet([*shared_records(), earlier])
    here = DraftLink(kind=LinkKind.REFERS_ITEM, raw="se punkt 2", place=at(2), item="punkt 2")
    there = DraftLink(kind=LinkKind.POSTPONED_FROM, raw="udsat", place=at(2), board=BOARD, date="2027-01-07")
    read = draft(item("Budget", figure="1", links=(here, there)), item("Eventuelt", figure="2"))
    apply(archive, draft_to_change(archive, read)[0])
    _budget, closing = by_sort(archive.all(AgendaItem))
    assert [(one.to_item_id, one.to_meeting_id) for one in archive.all(ItemLink)] == [
        (closing.id, None),
        (None, "earlier"),
    ]
