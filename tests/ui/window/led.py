"""A meeting that is led from the window: its keys, and what the window says of it."""

from referatdesk.domain.agenda import in_order
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.course.treating import current_item
from referatdesk.ui import clock
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle


class Wall:
    """What the clock on the wall shows."""

    def __init__(self, monkeypatch, day):
        self.time, self.day = "13:00:10", day
        monkeypatch.setattr(clock, "to_the_second", lambda: self.time)
        monkeypatch.setattr(clock, "today", lambda: self.day)


def press(window, action_id):
    window.actions_by_id[action_id].trigger()
    settle()


def shown(window):
    return window.view.item.item_id


def treated(window):
    workspace = window.desk.workspace
    current = current_item(workspace, workspace.meeting.id)
    return current.id if current else None


def items(window):
    return in_order(window.desk.workspace.all(AgendaItem))


def status(window, item_id):
    return window.desk.workspace.get(AgendaItem, item_id).status


def strip(window):
    return window.view.course


def said(window):
    return window.findChild(Toast).words
