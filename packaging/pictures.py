"""Pictures of the running window: those of the README, and with `--all` every screen in each theme, size and scale.

    python3 packaging/dev.py pictures [--all FOLDER]

A scale can only be chosen before Qt starts, so each is taken by a process of its own.
"""

# ruff: noqa: PLC0415 - Qt reads the scale when it is imported

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
README_FOLDER = ROOT / "packaging" / "pictures"
SIZES = ((1366, 768), (1920, 1080), (911, 512))
SCALES = ("1", "1.5")
THEMES = ("light", "dark", "contrast")
IN_THE_README = ("start-light", "meeting-light", "meeting-dark")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    parser.add_argument("--take", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.take:
        take(Path(given.take[0]), given.take[1] == "all")
        return 0
    for scale in SCALES if given.all else SCALES[:1]:
        folder = given.all / scale if given.all else README_FOLDER
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        what = "all" if given.all else "readme"
        subprocess.run([sys.executable, __file__, "--take", str(folder), what], env=environment, check=True)
    return 0


def take(folder: Path, everything: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        os.environ["REFERATDESK_HOME"] = home
        sys.path.insert(0, str(ROOT))
        for name, picture in pictures(everything):
            if not everything and name not in IN_THE_README:
                continue
            picture().save(str(folder / f"{name}.png"))
            print(folder / f"{name}.png")


def pictures(everything: bool) -> Iterator[tuple[str, Callable[[], object]]]:  # noqa: C901 - one walk through it all
    from msgspec.structs import replace
    from PySide6.QtWidgets import QApplication

    from referatdesk import app as program
    from referatdesk.config import places
    from referatdesk.config.settings import Settings, SettingsFile, Theme
    from referatdesk.i18n import catalogue
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.opening import Opening
    from referatdesk.ui.preferences import Preferences

    catalogue.use("da")
    app = program.application(Settings(theme=Theme.LIGHT))
    QApplication.setCursorFlashTime(0)
    preferences = Preferences(SettingsFile(places.settings_file()), Settings(theme=Theme.LIGHT))
    opening = Opening(preferences, program.Post())
    workspace = opening.first(None, example=True)
    if workspace is None:
        raise SystemExit("the example could not be opened")
    window = MainWindow(workspace, preferences, opening.open)
    window.show()

    def settled() -> None:
        for _round in range(6):
            app.processEvents()

    def grab() -> object:
        settled()
        return window.grab()

    def fill(theme: str, size: tuple[int, int]) -> None:
        preferences.set(replace(preferences.now, theme=Theme(theme)))
        window.resize(*size)

    meetings = workspace.meeting_rows()
    window.open_meeting(meetings[0].id)
    for action in ("people.all_present", "course.go_on", "course.go_on"):
        window.actions_by_id[action].trigger()
    for theme in THEMES if everything else ("light", "dark"):
        for size in SIZES if everything else SIZES[:1]:
            fill(theme, size)
            tag = f"{theme}-{size[0]}x{size[1]}" if everything else theme
            window.show_start()
            yield f"start-{tag}", grab
            window.open_meeting(meetings[0].id)
            yield f"meeting-{tag}", grab
            for chip in window.view.item.case.chips()[:2]:
                chip.setChecked(True)
            yield f"case-{tag}", grab
            for chip in window.view.item.case.chips()[:2]:
                chip.setChecked(False)
    if everything:
        yield from dialogs(window, settled)
    window.close()


def dialogs(window: object, settled: Callable[[], None]) -> Iterator[tuple[str, Callable[[], object]]]:
    from PySide6.QtWidgets import QApplication, QDialog

    for action in (
        "meetings.new",
        "meetings.head",
        "meetings.board",
        "meetings.export",
        "window.settings",
        "window.keys",
    ):
        window.actions_by_id[action].trigger()
        settled()
        shown = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
        ]
        for dialog in shown:
            yield f"dialog-{action}", dialog.grab
            dialog.close()
            settled()


if __name__ == "__main__":
    sys.exit(main())
