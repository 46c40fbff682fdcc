"""A workspace on trial, with the thread that owns it played by hand."""

import queue

from referatdesk.domain.changes import RECORD_TYPES, Change, added
from referatdesk.services.archive.workspace import Workspace
from tests.services.fictional_archive import DOCUMENT, meeting_records, shared_records

PATIENCE = 20.0


class Desk:
    """`events` is what listeners were told; posted calls wait until `settle` runs them."""

    def __init__(self, path, key=None):
        self._posted = queue.Queue()
        begin = Workspace.open if path.exists() else Workspace.create
        self.workspace = begin(path, self._posted.put, key)
        self.events = []
        self.workspace.subscribe(self.events.append)

    def fill(self):
        """One board, and one meeting with every kind of record; on the disk, and open."""
        self.workspace.apply(Change("meeting.load", added(*shared_records(), *meeting_records()), contents=(DOCUMENT,)))
        self.save()
        self.workspace.open_meeting("meeting")
        self.events.clear()
        return self

    def save(self):
        assert self.workspace.flush(PATIENCE)

    def settle(self):
        while not self._posted.empty():
            self._posted.get()()

    def settle_until(self, kind):
        """Runs posted calls until such an event was told."""
        while not any(isinstance(event, kind) for event in self.events):
            self._posted.get(timeout=PATIENCE)()
        return next(event for event in self.events if isinstance(event, kind))

    def close(self):
        closed = self.workspace.close()
        self.settle()
        return closed


def state_of(records, kinds=RECORD_TYPES):
    return {kind: {one.id: one for one in records.all(kind)} for kind in kinds}
