"""A meeting with a single case, or one in which nothing shows where an item begins: all its text is one item."""

from __future__ import annotations

from collections.abc import Sequence

from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.gaps import is_prose
from referatdesk.documents.reading.layout.label_words import CORE_KINDS
from referatdesk.documents.reading.layout.looks import is_of_head
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.seen import Seen


def lone_opening(seen: Sequence[Seen], contents: frozenset[int]) -> list[Opening]:
    """Where the only item begins: the title above the first label or sentence, or that sentence itself."""
    titled = next((one for one in seen if is_title(one.flat) or one.line.heading == 0), None)
    text = [one for one in seen if one.at not in contents and one is not titled and _is_text(one)]
    if titled is None or not text:
        return []
    first = text[0]
    above = seen[first.at - 1] if first.at else None
    if above is not None and above is not titled and _may_head(above):
        return [Opening.titled(above.at, above.flat)]
    return [Opening(first.at, titled.flat, textual=True)]


def _is_text(one: Seen) -> bool:
    core = one.label is not None and one.label.kind in CORE_KINDS
    return one.said is None and (core or is_prose(one))


def _may_head(one: Seen) -> bool:
    return one.is_titled and not is_title(one.flat) and not one.is_listed and not is_of_head(one)
