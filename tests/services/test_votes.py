"""A vote at an item: who may take part, what it comes to, and its words in the decision."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import added
from referatdesk.domain.codes import (
    AttendanceStatus,
    DecisionBasis,
    Outcome,
    VoteChoice,
    VoteForm,
    VoteResult,
    VoteSubject,
)
from referatdesk.domain.decisions import Decision, Statement, Vote, VoteCast
from referatdesk.domain.meetings import ItemAttendance
from referatdesk.domain.richtext import plain_text
from referatdesk.domain.voting import Candidate, Count
from referatdesk.services.decision.decisions import approve_all, own_decision, set_outcome
from referatdesk.services.decision.following import Following, following
from referatdesk.services.decision.suggesting import suggestion
from referatdesk.services.errors import UserError
from referatdesk.services.item.texts import set_blocks
from referatdesk.services.vote import ballots, statements, votes
from referatdesk.services.vote.ballots import Ballot
from tests.services.fictional_archive import line
from tests.services.voting_meeting import ITEM, in_form, of_kind, printed, voting_meeting

FOR, AGAINST, ABSTAIN = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAIN


@pytest.fixture
def records():
    return voting_meeting()


def written(records, ballot, item_id=ITEM):
    return votes.write_vote(records, item_id, ballot)


def all_but(records, **choices):
    return Ballot(choices={**ballots.all_for(records, ITEM), **choices})


def test_a_vote_begins_with_everybody_in_the_room_for(records):
    assert ballots.all_for(records, ITEM) == dict.fromkeys(("a-merete", "ida", "palle", "tove"), FOR)


def test_who_is_disqualified_or_has_left_is_not_in_the_vote(records):
    rows = (("ida", AttendanceStatus.DISQUALIFIED), ("palle", AttendanceStatus.LEFT_EARLY))
    for person, status in rows:
        row = ItemAttendance(id=person, meeting_id="meeting", item_id=ITEM, attendance_id=person, status=status)
        records.apply(added(row))
    assert set(ballots.all_for(records, ITEM)) == {"a-merete", "tove"}


def test_all_for_is_unanimous_and_suggests_that_it_was_approved(records, apply):
    apply(records, written(records, all_but(records)))
    (vote,) = votes.votes_of(records, ITEM)
    assert (vote.votes_for, vote.votes_against, vote.abstentions, vote.not_voting) == (4, 0, 0, 0)
    assert vote.result is VoteResult.CARRIED
    decision = own_decision(records, ITEM)
    assert (decision.basis, decision.outcome, decision.confirmed) == (DecisionBasis.VOTE, Outcome.APPROVED, False)
    assert printed(records) == ["Enstemmigt godkendt."]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (VoteForm.NUMBERS, "2 stemte for, 1 stemte imod (Palle Nørre), og 1 undlod at stemme (Ida Vester)."),
        (
            VoteForm.NAMES,
            "For stemte Merete Aaby og Tove Holm Skov. Imod stemte Palle Nørre. Ida Vester undlod at stemme.",
        ),
        (
            VoteForm.PARTIES,
            "For stemte A og Tove Holm Skov fra V (2). Imod stemte Palle Nørre fra V. C undlod at stemme (1).",
        ),
        (
            VoteForm.MAJORITY,
            "Et flertal bestående af A og Tove Holm Skov fra V stemte for. "
            "Palle Nørre fra V stemte imod. C undlod at stemme.",
        ),
    ],
)
def test_the_words_are_those_of_the_house(records, apply, form, words):
    in_form(records, form)
    apply(records, written(records, all_but(records, palle=AGAINST, ida=ABSTAIN)))
    assert printed(records) == ["Godkendt.", words]


def test_a_tie_lapses(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST, tove=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    assert vote.result is VoteResult.TIE_LAPSED
    assert own_decision(records, ITEM).outcome is Outcome.LAPSED


def test_the_chair_decides_a_tie_only_where_the_kind_of_board_says_so(records, apply):
    tie = replace(all_but(records, palle=AGAINST, tove=AGAINST), casting=FOR)
    with pytest.raises(UserError, match=r"vote\.casting"):
        written(records, tie)
    of_kind(records, "advisory_council")
    undecided = ballots.previewed(records, ITEM, replace(tie, casting=None))
    assert undecided.vote.result is VoteResult.TIE_LAPSED
    assert ballots.words_of(records, undecided).endswith("Forslaget bortfaldt på grund af stemmelighed.")
    apply(records, written(records, tie))
    assert votes.votes_of(records, ITEM)[0].result is VoteResult.CARRIED
    assert printed(records)[0].endswith("Formandens stemme var udslagsgivende, og indstillingen blev godkendt.")


@pytest.mark.parametrize(
    ("who", "code"),
    [("gry", "vote.no_vote"), ("karl", "vote.away")],
)
def test_nobody_votes_who_has_none_or_is_away(records, who, code):
    with pytest.raises(UserError, match=code):
        written(records, Ballot(choices={who: FOR}))


def test_a_vote_without_votes_is_none(records):
    with pytest.raises(UserError, match=r"vote\.empty"):
        written(records, Ballot())


def test_numbers_that_do_not_agree_with_the_names_are_refused(records):
    with pytest.raises(UserError, match=r"vote\.sum"):
        written(records, replace(all_but(records), count=Count(9)))


def test_numbers_alone_may_differ_from_those_who_are_there_but_it_is_told(records, apply):
    ballot = Ballot(count=Count(5, 2))
    assert ballots.contradictions(records, ITEM, ballot) == ("more",)
    assert ballots.contradictions(records, ITEM, Ballot(count=Count(2, 1))) == ("fewer",)
    assert ballots.contradictions(records, ITEM, Ballot(count=Count(2, 1, 1))) == ()
    apply(records, written(records, ballot))
    assert printed(records) == ["Godkendt.", "5 stemte for, og 2 stemte imod."]
    assert records.all(VoteCast) == [one for one in records.all(VoteCast) if one.vote_id == "vote"]


def test_an_amendment_is_voted_on_first_and_changes_what_is_approved(records, apply):
    amendment = Ballot(subject=VoteSubject.AMENDMENT, about="Ida Vester", count=Count(3, 1))
    apply(records, written(records, amendment))
    decision = own_decision(records, ITEM)
    assert (decision.basis, decision.outcome) == (DecisionBasis.UNKNOWN, Outcome.UNCLASSIFIED)
    apply(records, written(records, all_but(records)))
    assert own_decision(records, ITEM).outcome is Outcome.APPROVED_CHANGED
    assert [one.subject for one in votes.votes_of(records, ITEM)] == [VoteSubject.AMENDMENT, VoteSubject.MAIN]
    assert printed(records) == [
        "Ændringsforslag fra Ida Vester: 3 stemte for, og 1 stemte imod. Ændringsforslaget blev dermed vedtaget.",
        "Enstemmigt godkendt.",
    ]


def test_a_vote_on_procedure_decides_nothing(records, apply):
    ballot = Ballot(subject=VoteSubject.PROCEDURE, about="lukning af debatten", count=Count(3, 1))
    apply(records, written(records, ballot))
    decision = own_decision(records, ITEM)
    assert (decision.basis, decision.outcome) == (DecisionBasis.UNKNOWN, Outcome.UNCLASSIFIED)


def test_what_the_secretary_said_herself_stands(records, apply):
    apply(records, set_outcome(records, ITEM, Outcome.ADOPTED))
    apply(records, written(records, all_but(records, palle=AGAINST)))
    assert own_decision(records, ITEM).outcome is Outcome.ADOPTED


def test_an_election_is_kept_with_candidates_and_lots(records, apply):
    tie = (Candidate("Ida Vester", 2), Candidate("Palle Nørre", 2))
    ballot = Ballot(subject=VoteSubject.ELECTION, about="næstformand", candidates=tie)
    apply(records, written(records, ballot))
    (vote,) = votes.votes_of(records, ITEM)
    assert vote.result is VoteResult.TIE_LAPSED
    assert printed(records) == ["Ida Vester og Palle Nørre fik hver 2 stemmer. Valget skal afgøres ved lodtrækning."]
    apply(records, votes.write_vote(records, ITEM, replace(ballot, lot="Palle Nørre"), vote.id))
    assert printed(records) == [
        "Ida Vester og Palle Nørre fik hver 2 stemmer. Ved lodtrækning blev Palle Nørre valgt til næstformand."
    ]
    assert own_decision(records, ITEM).outcome is Outcome.ELECTED
    casts = {one.candidate: (one.choice, one.count) for one in records.all(VoteCast) if one.vote_id == vote.id}
    assert casts == {"Ida Vester": (AGAINST, 2), "Palle Nørre": (FOR, 2)}


def test_a_vote_that_is_corrected_keeps_its_place_and_the_records_of_those_who_chose_the_same(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    before = {one.attendance_id: one.id for one in records.all(VoteCast) if one.vote_id == vote.id}
    apply(records, votes.write_vote(records, ITEM, all_but(records), vote.id))
    assert {one.attendance_id: one.id for one in records.all(VoteCast) if one.vote_id == vote.id} == before
    assert printed(records) == ["Enstemmigt godkendt."]


def test_words_that_were_edited_by_hand_are_left_alone_until_they_are_asked_for_again(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    section = own_decision(records, ITEM).section_id
    apply(records, set_blocks(records, ITEM, section, (line("by-hand", "Tre var for, en imod."),)))
    assert not votes.is_linked(records, vote.id)
    apply(records, votes.write_vote(records, ITEM, all_but(records), vote.id))
    assert printed(records) == ["Tre var for, en imod."]
    apply(records, votes.write_again(records, vote.id))
    assert printed(records) == ["Tre var for, en imod.", "Enstemmigt godkendt."]
    assert votes.is_linked(records, vote.id)
    assert not votes.write_again(records, vote.id)


def test_the_words_follow_a_vote_also_when_the_house_has_taken_another_form(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    in_form(records, VoteForm.NUMBERS)
    apply(records, votes.write_vote(records, ITEM, all_but(records, ida=AGAINST), vote.id))
    assert printed(records) == ["Godkendt.", "3 stemte for, og 1 stemte imod (Ida Vester)."]


def test_a_vote_taken_away_takes_its_words_and_its_suggestion_along(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    apply(records, votes.remove_vote(records, vote.id))
    assert printed(records) == []
    decision = own_decision(records, ITEM)
    assert (decision.basis, decision.outcome) == (DecisionBasis.UNKNOWN, Outcome.UNCLASSIFIED)


def test_what_is_written_already_stays_in_front_and_statements_stay_behind(records, apply):
    section = next(one.id for one in records.text(ITEM).sections if one.id == "three-dec")
    apply(records, set_blocks(records, ITEM, section, (line("said", "Rådet drøftede sagen."),)))
    change, _statement = statements.add_statement(
        records, ITEM, next(iter(statements.offered_kinds(records, ITEM))), attendance_id="ida", text="Nej"
    )
    apply(records, change)
    apply(records, written(records, Ballot(count=Count(3, 1))))
    assert printed(records) == [
        "Godkendt.",
        "Rådet drøftede sagen.",
        "3 stemte for, og 1 stemte imod.",
        "Ida Vester ønskede følgende afvigende mening tilført beslutningsprotokollen: Nej.",
    ]


def test_nobody_asks_for_a_vote(records, apply):
    apply(records, votes.without_vote(records, ITEM))
    decision = own_decision(records, ITEM)
    assert (decision.basis, decision.outcome) == (DecisionBasis.NO_VOTE, Outcome.ADOPTED)
    assert printed(records) == ["Vedtaget uden afstemning."]


def test_a_vote_that_was_read_is_not_written_twice(records, apply):
    """Its words stand in the text in the words of the old minutes."""
    before = plain_text(records.text("two").section("two-dec").blocks)
    vote = records.get(Vote, "vote")
    apply(records, votes.remove_vote(records, vote.id))
    assert plain_text(records.text("two").section("two-dec").blocks) == before
    assert records.all(Statement)
    assert records.get(Decision, "decision").outcome is Outcome.APPROVED


def test_a_majority_is_told_behind_the_words_of_what_came_of_it_and_unanimity_in_place_of_them(records, apply):
    apply(records, approve_all(records, ITEM))
    assert printed(records) == ["Godkendt."]
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    assert printed(records)[0] == "Godkendt."
    assert following(records, ITEM) is Following.FOLLOWS
    apply(records, votes.write_vote(records, ITEM, all_but(records), vote.id))
    assert printed(records) == ["Enstemmigt godkendt."]
    assert following(records, ITEM) is Following.FOLLOWS_VOTE
    apply(records, votes.remove_vote(records, vote.id))
    assert printed(records) == ["Godkendt."]


def test_points_approved_after_a_vote_leave_its_words_alone(records, apply):
    apply(records, written(records, all_but(records)))
    assert following(records, ITEM) is Following.FOLLOWS_VOTE
    apply(records, approve_all(records, ITEM))
    assert printed(records) == ["Enstemmigt godkendt."]
    assert following(records, ITEM) is Following.FOLLOWS_VOTE
    assert own_decision(records, ITEM).confirmed


def test_a_vote_that_turns_out_otherwise_takes_back_what_it_had_told(records, apply):
    apply(records, written(records, all_but(records, palle=AGAINST)))
    (vote,) = votes.votes_of(records, ITEM)
    lost = all_but(records, palle=AGAINST, tove=AGAINST, ida=AGAINST)
    apply(records, votes.write_vote(records, ITEM, lost, vote.id))
    assert printed(records)[0].endswith("Indstillingen blev dermed forkastet.")
    assert own_decision(records, ITEM).outcome is Outcome.REJECTED
    assert following(records, ITEM) is Following.FOLLOWS_VOTE


def test_an_outcome_against_the_vote_is_told_as_such(records, apply):
    apply(records, written(records, Ballot(count=Count(2, 2))))
    assert own_decision(records, ITEM).outcome is Outcome.LAPSED
    apply(records, set_outcome(records, ITEM, Outcome.APPROVED))
    assert following(records, ITEM) is Following.AGAINST_VOTE


def test_an_election_that_was_written_is_not_suggested_again(records, apply):
    apply(records, written(records, Ballot(subject=VoteSubject.ELECTION, candidates=(Candidate("Ida Vester", 4),))))
    assert suggestion(records, ITEM) is None


def test_a_vote_on_one_point_says_nothing_of_the_whole(records, apply):
    apply(records, written(records, Ballot(about="indstillingens punkt 1", count=Count(3, 1))))
    assert own_decision(records, ITEM).outcome is Outcome.UNCLASSIFIED
    assert printed(records) == ["Indstillingens punkt 1: 3 stemte for, og 1 stemte imod. Punktet blev dermed godkendt."]


def test_what_was_said_of_a_decision_before_is_not_taken_for_words_by_hand(records, apply):
    apply(records, written(records, Ballot(subject=VoteSubject.AMENDMENT, count=Count(1, 3))))
    apply(records, set_outcome(records, ITEM, Outcome.AGREED))
    apply(records, set_outcome(records, ITEM, Outcome.APPROVED))
    assert printed(records)[-1] == (
        "Ændringsforslag: 1 stemte for, og 3 stemte imod. Ændringsforslaget blev dermed forkastet."
    )
    assert following(records, ITEM) is not Following.BY_HAND


def test_adopted_without_a_vote_is_not_told_twice(records, apply):
    apply(records, votes.without_vote(records, ITEM))
    assert following(records, ITEM) is Following.FOLLOWS
    assert not votes.without_vote(records, ITEM)
