"""The page that is shown while there is nothing to read: who meets, when and where, and what they have come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from referatdesk.i18n.dates import format_day
from referatdesk.services.aloud.reading_slides import Slide
from referatdesk.ui.aloud.slide_words import hidden_words, number_words
from referatdesk.ui.theme import mark

DAY = "EEEE 'den' d. MMMM y"


class Welcome(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self.when, self.item, self.title = (QLabel(self) for _label in range(4))
        box = QVBoxLayout(self)
        box.addStretch(2)
        for words in (self.board, self.when, self.item, self.title):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setWordWrap(True)
            box.addWidget(words)
            if words is self.when:
                box.addStretch(1)
        box.addStretch(3)
        for quiet in (self.when, self.item):
            mark(quiet, tone="muted")

    def show_slide(self, shown: Slide) -> None:
        day = format_day(shown.date, DAY, capital_weekday=True) if shown.date else ""
        self.board.setText(shown.board)
        self.when.setText(" · ".join(filter(None, (day, shown.place))))
        self.item.setText(number_words(shown))
        closed = hidden_words() if shown.is_hidden else ""
        self.title.setText("\n".join(filter(None, (shown.title, closed))))

    def scale(self, base: float) -> None:
        for words, share in ((self.board, 3.2), (self.when, 1.6), (self.item, 1.4), (self.title, 2.2)):
            font = QFont(self.font())
            font.setPointSizeF(base * share)
            font.setBold(words in {self.board, self.title})
            words.setFont(font)
