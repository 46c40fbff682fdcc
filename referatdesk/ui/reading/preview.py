"""The preview: the document at the left, the meeting that it is read to at the right, and one step into the archive."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from referatdesk.domain.codes import SectionKind
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.drafts import Part
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.reading.choices import Choices
from referatdesk.ui.reading.doubt_bar import DoubtBar
from referatdesk.ui.reading.doubt_queue import DoubtQueue
from referatdesk.ui.reading.part_menu import part_menu
from referatdesk.ui.reading.reading import Opened, Reading
from referatdesk.ui.reading.row_view import RowView
from referatdesk.ui.reading.said import is_answerable
from referatdesk.ui.reading.taking_in import TakingIn
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.words.codes import word
from referatdesk.ui.words.parts import part_word

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PreviewWindow(Dialog):
    """`imported` carries the id of the meeting that was made."""

    imported = Signal(str)

    def __init__(self, desk: Desk, start: Opened, parent: QWidget) -> None:
        super().__init__(_("{name} – read in").format(name=start.path.name), parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self._desk = desk
        self.reading = Reading(desk, start, self)
        self.doubts = DoubtQueue()
        self._taking_in = TakingIn(desk, self.reading, self)
        self._is_wanted = False
        self.document = RowView(_("The document"), self)
        self.meeting = RowView(_("The meeting"), self)
        self.choices = Choices(desk, self)
        self.bar = DoubtBar(self)
        self._lay_out()
        self._connect()
        self._keys()
        self._show()
        self.resize(parent.size())
        self.document.setFocus()

    def _lay_out(self) -> None:
        self.body.addWidget(self.choices)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        self._panels = [Panel(view.accessibleName(), self) for view in (self.document, self.meeting)]
        for view, panel in zip((self.document, self.meeting), self._panels, strict=True):
            panel.set_content(view)
            split.addWidget(panel)
        split.setSizes([1, 1])
        self.body.addWidget(split, 1)
        self.body.addWidget(self.bar)
        self.import_button = self.add_button(_("Read in (Enter)"), self.take_in, look="primary")
        self.add_button(_("Cancel"), self.reject)
        hint = ElidedLabel(_("A letter says what a line is: the menu key shows which."), self)
        mark(hint, tone="muted", type="small")
        self.add_left(hint)

    def _connect(self) -> None:
        self.reading.reread.connect(self._show)
        self.reading.given_up.connect(self._stay)
        self.finished.connect(lambda _result: self.reading.end())
        self.choices.board_chosen.connect(self.reading.learn_from)
        for view, other in ((self.document, self.meeting), (self.meeting, self.document)):
            view.went_to.connect(other.go_to)
            view.part_wanted.connect(partial(self._say, view))
            view.join_wanted.connect(partial(self._join, view))
            view.kind_wanted.connect(partial(self._ask_kind, view))
            view.customContextMenuRequested.connect(partial(self._open_menu, view))
        self.bar.accepted.connect(self.accept_doubt)
        self.bar.kept.connect(self.keep_doubt)
        self.bar.stepped.connect(self.step_doubt)
        self._taking_in.done.connect(self._leave_for)
        self._taking_in.stayed.connect(lambda: self.import_button.setEnabled(True))

    def _keys(self) -> None:
        for key, act in (
            ("F8", partial(self.step_doubt, 1)),
            ("Shift+F8", partial(self.step_doubt, -1)),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("F6", self._other_side),
            ("Ctrl+Return", self.take_in),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _other_side(self) -> None:
        (self.meeting if self.document.hasFocus() else self.document).setFocus()

    # What is shown

    def _show(self) -> None:
        """Both sides and the doubts as they are now; where one reads stays."""
        draft = self.reading.draft
        self.doubts.show(self.reading.now.doubts, self.reading.log.now.settled)
        doubtful = frozenset(doubt.place.line_from for doubt in self.doubts.open)
        self.document.show_rows(self.reading.now.document, doubtful)
        self.meeting.show_rows(self.reading.now.meeting, doubtful)
        places = self.document.places
        if places:
            self.meeting.go_to(places[0])
        self.choices.show_draft(draft, self.reading.log.now.accepted)
        items = ngettext("{count} item", "{count} items", len(draft.items)).format(count=len(draft.items))
        people = ngettext("{count} person", "{count} people", len(draft.people)).format(count=len(draft.people))
        self._panels[1].set_note(f"{items} · {people}")
        self._show_doubt()
        if self._is_wanted:
            self.take_in()

    def _stay(self) -> None:
        """What could not be done is shown as not done, and nothing goes into the archive because of it."""
        self._is_wanted = False
        self._show()

    def _show_doubt(self) -> None:
        doubt = self.doubts.current
        self.bar.show_doubt(doubt, self.doubts.number, len(self.doubts.open))
        self.import_button.setText(_("Read in (Enter)") if doubt is None else _("Read in (Ctrl+Enter)"))
        mark(self.import_button, look="primary" if doubt is None else "")
        if doubt is not None:
            self.document.go_to(doubt.place)
            self.meeting.go_to(doubt.place)

    # What the user says of lines

    def _say(self, view: RowView, part: Part, kind: SectionKind | None = None) -> None:
        places = view.places
        lines = [line for place in places for line in range(place.line_from, place.line_to + 1)]
        if not lines:
            return
        self.reading.log.set_part(lines, part, kind)
        self.reading.read_anew()
        announce(view, part_word(part))
        if len(places) == 1:
            view.step_down()

    def _join(self, view: RowView) -> None:
        if places := view.places:
            self.reading.log.join(places[0].line_from, self.reading.part_of(places[0]))
            self.reading.read_anew()

    def _ask_kind(self, view: RowView) -> None:
        choices = [(word(kind), kind) for kind in SectionKind]
        self._desk.ask.choice(_("Label of which section?"), choices, partial(self._say, view, Part.LABEL))

    def _open_menu(self, view: RowView, at: QPoint) -> None:
        label_of = partial(self._say, view, Part.LABEL)
        menu = part_menu(self, partial(self._say, view), label_of, partial(self._join, view))
        menu.popup(view.viewport().mapToGlobal(at))

    def undo(self) -> None:
        if self.reading.log.undo():
            self._said()

    def redo(self) -> None:
        if self.reading.log.redo():
            self._said()

    # Doubts

    def step_doubt(self, by: int) -> None:
        self.doubts.step(by)
        self._show_doubt()

    def accept_doubt(self) -> None:
        doubt = self.doubts.current
        if doubt is None or not is_answerable(doubt):
            return
        self.reading.log.accept(doubt, self.reading.part_of(doubt.place))
        self._said()

    def keep_doubt(self) -> None:
        if self.doubts.current is not None:
            self.reading.log.keep(self.doubts.current)
            self._said()

    def _said(self) -> None:
        """The next doubt is looked at without waiting for the document to be read anew."""
        self.reading.read_anew()
        self._show()
        self.document.setFocus()

    # Into the archive

    def take_in(self) -> None:
        """One step: the meeting is in the archive, and one undo takes it out again."""
        self._is_wanted = self.reading.busy
        if self._is_wanted or not self.import_button.isEnabled():
            return
        if not self.choices.board_name:
            self.choices.board.setFocus()
            self._desk.ask.tell(UserError("import.no_board"))
            return
        self.import_button.setEnabled(False)
        self._taking_in.start(self.choices.chosen)

    def _leave_for(self, meeting_id: str) -> None:
        self.accept()
        self.imported.emit(meeting_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doubt = self.doubts.current
        if event.key() in ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and doubt is not None:
            self.keep_doubt()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Answers the doubt, else takes the meeting in; on a button or in a field it is theirs."""
        focused, doubt = self.focusWidget(), self.doubts.current
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif not isinstance(focused, RowView):
            self.document.setFocus()
        elif doubt is None:
            self.take_in()
        elif is_answerable(doubt):
            self.accept_doubt()
        else:
            self.keep_doubt()

    def reject(self) -> None:
        """What was corrected is not thrown away without a yes."""
        if self.reading.log.is_empty:
            super().reject()
            return
        lost = _("What you corrected here is lost; the document itself is untouched.")
        self._desk.ask.confirm(_("Leave without reading in?"), lost, _("Leave"), super().reject, dangerous=True)
