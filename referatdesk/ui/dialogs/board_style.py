"""The house style of a board: labels and their order, and the forms of dates, headings and absence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.board import boards
from referatdesk.services.board.house_styles import builtin_styles
from referatdesk.services.template.templates import house_templates
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.record_form import Tick
from referatdesk.ui.dialogs.style_samples import choices
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.pick_field import Choices, PickField


def template_choices(own: str) -> Choices:
    """The templates of the house, and a file from elsewhere where that is chosen."""
    listed: list[tuple[str, object]] = [(one.title, one.name) for one in house_templates()]
    if own and own not in {name for _title, name in listed}:
        listed.append((Path(own).name, own))
    return listed


class StylePage(Form):
    """Every list shows the forms as they are printed, so nobody meets a pattern."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board: Board | None = None
        self._shared = label("", self, tone="muted", kind="small")
        self._picks: dict[str, PickField] = {}
        self.wide(self._shared)
        listed: Choices = [(_("A style of its own"), None), *((one.name, one.id) for one in builtin_styles())]
        self._like = PickField(_("Built-in style"), listed, self)
        self._like.changed.connect(self._take)
        self.row(_("Built-in style"), self._like)
        self._template = PickField(_("Template"), [], self)
        self._template.changed.connect(partial(self._keep, "template"))
        template = QHBoxLayout()
        template.setSpacing(SPACE.small)
        template.addWidget(self._template, 1)
        template.addWidget(button(_("Own file…"), self._browse, self, sign="open"))
        self.row(_("Word template"), template)
        self._list("title_pattern", _("Title"))
        self._list("title_date_pattern", _("Date in the title"))
        self._list("header_date_pattern", _("Date of the meeting"))
        self._list("label_date_pattern", _("Date in labels"))
        self._list("time_pattern", _("Time of day"))
        self._list("range_dash", _("From and to"))
        self._list("item_heading", _("Heading of an item"))
        self._list("attendance_form", _("Who was there"))
        self._list("absence_suffix", _("Absent, in the list"))
        self._list("absence_pattern", _("Absent, at the item"))
        self._list("presence_forms", _("Away for a part"))
        self._list("points_form", _("Points of a recommendation"))
        self._list("vote_form", _("How people voted"))
        self._ticks = {
            "capital_weekday": self._tick("capital_weekday", _("Weekdays with a capital letter")),
            "sub_numbers": self._tick("sub_numbers", _("Sub-items are numbered (2.1)")),
            "contents": self._tick("contents", _("A table of contents")),
        }
        self.end()

    def _list(self, field: str, words: str) -> None:
        made = PickField(words, [], self)
        made.changed.connect(partial(self._keep, field))
        self.row(words, made)
        self._picks[field] = made

    def _tick(self, field: str, words: str) -> Tick:
        made = Tick(words, self)
        made.toggled.connect(partial(self._keep, field))
        self.row("", made)
        return made

    def show_board(self, board: Board | None) -> None:
        self._board = board
        style = self._desk.workspace.find(HouseStyle, board.house_style_id) if board else None
        if board is None or style is None:
            return
        self._like.set_value(next((one.id for one in builtin_styles() if one.template == style.template), None))
        self._template.set_choices(template_choices(style.template))
        self._template.set_value(style.template)
        for field, pick in self._picks.items():
            pick.set_choices(choices(field, style, board))
            pick.set_value(getattr(style, field))
        for field, tick in self._ticks.items():
            tick.set_value(getattr(style, field))
        self._shared.setText(self._who_else(board, style))

    def _who_else(self, board: Board, style: HouseStyle) -> str:
        others = [
            one for one in self._desk.workspace.all(Board) if one.house_style_id == style.id and one.id != board.id
        ]
        if not others:
            return _("“{style}” is used by this board only.").format(style=style.name)
        words = ngettext(
            "“{style}” is used by {count} other board too: what you change here changes there.",
            "“{style}” is used by {count} other boards too: what you change here changes there.",
            len(others),
        )
        return words.format(style=style.name, count=len(others))

    def _keep(self, field: str, value: Any) -> None:
        board = self._board
        if board is not None:
            records = self._desk.workspace
            act: Callable[[], None] = lambda: self._desk.do(  # noqa: E731 - told to `attempt`
                boards.edit_style(records, board.house_style_id, **{field: value})
            )
            self._desk.attempt(act)

    def _take(self, slug: Any) -> None:
        """Everything as in a built-in style, its template too."""
        board = self._board
        if board is not None and slug is not None:
            records = self._desk.workspace
            act: Callable[[], None] = lambda: self._desk.do(  # noqa: E731 - told to `attempt`
                boards.take_style(records, board.house_style_id, slug)
            )
            self._desk.attempt(act)
            self.show_board(board)

    def _browse(self) -> None:
        self._desk.ask.file_to_open(
            _("Choose a Word template"), _("Word files (*.docx *.dotx)"), lambda path: self._keep("template", str(path))
        )
