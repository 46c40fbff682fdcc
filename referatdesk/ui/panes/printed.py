"""What the house will print, as the panes show it while the item is written."""

from __future__ import annotations

from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import Attendance, ItemAttendance, Section
from referatdesk.domain.presence import absent_at
from referatdesk.domain.records import board_of, style_of
from referatdesk.services.order import by_sort
from referatdesk.services.wording import items, people
from referatdesk.services.workspace import Workspace
from referatdesk.ui.words.codes import word


def section_words(records: Workspace, section: Section) -> str:
    """The label as printed, or the name of the kind where the house prints none."""
    meeting = records.meeting
    if meeting is None:
        return word(section.kind)
    decided = next((one for one in records.all(Decision) if one.section_id == section.id), None)
    label = items.section_label(section, meeting, board_of(records, meeting), style_of(records, meeting), decided)
    return label or word(section.kind)


def absentees_words(records: Workspace, item_id: str) -> str:
    meeting = records.meeting
    if meeting is None:
        return ""
    listed = by_sort(records.all(Attendance))
    return people.absence_line(absent_at(item_id, listed, records.all(ItemAttendance)), style_of(records, meeting))
