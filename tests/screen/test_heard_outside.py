"""The program as a screen reader has it: another process, over the bus of the desktop."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.screen.program import CALL, PATIENCE_S, ROOT, archive_with_old_minutes

pytestmark = pytest.mark.screen

SCRIPT = Path(__file__).with_name("heard_outside.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def outside_python():
    """A Python that can ask the bus; None where there is none."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        asks = [python, "-c", "from gi.repository import Gio"]
        if python and Path(python).exists() and subprocess.run(asks, capture_output=True, check=False).returncode == 0:
            return python
    return None


def lacking():
    if shutil.which("dbus-run-session") is None:
        return "no dbus-run-session"
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        return "no at-spi2"
    return "" if outside_python() else "no Python with GLib's bindings"


@pytest.fixture
def trees(tmp_path):
    """Role and name of everything in the list of meetings, and in the meeting opened from it."""
    if lacking():
        pytest.skip(lacking())
    archive = archive_with_old_minutes(tmp_path / "moeder.referatdesk")
    asked = ["dbus-run-session", "--", outside_python(), str(SCRIPT), *CALL, "--archive", str(archive)]
    done = subprocess.run(
        asked,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=3 * PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])  # the bus speaks too


def test_meetings_menus_text_agenda_and_people_are_heard(trees):
    start, meeting = trees
    assert any("Sundhedsråd Østfjord" in row and "2027" in row for row in named(start, "list item"))
    assert {"Filer", "Rediger", "Møde", "Hjælp"} <= {name.replace("&", "") for name in named(start, "menu item")}
    assert all(named(meeting, role) and all(named(meeting, role)) for role in ("text", "push button"))
    rows = " · ".join(named(meeting, "list item"))
    assert "Eventuelt" in rows
    assert "Merete Aaby" in rows


def named(tree, role):
    return [name for one, name in tree if one == role]
