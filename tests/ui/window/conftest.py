"""The main window over a real archive with the fictional example in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from referatdesk.app import Post
from referatdesk.config.settings import Language, Settings, SettingsFile
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.example import fill_example
from referatdesk.ui import theme
from referatdesk.ui.main_window import MainWindow
from referatdesk.ui.preferences import Preferences

PATIENCE_MS = 5_000
PARTIES = {"Merete Aaby": "A", "Palle Nørre": "A", "Sanne Brix": "V", "Ida Vester": "V"}
"""The others have none and stay away."""


@pytest.fixture
def archive(tmp_path) -> Path:
    path = tmp_path / "eksempel.referatdesk"
    workspace = Workspace.create(path, lambda call: call())
    fill_example(workspace)
    assert workspace.flush(10)
    workspace.close()
    return path


@pytest.fixture
def preferences(tmp_path, qapp):
    theme.apply(qapp, Settings().theme, Settings().text_size)
    return Preferences(SettingsFile(tmp_path / "settings.json"), Settings(language=Language.ENGLISH))


@pytest.fixture
def opened(qtbot, preferences):
    """Opens windows on archives; each is closed, and its archive with it, at the end."""
    windows = []
    post = Post()

    def open_window(path: Path, *, only_view: bool = False) -> MainWindow:
        def open_workspace(other: Path, make: bool = False, *, only_view: bool = False) -> Workspace:
            way = Workspace.create if make else Workspace.view if only_view else Workspace.open
            return way(other, post)

        window = MainWindow(open_workspace(path, only_view=only_view), preferences, open_workspace)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_window
    for window in windows:
        window.desk._holders.clear()
        window.close()


@pytest.fixture
def window(opened, archive):
    return opened(archive)


@pytest.fixture
def meeting(window, qtbot):
    """The window with the meeting that was read in open: six items, eleven people."""
    window.open_meeting(window.desk.workspace.meeting_rows()[-1].id)
    settle()
    return window


@pytest.fixture
def upcoming(window):
    """The window with the meeting that is still to come open: nobody has said anything, nothing is decided."""
    window.open_meeting(window.desk.workspace.meeting_rows()[0].id)
    settle()
    return window


@pytest.fixture
def wall(upcoming, monkeypatch):
    from tests.ui.window.led import Wall

    return Wall(monkeypatch, upcoming.desk.workspace.meeting.date)


@pytest.fixture
def sitting(upcoming, wall):
    """The meeting that is still to come, begun at 13.00."""
    upcoming.actions_by_id["course.go_on"].trigger()
    settle()
    return upcoming


@pytest.fixture
def voting(upcoming, qtbot):
    """The window at an item with points; four are there, two of each party."""
    with qtbot.waitActive(upcoming):
        upcoming.activateWindow()
    people = upcoming.desk.workspace.all(Attendance)
    upcoming.desk.do(Change("attendance.edit", altered((one, _there(one)) for one in people)))
    upcoming.view.agenda.choose(upcoming.view.agenda.item_ids[1])
    upcoming.view.item.focus_decision()
    settle()
    return upcoming


def _there(one):
    if one.name in PARTIES:
        return replace(one, status=AttendanceStatus.PRESENT, party=PARTIES[one.name], has_vote=True)
    return replace(one, status=AttendanceStatus.ABSENT_NOTIFIED)


def settle() -> None:
    """Lets everything happen that was put off to the next turn."""
    for _turn in range(5):
        QApplication.processEvents()
