"""Turns the table of actions into menus, keys and grey states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from referatdesk.i18n.catalogue import _
from referatdesk.ui.actions import ACTIONS, MENU_NAMES, ActionSpec, Menu, Needs, of_menu
from referatdesk.ui.icons import icon


class Actions(QObject):
    """One QAction for each row of the table. `run` is called with the row that was chosen."""

    def __init__(self, run: Callable[[ActionSpec], None], parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(_(spec.text), self)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setCheckable(bool(spec.checks))
            action.triggered.connect(lambda _checked=False, chosen=spec: run(chosen))
            self._actions[spec.id] = action

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
