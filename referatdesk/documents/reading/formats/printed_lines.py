"""Paragraphs of a file brought into the form that `source` asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from referatdesk.documents.reading.source import SourceParagraph, stripped_runs
from referatdesk.domain.richtext import Run, merged_runs

_PAGE_NUMBER = re.compile(r"(?:^|[ |·–-]{1,9})(?:side|page) ?\d{0,4} ?(?:af|of|/)? ?\d{0,4}$", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"[ \d/.|–-]*")
_LONGEST_PAGE_NUMBER = 30


def with_gaps(paragraphs: Iterable[SourceParagraph]) -> Iterator[SourceParagraph]:
    """The paragraphs that say or show something; the empty ones between them become their gaps."""
    blank, page_before = 0, False
    for one in paragraphs:
        page_before = page_before or one.page_before
        if one.table is None and one.picture is None and not one.text.strip():
            blank += 1
        else:
            yield replace(one, blank_before=blank, page_before=page_before)
            blank, page_before = 0, False


def without_blanks_around(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without blanks round them; a first tab stays where a row of cells begins with an empty one."""
    text = "".join(run.text for run in runs)
    words = stripped_runs(runs)
    is_row = text.lstrip(" ").startswith("\t") and "\t" in text.strip()
    return merged_runs((Run("\t"), *words)) if is_row else words


def typed_indent(runs: Sequence[Run]) -> int:
    text = "".join(run.text for run in runs).replace("\t", "    ")
    return len(text) - len(text.lstrip())


def without_page_number(line: str) -> str:
    """A line of a header or a footer without the number of the page at its end."""
    if _NUMBER_ALONE.fullmatch(line):
        return ""
    end = line[-_LONGEST_PAGE_NUMBER:]
    found = _PAGE_NUMBER.search(end)
    return line if found is None else line[: len(line) - len(end) + found.start()].rstrip(" |·–-")
