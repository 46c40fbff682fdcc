"""Asks the process that spells, and remembers what it said; nothing here waits for an answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from referatdesk.domain.records import Records
from referatdesk.services.writing import spelling
from referatdesk.services.writing.spelling import Word

BATCH = 200
"""Words asked about at once: a second's work at most, so that suggestions never wait long."""
MOST_STARTS = 3
PATIENCE_MS = 20_000
"""A process that has not answered by then never will, however busy the computer is."""

Suggestions = Callable[[tuple[str, ...]], None]


class _Answer(msgspec.Struct):
    ready: bool = False
    wrong: tuple[str, ...] | None = None
    suggestions: tuple[str, ...] = ()


class Speller(QObject):
    """`learnt` tells that more words are known to be right or wrong, or that others are right now.

    The first question starts the process. Without a dictionary every word is right, and `lacks_dictionary` holds.
    """

    learnt = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lacks_dictionary = False
        self._known: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool] = {}
        self._wanted: dict[str, None] = {}
        self._guesses: list[tuple[str, Suggestions]] = []
        self._asked: tuple[str, ...] | None = None
        self._is_ready = False
        self._starts = 0
        self._process: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._end)

    def learn_from(self, records: Records) -> None:
        """The names and words of the archive as they are now."""
        known = spelling.known_words(records)
        if known != self._known:
            self._known = known
            self.learnt.emit()

    def wrong_among(self, words: Iterable[Word]) -> list[Word] | None:
        """Those that are spelt wrong; None while it is not known of all of them, which is then being asked."""
        open_words = [word for word in words if not spelling.is_known(word.spelt, self._known)]
        unknown = [word.spelt for word in open_words if word.spelt not in self._verdicts]
        if unknown and not self.lacks_dictionary:
            self._wanted.update(dict.fromkeys(unknown))
            self._go_on()
            return None
        return [word for word in open_words if not self._verdicts.get(word.spelt, True)]

    def suggest(self, word: str, told: Suggestions) -> None:
        """Tells up to six words that may have been meant, likeliest first."""
        known = self._known
        self._guesses.append((word, lambda meant: told(spelling.with_known(word, meant, known))))
        self._go_on()

    def stop(self) -> None:
        """Ends the process; what was asked is not answered."""
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.errorOccurred.disconnect()
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _go_on(self) -> None:
        if self.lacks_dictionary:
            self._tell_nothing()
        elif self._process is None:
            self._start()
        elif self._is_ready and self._asked is None:
            self._ask()

    def _ask(self) -> None:
        if self._guesses:
            self._asked = ()
            self._send({"suggest": self._guesses[0][0]})
        elif self._wanted:
            self._asked = tuple(self._wanted)[:BATCH]
            self._send({"check": self._asked})

    def _send(self, question: dict[str, object]) -> None:
        if self._process is not None:
            self._process.write(msgspec.json.encode(question) + b"\n")
            self._patience.start()

    def _start(self) -> None:
        dictionary = spelling.find_dictionary()
        self._starts += 1
        if dictionary is None or self._starts > MOST_STARTS:
            self._give_up()
            return
        program, *arguments = spelling.speller_command(dictionary)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", os.pathsep.join(sys.path))
        self._is_ready, self._asked = False, None
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._process.start(program, arguments)
        self._patience.start()

    def _give_up(self) -> None:
        self.lacks_dictionary = True
        QTimer.singleShot(0, self, self._tell_nothing)
        self.learnt.emit()

    def _tell_nothing(self) -> None:
        guesses, self._guesses = self._guesses, []
        for _word, told in guesses:
            told(())

    def _failed(self, error: QProcess.ProcessError) -> None:
        """What was never started does not end either."""
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self) -> None:
        """It never ends by itself: the dictionary cannot be read, or the system took it. It is tried again, but not
        with the word at which it was guessing.
        """
        self._patience.stop()
        process, self._process = self._process, None
        if self._asked == () and self._guesses:
            self._guesses.pop(0)[1](())
        if process is not None:
            process.deleteLater()
        if self._is_ready:
            self._go_on()
        else:
            self._give_up()

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._take(msgspec.json.decode(self._process.readLine().data(), type=_Answer))

    def _take(self, answer: _Answer) -> None:
        self._patience.stop()
        asked, self._asked = self._asked, None
        if answer.ready:
            self._is_ready = True
        elif answer.wrong is not None:
            wrong = set(answer.wrong)
            for word in asked or ():
                self._verdicts[word] = word not in wrong
                self._wanted.pop(word, None)
            self.learnt.emit()
        elif self._guesses:
            self._guesses.pop(0)[1](answer.suggestions)
        if self._guesses or self._wanted:
            self._go_on()
