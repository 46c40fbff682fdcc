"""What is found in a meeting, gathered in slices between which keys are let in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from referatdesk.domain.records import Records
from referatdesk.services.errors import UserError
from referatdesk.services.writing import replacing
from referatdesk.services.writing.replacing import Match, Query

SLICE_SECONDS = 0.006


class Finding(QObject):
    """`grown` tells of more that was found, and of the end."""

    grown = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.matches: list[Match] = []
        self._source: Iterator[list[Match]] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_over(self) -> bool:
        return self._source is None

    def begin(self, records: Records, meeting_id: str, query: Query) -> None:
        self.matches = []
        self._source = _by_item(records, meeting_id, query) if query.words.strip() else iter(())
        self._go_on()

    def stop(self) -> None:
        self._next.stop()
        self._source = None

    def finish(self) -> None:
        """To the end, for what cannot begin before."""
        while self._source is not None:
            self._go_on()
        self._next.stop()

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        with suppress(UserError):  # trouble with the archive is told by what the user does with it
            for found in self._source or ():
                self.matches += found
                if time.perf_counter() > until:
                    self._next.start()
                    self.grown.emit()
                    return
        self._source = None
        self.grown.emit()


def _by_item(records: Records, meeting_id: str, query: Query) -> Iterator[list[Match]]:
    for item in replacing.items_in_order(records, meeting_id):
        yield list(replacing.matches_in(records, item, query))
