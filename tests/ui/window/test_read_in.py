"""A meeting that was read in shows all that its document said."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Section
from referatdesk.domain.richtext import paragraph
from tests.ui.window.conftest import settle


@pytest.mark.parametrize("kind", [SectionKind.DECISION, SectionKind.MINUTES])
def test_a_section_without_a_pane_of_its_own_has_a_chip(meeting, kind):
    """Another board decided too, or the house prints what it calls minutes beside its decisions."""
    workspace, item_id = meeting.desk.workspace, meeting.view.item.item_id
    text = workspace.text(item_id)
    chips = len(meeting.view.item.case.chips())
    other = Section(id=new_id(), kind=kind, label="Drøftelse", blocks=(paragraph("Udvalget drøftede sagen."),))
    meeting.desk.do(Change("text.edit", altered([(text, replace(text, sections=(*text.sections, other)))])))
    settle()
    meeting.view.load(item_id)
    settle()
    assert len(meeting.view.item.case.chips()) == chips + 1


def test_a_meeting_that_a_redo_brings_back_shows_its_sections(meeting, qtbot):
    shown = meeting.desk.workspace.meeting.id
    sections = [chip.text() for chip in meeting.view.item.case.chips()]
    meeting.actions_by_id["meetings.remove"].trigger()
    qtbot.waitUntil(lambda: not meeting.shows_meeting)
    meeting.actions_by_id["history.undo"].trigger()
    settle()
    meeting.open_meeting(shown)
    settle()
    assert [chip.text() for chip in meeting.view.item.case.chips()] == sections != []


def test_another_meeting_begins_at_its_first_item(meeting):
    items = meeting.view.agenda.item_ids
    others = [row.id for row in meeting.desk.workspace.meeting_rows() if row.id != meeting.desk.workspace.meeting.id]
    meeting.view.agenda.choose(items[1])
    meeting.open_meeting(others[0])
    settle()
    assert meeting.view.agenda.current == meeting.view.agenda.item_ids[0]
