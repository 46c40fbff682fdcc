"""Who was there: one repeat in the form in which the minutes list them, as a run, line by line or in groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.head.attendance import NOBODY, label_in
from referatdesk.documents.reading.head.groups import known_group
from referatdesk.documents.reading.head.head_lines import Fact, header_fact
from referatdesk.documents.reading.head.rows import Row
from referatdesk.documents.reading.source import Place
from referatdesk.documents.word.fields import TAG_PREFIX
from referatdesk.documents.word.learning.building import Maker, paragraph, surround
from referatdesk.documents.word.learning.learnt import KEPT, REMOVED, Ledger
from referatdesk.documents.word.learning.looks import look_of, properties_of
from referatdesk.documents.word.learning.person_line import form_of
from referatdesk.documents.word.learning.roles import Minutes
from referatdesk.documents.word.learning.spans import (
    Span,
    find,
    flat,
    look_at,
    loosen,
    remove_line,
    replace_span,
    worded,
)
from referatdesk.documents.word.names import w

PRESENT = frozenset({"møde.deltagere", "møde.tilstede", "grupper", "deltagere"})
"""The forms in which all are listed; a template has one of them."""


@dataclass(slots=True)
class Block:
    """Lines that name one person each, below the line that says who they are."""

    label: etree._Element | None
    lines: list[tuple[etree._Element, DraftPerson]] = field(default_factory=list)

    @property
    def is_away(self) -> bool:
        words = flat(worded(self.label)).rstrip(": ") if self.label is not None else ""
        group = known_group(words) if words else None
        return group is not None and group.away

    @property
    def group(self) -> str | None:
        """The name of the group, where the people were read as one."""
        named = self.lines[0][1].group
        return named if named and self.label is not None and find(self.label, named) is not None else None


def label_end(words: str) -> int:
    """Where the label of a run of people ends; 0 where it has none."""
    found = label_in(Row(text=words, place=Place(0, 0)), None)
    if found is None:
        fact = header_fact(words)
        return len(words) - len(fact[2]) if fact is not None and fact[0] in {Fact.PEOPLE, Fact.ABSENT} else 0
    return len(words) - len(found[1])


def is_away(label: str) -> bool:
    group = known_group(label.rstrip(": "))
    fact = header_fact(label if label.endswith(":") else f"{label.rstrip()}:")
    return (group is not None and group.away) or (fact is not None and fact[0] is Fact.ABSENT)


class People:
    """Takes the paragraphs that name people, in the order of the text."""

    def __init__(self, minutes: Minutes, maker: Maker, ledger: Ledger) -> None:
        self._maker = maker
        self._ledger = ledger
        self._people = minutes.draft.people
        self._numbers = {one: number for number, one in sorted(minutes.old.elements.items(), reverse=True)}
        self.shown: set[str] = set()
        self.apart = False
        """Whether the absent are listed by themselves, so that the others are those who came."""

    @property
    def everybody(self) -> str:
        """The field of all in one piece."""
        return "møde.tilstede" if self.apart else "møde.deltagere"

    @property
    def each(self) -> str:
        """The repeat of all, one by one."""
        return "tilstede" if self.apart else "deltagere"

    def settle(self, body: etree._Element) -> None:
        """Where the absent have no place of their own after all, the lists are those of everybody."""
        if not self.apart or "møde.fraværende" in self.shown:
            return
        names = {f"{TAG_PREFIX}møde.tilstede": "møde.deltagere", f"{TAG_PREFIX}tilstede": "deltagere"}
        for tag in body.iter(w("tag")):
            name = names.get(tag.get(w("val")) or "")
            if name is not None:
                tag.set(w("val"), f"{TAG_PREFIX}{name}")

    def named_in(self, one: etree._Element) -> list[DraftPerson]:
        """The people of the meeting whom a paragraph names, in its order."""
        words, number = flat(worded(one)), self._numbers.get(one, 0)
        here = [p for p in self._people if p.place.line_from <= number <= p.place.line_to and p.name in words]
        return sorted(here, key=lambda person: words.find(person.name))

    def run(self, one: etree._Element, grouped: bool) -> None:
        """A line with a label and people behind it."""
        words = flat(worded(one))
        end = label_end(words)
        label = words[:end].rstrip(": ")
        away = bool(label) and is_away(label)
        name = "møde.fraværende" if away else "grupper" if grouped and label else self.everybody
        if name in self.shown or (name in PRESENT and self.shown & PRESENT):
            self._further(one, words, "" if name == "grupper" else "people.more")
            return
        self.shown.add(name)
        value = find(one, words[end:]) if words[end:].strip() else None
        if value is None:
            return
        loosen(one)
        held = "gruppe.deltagere" if name == "grupper" else name
        replace_span(one, value, self._maker.field(held, look_at(one, value)))
        if name == "grupper":
            named = find(one, label) or Span(0, len(label))
            replace_span(one, named, self._maker.field("gruppe.navn", look_at(one, named)))
            surround(one, lambda content: self._maker.repeat("grupper", content))
        self._take(one, words, name)

    def more(self, one: etree._Element) -> None:
        """A line that goes on with the run above, whose field holds all of them."""
        self._take(one, flat(worded(one)), "møde.deltagere")
        remove_line(one)

    def nobody(self, one: etree._Element) -> bool:
        """A line that says that nobody was away: its value is that of those who were."""
        words = flat(worded(one))
        end = label_end(words)
        if not end or not NOBODY.fullmatch(words[end:].strip()) or not is_away(words[:end]):
            return False
        self.run(one, grouped=False)
        return True

    def blocks(self, blocks: Sequence[Block]) -> None:
        """All lists of people, each person on a line of their own."""
        present = [block for block in blocks if not block.is_away]
        for block in blocks:
            if block.is_away:
                self._away(block)
        if self.shown & PRESENT:
            for block in present:
                self._more(block)
            return
        self.shown |= {"deltagere"} if present else set()
        if present and present[0].group is not None:
            self._groups(present)
        elif present:
            self._list(present)

    def _more(self, block: Block) -> None:
        words = flat(worded(block.label if block.label is not None else block.lines[0][0]))
        self._ledger.find("people.more", words, self._numbers.get(block.lines[0][0], 0))
        self._clear(block)

    def _away(self, block: Block) -> None:
        if "møde.fraværende" in self.shown:
            self._clear(block)
            return
        self.shown.add("møde.fraværende")
        line = self._line(block.lines, without=("deltager.fremmøde",))
        block.lines[0][0].addprevious(self._maker.repeat("fraværende", [line]))
        if block.label is not None:
            self._take(block.label, flat(worded(block.label)), KEPT)
            surround(block.label, lambda content: self._maker.when("fraværende", content))
        for one, person in block.lines:
            self._take(one, person.name, "fraværende")
            remove_line(one)

    def _groups(self, blocks: Sequence[Block]) -> None:
        first = blocks[0]
        line = self._line([line for block in blocks for line in block.lines])
        label = first.label
        if label is None:
            return
        words = flat(worded(label))
        named = find(label, first.group or "") or Span(0, len(words))
        loosen(label)
        replace_span(label, named, self._maker.field("gruppe.navn", look_at(label, named)))
        self._take(label, words, "gruppe.navn")
        self._taken_out(first)
        surround(
            label, lambda content: self._maker.repeat("grupper", [*content, self._maker.repeat(self.each, [line])])
        )
        for block in blocks[1:]:
            self._clear(block, "gruppe.navn")

    def _list(self, blocks: Sequence[Block]) -> None:
        first = blocks[0]
        line = self._line([line for block in blocks for line in block.lines])
        place = first.lines[0][0]
        place.addprevious(self._maker.repeat(self.each, [line]))
        if first.label is not None:
            self._take(first.label, flat(worded(first.label)), KEPT)
        self._taken_out(first)
        for block in blocks[1:]:
            self._clear(block)

    def _line(self, lines: Sequence[tuple[etree._Element, DraftPerson]], without: Sequence[str] = ()) -> etree._Element:
        form = form_of([(flat(worded(one)), person) for one, person in lines]).without(without)
        shown = lines[0][0]
        return paragraph(properties_of(shown), *form.content(self._maker, look_of(shown)))

    def _taken_out(self, block: Block) -> None:
        for one, _ in block.lines:
            self._take(one, flat(worded(one)), "deltagere")
            remove_line(one)

    def _clear(self, block: Block, meaning: str = KEPT) -> None:
        """Further lists: their people are in the first now."""
        self._taken_out(block)
        if block.label is not None:
            words = flat(worded(block.label))
            self._take(block.label, words, meaning if meaning != KEPT else REMOVED)
            remove_line(block.label)

    def _further(self, one: etree._Element, words: str, code: str) -> None:
        """One more list where the first holds all; a further group is in the repeat of groups."""
        self._take(one, words, REMOVED if code else "grupper")
        if code:
            self._ledger.find(code, words, self._numbers.get(one, 0))
        remove_line(one)

    def _take(self, one: etree._Element, words: str, meaning: str) -> None:
        self._ledger.take(self._numbers.get(one, 0), words, meaning)
