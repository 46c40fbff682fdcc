"""Makes the Word files of the documents, in the messy ways people make them, from their text and truth.

    .venv/bin/python tests/documents/minutes/build.py        writes <slug>.docx beside the texts

The files are kept with the texts: what reads them must not hang on what wrote them.
"""

from __future__ import annotations

import json
import random
import re
import sys
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[2]))

from tests.documents.minutes.printed_lines import Line, lines_of  # noqa: E402 - run as a program it finds itself first
from tests.documents.minutes.recipes import RECIPES, Recipe  # noqa: E402 - as above
from tests.documents.minutes.word_parts import (  # noqa: E402 - as above
    DANISH_STYLES,
    Numbering,
    add_field,
    add_pieces,
    add_text_box,
    give_danish_style_ids,
    number,
    track,
)

LETTERED, DECIMAL = re.compile(r"([a-zA-Z])([.:)])"), re.compile(r"(\d+)([.:)])")
WINGDINGS = {"➢": "\uf0d8", "•": "\uf0b7", "·": "\uf0b7"}
ONE_DAY = (2026, 9, 14, 9, 0, 0)


class _House:
    """Writes one document by its recipe."""

    def __init__(self, slug: str, recipe: Recipe) -> None:
        self.recipe = recipe
        self.neutral: dict[str, Any] = json.loads((HERE / f"{slug}.json").read_text(encoding="utf-8"))
        self.lines = lines_of((HERE / f"{slug}.txt").read_text(encoding="utf-8"), self.neutral)
        self.chance = random.Random(slug)  # noqa: S311 - the same file every time, no secret
        self.document: Document = docx.Document()
        self.numbering = Numbering(self.document)
        self.heading_list = self._heading_list()
        self.current_list: tuple[str, int] | None = None

    def write(self, path: Path) -> None:
        self._margins()
        for kind, group in groupby(self.lines, key=lambda line: line.kind):
            self._group(kind, list(group))
        self._notes()
        if self.recipe.danish:
            self._use_danish_styles()
        self.document.save(str(path))
        _settle(path)

    def _group(self, kind: str, group: list[Line]) -> None:
        if kind not in {"listed", "blank"}:
            self.current_list = None
        if kind == "blank":
            self._blank(len(group))
        elif kind == "row" and self.recipe.items_as_table:
            self._table_of_items(group[0])
        elif kind == "row" or (kind == "fact" and self.recipe.head == "table"):
            self._table([line.cells if kind == "row" else [line.mark.strip(), line.text] for line in group])
        elif kind == "fact" and self.recipe.head == "breaks":
            self._text(self.document.add_paragraph(), "\n".join(line.mark + line.text for line in group))
        else:
            for line in group:
                self._line(line)

    def _line(self, line: Line) -> None:
        if self.recipe.boxed and line.mark + line.text == self.recipe.boxed:
            add_text_box(self.document.add_paragraph(), [line.text])
            return
        writer = {"item": self._item, "label": self._label, "listed": self._listed, "title": self._title}
        if line.kind in writer:
            writer[line.kind](line)
        elif line.kind == "subheading":
            self._text(self.document.add_paragraph(), line.text, italic=True)
        elif line.kind in ("run_in", "fact"):
            self._run_in(line)
        else:
            style = "Caption" if re.match(r"Tabel \d", line.text) else None
            self._text(self.document.add_paragraph(style=style), line.text)

    def _text(self, paragraph: Paragraph, text: str, **looks: Any) -> None:
        add_pieces(paragraph, text, self.chance, **looks)

    def _blank(self, count: int) -> None:
        if count >= 3:
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif self.recipe.spacing:
            self.document.add_paragraph()

    def _title(self, line: Line) -> None:
        self._text(self.document.add_paragraph(style="Title" if self.recipe.headings == "style" else None), line.text)

    def _item(self, line: Line) -> None:
        whole = f"{line.mark} {line.text}".strip()
        if self.recipe.headings == "bold":
            self._text(self.document.add_paragraph(), whole, bold=True)
            return
        paragraph = self.document.add_paragraph(
            style="Sagsoverskrift" if self._own_style() else f"Heading {line.level}"
        )
        numbered = self.heading_list is not None and DECIMAL.match(line.mark + ".")
        self._text(paragraph, line.text if numbered else whole)
        if numbered and self.heading_list is not None:
            number(paragraph, self.heading_list, line.level - 1)

    def _own_style(self) -> bool:
        if self.recipe.headings != "own":
            return False
        if "Sagsoverskrift" not in [style.name for style in self.document.styles]:
            style = self.document.styles.add_style("Sagsoverskrift", WD_STYLE_TYPE.PARAGRAPH)
            style.font.bold, style.font.size = True, Pt(13)
        return True

    def _heading_list(self) -> int | None:
        marks = [line.mark for line in self.lines if line.kind == "item" and line.level == 1]
        first = DECIMAL.fullmatch(marks[0]) if marks else None
        if self.recipe.headings != "numbered" or first is None:
            return None
        below = next((line.mark for line in self.lines if line.kind == "item" and line.level == 2), "")
        last = "." if below.endswith(".") else ""
        return self.numbering.new([("decimal", f"%1{first[2]}"), ("decimal", f"%1.%2{last}")], int(first[1]))

    def _label(self, line: Line) -> None:
        if self.recipe.labels == "style":
            self._text(self.document.add_paragraph(style="Heading 2"), line.text)
        else:
            looks = {"bold": {"bold": True}, "underline": {"underline": True}}.get(self.recipe.labels, {})
            self._text(self.document.add_paragraph(), line.text, **looks)

    def _run_in(self, line: Line) -> None:
        paragraph = self.document.add_paragraph()
        self._text(paragraph, line.mark, bold=True)
        gap = "" if line.mark.endswith((" ", "\t")) or line.kind == "fact" else " "
        self._text(paragraph, gap + line.text)

    def _listed(self, line: Line) -> None:
        if not self.recipe.real_lists or " " in line.mark:
            indent = " " * (line.level - 1)
            self._text(self.document.add_paragraph(), f"{indent}{line.mark} {line.text}")
            return
        paragraph = self.document.add_paragraph(style="List Paragraph")
        self._text(paragraph, line.text)
        number(paragraph, self._list_for(line.mark), line.level - 1)

    def _list_for(self, mark: str) -> int:
        decimal, lettered = DECIMAL.fullmatch(mark), LETTERED.fullmatch(mark)
        if self.current_list is None or self.current_list[0] != _family(mark) or mark[:-1] in ("1", "a", "A"):
            if decimal:
                num = self.numbering.new([("decimal", f"%1{decimal[2]}")], int(decimal[1]))
            elif lettered:
                letters = "upperLetter" if mark[0].isupper() else "lowerLetter"
                num = self.numbering.new([(letters, f"%1{lettered[2]}")])
            else:
                shown = WINGDINGS.get(mark, mark)
                num = self.numbering.new([("bullet", shown), ("bullet", shown)], symbol=mark in WINGDINGS)
            self.current_list = (_family(mark), num)
        return self.current_list[1]

    def _table(self, rows: list[list[str]]) -> None:
        for _columns, group in groupby(rows, key=len):
            cells = list(group)
            table: Table = self.document.add_table(len(cells), len(cells[0]), style="Table Grid")
            for at, row in enumerate(cells):
                for column, text in enumerate(row):
                    self._text(table.cell(at, column).paragraphs[0], text, bold=at == 0 or None)

    def _table_of_items(self, head: Line) -> None:
        table: Table = self.document.add_table(1, 3, style="Table Grid")
        for column, text in enumerate(head.cells):
            self._text(table.cell(0, column).paragraphs[0], text, bold=True)
        for item in self.neutral["items"]:
            cells = table.add_row().cells
            self._text(cells[0].paragraphs[0], f"{item['number']} {item['title']}", bold=True)
            for cell, section in zip(cells[1:], item["sections"], strict=False):
                for paragraph, block in zip(_paragraphs(cell), section["blocks"], strict=False):
                    self._text(paragraph, block["text"])

    def _margins(self) -> None:
        section = self.document.sections[0]
        if self.recipe.header:
            section.header.paragraphs[0].text = self.recipe.header
        footer = section.footer.paragraphs[0]
        footer.add_run("Side ")
        add_field(footer, "PAGE", "1")
        footer.add_run(" af ")
        add_field(footer, "NUMPAGES", "4")

    def _notes(self) -> None:
        if self.recipe.change is not None:
            found, removed, added = self.recipe.change
            track(self._holding(found), removed, added)
        if self.recipe.comment is not None:
            found, said = self.recipe.comment
            comment = self.document.add_comment(
                self._holding(found).runs, said, author="Signe Lykkeberg", initials="SL"
            )
            comment._comment_elm.set(qn("w:date"), "2026-09-14T09:20:00Z")

    def _holding(self, words: str) -> Paragraph:
        """The paragraph with these words, its text in one run."""
        paragraph = next(one for one in self.document.paragraphs if words in one.text)
        text = paragraph.text
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = text
        return paragraph

    def _use_danish_styles(self) -> None:
        section = self.document.sections[0]
        everywhere = [*self.document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs]
        used = {paragraph._p: paragraph.style.style_id for paragraph in everywhere}
        tables = {table._tbl: table.style.style_id for table in self.document.tables}
        give_danish_style_ids(self.document)
        for element, old in (used | tables).items():
            element.style = DANISH_STYLES.get(old, old)


def _family(mark: str) -> str:
    return re.sub(r"\d+", "1", mark) if mark[0].isdigit() else mark[1:] if LETTERED.fullmatch(mark) else mark


def _paragraphs(cell: Any) -> Iterator[Paragraph]:
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _settle(path: Path) -> None:
    """The same bytes for the same text: no time of day in the package."""
    with zipfile.ZipFile(path) as packed:
        parts = [(name, packed.read(name)) for name in packed.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts:
            packed.writestr(zipfile.ZipInfo(name, ONE_DAY), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    for slug, recipe in RECIPES.items():
        _House(slug, recipe).write(HERE / f"{slug}.docx")
