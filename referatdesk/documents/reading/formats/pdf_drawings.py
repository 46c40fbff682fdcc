"""What a PDF page draws beside its words: straight rules, pictures, links and notes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.pdf_words import turned

MAX_PAGE_OBJECTS = 50_000
MAX_PAGE_RULES = 4_000
MAX_PATH_POINTS = 400
_DEEPEST_FORM = 3
_THICKEST_RULE = 3.0
_SHORTEST_RULE = 6.0
_STRAIGHT = 0.6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page, turned as its words and counted downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Drawings:
    """`across` and `down` are straight rules, `pictures` the places of pictures with what pdfium calls their object."""

    across: tuple[Box, ...]
    down: tuple[Box, ...]
    pictures: tuple[tuple[Box, Any], ...]


Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawings(page: Any, angle: int) -> Drawings:
    rules: list[Box] = []
    pictures: list[tuple[Box, Any]] = []
    for found, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(found, matrix, angle)
            pictures += [] if box is None else [(box, found)]
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(rules) < MAX_PAGE_RULES:
            rules += _rules(found, matrix, angle)
    across = tuple(one for one in rules if one.height <= _THICKEST_RULE and one.width >= _SHORTEST_RULE)
    down = tuple(one for one in rules if one.width <= _THICKEST_RULE and one.height >= _SHORTEST_RULE)
    return Drawings(across, down, tuple(pictures))


def _objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """The objects of a page and of the forms that it holds, each with the matrix of its form."""
    left = MAX_PAGE_OBJECTS
    count = pdfium.FPDFPage_CountObjects(page)
    waiting = [(pdfium.FPDFPage_GetObject(page, at), _SAME, 0) for at in range(min(count, left) - 1, -1, -1)]
    if count > left:
        raise ReadingError("too_large", limit=MAX_PAGE_OBJECTS)
    while waiting:
        found, matrix, depth = waiting.pop()
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_FORM:
            yield found, matrix
            continue
        inner = pdfium.FPDFFormObj_CountObjects(found) if depth < _DEEPEST_FORM else 0
        left -= max(inner, 0)
        if left < 0:
            raise ReadingError("too_large", limit=MAX_PAGE_OBJECTS)
        own = _times(_matrix(found), matrix)
        waiting += [(pdfium.FPDFFormObj_GetObject(found, at), own, depth + 1) for at in range(inner - 1, -1, -1)]


def _matrix(found: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(found, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    x, y = _moved(e, f, outer)
    oa, ob, oc, od, _, _ = outer
    return a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, x, y


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box(points: list[tuple[float, float]], matrix: Matrix, angle: int) -> Box:
    moved = [turned(*_moved(x, y, matrix), angle) for x, y in points]
    return Box(min(x for x, _ in moved), min(y for _, y in moved), max(x for x, _ in moved), max(y for _, y in moved))


def _bounds(found: Any, matrix: Matrix, angle: int) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
        return None
    return _box([(left.value, bottom.value), (right.value, top.value)], matrix, angle)


def _rules(path: Any, matrix: Matrix, angle: int) -> Iterator[Box]:
    """A path that is one thin rectangle is a rule; of a drawn path each straight edge is one."""
    whole = _bounds(path, matrix, angle)
    if whole is None:
        return
    if min(whole.width, whole.height) <= _THICKEST_RULE:
        yield whole
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        yield from _edges(path, _times(_matrix(path), matrix), angle)


def _edges(path: Any, matrix: Matrix, angle: int) -> Iterator[Box]:
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = above = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(path), MAX_PATH_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight([above, here], matrix, angle)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight([here, begun], matrix, angle)
        above = here


def _straight(points: list[tuple[float, float]], matrix: Matrix, angle: int) -> Iterator[Box]:
    box = _box(points, matrix, angle)
    if min(box.width, box.height) <= _STRAIGHT:
        yield box
