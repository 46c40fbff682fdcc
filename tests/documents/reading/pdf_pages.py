"""PDF files for the reader to read, written sign by sign: every word at a place that the test has chosen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
LEFT = 72
SIZE = 10
WIDE = 0.6
"""The width of every sign of these fonts, in letter sizes."""
SIGNS = int((WIDTH - 2 * LEFT) / (WIDE * SIZE))
FONTS = {"": "Courier", "bold": "Courier-Bold", "italic": "Courier-Oblique", "symbol": "Symbol"}


@dataclass
class PdfPage:
    """Words are written from the top: `y` counts down from the upper edge."""

    drawn: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    y: float = 72
    turn: int = 0
    tags: list[str] = field(default_factory=list)

    def tagged(self, kind: str, *numbers_of_lines: int) -> None:
        """Tags the lines drawn so far with these numbers, counted from 0, as one piece of the text."""
        for number in numbers_of_lines:
            self.drawn[number] = f"/{kind} <</MCID {len(self.tags)}>> BDC {self.drawn[number]} EMC"
        self.tags.append(kind)

    def words(self, x: float, y: float, text: str, size: float = SIZE, font: str = "", turned: bool = False) -> None:
        matrix = f"0 1 -1 0 {x} {HEIGHT - y}" if turned else f"1 0 0 1 {x} {HEIGHT - y}"
        name = list(FONTS).index(font)
        self.drawn.append(f"BT /F{name} {size} Tf {matrix} Tm ({_escaped(text)}) Tj ET")

    def line(self, text: str, size: float = SIZE, font: str = "", x: float = LEFT) -> None:
        """The next line under the last one."""
        self.y += 1.2 * size
        self.words(x, self.y, text, size, font)

    def paragraph(self, text: str, gap: float = 6, x: float = LEFT, signs: int = SIGNS) -> None:
        """Text broken as a word processor does, after a gap."""
        self.y += gap
        lines = textwrap.wrap(text, signs, break_on_hyphens=False)
        for at, line in enumerate(lines):
            self.line(f"{line} " if at + 1 < len(lines) else line, x=x)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.drawn.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        self.drawn.append(f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /Im0 Do Q")

    def link(self, x0: float, y0: float, x1: float, y1: float, target: str) -> None:
        box = f"{x0} {HEIGHT - y1} {x1} {HEIGHT - y0}"
        self.notes.append(f"<</Type/Annot/Subtype/Link/Rect[{box}]/A<</S/URI/URI({target})>>>>")

    def comment(self, y: float, text: str, author: str) -> None:
        box = f"500 {HEIGHT - y - 10} 510 {HEIGHT - y}"
        self.notes.append(
            f"<</Type/Annot/Subtype/Text/Rect[{box}]/Contents({text})/T({author})/M(D:20260105093000+01'00')>>"
        )


def pdf_of(pages: Sequence[PdfPage], extra: str = "") -> bytes:
    """The file; `extra` goes into its catalogue."""
    objects = [
        "",
        "",
        *(_font(name) for name in FONTS.values()),
        _stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x"),
    ]
    fonts = "".join(f"/F{at} {at + 3} 0 R" for at in range(len(FONTS)))
    resources = f"<</Font<<{fonts}>>/XObject<</Im0 {len(FONTS) + 3} 0 R>>>>"
    kids = []
    for page in pages:
        objects.append(_stream("", "\n".join(page.drawn)))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {page.turn}/Resources{resources}"
            f"/Contents {len(objects)} 0 R/Annots[{''.join(page.notes)}]/StructParents {len(kids)}>>"
        )
        kids.append(f"{len(objects)} 0 R")
    extra += _tag_tree(objects, pages, kids)
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{extra}>>"
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    return _file(objects)


def _tag_tree(objects: list[str], pages: Sequence[PdfPage], kids: Sequence[str]) -> str:
    """Adds what the pages are tagged as; what the catalogue says of it."""
    if not any(page.tags for page in pages):
        return ""
    root = len(objects) + 1
    objects.append("")
    parents = []
    for number, page in enumerate(pages):
        first = len(objects) + 1
        objects += [
            f"<</Type/StructElem/S/{kind}/P {root} 0 R/Pg {kids[number]}/K {at}/Alt(Kort over Egeby)>>"
            for at, kind in enumerate(page.tags)
        ]
        parents.append(f"{number} [{' '.join(f'{first + at} 0 R' for at in range(len(page.tags)))}]")
    elements = " ".join(f"{number} 0 R" for number in range(root + 1, len(objects) + 1))
    objects[root - 1] = f"<</Type/StructTreeRoot/K[{elements}]/ParentTree<</Nums[{' '.join(parents)}]>>>>"
    return f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R"


def _font(name: str) -> str:
    encoding = "" if name == "Symbol" else "/Encoding/WinAnsiEncoding"
    return f"<</Type/Font/Subtype/Type1/BaseFont/{name}{encoding}>>"


def _stream(entries: str, content: str) -> str:
    return f"<<{entries}/Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream"


def _file(objects: Iterable[str]) -> bytes:
    content = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    start = len(content)
    content += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    content += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return content + f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
