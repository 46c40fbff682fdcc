"""The text of a section as blocks: which of its paragraphs are sub-headings, and which caption belongs to a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.body.pieces import Joining, block_of, pieces
from referatdesk.documents.reading.draft import Doubt
from referatdesk.documents.reading.matters.points import opened_points
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.documents.reading.words.sentences import (
    LONGEST_HEADING,
    ends_sentence,
    has_sentence_word,
    has_two_sentences,
    is_short_title,
)
from referatdesk.domain.codes import BlockKind, CaptionPosition, SectionKind
from referatdesk.domain.richtext import Block

_CAPTION = re.compile(r"(?:Tabel|Figur|Skema) \d+\b.{0,200}$")
_LEADS_IN = re.compile(
    r"(?:Det|Der|De|Den|Dette|Disse|Følgende|Herunder|Heraf|Blandt|Således|Samtidig|Derudover|Bl\.)\b"
)
LONGEST_RUN_IN = 60
PROSE = frozenset(SectionKind) - {
    SectionKind.DECISION,
    SectionKind.MINUTES,
    SectionKind.RECOMMENDATION,
    SectionKind.ATTACHMENTS,
    SectionKind.ABSENTEES,
    SectionKind.EARLIER_DECISIONS,
}
"""Sections in whose text a short line may be a sub-heading; elsewhere it is a short answer."""


@dataclass(frozen=True, slots=True)
class ReadBlocks:
    blocks: tuple[Block, ...]
    places: dict[str, Place]
    doubts: tuple[Doubt, ...]


def read_blocks(
    lines: Sequence[SourceParagraph], kind: SectionKind, width: int | None, label_heading: int | None
) -> ReadBlocks:
    """The text of one section. `label_heading` is the level at which this document sets its section labels."""
    recommends = kind is SectionKind.RECOMMENDATION
    read, doubts = pieces(lines, Joining(width, over_gaps=not recommends))
    whole = opened_points(read) if recommends else read
    ranks = _ranks(whole, kind, label_heading)
    cut_away = {at for at, rank in enumerate(ranks) if rank is not None}
    made = list(_blocks(whole, ranks))
    heads = {whole[at].place.line_from for at in cut_away}
    certain = tuple(doubt for doubt in doubts if doubt.place.line_from not in heads)
    return ReadBlocks(tuple(block for block, _ in made), {block.id: place for block, place in made}, certain)


def _blocks(whole: Sequence[SourceParagraph], ranks: Sequence[int | None]) -> Iterator[tuple[Block, Place]]:
    at = 0
    while at < len(whole):
        one, after = whole[at], whole[at + 1] if at + 1 < len(whole) else None
        if ranks[at] is not None:
            yield replace(block_of(one), kind=BlockKind.SUBHEADING, level=ranks[at] or 0, marker=None), one.place
        elif _is_caption(one) and after is not None and after.table is not None:
            yield _captioned(after, one, CaptionPosition.BEFORE), one.place.to(after.place)
            at += 1
        elif one.table is not None and after is not None and _is_caption(after):
            yield _captioned(one, after, CaptionPosition.AFTER), one.place.to(after.place)
            at += 1
        else:
            yield block_of(one), one.place
        at += 1


def _is_caption(one: SourceParagraph) -> bool:
    return one.table is None and one.list_kind is None and bool(_CAPTION.match(one.text))


def _captioned(table: SourceParagraph, caption: SourceParagraph, position: CaptionPosition) -> Block:
    block = block_of(table)
    assert block.table is not None  # noqa: S101 - the callers hand over a table
    return replace(block, table=replace(block.table, caption=caption.text, caption_position=position))


def _ranks(whole: Sequence[SourceParagraph], kind: SectionKind, label_heading: int | None) -> list[int | None]:
    """The rank of every sub-heading (0 over 1), None for text. What follows decides, so it is asked from the end."""
    ranks: list[int | None] = [None] * len(whole)
    for at in range(len(whole) - 1, -1, -1):
        one = whole[at]
        follower = whole[at + 1] if at + 1 < len(whole) else None
        if one.heading is not None and one.table is None:
            ranks[at] = min(max(one.heading - (label_heading or one.heading - 1) - 1, 0), 1)
        elif kind in PROSE and follower is not None:
            below = ranks[at + 1]
            if _is_run_in(one, follower):
                ranks[at] = 1
            elif _is_heading(one, follower, below):
                ranks[at] = 0
    return ranks


def _is_run_in(one: SourceParagraph, follower: SourceParagraph) -> bool:
    """A label of its own paragraph that ends in a colon, not a sentence that opens a list."""
    text = one.text
    if one.list_kind is not None or one.table is not None or not text.endswith(":") or not text[0].isupper():
        return False
    short = len(text) <= LONGEST_RUN_IN and len(text.split()) <= (3 if follower.list_kind is not None else 6)
    return short and not has_sentence_word(text) and not _LEADS_IN.match(text) and "," not in text


def _is_heading(one: SourceParagraph, follower: SourceParagraph, rank_below: int | None) -> bool:
    text = one.text
    if one.list_kind is not None or one.table is not None or not is_short_title(text):
        return False
    if one.all_bold:
        return True
    alone = one.whole or (follower.blank_before > 0 or rank_below == 1)
    opens = rank_below == 1 or follower.table is not None or follower.list_kind is not None or _is_full(follower)
    return alone and opens and not has_sentence_word(text) and not _is_caption(one)


def _is_full(one: SourceParagraph) -> bool:
    """Whether it is a paragraph beyond doubt, not another short line."""
    return ends_sentence(one.text) or len(one.text) > LONGEST_HEADING or has_two_sentences(one.text)
