"""The lines that are parsed: joined where the user says so, tables of items opened, headings set free of their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.body.absentees import absentee_line
from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.body.tabbed import parted_headings
from referatdesk.documents.reading.body.tables import unfolded
from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.facts import case_end, item_fact
from referatdesk.documents.reading.layout.labels import bold_opening, label_of
from referatdesk.documents.reading.layout.numbered import numbered_forms
from referatdesk.documents.reading.parts import Corrections
from referatdesk.documents.reading.source import SourceParagraph, SourceText, cut_runs, opened_lines, stripped_runs
from referatdesk.documents.reading.words.sentences import ends_sentence


def lines_of(source: SourceText, corrections: Corrections) -> tuple[SourceParagraph, ...]:
    whole = _joined(source.paragraphs, corrections)
    return tuple(piece for line in opened_lines(unfolded(parted_headings(whole)), _opens) for piece in _set_free(line))


def _joined(paragraphs: Sequence[SourceParagraph], corrections: Corrections) -> list[SourceParagraph]:
    whole: list[SourceParagraph] = []
    for one in paragraphs:
        said = corrections.get(one.place.line_from)
        if said is not None and said.joined and whole and whole[-1].table is None and one.table is None:
            whole[-1] = joined(whole[-1], one)
        else:
            whole.append(one)
    return whole


def _opens(line: SourceParagraph) -> bool:
    flat = line.flat
    if is_title(flat) or item_fact(flat) is not None or label_of(line) is not None:
        return True
    forms = numbered_forms(line)
    if any(one.form.endswith("signed") for one in forms) or (forms and line.all_bold):
        return True
    return absentee_line(line, frozenset()) is not None


def _set_free(line: SourceParagraph) -> tuple[SourceParagraph, ...]:
    """The line, or two: a heading in bold opens a paragraph of text, or other facts follow the number of a case."""
    if line.table is None and line.list_kind is None and (end := case_end(line.text)) is not None:
        return _parted(line, end)
    bold = bold_opening(line)
    if bold is None or line.heading or line.list_kind is not None:
        return (line,)
    first = replace(line, runs=stripped_runs(cut_runs(line.runs, 0, len(bold))))
    forms = numbered_forms(first)
    if not forms or not forms[0].title or not _is_heading(forms[0].title):
        return (line,)
    return _parted(line, len(bold))


def _parted(line: SourceParagraph, at: int) -> tuple[SourceParagraph, ...]:
    first = replace(line, runs=stripped_runs(cut_runs(line.runs, 0, at)))
    rest = replace(line, runs=stripped_runs(cut_runs(line.runs, at)), blank_before=0, whole=True)
    return (first, rest) if rest.text.lstrip(" .,;:–-") else (line,)


def _is_heading(title: str) -> bool:
    return len(title) < 200 and title[:1].isupper() and not ends_sentence(title[:-1])
