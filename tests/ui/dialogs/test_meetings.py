"""A new meeting, its facts, and its way to Word."""

import threading
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import Access, MeetingKind, MeetingStatus, SectionKind
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.richtext import paragraph
from referatdesk.services.board import boards
from referatdesk.services.errors import UserError
from referatdesk.services.item import agenda, texts
from referatdesk.services.output import exporting
from referatdesk.services.public.version import LeftOut, PublicVersion
from referatdesk.ui.dialogs import export
from referatdesk.ui.dialogs.export import ExportDialog, file_name
from referatdesk.ui.dialogs.meeting_head import MeetingHeadDialog
from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog
from referatdesk.ui.dialogs.receipt import ReceiptDialog
from referatdesk.ui.widgets.busy import Busy


def test_a_new_meeting_has_what_the_board_has(qtbot, desk, workspace, board_id, window, opened):
    dialog = opened(NewMeetingDialog(desk, window))
    assert "3 members · 3 standing items" in dialog._ready.text()
    dialog.day.line.setText("4/2 2027")
    dialog.day.line.editingFinished.emit()
    dialog.start.setText("13")
    dialog.start.editingFinished.emit()
    dialog.place.setText("Egeby Rådhus")
    dialog.place.editingFinished.emit()
    dialog.kind.set_value(MeetingKind.EXTRAORDINARY)
    with qtbot.waitSignal(dialog.made) as made:
        dialog.make()
    workspace.open_meeting(made.args[0])
    meeting = workspace.meeting
    assert (meeting.date, meeting.start_planned, meeting.place) == ("2027-02-04", "13:00", "Egeby Rådhus")
    assert meeting.kind is MeetingKind.EXTRAORDINARY
    assert len(workspace.all(Attendance)) == 3
    assert len(workspace.all(AgendaItem)) == 3
    workspace.undo()
    assert workspace.meeting is None
    assert workspace.meeting_rows() == []


def test_what_is_typed_into_a_line_is_saved_before_any_action(desk, workspace, meeting_id, window, opened):
    dialog = opened(MeetingHeadDialog(desk, meeting_id, window))
    place = dialog.form.field("place")
    place.setFocus()
    place.selectAll()
    QTest.keyClicks(place, "Klitved Rådhus")
    desk.settle()
    assert workspace.meeting.place == "Klitved Rådhus"


def test_hour_and_venue_are_proposed_as_last_time(desk, meeting_id, window, opened):
    dialog = opened(NewMeetingDialog(desk, window))
    assert (dialog.start.value, dialog.place.value) == ("13:00", "Egeby Rådhus")


def test_no_meeting_is_made_on_a_day_that_is_not_understood(qtbot, desk, workspace, board_id, window, opened):
    dialog = opened(NewMeetingDialog(desk, window))
    dialog.day.line.setText("31/2")
    dialog.day.line.editingFinished.emit()
    dialog.make()
    assert workspace.meeting_rows() == []
    assert dialog.isVisible()


def test_without_a_board_there_is_nothing_to_make_yet(desk, workspace, window, opened):
    dialog = opened(NewMeetingDialog(desk, window))
    assert not dialog.make_button.isEnabled()
    workspace.apply(boards.create_board(workspace, "Styregruppe Midtby", style_slug="sagsfremstilling")[0])
    assert dialog.make_button.isEnabled()
    assert dialog.board_id == workspace.all(Board)[0].id


def test_the_facts_of_a_meeting_are_saved_as_they_are_left(desk, workspace, meeting_id, window, opened):
    dialog = opened(MeetingHeadDialog(desk, meeting_id, window))
    dialog.form.field("date").line.setText("5. feb 2027")
    dialog.form.field("date").line.editingFinished.emit()
    dialog.form.field("end_actual").setText("15.30")
    dialog.form.field("end_actual").editingFinished.emit()
    dialog.form.field("status").changed.emit(MeetingStatus.MINUTES_DRAFT)
    dialog.form.field("virtual").setChecked(True)
    meeting = workspace.get(Meeting, meeting_id)
    assert (meeting.date, meeting.end_actual, meeting.virtual) == ("2027-02-05", "15:30", True)
    assert meeting.status is MeetingStatus.MINUTES_DRAFT
    steps = len(workspace.undo_steps)
    workspace.undo()
    assert not dialog.form.field("virtual").isChecked()
    assert len(workspace.undo_steps) == steps - 1, "showing a value saves nothing"


