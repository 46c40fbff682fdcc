"""Keys taught in passing: in tool tips, and once, in a quiet line, after something was chosen by mouse three times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton

from referatdesk.i18n.catalogue import _
from referatdesk.ui.actions import keys_of
from referatdesk.ui.shortcuts.changing import SPECS
from referatdesk.ui.shortcuts.words import action_words, key_words
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from referatdesk.config.settings import Settings
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.meeting_view import MeetingView

ENOUGH = 3


def teach(window: MainWindow, action_id: str) -> None:
    """The action was chosen by mouse: the third time its key is told, and never again."""
    preferences = window.preferences
    now = preferences.now
    keys = keys_of(SPECS[action_id], now.changed_keys)
    before = now.taught_keys.get(action_id, 0)
    if not now.teach_keys or not keys or before >= ENOUGH:
        return
    preferences.set(replace(now, taught_keys={**now.taught_keys, action_id: before + 1}))
    if before + 1 == ENOUGH:
        words = _("{action}: {key}").format(action=action_words(SPECS[action_id]), key=key_words(keys[:1]))
        window.status.show_hint(words)
        announce(window.status, words)


def taught_buttons(view: MeetingView) -> Mapping[QAbstractButton, str]:
    """The buttons of the meeting that do what an action does."""
    chips = [one for one in view.item.decision.focusable() if isinstance(one, Chip)]
    line, course = view.item.follow_up, view.course
    return {
        **{chip: f"decisions.outcome_{number}" for number, chip in enumerate(chips, 1)},
        view.attendance.all_present: "people.all_present",
        line.accept_button: "follow_ups.accept",
        line.dismiss_button: "follow_ups.dismiss",
        line.list_button: "follow_ups.overview",
        course.go_on: "course.go_on",
        course.back: "course.back",
        course.write: "course.note",
        course.pause: "course.pause",
    }


class TaughtButtons(QObject):
    """Their tool tips name the key in force, and the mouse on them counts as a choice by mouse."""

    def __init__(self, window: MainWindow, view: MeetingView) -> None:
        super().__init__(view)
        self._window = window
        self._buttons = dict(taught_buttons(view))
        self._words = {button: button.toolTip() or button.text().replace("&", "") for button in self._buttons}
        self._pressed: QObject | None = None
        for button, action_id in self._buttons.items():
            button.installEventFilter(self)
            button.clicked.connect(partial(self._clicked, button, action_id))
        window.preferences.changed.connect(self._settings_changed)
        self._name_keys()

    def _name_keys(self) -> None:
        for button, action_id in self._buttons.items():
            spec = SPECS[action_id]
            keys = keys_of(spec, self._window.preferences.now.changed_keys)
            words = self._words[button]
            button.setToolTip(f"{words} ({key_words(keys)})" if keys else words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._pressed = watched if event.type() == QEvent.Type.MouseButtonRelease else None
        return super().eventFilter(watched, event)

    def _clicked(self, button: QAbstractButton, action_id: str, _checked: bool = False) -> None:
        if self._pressed is button:
            self._pressed = None
            teach(self._window, action_id)

    def _settings_changed(self, before: Settings, now: Settings) -> None:
        if before.changed_keys != now.changed_keys:
            self._name_keys()
