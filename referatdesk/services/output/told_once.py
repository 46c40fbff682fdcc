"""Votes and statements stand in the text of the decision; where a template has rows for them, they are told once.

The rows are then what is printed. A review copy, which is read back, keeps the text whole and leaves the rows out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from referatdesk.documents.word.values import Identity, Scope, Value
from referatdesk.domain.richtext import Blocks
from referatdesk.services.decision.linked_words import place_of, rewritten

VOTES = "afstemninger"
LINES: Mapping[str, str] = {VOTES: "afstemning.tekst", "udtalelser": "udtalelse.linje"}
"""The rows, and the field that holds the lines of each as they stand in the text."""


def told_once(values: Scope, repeats: frozenset[str], identity: Identity) -> Scope:
    """The values for a template with these repeats."""
    names = repeats & LINES.keys()
    if not names:
        return values
    return _below(values, names, keeps_text=identity is not Identity.NONE)


def _below(scope: Scope, names: frozenset[str], *, keeps_text: bool) -> Scope:
    inner = {
        name: [_below(one, names, keeps_text=keeps_text) for one in listed] for name, listed in scope.repeats.items()
    }
    whole = replace(scope, repeats=inner)
    if not names & scope.repeats.keys():
        return whole
    if keeps_text:
        texts = _texts(whole)
        return replace(whole, repeats={**inner, **{name: _untold(inner[name], name, texts) for name in names}})
    rows = [_lines(row, name) for name in names for row in inner[name]]
    return _without(whole, [lines for lines in rows if lines])


def _lines(row: Scope, name: str) -> tuple[str, ...]:
    words = row.fields.get(LINES[name])
    return tuple(words.split("\n")) if isinstance(words, str) and words else ()


def _texts(scope: Scope) -> list[Blocks]:
    """The texts of an item and of its parts."""
    own = [value for value in scope.fields.values() if isinstance(value, tuple)]
    return own + [text for listed in scope.repeats.values() for one in listed for text in _texts(one)]


def _untold(rows: Sequence[Scope], name: str, texts: Sequence[Blocks]) -> list[Scope]:
    return [row for row in rows if not any(place_of(text, _lines(row, name)) is not None for text in texts)]


def _without(scope: Scope, rows: Sequence[tuple[str, ...]]) -> Scope:
    """The item without those lines in its text; sub-items have rows of their own."""
    fields = {name: _less(value, rows) for name, value in scope.fields.items()}
    inner = {
        name: listed if name == "underpunkter" else [_without(one, rows) for one in listed]
        for name, listed in scope.repeats.items()
    }
    return replace(scope, fields=fields, repeats=inner)


def _less(value: Value, rows: Sequence[tuple[str, ...]]) -> Value:
    if not isinstance(value, tuple):
        return value
    for lines in rows:
        value = rewritten(value, lines, ())
    return value
