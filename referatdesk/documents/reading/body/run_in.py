"""Text that begins on the line of its heading ("Ad 3. Økonomi: Kassereren fortalte …") set on a line of its own."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.documents.reading.body.around import Lines
from referatdesk.documents.reading.layout.agenda_list import is_like, is_run_in, title_end
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.outline import Outline
from referatdesk.documents.reading.source import SourceParagraph, cut_runs, stripped_runs


def set_apart(lines: Lines, outline: Outline) -> tuple[SourceParagraph, ...] | None:
    """The lines with the text of every such heading set free; None where headings stand alone."""
    tops = [one for one in outline.openings if one.figure and one.depth == 0 and one.title]
    run_in = [one for one in tops if is_run_in(one.title) or not _repeats_list(one, outline)]
    if not run_in or len(run_in) * 2 < len(tops):
        return None
    starts = {one.at: one for one in tops}
    return tuple(
        piece
        for at, line in enumerate(lines)
        for piece in (_parted(line, starts[at], outline) if at in starts else (line,))
    )


def _repeats_list(one: Opening, outline: Outline) -> bool:
    """Whether the heading says no more than the list at the top, if there is one."""
    listed = outline.listed.get(one.figure)
    return listed is None or is_like(one.title, listed)


def _parted(line: SourceParagraph, opening: Opening, outline: Outline) -> tuple[SourceParagraph, ...]:
    if line.heading or line.list_kind is not None:
        return (line,)
    end = title_end(opening.title, outline.listed.get(opening.figure))
    if end is None or end >= len(opening.title) or not opening.title:
        return (line,)
    cut = line.text.rfind(opening.title) + end
    if cut < end:
        return (line,)
    first = replace(line, runs=stripped_runs(cut_runs(line.runs, 0, cut)))
    rest = replace(line, runs=stripped_runs(cut_runs(line.runs, cut)), blank_before=1, page_before=False)
    return (first, rest) if rest.text.strip(" .:-–") else (line,)
