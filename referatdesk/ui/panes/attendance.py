"""The attendance pane: who is here, ticked by single letters on the person or by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from referatdesk.domain.codes import AttendanceStatus, SubstitutionKind
from referatdesk.domain.meetings import Attendance, ItemAttendance, Meeting
from referatdesk.domain.presence import quorum_needed, seats
from referatdesk.domain.records import board_of
from referatdesk.i18n.catalogue import _
from referatdesk.services import attendance
from referatdesk.services.events import Applied
from referatdesk.services.presence import course_of
from referatdesk.services.stand_ins import add_stand_in
from referatdesk.ui.clock import now_text
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.attendance_delegate import DOT, PersonDelegate
from referatdesk.ui.panes.attendance_list import AttendanceListModel, PersonRole, PersonRow, person_rows
from referatdesk.ui.theme import mark
from referatdesk.ui.typed import read_clock
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.words.codes import word

LETTERS: dict[str, AttendanceStatus] = {
    "T": AttendanceStatus.PRESENT,
    "A": AttendanceStatus.ABSENT_NOTIFIED,
    "U": AttendanceStatus.ABSENT_UNNOTIFIED,
    "S": AttendanceStatus.LATE,
    "G": AttendanceStatus.LEFT_EARLY,
    "V": AttendanceStatus.REMOTE,
    "I": AttendanceStatus.DISQUALIFIED,
}
"""One letter sets one status; I counts for the current item only."""
TIMED = (AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY)


class AttendancePane(Panel):
    """Lists the people of the open meeting as they stand at the item shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Attendance"), parent)
        self._desk = desk
        self._item_id = ""
        self._model = AttendanceListModel(self)
        self.quorum = QLabel(self)
        self.quorum.setWordWrap(True)
        self.list = QListView(self)
        self._set_up_list()
        self.all_present = QPushButton(_("All present"), self)
        self.all_present.setToolTip(_("Ctrl+Shift+T: everybody nobody has said anything of"))
        self.all_present.clicked.connect(self.mark_all_present)
        self.new_person = QLineEdit(self)
        self.new_person.setPlaceholderText(_("+ Add a person"))
        self.new_person.setAccessibleName(_("Name of a person to add"))
        self.new_person.returnPressed.connect(self._add)
        hint = QLabel(_("T present · A apologies · S late · G left · I disqualified"), self)
        mark(hint, tone="muted", type="small")
        hint.setWordWrap(True)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in (
            (self.quorum, 0),
            (self.list, 1),
            (hint, 0),
            (self.all_present, 0),
            (self.new_person, 0),
        ):
            box.addWidget(widget, stretch)
        self.set_content(box)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self.reload)
        desk.watch(self, self._heard)

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self._model)
        view.setItemDelegate(PersonDelegate(view))
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
        place = self._model.row_of(attendance_id)
        if place >= 0:
            self.list.setCurrentIndex(self._model.index(place))

    def show_item(self, item_id: str) -> None:
        self._item_id = item_id
        self.reload()

    def reload(self) -> None:
        self._refresh.stop()
        current = self.current
        records = self._desk.workspace
        people = records.all(Attendance)
        self._model.set_rows(person_rows(people, records.all(ItemAttendance), self._item_id))
        if current:
            self.choose(current)
        elif self._model.rows:
            first = next((place for place, row in enumerate(self._model.rows) if row.id), 0)
            self.list.setCurrentIndex(self._model.index(first))
        self._show_quorum(records.meeting, people)

    def mark_all_present(self) -> None:
        meeting = self._desk.workspace.meeting
        if meeting is not None:
            self._desk.attempt(lambda: self._desk.do(attendance.all_present(self._desk.workspace, meeting.id)))

    def mark(self, status: AttendanceStatus) -> None:
        """Sets the chosen person's status: for the item shown when it counts for one item, else for the meeting."""
        person = self.current
        if person is not None:
            self._desk.attempt(lambda: self._marked(person, status))

    def _marked(self, person: str, status: AttendanceStatus) -> None:
        records = self._desk.workspace
        if status is AttendanceStatus.DISQUALIFIED:
            if self._item_id:
                self._desk.do(attendance.set_at_item(records, person, self._item_id, self._turned(person, status)))
        else:
            time = now_text() if status in TIMED else None
            self._desk.do(attendance.set_status(records, person, status, time=time))
        self.reload()
        row = self._model.rows[self._model.row_of(person)]
        announce(self.list, f"{row.name}: {row.state}")

    def _turned(self, person: str, status: AttendanceStatus) -> AttendanceStatus | None:
        """The same letter again takes the deviation away."""
        noted = self._desk.workspace.all(ItemAttendance)
        same = any(
            one.attendance_id == person and one.item_id == self._item_id and one.status is status for one in noted
        )
        return None if same else status

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.list:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            status = LETTERS.get(event.text().upper()) if plain else None
            if status is not None:
                self.mark(status)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self.ask_time()
                return True
            if event.key() == Qt.Key.Key_Space:
                self._toggle(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        """A click on the mark at the left ticks the person in or out."""
        place = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
        row: PersonRow = index.data(PersonRole.ROW)
        if row.id and place.x() < 8 + DOT + 6 + (16 if row.stands_in else 0):
            self._toggle(index)

    def _toggle(self, index: QModelIndex) -> None:
        row: PersonRow | None = index.data(PersonRole.ROW) if index.isValid() else None
        if row is not None and row.id:
            self.list.setCurrentIndex(index)
            self.mark(AttendanceStatus.ABSENT_NOTIFIED if row.here else AttendanceStatus.PRESENT)

    def _menu(self, place: QPoint) -> None:
        person = self.current
        if person is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for letter, status in LETTERS.items():
            text = _("{state} (this item)").format(state=word(status)) if letter == "I" else word(status)
            menu.addAction(f"{text}\t{letter}").triggered.connect(lambda _checked, s=status: self.mark(s))
        menu.addSeparator()
        if self._desk.workspace.get(Attendance, person).status in TIMED:
            menu.addAction(_("Change the time…") + "\tEnter").triggered.connect(lambda _checked: self.ask_time())
        menu.addAction(_("Add a stand-in…")).triggered.connect(lambda _checked: self.ask_stand_in())
        menu.addAction(_("Remove from the list")).triggered.connect(lambda _checked: self._remove(person))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def ask_stand_in(self) -> None:
        person = self.current
        if person is None:
            return
        name = self._desk.workspace.get(Attendance, person).name
        question = _("Who stands in for {name}?").format(name=name)
        self._desk.ask.text(question, lambda answer: self._stand_in(person, answer))

    def _stand_in(self, person: str, name: str) -> None:
        if name.strip():
            kind = SubstitutionKind.IN_PLACE_OF
            change = add_stand_in
            self._desk.attempt(lambda: self._desk.do(change(self._desk.workspace, person, name.strip(), kind)))

    def ask_time(self) -> None:
        """When a latecomer came or one who left early went, where the moment of the key was not it."""
        person = self._desk.workspace.find(Attendance, self.current or "")
        if person is None or person.status not in TIMED:
            return
        late = person.status is AttendanceStatus.LATE
        question = _("When did {name} come?") if late else _("When did {name} leave?")
        noted = (person.arrived_at if late else person.left_at) or now_text()
        self._desk.ask.text(
            question.format(name=person.name),
            lambda answer: self._set_time(person.id, person.status, answer),
            noted.replace(":", "."),
        )

    def _set_time(self, person: str, status: AttendanceStatus, answer: str) -> None:
        time = read_clock(answer)
        if time is None:
            self._desk.ask.inform(_("That is no time of day"), _("Write it as 13.45."))
            return
        change = attendance.set_status
        self._desk.attempt(lambda: self._desk.do(change(self._desk.workspace, person, status, time=time)))

    def _remove(self, person: str) -> None:
        self._desk.attempt(lambda: self._desk.do(attendance.remove_person(self._desk.workspace, person)))

    def _add(self) -> None:
        name, meeting = self.new_person.text().strip(), self._desk.workspace.meeting
        if name and meeting is not None:
            self._desk.attempt(lambda: self._desk.do(attendance.add_person(self._desk.workspace, meeting.id, name)))
            self.new_person.clear()

    def _heard(self, event: object) -> None:
        shown = (Attendance, ItemAttendance, Meeting)
        if isinstance(event, Applied) and any(isinstance(pair.record, shown) for pair in event.change.pairs):
            self._refresh.start(0)

    def _show_quorum(self, meeting: Meeting | None, people: list[Attendance]) -> None:
        voters = seats(people)
        if meeting is None or not voters:
            self.quorum.clear()
            return
        if all(one.status is AttendanceStatus.UNKNOWN for one in people):
            self.quorum.setText(_("{voters} seats – nobody ticked yet").format(voters=voters))
            mark(self.quorum, tone="muted", type="strong")
            return
        here = course_of(self._desk.workspace, meeting.id).voters_at(self._item_id)
        if not here:
            self.quorum.setText(_("Nobody is noted as present"))
            mark(self.quorum, tone="muted", type="strong")
            return
        enough = here >= quorum_needed(board_of(self._desk.workspace, meeting), people)
        words = _("{here} of {voters} – quorate") if enough else _("{here} of {voters} – not quorate")
        self.quorum.setText(("✓ " if enough else "") + words.format(here=here, voters=voters))
        mark(self.quorum, tone="good" if enough else "warn", type="strong")
