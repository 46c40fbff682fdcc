"""A month to pick a day from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, language_in_use
from referatdesk.ui.icons import icon
from referatdesk.ui.theme import SPACE, dress, tokens

SIZE = QSize(340, 290)
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QWidget):
    """A month to pick from: arrows and Enter, Page Up and Down for months, Escape to leave it."""

    chosen = Signal(str)

    def __init__(self, day: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = QCalendarWidget(self)
        self.view.setLocale(QLocale(language_in_use()))
        self.view.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.view.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.view.setAccessibleName(_("Calendar"))
        shown = QDate.fromString(day, Qt.DateFormat.ISODate)
        if shown.isValid():
            self.view.setSelectedDate(shown)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self._colour()
        ground = QFrame(self)
        ground.setProperty("look", "card")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        inner.addWidget(self.view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(ground)
        self.resize(SIZE)
        self.view.setFocus()

    def _colour(self) -> None:
        """Weekends are muted, not red: nothing is wrong with them."""
        plain, muted = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(tokens().text)
        muted.setForeground(tokens().muted)
        self.view.setHeaderTextFormat(muted)
        for day in Qt.DayOfWeek:
            self.view.setWeekdayTextFormat(day, muted if day in WEEKEND else plain)
        for name, sign in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "forward")):
            for arrow in self.view.findChildren(QToolButton, name):
                arrow.setIcon(icon(sign))

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day.toString(Qt.DateFormat.ISODate))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)
