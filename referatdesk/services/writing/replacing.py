"""Finding and replacing words in all texts of a meeting, closed items included.

Votes and statements are told in the text of the decision; where words of theirs are replaced there, they follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, Blocks, Cell, Run, cut, merged_runs
from referatdesk.services.item.points import following_text
from referatdesk.services.lookup import items_of
from referatdesk.services.writing.replaced_records import following_words


@dataclass(frozen=True, slots=True)
class Query:
    words: str
    whole_words: bool = False
    match_case: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """A blank stands for any stretch of blanks; nothing in the words has a meaning of its own."""
        words = r"\s+".join(re.escape(part) for part in re.split(r"\s+", self.words))
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, re.NOFLAG if self.match_case else re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """Words found from one sign to another: in a block of a section, or in the title where no section is named.

    In a table they are in its caption.
    """

    item_id: str
    section_id: str | None
    block_id: str | None
    start: int
    end: int


def items_in_order(records: Records, meeting_id: str) -> list[AgendaItem]:
    return in_order(items_of(records, meeting_id))


def matches_in(records: Records, item: AgendaItem, query: Query) -> Iterator[Match]:
    """What is found in one item, as it is read: its title, then its sections."""
    pattern = query.pattern
    for found in pattern.finditer(item.title):
        yield Match(item.id, None, None, *found.span())
    text = records.find(ItemText, item.id)
    for section in text.sections if text is not None else ():
        for block_id, words in _texts(section.blocks):
            for found in pattern.finditer(words):
                yield Match(item.id, section.id, block_id, *found.span())


def _texts(blocks: Blocks) -> Iterator[tuple[str, str]]:
    """The words of each block, as they are read; those of a table are its caption."""
    for block in blocks:
        if block.table is None:
            yield block.id, block.text
            continue
        caption = ((block.id, block.table.caption),) if block.table.caption is not None else ()
        is_before = block.table.caption_position is CaptionPosition.BEFORE
        yield from caption if is_before else ()
        for row in block.table.rows:
            for cell in row:
                yield from _texts(cell.blocks)
        yield from () if is_before else caption


def replaced(records: Records, found: Sequence[Match], words: str) -> Change:
    """Other words in all the places that were found, as one step; the points of a recommendation follow."""
    pairs = [pair for item_id in _items(found) for pair in _item_pairs(records, item_id, found, words)]
    subject = records.get(AgendaItem, found[0].item_id).title if len(_items(found)) == 1 else words
    return Change("text.replace", tuple(pairs), subject)


def _items(found: Sequence[Match]) -> list[str]:
    return list(dict.fromkeys(match.item_id for match in found))


def _item_pairs(records: Records, item_id: str, found: Sequence[Match], words: str) -> tuple[Pair, ...]:
    own = [match for match in found if match.item_id == item_id]
    item = records.get(AgendaItem, item_id)
    title = _reworded(item.title, [match for match in own if match.section_id is None], words)
    titled = altered([(item, replace(item, title=title))])
    before = records.text(item_id)
    by_block = {block_id: [match for match in own if match.block_id == block_id] for block_id in _blocks(own)}
    sections = tuple(
        replace(section, blocks=_replaced_blocks(section.blocks, by_block, words)) for section in before.sections
    )
    after = replace(before, sections=sections)
    written = altered([(before, after)])
    if not written:
        return titled
    taken = frozenset(_taken(before, by_block))
    return (*titled, *written, *following_text(records, after), *following_words(records, after, taken, words))


def _taken(text: ItemText, by_block: dict[str, list[Match]]) -> Iterator[str]:
    """The words that were found in the blocks of a text."""
    for section in text.sections:
        for block_id, words in _texts(section.blocks):
            yield from (words[match.start : match.end] for match in by_block.get(block_id, ()))


def _blocks(found: Sequence[Match]) -> set[str]:
    return {match.block_id for match in found if match.block_id is not None}


def _replaced_blocks(blocks: Blocks, by_block: dict[str, list[Match]], words: str) -> Blocks:
    return tuple(_replaced_block(block, by_block, words) for block in blocks)


def _replaced_block(block: Block, by_block: dict[str, list[Match]], words: str) -> Block:
    if block.table is not None:
        rows = tuple(
            tuple(Cell(_replaced_blocks(cell.blocks, by_block, words)) for cell in row) for row in block.table.rows
        )
        caption = block.table.caption and _reworded(block.table.caption, by_block.get(block.id, ()), words)
        return replace(block, table=replace(block.table, rows=rows, caption=caption))
    found = by_block.get(block.id)
    return replace(block, runs=_with_words(block.runs, found, words)) if found else block


def _reworded(text: str, found: Sequence[Match], words: str) -> str:
    return "".join(run.text for run in _with_words((Run(text),), found, words))


def _with_words(runs: tuple[Run, ...], found: Sequence[Match], words: str) -> tuple[Run, ...]:
    """The runs with the words in the places found, in the form that the first sign there had."""
    made: list[Run] = []
    at = 0
    for match in found:
        first = cut(runs, match.start, match.start + 1)
        made += [*cut(runs, at, match.start), *(replace(run, text=words) for run in first)]
        at = match.end
    return merged_runs([*made, *cut(runs, at, sum(len(run.text) for run in runs))])
