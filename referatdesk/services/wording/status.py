"""How far the minutes are, as the properties of a file say it."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import MeetingStatus

STATUS_WORDS: Mapping[MeetingStatus, str] = {
    MeetingStatus.DRAFT: "Kladde",
    MeetingStatus.AGENDA_SENT: "Dagsorden udsendt",
    MeetingStatus.IN_SESSION: "Mødet er i gang",
    MeetingStatus.MINUTES_DRAFT: "Udkast til referat",
    MeetingStatus.HEARING: "I høring",
    MeetingStatus.APPROVED: "Godkendt",
    MeetingStatus.SIGNED: "Underskrevet",
    MeetingStatus.PUBLISHED: "Offentliggjort",
}
REVIEW = "Til gennemsyn"


def with_closed(status: str, closed: int) -> str:
    """What the properties of a copy that holds everything say, where others may meet with it."""
    if not closed:
        return status
    return f"{status}: indeholder {closed} {'lukket punkt' if closed == 1 else 'lukkede punkter'}"
