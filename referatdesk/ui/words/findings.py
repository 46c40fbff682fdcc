"""The sentences for what the check of a meeting found."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.checks.finding import Finding

FINDINGS: dict[str, str] = {
    "attachment.not_listed": later("The text speaks of attachment {number}, which is not listed."),
    "attendance.absent_and_present": later("{name} is listed both as present and as absent."),
    "attendance.absent_voted": later("{name} has voted, but was not there."),
    "attendance.apologies_but_there": later("{name} sent apologies, but is noted as present."),
    "attendance.disqualified_voted": later("{name} has voted, but was disqualified."),
    "attendance.left_before_coming": later("{name} is noted to have left before coming."),
    "attendance.seat_taken_twice": later("{stand_in} stands in for {name}, who is listed as present."),
    "attendance.unknown": later("Not noted whether they were there: {names}."),
    "bullet.empty": later("A list has an empty line."),
    "date.missing": later("The meeting has no date."),
    "date.no_year": later("The date has no year: {printed}."),
    "date.weekday": later("The date says {printed}, but that day is a {actual}."),
    "decision.against_vote": later("The outcome is the opposite of what the vote came to: {title}"),
    "decision.changed_since_read": later("The decision was changed after it was read aloud at {time}."),
    "decision.empty": later("The decision is empty: {title}"),
    "decision.unclassified": later("No outcome is chosen: {title}"),
    "end.told_otherwise": later("The minutes tell that the meeting was closed at {told}, but it was at {ended}."),
    "item.one_text": later(
        "Treated together with an item that is not closed as it is, so the public version tells nothing of it: {title}"
    ),
    "number.behind": later("The number {number} follows {before}."),
    "number.gap": later("The numbers jump from {before} to {number}."),
    "number.repeated": later("The number {number} stands twice."),
    "point.without_outcome": later("A point of the recommendation has no outcome: {point}"),
    "recommendation.without_points": later("The recommendation has no points."),
    "text.not_filled_in": later("A place has not been filled in: {place}"),
    "time.backwards": later("The meeting ends at {ends}, before it begins at {begins}."),
    "vote.not_told": later("The decision no longer tells of a vote: {vote}"),
}

LONGEST_VALUE = 80


def finding_words(finding: Finding) -> str:
    return _(FINDINGS[finding.code]).format_map(_shown(finding.data))


def _shown(data: Mapping[str, object]) -> dict[str, str]:
    return {name: _short(value) for name, value in data.items()}


def _short(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    words = str(value)
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 1].rstrip() + "…"
