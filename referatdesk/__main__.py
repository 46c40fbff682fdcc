"""Where the program begins: the window, or a command without one.

Until the window is painted nothing is thrown away that collecting garbage could find; it would only delay the start.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from referatdesk.cli.given import Given


def has_screen() -> bool:
    """Without one, Qt would end the program with no word of why."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 done, 1 refused, 2 wrong usage."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415 - where the bundled program starts itself to read files

        freeze_support()
        from referatdesk.config import keyring_process  # noqa: PLC0415 - as above

        if sys.argv[1:] == [keyring_process.WORD]:
            return keyring_process.serve()
        from referatdesk.services.writing import spelling_process  # noqa: PLC0415 - as above

        if sys.argv[1:2] == [spelling_process.WORD]:
            return spelling_process.serve(sys.argv[2])
    gc.disable()
    from referatdesk.config.running import one_run  # noqa: PLC0415 - not for the process that reads files
    from referatdesk.services import reports  # noqa: PLC0415 - as above

    try:
        with one_run() as run, reports.written(run):
            return _carried_out(sys.argv[1:] if arguments is None else arguments)
    finally:
        gc.enable()


def _ask_for_key(given: Given) -> None:
    """The keyring looks for the key of a protected archive while the window is being made."""
    from referatdesk.config import kept_keys, places  # noqa: PLC0415 - commands ask when they open the archive

    path = given.archive
    if path is None and not given.example:
        from referatdesk.config.settings import SettingsFile  # noqa: PLC0415 - the keyring is slower than its import

        last = SettingsFile(places.settings_file()).load().last_archive
        path = Path(last) if last else None
    if path is not None:
        kept_keys.ask_early(path)


def _carried_out(arguments: list[str]) -> int:
    from referatdesk.cli import line  # noqa: PLC0415 - a command must not wait for the window's toolkit

    given = line.parse(arguments)
    if given.command:
        gc.enable()
        return line.carry_out(given)
    if not has_screen():
        sys.stderr.write("Her er ingen skærm at åbne vinduet på. Kommandoerne i referatdesk --help virker uden.\n")
        return line.REFUSED
    if given.phrase_file is not None and given.archive is not None:
        refused = line.carry_out(given)
        if refused:
            return refused
    _ask_for_key(given)
    from referatdesk import app  # noqa: PLC0415 - commands go without a window

    return app.run(app.Wish(given.archive, given.example))


if __name__ == "__main__":
    sys.exit(main())
