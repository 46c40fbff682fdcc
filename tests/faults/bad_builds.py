"""Programs that are bad on purpose, each by a patch in its own process: whoever judges them must notice.

`python -m tests.faults.bad_builds BUILD COMMAND …` runs a command of such a program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path


def save_on_exit() -> None:
    """Nothing reaches the disk before the archive is closed."""
    from referatdesk.storage.saving import Saving

    def due(self):
        return False

    Saving.due = property(due)
    Saving.unkept = property(due)


def truncate_then_write() -> None:
    """The file is emptied and written anew with every save, as so many programs do."""
    from referatdesk.storage.writing import Writer

    begin, write = Writer.__init__, Writer.write

    def begin_and_note(self, connection):
        begin(self, connection)
        self.file = Path(connection.execute("PRAGMA database_list").fetchone()[2])

    def write_anew(self, entries):
        write(self, entries)
        data = self.file.read_bytes()
        with self.file.open("wb", buffering=0) as file:
            for start in range(0, len(data), 4096):
                file.write(data[start : start + 4096])

    Writer.__init__, Writer.write = begin_and_note, write_anew


def swallow_errors() -> None:
    """What the disk refuses is taken for done."""
    from referatdesk.storage.saving import Saving, tell

    def refuse(self, fault):
        last = self.acts[-1].seq
        self._leave_queue(len(self.acts))
        tell(self._on_durable, last)

    Saving.refuse = refuse


def empty_archive() -> None:
    """An archive that is not there, or cannot be opened, is replaced by a new, empty one."""
    from referatdesk.services.archive.workspace import Workspace
    from referatdesk.services.errors import UserError

    sound = Workspace.open.__func__

    def open_somehow(cls, path, *post):
        try:
            return sound(cls, path, *post)
        except UserError:
            if path.exists():
                path.rename(path.with_name(path.name + ".old"))
            return cls.create(path, *post)

    Workspace.open = classmethod(open_somehow)


def no_syncs() -> None:
    """The system is trusted to write when it likes."""
    from referatdesk.storage import connection

    relaxed = {"synchronous=EXTRA": "synchronous=OFF"}
    connection.PRAGMAS = tuple(relaxed.get(one, one) for one in connection.PRAGMAS)


BUILDS: Mapping[str, Callable[[], None]] = {
    "save-on-exit": save_on_exit,
    "truncate-then-write": truncate_then_write,
    "swallow-errors": swallow_errors,
    "empty-archive": empty_archive,
    "no-syncs": no_syncs,
}


if __name__ == "__main__":
    from referatdesk.__main__ import main

    BUILDS[sys.argv[1]]()
    sys.exit(main(sys.argv[2:]))
