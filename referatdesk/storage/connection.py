"""Connections to SQLite files: the one driver, its promises as pragmas, and errors by name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from referatdesk.storage.codec import DataError
from referatdesk.storage.errors import Fault, StorageError, fault_of
from referatdesk.storage.keys import Key

APPLICATION_ID = 0x5244534B
"""The letters RDSK."""

DriverError: type[Exception] = sqlcipher3.Error
Connection = Any
"""A connection of the driver, which comes without types. It commits by itself: transactions are begun in words."""

HOLDING_MS = 200
"""How long whoever opens a file waits for another that does so at the same moment."""
GIVES_BACK = "auto_vacuum=INCREMENTAL"
"""Of a file that is made: its free room can be given back in small steps. Said of another, it would write to it."""
PRAGMAS = (
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=1",
    "secure_delete=1",
    "trusted_schema=0",
    "cell_size_check=1",
    "mmap_size=0",
    "temp_store=MEMORY",
)


def connect(path: Path, mode: str, key: Key | None = None) -> Connection:
    """A bare connection; `mode` is SQLite's: "ro", "rw" or "rwc". It does not wait for another program's lock.

    It may pass from thread to thread; never do two use it at once. Whether the key fits shows with the first page read;
    that the file begins with the key's salt is for the caller to see to.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher3.connect(uri, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
    if key is not None:
        _unlock(connection, key)
    return connection


def _unlock(connection: Connection, key: Key) -> None:
    # SQLCipher reports on stderr by itself; what goes wrong is told by errors.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f'PRAGMA key="{key.spelling}"')
    # What later versions do by themselves must not lock anybody out of what was made by this one.
    connection.execute("PRAGMA cipher_compatibility=4")


def connect_in_memory() -> Connection:
    return sqlcipher3.connect(":memory:", isolation_level=None)


def connect_alone(path: Path, mode: str = "rw", key: Key | None = None) -> Connection:
    """A connection with all the promises, holding the file for itself alone until it is closed."""
    connection = connect(path, mode, key)
    try:
        if mode == "rwc":
            connection.execute(f"PRAGMA {GIVES_BACK}")
        for pragma in (f"busy_timeout={HOLDING_MS}", *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
        _hold(connection)
        connection.execute("PRAGMA busy_timeout=0")
    except BaseException:
        connection.close()
        raise
    return connection


def _hold(connection: Connection) -> None:
    """Takes the file for itself; raises the driver's error where another program has it.

    Until the exclusive mode is on, whoever waits lets go of what it had: of two that begin at the same moment, one
    gets the file. In that mode each would keep its first small lock, and neither ever get the great one.
    """
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("COMMIT")


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turns errors of the driver and of the system into StorageErrors.

    What stands there but is nothing that this program wrote counts as damage; its text is not passed on.
    """
    try:
        yield
    except (DriverError, OSError) as error:
        raise StorageError(fault_of(error), path=path) from error
    except (DataError, UnicodeDecodeError):
        # The driver reads SQLite's own words, which quote what is damaged, as UTF-8 too.
        raise StorageError(Fault.DAMAGED, path=path) from None


def check_integrity(connection: Connection, path: Path) -> None:
    """Raises StorageError where SQLite finds the file damaged, or its records pointing at nothing."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise StorageError(Fault.DAMAGED, path=path)
