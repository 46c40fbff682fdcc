"""Setting up a board: its name, kind and house style."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from referatdesk.domain.boards import Board, HouseStyle, Membership, SectionForm, StandingItem
from referatdesk.domain.changes import Change, added, removed
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.reading import ReadingHabit
from referatdesk.domain.records import Records
from referatdesk.domain.writing import Snippet
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.board.kinds import OTHER, board_kind
from referatdesk.services.editing import edit
from referatdesk.services.errors import UserError


def create_board(records: Records, name: str, *, kind: str = OTHER, style_slug: str) -> tuple[Change, str]:
    """A board that prints in a built-in style. The style is copied into the archive, where it can be edited; an
    unedited copy that is there already is used."""
    return create_board_in_style(records, name, kind=kind, style=builtin_style(style_slug))


def create_board_in_style(records: Records, name: str, *, kind: str = OTHER, style: HouseStyle) -> tuple[Change, str]:
    """A board that prints in a style that is copied into the archive, or in an equal one that is there already."""
    known = board_kind(kind)
    stored = next((one for one in records.all(HouseStyle) if replace(one, id=style.id) == style), None)
    new_styles = () if stored else added(replace(style, id=new_id()))
    style_id = stored.id if stored else new_styles[0].record.id
    board = Board(
        id=new_id(),
        name=name.strip(),
        kind=kind,
        legal_basis=known.legal_basis,
        minutes_public=known.minutes_public,
        house_style_id=style_id,
    )
    return Change("board.add", (*new_styles, *added(board)), board.name), board.id


def edit_board(records: Records, board_id: str, **fields: Any) -> Change:
    board = records.get(Board, board_id)
    return edit("board.edit", board, fields, board.name)


def remove_board(records: Records, board_id: str, *, has_meetings: bool) -> Change:
    """Takes the board away with its seats, standing items, phrases and what was learnt of its papers, and its house
    style where no other board prints in it.

    Raises UserError "board.has_meetings": minutes are never taken away along with a board. People stay known.
    """
    board = records.get(Board, board_id)
    if has_meetings:
        raise UserError("board.has_meetings", board=board.name)
    seats = [seat for seat in records.all(Membership) if seat.board_id == board_id]
    standing = [item for item in records.all(StandingItem) if item.board_id == board_id]
    habits = [habit for habit in records.all(ReadingHabit) if habit.board_id == board_id]
    phrases = [snippet for snippet in records.all(Snippet) if snippet.board_id == board_id]
    others = {other.house_style_id for other in records.all(Board) if other.id != board_id}
    styles = [] if board.house_style_id in others else [records.get(HouseStyle, board.house_style_id)]
    return Change("board.remove", removed(*phrases, *habits, *standing, *seats, board, *styles), board.name)


def edit_style(records: Records, style_id: str, **values: Any) -> Change:
    """Any fields of the style, for all boards that print in it. Items that exist keep the labels they have."""
    style = records.get(HouseStyle, style_id)
    return edit("style.edit", style, values, style.name)


def take_style(records: Records, style_id: str, slug: str) -> Change:
    """The style made like a built-in one in everything; items that exist keep the labels they have."""
    taken = builtin_style(slug)
    return edit_style(
        records, style_id, **{one.name: getattr(taken, one.name) for one in fields(taken) if one.name != "id"}
    )


def edit_section_form(records: Records, style_id: str, kind: SectionKind, **fields: Any) -> Change:
    """How the style prints one kind of section; a kind that it did not print is added last."""
    style = records.get(HouseStyle, style_id)
    stood = style.form(kind)
    form = replace(stood or SectionForm(kind), **fields)
    sections = tuple(form if one is stood else one for one in style.sections)
    return edit_style(records, style_id, sections=sections if stood else (*sections, form))
