"""Plain text read: whatever encoding an old program left it in, one paragraph per line that is not empty."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceParagraph, SourceText, fills
from referatdesk.domain.richtext import Run

MAX_BYTES = 8_000_000
WIDEST_WRAP = 130
_PAGE_SIGNS = re.compile(r"[\f\v\u2028\u2029]")
_TYPED_MARK = re.compile(r"[-–•*]\s|\w{1,2}[.)]\s")
_CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text_file(path: Path) -> SourceText:
    if path.stat().st_size > MAX_BYTES:
        raise ReadingError("too_large", limit=MAX_BYTES)
    return source_of_text(decoded(path.read_bytes()))


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16, with or without a mark of it, or in Windows-1252."""
    if not raw:
        raise ReadingError("empty")
    text = raw.decode(_encoding(raw), errors="replace")
    if len(_CONTROL_SIGNS.findall(text)) > len(text) // 100:
        raise ReadingError("unreadable", reason="binary")
    return unicodedata.normalize("NFC", _CONTROL_SIGNS.sub("", text))


def _encoding(raw: bytes) -> str:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return encoding
    sample = raw[:4000]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    if sample[0::2].count(0) > len(sample) // 4:
        return "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def source_of_text(text: str) -> SourceText:
    """The lines of a text as paragraphs; raises ReadingError where there are none."""
    paragraphs: list[SourceParagraph] = []
    blank = 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", _PAGE_SIGNS.sub("", text)), start=1):
        if not line.strip():
            blank += 1
            continue
        paragraphs.append(
            SourceParagraph(
                runs=(Run(_words(line)),),
                place=Place(number, number),
                indent=_indent(line),
                blank_before=blank,
            )
        )
        blank = 0
    if not paragraphs:
        raise ReadingError("no_text")
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
    return SourceText(tuple(paragraphs), _wrap_width(paragraphs))


def _words(line: str) -> str:
    """The line without blanks round it; a first tab stays where a row of cells begins with an empty one."""
    words = line.strip()
    return f"\t{words}" if "\t" in words and line.lstrip(" ").startswith("\t") else words


def _indent(line: str) -> int:
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blanks.replace("\t", "    "))


def _wrap_width(paragraphs: list[SourceParagraph]) -> int | None:
    """The width at which the lines are broken: known when most breaks inside a paragraph could not come later."""
    prose = [one for one in paragraphs if "\t" not in one.text]
    width = max((one.indent + len(one.text) for one in prose), default=0)
    if not 30 <= width <= WIDEST_WRAP:
        return None
    breaks = [(above, below) for above, below in pairwise(paragraphs) if _inside(above, below)]
    full = sum(fills(above, below.text, width) for above, below in breaks)
    return width if full >= 3 and full * 5 >= len(breaks) * 3 else None


def _inside(above: SourceParagraph, below: SourceParagraph) -> bool:
    one_piece = below.blank_before == 0 and "\t" not in above.text + below.text
    return one_piece and not _TYPED_MARK.match(below.text)
