"""The words for lists that only some pages show."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from referatdesk.domain import codes as c
from referatdesk.i18n.catalogue import later

_PAPERS: dict[type[StrEnum], Mapping[StrEnum, str]] = {
    c.AttachmentKind: {
        c.AttachmentKind.PAPER: later("Paper"),
        c.AttachmentKind.SLIDES: later("Slides"),
        c.AttachmentKind.LETTER: later("Letter"),
        c.AttachmentKind.MINUTES: later("Minutes"),
        c.AttachmentKind.AGENDA_ITEM: later("Item of an agenda"),
        c.AttachmentKind.TEMPLATE: later("Template"),
        c.AttachmentKind.REPORT: later("Report"),
        c.AttachmentKind.OTHER: later("Other"),
    },
    c.AttachmentState: {
        c.AttachmentState.ENCLOSED: later("Enclosed"),
        c.AttachmentState.SENT_BEFORE: later("Sent before"),
        c.AttachmentState.LATE: later("Sent late"),
        c.AttachmentState.HANDED_OUT: later("Handed out at the meeting"),
        c.AttachmentState.TO_FOLLOW: later("To follow"),
        c.AttachmentState.MISSING: later("Missing"),
    },
    c.FollowUpState: {
        c.FollowUpState.OPEN: later("To do"),
        c.FollowUpState.IN_PROGRESS: later("In progress"),
        c.FollowUpState.DONE: later("Carried out"),
        c.FollowUpState.DROPPED: later("Dropped"),
    },
    c.BlockKind: {
        c.BlockKind.PARAGRAPH: later("Paragraph"),
        c.BlockKind.BULLET: later("Bullets"),
        c.BlockKind.NUMBERED: later("Numbers"),
        c.BlockKind.LETTERED: later("Letters"),
        c.BlockKind.SUBHEADING: later("Sub-heading"),
        c.BlockKind.QUOTE: later("Quotation"),
        c.BlockKind.FOOTNOTE: later("Footnote"),
        c.BlockKind.PICTURE: later("Picture"),
        c.BlockKind.TABLE: later("Table"),
    },
}

_VOTES: dict[type[StrEnum], Mapping[StrEnum, str]] = {
    c.DecisionBasis: {
        c.DecisionBasis.UNKNOWN: later("Not stated"),
        c.DecisionBasis.CONSENSUS: later("Consensus"),
        c.DecisionBasis.UNANIMOUS: later("Unanimous"),
        c.DecisionBasis.NO_VOTE: later("Without a vote"),
        c.DecisionBasis.VOTE: later("By vote"),
        c.DecisionBasis.CHAIR: later("By the chair"),
    },
    c.VoteSubject: {
        c.VoteSubject.MAIN: later("The recommendation"),
        c.VoteSubject.AMENDMENT: later("Amendment"),
        c.VoteSubject.PROCEDURE: later("Procedure"),
        c.VoteSubject.ELECTION: later("Election"),
    },
    c.VoteChoice: {
        c.VoteChoice.FOR: later("For"),
        c.VoteChoice.AGAINST: later("Against"),
        c.VoteChoice.ABSTAIN: later("Abstained"),
        c.VoteChoice.NOT_PRESENT: later("Not present"),
    },
    c.VoteResult: {
        c.VoteResult.CARRIED: later("Carried"),
        c.VoteResult.LOST: later("Lost"),
        c.VoteResult.TIE_LAPSED: later("Tie, lapsed"),
    },
    c.StatementKind: {
        c.StatementKind.DISSENT: later("Dissent"),
        c.StatementKind.PROTOCOL_NOTE: later("Note in the minutes"),
        c.StatementKind.MINORITY: later("Minority"),
        c.StatementKind.RESERVATION: later("Reservation"),
        c.StatementKind.HALT: later("Brought before the council"),
        c.StatementKind.VOTE_REASON: later("Reason for the vote"),
    },
}

_FORMS: dict[type[StrEnum], Mapping[StrEnum, str]] = {
    c.PresenceForm: {
        c.PresenceForm.HEAD: later("Below the list at the top"),
        c.PresenceForm.ITEM_LINE: later("A line under each item"),
        c.PresenceForm.RUNNING: later("In the minutes, with the time"),
    },
    c.PointsForm: {
        c.PointsForm.SENTENCE: later("A sentence that names the points"),
        c.PointsForm.LETTERED: later("A lettered answer to each point"),
        c.PointsForm.BARE: later("The outcome alone"),
    },
    c.VoteForm: {
        c.VoteForm.NUMBERS: later("Numbers of votes"),
        c.VoteForm.NAMES: later("Everybody by name"),
        c.VoteForm.PARTIES: later("Party by party"),
        c.VoteForm.MAJORITY: later("Who made up the majority"),
    },
}

RARE: dict[type[StrEnum], Mapping[StrEnum, str]] = {**_PAPERS, **_VOTES, **_FORMS}
