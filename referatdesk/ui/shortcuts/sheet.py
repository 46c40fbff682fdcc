"""All keys on one sheet of paper, as a PDF file to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from referatdesk.i18n.catalogue import _
from referatdesk.ui.shortcuts.letters import LetterRow
from referatdesk.ui.shortcuts.list_model import Heading, KeyRow, Row, key_rows
from referatdesk.ui.shortcuts.taken import Changed

COLUMNS = 2
MARGIN_MM = 12
LARGEST, SMALLEST = 10.0, 5.0
"""Letters in points: as large as one page takes."""
GAP = 24


def sheet_pdf(changed: Changed) -> bytes:
    """The content of the file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_("Keys of Referatdesk"))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(72)
    room = QSizeF(writer.width(), writer.height())
    title, columns = fitted(changed, room)
    painter = QPainter(writer)
    title.drawContents(painter)
    painter.translate(0, title.size().height())
    for column in columns:
        column.drawContents(painter)
        painter.translate((room.width() + GAP) / COLUMNS, 0)
    painter.end()
    return bytes(buffer.data().data())


def fitted(changed: Changed, room: QSizeF) -> tuple[QTextDocument, list[QTextDocument]]:
    """The title and the columns in the largest letters with which they fit the page."""
    points = LARGEST
    while True:
        title = _document(f"<h2>{escape(_('Keys of Referatdesk'))}</h2>", points, room.width())
        columns = _columns(changed, points, (room.width() - GAP) / COLUMNS)
        height = title.size().height() + max(column.size().height() for column in columns)
        if height <= room.height() or points <= SMALLEST:
            return title, columns
        points -= 0.25


def _columns(changed: Changed, points: float, width: float) -> list[QTextDocument]:
    """The menus in order, those of the first half left and the others right."""
    rows = [row for row in key_rows(changed) if not isinstance(row, KeyRow) or row.keys]
    starts = [place for place, row in enumerate(rows) if isinstance(row, Heading)]
    half = min(starts[1:], key=lambda place: abs(place - len(rows) / 2))
    return [_document(_table(part), points, width) for part in (rows[:half], rows[half:])]


def _table(rows: list[Row]) -> str:
    parts = groupby(rows, key=lambda row: isinstance(row, LetterRow))
    lines = "".join(_letters(part) if are_letters else "".join(map(_line, part)) for are_letters, part in parts)
    return f'<table width="100%" cellspacing="0" cellpadding="1">{lines}</table>'


def _line(row: Row) -> str:
    if isinstance(row, Heading):
        return f'<tr><td colspan="2"><b>{escape(row.words)}</b></td></tr>'
    act, keys, _changed = row.words
    return f'<tr><td width="58%">{escape(act)}</td><td>{escape(keys)}</td></tr>'


def _letters(rows: Iterable[Row]) -> str:
    """All in one paragraph: on paper they are looked up, not searched."""
    told = (f"<b>{escape(row.letter)}</b> {escape(row.act)}" for row in rows if isinstance(row, LetterRow))
    return f'<tr><td colspan="2">{" · ".join(told)}</td></tr>'


def _document(html: str, points: float, width: float) -> QTextDocument:
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet("td, h2 { color: black; }")  # on paper, whatever the theme
    document.setHtml(html)
    document.setTextWidth(width)
    return document
