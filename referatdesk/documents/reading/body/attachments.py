"""The lines of a list of attachments, one paper each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.draft import Doubt, DraftAttachment
from referatdesk.documents.reading.source import SourceParagraph, cut_runs, fills, flattened, split_runs, stripped_runs
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.sentences import ends_open
from referatdesk.domain.codes import BlockKind

_FILE_END = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|msg|eml|jpe?g|png|txt|rtf|od[tsp]|zip|html?)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<number>Bilag\s+\d+[a-z]?(?:\.\d+)*)\s*[:.–-]?\s+(?P<title>\S.*)$", re.IGNORECASE)
_NOTHING = re.compile(r"(?:ingen|ingen bilag|der er ingen bilag|intet|-|–)\.?", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether the list says that there are none."""
    return bool(_NOTHING.fullmatch(text))


def read_attachments(
    lines: Sequence[SourceParagraph], width: int | None
) -> tuple[tuple[DraftAttachment, ...], tuple[SourceParagraph, ...], tuple[Doubt, ...]]:
    """The papers, the lines that are none (a table, "Ingen"), and the doubts about broken titles."""
    whole, others, doubts = _titles([one for line in lines for one in _opened(line)], width)
    return tuple(_attachment(one) for one in whole), tuple(others), tuple(doubts)


def _opened(line: SourceParagraph) -> list[SourceParagraph]:
    if line.table is not None or "\n" not in line.text:
        return [line]
    return [replace(line, runs=one) for one in split_runs(line.runs) if one]


def _titles(
    lines: Sequence[SourceParagraph], width: int | None
) -> tuple[list[SourceParagraph], list[SourceParagraph], list[Doubt]]:
    groups: list[list[SourceParagraph]] = []
    others: list[SourceParagraph] = []
    doubts: list[Doubt] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if line.table is not None or says_nothing(line.flat):
            others.append(line)
        elif above is not None and _is_rest(above, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
            if above is not None and _may_be_rest(above, line):
                doubts.append(Doubt("attachment.broken", above.place.to(line.place), line.flat, "join"))
    return [joined(*group) for group in groups], others, doubts


def _is_rest(above: SourceParagraph, line: SourceParagraph, width: int | None) -> bool:
    """Whether a line is certainly the rest of the title above: right below it, and the title cannot end there."""
    if line.whole or line.blank_before or typed_mark(line.text) is not None or _FILE_END.search(above.flat):
        return False
    if _NUMBER.match(line.flat):
        return False
    if width is not None and fills(above, line.text, width):
        return True
    return line.indent > above.indent or (line.text[:1].islower() and (ends_open(above.flat) or len(above.flat) > 60))


def _may_be_rest(above: SourceParagraph, line: SourceParagraph) -> bool:
    if _FILE_END.search(above.flat) or line.list_kind is not None or typed_mark(line.text) is not None:
        return False
    return ends_open(above.flat) or (line.text[:1].islower() and not _FILE_END.search(line.flat))


def _attachment(line: SourceParagraph) -> DraftAttachment:
    mark = None if line.list_kind is not None else typed_mark(line.text)
    raw = flattened(line.text)
    text = flattened("".join(run.text for run in stripped_runs(cut_runs(line.runs, mark.length if mark else 0))))
    numbered = _NUMBER.match(text)
    title = numbered["title"] if numbered else text
    number = (
        numbered["number"] if numbered else _counted(line, mark.text if mark else None, mark.kind if mark else None)
    )
    return DraftAttachment(
        title=title,
        raw=f"{line.marker} {raw}" if line.marker else raw,
        place=line.place,
        number=number,
        file_name=title if _FILE_END.search(title) else None,
        listed=line.list_kind is not None or mark is not None,
    )


def _counted(line: SourceParagraph, typed: str | None, kind: BlockKind | None) -> str | None:
    """The number in front of a title, where it is a number and no bullet."""
    if line.list_kind in {BlockKind.NUMBERED, BlockKind.LETTERED}:
        return line.marker
    return typed if kind in {BlockKind.NUMBERED, BlockKind.LETTERED} else None
