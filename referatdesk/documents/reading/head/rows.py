"""The printed lines of a head or of a list of people, from paragraphs, soft breaks and cells of tables alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.source import Place, SourceParagraph, flattened
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Cell

_INITIALS_FIRST = re.compile(
    r"^(?P<initials>[A-ZÆØÅ]{2,5})\s?=\s?"
    r"(?P<name>[A-ZÆØÅ][^\s,;()=:]+(?: [^\s,;()=:]+){1,5})"
)
"""A key to initials ("MA = Merete Aaby, …") names the person after them."""


_LEGEND = re.compile(
    r"\*\s*(?:[=:–-]\s*)?(?P<means>(?:meldt )?afbud|fravær(?:ende)?|ikke til ?stede)\.?", re.IGNORECASE
)
_STAR = re.compile(r"(?<=\w)\s?\*+(?=[\s,;(]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line; `new` where it surely does not go on the one above, `set_off` where it is printed like a heading."""

    text: str
    place: Place
    new: bool = False
    set_off: bool = False
    blank_before: int = 0
    heading: int | None = None
    listed: bool = False


Cells = tuple[tuple[str, ...], ...]
"""The cells of a row of a table, each with its lines."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table, also one whose cells are parted by tabs in a text."""

    rows: tuple[Cells, ...]
    places: tuple[Place, ...]

    @property
    def place(self) -> Place:
        return self.places[0].to(self.places[-1])


def parts_of(paragraphs: Iterable[SourceParagraph]) -> list[Row | TableRows]:
    """Rows and tables in their order; what a star means is told at each name that has one."""
    paragraphs = list(paragraphs)
    parts = _parts(paragraphs)
    legend = next((match for one in paragraphs if (match := _LEGEND.fullmatch(one.flat))), None)
    return parts if legend is None else [_told(part, legend) for part in parts]


def _told(part: Row | TableRows, legend: re.Match[str]) -> Row | TableRows:
    """The part with the words of the legend in brackets where the star stood."""

    def told(text: str) -> str:
        return _STAR.sub(f" ({legend['means']})", text)

    if isinstance(part, TableRows):
        rows = tuple(tuple(tuple(told(line) for line in cell) for cell in row) for row in part.rows)
        return replace(part, rows=rows)
    if part.text == legend["means"]:
        return replace(part, text=legend[0], listed=False)
    return replace(part, text=told(part.text))


def _parts(paragraphs: Sequence[SourceParagraph]) -> list[Row | TableRows]:
    parts: list[Row | TableRows] = []
    tabbed: list[SourceParagraph] = []
    for one in paragraphs:
        if one.table is None and _is_tabbed(one):
            if _begins_table(one, tabbed):
                parts += _of_tabbed(tabbed)
                tabbed = []
            tabbed.append(one)
            continue
        parts += _of_tabbed(tabbed)
        tabbed = []
        if one.table is not None:
            rows = tuple(tuple(_cell_lines(cell) for cell in row) for row in one.table.rows)
            parts += [TableRows(rows, tuple(one.place for _ in rows))] if rows else []
        else:
            parts += _lines(one)
    return [*parts, *_of_tabbed(tabbed)]


def _is_tabbed(one: SourceParagraph) -> bool:
    return "\t" in one.text and "\n" not in one.text and one.list_kind is None


def _begins_table(one: SourceParagraph, above: Sequence[SourceParagraph]) -> bool:
    """Whether an empty line parts it from the rows above, which stand right below each other."""
    return len(above) > 1 and one.blank_before > 0 and all(row.blank_before == 0 for row in above[1:])


def _of_tabbed(tabbed: Sequence[SourceParagraph]) -> list[Row | TableRows]:
    if not tabbed:
        return []
    rows = tuple(
        tuple(
            (flattened(cell),) if cell.strip() else ()
            for cell in re.split(r"\t+" if _is_aligned(one) else r"\t", one.text)
        )
        for one in tabbed
    )
    return [TableRows(rows, tuple(one.place for one in tabbed))]


def _is_aligned(one: SourceParagraph) -> bool:
    """Whether tabs only push a value to its column: a label that ends in a colon, then tabs."""
    return ":" in one.text.partition("\t")[0]


def _cell_lines(cell: Cell) -> tuple[str, ...]:
    lines = (line for block in cell.blocks for line in block.text.split("\n"))
    return tuple(flat for line in lines if (flat := flattened(line)))


def _lines(one: SourceParagraph) -> list[Row]:
    flats = (flat for text in one.text.split("\n") if (flat := flattened(text)))
    texts = [_INITIALS_FIRST.sub(r"\g<name> (\g<initials>)", flat) for flat in flats]
    marker = f"{one.marker} " if one.marker and one.list_kind is None else ""
    rows = []
    for at, text in enumerate(texts):
        bare, listed = without_mark(f"{marker if at == 0 else ''}{text}")
        listed = listed or one.list_kind is not None
        rows.append(
            Row(
                text=bare,
                place=one.place,
                new=listed or one.whole or at > 0 or one.heading is not None,
                set_off=one.heading is not None or one.all_bold,
                blank_before=one.blank_before if at == 0 else 0,
                heading=one.heading,
                listed=listed,
            )
        )
    return [row for row in rows if row.text]


def without_mark(text: str) -> tuple[str, bool]:
    """The words behind the mark of a list, and whether there was one."""
    mark = typed_mark(text)
    if mark is None or mark.kind is BlockKind.LETTERED:
        return text, False
    return text[mark.length :].strip(), True
