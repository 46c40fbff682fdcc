"""The end of the meeting, which the minutes tell once."""

from __future__ import annotations

from referatdesk.domain.changes import Change
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records
from referatdesk.services.course import treating
from referatdesk.services.course.course_notes import closing_note, write_note


def end(records: Records, meeting_id: str, now: str) -> Change:
    """The meeting is over; where the minutes tell of an end before it went on again, they tell of this one instead."""
    over = treating.end(records, meeting_id, now)
    meeting = next(pair.after for pair in over.pairs if isinstance(pair.after, Meeting))
    note = closing_note(records, meeting)
    retold = write_note(records, note).pairs if note is not None and note.instead_of else ()
    return Change(over.label, (*over.pairs, *retold), over.subject)
