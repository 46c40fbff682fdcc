"""The typed tokens of a template as words: "[[punkt.titel]]", "[[gentag punkter]]", "[[hvis …]]", "[[slut …]]"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from referatdesk.documents.word.controls import named
from referatdesk.documents.word.fields import CONDITION_PREFIX, FIELDS, REPEATS, ROOT, nearest_name
from referatdesk.documents.word.findings import TemplateFinding

OBJECT = "\ufffc"
"""Stands in the text of a paragraph for what is no text: a picture, a field of Word, a note."""

_REPEAT, _CONDITION, _END = "gentag", "hvis", "slut"
_TOKEN = re.compile(rf"\[\[([^\[\]{OBJECT}]*)\]\]")
_NESTED = re.compile(r"\[\[[^\[\]]*\[\[[^\[\]]*\]\](?:[^\[\]]*\]\])?")
_TOO_MANY = re.compile(r"\[{3,}|\]{3,}")
_NAME = rf"(?:(?:{_REPEAT}|{_CONDITION}|{_END})\s+)*[^\s\[\]]{{0,60}}"
_STRAY = re.compile(rf"\[\[+\s*({_NAME})\]?|({_NAME})\]\]+")
_LOOK_ALIKE = re.compile(r"\[([^\[\]]{1,60})\]|\{{1,2}([^{}]{1,60})\}{1,2}|[«<]{1,2}([^«»<>]{1,60})[»>]{1,2}")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_AROUND = "\"'“”„‟«»‘’‚‹› .:;,"
_SHOWN = 60
_EVERYWHERE = (ROOT, *REPEATS)


class Kind(Enum):
    FIELD = "field"
    REPEAT = "repeat"
    CONDITION = "condition"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A token from `start` to `end` of its paragraph's text; `begin` is where its name begins.

    `name` is that of the control; of an end it is what the end names, "" where it closes what was opened last.
    """

    kind: Kind
    name: str
    start: int
    end: int
    begin: int

    @property
    def typed(self) -> str:
        """As it should be typed, without the brackets."""
        if self.kind is Kind.END:
            return f"{_END} {_words_of(self.name)}".rstrip()
        return f"{_REPEAT} {self.name}" if self.kind is Kind.REPEAT else _words_of(self.name)


def _words_of(name: str) -> str:
    return f"{_CONDITION} {name.removeprefix(CONDITION_PREFIX)}" if name.startswith(CONDITION_PREFIX) else name


def plain(words: str) -> str:
    """Typed words without what typing and Word's own corrections add: capitals, quotes, odd blanks."""
    visible = unicodedata.normalize("NFC", words).translate(_INVISIBLE)
    together = re.sub(r"\s*\.\s*", ".", " ".join(visible.split()))
    return together.strip(_AROUND).lower()


def tokens_in(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind, name = _meant(plain(match[1]))
        lead = len(match[1]) - len(match[1].lstrip())
        found.append(Token(kind, name, match.start(), match.end(), min(match.start(1) + lead, match.end() - 1)))
    return found


def _meant(words: str) -> tuple[Kind, str]:
    first, _, rest = words.partition(" ")
    first, rest = first.rstrip(":"), rest.lstrip(": ").strip(_AROUND)
    if first == _END:
        return Kind.END, _closed(rest)
    if first == _REPEAT:
        return Kind.REPEAT, rest
    if first == _CONDITION:
        return Kind.CONDITION, CONDITION_PREFIX + rest
    return (Kind.CONDITION if words.startswith(CONDITION_PREFIX) else Kind.FIELD), words


def _closed(rest: str) -> str:
    kind, name = _meant(rest)
    return "" if kind is Kind.END or rest in {_REPEAT, _CONDITION} else name


def closes(end: Token, opened: Token) -> bool:
    """Whether an end may be that of this opening: by its full name, the bare name of a condition, or no name."""
    return end.name in {"", opened.name, opened.name.removeprefix(CONDITION_PREFIX)}


def near(text: str, start: int, end: int) -> str:
    """The words round a place."""
    before = max(0, start - (_SHOWN - (end - start)) // 2)
    words = text[before : max(end, before + _SHOWN)].replace(OBJECT, " ")
    return " ".join(words.split())


def faults_in(text: str) -> Iterator[TemplateFinding]:
    """What is wrong with the tokens of one paragraph, each looked at by itself."""
    for token in tokens_in(text):
        code, suggestion = _fault(token)
        if code:
            field = text[token.start : token.end] if code == "token.brackets" else token.name
            yield TemplateFinding(code, field, near(text, token.start, token.end), suggestion)
    yield from _bracket_faults(text)


def _fault(token: Token) -> tuple[str, str]:
    name = token.name
    bare = name.removeprefix(CONDITION_PREFIX)
    if token.kind is Kind.END:
        return "", ""
    if not bare:
        return "token.brackets", ""
    if token.kind is Kind.FIELD and name in REPEATS:
        return "token.not_field", f"{_REPEAT} {name}"
    if token.kind is Kind.REPEAT and name in FIELDS:
        return "token.not_repeat", FIELDS[name].scope if FIELDS[name].scope != ROOT else ""
    if token.kind is Kind.REPEAT:
        return ("", "") if name in REPEATS else ("field.unknown", nearest_name(name))
    return ("field.unknown", nearest_name(name)) if named(name, _EVERYWHERE) == "field.unknown" else ("", "")


def _bracket_faults(text: str) -> Iterator[TemplateFinding]:
    """Brackets that are no token: one inside another, one missing, or others than the double square ones."""
    for match in _NESTED.finditer(text):
        yield TemplateFinding("token.nested", match[0], near(text, match.start(), match.end()))
        text = text[: match.start()] + OBJECT * len(match[0]) + text[match.end() :]
    for match in _TOO_MANY.finditer(text):
        yield TemplateFinding("token.brackets", match[0], near(text, match.start(), match.end()))
    rest = _TOKEN.sub(lambda match: OBJECT * len(match[0]), text)
    for match in _STRAY.finditer(rest):
        words = plain((match[1] or match[2] or "").replace(OBJECT, ""))
        yield TemplateFinding(
            "token.brackets", match[0].strip(), near(text, match.start(), match.end()), _mended(words)
        )
    for match in _LOOK_ALIKE.finditer(_STRAY.sub(lambda match: OBJECT * len(match[0]), rest)):
        if suggestion := _mended(plain(match[1] or match[2] or match[3])):
            yield TemplateFinding("token.brackets", match[0], near(text, match.start(), match.end()), suggestion)


def _mended(words: str) -> str:
    """The token that was meant, where its words are known."""
    kind, name = _meant(words)
    token = Token(kind, name, 0, 0, 0)
    known = kind is Kind.END or (bool(name) and _fault(token) == ("", ""))
    return f"[[{token.typed}]]" if known and words else ""
