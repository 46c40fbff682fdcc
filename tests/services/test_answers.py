"""What was accepted holds in the draft, and nothing else in it changes."""

from dataclasses import replace

import pytest

from referatdesk.documents.reading.draft import (
    Doubt,
    DraftAttachment,
    DraftPerson,
    DraftPromise,
    DraftSection,
    DraftVote,
)
from referatdesk.domain.codes import AttendanceStatus, Precision, SectionKind
from referatdesk.domain.records import RecordSet
from referatdesk.services.proposals import Answers, answered, proposals
from tests.services.read_drafts import at, draft, item, section


def told(read, *accepted):
    return answered(read, Answers(accepted=accepted))


@pytest.mark.parametrize(
    ("raw", "texts", "proposal"),
    [
        ("10. maj", ("Budget 2026 følger budget 2026 og ikke 2025.",), "2026-05-10"),
        ("mandag den 10. maj", ("Budget 2026 følger budget 2026 og ikke 2027.",), "2027-05-10"),
        ("10. maj", ("Ingen årstal.",), None),
        ("29. februar", ("Som i 2027.",), None),
    ],
)
def test_a_day_without_its_year_is_proposed_in_a_year_that_the_document_names(raw, texts, proposal):
    day = "--02-29" if raw.startswith("29") else "--05-10"
    read = draft(item("Budget", section(SectionKind.CASE_TEXT, *texts)), date=day, head={"date_raw": raw})
    (question,) = [one for one in proposals(RecordSet(), read) if one.code == "meeting.no_year"]
    assert (question.text, question.proposal) == (raw, proposal)
    assert told(read, question).head.date == (proposal or day)


def test_two_spellings_of_one_person_become_one_entry():
    first = DraftPerson(name="Merete Aaby", place=at(2), party="A")
    second = DraftPerson(
        name="Merete Åby", place=at(3), organisation="Egeby Kommune", status=AttendanceStatus.ABSENT_NOTIFIED
    )
    other = DraftPerson(name="Erik Dam", place=at(4))
    read = draft(people=(first, second, other))
    one, rest = told(read, Doubt("person.spelt_twice", at(3), "Merete Åby", "Merete Aaby")).people
    assert (one.name, one.party, one.organisation, one.status) == (
        "Merete Aaby",
        "A",
        "Egeby Kommune",
        AttendanceStatus.ABSENT_NOTIFIED,
    )
    assert rest == other


def test_a_deadline_gets_its_year_and_a_count_its_number_also_below_an_item():
    promise = DraftPromise(text="Status", place=at(5), due_raw="1. juni")
    vote = DraftVote(place=at(6), votes_for=9, votes_against=5)
    below = item("Oplæg", promises=(promise, replace(promise, place=at(9))), votes=(vote,))
    read = draft(item("Budget", children=(below,)))
    year = Doubt("promise.no_year", at(5), "1. juni", "2027-06-01", {"text": "Status"})
    count = Doubt("vote.count", at(6), "5", "6", {"choice": "against"})
    (child,) = told(read, year, count).items[0].children
    assert [(one.due, one.due_precision) for one in child.promises] == [
        ("2027-06-01", Precision.DAY),
        (None, Precision.NONE),
    ]
    assert [(one.votes_for, one.votes_against) for one in child.votes] == [(9, 6)]


def test_a_line_with_two_papers_is_parted_where_the_second_begins():
    line = DraftAttachment(title="Plan for huset Notat om økonomi", raw="Plan for huset Notat om økonomi", place=at(7))
    papers = DraftSection(kind=SectionKind.ATTACHMENTS, place=at(6), label="Bilag", attachments=(line,))
    read = draft(item("Lægehus", papers))
    merged = Doubt("attachment.merged", at(7), line.raw, "Notat om økonomi")
    (after,) = told(read, merged).items[0].sections
    assert [(one.title, one.raw) for one in after.attachments] == [
        ("Plan for huset", "Plan for huset"),
        ("Notat om økonomi", "Notat om økonomi"),
    ]


def test_an_answer_to_something_else_changes_nothing():
    read = draft(item("Budget"))
    assert told(read, Doubt("paragraph.broken", at(1), "x", "join"), Doubt("outcome.several", at(1), "x")) == read
