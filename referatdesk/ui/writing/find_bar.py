"""The bar above the text that finds and replaces words in the whole meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout

from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.archive.events import Applied
from referatdesk.services.writing import replacing
from referatdesk.services.writing.replacing import Match, Query
from referatdesk.ui.desk import Desk
from referatdesk.ui.icons import icon
from referatdesk.ui.only_view import CHANGES_NOTHING
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, tool
from referatdesk.ui.widgets.tab_order import put_in_order
from referatdesk.ui.widgets.toast import Toast
from referatdesk.ui.writing.finding import Finding
from referatdesk.ui.writing.found_marks import FoundMarks
from referatdesk.ui.writing.found_places import cursor_over, is_within

if TYPE_CHECKING:
    from referatdesk.ui.meeting_view import MeetingView

PAUSE_MS = 150
AGAIN_MS = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Escape back to the text."""

    def __init__(self, desk: Desk, view: MeetingView) -> None:
        super().__init__(view.item)
        self._desk = desk
        self._view = view
        self._at = -1
        self._marks = FoundMarks(desk, view.item)
        self.setProperty("look", "card")
        self.setAccessibleName(_("Find and replace"))
        self.wanted = self._line(_("Find in the meeting"))
        self.wanted.setProperty(CHANGES_NOTHING, True)
        self.instead = self._line(_("Replace with"))
        self.count = QLabel(self)
        mark(self.count, tone="muted")
        self.whole_words = self._choice(_("Whole words"), _("Whole words"))
        self.match_case = self._choice("Aa", _("Match case"))
        self.one = button(_("Replace"), self.replace_one, self)
        self.all = button(_("Replace all"), self.replace_all, self)
        self._lay_out()
        self.finding = Finding(self)
        self.finding.grown.connect(self._show)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.wanted.textChanged.connect(self._search_anew)
        for box in (self.whole_words, self.match_case):
            box.toggled.connect(self._search_anew)
        desk.watch(self, self._heard)
        view.item_shown.connect(lambda _item: self._mark_all())
        self.hide()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setMinimumWidth(90)
        line.installEventFilter(self)
        return line

    def _choice(self, shown: str, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(shown)
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.toggled.connect(lambda on: made.setIcon(icon("check") if on else QIcon()))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        grid.setSpacing(SPACE.small)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        for beside in (self.whole_words, self.match_case, self.count):
            ways.addWidget(beside)
        tools = (
            tool(_("Previous (Shift+Enter)"), "up", lambda: self.go(-1), self),
            tool(_("Next (Enter)"), "down", lambda: self.go(1), self),
            tool(_("Close (Esc)"), "close", self.close_bar, self),
        )
        for one in tools:
            ways.addWidget(one)
        put_in_order([self.wanted, self.instead, self.one, self.all, self.whole_words, self.match_case, *tools])
        acts = QHBoxLayout()
        for act in (self.one, self.all):
            acts.addWidget(act)
        grid.addWidget(self.wanted, 0, 0)
        grid.addLayout(ways, 0, 1)
        grid.addWidget(self.instead, 1, 0)
        grid.addLayout(acts, 1, 1)
        grid.setColumnStretch(0, 1)
        box = self._view.item.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(0, self)

    def open_bar(self, *, replacing: bool) -> None:
        """Looks for what is selected, if a few words are; else for what was looked for last."""
        editor = self._view.editor_in_focus()
        selected = editor.textCursor().selectedText() if editor is not None else ""
        for widget in (self.instead, self.one, self.all):
            widget.setVisible(replacing)
        self.show()
        self._view.item.room.lend(self)
        if selected and "\u2029" not in selected:
            self.wanted.setText(selected)
        self._search_anew()
        line = self.instead if replacing and self.wanted.text() else self.wanted
        line.setFocus()
        line.selectAll()

    def close_bar(self) -> None:
        """The keyboard goes to the place that was found, or back to the text."""
        found = self._editor_of(self._match())
        self.finding.stop()
        self._pause.stop()
        self.hide()
        self._view.item.room.lend(None)
        self._mark_all()
        if found is not None:
            found.setFocus()
        else:
            self._view.item.focus_minutes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the buttons, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Undo) and not self._typed_in(watched):
                event.ignore()  # it is the window's
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in _ENTER and watched is self.instead:
                self.replace_one()
                return True
            if event.key() in _ENTER:
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _typed_in(self, watched: QObject) -> bool:
        return isinstance(watched, QLineEdit) and watched.isUndoAvailable()

    def _search_anew(self) -> None:
        self._at = -1
        self._pause.start(PAUSE_MS)

    def _search(self) -> None:
        meeting = self._desk.workspace.meeting
        if meeting is not None and self.isVisible():
            self._desk.settle()
            query = Query(self.wanted.text(), self.whole_words.isChecked(), self.match_case.isChecked())
            self.finding.begin(self._desk.workspace, meeting.id, query)

    def _ready(self) -> bool:
        """What is looked for has been looked for; nothing is done to places found before the last letter."""
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        self.finding.finish()
        return bool(self.finding.matches)

    def go(self, step: int) -> None:
        """To the next place or the one before, round the ends; the first time to the first in the item shown."""
        if not self._ready():
            announce(self.wanted, self.count.text())
            return
        matches = self.finding.matches
        if self._at < 0:
            here = (place for place, one in enumerate(matches) if one.item_id == self._view.item.item_id)
            self._go_to(next(here, 0))
        else:
            self._go_to(self._at + step)

    def _go_to(self, place: int) -> None:
        self._at = place % len(self.finding.matches)
        self._show()
        self._reveal(self.finding.matches[self._at])

    def _match(self) -> Match | None:
        return self.finding.matches[self._at] if 0 <= self._at < len(self.finding.matches) else None

    def _show(self) -> None:
        total = len(self.finding.matches)
        if not self.wanted.text().strip():
            words = ""
        elif total and self._at >= 0:
            words = _("{place} of {total}").format(place=self._at + 1, total=total)
        elif total or not self.finding.is_over:
            words = ngettext("{total} place", "{total} places", total).format(total=total)
        else:
            words = _("Not found")
        self.count.setText(words)
        for act in (self.one, self.all):
            act.setEnabled(bool(total))
        if self.finding.is_over:
            self._mark_all()

    def _reveal(self, match: Match) -> None:
        focus = self.focusWidget() or self.wanted
        if match.item_id != self._view.item.item_id:
            self._view.agenda.choose(match.item_id)
        if match.section_id is not None and self._editor_of(match) is None:
            self._view.item.case.open_section(match.section_id)
            focus.setFocus()
        place = self._marks.lines().find(match)
        if place is not None:
            editor, line = place
            self._marks.select_nothing()
            editor.setTextCursor(cursor_over(editor, line, match))
            editor.ensureCursorVisible()
        item = self._desk.workspace.get(AgendaItem, match.item_id)
        announce(self.wanted, _("{count}, in “{title}”").format(count=self.count.text(), title=item.title))
        self._mark_all()

    def _editor_of(self, match: Match | None) -> RichTextEdit | None:
        place = self._marks.lines().find(match) if match is not None else None
        return place[0] if place is not None else None

    def _mark_all(self) -> None:
        self._marks.show(self.finding.matches if self.isVisible() else [], self._at)

    # Replacing

    def replace_one(self) -> None:
        """The place that is shown, and on to the next; one that is not, or is another by now, is only gone to."""
        match, at = self._match(), self._at
        if not self._ready() or match is None or self._match() != match:
            self.go(0)
            return
        self._put([match])
        self._search()
        self.finding.finish()
        end = match.start + len(self.instead.text())
        while at < len(self.finding.matches) and is_within(self.finding.matches[at], match, end):
            at += 1
        if self.finding.matches:
            self._go_to(at)

    def replace_all(self) -> None:
        if not self._ready():
            return
        found = list(self.finding.matches)
        closed = {item.id for item in self._desk.workspace.all(AgendaItem) if item.access is not Access.OPEN}
        self._put(found)
        words = ngettext("Replaced in {count} place.", "Replaced in {count} places.", len(found)).format(
            count=len(found)
        )
        if any(match.item_id in closed for match in found):
            words += " " + _("Closed items are among them.")
        Toast.show_in(self._view.window(), words + " " + _("Ctrl+Z takes it back."))
        self._search_anew()

    def _put(self, found: list[Match]) -> None:
        workspace = self._desk.workspace
        self._desk.attempt(lambda: self._desk.do(replacing.replaced(workspace, found, self.instead.text())))
        for line in (self.wanted, self.instead):  # what was typed here is older than what was replaced
            with QSignalBlocker(line):
                line.setText(line.text())

    def _heard(self, event: object) -> None:
        """What is typed meanwhile moves the places; they are looked for anew when it rests."""
        if not self.isVisible() or not isinstance(event, Applied):
            return
        if any(isinstance(pair.record, ItemText | AgendaItem) for pair in event.change.pairs):
            self._pause.start(AGAIN_MS)
