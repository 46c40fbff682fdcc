"""What the house will print, as the panes show it while the item is written."""

from __future__ import annotations

from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, Section
from referatdesk.domain.records import board_of, style_of
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.gathering.sources import sources_of
from referatdesk.services.wording import items
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
    meeting, item = records.meeting, records.find(AgendaItem, item_id)
    return sources_of(records, meeting.id).absence_line(item) if meeting and item else ""
