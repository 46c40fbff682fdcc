"""The main window: menus, the screen that fills it, the foot line, and which archive it shows."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from referatdesk.config.settings import LeftAt, Settings
from referatdesk.domain.records import board_of
from referatdesk.i18n import catalogue
from referatdesk.i18n.catalogue import _
from referatdesk.services.errors import UserError
from referatdesk.services.workspace import Applied, MeetingOpened, Workspace
from referatdesk.ui import theme
from referatdesk.ui.actions import ACTIONS, ActionSpec, Menu, Needs
from referatdesk.ui.ask import QtAsk
from referatdesk.ui.commands.archives import ArchiveCommands
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.commands.decisions import DecisionCommands
from referatdesk.ui.commands.history import HistoryCommands
from referatdesk.ui.commands.items import ItemCommands
from referatdesk.ui.commands.meetings import MeetingCommands
from referatdesk.ui.commands.people import PeopleCommands
from referatdesk.ui.commands.text import TextCommands
from referatdesk.ui.commands.view import ViewCommands
from referatdesk.ui.commands.window import WindowCommands
from referatdesk.ui.days import day_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Jobs
from referatdesk.ui.meeting_view import MeetingView
from referatdesk.ui.menus import Actions
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.screens.start import StartScreen
from referatdesk.ui.status_line import StatusLine
from referatdesk.ui.widgets.toast import Toast

OpenArchive = Callable[[Path, bool], Workspace]
FLUSH_SECONDS = 5.0


class MainWindow(QMainWindow):
    """Shows one archive at a time. `open_workspace(path, make)` opens or makes an archive, or raises UserError."""

    def __init__(self, workspace: Workspace, preferences: Preferences, open_workspace: OpenArchive) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        theme.dress(self)
        self.preferences = preferences
        self._open_workspace = open_workspace
        self._ask = QtAsk(self)
        self._jobs = Jobs(self)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        preferences.changed.connect(self._settings_changed)
        self.resize(1240, 720)
        self._attach(workspace)
        if preferences.now.window:
            self.restoreGeometry(QByteArray(base64.b64decode(preferences.now.window)))

    def _attach(self, workspace: Workspace) -> None:
        """Builds everything anew around an archive, in the language in force."""
        self.desk = Desk(workspace, self.preferences, self._ask, self._jobs)
        self._build_menus()
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self._drop_pages()
        self.start = StartScreen(self.desk, self)
        self.view = MeetingView(self.desk, self)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.view)
        self.status.attach(self.desk, self.view)
        self.desk.watch(self.view, self._heard)
        self.start.opened.connect(self.open_meeting)
        self.start.wanted.connect(lambda action_id: self.actions_by_id[action_id].trigger())
        self.view.item_shown.connect(lambda _item: self._show_place())
        self.view.restore(self.preferences.now.splitters.get("panes", ""))
        self.view.set_text_size(self.preferences.now.text_size)
        self.show_start()

    def _build_menus(self) -> None:
        self.menuBar().clear()
        self.commands: dict[str, Commands] = {
            "meetings": MeetingCommands(self),
            "archives": ArchiveCommands(self),
            "window": WindowCommands(self),
            "history": HistoryCommands(self),
            "text": TextCommands(self),
            "items": ItemCommands(self),
            "people": PeopleCommands(self),
            "decisions": DecisionCommands(self),
            "view": ViewCommands(self),
        }
        self.actions_by_id = Actions(self._run, self)
        self.addActions(self.actions_by_id.all())
        menus = self.actions_by_id.fill(self.menuBar())
        self._recent = menus[Menu.FILE].addMenu(_("Re&cent archives"))
        menus[Menu.FILE].insertMenu(self.actions_by_id["window.settings"], self._recent)
        for menu in menus.values():
            menu.aboutToShow.connect(self._refresh_actions)

    def _drop_pages(self) -> None:
        while self._stack.count():
            page = self._stack.widget(0)
            self._stack.removeWidget(page)
            page.deleteLater()

    def _run(self, spec: ActionSpec) -> None:
        act: Callable[[], None] = getattr(self.commands[spec.subject], spec.method)
        self.desk.attempt(act)

    # What the commands and screens ask of the window

    def open_meeting(self, meeting_id: str, item_id: str | None = None) -> None:
        self.desk.attempt(lambda: self._open_meeting(meeting_id, item_id))

    def _open_meeting(self, meeting_id: str, item_id: str | None) -> None:
        self.desk.workspace.open_meeting(meeting_id)
        self._stack.setCurrentWidget(self.view)
        self.view.load(item_id)
        self._remember_place()
        self._refresh()
        self.view.item.focus_minutes()

    def return_to_work(self) -> None:
        """Opens the meeting and item where the work in this archive was left."""
        QTimer.singleShot(0, self, self.desk.workspace.prepare)
        left = self.preferences.now.left_at.get(str(self.desk.workspace.path))
        if left is None:
            return
        try:
            self._open_meeting(left.meeting, left.item)
        except UserError:
            self.show_start()

    def show_start(self) -> None:
        self._remember_place()
        self.desk.workspace.close_meeting()
        self._stack.setCurrentWidget(self.start)
        self.start.reload()
        self._refresh()
        self.start.focus_list()

    def open_archive(self, path: Path, make: bool = False) -> None:
        """Shows another archive in place of this one, which is left only when the other is open."""

        def act() -> None:
            if not self._leave():
                return
            opened = self._open_workspace(path, make)
            before = self.desk.workspace
            self._attach(opened)
            before.close()

        self.desk.attempt(act)

    def after_history(self) -> None:
        """A step was undone or redone: what is shown follows, and the start screen too."""
        if self.desk.workspace.meeting is None and self._stack.currentWidget() is self.view:
            self.show_start()
        elif self._stack.currentWidget() is self.view:
            self.view.load(self.view.item.item_id)
        self._refresh()

    def toast(self, words: str) -> None:
        Toast.show_in(self, words)

    # Leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave():
            event.ignore()
            return
        self._remember_window()
        self.desk.workspace.close()
        event.accept()

    def save_now(self) -> bool:
        """Everything typed goes to the disk; False where the disk does not take it."""
        self.desk.settle()
        return self.desk.workspace.flush(FLUSH_SECONDS)

    def _leave(self) -> bool:
        self._remember_place()
        if self.save_now():
            return True
        self.desk.ask.tell(UserError("archive.unsaved"))
        return False

    def _remember_place(self) -> None:
        workspace = getattr(self, "desk", None) and self.desk.workspace
        if workspace and workspace.meeting is not None:
            left = LeftAt(workspace.meeting.id, self.view.item.item_id or None)
            self.preferences.set(self.preferences.now.with_left_at(str(workspace.path), left))

    def _remember_window(self) -> None:
        now = self.preferences.now
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.preferences.set(replace(now, window=geometry, splitters={**now.splitters, "panes": self.view.state()}))

    # Keeping what is shown true

    def changeEvent(self, event: QEvent) -> None:
        """Another window in front is a good moment to have everything on the disk."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and hasattr(self, "desk"):
            self.desk.settle()
        super().changeEvent(event)

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied | MeetingOpened):
            QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        self._refresh_actions()
        self._show_place()
        self._show_title()

    def _refresh_actions(self) -> None:
        meeting = self.desk.workspace.meeting is not None
        editor = self.view.editor_in_focus() is not None
        item = meeting and bool(self.view.item.item_id)
        person = meeting and self.view.attendance.current is not None
        self.actions_by_id.enable(
            {Needs.MEETING: meeting, Needs.ITEM: item, Needs.EDITOR: meeting, Needs.PERSON: person}
        )
        for spec in self._checked_specs():
            action = self.actions_by_id[spec.id]
            action.setChecked(bool(item and (editor or spec.subject != "text") and self._is(spec)))
        history = self.commands["history"]
        assert isinstance(history, HistoryCommands)  # noqa: S101 - built above
        self.actions_by_id["history.undo"].setText(history.undo_name())
        self.actions_by_id["history.redo"].setText(history.redo_name())
        self._fill_recent()

    @staticmethod
    def _checked_specs() -> list[ActionSpec]:
        return [spec for spec in ACTIONS if spec.checks]

    def _is(self, spec: ActionSpec) -> bool:
        return bool(getattr(self.commands[spec.subject], spec.checks)())

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.preferences.now.recent_archives:
            action = self._recent.addAction(Path(path).name)
            action.setToolTip(path)
            action.triggered.connect(lambda _checked=False, chosen=path: self.open_archive(Path(chosen)))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _show_place(self) -> None:
        ids, current = self.view.agenda.item_ids, self.view.item.item_id
        if self.desk.workspace.meeting is None or current not in ids:
            self.status.show_place("")
            return
        place = _("Item {place} of {count}").format(place=ids.index(current) + 1, count=len(ids))
        self.status.show_place(place)

    def _show_title(self) -> None:
        meeting = self.desk.workspace.meeting
        parts = ["Referatdesk"]
        if meeting is not None:
            parts = [board_of(self.desk.workspace, meeting).name, day_words(meeting.date), *parts]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _settings_changed(self, before: Settings, now: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and (before.theme, before.text_size) != (now.theme, now.text_size):
            theme.apply(app, now.theme, now.text_size)
            self.view.set_text_size(now.text_size)
        if before.language is not now.language:
            catalogue.use(now.language)
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        """The same place in another language."""
        self.desk.settle()
        meeting, item_id = self.desk.workspace.meeting, self.view.item.item_id
        self._attach(self.desk.workspace)
        if meeting is not None:
            self.open_meeting(meeting.id, item_id)
