"""What is looked for in a finished file, and what of it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from urllib.parse import unquote

from referatdesk.documents.searching.words import phrase, runs_of, squeezed, words_of
from referatdesk.domain.personal_data import NO_CONTACTS, Contacts, Private, cpr_spans, private_spans

_SHORT = 12
"""Signs of a text that says something by itself; shorter ones are looked for as whole words."""
_LEAST = 4
_SENTENCE = 4
"""Words in the shortest sentence."""


class Place(StrEnum):
    """Where in a file a text stands."""

    TEXT = "text"
    MARGIN = "margin"
    NOTE = "note"
    COMMENT = "comment"
    PROPERTY = "property"
    PICTURE = "picture"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class FoundText:
    place: Place
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not be published, and the number of the item that they are from ("" for the meeting's own)."""

    words: str = field(repr=False)
    item: str = ""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something was found: `kind` is None for words of a closed text. It never holds what was found."""

    place: Place
    kind: Private | None = None
    item: str = ""


@dataclass(frozen=True)
class Wanted:
    """Everything that is looked for. What `open_texts` say too is known to everybody, and no find; nor are the
    `usual_texts`: words of the house over items of any kind, and what somebody said may be told.

    `numbers` are telephones that were taken out, in any form.
    """

    secrets: Sequence[Secret] = field(repr=False)
    open_texts: Sequence[str] = field(repr=False)
    usual_texts: Sequence[str] = field(default=(), repr=False)
    contacts: Contacts = NO_CONTACTS
    numbers: Sequence[str] = field(default=(), repr=False)

    @cached_property
    def _open(self) -> _Known:
        return _Known.of([*self.open_texts, *self.usual_texts])

    @cached_property
    def closed(self) -> list[Secret]:
        """The secrets that are none of the open texts', each once."""
        once = {squeezed(one.words): one for one in reversed(self.secrets)}
        return [one for key, one in once.items() if len(key) >= _LEAST and not self._open.says(one.words)]

    @property
    def also_open(self) -> int:
        """How many sentences of closed texts stand in open ones as well."""
        known, usual = _Known.of(self.open_texts), _Known.of(self.usual_texts)
        closed = (one.words for one in self.secrets if one.item)
        told = {squeezed(words): words for words in closed if len(words_of(words)) >= _SENTENCE}
        return sum(known.says(words) and not usual.says(words) for words in told.values())

    def leaks(self, found: Iterable[FoundText], template: Sequence[str] = ()) -> Iterator[Leak]:
        """Where something stands that must not; short words that the template prints anyhow are no find."""
        printed = _Known.of(template)
        texts = list(found)
        for place in Place:
            known = _Known.of([one.text for one in texts if one.place is place])
            yield from (
                Leak(place, item=one.item)
                for one in self.closed
                if self._stands_in(one, known) and not (_is_short(one.words) and printed.says(one.words))
            )
        for one in texts:
            yield from self._private_in(one, template)

    def _stands_in(self, secret: Secret, known: _Known) -> bool:
        if known.says(secret.words):
            return True
        runs = set(runs_of(words_of(secret.words))) - self._open.runs
        return not known.runs.isdisjoint(runs)

    def _private_in(self, found: FoundText, template: Sequence[str]) -> Iterator[Leak]:
        """In what is hidden, an address may be written with signs of the web, and a number be a key of the template."""
        is_hidden = found.place is Place.HIDDEN
        text = unquote(found.text) if is_hidden else found.text
        printed = " ".join(template)
        for span in cpr_spans(text):
            if not is_hidden or text[span.begin : span.end] not in printed:
                yield Leak(found.place, span.kind)
        numbers = {_digits(number) for number in self.numbers}
        for span in private_spans(text, self.contacts):
            words = text[span.begin : span.end]
            taken_out = span.kind is Private.MAIL or (span.kind is Private.TELEPHONE and _digits(words) in numbers)
            if taken_out and words not in printed:
                yield Leak(found.place, span.kind)


@dataclass(frozen=True, slots=True)
class _Known:
    """Texts made ready to be asked whether they say something."""

    together: str
    phrases: str
    runs: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Known:
        listed = [words_of(text) for text in texts]
        together = "|".join("".join(words).replace("_", "") for words in listed)
        return cls(
            together, "|".join(map(phrase, listed)), frozenset(run for words in listed for run in runs_of(words))
        )

    def says(self, words: str) -> bool:
        if _is_short(words):
            return phrase(words_of(words)) in self.phrases
        return squeezed(words) in self.together


def _is_short(words: str) -> bool:
    return len(squeezed(words)) < _SHORT


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())[-8:]
