"""An item as another meeting gets it: what was proposed goes along, what was said and decided does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from referatdesk.domain.changes import Record
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, SectionKind
from referatdesk.domain.decisions import Attachment, Decision, RecommendationPoint
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, ItemText, Section
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, Blocks, Cell, walk
from referatdesk.services.item.public_items import Shown, shown_items

SAID = frozenset({SectionKind.MINUTES, SectionKind.ABSENTEES})
"""What is written in the meeting itself; so is the decision, but for what other boards decided."""


@dataclass(frozen=True, slots=True)
class Copies:
    """The new items, each with the one it was made from, and what hangs on them."""

    items: tuple[tuple[AgendaItem, AgendaItem], ...]
    others: tuple[Record, ...]


def copies_of(records: Records, items: Sequence[AgendaItem], meeting_id: str) -> Copies:
    """`records` are those of the meeting that has all of them; give sub-items after their parents."""
    ids = {item.id: new_id() for item in items}
    pictures = _pictures(records, ids, meeting_id)
    others: list[Record] = list(pictures.values())
    for old, new in ids.items():
        text, blocks = _text(records, old, pictures)
        others.append(replace(text, id=new, meeting_id=meeting_id))
        others += (
            replace(one, id=new_id(), meeting_id=meeting_id, item_id=new, block_id=blocks[one.block_id])
            for one in records.all(RecommendationPoint)
            if one.item_id == old and one.block_id in blocks
        )
        papers = (one for one in records.all(Attachment) if one.item_id == old)
        others += (replace(one, id=new_id(), meeting_id=meeting_id, item_id=new) for one in papers)
    shown = shown_items(records, items[0].meeting_id)
    fresh = ((item, _fresh(item, ids, meeting_id, is_open=shown[item.id] is Shown.WHOLE)) for item in items)
    return Copies(tuple(fresh), tuple(others))


def _fresh(item: AgendaItem, ids: Mapping[str, str], meeting_id: str, *, is_open: bool) -> AgendaItem:
    """Numbers and themes are those of the meeting it came from.

    What stood below a closed item is closed by itself now, and what may be published of a decision is asked anew.
    """
    is_top = item.parent_id not in ids
    return replace(
        item,
        id=ids[item.id],
        meeting_id=meeting_id,
        parent_id=None if is_top else ids[item.parent_id or ""],
        kind=ItemKind.ITEM if is_top and item.kind is ItemKind.SUBITEM else item.kind,
        theme_id=None,
        number_text=None,
        number_auto=True,
        moved_from=None,
        heading_raw=None,
        status=ItemStatus.NOT_BEGUN,
        added_late=False,
        access=Access.CLOSED if item.access is Access.OPEN and not is_open else item.access,
        decision_public=False,
    )


def _pictures(records: Records, item_ids: Mapping[str, str], meeting_id: str) -> dict[str, SourceFile]:
    """New files of the pictures that are shown, by the ids they had."""
    return {one.id: replace(one, id=new_id(), meeting_id=meeting_id) for one in shown_pictures(records, item_ids)}


def shown_pictures(records: Records, item_ids: Iterable[str]) -> list[SourceFile]:
    """The files of the pictures in the texts of the items."""
    shown = {
        block.picture.file_id
        for item_id in item_ids
        for section in records.text(item_id).sections
        for block in walk(section.blocks)
        if block.picture is not None
    }
    return [one for one in records.all(SourceFile) if one.id in shown]


def _text(records: Records, item_id: str, pictures: Mapping[str, SourceFile]) -> tuple[ItemText, dict[str, str]]:
    """The text under new ids, and those of its blocks by the ids they had."""
    text = records.text(item_id)
    blocks = {block.id: new_block_id() for section in text.sections for block in walk(section.blocks)}

    def copied(block: Block) -> Block:
        picture, table = block.picture, block.table
        if picture is not None and picture.file_id in pictures:
            picture = replace(picture, file_id=pictures[picture.file_id].id)
        if table is not None:
            rows = (tuple(Cell(tuple(map(copied, cell.blocks))) for cell in row) for row in table.rows)
            table = replace(table, rows=tuple(rows))
        return replace(block, id=blocks[block.id], picture=picture, table=table)

    elsewhere = {one.section_id for one in records.all(Decision) if one.item_id == item_id and one.board_name}
    return replace(text, sections=tuple(_sections(text, elsewhere, copied))), blocks


def _sections(text: ItemText, elsewhere: set[str], copied: Callable[[Block], Block]) -> Iterator[Section]:
    for section in text.sections:
        decided = section.kind is SectionKind.DECISION
        is_said = section.kind in SAID or (decided and section.id not in elsewhere)
        blocks: Blocks = () if is_said else tuple(map(copied, section.blocks))
        kind = SectionKind.EARLIER_DECISIONS if decided and section.id in elsewhere else section.kind
        yield replace(section, id=new_block_id(), kind=kind, blocks=blocks, public=section.public and not is_said)
