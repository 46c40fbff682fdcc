"""The text of an item with that of its finished minutes: nothing that stands is overwritten, nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.richtext import Block, is_blank
from referatdesk.services.item.sections import placed


@dataclass(frozen=True, slots=True)
class JoinedText:
    """The text with both; `ids` has, for each section and block that was read and stands already, its standing id."""

    text: ItemText
    ids: dict[str, str] = field(default_factory=dict)


def joined_text(stood: ItemText, read: ItemText, style: HouseStyle) -> JoinedText:
    """An empty section takes what was read; one with text keeps it, and what it does not say yet follows below."""
    ids: dict[str, str] = {}
    sections = stood.sections
    left = list(stood.sections)
    for section in read.sections:
        same = _same_section(section, left)
        if same is None:
            sections = placed(sections, section, style)
            continue
        left.remove(same)
        ids[section.id] = same.id
        after = replace(same, blocks=tuple(_joined(same.blocks, section.blocks, ids)))
        sections = tuple(after if one.id == same.id else one for one in sections)
    return JoinedText(replace(stood, sections=sections), ids)


def _same_section(section: Section, left: Sequence[Section]) -> Section | None:
    same_kind = [one for one in left if one.kind is section.kind]
    same_label = [one for one in same_kind if one.label == section.label]
    return next(iter(same_label + same_kind), None)


def _joined(stood: Sequence[Block], read: Sequence[Block], ids: dict[str, str]) -> Iterator[Block]:
    if is_blank(stood):
        yield from read
        return
    yield from stood
    left = list(stood)
    for block in read:
        same = next((one for one in left if _words(one) == _words(block) and one.picture is None), None)
        if same is not None:
            left.remove(same)
            ids[block.id] = same.id
        elif not is_blank((block,)) or block.picture is not None:
            yield block


def _words(block: Block) -> str:
    return " ".join(block.text.split())
