"""Every dialog through its accessibility tree, and by its letters."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QStackedWidget, QToolButton

from referatdesk.domain.codes import FollowUpState
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.i18n import catalogue
from referatdesk.services import follow_ups
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.follow_ups.window import FollowUpsDialog
from referatdesk.ui.shortcuts.change import ChangeKeyDialog
from referatdesk.ui.shortcuts.changing import SPECS
from referatdesk.ui.shortcuts.dialog import KeysDialog
from tests.ui.accessibility.heard import Role, heard, nameless
from tests.ui.dialogs.conftest import answers, board_id, desk, meeting_id, opened, window, workspace
from tests.ui.dialogs.test_all_dialogs import DIALOGS
from tests.ui.follow_ups.today import TODAY

__all__ = ["answers", "board_id", "desk", "meeting_id", "opened", "window", "workspace"]

LEAST_TARGET = 24


def follow_ups_dialog(desk, meeting_id, window):
    item_id = desk.workspace.all(AgendaItem)[0].id
    desk.do(follow_ups.mark(desk.workspace, item_id, "Merete Aaby undersøger mulighederne til næste møde.")[0])
    return FollowUpsDialog(desk, desk.workspace.get(Meeting, meeting_id), item_id, TODAY, window)


ALL = {
    **DIALOGS,
    "keys": lambda desk, meeting, window: KeysDialog(desk, window),
    "another key": lambda desk, meeting, window: ChangeKeyDialog(SPECS["items.next"], {}, window),
    "follow-ups": follow_ups_dialog,
}


@pytest.fixture(params=["da", "en"])
def language(request):
    catalogue.use(request.param)
    return request.param


@pytest.fixture(params=ALL)
def dialog(request, language, desk, meeting_id, window, opened):
    return opened(ALL[request.param](desk, meeting_id, window))


def test_it_says_what_it_is_and_everything_in_it_has_a_name(dialog):
    found = heard(dialog)
    assert found[0].role is Role.Dialog
    assert found[0].name
    assert nameless(found) == []


def test_its_controls_are_heard_with_their_roles(dialog):
    roles = {one.role for one in heard(dialog)}
    assert roles & {Role.Button, Role.PushButton}
    assert Role.NoRole not in roles


def test_every_button_has_a_letter_of_its_own(dialog):
    lettered = [one for one in dialog.findChildren(QAbstractButton) if isinstance(one, QPushButton | QCheckBox)]
    lettered = [one for one in lettered if one.isVisible() and re.search(r"[a-zæøå]", one.text(), re.IGNORECASE)]
    assert lettered
    assert [one.text() for one in lettered if not letter(one.text())] == []
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    letters = Counter(letter(one.text()) for one in (*lettered, *labels) if letter(one.text()))
    assert [one for one, count in letters.items() if count > 1] == []


def letter(words):
    found = re.search(r"&(\w)", words.replace("&&", ""))
    return found[1].casefold() if found else ""


def test_its_buttons_are_large_enough_to_be_hit(dialog):
    buttons = [one for one in dialog.findChildren(QAbstractButton) if one.isVisible() and shows_itself(one)]
    small = [
        (one.accessibleName() or one.text(), one.size().toTuple())
        for one in buttons
        if min(one.width(), one.height()) < LEAST_TARGET
    ]
    assert small == []


def shows_itself(button):
    """Not the corner of a table, nor the arrows that Qt puts into fields and tabs."""
    return isinstance(button, QPushButton | QCheckBox | QToolButton) and not button.objectName().startswith("qt_")


def test_the_buttons_at_its_foot_are_reached_from_left_to_right(dialog):
    foot = dialog._foot
    buttons = [item.widget() for item in map(foot.itemAt, range(foot.count())) if item.widget() is not None]
    order, chain = dialog, []
    while (order := order.nextInFocusChain()) is not dialog:
        chain.append(order)
    places = [chain.index(one) for one in buttons if one in chain]
    assert places == sorted(places)


def test_sheets_of_a_stack_may_use_the_same_letters_but_never_those_beside_it(qtbot):
    dialog = Dialog("Prøve", None)
    qtbot.addWidget(dialog)
    stack = QStackedWidget(dialog)
    for _sheet in range(2):
        stack.addWidget(QPushButton("Tilføj"))
    dialog.body.addWidget(stack)
    close = dialog.add_button("Luk", dialog.reject)
    dialog.open()
    assert [stack.widget(place).text() for place in range(2)] == ["&Tilføj", "&Tilføj"]
    assert close.text() == "&Luk"
    dialog.close()


def test_the_states_of_a_follow_up_have_words(language, desk, meeting_id, window, opened):
    dialog = opened(follow_ups_dialog(desk, meeting_id, window))
    assert len({one.accessibleName() for one in dialog.state_buttons}) == len(FollowUpState)
