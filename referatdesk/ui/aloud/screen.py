"""The large screen: the decision of the item that is open, for the room to read while it is read aloud.

It lies on the second screen where there is one, and follows what is written; else it fills the only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QKeyEvent, QPalette, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from referatdesk.domain.boards import Board
from referatdesk.domain.decisions import Decision, Statement
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.i18n.catalogue import _
from referatdesk.services.aloud.reading_slides import Slide, slide
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.ui.actions import ACTIONS
from referatdesk.ui.aloud.big_text import BigText
from referatdesk.ui.aloud.slide_words import hidden_words, number_words, slide_blocks
from referatdesk.ui.aloud.welcome import Welcome
from referatdesk.ui.asking.ask import Ask, QtAsk
from referatdesk.ui.key_in_force import key_in_force
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button
from referatdesk.ui.words.clock import clock_words

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SHOWN = (AgendaItem, Board, Decision, ItemText, Meeting, Statement)
ALONE = ("items.next", "items.previous", "course.go_on", "course.back", "history.undo", "history.redo")
"""What can be done from the large screen where it is the only one, beside what it is for."""
TOLD_MS = 4_000


def other_screen(window: QWidget) -> QScreen | None:
    """A screen beside that of the window, which shows something else."""
    mine = window.screen()
    screens = QGuiApplication.screens()
    return next((one for one in screens if one is not mine and one.geometry() != mine.geometry()), None)


def _flags(*, alone: bool) -> Qt.WindowType:
    """Beside her own screen it never takes the keyboard from what she writes."""
    flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
    return flags if alone else flags | Qt.WindowType.WindowDoesNotAcceptFocus


class ReadingScreen(QWidget):
    def __init__(self, window: MainWindow, screen: QScreen | None) -> None:
        super().__init__(window.view, _flags(alone=screen is None))
        self.setObjectName("readingScreen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Read aloud"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._window = window
        self._desk = window.desk
        self._on_second = screen is not None
        self._shown_item = ""
        self._opened_up = ""
        self.shows_points = False
        self.slide: Slide | None = None
        self.text = BigText(self._desk.pictures, self)
        self.welcome = Welcome(self)
        self._build()
        self._follow()
        place = screen or window.screen()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, self._on_second)
        self.setScreen(place)
        self.setGeometry(place.geometry())

    def _build(self) -> None:
        self.head, self.title, self.state, self.page = (QLabel(self) for _label in range(4))
        for words in (self.head, self.title, self.state, self.page):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        for quiet in (self.head, self.page):
            mark(quiet, tone="muted")
        written = QWidget(self)
        box = QVBoxLayout(written)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.title):
            box.addWidget(widget)
        box.addSpacing(SPACE.medium)
        box.addWidget(self.text, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(written)
        self._written = written
        whole = QVBoxLayout(self)
        whole.addWidget(self.pages, 1)
        whole.addLayout(self._foot())
        self.text.turned.connect(self._tell_page)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.page)
        if not self._on_second:
            actions = self._window.actions_by_id
            words = _("Read aloud now ({key})").format(key=key_in_force(self._desk.preferences, "aloud.stamp"))
            foot.addWidget(button(words, actions["aloud.stamp"].trigger, self))
            foot.addWidget(button(_("Close (Esc)"), self.close, self, look="quiet"))
            aloud = [spec.id for spec in ACTIONS if spec.subject == "aloud"]
            self.addActions([actions[one] for one in (*ALONE, *aloud)])
        return foot

    def _follow(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._window.view.item_shown.connect(self._go_to)
        self._desk.watch(self, self._heard)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._lost)

    def open(self) -> None:
        """Not by `showFullScreen`, which takes the keyboard."""
        self.refresh()
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        if not self._on_second:
            self.activateWindow()
            self.text.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """The window behind has the keyboard again, also where no window manager gives it back."""
        super().hideEvent(event)
        if not self._on_second:
            self._window.activateWindow()

    # What is shown

    @property
    def ask(self) -> Ask:
        """Questions come where she looks."""
        return self._desk.ask if self._on_second else QtAsk(self)

    def show_points(self, shown: bool) -> None:
        self.shows_points = shown
        self._show(anew=True)

    def open_up(self) -> None:
        """Shows the closed item, until another one is shown."""
        self._opened_up = self._window.view.item.item_id
        self.refresh()

    def refresh(self) -> None:
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            self.close()
            return
        item_id = self._window.view.item.item_id
        anew = item_id != self._shown_item
        self._shown_item = item_id
        if anew and item_id != self._opened_up:
            self._opened_up = ""
        self.slide = slide(records, meeting, item_id, shows_closed=item_id == self._opened_up)
        self._show(anew=anew)

    def _show(self, *, anew: bool) -> None:
        shown = self.slide
        if shown is None:
            return
        blocks = slide_blocks(shown, shows_points=self.shows_points)
        self.head.setText(" · ".join(filter(None, (shown.board, number_words(shown)))))
        self.title.setText(shown.title)
        was_written = self.pages.currentWidget() is self._written
        self.pages.setCurrentWidget(self._written if blocks else self.welcome)
        self.welcome.show_slide(shown)
        if blocks:
            self.text.show_text(blocks, anew=anew or not was_written)
        self._tell_state(shown)
        self._tell_page()
        if anew:
            self._tell_item(shown)

    def _tell_item(self, shown: Slide) -> None:
        if shown.is_hidden:
            words = _("Item {number} is closed: the large screen does not show it.").format(number=shown.number or "–")
            self._window.toast(words)
        announce(self, ". ".join(filter(None, (number_words(shown), shown.title))))

    def _tell_state(self, shown: Slide) -> None:
        words = ""
        if shown.read_at is not None:
            time = clock_words(shown.read_at)
            told = _("⚠ Changed after it was read aloud at {time}") if shown.is_changed else _("✓ Read aloud at {time}")
            words = told.format(time=time)
        closed = hidden_words() if shown.is_closed and not shown.is_hidden else ""
        self.state.setText("  ·  ".join(filter(None, (closed, words))))
        mark(self.state, tone="warn" if shown.is_changed or closed else "good")

    def _tell_page(self) -> None:
        here, count = self.text.pages
        several = count > 1 and self.pages.currentWidget() is self._written
        self.page.setText(_("Page {here} of {count}").format(here=here, count=count) if several else "")

    # What happens meanwhile

    def _go_to(self, _item_id: str) -> None:
        self._soon.start()

    def _heard(self, event: object) -> None:
        if isinstance(event, MeetingOpened) or (
            isinstance(event, Applied) and any(isinstance(pair.record, SHOWN) for pair in event.change.pairs)
        ):
            self._soon.start()

    def _lost(self, screen: QScreen) -> None:
        """Her own screen is not covered because a cable was pulled."""
        if self._on_second and screen is self.screen():
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.text().isprintable() and event.text():
            self._say_nothing_is_written()
        else:
            super().keyPressEvent(event)

    def _say_nothing_is_written(self) -> None:
        """In place of what was read aloud, for a while."""
        self.state.setText(_("Nothing is written here. Esc leads back to the text."))
        mark(self.state, tone="warn")
        announce(self, self.state.text())
        QTimer.singleShot(TOLD_MS, self, self.refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything beside the text is as large as the screen allows, too."""
        super().resizeEvent(event)
        base = max(11.0, self.height() / 60)
        for words, share in ((self.head, 1.2), (self.title, 1.9), (self.state, 1.0), (self.page, 1.0)):
            font = QFont(self.font())
            font.setPointSizeF(base * share)
            font.setBold(words is self.title)
            words.setFont(font)
        edge = max(16, self.width() // 24)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, edge // 2, edge, edge // 3)
        self.welcome.scale(base)
