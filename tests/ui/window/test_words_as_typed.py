"""What a user has written is shown as it was written, wherever the window tells it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle
from tests.ui.window.test_unfinished import add_item


def test_a_title_with_an_ampersand_is_read_so_in_menus(upcoming):
    item_id = add_item(upcoming, "Drift & anlæg", 0)
    upcoming.actions_by_id["course.together"].trigger()
    settle()
    offered = QApplication.activePopupWidget()
    assert any("Drift && anlæg" in action.text() for action in offered.actions())
    offered.close()
    upcoming.view.agenda.choose(item_id)
    upcoming.actions_by_id["items.remove"].trigger()
    upcoming._menus._about_to_show()
    assert "Drift && anlæg" in upcoming.actions_by_id["history.undo"].text()


def test_a_title_that_looks_like_markup_is_told_as_it_stands(upcoming):
    item_id = add_item(upcoming, "Ny <b>plan</b>", 0)
    upcoming.view.agenda.choose(item_id)
    settle()
    upcoming.actions_by_id["items.remove"].trigger()
    settle()
    told = [*upcoming.findChild(Toast).findChildren(QLabel), upcoming.status.place]
    assert {one.textFormat() for one in told if one.text()} == {Qt.TextFormat.PlainText}
    assert "Ny <b>plan</b>" in upcoming.findChild(Toast).words
