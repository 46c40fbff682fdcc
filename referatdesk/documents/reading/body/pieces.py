"""Lines joined to whole paragraphs, list items and tables, with a doubt wherever that was not certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from referatdesk.documents.reading.draft import Doubt
from referatdesk.documents.reading.source import SourceParagraph, cut_runs, fills, stripped_runs
from referatdesk.documents.reading.words.marks import Mark, typed_mark
from referatdesk.documents.reading.words.sentences import ends_open, ends_sentence
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.richtext import (
    MAX_LEVEL,
    Block,
    Cell,
    Picture,
    Run,
    Table,
    merged_runs,
    plain_runs,
    with_new_ids,
)

_KEPT_HYPHEN = re.compile(r"(?:og|eller|samt|til|såvel)\b")
FARTHEST_POINT = 20
"""So far up, at most, the point before a numbered one is looked for."""


@dataclass(frozen=True, slots=True)
class Joining:
    """How the text of a section may be joined: its points are never joined over an empty line."""

    width: int | None = None
    over_gaps: bool = True


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines of one paragraph: the first with its mark taken off, and all of them as they stand."""

    first: SourceParagraph
    lines: list[SourceParagraph]

    @property
    def whole(self) -> SourceParagraph:
        return joined(self.first, *self.lines[1:])


def pieces(lines: Sequence[SourceParagraph], joining: Joining) -> tuple[list[SourceParagraph], list[Doubt]]:
    """Whole paragraphs of the lines of one section, in order; typed list marks are read and taken off."""
    groups: list[_Group] = []
    for line in _with_tables(lines):
        one = line if line.table is not None else _read_mark(line, groups, alone=len(lines) == 1)
        if groups and _continues(groups[-1], one, joining):
            groups[-1].lines.append(line)
        else:
            groups.append(_Group(one, [line]))
    return _over_gaps(_with_levels([group.whole for group in groups]), joining)


def joined(first: SourceParagraph, *rest: SourceParagraph) -> SourceParagraph:
    """Lines as one, with a blank between two unless a word is broken at its hyphen."""
    if not rest:
        return first
    runs = list(first.runs)
    for above, below in pairwise((first, *rest)):
        tight = bool(re.search(r"\w-$", above.text)) and below.text[:1].isalpha()
        runs += below.runs if tight and not _KEPT_HYPHEN.match(below.text) else (*plain_runs(" "), *below.runs)
    return replace(first, runs=merged_runs(runs), place=first.place.to(rest[-1].place))


MARKED_TABS = 2
"""A line with a mark and fewer tabs is an item of a list."""


