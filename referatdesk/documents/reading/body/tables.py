"""Agendas set as tables ("Punkt | Referat | Ansvarlig", or labels in the first column), opened to lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.layout.contents import has_page
from referatdesk.documents.reading.layout.label_words import CORE_KINDS, DECIDING, kind_of_words
from referatdesk.documents.reading.layout.numbered import ANY, numbered_forms
from referatdesk.documents.reading.source import Place, SourceParagraph, stripped_runs
from referatdesk.documents.reading.words.item_titles import is_standing_title
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import LIST_KINDS, Block, Run, Table

_NUMBER_HEAD = re.compile(r"nr\.?|pkt\.?(?: ?nr\.?)?|punkt ?nr\.?|#|sags? ?nr\.?", re.IGNORECASE)
_TITLE_HEAD = re.compile(
    r"(?:dagsordens?)?punkt(?:er)?|emne(?:r)?|dagsorden|sag|tema|titel|overskrift|pkt\.?|punkt og (?:emne|indhold)",
    re.IGNORECASE,
)
_OTHER_HEAD = re.compile(
    r"(?:ansvarlig|hvem|hvornår|deadline|tid(?:spunkt|sramme)?|varighed|opfølgning|tovholder|frist|bilag|formål"
    r"|handling|aktion"
    r"|kommentar|bemærkning|noter?|status|v/|oplæg)\w*(?: ?(?:/|og) ?\w+)?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d{1,3}[a-zæøå]?(?:\.\d{1,2})?[.)]?")
ITEM_LEVEL = 1
LABEL_LEVEL = 2

Cell = tuple[SourceParagraph, ...]
Rows = list[list[Cell]]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column says what; `labels` are the heads of the columns with text."""

    number: int | None
    title: int
    labels: dict[int, str]


