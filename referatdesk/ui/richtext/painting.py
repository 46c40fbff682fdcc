"""What Qt does not draw of a text: the marks of list items and the bar beside a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextBlock, QTextCursor

from referatdesk.domain.codes import BlockKind
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import Line

_BAR_WIDTH = 3.0


def paint_marks(painter: QPainter, document: RichTextDocument, first: QTextBlock, clip: QRectF) -> None:
    """Draws what belongs to the lines within `clip`, in the document's own coordinates, from the line `first` on."""
    markers = document.markers()
    painter.setFont(document.defaultFont())
    painter.setPen(QColor(document.look.mark))
    for block, line, rect in _visible(document, first, clip):
        marker = markers.get(line.block.id)
        if marker is not None:
            _paint_marker(painter, block, rect, marker)
        elif line.block.kind is BlockKind.QUOTE:
            left = rect.left() + document.indentWidth() / 3
            bar = QRectF(left, rect.top(), _BAR_WIDTH, rect.height())
            painter.fillRect(bar, QColor(document.look.quote))


def _visible(document: RichTextDocument, first: QTextBlock, clip: QRectF) -> Iterator[tuple[QTextBlock, Line, QRectF]]:
    layout, lines, marked = document.documentLayout(), document.lines(), document.marked_lines()
    for number in marked[bisect_left(marked, first.blockNumber()) :]:
        block = document.findBlockByNumber(number)
        rect = layout.blockBoundingRect(block)
        if rect.top() <= clip.bottom():
            yield block, lines[number], rect
        elif QTextCursor(block).currentTable() is None:
            return


def _paint_marker(painter: QPainter, block: QTextBlock, rect: QRectF, marker: str) -> None:
    first = block.layout().lineAt(0)
    if not first.isValid():
        return
    metrics = QFontMetricsF(painter.font())
    gap = metrics.horizontalAdvance("  ")
    left = rect.left() + first.x() - gap - metrics.horizontalAdvance(marker)
    painter.drawText(QPointF(max(left, rect.left()), rect.top() + first.y() + first.ascent()), marker)
