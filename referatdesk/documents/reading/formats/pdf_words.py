"""The words of one PDF page: where each stands, in which letters, in the order in which the file draws them."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from referatdesk.documents.reading.errors import ReadingError

MAX_PAGE_SIGNS = 50_000
UNREADABLE = "\ufffd"
_BLANKS = frozenset({9, 10, 11, 12, 13, 32, *range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x2028, 0x2029, 0x3000})
_BROKEN_WORD = 2
"""What pdfium makes of a hyphen at the end of a line; what follows stands on the next."""
_UNSEEN = frozenset({0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF})
_PRINTED = {0: UNREADABLE, _BROKEN_WORD: "-", 0xFFFE: UNREADABLE, 0xFFFF: UNREADABLE} | {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?:-|,)bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_FILLED_AND_STROKED = 2
_TOUCHING = 0.1
_HAIR = 0.012


@dataclass(frozen=True, slots=True)
class Look:
    """The letters of a word; sizes in half points' steps, so that equal looks compare equal."""

    font: str
    size: float
    bold: bool
    italic: bool
    symbol: bool


@dataclass(slots=True)
class Word:
    """Signs without a blank between them, in one look. `y` is the base line, counted downwards; sizes in points.

    `order` is its place in the file, `spaced` says that a blank stands in front, `blank` that the file draws it as a
    sign, and `run_on` that the word is drawn in one go with the one before. `tag` names the piece of a tagged file
    that it belongs to (-1: none), `artifact` says that the file calls it no part of the text.
    """

    text: str
    x0: float
    x1: float
    y: float
    look: Look
    order: int
    spaced: bool
    blank: bool = False
    run_on: bool = False
    apart: bool = False
    """Whether it stands apart from the word before though no blank is between them."""
    tag: int = -1
    artifact: bool = False
    link: str | None = None
    underline: bool = False
    raised: bool = False
    note: list[Word] | None = None
    trails: bool = False
    """Whether the file draws a blank behind it."""

    @property
    def size(self) -> float:
        return self.look.size


@dataclass(frozen=True, slots=True)
class _Portion:
    """What the signs of one text object share."""

    look: Look
    angle: int
    tag: int
    artifact: bool


