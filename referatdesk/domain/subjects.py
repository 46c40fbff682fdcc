"""Who does what a Danish sentence says is to be done: people, organisations, offices, and bodies such as "regionen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

OFFICE = (
    r"(?:forvaltningen|administrationen|sekretariatet|direktionen|direktøren|formanden|formandskabet|borgmesteren"
    r"|kommunaldirektøren|mødelederen|referenten|arbejdsgruppen|projektgruppen|styregruppen|klyngetovholderen)"
)
_PREPARES = (
    r"(?:udarbejde|udsende|rundsende|sende|fremlægge|forelægge|fremsende|undersøge|indkalde|kontakte|afklare|indhente"
    r"|beskrive|planlægge|invitere|formulere|revidere|skrive|bestille|booke|præsentere)"
)
DOES = (
    rf"(?:{_PREPARES}r?"
    r"|(?:vende|melde)r? tilbage|(?:følge|samle)r? op|sørger? for|giver? (?:en )?status|tager? (?:kontakt|initiativ)"
    r"|arbejder? videre|orienterer? (?:om|udvalget|rådet))"
)
_BODY = (
    r"(?:region(?:en|erne)|kommune(?:n|rne)|parterne|næstformanden|\w*klyngen|\w*(?<!ind)ledelsen|\w*centret"
    r"|\w*(?:forvaltning|administration|direktion|afdeling|forening|organisation|vagt)(?:en|erne)"
    r"|\w*(?:chef|leder|konsulent|koordinator|direktør|sekretær)en"
    r"|\w*(?:sekretariat|hospital|kontor|team|center)(?:et|erne)|\w*sygehus(?:et|ene)"
    r"|(?:fag|under|forretnings)udvalget"
    r"|(?:regionens|kommunens|kommunernes|\w+ kommunes|region \w+s)"
    r" \w*(?:sekretariat|forvaltning|administration|direktion|ledelse|afdeling)"
    r"|(?-i:PLO|KKR|KL))"
)
"""Whoever can be meant by a word alone, as long as it stands where a sentence names who does something."""
_SOMEBODY = re.compile(rf"\b(?:{OFFICE}|{_BODY})\b", re.IGNORECASE)
_AGREED = re.compile(
    r"(?:det (?:blev )?(?:aftal|beslut)te?(?:t|des|s)?|der var enighed om|aftalt|besluttet|enighed om"
    r"|(?:man|rådet|udvalget|bestyrelsen|gruppen|parterne) (?:aftalte|besluttede|blev enige om)),? at ",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(rf"(?P<who>[^,;:.]{{2,120}}?) (?:(?:skal|vil) (?:[\w./]+ ){{0,5}}?)?{DOES}\b", re.IGNORECASE)
_BEFORE_DUTY = re.compile(r"(?P<who>[^,;:.]{2,120}?) (?:skal|vil|forventer at|tager|laver)\b", re.IGNORECASE)
_BEHIND_VERB = re.compile(
    r"(?:inden|til|på|i|ved|senest|herefter|derefter|efter|frem|fra|medio|primo|ultimo|den \d|samtidig|desuden"
    rf"|endvidere|endelig|dernæst|først|som)\b[^;:]{{0,80}}? ?\b(?:{_PREPARES}r|vender|melder|følger|samler|sørger"
    r"|giver|tager|arbejder|orienterer|laver|skal|vil) ",
    re.IGNORECASE,
)
_BEHIND_BY = re.compile(r"\b\w{3,}es (?:[\w]+ ){0,2}?af ", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:bad|beder|anmodede|opfordrede)\b")
_WORD = re.compile(r"[\w-]+")
_GOES_ON = re.compile(r"(?: og|,| samt) ")
_BELONGS = re.compile(r" (?:i|for|hos|fra|ved|på) ")


class Names(Protocol):
    """Who a text names. Each one found comes with its place."""

    def people(self, text: str) -> Sequence[tuple[int, str]]: ...

    def organisations(self, text: str) -> Sequence[tuple[int, str]]: ...

    def by_first_name(self, text: str) -> tuple[str, ...]: ...


class _Named(NamedTuple):
    start: int
    end: int
    name: str
    is_person: bool


def responsible(text: str, names: Names) -> tuple[str, ...]:
    """The people, organisations and offices named, in order."""
    found = list(names.people(text))
    taken = " ".join(name for _at, name in found)
    found += [(at, name) for at, name in names.organisations(text) if name not in taken]
    found += [(match.start(), match[0]) for match in re.finditer(rf"\b{OFFICE}\b", text, re.IGNORECASE)]
    listed: list[str] = []
    for _at, name in sorted(found):
        if not any(name in other for other in listed):
            listed.append(name)
    return tuple(listed)


def subjects(text: str, names: Names, *, is_dated: bool) -> tuple[str, ...]:
    """Those who do it: in front of the verb, right behind it where something else stands first, or behind "af".

    Whoever only shall or will do something unnamed is told where it `is_dated`.
    """
    agreed = _AGREED.match(text)
    said = text[agreed.end() :] if agreed else text
    behind = _BEHIND_VERB.match(said)
    before = None if behind else _BEFORE_VERB.match(said) or (_BEFORE_DUTY.match(said) if is_dated else None)
    by = _BEHIND_BY.search(said)
    return (
        (_listed_first(said[behind.end() :], names) if behind else ())
        or (_all_named(_ASKED.split(before["who"])[-1], names) if before else ())
        or (_listed_first(said[by.end() :], names) if by else ())
    )


def _all_named(text: str, names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in _named(text, names)))


def _listed_first(text: str, names: Names) -> tuple[str, ...]:
    """Those with whom the text begins, "forvaltningen og Egeby Kommune" for instance."""
    listed: list[str] = []
    at = 0
    for one in _named(text, names):
        if one.start != at:
            break
        listed.append(one.name)
        onwards = _GOES_ON.match(text, one.end)
        at = onwards.end() if onwards else -1
    return tuple(dict.fromkeys(listed))


def _named(text: str, names: Names) -> list[_Named]:
    """In order; a body that is part of another has the names of both, and a person who comes from one the own name."""
    kept: list[_Named] = []
    for one in sorted(_candidates(text, names), key=lambda one: (one.start, -one.end)):
        last = kept[-1] if kept else None
        if last is not None and one.start < last.end:
            continue
        if last is not None and not one.is_person and _BELONGS.fullmatch(text, last.end, one.start):
            name = last.name if last.is_person else text[last.start : one.end]
            kept[-1] = last._replace(end=one.end, name=name)
        else:
            kept.append(one)
    return kept


def _candidates(text: str, names: Names) -> Iterator[_Named]:
    for at, name in names.people(text):
        first = _WORD.match(text, at)
        end = at + len(name) if text.startswith(name, at) else first.end() if first else at
        yield _Named(at, end, name, is_person=True)
    for at, name in names.organisations(text):
        yield _Named(at, at + len(name), name, is_person=False)
    for match in _SOMEBODY.finditer(text):
        yield _Named(match.start(), match.end(), match[0], is_person=False)
