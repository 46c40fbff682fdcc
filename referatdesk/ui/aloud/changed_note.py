"""The line above the words of a decision: when it was read aloud, and what has been changed since."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.i18n.catalogue import _
from referatdesk.services.aloud.reading_aloud import changes_since, read_at
from referatdesk.services.archive.events import Applied
from referatdesk.services.word_differences import Fate, Piece
from referatdesk.ui.desk import Desk
from referatdesk.ui.key_in_force import key_in_force
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.words.clock import clock_words

LONGEST = 40
"""Letters shown of one stretch; and of what stands between two, which leads from one to the other."""
MOST = 4
"""Changes told before the rest is left to the text itself."""


class ReadAloudNote(QLabel):
    """Not there until the decision of the item has been read aloud."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id = ""
        self._was_changed = False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setProperty("type", "small")
        self.hide()
        desk.watch(self, self._heard)

    def show_item(self, item_id: str) -> None:
        self._item_id = item_id
        self._was_changed = False
        self._tell()

    def _tell(self) -> None:
        records = self._desk.workspace
        is_there = records.find(AgendaItem, self._item_id) is not None
        at = read_at(records, self._item_id) if is_there else None
        if at is None:
            self.hide()
            return
        time = clock_words(at)
        pieces = changes_since(records, self._item_id)
        if pieces:
            key = escape(key_in_force(self._desk.preferences, "aloud.stamp"))
            told = _("Changed after it was read aloud at {time} ({key} when it is read again): {what}")
            self.setText("⚠ " + told.format(time=time, key=key, what=changes_html(pieces)))
        else:
            self.setText(_("✓ Read aloud at {time}").format(time=time))
        mark(self, tone="warn" if pieces else "muted")
        self.show()
        if pieces and not self._was_changed:
            announce(self, _("Changed after it was read aloud"))
        self._was_changed = bool(pieces)

    def _heard(self, event: object) -> None:
        if not self._item_id or not isinstance(event, Applied):
            return
        of_item = (one for one in event.change.pairs if isinstance(one.record, Decision | ItemText))
        if any(self._item_id in {one.record.id, getattr(one.record, "item_id", "")} for one in of_item):
            self._tell()


def changes_html(pieces: Iterable[Piece]) -> str:
    """What went struck out, what came underlined, each with the words that lead to it."""
    told, count = [], 0
    for piece in pieces:
        if piece.fate is not Fate.SAME:
            count += 1
            if count > MOST:
                told.append("…")
                break
        told.append(_shown(piece))
    return "".join(told)


def _shown(piece: Piece) -> str:
    if piece.fate is Fate.SAME:
        words = piece.text.replace("\n", " ")
        return escape(words if len(words) <= LONGEST else f"… {words[-LONGEST // 2 :].partition(' ')[2]}")
    words = piece.text if len(piece.text) <= LONGEST else f"{piece.text[:LONGEST].rstrip()} …"
    sign = "s" if piece.fate is Fate.GONE else "u"
    return f"<{sign}>{escape(words)}</{sign}>"
