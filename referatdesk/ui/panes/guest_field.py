"""The line in which a guest is typed; people known to the archive are completed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.presence.guests import Known
from referatdesk.ui.widgets.offers import Offers


class GuestField(QLineEdit):
    def __init__(self, known: Callable[[], Sequence[Known]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._choices = QStandardItemModel(self)
        self.setPlaceholderText(_("+ Add a person"))
        self.setToolTip(_("Name, title, organisation"))
        self.setAccessibleName(_("Name of a person to add"))
        Offers(self._choices, self).setCompletionRole(Qt.ItemDataRole.UserRole)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whom the archive knows is asked when somebody is about to type."""
        self._choices.clear()
        for one in self._known():
            choice = QStandardItem(one.described)
            choice.setData(one.name, Qt.ItemDataRole.UserRole)
            self._choices.appendRow(choice)
        super().focusInEvent(event)

    def clear(self) -> None:
        """Also of what is completed once more: after Enter the list of names writes the one that was chosen."""
        super().clear()
        QTimer.singleShot(0, self, super().clear)
