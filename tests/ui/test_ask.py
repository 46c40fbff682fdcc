"""The one class that asks: in dialogs that wait for nobody."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QPushButton
from shiboken6 import isValid

from referatdesk.services.errors import UserError
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.asking.frame import LARGEST, Dialog
from referatdesk.ui.asking.message import Message
from referatdesk.ui.asking.prompt import Choice, Prompt


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def ask(window):
    return QtAsk(window)


def front() -> Dialog:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def words_of(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def press(dialog, words):
    next(button for button in dialog.findChildren(QPushButton) if button.text().replace("&", "") == words).click()


def test_a_yes_runs_what_was_asked_about(ask):
    seen = []
    ask.confirm("Take it away?", "It can be undone.", "Take away", lambda: seen.append(1))
    press(front(), "Take away")
    assert seen == [1]


def test_a_no_and_escape_run_nothing(qtbot, ask):
    seen = []
    ask.confirm("Take it away?", "", "Take away", lambda: seen.append(1))
    press(front(), "Cancel")
    ask.confirm("Take it away?", "", "Take away", lambda: seen.append(1))
    qtbot.keyClick(front(), Qt.Key.Key_Escape)
    assert seen == []


@pytest.mark.parametrize(("dangerous", "outcome"), [(False, [1]), (True, [])])
def test_enter_means_yes_only_where_nothing_can_go_wrong(qtbot, ask, dangerous, outcome):
    seen = []
    ask.confirm("Replace it?", "", "Replace", lambda: seen.append(1), dangerous=dangerous)
    qtbot.keyClick(front(), Qt.Key.Key_Return)
    assert seen == outcome


def test_a_line_of_text_is_handed_over(qtbot, ask):
    seen = []
    ask.text("Case number", seen.append, "27/1")
    dialog = front()
    assert isinstance(dialog, Prompt)
    assert dialog.field.text() == "27/1"
    dialog.field.setText("27/1234")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert seen == ["27/1234"]


def test_one_of_a_few_is_handed_over(qtbot, ask):
    seen = []
    ask.choice("Which section?", [("Resumé", "a"), ("Økonomi", "b")], seen.append)
    dialog = front()
    assert isinstance(dialog, Choice)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert seen == ["b"]


def test_a_known_error_is_told_with_what_to_do(ask):
    ask.tell(UserError("archive.locked", path=Path("a.referatdesk")))
    dialog = front()
    assert "Another program has hold of the archive" in words_of(dialog)
    assert "try again" in words_of(dialog)
    press(dialog, "Close")


def test_a_mistake_of_ours_is_not_told_as_if_the_user_could_help_it(ask):
    with pytest.raises(ZeroDivisionError):
        ask.tell_exception(ZeroDivisionError())
    ask.tell_exception(UserError("undo.outdated"))
    press(front(), "Close")


def test_a_question_from_a_dialog_stands_over_that_dialog(ask, window):
    first = Prompt("Title", window)
    first.open()
    ask.inform("Note", "Words")
    assert front().parent() is first
    front().close()
    first.close()


@pytest.mark.parametrize("save", [False, True])
def test_a_chosen_file_is_handed_over(ask, qtbot, tmp_path, save):
    seen = []
    target = tmp_path / "Referat.docx"
    if save:
        ask.file_to_save("Export", str(target), "Word (*.docx)", seen.append)
    else:
        ask.file_to_open("Open", "Word (*.docx)", seen.append)
    dialog = front()
    assert isinstance(dialog, QFileDialog)
    assert not save or dialog.selectedFiles() == [str(target)]
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: seen == [target])


def test_what_is_asked_next_outlives_the_file_dialog_before_it(ask, qtbot, tmp_path):
    (tmp_path / "kommune.cer").write_text("x", encoding="utf-8")
    ask.file_to_open("Certificate", "", lambda _path: ask.inform("Next", "Words"))
    dialog = front()
    dialog.selectFile(str(tmp_path / "kommune.cer"))
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Message))
    press(front(), "Close")


def test_no_dialog_is_larger_than_a_small_screen(qtbot, window):
    dialog = Dialog("Long", window, heading="Long")
    qtbot.addWidget(dialog)
    dialog.size_to(5000, 5000)
    assert dialog.size() == LARGEST
    assert LARGEST.width() <= 911
    assert LARGEST.height() <= 512


def test_enter_presses_the_button_that_has_the_focus(qtbot, ask):
    seen = []
    ask.confirm("Take it away?", "", "Take away", lambda: seen.append(1))
    no = next(button for button in front().findChildren(QPushButton) if button.text().replace("&", "") == "Cancel")
    no.setFocus()
    qtbot.keyClick(no, Qt.Key.Key_Return)
    assert seen == []
