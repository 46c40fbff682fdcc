"""How the minutes tell of one person, as fields: what stands before the name, in brackets, behind commas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.word.learning.building import Maker, shown_run

_TOLD = (
    ("deltager.titel", "role"),
    ("deltager.enhed", "unit"),
    ("deltager.parti", "party"),
    ("deltager.organisation", "organisation"),
    ("deltager.mail", "email"),
)
_OF_PRESENCE = (("deltager.stedfortræder", "stands_in_for"), ("deltager.fremmøde", "status_raw"))
_BEFORE, _BRACKETS, _COMMA = "{} ", " ({})", ", {}"


@dataclass(frozen=True, slots=True)
class PersonForm:
    """The fields beside the name, each with the signs round it, in the order in which most lines print them."""

    before: tuple[tuple[str, str], ...]
    behind: tuple[tuple[str, str], ...]

    def content(self, maker: Maker, look: etree._Element | None) -> list[etree._Element]:
        """The runs and fields of one person's line."""
        made = [_told(maker, name, form, look) for name, form in self.before]
        made.append(maker.field("deltager.navn", look))
        return made + [_told(maker, name, form, look) for name, form in self.behind]

    def only(self, names: Collection[str]) -> PersonForm:
        """The form without fields that are told elsewhere, as in another column."""
        return PersonForm(
            tuple(one for one in self.before if one[0] in names), tuple(one for one in self.behind if one[0] in names)
        )

    def without(self, names: Collection[str]) -> PersonForm:
        """The form without these fields."""
        return self.only({name for name, _ in (*self.before, *self.behind)} - set(names))


def _told(maker: Maker, name: str, form: str, look: etree._Element | None) -> etree._Element:
    before, _, behind = form.partition("{}")
    signs = [maker.field(name, look)]
    if before:
        signs.insert(0, shown_run(before, look))
    if behind:
        signs.append(shown_run(behind, look))
    return maker.when(name, signs)


def form_of(lines: Sequence[tuple[str, DraftPerson]]) -> PersonForm:
    """What most of these lines do; what none of them tells goes behind a comma, so that nothing is lost."""
    forms: dict[str, Counter[str]] = {name: Counter() for name, _ in _TOLD}
    places: dict[str, list[int]] = {name: [] for name, _ in _TOLD}
    for text, person in lines:
        for name, form, at in _seen(text, person):
            forms[name][form] += 1
            places[name].append(at)
    chosen = {name: found.most_common(1)[0][0] if found else _COMMA for name, found in forms.items()}
    order = sorted(chosen, key=lambda name: sum(places[name]) / len(places[name]) if places[name] else 10_000)
    before = tuple((name, chosen[name]) for name in order if chosen[name] == _BEFORE)
    behind = [(name, chosen[name]) for name in order if chosen[name] != _BEFORE]
    presence = [(name, _presence(lines, attribute)) for name, attribute in _OF_PRESENCE]
    return PersonForm(before, (*behind, *presence))


def _presence(lines: Sequence[tuple[str, DraftPerson]], attribute: str) -> str:
    """The signs before what is said of somebody's presence; where none are known a blank."""
    seen = (
        _signs(text, at, at + len(value), 0)
        for text, person in lines
        if (value := getattr(person, attribute)) and (at := text.find(value)) > 1
    )
    found = next((form for form in seen if form != _BRACKETS), None)
    told = next((person for text, person in lines if getattr(person, attribute)), None)
    if told is None or str(getattr(told, attribute)).startswith("("):
        return " {}"
    return found or " {}"


def fields_in(lines: Sequence[tuple[str, DraftPerson]]) -> list[str]:
    """The fields that some of these texts tell, as the cells of one column."""
    every = (("deltager.navn", "name"), *_TOLD, *_OF_PRESENCE)
    return [
        name
        for name, attribute in every
        if any((value := getattr(person, attribute)) and value in text for text, person in lines)
    ]


def _seen(text: str, person: DraftPerson) -> Iterator[tuple[str, str, int]]:
    """The fields that a line tells, the signs round each, and where it stands."""
    name = text.find(person.name)
    for field, attribute in _TOLD:
        value = getattr(person, attribute)
        at = text.find(value) if isinstance(value, str) and value else -1
        if at < 0 or name < 0:
            continue
        yield field, _signs(text, at, at + len(value), name), at


def _signs(text: str, start: int, end: int, name: int) -> str:
    if start < name:
        return _BEFORE
    if text[:start].endswith("(") and text[end : end + 1] == ")":
        return _BRACKETS
    dash = text[:start].rstrip()[-1:]
    return f" {dash} {{}}" if dash in {"–", "-", "—"} else _COMMA
