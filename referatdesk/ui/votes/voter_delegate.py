"""Paints one line of the list of voters: the key, a letter for the choice, the name, and the choice in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.domain.codes import VoteChoice
from referatdesk.ui.painting import colour, paint_ground, paint_key, strong
from referatdesk.ui.votes.voter_list import Shown, VoterRole
from referatdesk.ui.words.codes import word

LETTERS: Mapping[str, VoteChoice] = {
    "F": VoteChoice.FOR,
    "I": VoteChoice.AGAINST,
    "U": VoteChoice.ABSTAIN,
    "-": VoteChoice.NOT_PRESENT,
}
"""The key of each choice, which is also its sign in the list."""
SIGNS = {choice: letter.replace("-", "–") for letter, choice in LETTERS.items()}
TONES = {
    VoteChoice.FOR: "good",
    VoteChoice.AGAINST: "bad",
    VoteChoice.ABSTAIN: "warn",
    VoteChoice.NOT_PRESENT: "muted",
}
SIGN = KEY = 20
GAP = 8
LEFT = 10
INDENT = 12
SIGN_LEFT = LEFT + INDENT + KEY + GAP
NAMES, WORDS = 300, 140
"""How far the column of choices stands to the right, and how much room it has at least."""


class VoterDelegate(QStyledItemDelegate):
    """Dims the keys that cannot be meant by what was `typed` of one."""

    typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        return QSize(160, max(option.fontMetrics.height(), SIGN) + 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: Shown = index.data(VoterRole.SHOWN)
        row, choice = shown.row, shown.choice
        painter.save()
        paint_ground(painter, option, option.rect)
        painter.setFont(option.font if row.id else strong(option.font))
        area = option.rect.adjusted(LEFT, 0, -LEFT, 0)
        if row.id:
            place = QRect(area.left() + INDENT, area.top() + (area.height() - KEY) // 2, KEY, KEY)
            paint_key(painter, place, row.key, fits=row.key.startswith(self.typed))
            area.setLeft(option.rect.left() + SIGN_LEFT)
        if row.id and choice:
            area = self._paint_sign(painter, area, choice)
        self._paint_words(painter, area, option.rect.left(), shown)
        painter.restore()

    @staticmethod
    def _paint_sign(painter: QPainter, area: QRect, choice: VoteChoice) -> QRect:
        place = QRectF(area.left(), area.center().y() - SIGN / 2 + 1, SIGN, SIGN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(TONES[choice]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), SIGNS[choice])
        return area.adjusted(SIGN + GAP, 0, 0, 0)

    @staticmethod
    def _paint_words(painter: QPainter, area: QRect, left: int, shown: Shown) -> None:
        """The choice stands near the name, however wide the list is."""
        name, choice = shown.row.name, shown.choice
        said = word(choice) if shown.row.id and choice else shown.tally
        metrics, line = painter.fontMetrics(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = min(area.right() - WORDS, left + NAMES)
        room = QRect(area.left(), area.top(), column - area.left() - LEFT, area.height())
        painter.setPen(colour("text"))
        painter.drawText(room, line, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width()))
        painter.setPen(colour(TONES[choice] if choice else "muted"))
        painter.drawText(QRect(column, area.top(), area.right() - column, area.height()), line, said)
