"""The line in which a guest is typed; people known to the archive are completed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.presence.guests import add_guest, already_listed, known_people
from referatdesk.services.presence.moments import Moment
from referatdesk.ui.desk import Desk
from referatdesk.ui.widgets.offers import Offers
from referatdesk.ui.widgets.toast import Toast


class GuestField(QLineEdit):
    """`listed` carries the id of whoever was typed and is at the meeting already."""

    listed = Signal(str)

    def __init__(self, desk: Desk, moment: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._moment = moment
        self._choices = QStandardItemModel(self)
        self.setPlaceholderText(_("+ Add a person"))
        self.setToolTip(_("Name, title, organisation"))
        self.setAccessibleName(_("Name of a person to add"))
        self.returnPressed.connect(self._add)
        Offers(self._choices, self).setCompletionRole(Qt.ItemDataRole.UserRole)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whom the archive knows is asked when somebody is about to type."""
        self._choices.clear()
        meeting = self._desk.workspace.meeting
        for one in known_people(self._desk.workspace, meeting.id) if meeting else ():
            choice = QStandardItem(one.described)
            choice.setData(one.name, Qt.ItemDataRole.UserRole)
            self._choices.appendRow(choice)
        super().focusInEvent(event)

    def clear(self) -> None:
        """Also of what is completed once more: after Enter the list of names writes the one that was chosen."""
        super().clear()
        QTimer.singleShot(0, self, super().clear)

    def _add(self) -> None:
        records, typed, meeting = self._desk.workspace, self.text().strip(" ,"), self._desk.workspace.meeting
        if not typed or meeting is None:
            return
        listed = already_listed(records, meeting.id, typed)
        if listed is not None:
            self.listed.emit(listed.id)
            Toast.show_in(self.window(), _("{name} is on the list already.").format(name=listed.name))
        else:
            self._desk.attempt(lambda: self._desk.do(add_guest(records, meeting.id, typed, self._moment())))
        self.clear()
