"""The attendance pane: who is here now, ticked by single letters on the person, by the key at the name or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.decisions import Disqualification, Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, Meeting, TimeSpent
from referatdesk.domain.presence import quorum_needed, seats
from referatdesk.domain.records import board_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.course.treating import current_item
from referatdesk.services.presence import attendance
from referatdesk.services.presence.gestures import Gesture, gesture
from referatdesk.services.presence.moments import Moment, moment_at
from referatdesk.services.presence.rulings import not_disqualified
from referatdesk.ui.clock import now_text
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.attendance_delegate import BADGE, DOT, INDENT, PersonDelegate
from referatdesk.ui.panes.attendance_list import AttendanceListModel, PersonRole, PersonRow
from referatdesk.ui.panes.attendance_menu import LETTERS, REMARK, STAND_IN, WORDS, attendance_menu
from referatdesk.ui.panes.attendance_questions import AttendanceQuestions
from referatdesk.ui.panes.attendance_rows import PersonRows, quorum_words
from referatdesk.ui.panes.guest_field import GuestField
from referatdesk.ui.panes.person_finder import PersonFinder
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.widgets.toast import Toast
from referatdesk.ui.words.presence import unchanged_words

NO_BREAK = "\u00a0"
SWITCH = ""
"""The key of going in or out: Enter in the finder, the space bar and a click in the list."""
_SHOWN = (Attendance, ItemAttendance, Meeting, AgendaItem, TimeSpent, Vote, VoteCast, Disqualification)


class AttendancePane(Panel):
    """Lists the people of the open meeting as they stand at the item shown.

    `statement_wanted` tells that the chosen person wants something entered.
    """

    statement_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Attendance"), parent)
        self._desk = desk
        self._item_id = ""
        self._model = AttendanceListModel(self)
        self.questions = AttendanceQuestions(desk, self.moment, self.say)
        self.quorum = QLabel(self)
        self.quorum.setWordWrap(True)
        self.list = QListView(self)
        self._delegate = PersonDelegate(self.list)
        self._set_up_list()
        self.finder = PersonFinder(self._model, WORDS, self)
        self.finder.typing.connect(self._show_badges)
        self.finder.found.connect(self._show_found)
        self.finder.acted.connect(self.act)
        self.finder.closed.connect(self._show_badges)
        self.all_present = QPushButton(_("All present"), self)
        self.all_present.setToolTip(_("Everybody nobody has said anything of"))
        self.all_present.clicked.connect(self.mark_all_present)
        self.new_person = GuestField(desk, self.moment, self)
        self.new_person.listed.connect(self.choose)
        self.hint = QLabel(self)
        mark(self.hint, tone="muted", type="small")
        self.hint.setWordWrap(True)
        self._lay_out()
        self._show_badges()
        self._refresh = QTimer(self, singleShot=True)
        self._refresh.timeout.connect(self.reload)
        desk.watch(self, self._heard)
        desk.settle_with(self.finder, self.finder.act_now)

    def _lay_out(self) -> None:
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.quorum, self.list, self.hint, self.finder):
            box.addWidget(widget, 1 if widget is self.list else 0)
        box.addWidget(self.all_present)
        box.addWidget(self.new_person)
        self.set_content(box)

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setProperty("look", "plain")
        view.setMouseTracking(True)
        view.setAccessibleName(_("Attendance"))
        view.setObjectName("attendanceList")
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.doubleClicked.connect(self._toggle)
        view.clicked.connect(self._clicked)

    @property
    def current(self) -> str | None:
        found = self.list.currentIndex().data(PersonRole.PERSON_ID)
        return str(found) if found else None

    def choose(self, attendance_id: str) -> None:
        if (place := self._model.row_of(attendance_id)) >= 0:
            self.list.setCurrentIndex(self._model.index(place))

    def show_item(self, item_id: str) -> None:
        self._item_id = item_id
        self.reload()

    def moment(self) -> Moment:
        """Now, at the item shown."""
        is_item = self._desk.workspace.find(AgendaItem, self._item_id) is not None
        return moment_at(self._desk.workspace, self._item_id, now_text()) if is_item else Moment(None, now_text())

    def reload(self) -> None:
        self._refresh.stop()
        current, meeting = self.current, self._desk.workspace.meeting
        if meeting is None:
            self._model.set_rows(())
            self.quorum.clear()
            return
        made = PersonRows(self._desk.workspace, meeting, self._item_id)
        self._model.set_rows(made.rows())
        self._fit()
        self._show_foot()
        if current:
            self.choose(current)
        elif people := self._model.people:
            self.choose(people[0])
        self._show_quorum(meeting, made)

    def mark_all_present(self) -> None:
        meeting = self._desk.workspace.meeting
        if meeting is not None:
            self._desk.attempt(lambda: self._desk.do(attendance.all_present(self._desk.workspace, meeting.id)))

    def find_person(self) -> None:
        """The keys at the names are shown, and the next key finds somebody."""
        self.reload()
        self.finder.open()

    def act(self, person: str, key: str) -> None:
        """What the letter stands for, done to the person at the item shown; no letter is in or out."""
        if key == STAND_IN:
            self.questions.stand_in(person)
        elif key == REMARK:
            self.questions.remark(person)
        else:
            self._desk.attempt(lambda: self._moved(person, key))

    def _moved(self, person: str, key: str) -> None:
        act = LETTERS[key] if key else Gesture.SWITCH
        change = gesture(self._desk.workspace, person, act, self.moment())
        if not change:
            self.say(self.unchanged(person))
            return
        self._desk.do(change)
        self.reload()
        row = self._model.rows[self._model.row_of(person)]
        announce(self.list, f"{row.name}: {row.state}")

    def unchanged(self, person: str) -> str:
        row = self._model.rows[self._model.row_of(person)]
        return unchanged_words(row.name, is_here=bool(row.here))

    def say(self, words: str) -> None:
        Toast.show_in(self.window(), words)

    def rule_fit(self, person: str) -> None:
        """The board found that the person is not disqualified from the item shown."""
        if self._item_id:
            change = not_disqualified
            self._desk.attempt(lambda: self._desk.do(change(self._desk.workspace, person, self._item_id)))

    def ask_stand_in(self) -> None:
        if self.current:
            self.questions.stand_in(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.list:
            self._fit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.list:
            return self._pressed(event) or super().eventFilter(watched, event)
        is_focus = isinstance(event, QFocusEvent) and event.reason() is not Qt.FocusReason.PopupFocusReason
        if is_focus and watched is self.list:
            QTimer.singleShot(0, self, self._show_letters)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the list's own."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if self.current is None or not plain:
            return False
        if event.text().upper() in WORDS:
            self.act(self.current, event.text().upper())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.questions.time(self.current)
        elif event.key() == Qt.Key.Key_Space:
            self.act(self.current, SWITCH)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(self._model.people[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            return False
        return True

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the mark at the left ticks the person in or out."""
        place = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
        row: PersonRow = index.data(PersonRole.ROW)
        left = 8 + (INDENT if row.stands_in else 0) + (BADGE + 6 if self._delegate.badges else 0)
        if row.id and place.x() < left + DOT + 6:
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        row: PersonRow | None = index.data(PersonRole.ROW) if index.isValid() else None
        if row is not None and row.id:
            self.list.setCurrentIndex(index)
            self.act(row.id, SWITCH)

    def _fit(self) -> None:
        """As many lines as there is room for: one for each person where they are many."""
        before, self._delegate.crowded = self._delegate.crowded, False
        heights = (self.list.sizeHintForIndex(self._model.index(row)).height() for row in range(len(self._model.rows)))
        self._delegate.crowded = sum(heights) > self.list.viewport().height()
        if self._delegate.crowded is not before:
            self.list.scheduleDelayedItemsLayout()

    def _menu(self, place: QPoint) -> None:
        if self.current:
            attendance_menu(self, self.current).popup(self.list.viewport().mapToGlobal(place))

    def _show_badges(self, typed: str | None = None) -> None:
        """The keys at the names while somebody is looked for.

        What has nothing to say just now makes room, so that as many names as can be are seen.
        """
        self._delegate.badges, self._delegate.typed = typed is not None, typed or ""
        self.list.scheduleDelayedItemsLayout()
        self._show_foot()
        self._show_letters()

    def _show_letters(self) -> None:
        """Below the list what the next key can be, once that is one of these, or that what was typed is no key."""
        is_found, hint = self.finder.has_found, self.finder.hint
        self.hint.setVisible(bool(hint) or is_found or self.list.hasFocus())
        letters = _(
            "T here · S late · G left · A apologies · U absent · I unfit · F out · O online · V stand-in · B note"
        )
        switch = _("Enter in or out")
        words = f"{switch} · {letters}" if is_found else letters
        self.hint.setText(hint or " · ".join(part.replace(" ", NO_BREAK) for part in words.split(" · ")))

    def _show_found(self, person: str) -> None:
        self._show_letters()
        self.choose(person)
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def _show_foot(self) -> None:
        """Nothing while somebody is looked for; the button as long as there is anybody to be ticked."""
        unknown = any(row.id and row.here is None for row in self._model.rows)
        self.new_person.setVisible(self.finder.isHidden())
        self.all_present.setVisible(self.finder.isHidden() and unknown)

    def remove(self, person: str) -> None:
        self._desk.attempt(lambda: self._desk.do(attendance.remove_person(self._desk.workspace, person)))

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, _SHOWN) for pair in event.change.pairs):
            self._refresh.start(0)

    def _show_quorum(self, meeting: Meeting, made: PersonRows) -> None:
        """Who is here now, or at the item shown where that is not the one that is dealt with."""
        people = made.course.people
        voters = seats(people)
        words, tone = "", "muted"
        if voters and all(one.status is AttendanceStatus.UNKNOWN for one in people):
            words = _("{voters} seats – nobody ticked yet").format(voters=voters)
        elif voters:
            here = made.course.voters_at(self._item_id)
            enough = here >= quorum_needed(board_of(self._desk.workspace, meeting), people)
            words = quorum_words(here, voters, enough) if here else _("Nobody is noted as present")
            tone = ("good" if enough else "warn") if here else "muted"
        now = current_item(self._desk.workspace, meeting.id)
        if words and now is not None and now.id != self._item_id:
            place = made.numbers.get(self._item_id) or "–"
            words = _("Item {item}: {words}").format(item=place, words=words)
        self.quorum.setText(words)
        mark(self.quorum, tone=tone, type="strong")
