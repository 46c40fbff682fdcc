"""What Qt does not draw of a text: the marks of list items, the bar beside a quotation, and pictures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap, QTextBlock, QTextCursor

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Picture
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import Line, shown_size

Pictures = Callable[[str], QPixmap | None]
"""The picture of a file's id; None where the archive has none that can be shown."""

_BAR_WIDTH = 3.0


def paint_marks(
    painter: QPainter, document: RichTextDocument, first: QTextBlock, clip: QRectF, pictures: Pictures
) -> None:
    """Draws what belongs to the lines within `clip`, in the document's own coordinates, from the line `first` on."""
    markers = document.markers()
    painter.setFont(document.defaultFont())
    painter.setPen(QColor(document.look.mark))
    for block, line, rect in _visible(document, first, clip):
        marker = markers.get(line.block.id)
        if marker is not None:
            _paint_marker(painter, block, rect, marker)
        elif line.block.picture is not None:
            _paint_picture(painter, rect, line.block.picture, pictures)
        elif line.block.kind is BlockKind.QUOTE:
            left = rect.left() + document.indentWidth() / 3
            bar = QRectF(left, rect.top(), _BAR_WIDTH, rect.height())
            painter.fillRect(bar, QColor(document.look.quote))


def _visible(document: RichTextDocument, first: QTextBlock, clip: QRectF) -> Iterator[tuple[QTextBlock, Line, QRectF]]:
    layout, lines, marked = document.documentLayout(), document.lines(), document.marked_lines()
    for number in marked[bisect_left(marked, first.blockNumber()) :]:
        block = document.findBlockByNumber(number)
        rect = layout.blockBoundingRect(block)
        if rect.top() - block.blockFormat().topMargin() <= clip.bottom():
            yield block, lines[number], rect
        elif QTextCursor(block).currentTable() is None:
            return


def _paint_picture(painter: QPainter, words: QRectF, picture: Picture, pictures: Pictures) -> None:
    """The picture above the words that describe it, in the room that their line leaves; a frame where there is none."""
    size = shown_size(picture)
    place = QRectF(words.left(), words.top() - size.height(), size.width(), size.height())
    found = pictures(picture.file_id)
    if found is None:
        painter.drawRect(place)
    else:
        fitted = QRectF(place.topLeft(), QSizeF(found.size()).scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        painter.drawPixmap(fitted, found, QRectF(found.rect()))


def _paint_marker(painter: QPainter, block: QTextBlock, rect: QRectF, marker: str) -> None:
    first = block.layout().lineAt(0)
    if not first.isValid():
        return
    metrics = QFontMetricsF(painter.font())
    gap = metrics.horizontalAdvance("  ")
    left = rect.left() + first.x() - gap - metrics.horizontalAdvance(marker)
    painter.drawText(QPointF(max(left, rect.left()), rect.top() + first.y() + first.ascent()), marker)
