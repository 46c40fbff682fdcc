"""A question put to the thread that owns the connection, and the wait for its answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from referatdesk.storage.connection import Connection, known_errors

T = TypeVar("T")


class Question(Generic[T]):
    def __init__(self, ask: Callable[[Connection], T], path: Path) -> None:
        """`path` is the archive that errors are told of."""
        self.path = path
        self._ask = ask
        self._answered = threading.Event()
        self._answer: list[T] = []
        self._error: BaseException | None = None

    def put(self, connection: Connection) -> None:
        """Finds the answer; on the owner's thread. What goes wrong is raised where the answer is waited for."""
        try:
            with known_errors(self.path):
                self._answer.append(self._ask(connection))
        except BaseException as error:  # noqa: BLE001 - raised again by wait
            self._error = error
        self._answered.set()

    def refuse(self, error: BaseException) -> None:
        self._error = error
        self._answered.set()

    @property
    def failed(self) -> bool:
        return self._error is not None

    def wait(self) -> T:
        self._answered.wait()
        if self._error is not None:
            raise self._error
        return self._answer[0]
