"""The list of keys as a model: a heading for each menu, below it a row for each of its actions; then the letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from referatdesk.i18n.catalogue import _
from referatdesk.ui.action_specs import MENU_NAMES, ActionSpec
from referatdesk.ui.actions import keys_of, of_menu
from referatdesk.ui.shortcuts.letters import LetterRow, letter_groups
from referatdesk.ui.shortcuts.taken import Changed
from referatdesk.ui.shortcuts.words import action_words, key_words
from referatdesk.ui.theme import tokens

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Heading:
    words: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    spec: ActionSpec
    keys: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        return self.keys != self.spec.keys

    @property
    def words(self) -> tuple[str, str, str]:
        return action_words(self.spec), key_words(self.keys), _("changed") if self.is_changed else ""


Row = Heading | KeyRow | LetterRow


def key_rows(changed: Changed, wanted: str = "") -> list[Row]:
    """All rows in the order of the menus, or those in which every word that is wanted stands."""
    words = wanted.casefold().split()
    found: list[Row] = []
    for name, rows in _groups(changed):
        shown = [row for row in rows if _holds(" ".join((name, *row.words)).casefold(), words)]
        found += [Heading(name), *shown] if shown else []
    return found


def _groups(changed: Changed) -> Iterator[tuple[str, Sequence[KeyRow | LetterRow]]]:
    for menu, name in MENU_NAMES.items():
        yield _(name).replace("&", ""), [KeyRow(spec, keys_of(spec, changed)) for spec in of_menu(menu)]
    yield from letter_groups()


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


class KeyListModel(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return (_("Command"), _("Key"), "")[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_row = index.isValid() and not isinstance(self.rows[index.row()], Heading)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_row else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return self._heading(row, index, role) if isinstance(row, Heading) else _cell(row, index, role)

    def _heading(self, row: Heading, index: Index, role: int) -> Any:
        if role == Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        named = role in (Role.DisplayRole, Role.AccessibleTextRole)
        return row.words if named and index.column() == 0 else None


def _cell(row: KeyRow | LetterRow, index: Index, role: int) -> Any:
    words = row.words
    if role == Role.DisplayRole:
        return words[index.column()]
    if role == Role.AccessibleTextRole:
        return words[0] if index.column() == 0 else words[index.column()] or _("no key")
    if role == Role.ForegroundRole and index.column() == 2:
        return tokens().muted
    return None