@pytest.fixture
def documents(tmp_path, monkeypatch):
    monkeypatch.setattr(export, "_documents", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def opens(monkeypatch):
    seen = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(Path(url.toLocalFile())))
    return seen


def test_a_meeting_becomes_a_word_file(qtbot, desk, meeting_id, window, opened, documents, opens):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    with qtbot.waitSignal(dialog.exported, timeout=20_000) as exported:
        dialog.export_and_open.click()
    path = documents / "Referat Sundhedsråd Østfjord 2027-02-04.docx"
    assert exported.args == [path]
    assert path.read_bytes()[:2] == b"PK"
    assert opens == [path]


def test_a_file_that_is_there_is_replaced_only_after_a_yes(qtbot, desk, meeting_id, window, opened, documents, answers):
    target = documents / "Referat Sundhedsråd Østfjord 2027-02-04.docx"
    target.write_text("mit eget")
    dialog = opened(ExportDialog(desk, meeting_id, window))
    answers.yes = False
    dialog.export.click()
    assert target.read_text() == "mit eget"
    answers.yes = True
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.export.click()
    assert target.read_bytes()[:2] == b"PK"
    assert len(answers.asked) == 2


def test_the_file_dialog_asks_instead(qtbot, desk, meeting_id, window, opened, documents, answers):
    answers.path = documents / "mit.docx"
    answers.path.write_text("gammelt")
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog._browse_target()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.export.click()
    assert answers.asked == []
    assert answers.path.read_bytes()[:2] == b"PK"


def test_what_was_changed_in_word_since_is_asked_about_and_what_was_not_is_replaced(
    qtbot, desk, meeting_id, window, opened, documents, answers
):
    target = documents / "Referat Sundhedsråd Østfjord 2027-02-04.docx"
    for _time in range(2):
        dialog = opened(ExportDialog(desk, meeting_id, window))
        with qtbot.waitSignal(dialog.exported, timeout=20_000):
            dialog.export.click()
    assert answers.asked == []
    target.write_text("rettet")
    answers.path, answers.yes = target, False
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog._browse_target()
    dialog.export.click()
    assert (len(answers.asked), target.read_text()) == (1, "rettet")


def test_a_failed_export_is_told_and_can_be_tried_again(
    qtbot, desk, meeting_id, window, opened, documents, answers, monkeypatch
):
    def refuse(*_args, **_named):
        raise UserError("target.in_use", path="x")

    monkeypatch.setattr(exporting, "export", refuse)
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog.export.click()
    assert not dialog.export.isEnabled()
    qtbot.waitUntil(lambda: answers.told == ["target.in_use"])
    assert dialog.export.isEnabled()
    assert dialog.isVisible()


def test_what_the_check_found_leads_to_its_item(qtbot, desk, workspace, meeting_id, window, opened, documents):
    change, item_id = agenda.add_item(workspace, meeting_id, "Lægehus i Egeby")
    workspace.apply(change)
    dialog = opened(ExportDialog(desk, meeting_id, window))
    model = dialog.findings.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    about = next(row for row in rows if "Lægehus" in row.data())
    assert about.data().startswith("Item 3:")
    with qtbot.waitSignal(dialog.item_wanted) as wanted:
        dialog.findings.activated.emit(about)
    assert wanted.args == [item_id]


def test_a_place_that_was_not_filled_in_is_named_and_a_click_goes_there(
    qtbot, desk, workspace, meeting_id, window, opened, documents
):
    item = next(one for one in workspace.all(AgendaItem))
    section = next(iter(workspace.text(item.id).of_kind(SectionKind.DECISION)))
    workspace.apply(texts.set_blocks(workspace, item.id, section.id, [paragraph("Godkendt, idet {hvad}.")]))
    dialog = opened(ExportDialog(desk, meeting_id, window))
    listed = dialog.findings
    rows = [listed.model().index(row, 0) for row in range(listed.model().rowCount())]
    about = next(row for row in rows if row.data() == "Item 1: A place has not been filled in: {hvad}")
    with qtbot.waitSignal(dialog.item_wanted) as wanted:
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(about).center())
    assert wanted.args == [item.id]


