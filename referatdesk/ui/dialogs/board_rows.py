"""The tables of the board's page: members, standing items and the labels of the house style."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from referatdesk.domain.boards import HouseStyle, Membership, Person, SectionForm, StandingItem
from referatdesk.domain.changes import Change
from referatdesk.domain.codes import ItemKind, Role, SectionKind
from referatdesk.domain.records import Records
from referatdesk.i18n.catalogue import _
from referatdesk.services.board import boards, members, standing
from referatdesk.ui.dialogs.row_source import Column
from referatdesk.ui.widgets.pick_field import words_of

SEATED = (
    Role.CHAIR,
    Role.CO_CHAIR,
    Role.VICE_CHAIR,
    Role.MEMBER,
    Role.MEETING_LEADER,
    Role.MINUTE_TAKER,
    Role.SECRETARIAT,
    Role.ADMIN,
    Role.OBSERVER,
)
"""The roles that somebody has on a board, and not only at one meeting."""

STANDING = (
    ItemKind.ITEM,
    ItemKind.OPENING,
    ItemKind.APPROVE_AGENDA,
    ItemKind.APPROVE_MINUTES,
    ItemKind.INFORMATION,
    ItemKind.PRESENTATION,
    ItemKind.QUESTION_TIME,
    ItemKind.NEXT_MEETING,
    ItemKind.ANY_OTHER,
    ItemKind.SIGNATURE,
)


class MemberRows:
    def __init__(self, records: Records, board_id: str) -> None:
        self._records = records
        self._board_id = board_id
        self.new_row = _("+ New member")

    @property
    def columns(self) -> Sequence[Column[Membership]]:
        return (
            Column(_("Name"), self.name, self._edit("name")),
            Column(_("Role"), lambda seat: seat.role, self._edit("role"), words_of(SEATED), width=116),
            Column(_("Group"), lambda seat: seat.group_label, self._edit("group_label"), width=140),
            Column(_("Organisation"), self._organisation, self._edit("organisation"), width=140),
            Column(_("Party"), lambda seat: seat.party, self._edit("party"), width=60),
            Column(_("Votes"), lambda seat: seat.has_vote, self._edit("has_vote"), check=True, width=64),
            Column(_("Substitute"), self._substitute, self._set_substitute, width=130),
        )

    def _edit(self, field: str) -> Any:
        return lambda seat, value: members.edit_member(self._records, seat.id, **{field: _none_if_blank(value)})

    def _organisation(self, seat: Membership) -> str:
        return members.member_organisation(self._records, seat)

    def _substitute(self, seat: Membership) -> str:
        person = self._records.find(Person, seat.substitute_id) if seat.substitute_id else None
        return person.full_name if person else ""

    def _set_substitute(self, seat: Membership, name: str) -> Change:
        return members.set_substitute(self._records, seat.id, name)

    def rows(self) -> Sequence[Membership]:
        return members.members_of(self._records, self._board_id) if self._board_id else []

    def key(self, row: Membership) -> str:
        return row.id

    def name(self, row: Membership) -> str:
        return members.member_name(self._records, row)

    def add(self, name: str) -> Change:
        return members.add_member(self._records, self._board_id, name)

    def remove(self, row: Membership) -> Change:
        return members.remove_member(self._records, row.id)

    def move(self, row: Membership, index: int) -> Change:
        return members.move_member(self._records, row.id, index)


class StandingRows:
    def __init__(self, records: Records, board_id: str) -> None:
        self._records = records
        self._board_id = board_id
        self.new_row = _("+ New standing item")

    @property
    def columns(self) -> Sequence[Column[StandingItem]]:
        places = [(_("First"), False), (_("Last"), True)]
        return (
            Column(_("Title"), self.name, self._edit("title")),
            Column(_("Kind"), lambda item: item.kind, self._edit("kind"), words_of(STANDING), width=200),
            Column(_("Place"), lambda item: item.closing, self._edit("closing"), places, width=110),
        )

    def _edit(self, field: str) -> Any:
        return lambda item, value: standing.edit_standing_item(self._records, item.id, **{field: value})

    def rows(self) -> Sequence[StandingItem]:
        return standing.standing_of(self._records, self._board_id) if self._board_id else []

    def key(self, row: StandingItem) -> str:
        return row.id

    def name(self, row: StandingItem) -> str:
        return row.title

    def add(self, name: str) -> Change:
        return standing.add_standing_item(self._records, self._board_id, name)

    def remove(self, row: StandingItem) -> Change:
        return standing.remove_standing_item(self._records, row.id)

    def move(self, row: StandingItem, index: int) -> Change:
        return standing.move_standing_item(self._records, row.id, index)


class LabelRows:
    """The kinds of section that the style prints, in printed order. A new one is named by its label."""

    def __init__(self, records: Records, style_id: str) -> None:
        self._records = records
        self._style_id = style_id
        self.new_row = _("+ New label")

    @property
    def _style(self) -> HouseStyle | None:
        return self._records.find(HouseStyle, self._style_id)

    @property
    def columns(self) -> Sequence[Column[SectionForm]]:
        return (
            Column(_("Label"), self.name, self._edit("label")),
            Column(_("Section"), lambda form: form.kind, self._set_kind, words_of(SectionKind), width=150),
            Column(_("Colon"), lambda form: form.colon, self._edit("colon"), check=True, width=64),
            Column(_("Same line"), lambda form: form.inline, self._edit("inline"), check=True, width=84),
            Column(_("In every item"), lambda form: form.standard, self._edit("standard"), check=True, width=104),
        )

    def _edit(self, field: str) -> Any:
        return lambda form, value: boards.edit_section_form(
            self._records, self._style_id, form.kind, **{field: _none_if_blank(value)}
        )

    def _set_kind(self, form: SectionForm, kind: SectionKind) -> Change:
        """Kinds are printed once: the kind that another line has is swapped with this one's."""
        swap = {form.kind: kind, kind: form.kind}
        forms = (_with_kind(one, swap.get(one.kind, one.kind)) for one in self.rows())
        return boards.edit_style(self._records, self._style_id, sections=tuple(forms))

    def rows(self) -> Sequence[SectionForm]:
        return self._style.sections if self._style else ()

    def key(self, row: SectionForm) -> str:
        return row.kind

    def name(self, row: SectionForm) -> str:
        return row.label or ""

    def add(self, name: str) -> Change:
        """The first kind that the style does not print yet; it is chosen in the next column."""
        printed = {form.kind for form in self.rows()}
        kind = next((kind for kind in SectionKind if kind not in printed), SectionKind.OTHER)
        return boards.edit_section_form(self._records, self._style_id, kind, label=name)

    def remove(self, row: SectionForm) -> Change:
        left = tuple(form for form in self.rows() if form.kind is not row.kind)
        return boards.edit_style(self._records, self._style_id, sections=left)

    def move(self, row: SectionForm, index: int) -> Change:
        rest = [form for form in self.rows() if form.kind is not row.kind]
        return boards.edit_style(self._records, self._style_id, sections=(*rest[:index], row, *rest[index:]))


def _with_kind(form: SectionForm, kind: SectionKind) -> SectionForm:
    return SectionForm(kind, form.label, form.colon, form.inline, form.standard)


def _none_if_blank(value: object) -> object:
    return value.strip() or None if isinstance(value, str) and not isinstance(value, StrEnum) else value
