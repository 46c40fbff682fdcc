"""The board's own facts: name, kind, level, region, law, quorum, publicity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import ApprovalMode, BoardLevel, ClosedItems, LegalBasis
from referatdesk.i18n.catalogue import _, language_in_use
from referatdesk.services.board import boards
from referatdesk.services.board.house_styles import STANDARD_STYLE
from referatdesk.services.board.kinds import board_kind, board_kinds
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.record_form import RecordForm
from referatdesk.ui.widgets.pick_field import Choices, words_of

_NEED_BOARD = (
    *("kind", "level", "legal_basis", "region", "quorum", "approval_mode"),
    *("minutes_public", "closed_items", "public_contacts"),
)


class GeneralPage(RecordForm):
    """Without a board yet, a name makes one; `made` is told its id."""

    def __init__(self, desk: Desk, made: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(desk, self._keep, parent)
        self._desk = desk
        self._made = made
        self._board_id = ""
        self.name = self.text("name", _("Name"), hint=_("As it is printed at the top of the minutes."))
        self.pick("kind", _("Kind"), _kinds())
        self.pick("level", _("Level"), [(_("Not stated"), None), *words_of(BoardLevel)])
        self.pick("legal_basis", _("Legal basis"), words_of(LegalBasis))
        self.text("region", _("Region"))
        self.number("quorum", _("Quorum"), hint=_("Voting members needed. Empty means at least half of them."))
        self.pick("approval_mode", _("Approval of the minutes"), words_of(ApprovalMode))
        self.tick("minutes_public", _("The minutes are public"))
        self.pick(
            "closed_items",
            _("Closed items"),
            words_of(ClosedItems),
            hint=_("In the public version. A closed item gets its neutral title under Meeting, Public version."),
        )
        self.words(
            "public_contacts",
            _("Public addresses"),
            hint=_(
                "What may be published, divided by commas: egeby.dk for all mail of that domain, a whole mail address, "
                "or a telephone number. All others are left out."
            ),
        )
        self.end()

    def show_board(self, board: Board | None) -> None:
        """None stands for a board that is to be made: then only the name can be given."""
        self._board_id = board.id if board else ""
        if board is not None:
            self.show_record(board)
        else:
            self.name.set_value(None)
        for name in _NEED_BOARD:
            self.field(name).setEnabled(board is not None)

    def _keep(self, name: str, value: Any) -> None:
        self._desk.attempt(lambda: self._change(name, value))
        self.show_board(self._desk.workspace.find(Board, self._board_id) if self._board_id else None)

    def _change(self, name: str, value: Any) -> None:
        records = self._desk.workspace
        if name == "name" and not value:
            return
        if not self._board_id:
            change, board_id = boards.create_board(records, value, style_slug=STANDARD_STYLE)
            self._desk.do(change, self)
            self._board_id = board_id
            self._made(board_id)
            return
        self._desk.do(boards.edit_board(records, self._board_id, **{name: value} | _following(name, value)), self)


def _following(name: str, value: Any) -> dict[str, Any]:
    """A kind brings its law and its publicity along."""
    if name != "kind":
        return {}
    kind = board_kind(value)
    return {"legal_basis": kind.legal_basis, "minutes_public": kind.minutes_public}


def _kinds() -> Choices:
    return [(kind.name(language_in_use()), kind.code) for kind in board_kinds()]
