"""The words of a row set in lines of a width: measured once for its height, and laid again only while it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from referatdesk.domain.richtext import Run
from referatdesk.ui.reading.rows import Line, Row, Weight
from referatdesk.ui.theme import tokens

CELL_PADDING = 5.0
LINE_GAP = 3.0
_LINE_END = "\u2028"
_SIZES = {Weight.TITLE: 1.35, Weight.HEADING: 1.15, Weight.NOTE: 0.9}
_STRONG = frozenset({Weight.TITLE, Weight.HEADING, Weight.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Laid:
    """One line of a cell where it is painted, its mark beside it; the top left corner of the row is 0, 0."""

    at: QPointF
    words: QTextLayout
    mark_at: QPointF
    mark: QTextLayout | None


@dataclass(frozen=True, slots=True)
class LaidRow:
    height: float
    lines: tuple[Laid, ...]
    boxes: tuple[QRectF, ...]


def font_of(row: Row, base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * _SIZES.get(row.weight, 1.0))
    if row.weight in _STRONG or row.header:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def lay(row: Row, width: float, base: QFont) -> LaidRow:
    """The row in a width in pixels, without its gap above."""
    font = font_of(row, base)
    step = QFontMetricsF(font).horizontalAdvance("100.")
    lines: list[Laid] = []
    bottoms = []
    spans = list(_spans(row, width))
    padding = CELL_PADDING if row.boxed else 0.0
    for (left, cell_width), cell in zip(spans, row.cells, strict=True):
        at = padding
        for line in cell:
            found, height = _line(line, QPointF(left + padding, at), cell_width - 2 * padding, font, step)
            lines.append(found)
            at += height + LINE_GAP
        bottoms.append(at - (LINE_GAP if cell else 0) + padding)
    height = max(bottoms, default=0.0) or QFontMetricsF(font).height()
    boxes = tuple(QRectF(left, 0, cell_width, height) for left, cell_width in spans) if row.boxed else ()
    return LaidRow(height, tuple(lines), boxes)


def _spans(row: Row, width: float) -> Iterator[tuple[float, float]]:
    """Left edge and width of each cell."""
    count = max(len(row.cells), 1)
    shares = row.widths if len(row.widths) == count and sum(row.widths) > 0 else (1.0,) * count
    left = 0.0
    for share in shares:
        yield left, width * share / sum(shares)
        left += width * share / sum(shares)


def _line(line: Line, at: QPointF, width: float, font: QFont, step: float) -> tuple[Laid, float]:
    indent = line.level * step
    mark = None
    if line.mark:
        mark, mark_width, _height = _set(line.mark, (), font, width)
        room = max(step, mark_width + step / 4)
        words_at = QPointF(at.x() + indent + room, at.y())
    else:
        words_at = QPointF(at.x() + indent, at.y())
    text = "".join(run.text for run in line.runs)
    words, _width, height = _set(text, line.runs, font, max(width - (words_at.x() - at.x()), step))
    return Laid(words_at, words, QPointF(at.x() + indent, at.y()), mark), height


def _set(text: str, runs: tuple[Run, ...], font: QFont, width: float) -> tuple[QTextLayout, float, float]:
    """The layout with its natural width and its height."""
    layout = QTextLayout(text.replace("\n", _LINE_END), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if any(run.bold or run.italic or run.underline or run.link for run in runs):
        layout.setFormats(list(_formats(runs)))
    layout.beginLayout()
    y, widest = 0.0, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return layout, widest, y


def _formats(runs: tuple[Run, ...]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, len(run.text.encode("utf-16-le")) // 2
        made.format = _format(run)
        start += made.length
        yield made


def _format(run: Run) -> QTextCharFormat:
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    made.setFontItalic(run.italic)
    made.setFontUnderline(run.underline or run.link is not None)
    if run.link is not None:
        made.setForeground(QBrush(tokens().accent))
    return made
