"""What was accepted holds in the draft, and nothing else in it changes."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import referatdesk
from referatdesk.documents.reading.draft import (
    Doubt,
    DraftAttachment,
    DraftOutcome,
    DraftPerson,
    DraftPromise,
    DraftSection,
    DraftVote,
)
from referatdesk.documents.reading.parts import Part
from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.codes import AttendanceStatus, Outcome, Precision, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import RecordSet
from referatdesk.services.intake.answers import ANSWERED
from referatdesk.services.intake.importing import draft_to_change
from referatdesk.services.intake.proposals import Answers, answered, proposals
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


def proposing_codes():
    """The code of every doubt in the program that is made with a proposal, and the proposal where it is written out."""
    rooms = (Path(referatdesk.__file__).parent / room for room in ("documents/reading", "services"))
    trees = [ast.parse(path.read_text(encoding="utf-8")) for room in rooms for path in room.rglob("*.py")]
    named = {
        node.targets[0].id: node.value.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Doubt") and len(node.args) > 3:
                code, proposal = node.args[0], node.args[3]
                if not (isinstance(proposal, ast.Constant) and proposal.value is None):
                    written = proposal.value if isinstance(proposal, ast.Constant) else None
                    yield getattr(code, "value", None) or named[code.id], written


def test_every_proposal_has_its_effect_or_says_something_of_a_line():
    found = set(proposing_codes())
    assert len(found) > 10
    of_lines = {"join", *Part}
    assert {code for code, written in found if written not in of_lines} <= ANSWERED


def test_somebody_not_marked_is_away_and_an_unclear_name_has_its_organisation():
    there = DraftPerson(name="Merete Aaby", place=at(2))
    unclear = DraftPerson(name="Palle Nørre", place=at(3))
    line = DraftSection(kind=SectionKind.ABSENTEES, place=at(9), people=(replace(unclear, place=at(9)),))
    read = draft(item("Budget", line), people=(there, unclear))
    after = told(
        read,
        Doubt("person.not_marked", at(2), "Merete Aaby", "absent"),
        Doubt("person.unclear", at(3), "Palle Nørre", "Egeby Kommune"),
        Doubt("person.unclear", at(9), "Palle Nørre", "Klitved Kommune"),
    )
    assert [(one.status, one.organisation) for one in after.people] == [
        (AttendanceStatus.ABSENT, None),
        (AttendanceStatus.PRESENT, "Egeby Kommune"),
    ]
    assert after.items[0].sections[0].people[0].organisation == "Klitved Kommune"


def test_an_accepted_outcome_is_confirmed_and_no_other_one():
    decided = section(SectionKind.DECISION, "Udsat.", label="Beslutning", outcome=DraftOutcome(outcome=Outcome.NOTED))
    read = draft(item("Budget", decided), item("Taxa", replace(decided, place=at(8))))
    after = told(read, Doubt("outcome.several", at(8), "Beslutning", "postponed", {"others": "noted"}))
    records = RecordSet()
    records.apply(draft_to_change(records, after)[0].pairs)
    assert [(one.outcome, one.confirmed) for one in records.all(Decision)] == [
        (Outcome.NOTED, False),
        (Outcome.POSTPONED, True),
    ]


def test_an_item_behind_a_gap_gets_the_number_that_follows():
    read = draft(item("Budget", figure="1"), item("Taxa", figure="3", place=at(7)))
    after = told(read, Doubt("item.number_gap", at(7), "3. Taxa", "2"))
    records = RecordSet()
    records.apply(draft_to_change(records, after)[0].pairs)
    assert list(printed_numbers(records.all(AgendaItem), sub_numbers=True).values()) == ["1", "2"]
    assert records.all(AgendaItem)[1].heading_raw == "3. Taxa"