class WordReader:
    """Reads the words of one page. `text` is what pdfium calls a text page."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._portions: dict[int, _Portion] = {}
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._order = 0

    def words(self) -> Iterator[tuple[int, Word]]:
        """Each word with the angle at which it runs, in whole degrees; its place is that of a page turned so."""
        count = pdfium.FPDFText_CountChars(self._text)
        if count > MAX_PAGE_SIGNS:
            raise ReadingError("too_large", limit=MAX_PAGE_SIGNS)
        codes = [pdfium.FPDFText_GetUnicode(self._text, at) for at in range(max(count, 0))]
        start: int | None = None
        for at, code in enumerate((*codes, 32)):
            if code in _BLANKS:
                if start is not None:
                    yield from self._word(codes, start, at)
                start = None
            elif start is None:
                start = at

    def _word(self, codes: Sequence[int], start: int, end: int) -> Iterator[tuple[int, Word]]:
        spaced = True
        for first, last in self._evenly(codes, start, end):
            text = _printed(codes[first:last])
            portion = self._portion(first)
            if text and portion is not None:
                word = self._placed(text, portion, first, last, spaced)
                word.apart = first > start and _opens_word(codes[first - 1], codes[first]) and self._parts(codes, first)
                word.trails = last == end and self._is_drawn(codes, end)
                word.blank = spaced and start > 0 and self._is_drawn(codes, start - 1)
                word.run_on = spaced and start > 1 and self._key(start - 2) == self._key(start)
                yield portion.angle, word
                spaced = False

    def _is_drawn(self, codes: Sequence[int], at: int) -> bool:
        return codes[at : at + 1] == [32] and pdfium.FPDFText_IsGenerated(self._text, at) == 0

    def _key(self, at: int) -> int:
        """Which text object a sign belongs to, 0 for none."""
        found = pdfium.FPDFText_GetTextObject(self._text, at) if at >= 0 else None
        return ctypes.addressof(found.contents) if found else 0

    def _evenly(self, codes: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
        """The pieces of a word whose signs look alike, touch each other and stand on one line."""
        if self._key(start) == self._key(end - 1) and _BROKEN_WORD not in codes[start:end]:
            yield start, end
            return
        first = start
        for at in range(start + 1, end):
            if codes[at - 1] == _BROKEN_WORD or self._parts(codes, at):
                yield first, at
                first = at
        yield first, end

    def _parts(self, codes: Sequence[int], at: int) -> bool:
        """Whether a sign begins another text object that looks different or stands apart, be it by a hair."""
        if self._key(at - 1) == self._key(at):
            return False
        before, here = self._portion(at - 1), self._portion(at)
        if before is None or here is None or before != here:
            return True
        (left, _), (right, _) = self._corners(at - 1)
        (next_left, _), (next_right, _) = self._corners(at)
        reach = abs(min(next_left, next_right) - max(left, right)) if here.angle == 0 else 0.0
        hair = _HAIR if _opens_word(codes[at - 1], codes[at]) else _TOUCHING
        return reach > hair * here.look.size

    def _placed(self, text: str, portion: _Portion, first: int, last: int, spaced: bool) -> Word:
        corners = [*self._corners(first), *self._corners(last - 1)]
        turned_x = [_turned(x, y, portion.angle)[0] for x, y in corners]
        pdfium.FPDFText_GetCharOrigin(self._text, first, self._x, self._y)
        base = _turned(self._x.value, self._y.value, portion.angle)[1]
        self._order += 1
        return Word(
            text,
            min(turned_x),
            max(turned_x),
            -base,
            portion.look,
            self._order,
            spaced,
            tag=portion.tag,
            artifact=portion.artifact,
        )

    def _corners(self, at: int) -> tuple[tuple[float, float], tuple[float, float]]:
        pdfium.FPDFText_GetLooseCharBox(self._text, at, self._box)
        return (self._box.left, self._box.bottom), (self._box.right, self._box.top)

    def _portion(self, at: int) -> _Portion | None:
        """None for a sign that pdfium made up, which belongs to no text object."""
        found = pdfium.FPDFText_GetTextObject(self._text, at)
        if not found:
            return None
        key = ctypes.addressof(found.contents)
        if key not in self._portions:
            self._portions[key] = self._read_portion(found, at)
        return self._portions[key]

    def _read_portion(self, found: Any, at: int) -> _Portion:
        pdfium.FPDFText_GetMatrix(self._text, at, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d)
        size = pdfium.FPDFText_GetFontSize(self._text, at) * scale
        angle = round(math.degrees(math.atan2(self._matrix.b, self._matrix.a))) % 360
        strokes = pdfium.FPDFTextObj_GetTextRenderMode(found) == _FILLED_AND_STROKED
        look = _look(pdfium.FPDFTextObj_GetFont(found), size, strokes)
        return _Portion(look, angle, pdfium.FPDFPageObj_GetMarkedContentID(found), _is_artifact(found))


def _look(font: Any, size: float, strokes: bool) -> Look:
    name = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, name, 200)
    words = name.value.decode("utf-8", errors="replace").rpartition("+")[2]
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    slant = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, slant)
    return Look(
        font=words,
        size=round(min(size, 1000.0) * 2) / 2 or 0.5,
        bold=strokes or bool(_BOLD_NAME.search(words) or flags & _BOLD_FLAG),
        italic=bool(_ITALIC_NAME.search(words) or flags & _ITALIC_FLAG or slant.value),
        symbol=bool(_SYMBOL_NAME.search(words)),
    )


def _is_artifact(found: Any) -> bool:
    for at in range(min(max(pdfium.FPDFPageObj_CountMarks(found), 0), 20)):
        name = (ctypes.c_ushort * 20)()
        length = ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(found, at)
        pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
        if bytes(name)[: max(length.value - 2, 0)].decode("utf-16-le", errors="replace") == "Artifact":
            return True
    return False


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """The point as it lies when the page is turned so that words of that angle run from left to right."""
    if angle == 0:
        return x, y
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, y * cos - x * sin


def turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """The point of a PDF page as words of that angle have it: turned, and counted downwards."""
    across, up = _turned(x, y, angle)
    return across, -up


def _opens_word(left: int, right: int) -> bool:
    """Whether two signs in one word would be odd: a tab between them has happened to be hardly any wide."""
    before, after = _sign(left), _sign(right)
    return (before.islower() and after.isdigit()) or (before.isalnum() and not before.isupper() and after.isupper())


def _printed(codes: Sequence[int]) -> str:
    """The signs, halves of a pair joined and ligatures taken apart."""
    text = "".join(_PRINTED.get(code) or _sign(code) for code in codes)
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", "".join(sign for sign in paired if sign >= " "))


def _sign(code: int) -> str:
    if code in _UNSEEN:
        return ""
    return chr(code) if code <= 0x10FFFF else UNREADABLE
