"""The palette: every field, searched by name, group, words or example; copied or dragged as text into Word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.template.vocabulary import Entry, Group, field_sheet, vocabulary
from referatdesk.services.written_files import write_new
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.lines import LineRole, LinesView
from referatdesk.ui.workshop.page import Page

TOKEN = Qt.ItemDataRole.UserRole + 10
SEARCHED = Qt.ItemDataRole.UserRole + 11
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldModel(QStandardItemModel):
    """All fields under the headings of their groups; what is dragged out is the token as text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for group in vocabulary():
            title = _("The meeting") if group.is_meeting else group.name.capitalize()
            where = _("May stand everywhere, also in header and footer") if group.is_meeting else _where(group)
            words = " ".join((title, where, *(_searched(entry) for entry in group.fields)))
            self.appendRow(_heading(title, where, words))
            if not group.is_meeting:
                self.appendRow(_repeat_row(group, title))
            for entry in group.fields:
                below = f"{entry.description} – {entry.example}"
                self.appendRow(_field_row(entry.token, entry.token, below, f"{title} {_searched(entry)}"))

    def mimeTypes(self) -> list[str]:
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setText("\n".join(index.data(TOKEN) for index in indexes if index.data(TOKEN)))
        return data


def _searched(entry: Entry) -> str:
    return f"{entry.token} {entry.description} {entry.example}"


def _where(group: Group) -> str:
    inside = [name for name in group.inside if name != "møde"]
    words = group.description
    if inside:
        words = _("{words}; inside {repeats}").format(words=words, repeats=", ".join(inside))
    return _("{words}; with the fields of {repeat}").format(words=words, repeat=group.like) if group.like else words


def _heading(title: str, below: str, searched: str) -> QStandardItem:
    row = _row(title, below, searched)
    row.setData(True, LineRole.HEADING)
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    return row


def _repeat_row(group: Group, title: str) -> QStandardItem:
    token = f"{group.opening}\n{group.end}"
    below = _("What stands between the two is repeated")
    return _field_row(f"{group.opening} … {group.end}", token, below, f"{title} {group.description} {token}")


def _field_row(words: str, token: str, below: str, searched: str) -> QStandardItem:
    row = _row(words, below, searched)
    row.setData(token, TOKEN)
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
    return row


def _row(words: str, below: str, searched: str) -> QStandardItem:
    row = QStandardItem(words)
    row.setData(below, LineRole.BELOW)
    row.setData(searched.casefold(), SEARCHED)
    row.setData(f"{words}: {below}", Qt.ItemDataRole.AccessibleTextRole)
    return row


class _Found(QSortFilterProxyModel):
    """The rows that hold every word of the search; a heading is there with any of its fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def search(self, text: str) -> None:
        self._words = text.casefold().replace("[", " ").replace("]", " ").split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        if index.data(LineRole.HEADING):
            return any(self._holds(below) for below in self._under(row))
        return self._holds(index)

    def _under(self, heading: int) -> list[QModelIndex]:
        rows = []
        for row in range(heading + 1, self.sourceModel().rowCount()):
            index = self.sourceModel().index(row, 0)
            if index.data(LineRole.HEADING):
                break
            rows.append(index)
        return rows

    def _holds(self, index: QModelIndex) -> bool:
        searched = str(index.data(SEARCHED))
        return all(word in searched for word in self._words)


class FieldsPage(Page):
    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Search fields"))
        self.search.setAccessibleName(_("Search fields"))
        self.search.setClearButtonEnabled(True)
        self.rows = LinesView(_("Fields"), self)
        self._found = _Found(self)
        self._found.setSourceModel(FieldModel(self))
        self.rows.setModel(self._found)
        self.rows.setDragEnabled(True)
        self.rows.setToolTip(_("Enter copies a field; it can also be dragged into Word"))
        self.rows.doubleClicked.connect(lambda _index: self.copy())
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.copy)
        self._lay_out()
        self._choose_first()
        self.main = self.search

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self.search, 1)
        line.addWidget(button(_("Copy"), self.copy, self, sign="paste"))
        line.addWidget(button(_("Copy “only if”"), self.copy_condition, self))
        self.note = label(
            _("Enter copies a field as text; paste or drag it into Word."), self, tone="muted", kind="small"
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACE.medium, 0, 0)
        box.addLayout(line)
        box.addWidget(self.rows, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE.small)
        below.addWidget(self.note, 1)
        below.addWidget(button(_("Save as a Word file with fields…"), self._save, self, sign="export"))
        box.addLayout(below)

    def _look_for(self, text: str) -> None:
        self._found.search(text)
        self._choose_first()

    def _choose_first(self) -> None:
        listed = (self._found.index(row, 0) for row in range(self._found.rowCount()))
        first = next((index for index in listed if index.data(TOKEN)), None)
        if first is not None:
            self.rows.setCurrentIndex(first)
            self.rows.scrollToTop()

    @property
    def token(self) -> str:
        """The chosen one."""
        return str(self.rows.currentIndex().data(TOKEN) or "")

    def copy(self) -> None:
        self._put(self.token)

    def copy_condition(self) -> None:
        """What keeps a text only when the field has a value."""
        name = self.token.partition("\n")[0].strip("[]").removeprefix("gentag ")
        self._put(f"[[hvis {name}]] [[slut hvis {name}]]" if name else "")

    def _put(self, words: str) -> None:
        if words:
            QGuiApplication.clipboard().setText(words)
            told = _("Copied: {token}").format(token=words.replace("\n", " … "))
            self.note.setText(told)
            announce(self, told)

    def _save(self) -> None:
        proposed = _("Fields for a template.docx")
        self._bench.desk.ask.file_to_save(
            _("Save as a Word file with fields"), proposed, _("Word files (*.docx)"), self._write
        )

    def _write(self, path: Path) -> None:
        self._bench.desk.attempt(partial(write_new, path, field_sheet(), overwrite=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.rows.hasFocus():
            self.copy()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.rows.setFocus()
        else:
            super().keyPressEvent(event)
