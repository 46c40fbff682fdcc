"""Items set as the rows of a table: the row of one item becomes the repeat of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.draft import DraftItem
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.documents.word.learning.accepted import remove
from referatdesk.documents.word.learning.building import Maker, paragraph, shown_run, surround
from referatdesk.documents.word.learning.examples import Example
from referatdesk.documents.word.learning.head_tables import mark_as_heading
from referatdesk.documents.word.learning.headings import Headings
from referatdesk.documents.word.learning.learnt import Ledger
from referatdesk.documents.word.learning.looks import best, look_of, properties_of
from referatdesk.documents.word.learning.roles import Line, Minutes
from referatdesk.documents.word.learning.sections import section_repeat
from referatdesk.documents.word.learning.spans import flat, worded
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child
from referatdesk.domain.richtext import Run

_FEWEST = 2
_DUTY = re.compile(r"ansvarlig|deadline|frist|opfølgning|tovholder|hvem", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table, the rows that open an item each, and what its columns hold."""

    element: etree._Element
    rows: tuple[etree._Element, ...]
    title: int
    number: int | None
    main: int


def find_item_table(minutes: Minutes) -> ItemTable | None:
    """The table that holds most of the items, None where they stand in the text."""
    items = minutes.draft.items
    for table in minutes.old.body.iterchildren(w("tbl")):
        opened = [(row, at, item) for row in table.iter(w("tr")) for at, item in _opening(row, items)]
        if len(opened) >= _FEWEST and len(opened) * 2 > len(items):
            return _columns(table, opened)
    return None


def _opening(row: etree._Element, items: Sequence[DraftItem]) -> list[tuple[int, DraftItem]]:
    """The column in which a row has the title of an item, and the item."""
    found = [(at, item) for at, cell in enumerate(_cells(row)) for item in items if _is_title(_said(cell), item)]
    return found[:1]


def _is_title(words: str, item: DraftItem) -> bool:
    return words in {flat(item.title), flat(item.heading)} or words.endswith(f" {flat(item.title)}")


def _columns(table: etree._Element, opened: Sequence[tuple[etree._Element, int, DraftItem]]) -> ItemTable | None:
    title = Counter(at for _, at, _ in opened).most_common(1)[0][0]
    rows = tuple(dict.fromkeys(row for row, at, _ in opened if at == title))
    lengths: Counter[int] = Counter()
    numbers: Counter[int] = Counter()
    for row, _, item in opened:
        for at, cell in enumerate(_cells(row)):
            words = _said(cell)
            if at != title:
                lengths[at] += len(words)
                numbers[at] += bool(item.figure) and words.rstrip(".)") == item.figure
    number = next((at for at, count in numbers.items() if count * 2 > len(opened)), None)
    text = [at for at, _ in lengths.most_common() if at != number]
    return ItemTable(table, rows, title, number, text[0]) if text else None


def learn_item_table(minutes: Minutes, found: ItemTable, maker: Maker, headings: Headings, ledger: Ledger) -> None:
    headings.in_table = True
    every = list(found.element.iter(w("tr")))
    heads = [_said(cell) for cell in _cells(every[0])] if every[0] not in found.rows else []
    if heads:
        mark_as_heading(every[0])
    shown = max(found.rows, key=lambda row: len(_said_in(row)))
    for one in (one for row in every[every.index(found.rows[0]) :] for one in row.iter(w("p"))):
        _note(one, found, minutes, ledger)
    for at, cell in enumerate(_cells(shown)):
        head = heads[at] if at < len(heads) else ""
        content = _content(minutes, found, maker, headings, at, cell)
        if content is None:
            content = [_duties(maker, cell)] if _DUTY.search(head) else []
            ledger.find("items.table", head)
        _fill(cell, content)
    for row in every[every.index(found.rows[0]) :]:
        if row is not shown:
            remove(row)
    surround(shown, lambda content: maker.repeat("punkter", content))


def _note(one: etree._Element, found: ItemTable, minutes: Minutes, ledger: Ledger) -> None:
    cell = next((cell for cell in one.iterancestors(w("tc"))), None)
    row = next((row for row in one.iterancestors(w("tr"))), None)
    words = flat(worded(one))
    number = next((number for number, held in minutes.old.elements.items() if held is one), 0)
    if words and cell is not None and row is not None:
        titled = row in found.rows and _cells(row).index(cell) == found.title
        ledger.take(number, words, "punkt.overskrift" if titled else "afsnit.tekst")


def _content(
    minutes: Minutes, found: ItemTable, maker: Maker, headings: Headings, at: int, cell: etree._Element
) -> list[etree._Element] | None:
    """What the column holds of every item; None where no field is known for it."""
    example = _example(found, at, cell)
    if at == found.number:
        return [paragraph(example.properties, maker.field("punkt.nummer", example.look))]
    if at == found.title:
        return _heading(found, maker, headings, example)
    return [section_repeat(minutes, maker, headings, example)] if at == found.main else None


def _heading(found: ItemTable, maker: Maker, headings: Headings, shown: Example) -> list[etree._Element]:
    properties = headings.of_item(shown, below=False)
    counted = child(shown.element, "pPr/numPr") is not None
    apart = counted or found.number is not None or not shown.line.source.flat[:1].isdigit()
    names = ["punkt.titel"] if apart else ["punkt.overskrift", "punkt.underoverskrift"]
    lines = [paragraph(properties, maker.field(name, shown.look)) for name in names]
    beside = maker.repeat("oplægsholdere", [paragraph(None, maker.field("oplægsholder.tekst"))])
    return [*lines, beside]


def _duties(maker: Maker, cell: etree._Element) -> etree._Element:
    """Who does it by when."""
    shown = next(cell.iter(w("p")))
    look = look_of(shown)
    when = maker.when("opfølgning.hvornår", [shown_run(", ", look), maker.field("opfølgning.hvornår", look)])
    return maker.repeat("opfølgninger", [paragraph(properties_of(shown), maker.field("opfølgning.hvem", look), when)])


def _example(found: ItemTable, at: int, cell: etree._Element) -> Example:
    cells = [_cells(row)[at] for row in found.rows if at < len(_cells(row))]
    lines = [one for other in cells for one in other.iter(w("p")) if worded(one).strip()]
    chosen = best([one for one in lines if child(one, "pPr/numPr") is None] or lines)
    shown = next(cell.iter(w("p"))) if chosen is None else chosen
    source = SourceParagraph(runs=(Run(flat(worded(shown))),), place=Place(0, 0))
    return Example(Line(0, source, shown, None), 0)


def _fill(cell: etree._Element, content: Sequence[etree._Element]) -> None:
    old = [one for one in cell if one.tag != w("tcPr")]
    form = next((properties_of(one) for one in old if one.tag == w("p")), None)
    cell.extend([*content, *([] if content else [paragraph(form)])])
    for one in old:
        remove(one)


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iterchildren(w("tc")))


def _said(cell: etree._Element) -> str:
    return " ".join(filter(None, (flat(worded(one)) for one in cell.iter(w("p")))))


def _said_in(row: etree._Element) -> str:
    return " ".join(_said(cell) for cell in _cells(row))
