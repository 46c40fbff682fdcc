"""Qt's formats for a line and its words: what they are in properties of ours, how they look in Qt's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import LIST_KINDS, MAX_LEVEL, Block, Picture, Run
from referatdesk.ui.richtext.look import LINE_HEIGHT, RichTextLook

_OWN = QTextFormat.Property.UserProperty.value
ID, KIND, LEVEL, MARKER, PLACE, IN_HEADER, PICTURE = range(_OWN + 1, _OWN + 8)
BOLD, ITALIC, UNDERLINE = range(_OWN + 11, _OWN + 14)
HEADER_ROWS, WIDTHS, CAPTION_PLACE = range(_OWN + 21, _OWN + 24)
LARGEST_PICTURE = QSizeF(420, 240)
UNKNOWN_SIZE = QSizeF(240, 120)
PIXELS_A_MM = 96 / 25.4


class LinePlace(StrEnum):
    """What a line of the document is in the text.

    A filler stands only where Qt needs a line and the text has none (an empty text or cell, beside a table); it is
    read as nothing while it is empty and as a paragraph once it holds a word.
    """

    TEXT = "text"
    FILLER = "filler"
    CAPTION_BEFORE = "caption_before"
    CAPTION_AFTER = "caption_after"

    @property
    def is_caption(self) -> bool:
        return self in {LinePlace.CAPTION_BEFORE, LinePlace.CAPTION_AFTER}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document: its words as a block, and what it stands for."""

    block: Block
    place: LinePlace = LinePlace.TEXT
    in_header: bool = False


def line_format(line: Line, look: RichTextLook) -> QTextBlockFormat:
    block = line.block
    made = QTextBlockFormat()
    made.setProperty(ID, block.id)
    made.setProperty(KIND, block.kind.value)
    made.setProperty(LEVEL, block.level)
    made.setProperty(PLACE, line.place.value)
    if block.marker is not None:
        # The sign in front: Qt hands an empty text back as an empty list.
        made.setProperty(MARKER, "=" + block.marker)
    if line.in_header:
        made.setProperty(IN_HEADER, True)
    if block.picture is not None:
        made.setProperty(PICTURE, [block.picture.file_id, block.picture.width, block.picture.height])
    _lay_out(made, line, look)
    return made


def _lay_out(made: QTextBlockFormat, line: Line, look: RichTextLook) -> None:
    kind = line.block.kind
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(look.gap)
    if line.place.is_caption:
        made.setBottomMargin(look.gap / 2)
    elif kind in LIST_KINDS:
        made.setIndent(min(max(line.block.level, 0), MAX_LEVEL) + 1)
        made.setBottomMargin(look.gap / 2)
    elif kind in {BlockKind.QUOTE, BlockKind.FOOTNOTE}:
        made.setIndent(1)
    elif line.block.picture is not None:
        made.setTopMargin(shown_size(line.block.picture).height() + look.gap)
    elif kind is BlockKind.SUBHEADING:
        made.setTopMargin(look.gap)
        made.setBottomMargin(look.gap / 2)


def shown_size(picture: Picture) -> QSizeF:
    """The size in pixels at which a picture stands in the text: never larger than what leaves room to write."""
    if picture.width <= 0 or picture.height <= 0:
        return UNKNOWN_SIZE
    printed = QSizeF(picture.width * PIXELS_A_MM, picture.height * PIXELS_A_MM)
    largest = printed.scaled(LARGEST_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
    return printed.boundedTo(largest)


def line_of(made: QTextBlockFormat, runs: tuple[Run, ...]) -> Line:
    marker = made.property(MARKER)
    block = Block(
        id=made.property(ID) or "",
        kind=BlockKind(made.property(KIND) or BlockKind.PARAGRAPH),
        runs=runs,
        level=made.property(LEVEL) or 0,
        marker=None if marker is None else marker[1:],
        picture=_picture(made.property(PICTURE)),
    )
    return Line(block, LinePlace(made.property(PLACE) or LinePlace.TEXT), bool(made.property(IN_HEADER)))


def _picture(held: list[Any] | None) -> Picture | None:
    return Picture(str(held[0]), float(held[1]), float(held[2])) if held else None


def char_format(form: Run, line: Line, look: RichTextLook) -> QTextCharFormat:
    """The format of words that carry the form of the given run and stand in the given line."""
    made = QTextCharFormat()
    for key, on in ((BOLD, form.bold), (ITALIC, form.italic), (UNDERLINE, form.underline)):
        if on:
            made.setProperty(key, True)
    strong = line.in_header or line.block.kind is BlockKind.SUBHEADING
    made.setFontWeight(QFont.Weight.Bold if form.bold or strong else QFont.Weight.Normal)
    made.setFontItalic(form.italic or line.place.is_caption or line.block.kind is BlockKind.PICTURE)
    made.setFontUnderline(form.underline or form.link is not None)
    if line.block.kind is BlockKind.SUBHEADING and line.block.level == 0:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    elif line.block.kind is BlockKind.FOOTNOTE:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
    if form.link is not None:
        made.setAnchor(True)
        made.setAnchorHref(form.link)
        made.setForeground(QBrush(QColor(look.link)))
    return made


def form_of(made: QTextCharFormat, text: str = "") -> Run:
    """A run of the text in the form that the format carries."""
    return Run(
        text,
        bold=bool(made.property(BOLD)),
        italic=bool(made.property(ITALIC)),
        underline=bool(made.property(UNDERLINE)),
        link=(made.anchorHref() or None) if made.isAnchor() else None,
    )
