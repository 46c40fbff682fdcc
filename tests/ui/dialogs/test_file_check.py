"""A Word file is checked in the window, and after every export."""

import docx
import pytest
from PySide6.QtGui import QDesktopServices

from referatdesk.ui.dialogs import export
from referatdesk.ui.dialogs.export import ExportDialog
from referatdesk.ui.dialogs.file_check import FileCheckDialog, check_file
from tests.documents.word.building import line, paragraph, run, word_file


@pytest.fixture
def shown(qtbot, window):
    """Waits for the dialog with the findings."""

    def wait():
        qtbot.waitUntil(lambda: window.findChild(FileCheckDialog) is not None, timeout=20_000)
        return window.findChild(FileCheckDialog)

    return wait


def rows(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_findings_are_told_with_place_and_advice(desk, window, tmp_path, shown):
    path = tmp_path / "brev.docx"
    path.write_bytes(word_file(paragraph(run("Sag"), style="Overskrift1") + paragraph(run("Se her")) + "<w:p/><w:p/>"))
    check_file(desk, path, window)
    told = rows(shown())
    assert any(row.startswith("Under “Sag” · At “Se her”\nEmpty lines make room: 2.\nRemove them") for row in told)
    shown().close()


def test_a_file_that_was_mended_is_checked_again(desk, window, tmp_path, shown, qtbot):
    path = tmp_path / "brev.docx"
    docx.Document().save(path)
    check_file(desk, path, window)
    first = shown()
    assert rows(first)
    path.write_bytes(word_file(paragraph(run("Udvalget godkendte."))))
    first.again.click()
    qtbot.waitUntil(lambda: window.findChild(FileCheckDialog) not in {None, first}, timeout=20_000)
    assert rows(shown()) == []
    shown().close()


def test_what_cannot_be_checked_is_told(desk, window, tmp_path, answers, qtbot):
    path = tmp_path / "brev.docx"
    path.write_bytes(b"ikke Word")
    check_file(desk, path, window)
    qtbot.waitUntil(lambda: answers.told == ["check.damaged"])


def test_an_export_by_a_template_with_faults_shows_them(
    qtbot, desk, meeting_id, window, opened, tmp_path, monkeypatch, shown
):
    monkeypatch.setattr(export, "_documents", lambda: tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    template = tmp_path / "egen.docx"
    template.write_bytes(word_file(paragraph(run("x"), style="Overskrift3") + line("møde.udvalg")))
    dialog = opened(ExportDialog(desk, meeting_id, window))
    dialog._use_template(template)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.export.click()
    assert "first heading is at level 3" in rows(shown())[0]
    shown().close()
