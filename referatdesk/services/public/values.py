"""The values of an open field that may be published: private facts taken out of words, and what is left out whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import unquote

from referatdesk.domain.meetings import Attendance, HeaderLine, Meeting
from referatdesk.domain.personal_data import Contacts, Private, Span, cpr_spans, private_spans
from referatdesk.domain.richtext import Block, Run, merged_runs
from referatdesk.services.public.fields import FACTS, HEAD_LABELS, MEMBERS_ONLY, NUMBERS, WITHHELD, WORDS
from referatdesk.services.wording.public import LEFT_OUT_WORDS

V = TypeVar("V")

_INITIALS = re.compile(r"\b[A-ZÆØÅ]{2,5}\b")
_ONLY_INITIALS = re.compile(r"\W*(?:[A-ZÆØÅ]{2,5}(?:\W+(?:og\W+)?|$))+")
_PRESENCE = re.compile(
    r"\W*(?:(?:afbud|fravær|fraværende|med|uden|til|stede|deltog|virtuelt|online|delvist|ankom|forlod|mødet|mødte|ikke|"
    r"kl|fra|senere|før|tid|stedfortræder|suppleant|tilforordnet|teams|video|\d\d?[.:]\d\d)\b\W*)*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Opener:
    """Makes records and values public by the lists of fields; counts what it leaves out on the way."""

    contacts: Contacts
    taken: Counter[Private] = field(default_factory=Counter)
    withheld: int = 0

    def record(self, record: V) -> V:
        """A new record of the same kind with the open fields alone; all others are as if nobody had filled them in."""
        kind = type(record)
        given: dict[str, Any] = {name: "" for name in _needed(kind) if name in WITHHELD.get(kind, ())}
        given |= {name: self._fact(name, getattr(record, name)) for name in FACTS.get(kind, ())}
        given |= {name: self._opened(record, name) for name in WORDS.get(kind, ())}
        self.withheld += sum(bool(getattr(record, name)) for name in WITHHELD.get(kind, frozenset()) & MEMBERS_ONLY)
        return kind(**given)

    def words(self, text: str) -> str:
        return _cut(text, self._spans(text))

    def _opened(self, record: object, name: str) -> Any:
        value = getattr(record, name)
        rule = _RULES.get((type(record), name))
        if rule is None:
            return self.runs(value) if isinstance(record, Block) and name == "runs" else self._value(value)
        kept = rule(value, self.contacts) if value else value
        if kept != value:
            self._count(name)
        return self._value(kept)

    def _value(self, value: Any) -> Any:
        """Words, and all that words can stand in; of another kind nobody knows how to look it through."""
        if isinstance(value, Enum) or value is None:
            return value
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        if is_dataclass(value) and type(value) in {*FACTS, *WORDS}:
            return self.record(value)
        raise TypeError(type(value).__name__)

    def _fact(self, name: str, value: Any) -> Any:
        if name not in NUMBERS or not isinstance(value, str):
            return value
        spans = cpr_spans(value)
        self.taken.update(span.kind for span in spans)
        return _cut(value, spans)

    def runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """A private fact may begin in one run and end in another."""
        spans = self._spans("".join(run.text for run in runs))
        opened = []
        begin = 0
        for run in runs:
            text = _cut_within(run.text, begin, spans)
            begin += len(run.text)
            opened.append(replace(self.record(replace(run, text="")), text=text))
        return merged_runs(opened)

    def _spans(self, text: str) -> list[Span]:
        spans = private_spans(text, self.contacts)
        self.taken.update(span.kind for span in spans)
        return spans

    def _count(self, name: str) -> None:
        if name == "email":
            self.taken[Private.MAIL] += 1
        else:
            self.withheld += 1


def dropped_values(record: object, contacts: Contacts, known_otherwise: Collection[str]) -> Iterator[object]:
    """What the public record does without: the fields that are withheld, and values that are left out whole."""
    kind = type(record)
    for name in WITHHELD.get(kind, ()):
        if name not in known_otherwise:
            yield getattr(record, name)
    for (of, name), rule in _RULES.items():
        value = getattr(record, name) if of is kind else None
        if value:
            kept = rule(value, contacts)
            yield tuple(one for one in value if one not in kept) if isinstance(value, tuple) else (not kept and value)


def _needed(kind: type) -> list[str]:
    described = [one for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    return [one.name for one in described]


def _cut(text: str, spans: Sequence[Span]) -> str:
    return _cut_within(text, 0, spans)


def _cut_within(text: str, offset: int, spans: Sequence[Span]) -> str:
    """A piece of a text that begins there, without what is private: the mark stands where a span begins."""
    kept: list[str] = []
    at = offset
    end = offset + len(text)
    for span in spans:
        if span.end <= at or span.begin >= end:
            continue
        kept.append(text[at - offset : max(span.begin - offset, 0)])
        if span.begin >= offset:
            kept.append(LEFT_OUT_WORDS[span.kind])
        at = min(span.end, end)
    kept.append(text[at - offset :])
    return "".join(kept)


def _open_mail(address: str, contacts: Contacts) -> str | None:
    return address if contacts.has_mail(address) else None


def _open_link(link: str, contacts: Contacts) -> str | None:
    """A page that everybody may look at; no mail to a private address, and no way into a meeting."""
    plain = unquote(link).strip()
    scheme, _colon, rest = plain.partition(":")
    is_office = scheme.casefold() == "mailto" and contacts.has_mail(rest.partition("?")[0])
    is_open = is_office or scheme.casefold() in {"http", "https"}
    return link if is_open and not private_spans(plain, contacts) else None


def _open_presence(printed: str, contacts: Contacts) -> str | None:
    """What the list said of somebody's presence, where it says no more than that."""
    del contacts
    return printed if _PRESENCE.fullmatch(printed) else None


def _open_sign_off(closing: str, contacts: Contacts) -> str | None:
    """A line that names people as everybody knows them; initials are for those who work there."""
    del contacts
    return None if _INITIALS.search(closing) else closing


def _open_head(lines: tuple[HeaderLine, ...], contacts: Contacts) -> tuple[HeaderLine, ...]:
    del contacts
    return tuple(line for line in lines if _is_open_line(line))


def _is_open_line(line: HeaderLine) -> bool:
    return line.label.strip(" :").casefold() in HEAD_LABELS and not _ONLY_INITIALS.fullmatch(line.value)


_RULES: Mapping[tuple[type, str], Callable[[Any, Contacts], Any]] = {
    (Attendance, "email"): _open_mail,
    (Attendance, "status_raw"): _open_presence,
    (Meeting, "sign_off"): _open_sign_off,
    (Meeting, "header_lines"): _open_head,
    (Run, "link"): _open_link,
}
"""Values of open fields that are left out all the same."""
