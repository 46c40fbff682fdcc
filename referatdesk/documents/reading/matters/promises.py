"""Promises: who does what by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftPromise
from referatdesk.documents.reading.matters.actions import listed_actions
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.people import find_who, known_names
from referatdesk.documents.reading.matters.said import Said, deciding_sections, said_in, text_sections
from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.organisations import looks_like_organisation
from referatdesk.domain.codes import Precision
from referatdesk.domain.deadlines import Due, find_due
from referatdesk.domain.promises import Promise, promise_in

_TERM = re.compile(r"(?:frist|deadline|senest|inden|tidsfrist)\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"[A-ZÆØÅ]\w*(?:- og [A-ZÆØÅ]\w*)?(?: (?:for|i) (?=[A-ZÆØÅ])| ?[A-ZÆØÅ][\w-]*)*")


def promises_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftPromise, ...], tuple[Doubt, ...]]:
    """The promises in order, and a doubt for each whose deadline lacks its year."""
    names = ReadNames(known_names(around.people))
    found: list[tuple[DraftPromise, Due | None]] = []
    for section in deciding_sections(item, around):
        sentences = list(said_in(section, around))
        for said, after in zip_longest(sentences, sentences[1:]):
            due = find_due(said.text, around.date) or _term(said, after, around)
            promise = promise_in(said.text, due, names)
            if promise is not None:
                found.append((_promise(said, promise), due))
    found += [row for section in text_sections(item, around) for row in listed_actions(section, around)]
    doubts = [
        Doubt("promise.no_year", promise.place, due.raw, due.proposal, {"text": promise.text})
        for promise, due in found
        if due is not None and due.proposal is not None
    ]
    return tuple(promise for promise, _ in found), tuple(doubts)


def _term(said: Said, after: Said | None, around: MattersAround) -> Due | None:
    """The deadline in a short sentence of its own behind the one that promises ("Frist 5. marts.")."""
    near = after is not None and after.block is said.block and _TERM.match(after.text)
    return find_due(after.text, around.date) if after is not None and near else None


class ReadNames:
    """People known from the head of the minutes or that look like names, and whatever looks like an organisation."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    def people(self, text: str) -> Sequence[tuple[int, str]]:
        return [(one.start, one.printed) for one in find_who(text, self._known) if one.name]

    def organisations(self, text: str) -> Sequence[tuple[int, str]]:
        return [
            (match.start(), match[0]) for match in _ORGANISATION.finditer(text) if looks_like_organisation(match[0])
        ]

    def by_first_name(self, text: str) -> tuple[str, ...]:
        """People called by their first names alone."""
        firsts = {name.split()[0] for name in self._known}
        words = re.findall(r"[A-ZÆØÅ][\w-]+", text)
        return tuple(word for word in words if word.casefold() in firsts or is_given_name(word))


def _promise(said: Said, found: Promise) -> DraftPromise:
    return DraftPromise(
        text=said.text,
        place=said.place,
        responsible=found.responsible,
        role_word=found.role_word,
        due=found.due.iso if found.due else None,
        due_precision=found.due.precision if found.due else Precision.NONE,
        due_raw=found.due.raw if found.due else None,
    )
