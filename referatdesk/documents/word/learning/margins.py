"""Headers and footers: what they say of the old meeting becomes fields, all else stays."""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.formats.printed_lines import without_page_number
from referatdesk.documents.reading.head.head_lines import header_fact
from referatdesk.documents.word.learning.accepted import accept_changes, free_controls
from referatdesk.documents.word.learning.building import Maker
from referatdesk.documents.word.learning.head_values import Placed, field_of, known_values
from referatdesk.documents.word.learning.learnt import Ledger
from referatdesk.documents.word.learning.spans import (
    Span,
    all_words,
    find,
    flat,
    look_at,
    loosen,
    replace_span,
    worded,
)
from referatdesk.documents.word.names import R, w
from referatdesk.documents.word.package import Package

_DIGIT = re.compile(r"\d")
_KINDS = (f"{R}/header", f"{R}/footer")


def learn_margins(package: Package, draft: Draft, maker: Maker, ledger: Ledger) -> dict[str, etree._Element]:
    """The headers and footers that change, by name."""
    names = [
        one.target for one in package.relations(package.main) if one.kind in _KINDS and one.target in package.parts
    ]
    changed: dict[str, etree._Element] = {}
    for name in dict.fromkeys(names):
        root = package.tree(name)
        before = etree.tostring(root)
        accept_changes(root)
        free_controls(root)
        for one in root.iter(w("p")):
            _learn(one, draft, maker, ledger)
        if etree.tostring(root) != before:
            changed[name] = root
    return changed


def _learn(paragraph: etree._Element, draft: Draft, maker: Maker, ledger: Ledger) -> None:
    words = without_page_number(flat(worded(paragraph)))
    if not words:
        return
    placed = known_values(draft, paragraph, [*_title(paragraph, draft), *_labelled(paragraph, words)])
    if not placed:
        ledger.find("words.left" if _DIGIT.search(words) else "margin.kept", words)
        return
    loosen(paragraph)
    for one in sorted(placed, key=lambda one: one.span.start, reverse=True):
        replace_span(paragraph, one.span, maker.field(one.name, look_at(paragraph, one.span)))


def _labelled(paragraph: etree._Element, words: str) -> list[Placed]:
    """The value behind a label, where a field holds it."""
    fact = header_fact(words)
    name = field_of(fact[0], fact[2]) if fact is not None and fact[2] else None
    span = find(paragraph, fact[2], len(fact[1])) if fact is not None and name else None
    return [Placed(name, span)] if name and span is not None else []


def _title(paragraph: etree._Element, draft: Draft) -> list[Placed]:
    """The title of the meeting in full, where it says more than the kind of paper."""
    title = draft.head.title or ""
    board = draft.head.board or ""
    says_meeting = bool(board) and board.casefold() in title.casefold() and len(title) > len(board)
    found: Span | None = find(paragraph, title, any_case=True) if says_meeting else None
    whole = all_words(paragraph)
    return [] if found is None or whole is None else [Placed("møde.titel", found)]
