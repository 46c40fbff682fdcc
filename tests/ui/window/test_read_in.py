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
