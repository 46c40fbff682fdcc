"""How much of the typing is one step to undo: up to a rest, the end of a sentence or line, or sixty keys."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

REST_MS = 2_000
"""Who has rested this long goes on with another thought."""
LONG, LONGEST = 45, 60
"""Keys after which the next word begins another step, and after which the next key does."""
_SENTENCE_END = re.compile(r"[.!?…:][)»”\"]? $")


class TypingBurst(QObject):
    """Calls `end` when what has been typed since the last call is a step of its own."""

    def __init__(self, end: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._keys = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.end)

    def note(self, caret: QTextCursor) -> None:
        """A key was typed; the caret stands behind what it wrote."""
        self._keys += 1
        begins_line = caret.atBlockStart()
        between_words = begins_line or caret.document().characterAt(caret.position() - 1) == " "
        ends_sentence = between_words and self._keys > 1 and _ends_sentence(caret)
        if begins_line or ends_sentence or self._keys >= (LONG if between_words else LONGEST):
            self.end()
        else:
            self._rest.start()

    def end(self) -> None:
        if self._keys:
            self.begin()
            self._end()

    def begin(self) -> None:
        """Nothing has been typed yet."""
        self._keys = 0
        self._rest.stop()


def _ends_sentence(caret: QTextCursor) -> bool:
    before = caret.block().text()[: caret.positionInBlock()]
    return _SENTENCE_END.search(before[-3:]) is not None
