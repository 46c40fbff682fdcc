"""What holds for every dialog: it fits a small screen, has names for a screen reader, and can be left by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from referatdesk.config.settings import Language, Theme
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.personal_data import Private
from referatdesk.i18n import catalogue
from referatdesk.services.accessibility import Finding, Place, Where
from referatdesk.services.output.receipts import Receipt
from referatdesk.ui.asking.message import Confirmation, Message
from referatdesk.ui.asking.prompt import Choice, Prompt
from referatdesk.ui.dialogs.board import BoardDialog
from referatdesk.ui.dialogs.export import ExportDialog
from referatdesk.ui.dialogs.file_check import FileCheckDialog
from referatdesk.ui.dialogs.item_publicity import ItemPublicityDialog
from referatdesk.ui.dialogs.meeting_head import MeetingHeadDialog
from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog
from referatdesk.ui.dialogs.receipt import ReceiptDialog
from referatdesk.ui.dialogs.settings import SettingsDialog
from referatdesk.ui.widgets.elided_label import ElidedLabel

SMALL_SCREEN = (911, 512)
MERGED = Finding("table.merged", Place(Where.BODY, "Økonomi og drift i det kommende år", "Udgifter"), {"count": 3})
RECEIPT = Receipt(at="2027-02-05T09:00:00+00:00", sha256="0" * 64, items=("4", "7"), private={Private.MAIL: 2})

DIALOGS = {
    "settings": lambda desk, meeting, window: SettingsDialog(desk, window),
    "board": lambda desk, meeting, window: BoardDialog(desk, None, window),
    "new meeting": lambda desk, meeting, window: NewMeetingDialog(desk, window),
    "facts": MeetingHeadDialog,
    "export": ExportDialog,
    "a file without a finding": lambda desk, meeting, window: FileCheckDialog(desk, Path("referat.docx"), [], window),
    "a file with findings": lambda desk, meeting, window: FileCheckDialog(
        desk, Path("et langt navn på et referat.docx"), [MERGED] * 9, window
    ),
    "a receipt": lambda desk, meeting, window: ReceiptDialog(Path("et langt navn på et referat.docx"), RECEIPT, window),
    "what is published of an item": lambda desk, meeting, window: ItemPublicityDialog(
        desk, desk.workspace.all(AgendaItem)[0].id, window
    ),
    "message": lambda desk, meeting, window: Message("Filen er åben", "Luk den, og prøv igen. " * 9, window),
    "question": lambda desk, meeting, window: Confirmation(
        "Fjern?", "Det kan fortrydes.", "Fjern", window, dangerous=True
    ),
    "prompt": lambda desk, meeting, window: Prompt("Sagsnummer", window),
    "choice": lambda desk, meeting, window: Choice("Hvilket afsnit?", ["Resumé"] * 20, window),
}


@pytest.fixture(params=["da", "en"])
def language(request):
    catalogue.use(request.param)
    return request.param


@pytest.fixture(params=DIALOGS)
def dialog(request, language, desk, meeting_id, window, opened):
    return opened(DIALOGS[request.param](desk, meeting_id, window))


def reached(dialog):
    """The controls that Tab comes to."""
    for widget in dialog.findChildren(QWidget):
        inner = isinstance(widget.parent(), QAbstractItemView) or widget.objectName().startswith("qt_")
        plain_area = type(widget) is QAbstractScrollArea or widget.metaObject().className() == "QScrollArea"
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(dialog)
            and not inner
            and not plain_area
        ):
            yield widget


def test_it_fits_a_small_screen(dialog):
    assert dialog.width() <= SMALL_SCREEN[0]
    assert dialog.height() <= SMALL_SCREEN[1]
    assert dialog.minimumSizeHint().width() <= SMALL_SCREEN[0]
    assert dialog.minimumSizeHint().height() <= SMALL_SCREEN[1]


def test_every_control_has_a_name(dialog):
    interfaces = [(widget, QAccessible.queryAccessibleInterface(widget)) for widget in reached(dialog)]
    assert interfaces
    assert not [repr(widget) for widget, heard in interfaces if not heard.text(QAccessible.Text.Name)]


def test_no_words_are_cut(dialog):
    labels = [
        one for one in dialog.findChildren(QLabel) if one.isVisible() and one.text() and type(one) is not ElidedLabel
    ]
    cut = [one.text() for one in labels if one.heightForWidth(one.width()) > one.height() + 1]
    narrow = [one.text() for one in labels if not one.wordWrap() and one.sizeHint().width() > one.width() + 1]
    assert cut == []
    assert narrow == []


def test_tab_comes_to_every_control_and_escape_leaves(qtbot, dialog):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    wanted, seen = set(reached(dialog)), []
    for _step in range(3 * len(wanted) + 5):
        focused = QApplication.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused or dialog, Qt.Key.Key_Tab)
    missed = [repr(one) for one in wanted if one not in seen and one.focusProxy() not in seen]
    assert not missed
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_settings_are_in_force_at_once(desk, meeting_id, window, opened):
    dialog = opened(SettingsDialog(desk, window))
    dialog.theme.changed.emit(Theme.DARK)
    dialog.text_size.setValue(16)
    assert (desk.preferences.now.theme, desk.preferences.now.text_size) == (Theme.DARK, 16)


def test_another_language_brings_the_page_in_that_language(desk, meeting_id, window, opened, qtbot):
    catalogue.use("da")
    desk.preferences.changed.connect(lambda _before, now: catalogue.use(now.language))
    opened(SettingsDialog(desk, window)).language.changed.emit(Language.ENGLISH)
    assert desk.preferences.now.language is Language.ENGLISH
    again = QApplication.activeModalWidget()
    assert isinstance(again, SettingsDialog)
    assert again.windowTitle() == "Settings"
    again.close()


def test_the_fields_of_a_form_are_named_by_their_labels(desk, meeting_id, window, opened):
    dialog = opened(MeetingHeadDialog(desk, meeting_id, window))
    named = {field.accessibleName() for field in dialog.findChildren(QLineEdit)}
    assert {"Venue", "Planned start", "Planned end", "Case number"} <= named
