"""The list of keys: searched, changed, printed on one page; and keys taught by the window itself."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.i18n import catalogue
from referatdesk.services.decision.following import Following
from referatdesk.ui.actions import ACTIONS
from referatdesk.ui.shortcuts.change import ChangeKeyDialog
from referatdesk.ui.shortcuts.changing import SPECS
from referatdesk.ui.shortcuts.dialog import KeysDialog
from referatdesk.ui.shortcuts.letters import LetterRow, letter_groups
from referatdesk.ui.shortcuts.list_model import Heading, KeyRow, key_rows
from referatdesk.ui.shortcuts.sheet import fitted, sheet_pdf
from tests.ui.window.conftest import settle

A4 = QSizeF(527, 774)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FREE = "Ctrl+Shift+F2"


@pytest.fixture
def keys(window):
    dialog = KeysDialog(window.desk, window)
    dialog.open()
    settle()
    yield dialog
    dialog.close()


def listed(dialog):
    return [row.spec.id for row in dialog.model.rows if isinstance(row, KeyRow)]


def choose(dialog, action_id):
    dialog._choose(action_id)
    assert dialog.row.spec.id == action_id


def press(dialog, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    """Presses a key in the dialog that changes one; returns that dialog."""
    dialog.change()
    change = QApplication.activeModalWidget()
    assert isinstance(change, ChangeKeyDialog)
    QTest.keyClick(change.field, key, modifiers)
    return change


@pytest.mark.parametrize(("sign", "key"), [("/", "Ctrl+Shift+7"), ("%", "Ctrl+Shift+5")])
def test_a_figure_pressed_with_shift_on_a_danish_keyboard_is_taken_by_whoever_has_it(keys, sign, key):
    choose(keys, "items.new")
    change = press(keys, Qt.Key(ord(sign)), BOTH)
    assert change.field.key == key
    assert not change.swap_button.isHidden()
    change.reject()


def test_all_commands_are_listed_below_their_menus(keys):
    assert listed(keys) == [spec.id for spec in ACTIONS]
    headings = [row.words for row in keys.model.rows if isinstance(row, Heading)]
    assert headings[0] == "File"


@pytest.mark.parametrize("wanted", ["next item", "NEXT  item", "ctrl+pgdown"])
def test_a_command_is_found_by_its_words_or_its_key(keys, wanted):
    keys.search.setText(wanted if "+" not in wanted else QKeySequence("Ctrl+PgDown").toString())
    assert "items.next" in listed(keys)
    assert len(listed(keys)) < 6


def test_a_search_for_nothing_known_shows_nothing(keys):
    keys.search.setText("xyzzy")
    assert keys.model.rows == []
    assert not keys.change_button.isEnabled()


def test_a_free_key_is_used_at_once_and_kept_as_the_only_difference(window, keys):
    choose(keys, "items.next")
    change = press(keys, Qt.Key.Key_F2, BOTH)
    assert change.use_button.isEnabled()
    change.use_button.click()
    assert window.preferences.now.changed_keys == {"items.next": (FREE,)}
    assert window.actions_by_id["items.next"].shortcuts() == [QKeySequence(FREE)]
    assert keys.row.is_changed


def test_a_taken_key_is_refused_with_who_has_it_and_can_be_swapped(window, keys):
    choose(keys, "items.next")
    change = press(keys, Qt.Key.Key_E)
    assert "Export to Word or PDF" in change.verdict.text()
    assert not change.use_button.isEnabled()
    change.swap_button.click()
    assert window.actions_by_id["meetings.export"].shortcuts() == [QKeySequence("Ctrl+PgDown")]
    assert window.actions_by_id["items.next"].shortcuts() == [QKeySequence("Ctrl+E")]


def test_altgr_is_refused(keys):
    choose(keys, "items.next")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    change = press(keys, Qt.Key.Key_E, both)
    assert "AltGr" in change.verdict.text()
    assert not change.use_button.isEnabled()
    assert not change.swap_button.isVisible()


def test_escape_leaves_without_a_change(window, keys):
    choose(keys, "items.next")
    change = press(keys, Qt.Key.Key_F2, BOTH)
    QTest.keyClick(change.field, Qt.Key.Key_Escape)
    assert not change.isVisible()
    assert window.preferences.now.changed_keys == {}


def test_one_and_all_are_set_back(window, keys):
    for action_id, key in (("items.next", Qt.Key.Key_F2), ("items.previous", Qt.Key.Key_F3)):
        choose(keys, action_id)
        press(keys, key, BOTH).use_button.click()
    choose(keys, "items.next")
    keys.back_button.click()
    assert list(window.preferences.now.changed_keys) == ["items.previous"]
    keys.all_back_button.click()
    assert window.preferences.now.changed_keys == {}
    assert window.actions_by_id["items.previous"].shortcuts() == [QKeySequence("Ctrl+PgUp")]


def test_a_key_is_taken_away(window, keys):
    choose(keys, "items.next")
    keys.none_button.click()
    assert window.actions_by_id["items.next"].shortcuts() == []


def test_changed_keys_outlive_the_program(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings(changed_keys={"items.next": (FREE,), "items.previous": ()}, taught_keys={"items.new": 2}))
    again = file.load()
    assert again.changed_keys == {"items.next": (FREE,), "items.previous": ()}
    assert again.taught_keys == {"items.new": 2}


@pytest.mark.parametrize("language", ["da", "en"])
def test_all_keys_fit_one_page_in_letters_that_can_be_read(qapp, language):
    catalogue.use(language)
    title, columns = fitted({}, A4)
    assert title.size().height() + max(column.size().height() for column in columns) <= A4.height()
    assert columns[0].defaultFont().pointSizeF() >= 6
    content = sheet_pdf({})
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


def test_what_is_printed_are_the_keys_in_force(qapp):
    rows = [row for row in key_rows({"items.next": (FREE,)}) if isinstance(row, KeyRow)]
    assert next(row for row in rows if row.spec.id == "items.next").words[1:] == (FREE, "changed")


def choose_by_mouse(window, action_id, qtbot):
    action = window.actions_by_id[action_id]
    menu = next(one.menu() for one in window.menuBar().actions() if one.menu() and action in one.menu().actions())
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    settle()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    settle()


def test_the_third_choice_by_mouse_tells_the_key_and_no_later_one(meeting, qtbot):
    told = []
    for _choice in range(5):
        choose_by_mouse(meeting, "items.next", qtbot)
        told.append(meeting.status.currentMessage())
        meeting.status.clearMessage()
    assert told == ["", "", f"Next item: {QKeySequence('Ctrl+PgDown').toString()}", "", ""]


def test_choosing_by_key_teaches_nothing(meeting, qtbot):
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    for _press in range(4):
        QTest.keyClick(meeting, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert meeting.preferences.now.taught_keys == {}


def test_nothing_is_taught_where_it_is_turned_off(meeting, qtbot):
    meeting.preferences.set(replace(meeting.preferences.now, teach_keys=False))
    for _choice in range(4):
        choose_by_mouse(meeting, "items.next", qtbot)
    assert meeting.status.currentMessage() == ""


def test_buttons_name_their_key_and_teach_it(meeting, qtbot):
    button = meeting.view.attendance.all_present
    assert "Ctrl+Shift+T" in button.toolTip()
    for _choice in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert meeting.status.currentMessage() == "All present: Ctrl+Shift+T"
    meeting.preferences.set(replace(meeting.preferences.now, changed_keys={"people.all_present": ("Ctrl+Shift+F2",)}))
    assert button.toolTip().endswith("(Ctrl+Shift+F2)")


def test_a_changed_key_works_in_the_meeting(meeting, qtbot):
    meeting.preferences.set(replace(meeting.preferences.now, changed_keys={"items.next": (FREE,)}))
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    before = meeting.view.item.item_id
    QTest.keyClick(meeting.view.item.main_editor, Qt.Key.Key_F2, BOTH)
    assert meeting.view.item.item_id != before
    assert SPECS["items.next"].keys == ("Ctrl+PgDown",)


def test_the_letters_of_points_people_and_votes_are_taught_and_not_changed(keys):
    keys.search.setText("stand-in")
    assert [row.words[:2] for row in keys.model.rows if isinstance(row, LetterRow)] == [("Stand-in…", "V")]
    place = next(place for place, row in enumerate(keys.model.rows) if isinstance(row, LetterRow))
    keys.table.setCurrentIndex(keys.model.index(place, 0))
    assert not keys.change_button.isEnabled()


def test_no_letter_is_given_twice_in_one_list():
    for name, rows in letter_groups():
        letters = [row.letter for row in rows]
        assert len(letters) == len(set(letters)), name


def test_what_names_a_key_names_the_one_that_is_in_force(upcoming):
    changed = {"decisions.follow": ("Alt+Z",), "decisions.take": ("Alt+Q",)}
    upcoming.preferences.set(replace(upcoming.preferences.now, changed_keys=changed))
    decision = upcoming.view.item.decision
    decision.ledger.show_state(Following.BY_HAND)
    decision.suggested.show_words("Approved")
    assert decision.ledger.again.text() == "Link again (Alt+Z)"
    assert decision.suggested.accessibleName() == "Looks like: Approved (Alt+Q)"