def _with_tables(lines: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Rows of cells parted by tabs become tables: two lines or more, after another, with as many cells."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end], lines[at]) and (end == at or _same_table(lines[at], lines[end])):
            end += 1
        if end - at >= 2:
            yield _table(lines[at:end])
            at = end
        else:
            yield lines[at]
            at += 1


def _is_row(line: SourceParagraph, first: SourceParagraph) -> bool:
    """Whether a line is a row of cells; one that begins with a mark only below a first row of as many cells."""
    if line.table is not None or line.list_kind is not None or "\t" not in line.text:
        return False
    wide = line is not first and first.text.count("\t") == line.text.count("\t") >= MARKED_TABS
    return wide or typed_mark(line.text) is None


def _same_table(above: SourceParagraph, below: SourceParagraph) -> bool:
    """Whether a row has the cells of the first, or fewer where its last ones are empty."""
    own, first = below.text.count("\t"), above.text.count("\t")
    return below.blank_before <= 1 and (own == first or (0 < own < first and not below.blank_before))


def _table(rows: Sequence[SourceParagraph]) -> SourceParagraph:
    count = rows[0].text.count("\t") + 1
    texts = [row.text.split("\t") for row in rows]
    cells = tuple(tuple(_cell(text) for text in [*row, *[""] * (count - len(row))]) for row in texts)
    return replace(
        rows[0],
        runs=(),
        table=Table(cells),
        place=rows[0].place.to(rows[-1].place),
        whole=True,
    )


def _cell(text: str) -> Cell:
    return Cell((Block(id=new_block_id(), runs=(Run(text.strip()),)),) if text.strip() else ())


def _read_mark(line: SourceParagraph, before: Sequence[_Group], *, alone: bool) -> SourceParagraph:
    """The line without its typed mark; a dash that is all of a section says that there is nothing."""
    if line.list_kind is not None or line.heading is not None:
        return line
    mark = typed_mark(line.text)
    if mark is None or not _counts_on(mark, before) or (alone and mark.length >= len(line.text)):
        return line
    return replace(
        line,
        runs=stripped_runs(cut_runs(line.runs, mark.length)),
        list_kind=mark.kind,
        marker=mark.text,
        whole=False,
    )


def _counts_on(mark: Mark, before: Sequence[_Group]) -> bool:
    """Whether a number or letter begins a count or goes on with one; else it is part of the words."""
    if mark.rank is None or mark.rank == 1:
        return True
    near = (group.first for group in before[-FARTHEST_POINT:])
    ranks = (typed_mark(f"{one.marker} x") for one in near if one.list_kind is mark.kind and one.marker)
    return any(found is not None and found.rank == mark.rank - 1 for found in ranks)


def _continues(group: _Group, below: SourceParagraph, joining: Joining) -> bool:
    """Whether a line of a text file, right under the last of a paragraph, is the rest of it."""
    first, above = group.first, group.lines[-1]
    if below.whole or below.blank_before or below.list_kind is not None or above.table is not None:
        return False
    in_list = first.list_kind is not None
    if in_list and below.indent > first.indent:
        return True
    if below.text[:1].islower() and (joining.over_gaps or in_list) and not ends_sentence(above.text):
        return True
    return joining.width is not None and fills(above, below.text, joining.width)


def _with_levels(whole: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Typed list items with the level that their indent within their list gives; real ones have theirs."""
    levelled: list[SourceParagraph] = []
    indents: list[int] = []
    for one in whole:
        if one.list_kind is None or one.whole:
            indents = [] if one.list_kind is None else indents
            levelled.append(one)
            continue
        while indents and indents[-1] > one.indent:
            indents.pop()
        if not indents or indents[-1] < one.indent:
            indents.append(one.indent)
        levelled.append(replace(one, level=min(len(indents) - 1, MAX_LEVEL)))
    return levelled


def _over_gaps(whole: Sequence[SourceParagraph], joining: Joining) -> tuple[list[SourceParagraph], list[Doubt]]:
    """Paragraphs cut by a page: certain where a small letter goes on, else a doubt that proposes it."""
    groups: list[list[SourceParagraph]] = []
    doubts: list[Doubt] = []
    for one in whole:
        above = groups[-1][-1] if groups else None
        is_point = not joining.over_gaps and one.text.startswith("at ")
        cut = above is not None and not is_point and _is_cut(above, one)
        if above is not None and cut and one.text[:1].islower() and above.list_kind is None and joining.over_gaps:
            groups[-1].append(one)
            continue
        if above is not None and cut:
            doubts.append(Doubt("paragraph.broken", above.place.to(one.place), one.text, "join"))
        groups.append([one])
    return [joined(*group) for group in groups], doubts


def _is_cut(above: SourceParagraph, below: SourceParagraph) -> bool:
    plain = below.table is None and below.list_kind is None and below.heading is None
    if not plain or above.table is not None or above.heading is not None or not above.text or ends_sentence(above.text):
        return False
    if below.text[:1].islower():
        return True
    return above.list_kind is None and (ends_open(above.text) or len(above.text) > 100)


def block_of(one: SourceParagraph) -> Block:
    """The paragraph as a block with an id of its own."""
    if one.table is not None:
        block = Block(id=new_block_id(), kind=BlockKind.TABLE, table=one.table)
        return with_new_ids((block,))[0]
    if one.picture is not None:
        shown = Picture(file_id=new_id())
        return Block(id=new_block_id(), kind=BlockKind.PICTURE, runs=plain_runs(one.picture.alt), picture=shown)
    kind = one.list_kind or (BlockKind.FOOTNOTE if one.note else BlockKind.PARAGRAPH)
    level = one.level if one.list_kind is not None else 0
    return Block(id=new_block_id(), kind=kind, runs=stripped_runs(one.runs), level=level, marker=one.marker)
