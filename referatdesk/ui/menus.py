"""Turns the table of actions into menus, keys, ticks and grey states, and runs what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from referatdesk.config.settings import Settings
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.course import NOT_YET
from referatdesk.i18n.catalogue import _
from referatdesk.ui.action_specs import MENU_NAMES, ActionSpec, Menu, Needs
from referatdesk.ui.actions import ACTIONS, keys_of, may_change, of_menu
from referatdesk.ui.commands import CommandTable
from referatdesk.ui.icons import icon
from referatdesk.ui.widgets.controls import without_letter

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.richtext.editor import RichTextEdit
    from referatdesk.ui.writing.text_menu import TextMenus


_OF_A_TEXT = ("history.undo", "history.redo", "writing.suggest")


class Actions(QObject):
    """One QAction for each row of the table. `run` is called with the row that was chosen."""

    def __init__(self, run: Callable[[ActionSpec], None], parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(_(spec.text), self)
            action.setCheckable(bool(spec.checks))
            action.triggered.connect(lambda _checked=False, chosen=spec: run(chosen))
            self._actions[spec.id] = action

    def set_keys(self, changed: Mapping[str, tuple[str, ...]]) -> None:
        """Puts keys in force: the table's, but for what the user has changed."""
        for spec in ACTIONS:
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys_of(spec, changed)])

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def fill(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        menus = {}
        for menu, name in MENU_NAMES.items():
            menus[menu] = bar.addMenu(_(name))
            for spec in of_menu(menu):
                if spec.gap:
                    menus[menu].addSeparator()
                menus[menu].addAction(self._actions[spec.id])
            menus[menu].aboutToShow.connect(partial(self._draw_icons, menu))
        return menus

    def _draw_icons(self, menu: Menu) -> None:
        """A menu's icons are read when it is first opened: the first window does not wait for them."""
        for spec in of_menu(menu):
            action = self._actions[spec.id]
            if spec.icon and action.icon().isNull():
                action.setIcon(icon(spec.icon))

    def enable(self, there: Mapping[Needs, bool]) -> None:
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.needs is Needs.NOTHING or there.get(spec.needs, False))


class Menus(QObject):
    """The menu bar of a window, for as long as it shows one archive in one language; takes the place of an earlier."""

    def __init__(self, window: MainWindow) -> None:
        for old in window.findChildren(Menus):
            old.deleteLater()
        window.menuBar().clear()
        super().__init__(window)
        self._window = window
        self.commands = CommandTable(window)
        self.actions_by_id = Actions(self._run, self)
        self.actions_by_id.set_keys(window.preferences.now.changed_keys)
        window.preferences.changed.connect(self._settings_changed)
        self._by_mouse: QAction | None = None
        self._text_menus: TextMenus | None = None
        window.addActions(self.actions_by_id.all())
        menus = self.actions_by_id.fill(window.menuBar())
        self._recent = QMenu(_("Re&cent archives"), menus[Menu.FILE])
        menus[Menu.FILE].insertMenu(self.actions_by_id["window.settings"], self._recent)
        for menu in menus.values():
            menu.aboutToShow.connect(self._about_to_show)
            menu.installEventFilter(self)

    def _run(self, spec: ActionSpec) -> None:
        desk = self._window.desk
        if may_change(spec) and desk.workspace.is_view:
            desk.refuse()
        else:
            desk.attempt(self.commands.method(spec.subject, spec.method))
        if self._by_mouse is self.actions_by_id[spec.id]:
            self._by_mouse = None
            self._teach(spec.id)

    def _teach(self, action_id: str) -> None:
        from referatdesk.ui.shortcuts.teaching import teach  # noqa: PLC0415 - only once something was chosen by mouse

        teach(self._window, action_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes which row of a menu the mouse chooses, right before it is run."""
        if isinstance(watched, QMenu) and isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            self._by_mouse = watched.actionAt(event.position().toPoint()) if released else None
        return super().eventFilter(watched, event)

    def _settings_changed(self, before: Settings, now: Settings) -> None:
        if before.changed_keys != now.changed_keys:
            self.actions_by_id.set_keys(now.changed_keys)

    def refresh(self) -> None:
        """What is of no use where one is is grey."""
        opened = self._window.desk.workspace.meeting
        meeting = opened is not None
        view = self._window.built_view
        self.actions_by_id.enable(
            {
                Needs.MEETING: meeting,
                Needs.ITEM: meeting and view is not None and bool(view.item.item_id),
                Needs.EDITOR: meeting,
                Needs.PERSON: meeting,
                Needs.NOT_BEGUN: opened is not None and opened.status in NOT_YET,
                Needs.SITS: opened is not None and opened.status is MeetingStatus.IN_SESSION,
            }
        )

    def _about_to_show(self) -> None:
        self._window.refresh()
        for spec in ACTIONS:
            if spec.checks:
                ticked = self._window.shows_meeting and self.commands.method(spec.subject, spec.checks)()
                self.actions_by_id[spec.id].setChecked(bool(ticked))
        self._name_steps()
        self._list_recent()

    def _name_steps(self) -> None:
        self.actions_by_id["history.undo"].setText(self.commands.method("history", "undo_name")())
        self.actions_by_id["history.redo"].setText(self.commands.method("history", "redo_name")())

    def open_text_menu(self, editor: RichTextEdit, place: QPoint) -> None:
        """What can be done in a text of the meeting, at a place in it."""
        if self._text_menus is None:
            from referatdesk.ui.writing.text_menu import TextMenus  # noqa: PLC0415 - when first asked for

            desk, speller = self._window.desk, self._window.view.writing.speller
            undo, redo, suggest = (self.actions_by_id[name] for name in _OF_A_TEXT)
            self._text_menus = TextMenus(desk, speller, [undo, redo], suggest)
        self._name_steps()
        self._text_menus.open_at(editor, place)

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._window.preferences.now.recent_archives:
            action = self._recent.addAction(without_letter(Path(path).name))
            action.setToolTip(path)
            action.triggered.connect(lambda _checked=False, chosen=path: self._window.archives.open(Path(chosen)))
        self._recent.setEnabled(not self._recent.isEmpty())
