"""The program in a window of its own on a real screen, driven from outside like a secretary would: by its keys."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLD_MINUTES = ROOT / "resources" / "example" / "referat-2027-02-04.txt"
PATIENCE_S = 60
CALL = (sys.executable, "-m", "referatdesk")


def command(*arguments):
    """What a command without a window prints."""
    done = subprocess.run([*CALL, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    return done.stdout


def archive_with_old_minutes(path):
    command("import", str(OLD_MINUTES), "--archive", str(path))
    return path


def stored_text(path):
    """The archive's only meeting, as the program itself reads it back."""
    (meeting,) = json.loads(command("list", "--archive", str(path), "--json"))
    return command("dump", "--archive", str(path), "--meeting", meeting["id"])


class Program:
    def __init__(self, archive, log):
        self._log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [*CALL, "--archive", str(archive)],
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
                stdout=out,
                stderr=out,
            )

    def windows(self):
        """The visible windows of the program, by the numbers that the screen gives them."""
        found = _xdotool("search", "--all", "--onlyvisible", "--pid", str(self._process.pid), "--name", "Referatdesk|.")
        return found.split()

    def wait_for_window(self, known=()):
        """The first window beside those that are known; it has the keys then."""
        limit = time.monotonic() + PATIENCE_S
        while time.monotonic() < limit:
            assert self._process.poll() is None, f"ended without a window: {self.said()}"
            if new := [window for window in self.windows() if window not in known]:
                _xdotool("windowfocus", "--sync", new[0])
                return new[0]
        raise AssertionError(f"no window: {self.said()}")

    def wait_for_return(self, window):
        """Until this window is the only one again; it has the keys then."""
        self.wait_until_alone(window)
        _xdotool("windowfocus", "--sync", window)

    def wait_until_alone(self, window):
        limit = time.monotonic() + PATIENCE_S
        while self.windows() != [window]:
            assert time.monotonic() < limit, self.said()

    def open_the_decision(self):
        """From the list of meetings to the decision of the newest meeting's first item."""
        window = self.wait_for_window()
        self.press("Return")
        self.press("alt+3")
        return window

    def press(self, key):
        _xdotool("key", "--clearmodifiers", key)

    def type_text(self, text):
        _xdotool("type", "--delay", "12", text)

    def type_words(self, first, count):
        """Types numbered words; returns when each was typed, by word."""
        typed = {}
        for number in range(first, first + count):
            word = f"w{number:05d}"
            _xdotool("type", "--delay", "12", f"{word} ")
            typed[word] = time.monotonic()
        return typed

    def signal(self, number):
        self._process.send_signal(number)

    def is_living(self):
        return self._process.poll() is None

    def title(self, window):
        return _xdotool("getwindowname", window).strip()

    def ended(self):
        """Waits for the end; returns the exit code."""
        return self._process.wait(PATIENCE_S)

    def said(self):
        return self._log.read_text(encoding="utf-8", errors="replace")

    def take_away(self):
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()


def _xdotool(*arguments):
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    return done.stdout
