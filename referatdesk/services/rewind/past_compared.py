"""The text of an item as it was, beside what it is now: section by section, line by line, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.richtext import Block, Blocks
from referatdesk.services.rewind.rewinding import Version
from referatdesk.services.word_differences import Fate, Piece, count_words, word_differences


@dataclass(frozen=True, slots=True)
class Line:
    """One block; `then` is the block as it was, None for one that has come since, whose form `block` then is."""

    block: Block
    then: Block | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section, under the label that it has now, or had."""

    section: Section
    lines: tuple[Line, ...]

    def words(self, fate: Fate) -> int:
        return sum(count_words(line.pieces, fate) for line in self.lines)


def compared(then: ItemText, now: ItemText) -> tuple[Part, ...]:
    """All sections of both; those without words in either have no lines."""
    old = {section.id: section for section in then.sections}
    new = {section.id: section for section in now.sections}
    found = []
    for was, comes in _paired(list(old), list(new)):
        key = was or comes or ""
        lines = _lines(old[key].blocks if key in old else (), new[key].blocks if key in new else ())
        found.append(Part(new.get(key) or old[key], tuple(lines)))
    return tuple(found)


def touched(versions: Sequence[Version]) -> frozenset[str]:
    """The sections in which something was ever written or changed, as far as the versions tell."""
    last = versions[-1].text
    return frozenset(
        section.id
        for version in versions
        for section in (*version.text.sections, *last.sections)
        if _blocks(version.text, section.id) != _blocks(last, section.id)
    )


def _blocks(text: ItemText, section_id: str) -> Blocks:
    section = text.section(section_id)
    return section.blocks if section is not None else ()


def _lines(old: Blocks, new: Blocks) -> Iterator[Line]:
    was = dict(zip(_keys(old, new), old, strict=True))
    comes = dict(zip(_keys(new, old), new, strict=True))
    for gone, added in _paired(list(was), list(comes)):
        before, after = was.get(gone or ""), comes.get(added or "")
        block = before or after
        if block is not None:
            pieces = word_differences(before.text if before else "", after.text if after else "")
            yield Line(block, before, pieces)


def _keys(blocks: Blocks, others: Blocks) -> Iterator[str]:
    """A block is known by its id, or by its words where these now stand in another one."""
    ids, words = {block.id for block in others}, {block.text for block in others}
    used: set[str] = set()
    for block in blocks:
        key = block.id if block.id in ids or block.text not in words else f"={block.text}"
        key = block.id if key in used else key
        used.add(key)
        yield key


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str | None, str | None]]:
    """Both in one order, what stands in both beside itself."""
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from ((key, None) for key in old[a:b])
            yield from ((None, key) for key in new[c:d])
