"""The text of an item: its sections and what is written in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, ItemText, Section
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, normalised
from referatdesk.services.dependents import without_decision
from referatdesk.services.item.points import following_text
from referatdesk.services.item.sections import new_section, placed
from referatdesk.services.lookup import style_of_item


def set_blocks(
    records: Records, item_id: str, section_id: str, blocks: Iterable[Block], step: str | None = None
) -> Change:
    """What is written in one section; the points of a recommendation follow. `step` joins the typing of one visit."""
    written = normalised(blocks)
    after = _with_section(records.text(item_id), section_id, lambda section: replace(section, blocks=written))
    return _text_change(records, "text.edit", after, step)


def ensure_section(records: Records, item_id: str, kind: SectionKind) -> tuple[Change, str]:
    """The first section of the kind, added at its place in the house style where the item has none."""
    text = records.text(item_id)
    found = text.of_kind(kind)
    if found:
        return Change("section.add", ()), found[0].id
    style = style_of_item(records, item_id)
    new = new_section(style, kind)
    after = replace(text, sections=placed(text.sections, new, style))
    return _text_change(records, "section.add", after), new.id


def rename_section(records: Records, item_id: str, section_id: str, label: str | None) -> Change:
    """Another label in print; None or blank prints none."""
    worded = (label or "").strip() or None
    after = _with_section(records.text(item_id), section_id, lambda section: replace(section, label=worded))
    return _text_change(records, "section.rename", after)


def publish_section(records: Records, item_id: str, section_id: str, is_public: bool) -> Change:
    """Whether the section is published with an item that is only partly closed."""
    after = _with_section(records.text(item_id), section_id, lambda section: replace(section, public=is_public))
    return _text_change(records, "section.publish", after)


def remove_section(records: Records, item_id: str, section_id: str) -> Change:
    """Takes the section away with its text, and with the decision that is written in it."""
    text = records.text(item_id)
    gone = _section(text, section_id)
    after = replace(text, sections=tuple(section for section in text.sections if section is not gone))
    decisions = tuple(
        pair
        for decision in records.all(Decision)
        if decision.item_id == item_id and decision.section_id == section_id
        for pair in without_decision(records, decision)
    )
    return _text_change(records, "section.remove", after, first=decisions)


def move_section(records: Records, item_id: str, section_id: str, index: int) -> Change:
    """The section at the index, which counts without it."""
    text = records.text(item_id)
    section = _section(text, section_id)
    rest = [other for other in text.sections if other is not section]
    rest.insert(max(0, min(index, len(rest))), section)
    return _text_change(records, "section.move", replace(text, sections=tuple(rest)))


def _text_change(
    records: Records, label: str, after: ItemText, step: str | None = None, first: tuple[Pair, ...] = ()
) -> Change:
    own = altered([(records.text(after.id), after)])
    if not own:
        return Change(label, (), step=step)
    followers = _not_twice(first, following_text(records, after))
    return Change(label, (*first, *own, *followers), records.get(AgendaItem, after.id).title, step)


def _not_twice(first: tuple[Pair, ...], followers: tuple[Pair, ...]) -> tuple[Pair, ...]:
    handled = {(type(pair.record), pair.record.id) for pair in first}
    return tuple(pair for pair in followers if (type(pair.record), pair.record.id) not in handled)


def _with_section(text: ItemText, section_id: str, edit: Callable[[Section], Section]) -> ItemText:
    one = _section(text, section_id)
    return replace(text, sections=tuple(edit(one) if section is one else section for section in text.sections))


def _section(text: ItemText, section_id: str) -> Section:
    """The section; raises LookupError where there is none."""
    found = text.section(section_id)
    if found is None:
        raise LookupError("Section")
    return found
