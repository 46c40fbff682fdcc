"""The meeting led through its agenda from the window, at times of day that the tests choose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import Access, ItemStatus, MeetingStatus
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services import agenda, meetings
from referatdesk.ui import clock
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle


class Clock:
    """What the clock on the wall shows."""

    def __init__(self, monkeypatch, day):
        self.time, self.day = "13:00:10", day
        monkeypatch.setattr(clock, "to_the_second", lambda: self.time)
        monkeypatch.setattr(clock, "today", lambda: self.day)


@pytest.fixture
def wall(upcoming, monkeypatch):
    return Clock(monkeypatch, upcoming.desk.workspace.meeting.date)


@pytest.fixture
def sitting(upcoming, wall):
    press(upcoming, "course.go_on")
    return upcoming


def press(window, action_id):
    window.actions_by_id[action_id].trigger()
    settle()


def shown(window):
    return window.view.item.item_id


def items(window):
    return in_order(window.desk.workspace.all(AgendaItem))


def status(window, item_id):
    return window.desk.workspace.get(AgendaItem, item_id).status


def strip(window):
    return window.view.course


def test_on_its_day_the_strip_offers_to_begin_the_meeting(upcoming, wall):
    strip(upcoming).refresh()
    assert strip(upcoming).isVisible()
    assert strip(upcoming).go_on.text() == "Begin the meeting"
    assert not strip(upcoming).pause.isVisible()


def test_on_another_day_nothing_is_shown_of_a_meeting_that_has_not_begun(upcoming, wall):
    wall.day = "2031-01-01"
    strip(upcoming).refresh()
    assert not strip(upcoming).isVisible()


def test_one_key_begins_the_meeting_and_the_same_key_goes_on(sitting, wall, qtbot):
    first, second = items(sitting)[:2]
    assert sitting.desk.workspace.meeting.status is MeetingStatus.IN_SESSION
    assert shown(sitting) == first.id
    wall.time = "13:12:30"
    qtbot.keyClick(sitting.view.item.decision.editor, Qt.Key.Key_F5)
    settle()
    assert shown(sitting) == second.id
    assert status(sitting, first.id) is ItemStatus.DONE
    assert "Item 1 took 12 min." in strip(sitting).words.text()
