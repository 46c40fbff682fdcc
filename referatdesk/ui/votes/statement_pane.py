"""What somebody wants entered, typed while it is said: kept from the first key, with its words in the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referatdesk.domain.codes import StatementKind
from referatdesk.domain.decisions import Statement
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.decision.written_statements import lines_of, who_says
from referatdesk.services.errors import UserError
from referatdesk.services.lookup import meeting_of, people_of
from referatdesk.services.vote import statements
from referatdesk.services.wording.statements import SAY_ALL
from referatdesk.ui.text_binding import LONGEST_WAIT_MS, PAUSE_MS
from referatdesk.ui.theme import SPACE
from referatdesk.ui.votes.as_printed import AsPrinted
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.offers import Offers, the_only_one
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.words.codes import word
from referatdesk.ui.writing.spelt_lines import SpeltLines

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

_GOES_ON = frozenset({StatementKind.DISSENT, StatementKind.HALT})


class TypedText(SpeltLines):
    """Tab leads on; Ctrl+Enter is done."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_done = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers()
        if event.key() == Qt.Key.Key_Escape or is_done:
            event.ignore()
        else:
            super().keyPressEvent(event)


class StatementPane(Cover):
    """`person` is whose statement it is, where that is known already (an attendance)."""

    def __init__(self, window: MainWindow, person: str | None = None) -> None:
        super().__init__(_("Statement"), window)
        self.setObjectName("statementPane")
        self._statement_id: str | None = None
        self._step = new_id()
        self._is_dirty = False
        records = self._desk.workspace
        self._people = people_of(records, meeting_of(records, self.item_id).id)
        offered = statements.offered_kinds(records, self.item_id)
        self.entered = PickField(_("Statements at this item"), [], self)
        self.kind = PickField(_("Kind"), [(word(kind), kind) for kind in offered], self)
        self.who = QLineEdit(self)
        checks = self._desk.preferences.now.spell_check
        self.text = TypedText(window.view.writing.speller if checks else None, self)
        self.goes_to = QLineEdit(self)
        self.doubt = label("", self, tone="warn")
        self.by_hand = label(
            _("The words in the decision were changed by hand and stay as they are."), self, tone="muted"
        )
        self.printed = AsPrinted(self)
        self._build(has_halts=StatementKind.HALT in offered)
        self._pause, self._limit = self._timer(PAUSE_MS), self._timer(LONGEST_WAIT_MS)
        self._take_up(None)
        self._name(person)
        self._connect()

    def _build(self, *, has_halts: bool) -> None:
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What is to be entered"))
        self.text.setPlaceholderText(_("Write the words while they are said …"))
        offers = Offers([one.name for one in self._people], self.who)
        offers.activated.connect(lambda _name: self.text.setFocus())
        self.who.setPlaceholderText(_("A name, or parties: “A and V”"))
        form = Form(self)
        hint = "" if has_halts else _("This board's decisions cannot be brought before the council (section 23).")
        form.row(_("Kind"), self.kind, hint)
        form.row(_("From"), self.who)
        self.further = Form(self)
        self.further.row(_("Goes to"), self.goes_to)
        for name, field in ((_("From"), self.who), (_("Goes to"), self.goes_to)):
            field.setAccessibleName(name)
        row = FlowRow(self)
        self.done = button(_("Done (Ctrl+Enter)"), self.leave, row, look="primary")
        self.remove = button(_("Remove the statement"), self._remove, row, look="danger")
        for one in (self.done, self.remove):
            row.add(one)
        box = QVBoxLayout()
        box.setSpacing(SPACE.hair)
        box.addWidget(self.entered)
        box.addWidget(form)
        box.addWidget(self.text, 1)
        for widget in (self.further, self.doubt, self.by_hand, self.printed, row):
            box.addWidget(widget)
        self.set_content(box)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(self.settle)
        return timer

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typed)
        self.who.textChanged.connect(self._named_otherwise)
        self.goes_to.textChanged.connect(self._typed)
        self.kind.changed.connect(self._kind_picked)
        self.entered.changed.connect(lambda chosen: self._take_up(str(chosen) if chosen else None))
        self._desk.settle_with(self, self.settle)

    def open(self) -> None:
        super().open()
        (self.text if self.who.text() else self.who).setFocus()
        announce(self, f"{self.title}. {self.who.text()}")

    def leave(self) -> None:
        self.settle()
        super().leave()

    def enter(self) -> None:
        """From the lines above Enter leads to the words; Ctrl+Enter is done."""
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers():
            self.leave()
        else:
            super().keyPressEvent(event)

    # Which statement

    def _take_up(self, statement_id: str | None) -> None:
        """One that was entered, or a new one."""
        self.settle()
        one = self._desk.workspace.find(Statement, statement_id) if statement_id else None
        self._statement_id, self._step = (one.id if one else None), new_id()
        self.who.setText(who_says(self._desk.workspace, one) if one else "")
        self.text.setPlainText(one.text if one else "")
        self.goes_to.setText((one.forward_to if one else None) or "")
        self._forget()
        self.kind.set_value(one.kind if one else StatementKind.DISSENT)
        self._show()

    def _name(self, person: str | None) -> None:
        named = next((one for one in self._people if one.id == person), None)
        if named is not None:
            self.who.setText(named.name)

    def _focus_went(self, before: QWidget | None, widget: QWidget | None) -> None:
        """A line whose offers are open does not say by itself that it is left."""
        if before is self.who and widget is not None:
            self._complete_name()
        super()._focus_went(before, widget)

    def _complete_name(self) -> None:
        meant = the_only_one([one.name for one in self._people], self.who.text())
        if meant is not None:
            self.who.setText(meant)

    def _whose(self) -> dict[str, str | None]:
        """A person of the meeting by the whole name, else a party in the words that were typed."""
        typed = self.who.text().strip()
        named: Attendance | None = next((one for one in self._people if one.name.casefold() == typed.casefold()), None)
        return {"attendance_id": named.id, "party": None} if named else {"attendance_id": None, "party": typed or None}

    # Keeping it

    def _typed(self) -> None:
        self._is_dirty = True
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def _named_otherwise(self) -> None:
        self.doubt.setText("")
        self._typed()

    def _forget(self) -> None:
        """What stands in the fields is what is kept."""
        self._is_dirty = False
        self._pause.stop()
        self._limit.stop()

    def _kind_picked(self, _kind: object) -> None:
        self.doubt.setText("")
        self._is_dirty = True
        self.settle()

    def settle(self) -> None:
        """Hands what was typed to the archive. Where it may not be of that kind it is kept as a note, and told why."""
        is_dirty = self._is_dirty and not self._desk.workspace.is_view
        self._forget()
        if not is_dirty:
            return
        try:
            self._keep(self._kind())
        except UserError as error:
            self.kind.set_value(StatementKind.PROTOCOL_NOTE)
            self._keep(StatementKind.PROTOCOL_NOTE)
            why = error_words(error.code, error.data).partition("\n")[0]
            self.doubt.setText(_("Written as a note in the minutes. {why}").format(why=why))
            announce(self, self.doubt.text())
        self._show()

    def _kind(self) -> StatementKind:
        kind = self.kind.value
        return kind if isinstance(kind, StatementKind) else StatementKind.PROTOCOL_NOTE

    def _keep(self, kind: StatementKind) -> None:
        records, text = self._desk.workspace, self.text.toPlainText()
        whose = self._whose()
        goes_to = self.goes_to.text().strip() or None if kind in _GOES_ON else None
        if self._statement_id is None or records.find(Statement, self._statement_id) is None:
            if not text.strip() and not goes_to and (kind not in SAY_ALL or not any(whose.values())):
                return
            change, self._statement_id = statements.add_statement(
                records, self.item_id, kind, **whose, text=text, forward_to=goes_to, step=self._step
            )
        else:
            known = records.get(Statement, self._statement_id)
            further = {"forward_to": goes_to} if kind is known.kind or goes_to else {}
            change = statements.edit_statement(
                records, known.id, step=self._step, kind=kind, text=text, **whose, **further
            )
        self._desk.do(change, self)
        self.has_written = True

    def _remove(self) -> None:
        statement_id = self._statement_id
        if statement_id is not None:
            self._is_dirty = False
            self._desk.attempt(lambda: self._desk.do(statements.remove_statement(self._desk.workspace, statement_id)))
            self._take_up(None)
            self.who.setFocus()

    # What is shown

    def shown_records_changed(self) -> None:
        """An undo may have changed the statement that is written here, or taken it away."""
        one = self._desk.workspace.find(Statement, self._statement_id) if self._statement_id else None
        if self._statement_id and not self._is_dirty and (one is None or not self._is_shown(one)):
            self._take_up(self._statement_id if one else None)
        else:
            self._show()

    def _is_shown(self, one: Statement) -> bool:
        typed = (self.text.toPlainText(), self._kind(), self._whose())
        return typed == (one.text, one.kind, {"attendance_id": one.attendance_id, "party": one.party})

    def _show(self) -> None:
        records = self._desk.workspace
        one = records.find(Statement, self._statement_id) if self._statement_id else None
        self.printed.say("\n".join(lines_of(records, one)) if one else "")
        self.doubt.setVisible(bool(self.doubt.text()))
        self.by_hand.setVisible(one is not None and not statements.is_linked(records, one.id))
        self.further.setVisible(self._kind() in _GOES_ON)
        self.remove.setVisible(one is not None)
        known = statements.statements_of(records, self.item_id)
        rows: list[tuple[str, object]] = [(_("New statement"), "")]
        rows += [(f"{who_says(records, each)}: {word(each.kind)}", each.id) for each in known]
        self.entered.set_choices(rows)
        self.entered.set_value(self._statement_id or "")
        self.entered.setVisible(bool(known))
