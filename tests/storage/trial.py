"""An archive on trial: the store with what it told, and records to write."""

import queue
from datetime import UTC, datetime

from referatdesk.services.archive.history import content_of
from referatdesk.storage import reading
from referatdesk.storage.connection import connect
from referatdesk.storage.creation import create_archive
from referatdesk.storage.journal import Entry
from referatdesk.storage.store import Store
from tests.services.fictional_archive import meeting_records, shared_records

PATIENCE = 20.0


def records():
    return [*shared_records(), *meeting_records()]


def act(seq, pairs, **more):
    pairs = tuple(pairs)
    given = {"time": datetime.now(UTC).isoformat(), "label": "text.edit", "content": content_of(pairs), **more}
    return Entry(seq=seq, pairs=pairs, **given)


class Trial:
    """The store of an archive; `heard` is what it told, in order."""

    def __init__(self, path, folder, key=None, earlier=None):
        self.path, self.folder = path, folder
        if not path.exists():
            create_archive(path, key)
        self.heard = queue.Queue()
        self.store = Store(
            path,
            folder,
            lambda seq: self.heard.put(("durable", seq)),
            lambda fault, seq: self.heard.put((fault, seq)),
            lambda fault: self.heard.put(("no backup", fault)),
            key,
            earlier=earlier,
        )

    def next_told(self):
        return self.heard.get(timeout=PATIENCE)

    def told_until(self, wanted):
        while (told := self.next_told()) != wanted:
            pass
        return told

    def write(self, seq, pairs, **more):
        self.store.write(act(seq, pairs, **more))

    def stored(self, kind, meeting_id="meeting"):
        return self.store.read(lambda connection: reading.records(connection, kind, meeting_id))

    def ask(self, sql, *values):
        return self.store.read(lambda connection: connection.execute(sql, values).fetchall())

    def close(self):
        return self.store.close()


def looked_into(path, sql, key=None):
    """What a plain connection finds in a closed archive."""
    connection = connect(path, "ro", key)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
