"""What any thread asks of the one that owns the connection.

While that thread waits for news it lends the connection to whoever asks: two changes of thread cost a third of the time
in which a meeting opens.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from referatdesk.storage.connection import Connection
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.questions import Question

T = TypeVar("T")


class Errands:
    """`news` guards them, and wakes the thread that does them."""

    def __init__(self) -> None:
        self.news = threading.Condition()
        self.commit_wanted = False
        self.look_wanted = False
        self.closing = False
        self._questions: deque[Question[Any]] = deque()
        self._lent: Connection | None = None

    def ask(self, question: Question[T]) -> T:
        """The answer; raises StorageError."""
        with self.news:
            if self.closing:
                raise StorageError(Fault.IO, path=question.path)
            if self._lent is not None:
                # The owner cannot take it back before this lock is let go.
                question.put(self._lent)
            else:
                self._questions.append(question)
                self.news.notify_all()
        return question.wait()

    def want_commit(self) -> None:
        with self.news:
            self.commit_wanted = True
            self.news.notify_all()

    def want_look(self) -> None:
        with self.news:
            self.look_wanted = True
            self.news.notify_all()

    def close(self) -> None:
        with self.news:
            self.closing = True
            self.news.notify_all()

    def wake(self) -> None:
        with self.news:
            self.news.notify_all()

    # For the thread that owns the connection

    @property
    def has_questions(self) -> bool:
        return bool(self._questions)

    def answer(self, connection: Connection) -> None:
        while self._questions:
            self._questions.popleft().put(connection)

    def wait(self, connection: Connection, has_work: Callable[[], bool], seconds: float | None) -> None:
        """Lends the connection until there is work, or for so long."""
        with self.news:
            self._lent = connection
            try:
                self.news.wait_for(has_work, seconds)
            finally:
                self._lent = None

    def refuse(self) -> None:
        """Nobody waits for an answer that will not come."""
        with self.news:
            self.closing = True
            while self._questions:
                question = self._questions.popleft()
                question.refuse(StorageError(Fault.IO, path=question.path))
