"""The main window: the screen that fills it, and which archive it shows.

The first paint waits for nothing but the list of meetings. What a meeting, a dialog or a command needs is imported when
it is first asked for, and meanwhile by `warm_up` beside the window.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from referatdesk.config.settings import Settings
from referatdesk.domain.meetings import ItemText
from referatdesk.i18n import catalogue
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui import theme
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.backups.watching import Copies
from referatdesk.ui.changing_archive import ArchiveChange, OpensArchives
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Jobs
from referatdesk.ui.menus import Menus
from referatdesk.ui.only_view import OnlyView
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.saving_trouble import SavingTrouble
from referatdesk.ui.screens.start import StartScreen
from referatdesk.ui.status_line import StatusLine
from referatdesk.ui.whereabouts import Whereabouts
from referatdesk.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from referatdesk.ui.meeting_view import MeetingView


FLUSH_SECONDS = 5.0
FIRST_SIZE = (1240, 720)


class MainWindow(QMainWindow):
    """Shows one archive at a time.

    `painted` is told once, when the window stands there and what can wait may begin; `archive_shown` with the path of
    each archive that takes the place of another.
    """

    painted = Signal()
    archive_shown = Signal(Path)
    leaving = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences, open_workspace: OpensArchives) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        theme.dress(self)
        self.preferences = preferences
        self.archives = ArchiveChange(self, open_workspace)
        self._ask = QtAsk(self)
        self._jobs = Jobs(self)
        self._stack = QStackedWidget(self)
        self._view: MeetingView | None = None
        self._was_painted = False
        self.notices = Notices(self._stack, self)
        self.setCentralWidget(self.notices)
        preferences.changed.connect(self._settings_changed)
        self.resize(*FIRST_SIZE)
        if preferences.now.window:
            self.restoreGeometry(QByteArray(base64.b64decode(preferences.now.window)))
            self.resize(self.size().boundedTo(self.screen().availableSize()))  # the screen may be a smaller one now
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self._whereabouts = Whereabouts(self)
        self.attach(workspace)

    def attach(self, workspace: Workspace) -> None:
        """Builds everything anew around an archive, in the language in force."""
        self._drop_pages()
        self.notices.clear()
        self.desk = Desk(workspace, self.preferences, self._ask, self._jobs)
        self.desk.say = self.toast
        self._menus = Menus(self)
        self.commands, self.actions_by_id = self._menus.commands, self._menus.actions_by_id
        self.start = StartScreen(self.desk, self)
        self._stack.addWidget(self.start)
        self.status.attach(self.desk, self.start)
        self.desk.watch(self.start, self._heard)
        self.trouble = SavingTrouble(self, self.desk, self.notices, self.start)
        self.only_view = OnlyView(self, self.desk, self.notices)
        self.copies = Copies(self, self.desk, self.notices, self.start)
        self.start.opened.connect(self.open_meeting)
        self.start.wanted.connect(lambda action_id: self.actions_by_id[action_id].trigger())
        self.show_start()

    def _drop_pages(self) -> None:
        """The one in front goes last: none that lies behind it is shown once more, with its archive closed."""
        self._view = None
        pages = [page for place in range(self._stack.count()) if (page := self._stack.widget(place)) is not None]
        for page in sorted(pages, key=lambda page: page is self._stack.currentWidget()):
            self._stack.removeWidget(page)
            page.deleteLater()

    @property
    def built_view(self) -> MeetingView | None:
        """The page of a meeting, once one was opened."""
        return self._view

    @property
    def view(self) -> MeetingView:
        """The page of a meeting, built when the first one is opened."""
        if self._view is None:
            from referatdesk.ui.meeting_view import MeetingView  # noqa: PLC0415 - the first paint does not wait for it

            self._view = MeetingView(self.desk, self)
            self._stack.addWidget(self._view)
            self._view.item_shown.connect(self._went_to)
            self._view.course.wanted.connect(lambda action_id: self.actions_by_id[action_id].trigger())
            self._view.attendance.statement_wanted.connect(self.actions_by_id["votes.statement_of_person"].trigger)
            self._view.writing.menu_wanted.connect(self._menus.open_text_menu)
            self._view.item.follow_up.wanted.connect(self.actions_by_id["follow_ups.overview"].trigger)
            self._teach_buttons(self._view)
            self.only_view.guard(self._view)
            self._view.set_layouts(self.preferences.now.splitters)
        return self._view

    def _teach_buttons(self, view: MeetingView) -> None:
        from referatdesk.ui.shortcuts.teaching import TaughtButtons  # noqa: PLC0415 - as above

        TaughtButtons(self, view)

    def _went_to(self, _item_id: str) -> None:
        self.refresh()
        self._whereabouts.keep_if_stayed()

    @property
    def shows_meeting(self) -> bool:
        return self._view is not None and self._stack.currentWidget() is self._view

    # What the commands and screens ask of the window

    def open_meeting(self, meeting_id: str, item_id: str | None = None) -> None:
        self.desk.attempt(lambda: self._open_meeting(meeting_id, item_id))

    def _open_meeting(self, meeting_id: str, item_id: str | None) -> None:
        self.desk.workspace.open_meeting(meeting_id)
        self.view.load(item_id)
        self._stack.setCurrentWidget(self.view)
        self._whereabouts.keep()
        self.refresh()
        self.view.item.focus_minutes()

    def return_to_work(self) -> None:
        """Opens the meeting and item where the work in this archive was left."""
        left = self._whereabouts.left_at
        if left is None:
            return
        try:
            self._open_meeting(left.meeting, left.item)
        except UserError:
            self.show_start()

    def show_start(self) -> None:
        self._whereabouts.keep()
        self.desk.workspace.close_meeting()
        self._stack.setCurrentWidget(self.start)
        self.start.reload()
        self.refresh()
        self.start.focus_list()

    def after_history(self, item_id: str | None) -> None:
        """A step was undone or redone: what is shown follows, at the item it was about when it was about one."""
        if self.shows_meeting and self.desk.workspace.meeting is None:
            self.show_start()
        elif self.shows_meeting:
            self.view.load(item_id or self.view.item.item_id)
        self.refresh()

    def toast(self, words: str) -> None:
        from referatdesk.ui.widgets.toast import Toast  # noqa: PLC0415 - only once there is something to say

        Toast.show_in(self, words)

    # Leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # stands where a mistake of ours ends this early: nothing is closed over what was typed
        if not self.may_leave(self.close):
            return
        self.leaving.emit()
        self._remember_window()
        self._jobs.stop()
        self.desk.workspace.close()
        event.accept()

    def save_now(self) -> bool:
        """Everything typed goes to the disk; False where the disk does not take it."""
        self.desk.settle()
        return self.desk.workspace.flush(FLUSH_SECONDS)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing would be lost; where something would, she is asked, and `then` follows what she chose."""
        self._whereabouts.keep()
        return self.trouble.may_leave(then)

    def _remember_window(self) -> None:
        now = self.preferences.now
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        splitters = self._view.layouts() if self._view else now.splitters
        self.preferences.set(replace(now, window=geometry, splitters=splitters))

    # Keeping what is shown true

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Leaving is a good moment to have everything on the disk, and coming back one to look whether it is there."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.desk.workspace.look()
        elif event.type() == QEvent.Type.ActivationChange:
            self.desk.settle()
        super().changeEvent(event)

    def _heard(self, event: object) -> None:
        typed = isinstance(event, Applied) and all(isinstance(pair.record, ItemText) for pair in event.change.pairs)
        if isinstance(event, Applied | MeetingOpened) and not typed:
            QTimer.singleShot(0, self, self.refresh)

    def refresh(self) -> None:
        """What can be done here, and where one is."""
        self._menus.refresh()
        self._whereabouts.show()

    def _settings_changed(self, before: Settings, now: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and (before.theme, before.text_size) != (now.theme, now.text_size):
            theme.apply(app, now.theme, now.text_size)
        if before.language is not now.language:
            catalogue.use(now.language)
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        """The same place in another language."""
        if not self.desk.may_go(self._rebuild):
            return
        meeting = self.desk.workspace.meeting
        item_id = self._view.item.item_id if self._view else None
        self.attach(self.desk.workspace)
        if meeting is not None:
            self.open_meeting(meeting.id, item_id)
