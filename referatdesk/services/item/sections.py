"""The sections that a house style gives an item, and the place of each kind among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.domain.boards import Board, HouseStyle, SectionForm
from referatdesk.domain.codes import ItemKind, SectionKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.meetings import Section
from referatdesk.domain.richtext import Blocks, paragraph, with_new_ids

NOTHING_TO_RECOMMEND = frozenset(
    {
        ItemKind.OPENING,
        ItemKind.ATTENDANCE,
        ItemKind.ANY_OTHER,
        ItemKind.NEXT_MEETING,
        ItemKind.SIGNATURE,
        ItemKind.QUESTION_TIME,
    }
)
"""Items in which nobody recommends anything: no lead-in waits there for points that never come."""

_KINDS = list(SectionKind)


def standard_sections(
    style: HouseStyle, board: Board, item_kind: ItemKind, case_text: Blocks = ()
) -> tuple[Section, ...]:
    """What stands ready in a new item; a case text gets its section also where the house has none standing."""
    sections = tuple(_standing(form, style, board, item_kind) for form in style.sections if form.standard)
    if not case_text:
        return sections
    if not any(section.kind is SectionKind.CASE_TEXT for section in sections):
        sections = placed(sections, new_section(style, SectionKind.CASE_TEXT), style)
    filled = next(section for section in sections if section.kind is SectionKind.CASE_TEXT)
    return tuple(
        replace(section, blocks=with_new_ids(case_text)) if section is filled else section for section in sections
    )


def _standing(form: SectionForm, style: HouseStyle, board: Board, item_kind: ItemKind) -> Section:
    section = _of_form(form)
    if form.kind is SectionKind.RECOMMENDATION and style.lead_in and item_kind not in NOTHING_TO_RECOMMEND:
        return replace(section, blocks=(paragraph(lead_in(style, board)),))
    return section


def lead_in(style: HouseStyle, board: Board) -> str:
    """The words that open a recommendation of the board; empty where the house has none."""
    return (style.lead_in or "").replace("{board}", board.name)


def _of_form(form: SectionForm) -> Section:
    return Section(id=new_block_id(), kind=form.kind, label=form.label, colon=form.colon, inline=form.inline)


def new_section(style: HouseStyle, kind: SectionKind, label: str | None = None) -> Section:
    """An empty section as the house prints that kind, under another label if one is given."""
    section = _of_form(style.form(kind) or SectionForm(kind))
    return section if label is None else replace(section, label=label)


def placed(sections: Sequence[Section], new: Section, style: HouseStyle) -> tuple[Section, ...]:
    """The sections with the new one in front of the first that the house prints after it."""
    rank = _rank(style, new.kind)
    place = next((index for index, section in enumerate(sections) if _rank(style, section.kind) > rank), len(sections))
    return (*sections[:place], new, *sections[place:])


def _rank(style: HouseStyle, kind: SectionKind) -> float:
    """Where the house prints a kind; one that it does not print follows the nearest that usually stands before it."""
    order = [form.kind for form in style.sections]
    if kind in order:
        return order.index(kind)
    earlier = [known for known in order if _KINDS.index(known) < _KINDS.index(kind)]
    return order.index(max(earlier, key=_KINDS.index)) + 0.5 if earlier else -0.5
