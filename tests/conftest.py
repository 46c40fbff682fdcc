"""What holds for every test: nothing touches the real home, one locale and time zone, and nothing is left behind."""

import locale
import logging
import os
import shutil
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", TZ="Europe/Copenhagen", QT_ACCESSIBILITY="1")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # never the keyring of who runs them

import hypothesis
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from referatdesk.i18n import catalogue

PATIENCE_MS = 2_000

# Every run tries the same cases, so a failure is of what changed; `--hypothesis-profile=searching` tries new ones.
for name, is_the_same in (("referatdesk", True), ("searching", False)):
    hypothesis.settings.register_profile(name, derandomize=is_the_same, database=None, deadline=None, print_blob=True)
hypothesis.settings.load_profile("referatdesk")


VALIDATOR = (
    Path(__file__).resolve().parent.parent / "packaging" / "validator" / "node_modules" / ".bin" / "ooxml-validator"
)


def _lacking() -> dict[str, str]:
    """By marker: what this machine lacks for such tests."""
    lacking = {}
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        lacking["screen"] = "no screen"
    if shutil.which("soffice") is None:
        lacking["office"] = "no LibreOffice"
    if not VALIDATOR.exists():
        lacking["validator"] = "no validator"
    return lacking


def pytest_collection_modifyitems(items):
    """Slow tests are skipped where they cannot run, unless all were asked for: then they fail."""
    if os.environ.get("REFERATDESK_TESTS") == "complete":
        return
    for marker, reason in _lacking().items():
        skip = pytest.mark.skip(reason=f"{reason} here: packaging/dev.py test brings one")
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(skip)


@pytest.fixture(autouse=True, scope="session")
def _one_locale_and_time_zone():
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    if hasattr(time, "tzset"):
        time.tzset()
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path_factory, monkeypatch):
    home: Path = tmp_path_factory.mktemp("home")
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("REFERATDESK_HOME", str(home / "referatdesk"))


@pytest.fixture(autouse=True)
def _english_unless_said():
    catalogue.use("en")
    yield
    catalogue.use("en")


@pytest.fixture(autouse=True)
def _no_stray_log_records(caplog):
    """A test that expects a warning looks at it and then calls `caplog.clear()`."""
    yield
    stray = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not stray, "stray log records: " + "; ".join(f"{record.name}: {record.getMessage()}" for record in stray)


@pytest.fixture(autouse=True)
def _no_thread_left_over():
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in started:
        thread.join(PATIENCE_MS / 1000)
    assert not [thread.name for thread in started if thread.is_alive()]
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS), "jobs still run in the thread pool"


@pytest.fixture(autouse=True)
def _no_timer_or_window_left_over(monkeypatch):
    """Windows given to qtbot are closed before this looks; a hidden one that nobody deleted counts as left over."""
    started: list[QTimer] = []
    start = QTimer.start

    def start_and_note(timer, *args):
        started.append(timer)
        start(timer, *args)

    monkeypatch.setattr(QTimer, "start", start_and_note)
    yield
    if not isinstance(QCoreApplication.instance(), QApplication):
        return
    _let_go()
    windows = [widget for widget in QApplication.topLevelWidgets() if type(widget).__name__ not in QTS_OWN]
    names = [f"{type(widget).__name__} {widget.objectName()!r} {widget.windowTitle()!r}" for widget in windows]
    for widget in windows:
        shiboken6.delete(widget)
    running = [timer for timer in started if shiboken6.isValid(timer) and timer.isActive()]
    for timer in running:
        timer.stop()
    assert not names, f"windows left over: {names}"
    assert not running, f"timers left running, of {[type(timer.parent()).__name__ for timer in running]}"


QTS_OWN = frozenset({"QTipLabel", "QComboBoxPrivateContainer"})


def _let_go() -> None:
    """Lets Qt do what it was asked to do later."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
