"""The papers of an item of a draft: rows where the list says nothing else, and the words of a list that says more."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftAttachment, DraftItem, DraftSection
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import Block, Blocks, is_blank, paragraph


def printed_paper(one: DraftAttachment) -> str:
    """A paper as printed, without the mark of a list; "Bilag 2" is no such mark."""
    if not one.listed:
        return one.raw
    named = one.number if one.number and " " in one.number else None
    return one.raw[one.raw.find(named) :] if named and named in one.raw else one.title


def paper_text(read: DraftSection, item: DraftItem) -> Blocks:
    """Nothing where the rows of the papers print it: the only list of the item, with nothing but papers in it."""
    lists = [section for section in item.sections if section.attachments]
    only = len(lists) == 1 and read.kind is SectionKind.ATTACHMENTS
    if not read.attachments or (only and is_blank(read.blocks)):
        return read.blocks
    return (*(_block(one) for one in read.attachments), *read.blocks)


def kind_of(read: DraftSection, item: DraftItem) -> SectionKind:
    """A list's heading with nothing below it, beside a list of papers, is no place to print them once more."""
    is_empty = not read.attachments and is_blank(read.blocks)
    has_another = any(section.attachments for section in item.sections)
    return SectionKind.OTHER if read.kind is SectionKind.ATTACHMENTS and is_empty and has_another else read.kind


def _block(one: DraftAttachment) -> Block:
    return paragraph(one.title, BlockKind.BULLET) if one.listed and not one.number else paragraph(one.raw)


def paper_records(read: DraftItem, item: AgendaItem) -> Iterator[Attachment]:
    """Those listed, then those that only the text mentions."""
    listed = [one for section in read.sections for one in section.attachments]
    for place, one in enumerate((*listed, *read.mentioned)):
        is_mere_mention = one.mentioned or place >= len(listed)
        bare = one.title if one.listed and not one.number else one.raw
        yield Attachment(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            sort=place,
            number_text=one.number,
            title=one.title,
            file_name=one.file_name,
            mentioned_only=is_mere_mention,
            raw=bare if bare != one.title else None,
        )
