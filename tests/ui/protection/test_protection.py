"""A protected archive as the user meets it: offered, written down, asked back, asked for, and given another phrase."""

import stat
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.services.archive import unlocking
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.archive.protection import is_open_protected
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.message import Message
from referatdesk.ui.opening import Opening
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.protection.asked_back import AskedBack
from referatdesk.ui.protection.asking import PhraseAsked
from referatdesk.ui.protection.phrase_shown import PhraseShown


@pytest.fixture(autouse=True)
def forgetful():
    """A computer without a keyring, on which every start is the first."""
    unlocking._known.clear()
    yield unlocking._known.clear
    unlocking._known.clear()


@pytest.fixture
def opening(tmp_path, qapp):
    return Opening(Preferences(SettingsFile(tmp_path / "settings.json"), Settings()), lambda call: call())


def press(dialog, words):
    next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words).click()


def one_after_the_other(*acts):
    """Each act is handed the dialog that is in front then."""
    waiting, fronts = list(acts), []

    def act():
        dialog = QApplication.activeModalWidget()
        is_new = dialog is not None and (not fronts or dialog is not fronts[-1])
        now = waiting.pop(0) if is_new else None
        if waiting:
            QTimer.singleShot(0, QApplication.instance(), act)
        if now is not None:
            fronts.append(dialog)
            now(dialog)

    QTimer.singleShot(0, QApplication.instance(), act)
    return fronts


class Written:
    """What the user wrote down."""

    def note(self, dialog):
        assert isinstance(dialog, PhraseShown)
        self.phrase = dialog._phrase
        press(dialog, "I have written them down")

    def give_back(self, dialog):
        assert isinstance(dialog, AskedBack)
        for place, field in dialog._fields.items():
            field.setText(f" {self.phrase.words[place][:4].upper()}")
        press(dialog, "Go on")

    def type(self, dialog):
        assert isinstance(dialog, PhraseAsked)
        dialog.field.setText(", ".join(self.phrase.words))
        press(dialog, "Open the archive")

    def hear(self, dialog):
        """That there is no keyring."""
        assert isinstance(dialog, Message)
        self.heard = dialog.accessibleDescription()
        press(dialog, "Close")


@pytest.fixture
def written():
    return Written()


@pytest.fixture
def made(opening, written, tmp_path, forgetful):
    """A protected archive that was made in the window, on a computer that knows nothing of it any more."""
    path = tmp_path / "nyt.referatdesk"
    one_after_the_other(
        lambda dialog: press(dialog, "Protect the archive"), written.note, written.give_back, written.hear
    )
    opening.open(path, make=True).close()
    forgetful()
    return path


def test_a_new_archive_is_protected_by_one_click_and_opens_with_what_was_written_down(opening, made, written):
    assert not made.read_bytes().startswith(b"SQLite")
    one_after_the_other(written.type, written.hear)
    workspace = opening.open(made)
    assert is_open_protected(workspace)
    workspace.close()


def test_what_is_reopened_in_the_same_session_asks_nobody(opening, made, written):
    one_after_the_other(written.type, written.hear)
    opening.open(made).close()
    opening.open(made).close()


def test_without_a_keyring_it_is_said_that_the_key_is_not_remembered(opening, made, written):
    assert "cannot remember the key" in written.heard
    written.heard = ""
    one_after_the_other(written.type, written.hear)
    opening.open(made).close()
    assert "cannot remember the key" in written.heard


def test_who_does_not_want_the_key_remembered_is_told_nothing_of_it(opening, made, written):
    written.heard = ""

    def untick(dialog):
        dialog._remember.setChecked(False)
        written.type(dialog)

    one_after_the_other(untick)
    opening.open(made).close()
    assert written.heard == ""


def test_giving_up_makes_no_archive(opening, tmp_path):
    path = tmp_path / "nyt.referatdesk"
    one_after_the_other(lambda dialog: press(dialog, "Protect the archive"), lambda dialog: press(dialog, "Cancel"))
    with pytest.raises(UserError, match="not_made"):
        opening.open(path, make=True)
    assert not path.exists()


def test_a_plain_archive_remains_possible(opening, tmp_path):
    one_after_the_other(lambda dialog: press(dialog, "Without protection"))
    workspace = opening.open(tmp_path / "nyt.referatdesk", make=True)
    assert not is_open_protected(workspace)
    workspace.close()


def test_giving_up_on_the_phrase_leaves_the_archive_closed_and_as_it_was(opening, made):
    before = made.read_bytes()
    one_after_the_other(lambda dialog: press(dialog, "Cancel"))
    with pytest.raises(UserError, match="needs_phrase"):
        opening.open(made)
    assert made.read_bytes() == before


def test_words_that_were_not_written_down_are_not_taken_back(qtbot):
    phrase = Phrase.generate()
    dialog = AskedBack(phrase, None)
    qtbot.addWidget(dialog)
    for place, field in dialog._fields.items():
        field.setText(phrase.words[place - 1])
    press(dialog, "Go on")
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert "is another one" in dialog._said.text()


def test_a_word_that_was_left_empty_is_missing_and_no_other_one(qtbot):
    phrase = Phrase.generate()
    dialog = AskedBack(phrase, None)
    qtbot.addWidget(dialog)
    first, second, third = dialog._fields
    dialog._fields[first].setText(phrase.words[first])
    dialog._fields[third].setText(phrase.words[third])
    press(dialog, "Go on")
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog._said.text() == f"Word {second + 1} is missing."


def test_the_first_word_that_is_none_is_named_while_the_phrase_is_typed(qtbot, made):
    dialog = PhraseAsked(made, None)
    qtbot.addWidget(dialog)
    dialog.field.setText("abekat kaffee mistro kaf")
    assert "Word 3, “mistro”" in dialog._said.text()
    dialog.field.setText("abekat kaffee mist")
    assert dialog._said.text() == "3 of 12 words"


def test_a_phrase_that_does_not_open_it_says_so_and_can_be_mended(qtbot, made):
    dialog = PhraseAsked(made, None)
    qtbot.addWidget(dialog)
    dialog.field.setText(Phrase.generate().text)
    press(dialog, "Open the archive")
    assert "does not open the archive" in dialog._said.text()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_phrase_is_read_from_a_file_that_was_kept(qtbot, made, written, tmp_path):
    from referatdesk.services.archive.protection import keep_in_file

    keep_in_file(written.phrase, tmp_path / "frase.txt", made.name)
    dialog = PhraseAsked(made, None)
    qtbot.addWidget(dialog)
    dialog._read_file(tmp_path / "frase.txt")
    assert dialog.findChild(QLineEdit).text() == written.phrase.text


def test_the_phrase_is_kept_and_handed_out_only_where_she_says(qtbot, tmp_path):
    phrase = Phrase.generate()
    dialog = PhraseShown(phrase, "nyt.referatdesk", None)
    qtbot.addWidget(dialog)
    assert list(tmp_path.rglob("*.txt")) == []
    dialog._keep_in(tmp_path / "frase.txt")
    assert (tmp_path / "frase.txt").read_text().startswith(phrase.text)
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "frase.txt").stat().st_mode) == 0o600
    dialog._attempt(lambda: unlocking.phrase_in_file(tmp_path / "ingen.txt"), tmp_path / "ingen.txt")
    assert "cannot be opened" in dialog._said.text()
