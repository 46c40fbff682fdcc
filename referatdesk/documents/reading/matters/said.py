"""The sentences of an item, each with its block and its lines; and which of its sections speak of this meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from referatdesk.documents.reading.draft import DraftItem, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.outcome_words import is_elsewhen
from referatdesk.domain.richtext import Block, walk
from referatdesk.domain.sentences import sentences

_DECIDED = frozenset({SectionKind.DECISION, SectionKind.MINUTES})
_NO_TEXT = frozenset({SectionKind.ABSENTEES, SectionKind.ATTACHMENTS, SectionKind.EARLIER_DECISIONS})


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence; `opens` says that its block begins with it."""

    text: str
    block: Block
    place: Place
    kind: SectionKind
    opens: bool = True


def is_earlier(section: DraftSection, around: MattersAround) -> bool:
    """Whether another meeting decided in this section."""
    if section.earlier or section.kind is SectionKind.EARLIER_DECISIONS:
        return True
    return section.date is not None and around.date is not None and section.date != around.date


def deciding_sections(item: DraftItem, around: MattersAround) -> tuple[DraftSection, ...]:
    """Where it stands what this meeting made of the item; where no label says so, its text without a label."""
    own = tuple(one for one in item.of_kind(*_DECIDED) if not is_earlier(one, around))
    if own or item.of_kind(SectionKind.RECOMMENDATION, *_DECIDED):
        return own
    return tuple(one for one in item.sections if one.label is None and one.kind not in _NO_TEXT)


def text_sections(item: DraftItem, around: MattersAround) -> tuple[DraftSection, ...]:
    return tuple(one for one in item.sections if one.kind not in _NO_TEXT and not is_earlier(one, around))


def blocks_of(section: DraftSection, *, tables: bool = False) -> Iterator[Block]:
    """The blocks that are this meeting's own words; the cells of tables where they are asked for."""
    for block in section.blocks:
        if block.kind is BlockKind.QUOTE:
            continue
        if block.table is None:
            yield block
        elif tables:
            yield from (one for one in walk((block,)) if one.table is None)


def place_of(block: Block, section: DraftSection, around: MattersAround) -> Place:
    return around.places.get(block.id, section.place)


def said_in(section: DraftSection, around: MattersAround) -> Iterator[Said]:
    """Its sentences in order, those left out that tell of another meeting."""
    for block in blocks_of(section):
        place = place_of(block, section, around)
        for sentence in sentences(block.text):
            if not is_elsewhen(sentence.text):
                yield Said(sentence.text, block, place, section.kind, sentence.start == 0)
