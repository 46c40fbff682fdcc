"""Tables into Word: a marked header, shares of the text width, a caption in its own style."""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.documents.word.job import Job
from referatdesk.documents.word.text import run_content, says
from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.richtext import Blocks, Cell, Table

_NO_BANDS = 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'

CellWriter = Callable[[Job, Blocks], str]


def table(job: Job, value: Table, cell_xml: CellWriter) -> str:
    """The table with its caption. `cell_xml` gives a cell's content, ending in a paragraph."""
    columns = max((len(row) for row in value.rows), default=0)
    whole = _grid(job, value, columns, cell_xml) if columns else ""
    if not says(value.caption or ""):
        return whole
    before = value.caption_position is CaptionPosition.BEFORE
    caption = _caption(job, value.caption or "", before)
    return caption + whole if before else whole + caption


def _grid(job: Job, value: Table, columns: int, cell_xml: CellWriter) -> str:
    widths = _widths(job.text_width, value, columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(job, row, widths, index < value.header_rows, cell_xml) for index, row in enumerate(value.rows))
    return f"<w:tbl>{_properties(job, value)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(job: Job, value: Table) -> str:
    style = f'<w:tblStyle w:val="{job.styles.table}"/>' if job.styles.table else ""
    first = 1 if value.header_rows else 0
    look = f'<w:tblLook w:val="{"0620" if first else "0600"}" w:firstRow="{first}" {_NO_BANDS}/>'
    return f'<w:tblPr>{style}<w:tblW w:w="5000" w:type="pct"/>{look}</w:tblPr>'


def _widths(text_width: int, value: Table, columns: int) -> list[int]:
    shares = value.widths if len(value.widths) == columns and sum(value.widths) > 0 else (1.0,) * columns
    return [max(1, round(text_width * share / sum(shares))) for share in shares]


def _row(job: Job, row: tuple[Cell, ...], widths: list[int], header: bool, cell_xml: CellWriter) -> str:
    filled = [*row, *(Cell() for _ in range(len(widths) - len(row)))]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell_xml(job, cell.blocks)}</w:tc>'
        for cell, width in zip(filled, widths, strict=True)
    )
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{cells}</w:tr>"


def _caption(job: Job, words: str, before: bool) -> str:
    style = f'<w:pStyle w:val="{job.styles.caption}"/>' if job.styles.caption else ""
    keep = "<w:keepNext/>" if before else ""
    return f"<w:p><w:pPr>{style}{keep}</w:pPr><w:r>{run_content(words)}</w:r></w:p>"
