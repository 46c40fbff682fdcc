"""What keeps an open archive safe beside saving: copies before what is dangerous, a second place, the weekly check.

All of it happens aside; what is told comes through `hear`, on any thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from referatdesk.services.archive.events import FlawsFound, OfCopies, OtherPhrase, SecondCopy
from referatdesk.services.archive.unlocking import key_of_salt
from referatdesk.storage import backups
from referatdesk.storage.backups import Reason
from referatdesk.storage.codec import SyntaxFault, from_json, to_json
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.second_place import FOLDER as SECOND_FOLDER
from referatdesk.storage.second_place import SecondPlace
from referatdesk.storage.store import Store

if TYPE_CHECKING:
    from referatdesk.storage.full_check import FullCheck

__all__ = [
    "Checked",
    "CopyFailed",
    "Keeping",
    "Reason",
    "copy_now",
    "is_due",
]

DAYS = 7
COPIES = 25
"""So many copies after the last full check it is made anew, if the clock does not say that a week has passed."""


CopyFailed = str | None
"""Why there is no copy, as in SaveFailed; None where there is one."""


class Checked(msgspec.Struct, frozen=True):
    """When the last full check was made: the day by the clock, and how many copies have been proven since."""

    day: date
    copies: int = 0


def is_due(last: Checked | None, today: date) -> bool:
    """A clock that is wrong makes a check come early, and never keeps it from coming."""
    return last is None or abs((today - last.day).days) >= DAYS or last.copies >= COPIES


class Keeping:
    """Of one open archive."""

    def __init__(self, folder: Path, hear: Callable[[OfCopies], None]) -> None:
        self._folder = folder
        self._hear = hear
        self._store: Store | None = None
        self._second: SecondPlace | None = None
        self._place: Path | None = None
        self._check: FullCheck | None = None
        self._checking: threading.Thread | None = None
        self._guard = threading.Lock()
        self._newest: Callable[[], int] = lambda: 0
        self._proven: tuple[Path, int] | None = None

    def begin(self, store: Store, newest: Callable[[], int]) -> None:
        """`newest` is the number of the newest act in force."""
        self._newest = newest
        self._second = SecondPlace(
            self._folder, store.path, store.archive_id, self._tell_second, store.key, key_of_salt
        )
        self._store = store
        if self._proven is not None:
            self.heard_proven(*self._proven)

    @property
    def archive(self) -> Store:
        """The open archive; raises LookupError where one is only looked at."""
        if self._store is None:
            raise LookupError
        return self._store

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return self._folder

    @property
    def folders(self) -> tuple[Path, ...]:
        """All in which copies lie: the own one, and that of a second place which is there."""
        second = None if self._place is None else self._place / SECOND_FOLDER
        return (self._folder,) if second is None or not second.is_dir() else (self._folder, second)

    @property
    def absent_place(self) -> Path | None:
        """A second place that is chosen, and whose copies cannot be reached now."""
        return None if self._place is None or (self._place / SECOND_FOLDER).is_dir() else self._place

    @property
    def newest_seq(self) -> int:
        """The number of the newest act in force."""
        return self._newest()

    @property
    def is_copied(self) -> bool:
        """Whether a proven copy holds all that is in force."""
        return self._proven is not None and self._proven[1] == self._newest()

    def use_second_place(self, place: Path | None) -> None:
        if self._second is not None and place != self._place:
            self._place = place
            self._second.use(place)

    def back_up(self, reason: Reason, told: Callable[[CopyFailed], None]) -> None:
        """Has a proven copy made; `told` is called once, on any thread."""

        def tell(fault: Fault | None) -> None:
            told(None if fault is None else f"archive.{fault.value}")

        store = self._store
        if store is None:
            tell(Fault.IO)
        else:
            store.back_up(reason, tell)

    def heard_left(self, count: int) -> None:
        """The store found copies of another key, and nobody has it."""
        self._hear(OtherPhrase(count))

    def heard_proven(self, copy: Path, seq: int) -> None:
        """The store has a new proven copy."""
        if self._proven is None and self._store is not None:
            with suppress(OSError):
                backups.drop_left_over(self._store.path)
        self._proven = copy, seq
        if self._second is not None:
            self._second.renew()
        with self._guard:
            if self._checking is None and self._store is not None:
                last = self._last_check()
                if is_due(last, _today()):
                    self._begin_check(copy)
                elif last is not None:
                    self._remember(replace(last, copies=last.copies + 1))

    def _begin_check(self, copy: Path) -> None:
        from referatdesk.storage.full_check import FullCheck  # noqa: PLC0415 - once a week, and never before the window

        self._check = FullCheck(copy, self._store.key if self._store is not None else None)
        self._checking = threading.Thread(target=self._make_check, args=(self._check,), name="full-check", daemon=True)
        self._checking.start()

    def _make_check(self, check: FullCheck) -> None:
        from referatdesk.storage.full_check import Flaw, Interrupted  # noqa: PLC0415 - as in _begin_check

        try:
            flaws = tuple(check.flaws())
        except Interrupted:
            return
        except StorageError as error:
            if error.fault is not Fault.DAMAGED:
                return
            flaws = (Flaw("pages"),)
        if flaws:
            self._hear(FlawsFound(flaws))
        else:
            self._remember(Checked(_today()))

    def close(self) -> None:
        """Ends what goes on; a second place that does not answer is not waited for."""
        if self._second is not None:
            self._second.close()
        with self._guard:
            self._store = None
        if self._check is not None:
            self._check.interrupt()
        if self._checking is not None:
            self._checking.join()

    def _tell_second(self, fault: Fault | None) -> None:
        self._hear(SecondCopy(None if fault is None else f"archive.{fault.value}"))

    @property
    def _memory(self) -> Path | None:
        store = self._store
        return None if store is None else self._folder / f"{store.path.stem}-{backups.short(store.archive_id)}.check"

    def _last_check(self) -> Checked | None:
        try:
            return from_json(self._memory.read_bytes(), Checked) if self._memory is not None else None
        except (OSError, SyntaxFault):
            return None

    def _remember(self, checked: Checked) -> None:
        memory = self._memory
        if memory is not None:
            with suppress(OSError):
                beside = memory.with_suffix(".check.new")
                beside.write_bytes(to_json(checked))
                beside.replace(memory)


def copy_now(keeping: Keeping, reason: Reason) -> CopyFailed:
    """Has a proven copy made and waits for it; for where nobody waits for a window."""
    heard: list[CopyFailed] = []
    is_told = threading.Event()

    def hear(failed: CopyFailed) -> None:
        heard.append(failed)
        is_told.set()

    keeping.back_up(reason, hear)
    is_told.wait()
    return heard[0]


def _today() -> date:
    return datetime.now().astimezone().date()
