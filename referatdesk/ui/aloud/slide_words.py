"""What a slide says in large type, as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.richtext import Block, Blocks, paragraph
from referatdesk.i18n.catalogue import _
from referatdesk.services.aloud.reading_slides import Slide
from referatdesk.ui.words.codes import word


def slide_blocks(slide: Slide, *, shows_points: bool) -> Blocks:
    """The points when they are wanted, the decision, and what was entered for somebody."""
    return tuple(_blocks(slide, shows_points=shows_points))


def _blocks(slide: Slide, *, shows_points: bool) -> Iterator[Block]:
    if shows_points and slide.points:
        yield _heading(word(SectionKind.RECOMMENDATION))
        for point in slide.points:
            yield replace(point, kind=point.kind if point.is_list_item else BlockKind.BULLET)
        yield _heading(slide.label or word(SectionKind.DECISION))
    yield from slide.decision
    for who, text in slide.statements:
        yield _heading(who)
        yield from (paragraph(line) for line in text.split("\n"))


def _heading(words: str) -> Block:
    return paragraph(words, BlockKind.SUBHEADING, level=1)


def number_words(slide: Slide) -> str:
    return _("Item {number}").format(number=slide.number) if slide.number else ""


def hidden_words() -> str:
    return _("Closed item")
