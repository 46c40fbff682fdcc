"""Plain text read: whatever encoding an old program left it in, one paragraph per line that is not empty."""

from __future__ import annotations

import re
from itertools import pairwise

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.text_encoding import decoded
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceParagraph, SourceText, fills
from referatdesk.domain.richtext import Run

MAX_BYTES = 8_000_000
WIDEST_WRAP = 130
_BREAK_SIGNS = re.compile(r"[\f\v\u2028\u2029]")
"""Within a line they end what is printed on it, without ending what an editor counts as a line."""
_TYPED_MARK = re.compile(r"[-–•*]\s|\w{1,2}[.)]\s")


def read_text(raw: bytes) -> SourceText:
    if len(raw) > MAX_BYTES:
        raise ReadingError("too_large", limit=MAX_BYTES)
    return source_of_text(decoded(raw))


def source_of_text(text: str) -> SourceText:
    """The lines of a text as paragraphs; raises ReadingError where there are none."""
    paragraphs: list[SourceParagraph] = []
    blank, page_before = 0, False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        page_before = page_before or line.startswith("\f")
        if not line.strip():
            blank += 1
            page_before = page_before or "\f" in line
            continue
        if len(paragraphs) == MAX_PARAGRAPHS:
            raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
        paragraphs.append(
            SourceParagraph(
                runs=(Run(_words(line, in_columns=blank == 0 and bool(paragraphs) and "\t" in paragraphs[-1].text)),),
                place=Place(number, number),
                indent=_indent(line),
                blank_before=blank,
                page_before=page_before,
            )
        )
        blank, page_before = 0, line.endswith("\f")
    if not paragraphs:
        raise ReadingError("no_text")
    return SourceText(tuple(paragraphs), _wrap_width(paragraphs))


def _words(line: str, *, in_columns: bool) -> str:
    """The line without blanks round it; a first tab stays where a row of cells begins with an empty one."""
    words = _BREAK_SIGNS.sub("\n", line.strip())
    return f"\t{words}" if ("\t" in words or in_columns) and line.lstrip(" ").startswith("\t") else words


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
