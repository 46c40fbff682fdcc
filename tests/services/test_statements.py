"""What somebody has entered at an item: who may, in which words, and how they follow while they are typed."""

import pytest

from referatdesk.domain.changes import added
from referatdesk.domain.codes import AttendanceStatus, StatementKind, VoteChoice
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import ItemAttendance
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.errors import UserError
from referatdesk.services.item.texts import set_blocks
from referatdesk.services.presence.attendance import remove_person
from referatdesk.services.vote import ballots, statements, votes
from referatdesk.services.vote.ballots import Ballot
from tests.services.fictional_archive import line
from tests.services.voting_meeting import ITEM, of_kind, printed, voting_meeting

DISSENT, NOTE, HALT = StatementKind.DISSENT, StatementKind.PROTOCOL_NOTE, StatementKind.HALT


@pytest.fixture
def records():
    return voting_meeting()


@pytest.fixture
def enter(records, apply):
    def entered(kind, **fields):
        change, statement_id = statements.add_statement(records, ITEM, kind, **fields)
        apply(records, change)
        return statement_id

    return entered


def noted(records, person, status):
    row = ItemAttendance(id=person, meeting_id="meeting", item_id=ITEM, attendance_id=person, status=status)
    records.apply(added(row))


def test_a_statement_is_kept_and_told_in_the_decision(records, enter):
    enter(NOTE, attendance_id="ida", text="Partiet ønsker flere stier")
    assert printed(records) == [
        "Ida Vester ønskede følgende tilført beslutningsprotokollen: Partiet ønsker flere stier."
    ]
    (kept,) = statements.statements_of(records, ITEM)
    assert (kept.kind, kept.text, kept.decision_id) == (
        NOTE,
        "Partiet ønsker flere stier",
        own_decision(records, ITEM).id,
    )


def test_nothing_is_printed_before_something_is_said_and_then_it_follows_each_word(records, enter, apply):
    statement = enter(NOTE, attendance_id="ida")
    assert printed(records) == []
    for typed in ("Flere", "Flere stier", "Flere stier.\nOg flere træer"):
        apply(records, statements.edit_statement(records, statement, text=typed, step="typing"))
    assert printed(records) == [
        "Ida Vester ønskede følgende tilført beslutningsprotokollen: Flere stier.",
        "Og flere træer.",
    ]
    apply(records, statements.edit_statement(records, statement, text=""))
    assert printed(records) == []


def test_a_party_may_have_something_entered(records, enter):
    enter(DISSENT, party="A og V", text="Fristen er for kort.")
    assert printed(records) == [
        "A og V ønskede følgende afvigende mening tilført beslutningsprotokollen: Fristen er for kort."
    ]


def test_words_edited_by_hand_are_left_alone(records, enter, apply):
    statement = enter(NOTE, attendance_id="ida", text="Flere stier.")
    section = own_decision(records, ITEM).section_id
    apply(records, set_blocks(records, ITEM, section, (line("hand", "Ida Vester ønskede flere stier."),)))
    assert not statements.is_linked(records, statement)
    apply(records, statements.edit_statement(records, statement, text="Mange flere stier."))
    apply(records, statements.remove_statement(records, statement))
    assert printed(records) == ["Ida Vester ønskede flere stier."]


def test_a_statement_taken_away_takes_its_words_along(records, enter, apply):
    apply(records, votes.write_vote(records, ITEM, Ballot(choices=ballots.all_for(records, ITEM))))
    statement = enter(NOTE, attendance_id="ida", text="Flere stier.\nOg træer.")
    apply(records, statements.remove_statement(records, statement))
    assert printed(records) == ["Enstemmigt godkendt."]
    assert [one.id for one in records.all(Statement)] == ["statement"]


def test_only_committees_under_the_act_have_halts(records, enter):
    assert HALT not in statements.offered_kinds(records, ITEM)
    with pytest.raises(UserError, match=r"statement\.no_halt"):
        enter(HALT, attendance_id="ida")
    of_kind(records, "standing_committee")
    assert HALT in statements.offered_kinds(records, ITEM)
    enter(HALT, attendance_id="ida")
    assert printed(records) == [
        "Ida Vester begærede sagen indbragt for kommunalbestyrelsen efter § 23 i kommunestyrelsesloven."
    ]


@pytest.mark.parametrize(
    ("status", "may"),
    [
        (AttendanceStatus.LEFT_EARLY, True),
        (AttendanceStatus.LATE, True),
        (AttendanceStatus.PARTIAL, True),
        (AttendanceStatus.ABSENT, False),
        (AttendanceStatus.DISQUALIFIED, False),
    ],
)
def test_who_was_there_for_a_part_of_the_item_may_halt_it(records, enter, status, may):
    of_kind(records, "standing_committee")
    noted(records, "ida", status)
    if may:
        enter(HALT, attendance_id="ida")
        return
    with pytest.raises(UserError, match=r"statement\.was_away"):
        enter(HALT, attendance_id="ida")


def test_who_has_no_vote_cannot_dissent_but_may_have_a_note(records, enter):
    with pytest.raises(UserError, match=r"statement\.no_vote"):
        enter(DISSENT, attendance_id="gry", text="Nej.")
    enter(NOTE, attendance_id="gry", text="Nej.")


def test_who_voted_for_cannot_dissent(records, enter, apply):
    choices = {**ballots.all_for(records, ITEM), "palle": VoteChoice.AGAINST}
    apply(records, votes.write_vote(records, ITEM, Ballot(choices=choices)))
    with pytest.raises(UserError, match=r"statement\.voted_for"):
        enter(DISSENT, attendance_id="ida", text="Nej.")
    enter(DISSENT, attendance_id="palle", text="Nej.")


def test_a_dissent_says_to_whom_it_goes_along(records, enter):
    enter(DISSENT, attendance_id="palle", text="Nej.", forward_to="Region Fjordland")
    assert printed(records)[-1] == "Den afvigende mening medsendes, når sagen sendes til Region Fjordland."


def test_another_kind_gives_other_words(records, enter, apply):
    statement = enter(DISSENT, attendance_id="palle", text="Nej.")
    apply(records, statements.edit_statement(records, statement, kind=StatementKind.RESERVATION))
    assert printed(records) == ["Palle Nørre tog følgende forbehold: Nej."]


def test_what_was_entered_for_somebody_who_is_taken_out_stays_in_the_text(records, enter, apply):
    enter(NOTE, attendance_id="ida", text="Flere stier.")
    before = printed(records)
    apply(records, remove_person(records, "ida"))
    assert printed(records) == before


def test_boards_without_an_act_have_minutes(records, enter):
    of_kind(records, "working_group")
    enter(NOTE, attendance_id="ida", text="Flere stier.")
    assert printed(records) == ["Ida Vester ønskede følgende tilført referatet: Flere stier."]
