"""Phrases that a few letters stand for: the standard ones that come as data, and those of the house."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any

from referatdesk.config.places import resource
from referatdesk.domain.changes import Change, altered, removed
from referatdesk.domain.codes import Outcome
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records
from referatdesk.domain.writing import Snippet
from referatdesk.services.editing import edit
from referatdesk.services.errors import UserError
from referatdesk.services.order import by_sort, inserted, moved

PLACEHOLDER = re.compile(r"\{([^{}\n]+)\}")
_SHORT = re.compile(r"[^\W_]+")


class TextKind(StrEnum):
    """What kind of text is written; the phrases made for it come first."""

    DECISION = "decision"
    MINUTES = "minutes"


@cache
def standard_phrases() -> Mapping[TextKind, tuple[Snippet, ...]]:
    listed = json.loads(resource("phrases.json").read_text(encoding="utf-8"))["phrases"]
    return {
        kind: tuple(_standard(place, row) for place, row in enumerate(listed) if row["kind"] == kind)
        for kind in TextKind
    }


def _standard(place: int, row: Mapping[str, str]) -> Snippet:
    outcome = Outcome(row["outcome"]) if "outcome" in row else None
    return Snippet(id=f"standard-{place}", sort=place, short=row["short"], text=row["text"], outcome=outcome)


@cache
def standard_abbreviations() -> Mapping[str, str]:
    listed: dict[str, str] = json.loads(resource("phrases.json").read_text(encoding="utf-8"))["abbreviations"]
    return listed


def phrases_of(records: Records, board_id: str | None, kind: TextKind) -> list[Snippet]:
    """Every phrase, those likeliest wanted first: one's own, then the standard ones for such texts, then the others.

    A phrase of one's own stands in place of a standard one with the same short name.
    """
    own = [one for one in own_snippets(records, board_id) if not one.abbreviation]
    other = TextKind.MINUTES if kind is TextKind.DECISION else TextKind.DECISION
    taken, listed = set[str](), []
    for one in (*own, *standard_phrases()[kind], *standard_phrases()[other]):
        if one.short not in taken:
            taken.add(one.short)
            listed.append(one)
    return listed


def own_snippets(records: Records, board_id: str | None) -> list[Snippet]:
    """What the archive holds for the board, its own and what stands for all boards."""
    return by_sort(one for one in records.all(Snippet) if one.board_id in {None, board_id})


def abbreviations_of(records: Records, board_id: str | None) -> dict[str, str]:
    """What is written out while one types, by what is typed in small letters."""
    own = [one for one in own_snippets(records, board_id) if one.abbreviation]
    return {**standard_abbreviations(), **{one.short.lower(): one.text for one in reversed(own)}}


def matching(phrases: Iterable[Snippet], letters: str) -> list[Snippet]:
    """Those whose short name begins with the letters, then those of which a word does."""
    wanted = letters.casefold()
    listed = list(phrases)
    by_name = [one for one in listed if one.short.casefold().startswith(wanted)]
    by_word = [
        one
        for one in listed
        if one not in by_name and any(word.startswith(wanted) for word in re.findall(r"\w+", one.text.casefold()))
    ]
    return by_name + by_word


def named(phrases: Iterable[Snippet], short: str) -> Snippet | None:
    """The phrase with exactly that short name."""
    return next((one for one in phrases if one.short.casefold() == short.casefold()), None)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known filled in; what is not stays to be jumped to."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def expanded(abbreviation: str, texts: Mapping[str, str]) -> str | None:
    """What the letters stand for, with a capital where they have one; None where they stand for nothing."""
    text = texts.get(abbreviation.lower())
    if text is None or (abbreviation != abbreviation.lower() and abbreviation != abbreviation.capitalize()):
        return None
    return text[:1].upper() + text[1:] if abbreviation[:1].isupper() else text


def add_snippet(records: Records, board_id: str | None, text: str, short: str = "") -> Change:
    """A phrase of the board, under a short name found for it where none is given.

    Raises UserError "snippet.short" for a short name that cannot be typed, "snippet.taken" for that of another phrase.
    """
    own = own_snippets(records, board_id)
    name = _checked(short, own) if short else proposed_short(text, phrases_of(records, board_id, TextKind.DECISION))
    made = Snippet(id=new_id(), board_id=board_id, short=name, text=text.strip())
    return Change("snippet.add", inserted(own, made, len(own)), made.short)


def edit_snippet(records: Records, snippet_id: str, **fields: Any) -> Change:
    """Other values in some of its fields; raises UserError as `add_snippet` does."""
    before = records.get(Snippet, snippet_id)
    if "short" in fields:
        others = (one for one in own_snippets(records, before.board_id) if one.id != snippet_id)
        fields["short"] = _checked(fields["short"], others)
    return edit("snippet.edit", before, fields, before.short)


def share_snippet(records: Records, snippet_id: str, board_id: str | None) -> Change:
    """The phrase for the board alone, or with None for all."""
    before = records.get(Snippet, snippet_id)
    return Change("snippet.edit", altered([(before, replace(before, board_id=board_id))]), before.short)


def move_snippet(records: Records, snippet_id: str, board_id: str | None, index: int) -> Change:
    """The phrase at the index among those that the board has, counted without it."""
    one = records.get(Snippet, snippet_id)
    return Change("snippet.move", moved(own_snippets(records, board_id), one.id, index), one.short)


def remove_snippet(records: Records, snippet_id: str) -> Change:
    gone = records.get(Snippet, snippet_id)
    return Change("snippet.remove", removed(gone), gone.short)


def _checked(short: str, others: Iterable[Snippet]) -> str:
    bare = short.strip().lstrip(";")
    if not _SHORT.fullmatch(bare):
        raise UserError("snippet.short", short=short.strip())
    if named(others, bare) is not None:
        raise UserError("snippet.taken", short=bare.lower())
    return bare.lower()


def proposed_short(text: str, phrases: Iterable[Snippet]) -> str:
    """A short name for a text: the first letters of its first word that no phrase has yet."""
    taken = {one.short for one in phrases}
    word = next(iter(re.findall(r"[^\W\d_]+", text.casefold())), "ny")
    lengths = (word[:length] for length in range(min(3, len(word)), len(word) + 1))
    numbered = (f"{word[:3]}{number}" for number in range(2, 100))
    return next((short for short in (*lengths, *numbered) if short not in taken), word)
