"""A screen of its own with a Danish keyboard, and what stands on it as pictures."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QImage

SIZE = (1366, 768)
PATIENCE_S = 30
NEEDED = ("Xvfb", "setxkbmap", "xdotool")
_HEADER_WORDS = 25
"""Of an X window dump: 25 numbers, the title, and the colours before the picture itself."""
_COLOUR_BYTES = 12


def lacking() -> list[str]:
    """The programs that this machine does not have."""
    return [program for program in NEEDED if shutil.which(program) is None]


class Screen:
    """The server picks a display that is free, and takes it away with itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        reader, writer = os.pipe()
        width, height = SIZE
        size = ("-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder))
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *size, "-noreset", "-nolisten", "tcp"],
            pass_fds=(writer,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as told:
            self.display = f":{told.readline().strip()}"
        subprocess.run(["setxkbmap", "dk"], env=self.environment, check=True, timeout=PATIENCE_S)

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def xdotool(self, *arguments: str, patience: float = PATIENCE_S) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
        return done.stdout

    def fill_with(self, window: str) -> None:
        width, height = SIZE
        self.xdotool("windowmove", "--sync", window, "0", "0", "windowsize", "--sync", window, f"{width}", f"{height}")
        self.xdotool("windowfocus", "--sync", window)

    def picture(self, path: Path) -> None:
        """Out of the memory of the server: nothing on the screen notices."""
        content = (self._folder / "Xvfb_screen0").read_bytes()
        words = struct.unpack(f">{_HEADER_WORDS}I", content[: 4 * _HEADER_WORDS])
        head, width, height, line, colours = words[0], words[4], words[5], words[12], words[19]
        pixels = content[head + colours * _COLOUR_BYTES :]
        QImage(pixels, width, height, line, QImage.Format.Format_RGB32).save(str(path))

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()
