"""What holds for the window as a whole: keys, names, sizes, languages and themes."""

from collections import Counter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget

from referatdesk.config.settings import Language, Theme
from referatdesk.i18n import catalogue
from referatdesk.ui.action_specs import MENU_NAMES
from referatdesk.ui.actions import ACTIONS, of_menu
from referatdesk.ui.commands import CLASSES
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import PATIENCE_MS, settle

SMALLEST = (911, 512)


def test_no_key_means_two_things():
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_altgr_on_a_danish_keyboard():
    assert [spec.id for spec in ACTIONS for key in spec.keys if "Ctrl+Alt" in key] == []


def test_every_action_has_its_command(window):
    for spec in ACTIONS:
        assert spec.subject in CLASSES
        assert callable(window.commands.method(spec.subject, spec.method))
        if spec.checks:
            assert callable(window.commands.method(spec.subject, spec.checks))


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_letter_opens_two_rows_of_one_menu(language):
    catalogue.use(language)
    for menu in MENU_NAMES:
        rows = [catalogue._(spec.text) for spec in of_menu(menu)]
        letters = Counter(row[row.index("&") + 1].lower() for row in rows if "&" in row)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu
    names = Counter(catalogue._(name)[catalogue._(name).index("&") + 1].lower() for name in MENU_NAMES.values())
    assert max(names.values()) == 1


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_clipped_in_the_smallest_window(meeting, language):
    meeting.preferences.set(replace(meeting.preferences.now, language=language))
    settle()
    assert meeting.minimumSizeHint().width() <= SMALLEST[0]
    meeting.resize(*SMALLEST)
    for item_id in meeting.view.agenda.item_ids:
        meeting.view.agenda.choose(item_id)
        settle()
        assert meeting.size().toTuple() == SMALLEST
        assert cut_off(meeting) == []
        assert meeting.view.item.decision.editor.height() >= 60


