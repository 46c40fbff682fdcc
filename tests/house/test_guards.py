"""The guards of tests/conftest.py, tried on tests that misbehave."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

MISBEHAVING = """
import logging
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

kept = []


def test_writes_a_warning():
    logging.getLogger("referatdesk").warning("stray")


def test_expects_a_warning(caplog):
    logging.getLogger("referatdesk").warning("looked at")
    caplog.clear()


def test_leaves_a_thread():
    gate = threading.Event()
    kept.append(gate)
    threading.Thread(target=gate.wait, args=(4,), name="stray").start()


def test_leaves_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)


def test_stops_its_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()


def test_leaves_a_window(qapp):
    kept.append(QWidget())
    kept[-1].show()


def test_hands_its_window_over(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()


def test_lives_in_a_home_of_its_own(tmp_path):
    assert Path.home() != Path("REAL_HOME")


def test_raises_in_a_slot(qtbot):
    thing = QObject()
    thing.objectNameChanged.connect(lambda name: 1 / 0)
    thing.setObjectName("x")
"""


def test_what_a_test_leaves_behind_fails_that_test_and_no_other(tmp_path):
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_it.py").write_text(MISBEHAVING.replace("REAL_HOME", str(Path.home())), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "--tb=no", str(tmp_path / "test_it.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    told = {line.split("::")[1].split()[0] for line in done.stdout.splitlines() if line.startswith(("ERROR", "FAILED"))}
    assert told == {
        "test_writes_a_warning",
        "test_leaves_a_thread",
        "test_leaves_a_timer",
        "test_leaves_a_window",
        "test_raises_in_a_slot",
    }, done.stdout + done.stderr
