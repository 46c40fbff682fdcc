"""The program as its user starts it, on a screen of its own, with a home and a clock of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic

from tests.faults.home import ROOT
from tests.live.clock import Clock
from tests.live.screen import PATIENCE_S, Screen

TITLE = "Referatdesk"


class Program:
    def __init__(self, screen: Screen, clock: Clock, archive: Path, environment: dict[str, str]) -> None:
        self._screen = screen
        self._log = archive.with_name("said.txt")
        with self._log.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "referatdesk", "--archive", str(archive)],
                cwd=ROOT,
                env={**environment, **clock.environment(), "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"},
                stdout=out,
                stderr=out,
            )
        self.window = self._first_window()

    def _first_window(self) -> str:
        """It fills the screen and has the keys then, as a window manager would have it."""
        limit = monotonic() + PATIENCE_S
        while monotonic() < limit and self._process.poll() is None:
            if found := self.windows():
                self._screen.fill_with(found[0])
                return found[0]
        raise AssertionError(f"no window: {self.said()}")

    def windows(self) -> list[str]:
        search = ("search", "--all", "--onlyvisible", "--pid", str(self._process.pid), "--name", f"{TITLE}|.")
        return self._screen.xdotool(*search).split()

    def take_keys(self) -> None:
        """The newest window has the keys again, as a window manager would see to."""
        if found := self.windows():
            self._screen.xdotool("windowfocus", "--sync", max(found, key=int))

    def wait_to_be_asked(self) -> None:
        """Until there is a second window; it has the keys then."""
        limit = monotonic() + PATIENCE_S
        while len(self.windows()) < 2:
            if monotonic() > limit:
                raise AssertionError(f"nothing was asked: {self.said()}")
        self.take_keys()

    def ended(self) -> int:
        return self._process.wait(PATIENCE_S)

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def take_away(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
