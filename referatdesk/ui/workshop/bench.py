"""What lies on the workshop's bench: the chosen template with its report, and the board that it is looked at for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.sorting import danish_key
from referatdesk.services.archive.events import Applied
from referatdesk.services.board import boards
from referatdesk.services.template import template_check, templates
from referatdesk.services.template.template_check import TemplateReport
from referatdesk.services.template.templates import HouseTemplate
from referatdesk.ui.desk import Desk


class Bench(QObject):
    """`listed`: other templates. `chosen`: another template, or the same with another content. `checked`: its report
    has come. `used`: another board is looked at, or one prints with another template.
    """

    listed = Signal()
    chosen = Signal()
    checked = Signal()
    used = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk = desk
        self.host = host
        self.templates: list[HouseTemplate] = templates.house_templates()
        self.template: HouseTemplate | None = None
        self.report: TemplateReport | None = None
        self.board: Board | None = self._first_board()
        self._seen: tuple[int, int] = (0, 0)
        desk.watch(self, self._heard)

    def _first_board(self) -> Board | None:
        meeting = self.desk.workspace.meeting
        listed = self.boards
        own = (board for board in listed if meeting is not None and board.id == meeting.board_id)
        return next(own, listed[0] if listed else None)

    @property
    def boards(self) -> list[Board]:
        return sorted(self.desk.workspace.all(Board), key=lambda board: danish_key(board.name))

    @property
    def style(self) -> HouseStyle | None:
        """The house style of the board, as it is now."""
        return self.desk.workspace.find(HouseStyle, self.board.house_style_id) if self.board else None

    def users(self, template: HouseTemplate) -> list[Board]:
        """The boards that print with it."""
        styles = {style.id for style in self.desk.workspace.all(HouseStyle) if style.template == template.name}
        return [board for board in self.boards if board.house_style_id in styles]

    def choose_board(self, board: Board | None) -> None:
        self.board = board
        self.used.emit()

    def use(self) -> None:
        """The board prints with the template from now on."""
        board, template = self.board, self.template
        if board is not None and template is not None:
            records = self.desk.workspace
            change = boards.edit_style(records, board.house_style_id, template=template.name)
            self.desk.attempt(partial(self.desk.do, change))

    def _heard(self, event: object) -> None:
        if not isinstance(event, Applied):
            return
        if self.board is not None and self.desk.workspace.find(Board, self.board.id) is None:
            self.board = self._first_board()
        self.used.emit()

    # Templates

    def list_anew(self, name: str = "") -> None:
        """What lies in the folder now; `name` is chosen where it is there."""
        self.templates = templates.house_templates()
        self.listed.emit()
        wanted = name or (self.template.name if self.template else "")
        self.choose(next((one for one in self.templates if one.name == wanted), None))

    def choose(self, template: HouseTemplate | None) -> None:
        self.template = template
        self.report = None
        self._seen = self._stamp()
        self.chosen.emit()
        if template is not None:
            self._check(template)

    def look_again(self) -> None:
        """Takes in what was changed in Word meanwhile."""
        if self.template is not None and self._stamp() != self._seen:
            self.list_anew()

    def _stamp(self) -> tuple[int, int]:
        try:
            state = self.template.path.stat() if self.template else None
        except OSError:
            return (0, 0)
        return (state.st_mtime_ns, state.st_size) if state else (0, 0)

    def _check(self, template: HouseTemplate) -> None:
        self.desk.jobs.run(
            _("Looking through {name} …").format(name=template.name),
            lambda _progress: template_check.check(template_check.content_of(template.path)),
            partial(self._take, template),
            self.desk.ask.tell_exception,
            self.host,
        )

    def _take(self, template: HouseTemplate, report: TemplateReport) -> None:
        if template == self.template:
            self.report = report
            self.checked.emit()
