"""The words beside a vote: its sum, what it is called in a list, and what is doubtful about it."""

from __future__ import annotations

from referatdesk.domain.codes import VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.domain.records import Records
from referatdesk.i18n.catalogue import _
from referatdesk.services.decision.written_votes import told
from referatdesk.services.vote import ballots
from referatdesk.services.vote.ballots import Ballot
from referatdesk.services.wording.votes import Voted
from referatdesk.ui.votes.voter_list import tally_words
from referatdesk.ui.words.codes import word


def sum_words(known: Voted) -> str:
    if known.vote.subject is VoteSubject.ELECTION:
        cast = sum(one.votes or 0 for one in known.candidates)
        return _("{count} votes for candidates").format(count=cast) if cast else ""
    result = word(known.vote.result) if known.vote.result else ""
    return " – ".join(part for part in (tally_words(known.count), result.lower()) if part)


def summary(records: Records, vote: Vote) -> str:
    """ "Amendment (Sanne Brix): 2 for · 5 against – lost"."""
    about = f" ({vote.about})" if vote.about else ""
    return ": ".join(part for part in (f"{word(vote.subject)}{about}", sum_words(told(records, vote))) if part)


def doubt_words(records: Records, item_id: str, ballot: Ballot) -> str:
    """What does not agree with who is there, or with what was decided; empty where all does."""
    words = {
        "ledger": _("The decision says otherwise of the recommendation"),
        "more": _("More votes than the {count} who are there and have one"),
        "fewer": _("Fewer votes than the {count} who are there and have one"),
    }
    there = len(ballots.all_for(records, item_id))
    doubts = ballots.contradictions(records, item_id, ballot)
    return words[doubts[0]].format(count=there) if doubts else ""