def test_a_typed_name_gets_its_ending_and_its_folder(desk, meeting_id, window, opened, documents):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog.file.setText("udkast")
    assert dialog.target == documents / "udkast.docx"


def test_the_copy_decides_the_ending(desk, meeting_id, window, opened, documents):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    assert dialog.copy.currentText() == "For publication, Word"
    dialog.copy.setCurrentIndex(1)
    dialog.copy.activated.emit(1)
    assert dialog.file.text() == "Referat Sundhedsråd Østfjord 2027-02-04.pdf"
    dialog.file.setText("udkast")
    assert dialog.target == documents / "udkast.pdf"


def test_a_copy_with_closed_items_has_a_name_of_its_own(desk, meeting_id, window, opened):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    names = []
    for index in (2, 5, 0):
        dialog.copy.setCurrentIndex(index)
        dialog.copy.activated.emit(index)
        names.append(dialog.file.text().removeprefix("Referat Sundhedsråd Østfjord 2027-02-04"))
    assert names == [" - in full.docx", " - for review.docx", ".docx"]


@pytest.fixture
def closed_item(workspace, meeting_id):
    change, item_id = agenda.add_item(workspace, meeting_id, "Personalesagen i kantinen")
    workspace.apply(change)
    workspace.apply(agenda.set_access(workspace, item_id, Access.CLOSED))
    return item_id


def test_what_is_left_out_is_said_before_and_after_a_public_version_is_written(
    qtbot, desk, closed_item, meeting_id, window, opened, documents
):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    assert dialog.copy.currentText() == "For publication, Word"
    assert dialog.public.first.text() == "1 closed item left out: item 3"
    with qtbot.waitSignal(dialog.exported, timeout=20_000) as exported:
        dialog.export.click()
    content = zipfile.ZipFile(exported.args[0]).read("word/document.xml").decode()
    assert "kantinen" not in content
    receipt = window.findChild(ReceiptDialog)
    assert receipt.text.toPlainText().startswith("1 closed item left out: item 3\nThe finished file was read again")
    assert "kantinen" not in receipt.text.toPlainText()
    receipt.copy.click()
    assert QGuiApplication.clipboard().text() == receipt.text.toPlainText()
    receipt.close()


def test_a_copy_for_review_says_that_it_holds_everything(
    qtbot, desk, closed_item, meeting_id, window, opened, documents
):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog.copy.setCurrentIndex(4)
    dialog.copy.activated.emit(4)
    assert dialog.public.first.text() == "This copy holds everything, also 1 closed item"
    assert "must not be published" in dialog.public.rest.text()
    with qtbot.waitSignal(dialog.exported, timeout=20_000) as exported:
        dialog.export.click()
    assert b"sdtLocked" in zipfile.ZipFile(exported.args[0]).read("word/document.xml")
    assert window.findChild(ReceiptDialog) is None


def test_a_file_that_would_say_something_closed_is_not_written(
    desk, closed_item, meeting_id, opened, documents, answers, monkeypatch, qtbot
):
    def everything(records, meeting_id):
        return PublicVersion(records, LeftOut())

    monkeypatch.setattr(exporting, "public_version", everything)
    dialog = opened(ExportDialog(desk, meeting_id))
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert answers.told == ["public.closed_text"]
    assert not [*documents.glob("*.docx")]


def test_a_long_export_is_stopped_and_can_be_tried_again(
    qtbot, desk, meeting_id, window, opened, documents, monkeypatch
):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    begun, never = threading.Event(), threading.Event()

    def long(_job, _target, *, overwrite, progress):
        progress.report(1, 3)
        begun.set()
        while not progress.cancelled:
            never.wait(0.01)
        raise UserError("export.stopped")

    monkeypatch.setattr(exporting, "export", long)
    dialog.export.click()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: dialog.findChild(Busy) is not None)
    dialog.findChild(Busy).cancelled.emit()
    qtbot.waitUntil(dialog.export.isEnabled)
    assert list(documents.glob("*.docx")) == []


def test_a_proposed_name_holds_nothing_that_a_disk_refuses():
    assert file_name('Udvalg A/B: "Plan"?', None) == "Referat Udvalg A B Plan.docx"


def test_escape_leaves_without_a_file(qtbot, desk, meeting_id, window, opened, documents):
    dialog = opened(ExportDialog(desk, meeting_id, window))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert list(documents.glob("*.docx")) == []
