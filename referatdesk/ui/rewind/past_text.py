"""The text of an item as it was, with what has gone since struck out and what has come since underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from referatdesk.domain.richtext import Block
from referatdesk.domain.sentences import sentences
from referatdesk.i18n.catalogue import _
from referatdesk.services.rewind.past_compared import Line, Part
from referatdesk.services.rewind.recalling import sentence_at
from referatdesk.services.word_differences import Fate, Piece
from referatdesk.ui.richtext.characters import index_at, qt_length, to_qt
from referatdesk.ui.richtext.look import LINE_HEIGHT
from referatdesk.ui.theme import SPACE, tokens

BULLET = "•"


class Place(NamedTuple):
    """Where in the text as it was the caret stands."""

    section_id: str
    block: Block
    offset: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """A piece with the position in the document at which it begins."""

    line: Line
    section_id: str
    piece: Piece
    position: int

    @property
    def end(self) -> int:
        return self.position + qt_length(self.piece.text)


class PastText(QTextEdit):
    """`taken` asks to bring back the sentence at the caret, or its whole paragraph; `moved` tells of the caret."""

    taken = Signal(bool)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The text as it was"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(keyboard | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursorWidth(2)
        self._parts: Sequence[tuple[str, Part]] = ()
        self._compares = True
        self._shown: list[_Shown] = []
        self.cursorPositionChanged.connect(self._mark_sentence)

    def show_parts(self, parts: Sequence[tuple[str, Part]], *, compares: bool) -> None:
        """Each part under its label; the caret goes to the first thing that has gone since, or has come."""
        self._parts, self._compares = parts, compares
        self._write()
        new = (one.position for one in self._shown if one.piece.fate is Fate.NEW)
        self._go(next(iter([*self._gone(), *new]), 0) if compares else 0)

    def words_then(self) -> str:
        """All that stood there, a line per paragraph and a blank one between parts."""
        lines = (
            "\n".join(line.then.text for line in part.lines if line.then is not None) for _label, part in self._parts
        )
        return "\n\n".join(text for text in lines if text)

    def _write(self) -> None:
        self._shown = []
        self.blockSignals(True)
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for number, (label, part) in enumerate(self._parts):
            if number:
                cursor.insertBlock()
            self._write_label(cursor, label)
            for line in part.lines:
                self._write_line(cursor, part.section.id, line)
        cursor.endEditBlock()
        self.blockSignals(False)

    def _write_label(self, cursor: QTextCursor, label: str) -> None:
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(tokens().muted)
        cursor.setBlockFormat(_spaced(QTextBlockFormat(), above=bool(cursor.position())))
        cursor.insertText(label, made)

    def _write_line(self, cursor: QTextCursor, section_id: str, line: Line) -> None:
        pieces = [piece for piece in line.pieces if self._compares or piece.fate is not Fate.NEW]
        if not pieces and line.then is None:
            return
        form = QTextBlockFormat()
        form.setIndent(line.block.level + 1 if line.block.is_list_item else 0)
        cursor.insertBlock(_spaced(form), QTextCharFormat())
        if line.block.is_list_item:
            cursor.insertText(f"{line.block.marker or BULLET} ", QTextCharFormat())
        for piece in pieces:
            self._shown.append(_Shown(line, section_id, piece, cursor.position()))
            cursor.insertText(to_qt(piece.text), self._form(piece.fate))

    def _form(self, fate: Fate) -> QTextCharFormat:
        made, colours = QTextCharFormat(), tokens()
        if not self._compares or fate is Fate.SAME:
            return made
        gone = fate is Fate.GONE
        made.setFontStrikeOut(gone)
        made.setFontUnderline(not gone)
        made.setForeground(colours.bad if gone else colours.good)
        made.setBackground(colours.bad_soft if gone else colours.good_soft)
        return made

    def place(self) -> Place | None:
        """Where the caret is; None on a label, and on what was not there then."""
        shown = self._at(self.textCursor().position())
        if shown is None or shown.line.then is None:
            return None
        inside = index_at(shown.piece.text, self.textCursor().position() - shown.position)
        offset = shown.piece.start + (0 if shown.piece.fate is Fate.NEW else inside)
        return Place(shown.section_id, shown.line.then, offset)

    def step(self, by: int) -> None:
        """To the next sentence of which something has gone since, or the one before."""
        here = self.textCursor().position()
        ahead = [one for one in self._gone() if (one > here if by > 0 else one < here)]
        if ahead:
            self._go(ahead[0] if by > 0 else ahead[-1])

    def _gone(self) -> Iterator[int]:
        """Where, in each such sentence, it begins."""
        told: set[tuple[str, int]] = set()
        for shown in self._shown if self._compares else ():
            piece, then = shown.piece, shown.line.then
            if piece.fate is not Fate.GONE or then is None:
                continue
            for sentence in sentences(then.text):
                start = max(sentence.start, piece.start)
                key = (then.id, sentence.start)
                if start < min(sentence.end, piece.start + len(piece.text)) and key not in told:
                    told.add(key)
                    yield shown.position + qt_length(piece.text[: start - piece.start])

    def _go(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        here = self.cursorRect()
        if here.top() < 0 or here.bottom() > self.viewport().height() * 2 // 3:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + here.top() - self.viewport().height() // 3)

    def _at(self, position: int) -> _Shown | None:
        """The piece in which the position is; at a border, the later one."""
        inside = [one for one in self._shown if one.position <= position <= one.end]
        return inside[-1] if inside else None

    def _mark_sentence(self) -> None:
        self.setExtraSelections(list(self._sentence_marks()))
        self.moved.emit()

    def _sentence_marks(self) -> Iterator[QTextEdit.ExtraSelection]:
        place = self.place()
        sentence = sentence_at(place.block, place.offset) if place is not None else None
        if place is None or sentence is None:
            return
        for shown in self._shown:
            piece = shown.piece
            if shown.line.then is not place.block or piece.fate is Fate.NEW:
                continue
            start, end = max(sentence.start - piece.start, 0), min(sentence.end - piece.start, len(piece.text))
            if start < end:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self.textCursor()
                mark.cursor.setPosition(shown.position + qt_length(piece.text[:start]))
                mark.cursor.setPosition(shown.position + qt_length(piece.text[:end]), QTextCursor.MoveMode.KeepAnchor)
                mark.format.setBackground(tokens().selection)
                yield mark

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._parts:
            place = self.textCursor().position()
            self._write()
            self._go(place)


def _spaced(form: QTextBlockFormat, *, above: bool = False) -> QTextBlockFormat:
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setTopMargin(SPACE.medium if above else 0)
    form.setBottomMargin(SPACE.hair)
    return form
