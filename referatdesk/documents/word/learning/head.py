"""The head of the minutes: what belongs to the old meeting becomes fields, the house's own words stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from referatdesk.documents.reading.head.attendance import inline_labels
from referatdesk.documents.reading.head.head_lines import Fact, header_fact, inline_facts, other_fact
from referatdesk.documents.reading.head.rows import Row
from referatdesk.documents.reading.source import Place
from referatdesk.documents.word.fields import FIELDS
from referatdesk.documents.word.learning.building import Maker, surround
from referatdesk.documents.word.learning.head_values import Placed, field_of, known_values
from referatdesk.documents.word.learning.learnt import KEPT, REMOVED, Ledger
from referatdesk.documents.word.learning.roles import Minutes
from referatdesk.documents.word.learning.spans import (
    Span,
    all_words,
    cut_out,
    find,
    flat,
    look_at,
    loosen,
    remove_line,
    replace_span,
    worded,
)

_DIGIT = re.compile(r"\d")


class Head:
    """Goes through the paragraphs above the items; `lines` has the number of each."""

    def __init__(self, minutes: Minutes, maker: Maker, ledger: Ledger) -> None:
        self._minutes = minutes
        self._maker = maker
        self._ledger = ledger
        self._open: Fact | None = None
        self._facts_shown = False
        self._repeated: etree._Element | None = None
        self._numbers = {one: number for number, one in sorted(minutes.old.elements.items(), reverse=True)}
        self._names = [person.name for person in minutes.draft.people]

    def number_of(self, paragraph: etree._Element) -> int:
        return self._numbers.get(paragraph, 0)

    def take(self, paragraph: etree._Element) -> None:
        """One paragraph that names no people."""
        words = flat(worded(paragraph))
        number = self.number_of(paragraph)
        if not words:
            return
        wish = self._ledger.wishes.get(number)
        if wish is not None:
            self._as_wished(paragraph, number, words, wish)
        elif self._is_title(words):
            self._title(paragraph, number, words)
        elif not self._labelled(paragraph, number):
            self._loose(paragraph, number, words)

    def value(self, paragraph: etree._Element, fact: Fact, label: str = "") -> bool:
        """A whole paragraph that is the value of a label elsewhere; whether a field holds it."""
        words, number = flat(worded(paragraph)), self.number_of(paragraph)
        wish = self._ledger.wishes.get(number)
        if wish is not None:
            self._as_wished(paragraph, number, words, wish)
            return True
        name = field_of(fact, words)
        span = all_words(paragraph)
        if name is None or span is None:
            return False
        self.put(paragraph, [Placed(name, span)])
        self._ledger.take(number, f"{label} {words}".strip(), name)
        return True

    def put(self, paragraph: etree._Element, placed: Sequence[Placed]) -> None:
        """Fields in the place of words, the last first so that the places of the others hold."""
        loosen(paragraph)
        for one in sorted(placed, key=lambda one: one.span.start, reverse=True):
            if one.name:
                field = self._maker.field(one.name, look_at(paragraph, one.span))
                replace_span(paragraph, one.span, field)
            else:
                cut_out(paragraph, one.span)

    def drop(self, paragraph: etree._Element, number: int, words: str, code: str = "head.removed") -> None:
        """Words that belong to the old meeting alone; their paragraph goes, but never a cell's last."""
        self._ledger.take(number, words, REMOVED)
        self._ledger.find(code, words, number)
        remove_line(paragraph)

    def _is_title(self, words: str) -> bool:
        title = flat(self._minutes.draft.head.title or "")
        return bool(title) and (words == title or (len(words) > 3 and title.startswith(words)))

    def _title(self, paragraph: etree._Element, number: int, words: str) -> None:
        known = known_values(self._minutes.draft, paragraph)
        span = all_words(paragraph)
        whole = words == flat(self._minutes.draft.head.title or "")
        if whole and span is not None and (known or _DIGIT.search(words)):
            if not known:
                self._ledger.find("title.number", words, number)
            known = [Placed("møde.titel", span)]
        self.put(paragraph, known)
        self._ledger.take(number, words, known[0].name if known else KEPT)

    def _labelled(self, paragraph: etree._Element, number: int) -> bool:
        """Lines of label and value, several of which may stand in one paragraph."""
        text = worded(paragraph)
        placed: list[Placed] = []
        labelled = False
        at = 0
        for line in text.split("\n"):
            for piece in _pieces(flat(line), number):
                span = find(paragraph, piece, at)
                fact = self._fact(piece)
                if span is None or fact is None:
                    continue
                at, labelled = span.end, True
                placed += self._value(paragraph, number, fact, span)
        self.put(paragraph, placed)
        repeated, self._repeated = self._repeated, None
        if repeated is not None:
            surround(repeated, lambda held: self._maker.repeat("oplysninger", held))
        return labelled

    def _fact(self, piece: str) -> tuple[Fact, str, str] | None:
        """Label and value as the reader took them: a label that no field holds may begin like another."""
        other = other_fact(piece)
        known = {one.label for one in self._minutes.draft.head.other_lines}
        return other if other is not None and other[1] in known else header_fact(piece) or other

    def _value(self, paragraph: etree._Element, number: int, read: tuple[Fact, str, str], span: Span) -> list[Placed]:
        fact, label, value = read
        self._open = fact if not value else None
        if not value:
            self._ledger.take(number, label, KEPT)
            return []
        found = find(paragraph, value, span.end - len(value) - 2) or find(paragraph, value, span.start + len(label))
        if found is None:
            return []
        name = field_of(fact, value)
        if name is None:
            return self._other(paragraph, number, label, value, Span(span.start, found.end))
        self._ledger.take(number, f"{label} {value}", name)
        return [Placed(name, found)]

    def _other(self, paragraph: etree._Element, number: int, label: str, value: str, span: Span) -> list[Placed]:
        """A label that no field holds: the first line of its own becomes the repeat of all, the others go."""
        whole = all_words(paragraph)
        name, held = find(paragraph, label, span.start), find(paragraph, value, span.start + len(label))
        if self._facts_shown or whole != span or name is None or held is None:
            self._ledger.take(number, f"{label} {value}", REMOVED)
            self._ledger.find("head.removed", f"{label}: {value}", number)
            return [Placed("", span)]
        self._facts_shown = True
        self._ledger.take(number, f"{label} {value}", "oplysninger")
        self._repeated = paragraph
        return [Placed("oplysning.navn", name), Placed("oplysning.værdi", held)]

    def _loose(self, paragraph: etree._Element, number: int, words: str) -> None:
        """A line that no label opens."""
        opened, self._open = self._open, None
        if opened is not None and self.value(paragraph, opened):
            return
        head = self._minutes.draft.head
        written = ", ".join(one for one in (head.written_place, head.written_month) if one)
        span = all_words(paragraph)
        if span is not None and written and words.rstrip(".").replace(",", "") == written.replace(",", ""):
            self.put(paragraph, [Placed("møde.skrevet", span)])
            self._ledger.take(number, words, "møde.skrevet")
            return
        known = known_values(self._minutes.draft, paragraph)
        if known:
            self.put(paragraph, known)
            self._ledger.take(number, words, known[0].name)
        elif self._is_house(words):
            self._ledger.take(number, words, KEPT)
            self._ledger.find("head.kept", words, number)
        else:
            self.drop(paragraph, number, words)

    def _is_house(self, words: str) -> bool:
        """Whether words may be the house's own: an address, or no number and nobody's name in them."""
        head = self._minutes.draft.head
        if any(one and words in one for one in (head.sender_unit, head.sender_address)):
            return True
        return not _DIGIT.search(words) and not any(name in words for name in self._names)

    def _as_wished(self, paragraph: etree._Element, number: int, words: str, wish: str) -> None:
        span = all_words(paragraph)
        if wish == REMOVED:
            self._ledger.take(number, words, REMOVED)
            remove_line(paragraph)
        elif wish == KEPT or wish not in FIELDS or span is None:
            self._ledger.take(number, words, KEPT)
        else:
            fact = header_fact(words) or other_fact(words)
            held = find(paragraph, fact[2], len(fact[1])) if fact is not None and fact[2] else span
            self.put(paragraph, [Placed(wish, held or span)])
            self._ledger.take(number, words, wish)


def _pieces(line: str, number: int) -> list[str]:
    row = Row(text=line, place=Place(number, number))
    return [one.text for piece in inline_facts(row) for one in inline_labels(piece)] if line else []
