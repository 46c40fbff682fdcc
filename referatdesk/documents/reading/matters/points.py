"""The points of a recommendation that stand within one paragraph: "… at 1) planen godkendes, og 2) borgerne høres"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from referatdesk.documents.reading.source import SourceParagraph, cut_runs, split_runs, stripped_runs
from referatdesk.documents.reading.words.marks import is_ordinal, typed_mark
from referatdesk.domain.codes import BlockKind

_MARK = re.compile(r"(?:^|(?<=[\s:,;.]))(?P<mark>\(?(?:(?P<figure>\d{1,2})|(?P<letter>[a-h]))(?P<end>[.)]))\s+(?=\S)")
_DOT_AFTER = re.compile(r"(?:^|[:,;.]|\bog|\bsamt|\bat)\s*$")
_AT_LINE = re.compile(r"[-–•]?\s*at\s", re.IGNORECASE)


def opened_points(paragraphs: Iterable[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The paragraphs of a recommendation, those that hold several marked points parted into them."""
    return tuple(piece for one in paragraphs for piece in _opened(one))


def _opened(one: SourceParagraph) -> list[SourceParagraph]:
    if one.table is not None or one.list_kind is not None or one.heading is not None:
        return [one]
    marks = _counted(one.text)
    if marks:
        return list(_pieces(one, marks))
    lines = [line for line in split_runs(one.runs) if line]
    opens = [
        bool(_AT_LINE.match(text) or typed_mark(text)) for text in ("".join(run.text for run in line) for line in lines)
    ]
    return [replace(one, runs=line) for line in lines] if sum(opens) > 1 else [one]


def _counted(text: str) -> list[re.Match[str]]:
    """The marks that count up from the first one, at least two of them; none where a count is broken."""
    found = [match for match in _MARK.finditer(text) if _is_mark(match, text)]
    ranks = [_rank(match) for match in found]
    kinds = {(match["figure"] is None, match["end"]) for match in found}
    good = len(found) > 1 and len(kinds) == 1 and ranks == list(range(1, len(ranks) + 1))
    return found if good else []


def _is_mark(match: re.Match[str], text: str) -> bool:
    """Whether it marks a point: a number with a full stop may be the day of a month or any ordinal."""
    if match["end"] == ")":
        return True
    return not is_ordinal(text[match.end() :]) and bool(
        _DOT_AFTER.search(text[max(match.start() - 8, 0) : match.start()])
    )


def _rank(match: re.Match[str]) -> int:
    return int(match["figure"]) if match["figure"] else ord(match["letter"]) - ord("a") + 1


def _pieces(one: SourceParagraph, marks: list[re.Match[str]]) -> Iterator[SourceParagraph]:
    lead = stripped_runs(cut_runs(one.runs, 0, marks[0].start()))
    if lead:
        yield replace(one, runs=lead)
    ends = [match.start() for match in marks[1:]] + [len(one.text)]
    for match, end in zip(marks, ends, strict=True):
        kind = BlockKind.NUMBERED if match["figure"] else BlockKind.LETTERED
        runs = stripped_runs(cut_runs(one.runs, match.end(), end))
        yield replace(one, runs=runs, list_kind=kind, marker=match["mark"], blank_before=0)
