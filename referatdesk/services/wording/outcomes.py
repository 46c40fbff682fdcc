"""What an item led to, in words: outcomes, votes, statements."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import Outcome, StatementKind, VoteChoice, VoteResult, VoteSubject
from referatdesk.domain.decisions import FollowUp, PointOutcome, Vote
from referatdesk.i18n.dates import format_day
from referatdesk.services.wording.additions import goes_on
from referatdesk.services.wording.recommendation import Disposed, answer

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.APPROVED: "Godkendt",
    Outcome.APPROVED_CHANGED: "Godkendt med ændringer",
    Outcome.ADOPTED: "Vedtaget",
    Outcome.RECOMMENDED: "Anbefalet",
    Outcome.DECIDED: "Besluttet",
    Outcome.AGREED: "Aftalt",
    Outcome.CONCLUDED: "Konkluderet",
    Outcome.NOTED: "Taget til efterretning",
    Outcome.INFORMED: "Orienteret",
    Outcome.DISCUSSED: "Drøftet",
    Outcome.POSTPONED: "Udsat",
    Outcome.REFERRED: "Henvist",
    Outcome.RETURNED: "Sendt tilbage",
    Outcome.REJECTED: "Ikke godkendt",
    Outcome.WITHDRAWN: "Taget af dagsordenen",
    Outcome.LAPSED: "Bortfaldet",
    Outcome.ELECTED: "Valgt",
    Outcome.HALTED: "Standset",
    Outcome.NOTHING: "Intet at bemærke",
}
SUBJECT_WORDS: Mapping[VoteSubject, str] = {
    VoteSubject.MAIN: "Indstillingen",
    VoteSubject.AMENDMENT: "Ændringsforslag",
    VoteSubject.PROCEDURE: "Sagens behandling",
    VoteSubject.ELECTION: "Valg",
}
RESULT_WORDS: Mapping[VoteResult, str] = {
    VoteResult.CARRIED: "Vedtaget",
    VoteResult.LOST: "Forkastet",
    VoteResult.TIE_LAPSED: "Bortfaldet på grund af stemmelighed",
}
CHOICE_WORDS: Mapping[VoteChoice, str] = {
    VoteChoice.FOR: "for",
    VoteChoice.AGAINST: "imod",
    VoteChoice.ABSTAIN: "undlod at stemme",
    VoteChoice.NOT_PRESENT: "ikke til stede",
}
STATEMENT_WORDS: Mapping[StatementKind, str] = {
    StatementKind.DISSENT: "Afvigende mening",
    StatementKind.PROTOCOL_NOTE: "Protokolbemærkning",
    StatementKind.MINORITY: "Mindretalsudtalelse",
    StatementKind.RESERVATION: "Forbehold",
    StatementKind.HALT: "Standsning",
    StatementKind.VOTE_REASON: "Stemmeforklaring",
}


def point_words(made: PointOutcome) -> str | None:
    """What became of a point: the words that were read of it, else its outcome with what is said further."""
    if made.text and not goes_on(made.text):
        return made.text
    return answer(Disposed(made.outcome, made.text)) or OUTCOME_WORDS.get(made.outcome)


def votes(vote: Vote) -> str:
    """ "9 for, 5 imod, 1 undlod at stemme"; a number that was not said is not made up."""
    counted = (
        (vote.votes_for, "for"),
        (vote.votes_against, "imod"),
        (vote.abstentions, "undlod at stemme"),
        (vote.not_voting, "stemte ikke"),
    )
    return ", ".join(f"{count} {words}" for count, words in counted if count is not None)


def due(follow_up: FollowUp) -> str:
    """The deadline in the words that were used, else as a date."""
    return follow_up.due_raw or (format_day(follow_up.due, "d. MMMM y") if follow_up.due else "")
