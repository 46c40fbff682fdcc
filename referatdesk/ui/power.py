"""Windows' word that the computer is about to sleep, runs low or ends the session: a last moment to save.

Elsewhere no such word comes without a connection to the system's bus. What is typed is on the disk within moments in
any case, and what stands in memory outlives a sleep.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray
from PySide6.QtWidgets import QApplication

WINDOWS_MESSAGE = b"windows_generic_MSG"
WM_QUERYENDSESSION, WM_ENDSESSION, WM_POWERBROADCAST = 0x11, 0x16, 0x218
PBT_APMSUSPEND, PBT_APMPOWERSTATUSCHANGE = 0x4, 0xA


EventType = QByteArray | bytes | bytearray | memoryview


def is_last_moment(message: int, detail: int) -> bool:
    """Whether Windows' message, with its first parameter, says that all should be on the disk now."""
    if message == WM_POWERBROADCAST:
        return detail in {PBT_APMSUSPEND, PBT_APMPOWERSTATUSCHANGE}
    return message == WM_QUERYENDSESSION or (message == WM_ENDSESSION and bool(detail))


class PowerFilter(QAbstractNativeEventFilter):
    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        self._save = save

    def nativeEventFilter(self, event_type: EventType, message: Any) -> tuple[bool, int]:
        if event_type == WINDOWS_MESSAGE and sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415 - only there

            told = wintypes.MSG.from_address(int(message))
            if is_last_moment(told.message, told.wParam):
                self._save()
        return False, 0


def listen(app: QApplication, save: Callable[[], object]) -> None:
    """Only where such words come: everywhere else the filter would cost something with every event."""
    if sys.platform == "win32":
        told = PowerFilter(save)
        app.installNativeEventFilter(told)
        app.aboutToQuit.connect(lambda: app.removeNativeEventFilter(told))  # which keeps it until then