def unfolded(paragraphs: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The paragraphs with every table that holds items opened to the lines of its cells; other tables stay."""
    opened: list[SourceParagraph] = []
    elsewhere = _are_items_elsewhere(paragraphs)
    at = 0
    while at < len(paragraphs):
        rows, after = _rows_from(paragraphs, at)
        lines = None if rows is None else _lines_of(rows, set_freely=paragraphs[at].table is not None)
        if lines is not None and elsewhere and rows is not None and not _counts_items(rows):
            lines = None
        if lines is None:
            opened += paragraphs[at:after]
        else:
            opened += lines
        at = after
    return tuple(opened)


def _are_items_elsewhere(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether headings with numbers stand outside of tables too."""
    return sum(line.table is None and "\t" not in line.text and _opens_item(line) for line in paragraphs) > 1


def _counts_items(rows: Rows) -> bool:
    """Whether rows begin with numbers or titles as the items of an agenda do, or hold the labels of one."""
    if _columns(rows[0]) is None:
        return True
    firsts = [_words(row[0]) for row in rows[1:] if row and row[0]]
    return any(_FIGURE.fullmatch(one.partition(" ")[0]) or is_standing_title(one) for one in firsts)


def _rows_from(paragraphs: Sequence[SourceParagraph], at: int) -> tuple[Rows | None, int]:
    """The rows of the table, or of the lines with tabs, that begin here, and where it ends."""
    one = paragraphs[at]
    if one.table is not None:
        return _rows(one.table, one), at + 1
    end = at
    count = one.text.count("\t")
    is_agenda = _is_tabbed(one) and _columns(_typed_row(one, count)) is not None
    while end < len(paragraphs) and _is_tabbed(paragraphs[end]) and _fits(paragraphs[end], count, is_agenda=is_agenda):
        end += 1
    if end - at < 2 and not (end > at and count == 1 and _is_labelled(_typed_row(one, count))):
        return None, max(end, at + 1)
    return [_typed_row(line, count) for line in paragraphs[at:end]], end


def _fits(line: SourceParagraph, count: int, *, is_agenda: bool) -> bool:
    """Whether a line has the cells of the first; where the columns are known its last cells may be empty."""
    own = line.text.count("\t")
    return own <= count if is_agenda else own == count


def _typed_row(line: SourceParagraph, count: int) -> list[Cell]:
    texts = line.text.split("\t")
    return [_typed(line, text) for text in [*texts, *[""] * (count + 1 - len(texts))]]


def _is_tabbed(line: SourceParagraph) -> bool:
    plain = line.table is None and line.list_kind is None and not line.contents
    return plain and "\t" in line.text and not has_page(line.text)


def _typed(line: SourceParagraph, text: str) -> Cell:
    return (replace(line, runs=(Run(text.strip()),), blank_before=1),) if text.strip() else ()


def _rows(table: Table, whole: SourceParagraph) -> Rows:
    rows: Rows = []
    line = whole.place.line_from
    for row in table.rows:
        cells: list[Cell] = []
        for cell in row:
            paragraphs: list[SourceParagraph] = []
            for block in cell.blocks:
                paragraphs.append(_paragraph(block, min(line, whole.place.line_to), whole))
                line += 1
            cells.append(tuple(one for one in paragraphs if one.text.strip()))
            line += not cell.blocks
        rows.append(cells)
    return rows


def _paragraph(block: Block, line: int, whole: SourceParagraph) -> SourceParagraph:
    listed = block.kind in LIST_KINDS
    return SourceParagraph(
        runs=stripped_runs(block.runs),
        place=Place(line, line),
        list_kind=block.kind if listed else None,
        level=block.level if listed else 0,
        marker=block.marker,
        blank_before=1,
        whole=whole.whole,
    )


def _lines_of(rows: Rows, *, set_freely: bool) -> list[SourceParagraph] | None:
    """The lines of a table that holds items; one that only sets out the page may hold them in any cell."""
    columns = _columns(rows[0])
    if columns is not None and len(rows) > 1:
        return [line for row in rows[1:] for line in _item_lines(row, columns, rows[0])]
    if _has_label_column(rows):
        return [line for row in rows for line in _labelled_lines(row)]
    if set_freely and any(_opens_item(line) for row in rows for cell in row for line in cell):
        return [line for row in rows for cell in row for line in cell]
    return None


def _words(cell: Cell) -> str:
    return " ".join(line.flat for line in cell).strip()


def _columns(heads: Sequence[Cell]) -> _Columns | None:
    """The columns of a table of items, by the words in its first row; None for any other table."""
    words = [_words(cell).rstrip(": ") for cell in heads]
    if len(words) < 2 or any(len(one) > 60 for one in words):
        return None
    number = next((at for at, one in enumerate(words) if _NUMBER_HEAD.fullmatch(one)), None)
    title = next((at for at, one in enumerate(words) if at != number and _TITLE_HEAD.fullmatch(one)), None)
    if title is None and number is not None and _TITLE_HEAD.fullmatch(words[number]):
        number, title = None, number
    rest = {at: one for at, one in enumerate(words) if at not in {number, title} and one}
    known = {at: kind_of_words(one) for at, one in rest.items()}
    told = any(found is not None and found[0] in DECIDING | CORE_KINDS for found in known.values())
    strange = [at for at, one in rest.items() if known[at] is None and not _OTHER_HEAD.fullmatch(one)]
    return _Columns(number, title, rest) if title is not None and told and not strange else None


def _item_lines(row: Sequence[Cell], columns: _Columns, heads: Sequence[Cell]) -> Iterator[SourceParagraph]:
    title = row[columns.title] if columns.title < len(row) else ()
    number = _words(row[columns.number]) if columns.number is not None and columns.number < len(row) else ""
    first = title[0] if title else next((cell[0] for cell in row if cell), None)
    if first is None:
        return
    if title:
        counted = first.list_kind is not None and first.marker
        mark = f"{number.rstrip('.')}. " if number else f"{first.marker} " if counted else ""
        runs = (Run(mark), *first.runs) if mark else first.runs
        yield replace(first, runs=runs, list_kind=None, marker=None, level=0, heading=ITEM_LEVEL)
        yield from title[1:]
    for at, cell in enumerate(row):
        if at in columns.labels and cell:
            yield replace(heads[at][0], runs=(Run(columns.labels[at]),), place=cell[0].place, heading=LABEL_LEVEL)
            yield from cell


def _has_label_column(rows: Rows) -> bool:
    """Whether the first column holds the labels of sections, or the numbers of items."""
    if any(len(row) != 2 for row in rows):
        return False
    if len(rows) == 1:
        return _is_labelled(rows[0])
    firsts = [_words(row[0]).rstrip(": ") for row in rows if row[0]]
    kinds = [found[0] for one in firsts if (found := kind_of_words(one)) is not None and found[1]]
    figures = [one for one in firsts if _FIGURE.fullmatch(one)]
    decided = any(kind in DECIDING | {SectionKind.RECOMMENDATION} for kind in kinds)
    return (decided or len(figures) > 1) and (len(kinds) + len(figures)) * 2 >= len(rows)


def _is_labelled(row: Sequence[Cell]) -> bool:
    """Whether a single row is a label with the text of its section beside it."""
    found = kind_of_words(_words(row[0]).rstrip(": "))
    return len(row[0]) == 1 and found is not None and found[1] and bool(row[1])


def _labelled_lines(row: Sequence[Cell]) -> Iterator[SourceParagraph]:
    name, text = row
    figure = _words(name)
    if _FIGURE.fullmatch(figure) and text:
        yield replace(
            text[0], runs=(Run(f"{figure.rstrip('.)')}. "), *text[0].runs), list_kind=None, heading=ITEM_LEVEL
        )
        yield from text[1:]
        return
    if len(name) == 1 and (found := kind_of_words(figure.rstrip(": "))) is not None and found[1]:
        yield replace(name[0], heading=LABEL_LEVEL)
    else:
        yield from name
    yield from text


def _opens_item(line: SourceParagraph) -> bool:
    forms = numbered_forms(line)
    return any(one.form.endswith("signed") and one.title and not one.form.startswith(ANY) for one in forms)
