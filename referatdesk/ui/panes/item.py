"""The item pane: its title, the case text folded above, and what is written during the meeting below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

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
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.text_binding import TextBinding
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.widgets.tab_order import read_in_order

IN_HEAD = (AgendaItem, Decision, ItemLink, PointOutcome, RecommendationPoint)


class MinutesPane(Panel):
    """What was said, in houses that print it apart from the decision."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Minutes"), parent)
        self.editor = RichTextEdit(self)
        self.editor.setAccessibleName(_("Text of the minutes"))
        self.editor.setPlaceholderText(_("Write what was said …"))
        self._binding = TextBinding(self.editor, desk)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.editor, 1)
        self.set_content(box)

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
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        for widget, share in ((self.case, 2), (self.minutes, 3), (self.decision, 3)):
            self._split.addWidget(widget)
            self._split.setStretchFactor(self._split.count() - 1, share)
        read_in_order(self._split)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 0)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.closed, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(self.facts)
        box.addWidget(self._split, 1)
        self.follow_up = FollowUpLine(desk, self)
        box.addWidget(self.follow_up)
        self.case.folded.connect(self._share_height)
        desk.watch(self, self._heard)

    @property
    def item_id(self) -> str:
        return self._item_id

    def show_item(self, item_id: str) -> None:
        """Shows another item; an empty id shows that there is none."""
        self._item_id = item_id
        if not item_id:
            self._show_nothing()
            return
        self._split.show()
        self._show_head()
        meeting = self._desk.workspace.meeting
        two = meeting is not None and style_of(self._desk.workspace, meeting).has_two_panes
        self.minutes.setVisible(two)
        self.case.show_item(item_id)
        if two:
            self.minutes.show_item(item_id)
        self.decision.show_item(item_id)
        self.follow_up.show_item(item_id)

    def _show_nothing(self) -> None:
        self.title.setText(_("The agenda is empty"))
        self.facts.setText(_("Write the title of the first item at the lower left."))
        self.facts.show()
        self.closed.hide()
        self._split.hide()
        self.minutes.clear()
        self.decision.clear()
        self.follow_up.show_item("")

    def _show_head(self) -> None:
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        item = records.find(AgendaItem, self._item_id)
        if meeting is None or item is None:
            return
        number = printed_numbers(records.all(AgendaItem), style_of(records, meeting).sub_numbers)[item.id]
        self.title.setText(f"{number}.  {item.title}" if number else item.title)
        facts = [item.case_no or "", *(presenter.raw for presenter in item.presenters)]
        self._show_closed(item.access)
        still_open = len(open_points(records, item.id))
        if still_open:
            facts.append(open_words(still_open))
        facts += [postponed_words(records, item.id), facts_words(records, item, clock.to_the_second())]
        text = "  ·  ".join(fact for fact in facts if fact)
        self.facts.setText(text)
        self.facts.setVisible(bool(text))

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

    def _share_height(self) -> None:
        """The case text takes no more than its chips and what is folded out, and leaves the larger part to write in."""
        height = max(self._split.height(), 300)
        case = min(self.case.wanted_height(), height * 9 // 20)
        rest = height - case
        self._split.setSizes([case, rest // 2, rest // 2])

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, IN_HEAD) for pair in event.change.pairs):
            self._show_head()
