"""Puts the pieces together, once: settings, language, archive, window."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable
from pathlib import Path

import msgspec
import shiboken6
from PySide6.QtCore import QEventLoop, QLibraryInfo, QLocale, QObject, QSocketNotifier, Qt, QTranslator, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from referatdesk.config import places
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.i18n import catalogue
from referatdesk.ui import theme
from referatdesk.ui.main_window import MainWindow
from referatdesk.ui.opening import Opening
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.traces import leave_none
from referatdesk.ui.trouble import catch_mistakes
from referatdesk.ui.warm_up import warm_up
from referatdesk.ui.wishes import WishListener, come_forward

KEYS_ON_THEIR_WAY_MS = 500


class Wish(msgspec.Struct, frozen=True):
    """What the command line asked the window to show: an archive by name, or the fictional example."""

    archive: Path | None = None
    example: bool = False


class Post(QObject):
    """Hands calls from the storage thread to the thread of the window."""

    _sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sent.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        self._sent.emit(call)


def run(wish: Wish) -> int:
    """Opens the window and stays until it is closed. Returns the exit code."""
    file = SettingsFile(places.settings_file())
    settings = file.load()
    catalogue.use(settings.language)
    leave_none()
    app = application(settings)
    catch_mistakes()
    preferences = Preferences(file, settings, app)
    post = Post()
    opening = Opening(preferences, post)
    workspace = opening.first(wish.archive, wish.example)
    if workspace is None:
        return 0 if opening.shown_elsewhere else 1
    window = MainWindow(workspace, preferences, opening.open)
    leave_in_order(app, window)
    listener = WishListener(app)
    listener.wished.connect(lambda token: come_forward(window, token))
    window.archive_shown.connect(listener.listen)
    window.leaving.connect(listener.stop)
    window.painted.connect(lambda: go_on(window, listener))
    window.show()
    code = app.exec()
    window.desk.workspace.close()
    shiboken6.delete(window)  # before the application, which Python would otherwise let go of first
    return code


def go_on(window: MainWindow, listener: WishListener) -> None:
    """What the first paint did not wait for."""
    from referatdesk.ui.place_notice import PlaceNotice  # noqa: PLC0415 - as it says

    gc.freeze()
    gc.enable()
    listener.listen(window.desk.workspace.path)
    window.return_to_work()
    window.desk.workspace.prepare()
    place = PlaceNotice(window)
    window.archive_shown.connect(place.look)
    place.look()
    warm_up()


def application(settings: Settings) -> QApplication:
    app = QApplication(["referatdesk"])
    app.setApplicationName("Referatdesk")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("referatdesk")
    QLocale.setDefault(QLocale(settings.language.value))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{settings.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    theme.apply(app, settings.theme, settings.text_size)
    return app


def leave_in_order(app: QApplication, window: MainWindow) -> None:
    """The end of a session, a request to end and Ctrl+C in a terminal all put what was typed on the disk first."""

    def session_ends(session: QSessionManager) -> None:
        take_in_keys(app)
        window.trouble.end_session(session)

    def state_changed(state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            window.desk.settle()

    app.commitDataRequest.connect(session_ends)
    app.applicationStateChanged.connect(state_changed)
    if os.name != "posix":
        from referatdesk.ui import power  # noqa: PLC0415 - only there come such words

        power.listen(app, window.save_now)
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, app)

    def asked_to_leave() -> None:
        os.read(reader, 16)
        take_in_keys(app)
        if window.close():
            app.quit()

    notifier.activated.connect(asked_to_leave)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_got: None)


def take_in_keys(app: QApplication) -> None:
    """Keys pressed before the request to end are still on their way into the text where the machine is busy."""
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, KEYS_ON_THEIR_WAY_MS)
