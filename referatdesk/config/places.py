"""Where files lie: the only module that knows a source checkout from an installed wheel and from a frozen bundle.

`REFERATDESK_HOME` gathers everything that is written under one folder, for trials that must not touch the real one.
Nothing here makes a folder; who writes does.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APP_NAME = "Referatdesk"
ARCHIVE_SUFFIX = ".referatdesk"
HOME_VARIABLE = "REFERATDESK_HOME"

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _resources() -> Path:
    if getattr(sys, "frozen", False):
        return Path(str(getattr(sys, "_MEIPASS", _PACKAGE.parent))) / "resources"
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """A file that comes with the program, e.g. `resource("templates", "sagsfremstilling.docx")`."""
    return _resources().joinpath(*parts)


def _own_home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE)
    return Path(named) if named else None


def data_folder() -> Path:
    """Where archives lie unless the user says otherwise: never a folder that is synced or shared by default."""
    home = _own_home()
    if home is not None:
        return home / "data"
    from platformdirs import user_data_path  # noqa: PLC0415 - most starts name their archive and need no lookup

    return user_data_path(APP_NAME, appauthor=False, roaming=False)


def templates_folder() -> Path:
    """Where the Word files that the user adds as templates are kept."""
    return data_folder() / "skabeloner"


def settings_file() -> Path:
    home = _own_home()
    if home is not None:
        return home / "config" / "settings.json"
    from platformdirs import user_config_path  # noqa: PLC0415 - as in data_folder

    return user_config_path(APP_NAME, appauthor=False, roaming=False) / "settings.json"


def written_file() -> Path:
    """Where it is noted what was written to which place."""
    return data_folder() / "written.json"


def receipts_file() -> Path:
    """Where the receipts of published files are kept, by the hash of the file."""
    return data_folder() / "receipts.json"


def temporary_folder() -> Path:
    """Where runs of the program have their folders for what they write on their way."""
    return data_folder() / "temporary"


def log_folder() -> Path:
    home = _own_home()
    if home is not None:
        return home / "log"
    from platformdirs import user_log_path  # noqa: PLC0415 - as in data_folder

    return user_log_path(APP_NAME, appauthor=False)


def default_archive() -> Path:
    return data_folder() / f"referater{ARCHIVE_SUFFIX}"


def example_archive() -> Path:
    """The archive with the fictional example, kept apart from the user's own."""
    return data_folder() / f"eksempel{ARCHIVE_SUFFIX}"
