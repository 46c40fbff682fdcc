"""The sentences for votes and statements that cannot be written down as they were entered."""

from __future__ import annotations

from referatdesk.i18n.catalogue import later

VOTING: dict[str, str] = {
    "vote.away": later(
        "{name} was not in the room at this item and cannot have voted.\nNothing is written. Take the vote away, or "
        "note first when {name} came."
    ),
    "vote.no_vote": later(
        "{name} takes part without a vote.\nNothing is written. Take the vote away, or give {name} a vote among the "
        "board's members."
    ),
    "vote.sum": later("The names and the numbers do not agree.\nNothing is written. Correct one of them."),
    "vote.empty": later("Nobody has voted yet.\nNothing is written. Mark who voted, or type the numbers."),
    "vote.casting": later(
        "The chair's vote does not decide a tie in this board: the proposal lapses.\nNothing is written."
    ),
    "vote.stands": later("The item has been put to the vote.\nNothing is written. Take the vote away first."),
    "statement.no_halt": later(
        "A decision of this board cannot be brought before the council.\nNothing is written. Only members of the "
        "finance committee and the standing committees of a municipality can demand it (section 23 of the Local "
        "Government Act)."
    ),
    "statement.was_away": later(
        "{name} did not take part in this item and cannot have that entered.\nNothing is written. Choose a note in "
        "the minutes, or note first when {name} was there."
    ),
    "statement.no_vote": later(
        "{name} takes part without a vote and cannot have that entered.\nNothing is written. Choose a "
        "note in the minutes."
    ),
    "statement.voted_for": later(
        "{name} voted for, and only who voted otherwise can dissent.\nNothing is written. Correct the vote, or choose "
        "a note in the minutes."
    ),
}
