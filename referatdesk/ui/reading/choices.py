"""The line above the preview: whose document it is, what it is, and whether the file itself is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from referatdesk.domain.boards import Board
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.sorting import danish_key
from referatdesk.services.drafts import Doubt, Draft
from referatdesk.services.intake.proposals import BOARD_LIKE, BOARD_MISSING
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.pick_field import PickField

NARROWEST_BOARD = 260
BOARD_CODES = frozenset({BOARD_LIKE, BOARD_MISSING})


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose document it is, what it is, and whether the file itself is kept with the meeting."""

    board_name: str
    is_agenda: bool
    keep_file: bool


class Choices(QWidget):
    """`board_chosen` carries the name of the board. What the user chose is kept."""

    board_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.board = QComboBox(self)
        self.board.setEditable(True)
        self.board.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.board.setAccessibleName(_("Board"))
        self.board.setMinimumWidth(NARROWEST_BOARD)
        names = sorted((board.name for board in desk.workspace.all(Board)), key=danish_key)
        self.board.addItems(names)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(_("Which board?"))
        self._line.setAccessibleName(_("Board"))
        self._line.textEdited.connect(lambda _text: self._note_board())
        self._line.editingFinished.connect(self._tell_board)
        self.board.setLineEdit(self._line)
        self.board.activated.connect(lambda _place: self._pick_board())
        self.kind = PickField(_("Read as"), [(_("Minutes"), False), (_("Agenda"), True)], self)
        self.kind.changed.connect(lambda _agenda: self._note_kind())
        self.keep = QCheckBox(_("Keep the file with the meeting"), self)
        self._board_is_chosen = False
        self._kind_is_chosen = False
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.small)
        name = QLabel(_("Board"), self)
        name.setBuddy(self.board)
        box.addWidget(name)
        box.addWidget(self.board, 1)
        box.addWidget(self.kind)
        box.addWidget(self.keep)

    def _note_board(self) -> None:
        self._board_is_chosen = True

    def _pick_board(self) -> None:
        self._note_board()
        self._tell_board()

    def _tell_board(self) -> None:
        if self._board_is_chosen:
            self.board_chosen.emit(self.board_name)

    def _note_kind(self) -> None:
        self._kind_is_chosen = True

    @property
    def board_name(self) -> str:
        return self.board.currentText().strip()

    @property
    def chosen(self) -> Chosen:
        return Chosen(self.board_name, bool(self.kind.value), self.keep.isChecked())

    def show_draft(self, draft: Draft, accepted: Iterable[Doubt]) -> None:
        """What was read, or accepted of what the archive proposes."""
        if not self._board_is_chosen:
            known = [doubt.proposal for doubt in accepted if doubt.code in BOARD_CODES and doubt.proposal]
            self.board.setEditText(known[-1] if known else draft.head.board or "")
            self._line.setCursorPosition(0)
        if not self._kind_is_chosen:
            self.kind.set_value(draft.is_agenda)
