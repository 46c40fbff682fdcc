"""What the user has chosen and where the work was left, kept as one small JSON file with a version number.

The file is written beside and then replaced. One that cannot be read is set aside under another name and the program
starts with its defaults: settings are never a reason not to open.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec.structs import replace

KEPT_ARCHIVES = 10
KEPT_DISMISSALS = 500
SMALLEST_TEXT, LARGEST_TEXT = 9, 32

Fields = dict[str, Any]
Upgrade = Callable[[Fields], Fields]

UPGRADES: Mapping[int, Upgrade] = {}
"""By version: what turns a file of that version into one of the next. A step is written once and never changed."""


class Language(StrEnum):
    DANISH = "da"
    ENGLISH = "en"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class LeftAt(msgspec.Struct, frozen=True):
    """Where the work in one archive was left: ids of the meeting and, within it, the item."""

    meeting: str
    item: str | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`text_size` is in points; `recent_archives` are paths, newest first; `left_at` is kept by archive path.

    Of the archives in `quiet_places`, by path, it is not said any more that they lie where they should not. By their
    `archive_ids`, kept by path, archives are known again elsewhere.

    `changed_keys` are the shortcuts that are not those of the program, by action; none are an empty tuple.
    `taught_keys` counts, by action, how often it was chosen by mouse, until its key was taught.

    `dismissed_follow_ups` are fingerprints of what was proposed and not kept, the newest last: no word of a meeting.

    `second_place` is a folder that gets the newest copy of each archive too, or empty.
    `window` and the values of `splitters` (by the splitter's name) are the window toolkit's own state as base64 text.
    """

    language: Language = Language.DANISH
    theme: Theme = Theme.SYSTEM
    text_size: Annotated[int, msgspec.Meta(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 12
    recent_archives: tuple[str, ...] = ()
    last_archive: str | None = None
    left_at: Mapping[str, LeftAt] = msgspec.field(default_factory=dict)
    quiet_places: tuple[str, ...] = ()
    archive_ids: Mapping[str, str] = msgspec.field(default_factory=dict)
    dismissed_follow_ups: tuple[str, ...] = ()
    second_place: str = ""
    spell_check: bool = True
    changed_keys: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    teach_keys: bool = True
    taught_keys: Mapping[str, int] = msgspec.field(default_factory=dict)
    window: str = ""
    splitters: Mapping[str, str] = msgspec.field(default_factory=dict)

    def with_text_size(self, points: int) -> Settings:
        return replace(self, text_size=min(max(points, SMALLEST_TEXT), LARGEST_TEXT))

    def with_archive(self, path: str, archive_id: str = "") -> Settings:
        """The archive is now the open one, and first among the recent ones."""
        recent = (path, *(other for other in self.recent_archives if other != path))[:KEPT_ARCHIVES]
        left_at = {archive: left for archive, left in self.left_at.items() if archive in recent}
        ids = {archive: known for archive, known in self.archive_ids.items() if archive in recent}
        if archive_id:
            ids[path] = archive_id
        return replace(self, last_archive=path, recent_archives=recent, left_at=left_at, archive_ids=ids)

    def with_moved_archive(self, before: str, now: str) -> Settings:
        """What is kept of the archive is kept under its new path."""
        recent = tuple(path for path in self.recent_archives if path != before)
        left_at = {now if archive == before else archive: left for archive, left in self.left_at.items()}
        return replace(self, recent_archives=recent, left_at=left_at).with_archive(now)

    def with_quiet_place(self, archive: str) -> Settings:
        return replace(self, quiet_places=(*self.quiet_places, archive)[-KEPT_ARCHIVES:])

    def with_dismissed_follow_up(self, fingerprint: str) -> Settings:
        others = tuple(one for one in self.dismissed_follow_ups if one != fingerprint)
        return replace(self, dismissed_follow_ups=(*others, fingerprint)[-KEPT_DISMISSALS:])

    def with_left_at(self, archive: str, left: LeftAt) -> Settings:
        return replace(self, left_at={**self.left_at, archive: left})


class NewerSettingsError(Exception):
    """The file was written by a later version of the program."""


def upgraded(fields: Fields, steps: Mapping[int, Upgrade]) -> Fields:
    """The fields in today's form, whichever version wrote them."""
    today = len(steps) + 1
    version = fields.pop("version", None)
    if not isinstance(version, int) or version < 1:
        raise ValueError("no version")
    if version > today:
        raise NewerSettingsError
    for number in range(version, today):
        fields = steps[number](fields)
    return fields


def _sound(settings: Settings) -> Settings:
    """Without what the window's toolkit could not take; raises ValueError for text that is no base64."""
    for state in (settings.window, *settings.splitters.values()):
        base64.b64decode(state, validate=True)
    return settings


class SettingsFile:
    """The settings on disk; there is one such file per user."""

    def __init__(self, path: Path, steps: Mapping[int, Upgrade] = UPGRADES) -> None:
        self._path = path
        self._steps = steps

    def load(self) -> Settings:
        try:
            written = self._path.read_bytes()
        except OSError:
            return Settings()
        try:
            return _sound(msgspec.convert(upgraded(msgspec.json.decode(written, type=Fields), self._steps), Settings))
        except NewerSettingsError:
            self._set_aside("newer")
        except (msgspec.MsgspecError, ValueError, LookupError, TypeError, RecursionError):
            self._set_aside("broken")
        return Settings()

    def save(self, settings: Settings) -> None:
        """Raises OSError where the file cannot be written; the old one then still stands."""
        fields = {"version": len(self._steps) + 1, **msgspec.to_builtins(settings)}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        with beside.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)

    def _set_aside(self, why: str) -> None:
        try:
            self._path.replace(self._path.with_suffix(f".{why}.json"))
        except OSError:
            return  # read-only: it stays where it is, and is not read
