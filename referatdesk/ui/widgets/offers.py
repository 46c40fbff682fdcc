"""What may be meant while a line is typed, in a list below it that looks like the other lists of the house."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

from referatdesk.ui.theme import dress, mark

SHORTEST_PART = 3


def the_only_one(names: Sequence[str], typed: str) -> str | None:
    """The name of which a part was typed, where only one has it; a short part may be the letter of a party."""
    part = typed.strip().casefold()
    meant = [name for name in names if f" {part}" in f" {name.casefold()}"]
    return meant[0] if len(part) >= SHORTEST_PART and len(meant) == 1 else None


class Offers(QCompleter):
    """Whatever holds the letters that were typed, in large or small."""

    def __init__(self, offered: Sequence[str] | QAbstractItemModel, line: QLineEdit) -> None:
        model = offered if isinstance(offered, QAbstractItemModel) else QStringListModel(list(offered))
        super().__init__(model, line)
        if model.parent() is None:
            model.setParent(self)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setPopup(_OfferedList())
        line.setCompleter(self)


class _OfferedList(QListView):
    """A window of its own, outside the one that is dressed."""

    def __init__(self) -> None:
        super().__init__()
        dress(self)
        mark(self, look="offered")
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
