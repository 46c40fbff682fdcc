"""A revised agenda for a planned meeting: the user says of each difference whether it is taken over."""

import pytest
from PySide6.QtCore import Qt

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.intake.importing import Original
from referatdesk.services.merge import agenda_merge
from referatdesk.services.merge.agenda_merge import DifferenceKind
from referatdesk.ui.reading.differences import COMES, GOES, STAYS, DifferencesDialog, Revised, marked_lines
from tests.ui.reading.conftest import a_source, read

FILE = Original("dagsorden.docx", "ab" * 32, 5)


@pytest.fixture
def draft(meeting_id):
    """The agenda of the small document, for the planned meeting of that board and day."""
    return read(a_source())


@pytest.fixture
def dialog(desk, window, opened, workspace, meeting_id, draft):
    found = agenda_merge.differences(workspace.records_of(meeting_id), meeting_id, draft)
    return opened(DifferencesDialog(desk, Revised(meeting_id, draft, found, FILE), window))


def rows(dialog):
    return [dialog._model.item(number) for number in range(dialog._model.rowCount())]


def titles(workspace):
    return [item.title for item in sorted(workspace.all(AgendaItem), key=lambda item: item.sort)]


def test_every_difference_says_what_it_is_about(dialog):
    assert any(row.text().startswith("Removed: Godkendelse af dagsorden") for row in rows(dialog))
    assert all(row.checkState() is Qt.CheckState.Checked for row in rows(dialog))


def test_only_what_is_ticked_is_taken_over_as_one_step(qtbot, dialog, workspace):
    steps = len(workspace.undo_steps)
    before = titles(workspace)
    for row in rows(dialog):
        kind = row.data(Qt.ItemDataRole.UserRole).kind
        row.setCheckState(Qt.CheckState.Checked if kind is DifferenceKind.REMOVED else Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.merged):
        dialog.take()
    assert "Godkendelse af dagsorden" not in titles(workspace)
    assert len(workspace.undo_steps) == steps + 1
    workspace.undo()
    assert titles(workspace) == before


def test_nothing_ticked_changes_nothing(dialog, workspace):
    before, steps = titles(workspace), len(workspace.undo_steps)
    for row in rows(dialog):
        row.setCheckState(Qt.CheckState.Unchecked)
    dialog.take()
    assert titles(workspace) == before
    assert len(workspace.undo_steps) == steps
    assert workspace.document_hashes() == frozenset()


def test_what_was_taken_over_brings_the_file_in_so_that_it_is_known_the_next_time(qtbot, dialog, workspace):
    with qtbot.waitSignal(dialog.merged):
        dialog.take()
    assert workspace.document_hashes() == {FILE.sha256}
    workspace.undo()
    assert workspace.document_hashes() == frozenset()


def test_lines_that_go_and_come_have_their_signs():
    assert marked_lines(["a", "b"], ["a", "c"]) == [(STAYS, "a"), (GOES, "b"), (COMES, "c")]
