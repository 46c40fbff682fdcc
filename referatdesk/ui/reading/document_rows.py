"""The document as rows: its paragraphs as they look, a table as one row for each of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.richtext import Cell, Table, plain_runs
from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Part, Place, SourceParagraph, SourceText
from referatdesk.ui.reading.rows import Line, Row, Weight

FIRST_HEADINGS = 2
"""Headings of this rank and above are set as headings, those below as sub-headings."""
BULLET = "•"
GAP_OF_BLANK_LINE = 8


def document_rows(source: SourceText) -> list[Row]:
    """The rows without their parts, which another reading may change; see `with_parts`."""
    beside: dict[int, list[Row]] = {}
    for comment in source.comments:
        words = _("Comment by {author}: {text}").format(author=comment.author or _("somebody"), text=comment.text)
        beside.setdefault(comment.place.line_from, []).append(_note(words, comment.place))
    for change in source.changes:
        words = _("Added, not yet accepted: {text}") if change.inserted else _("Removed, not yet accepted: {text}")
        beside.setdefault(change.place.line_from, []).append(_note(words.format(text=change.text), change.place))
    rows = [_note(_("At the edge of every page: {text}").format(text=line), None) for line in source.margins]
    for paragraph in source.paragraphs:
        rows += _paragraph(paragraph)
        rows += beside.get(paragraph.place.line_from, ())
    return rows


def with_parts(rows: list[Row], parts: Mapping[int, Part]) -> list[Row]:
    """A table whose lines became items or people is still one to look at."""
    return [row if row.place is None else replace(row, part=_part(row, row.place, parts)) for row in rows]


def _part(row: Row, place: Place, parts: Mapping[int, Part]) -> Part | None:
    return parts.get(place.line_from, Part.TABLE if row.boxed else None)


def _note(words: str, place: Place | None) -> Row:
    return Row(cells=((Line(plain_runs(words)),),), place=place, weight=Weight.NOTE)


def _paragraph(one: SourceParagraph) -> Iterator[Row]:
    gap = GAP_OF_BLANK_LINE * min(one.blank_before, 2)
    if one.table is not None:
        yield from _table(one.table, one.place, gap)
        return
    if one.picture is not None:
        yield _note(_("Picture: {words}").format(words=one.picture.alt or "–"), one.place)
    if one.runs or one.picture is None:
        yield Row(
            cells=((Line(one.runs, _mark(one)),),), place=one.place, weight=_weight(one), level=one.level, gap=gap
        )


def _mark(one: SourceParagraph) -> str:
    if one.marker is not None:
        return one.marker
    return BULLET if one.list_kind is not None else ""


def _weight(one: SourceParagraph) -> Weight:
    if one.note:
        return Weight.NOTE
    if one.heading is None:
        return Weight.BODY
    if one.heading == 0:
        return Weight.TITLE
    return Weight.HEADING if one.heading <= FIRST_HEADINGS else Weight.SUBHEADING


def _table(table: Table, place: Place, gap: int) -> Iterator[Row]:
    caption = None if table.caption is None else Row(cells=((Line(plain_runs(table.caption)),),), place=place)
    if caption is not None and table.caption_position is CaptionPosition.BEFORE:
        yield replace(caption, gap=gap)
    for number, cells in enumerate(table.rows):
        yield Row(
            cells=tuple(_cell(cell) for cell in cells),
            place=place,
            widths=table.widths,
            boxed=True,
            header=number < table.header_rows,
            gap=gap if number == 0 and caption is None else 0,
        )
    if caption is not None and table.caption_position is CaptionPosition.AFTER:
        yield caption


def _cell(cell: Cell) -> tuple[Line, ...]:
    return tuple(
        Line(block.runs, block.marker or (BULLET if block.is_list_item else ""), block.level) for block in cell.blocks
    )