def cut_off(window):
    """Words and buttons that have less room than they need. Elided labels say so themselves, with a tool tip."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text():
            needs = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.minimumSizeHint().height()
            narrow = not widget.wordWrap() and widget.width() < widget.minimumSizeHint().width()
            if narrow or widget.height() < needs:
                found.append((widget.text(), widget.size().toTuple(), needs))
        elif isinstance(widget, QAbstractButton):
            least = widget.minimumSizeHint()
            seen = widget.visibleRegion().boundingRect()
            if seen != widget.rect() and not scrolls(widget):
                found.append((widget.text(), "is seen only in part", seen))
            if widget.width() < least.width() or widget.height() < least.height():
                found.append((widget.text(), widget.size().toTuple()))
    return found


def scrolls(widget):
    above = widget.parentWidget()
    return above is not None and (isinstance(above, QAbstractScrollArea) or scrolls(above))


def test_every_control_has_a_name_for_a_screen_reader(meeting):
    meeting.view.item.case.open_first()
    settle()
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in meeting.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken(widget)
    ]
    assert unnamed == []


def spoken(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_tab_comes_round_through_all_panes(meeting, qtbot):
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    meeting.view.agenda.list.setFocus()
    visited = []
    for _press in range(60):
        widget = QApplication.focusWidget()
        if widget in visited:
            break
        visited.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    panes = {meeting.view.agenda.list, meeting.view.item.decision.editor, meeting.view.attendance.list}
    assert panes <= set(visited)
    assert QApplication.focusWidget() is visited[0]


def test_tab_goes_in_the_order_in_which_the_page_is_read(upcoming, qtbot):
    with qtbot.waitActive(upcoming):
        upcoming.activateWindow()
    view = upcoming.view
    view.agenda.choose(next(row.id for row in view.agenda._model.rows if row.open_points > 1))
    view.item.case.open_first()
    settle()
    view.agenda.list.setFocus()
    expected = [view.agenda.list, view.agenda.new_item, *view.item.focusable(), view.attendance.list]
    expected = [widget for widget in expected if widget.isVisible()]
    visited = []
    for _press in expected:
        visited.append(QApplication.focusWidget())
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
    assert visited == expected


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_one_key_leads_from_the_agenda_back_to_the_text(meeting, qtbot, key):
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    meeting.view.agenda.list.setFocus()
    QTest.keyClick(meeting.view.agenda.list, key)
    assert meeting.view.item.decision.editor.hasFocus()


def test_f6_goes_from_pane_to_pane_and_round(meeting, qtbot):
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    meeting.view.agenda.list.setFocus()
    seen = []
    for _press in range(3):
        meeting.actions_by_id["view.next_pane"].trigger()
        seen.append(QApplication.focusWidget())
    view = meeting.view
    assert seen == [view.item.decision.editor, view.attendance.list, view.agenda.list]


def test_the_language_is_changed_while_a_meeting_is_open(meeting):
    item_id = meeting.view.item.item_id
    meeting.preferences.set(replace(meeting.preferences.now, language=Language.DANISH))
    settle()
    assert meeting.view.agenda.title == "Dagsorden"
    assert meeting.view.item.item_id == item_id


@pytest.mark.parametrize("theme", list(Theme))
def test_a_theme_changes_how_the_open_meeting_looks(meeting, theme):
    meeting.preferences.set(
        replace(meeting.preferences.now, theme=Theme.DARK if theme is not Theme.DARK else Theme.LIGHT)
    )
    settle()
    before = meeting.grab().toImage()
    meeting.preferences.set(replace(meeting.preferences.now, theme=theme))
    settle()
    assert meeting.grab().toImage() != before


def test_text_size_grows_and_returns(meeting):
    editor = meeting.view.item.decision.editor
    before = editor.font().pointSizeF()
    meeting.actions_by_id["view.larger"].trigger()
    settle()
    assert editor.font().pointSizeF() == before + 1
    meeting.actions_by_id["view.normal"].trigger()
    settle()
    assert editor.font().pointSizeF() == before


def test_without_a_meeting_its_actions_are_grey(window):
    assert not window.actions_by_id["meetings.export"].isEnabled()
    assert not window.actions_by_id["items.move_up"].isEnabled()
    assert window.actions_by_id["meetings.new"].isEnabled()


def test_the_undo_menu_names_the_step(meeting):
    meeting.actions_by_id["items.close"].trigger()
    meeting.menuBar().actions()[1].menu().aboutToShow.emit()
    assert meeting.actions_by_id["history.undo"].text() != "&Undo"
    assert "Godkendelse af dagsorden" in meeting.actions_by_id["history.undo"].text()


def test_enter_opens_the_newest_meeting_of_the_list(window, qtbot):
    QTest.keyClick(window.start.list, Qt.Key.Key_Return)
    assert window.shows_meeting
    assert window.desk.workspace.meeting.id == window.desk.workspace.meeting_rows()[0].id


def test_the_title_names_board_and_day(meeting):
    assert meeting.windowTitle().startswith("Sundhedsråd Østfjord – ")
    assert meeting.windowTitle().endswith("Referatdesk")


def test_undoing_a_new_meeting_leads_back_to_the_list(meeting):
    from referatdesk.services import meetings

    board = meeting.desk.workspace.meeting.board_id
    change, meeting_id = meetings.new_meeting(meeting.desk.workspace, board, date="2027-03-04")
    meeting.desk.do(change)
    meeting.open_meeting(meeting_id)
    meeting.actions_by_id["history.undo"].trigger()
    settle()
    assert not meeting.shows_meeting
    assert meeting.start.list.isVisible()


def test_the_place_is_kept_before_the_program_is_left(meeting, qtbot):
    meeting.view.agenda.step(2)
    item_id = meeting.view.item.item_id
    place = str(meeting.desk.workspace.path)
    qtbot.waitUntil(lambda: meeting.preferences.now.left_at[place].item == item_id, timeout=PATIENCE_MS)


def test_undo_says_what_it_did_and_shows_the_item_it_did_it_to(meeting):
    item_id = meeting.view.item.item_id
    meeting.actions_by_id["items.close"].trigger()
    meeting.view.agenda.step(2)
    for action, words in (("history.undo", "Undone at item 1: "), ("history.redo", "Redone at item 1: ")):
        meeting.view.agenda.step(1)
        meeting.actions_by_id[action].trigger()
        assert meeting.view.item.item_id == item_id
        assert meeting.findChild(Toast).words.startswith(words + "open or closed item")


LOWEST_SCREEN = 512


def test_every_menu_stands_in_one_column_on_the_lowest_screen(meeting):
    heights = {action.text(): action.menu().sizeHint().height() for action in meeting.menuBar().actions()}
    assert {name: height for name, height in heights.items() if height > LOWEST_SCREEN} == {}


def test_what_is_on_or_off_is_ticked_and_has_no_icon_in_the_place_of_the_tick(meeting):
    for action in meeting.menuBar().actions():
        action.menu().aboutToShow.emit()
    assert [spec.id for spec in ACTIONS if spec.checks and not meeting.actions_by_id[spec.id].icon().isNull()] == []
