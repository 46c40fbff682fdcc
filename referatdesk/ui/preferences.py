"""The user's settings as the window has them: the values in force, and one way to change them."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from referatdesk.config.settings import Settings, SettingsFile

log = logging.getLogger(__name__)


class Preferences(QObject):
    """`changed` carries the settings before and after."""

    changed = Signal(object, object)

    def __init__(self, file: SettingsFile, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._settings = settings

    @property
    def now(self) -> Settings:
        return self._settings

    def set(self, settings: Settings) -> None:
        """Puts settings in force and on disk; a disk that refuses them costs only the memory of them."""
        if settings == self._settings:
            return
        before, self._settings = self._settings, settings
        try:
            self._file.save(settings)
        except OSError as error:
            log.info("settings not written: %s", type(error).__name__)
        self.changed.emit(before, settings)
