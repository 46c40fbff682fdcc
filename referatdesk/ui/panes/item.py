"""The item pane: its title, the case text folded above, and what is written during the meeting below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.codes import Access, SectionKind
from referatdesk.domain.decisions import Decision, ItemLink, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.decision.decisions import open_points
from referatdesk.ui import clock
from referatdesk.ui.course.words import facts_words, postponed_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.follow_ups.line import FollowUpLine
from referatdesk.ui.panes.agenda_list import open_words
from referatdesk.ui.panes.case_sections import CaseSections
from referatdesk.ui.panes.decision import DecisionPane
from referatdesk.ui.panes.room import Room
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.richtext.height import height_of
from referatdesk.ui.text_binding import TextBinding
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.widgets.tab_order import read_in_order

LEAST_LINES = 23
"""What the low layout needs, which is taken on in a window that low."""
LEAST_MINUTES = 3
_BELOW, _BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
IN_HEAD = (AgendaItem, Decision, ItemLink, PointOutcome, RecommendationPoint)


class MinutesPane(Panel):
    """What was said, in houses that print it apart from the decision."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Minutes"), parent)
        self.editor = RichTextEdit(self)
        self.editor.setAccessibleName(_("Text of the minutes"))
        self.editor.setPlaceholderText(_("Write what was said …"))
        self._binding = TextBinding(self.editor, desk)
        body = QWidget(self)
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor, 1)
        self.set_content(body)

    def set_low(self, is_low: bool) -> None:
        """One line is enough there while it is not written in."""
        self.editor.setMinimumHeight(height_of(self.editor, 1 if is_low else LEAST_MINUTES))

    def show_item(self, item_id: str) -> None:
        self._binding.show_kind(item_id, SectionKind.MINUTES)

    def clear(self) -> None:
        self._binding.clear()


class ItemPane(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id = ""
        self.title = QLabel(self)
        mark(self.title, type="title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.closed = QLabel(self)
        mark(self.closed, tone="warn", type="strong")
        self.facts = QLabel(self)
        mark(self.facts, tone="muted")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.case = CaseSections(desk, self)
        self.minutes = MinutesPane(desk, self)
        self.decision = DecisionPane(desk, self)
        self.follow_up = FollowUpLine(desk, self)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self._head = QBoxLayout(_BELOW)
        self._lay_out()
        self.room = Room(self)
        self.case.folded.connect(self.room.share)
        self.case.regrown.connect(self.room.fit_chips)
        self.decision.regrown.connect(self.room.fit_low)
        self.case.left.connect(self.focus_minutes)
        desk.watch(self, self._heard)

    def _lay_out(self) -> None:
        self.split.setChildrenCollapsible(False)
        for widget, share in ((self.case, 0), (self.minutes, 1), (self.decision, 1)):
            self.split.addWidget(widget)
            self.split.setStretchFactor(self.split.count() - 1, share)
        read_in_order(self.split)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 0)
        title = QHBoxLayout()
        title.addWidget(self.title, 1)
        title.addWidget(self.closed, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(title, 1)
        self._head.addWidget(self.facts)
        box.addLayout(self._head)
        box.addWidget(self.split, 1)
        box.addWidget(self.follow_up)

    def minimumSizeHint(self) -> QSize:
        needed = super().minimumSizeHint()
        if self.room.is_low:
            return needed
        return needed.boundedTo(QSize(needed.width(), LEAST_LINES * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()

    @property
    def item_id(self) -> str:
        return self._item_id

    def show_item(self, item_id: str) -> None:
        """Shows another item; an empty id shows that there is none."""
        self._item_id = item_id
        if not item_id:
            self._show_nothing()
            return
        self.split.show()
        meeting = self._desk.workspace.meeting
        two = meeting is not None and style_of(self._desk.workspace, meeting).has_two_panes
        self.minutes.setVisible(two)
        self.case.show_item(item_id)
        if two:
            self.minutes.show_item(item_id)
        self.decision.show_item(item_id)
        self.follow_up.show_item(item_id)
        self.room.fit()

    def _show_nothing(self) -> None:
        self.title.setText(_("The agenda is empty"))
        self.facts.setText(_("Write the title of the first item at the lower left."))
        self.facts.show()
        self.closed.hide()
        self.split.hide()
        self.minutes.clear()
        self.decision.clear()
        self.follow_up.show_item("")

    def show_head(self) -> None:
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        item = records.find(AgendaItem, self._item_id)
        if meeting is None or item is None:
            return
        number = printed_numbers(records.all(AgendaItem), style_of(records, meeting).sub_numbers)[item.id]
        self.title.setText(f"{number}.  {item.title}" if number else item.title)
        self._show_closed(item.access)
        text = "  ·  ".join(fact for fact in self._facts(item) if fact)
        self.facts.setText(text)
        self.facts.setVisible(bool(text) and not self.room.is_bare)
        self._head.setDirection(_BESIDE if self._fits_beside() else _BELOW)

    def _facts(self, item: AgendaItem) -> list[str]:
        """In a low window the points themselves show which are open."""
        records = self._desk.workspace
        still_open = 0 if self.room.is_low else len(open_points(records, item.id))
        return [
            item.case_no or "",
            *(presenter.raw for presenter in item.presenters),
            open_words(still_open) if still_open else "",
            postponed_words(records, item.id),
            facts_words(records, item, clock.to_the_second()),
        ]

    def _fits_beside(self) -> bool:
        """Whether the facts fit the line of the title, in a low window."""
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        beside = sum(one.sizeHint().width() + SPACE.large for one in (self.closed, self.facts) if not one.isHidden())
        return self.room.is_low and words + beside <= self.width()

    def _show_closed(self, access: Access) -> None:
        """Beside the title, wherever that is shown."""
        words = {Access.CLOSED: _("Closed item"), Access.PARTLY: _("Partly closed item")}.get(access, "")
        self.closed.setText(words)
        self.closed.setVisible(bool(words))

    def focusable(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [*self.case.focusable(), self.minutes.editor, *self.decision.focusable(), *self.follow_up.buttons()]

    @property
    def main_editor(self) -> RichTextEdit:
        """Where what is said is written."""
        return (self.minutes if self.minutes.isVisible() else self.decision).editor

    def focus_minutes(self) -> None:
        self.main_editor.setFocus()

    def focus_decision(self) -> None:
        self.decision.editor.setFocus()

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, IN_HEAD) for pair in event.change.pairs):
            self.show_head()
