"""What became of the files of a folder, as a list that can be narrowed to what needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from referatdesk.i18n.catalogue import _, later, ngettext
from referatdesk.i18n.errors import error_words
from referatdesk.services.intake.many import FileResult, FileState
from referatdesk.ui.days import day_words
from referatdesk.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
RESULT = Qt.ItemDataRole.UserRole

STATES: Mapping[FileState, str] = {
    FileState.CERTAIN: later("Read in"),
    FileState.DOUBTFUL: later("In doubt"),
    FileState.REFUSED: later("Refused"),
    FileState.KNOWN: later("Known already"),
}
_SIGNS = {
    FileState.CERTAIN: ("check", "good"),
    FileState.DOUBTFUL: ("unknown", "warn"),
    FileState.REFUSED: ("warning", "bad"),
    FileState.KNOWN: ("info", "muted"),
}


def result_words(result: FileResult) -> str:
    """One line: what became of it, which file, and what is in it or why not."""
    facts = ""
    if result.error is not None:
        facts = error_words(result.error.code, result.error.data).partition("\n")[0]
    elif result.state is not FileState.KNOWN:
        facts = ", ".join(part for part in (result.board, day_words(result.date)) if part)
    doubts = ngettext("{count} doubt", "{count} doubts", len(result.doubts)).format(count=len(result.doubts))
    words = [_(STATES[result.state]), result.path.name, facts, doubts if result.state is FileState.DOUBTFUL else ""]
    return " · ".join(part for part in words if part)


class ResultModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._results: list[FileResult] = []

    def add(self, result: FileResult) -> None:
        self.beginInsertRows(QModelIndex(), len(self._results), len(self._results))
        self._results.append(result)
        self.endInsertRows()

    def replace(self, old: FileResult, new: FileResult) -> None:
        number = self._results.index(old)
        self._results[number] = new
        self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def count(self) -> Counter[FileState]:
        return Counter(result.state for result in self._results)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role == RESULT:
            return result
        if role == Qt.ItemDataRole.DisplayRole:
            return result_words(result)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(*_SIGNS[result.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(result.path)
        return None


class OfState(QSortFilterProxyModel):
    """The results of one state, or all."""

    def __init__(self, model: ResultModel) -> None:
        super().__init__(model)
        self._state: FileState | None = None
        self.setSourceModel(model)

    def show_state(self, state: object) -> None:
        self._state = state if isinstance(state, FileState) else None
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        result: FileResult = self.sourceModel().index(row, 0, parent).data(RESULT)
        return self._state is None or result.state is self._state
