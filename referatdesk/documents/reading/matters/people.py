"""Who is named in a sentence: people, those of the meeting's head above all, and parties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.words.names import looks_like_name, name_key
from referatdesk.documents.reading.words.organisations import is_party
from referatdesk.documents.reading.words.titles import is_title_word

_CAPITAL = r"[A-ZÆØÅÉÖÄ][\w'’.-]*"
_NAMED = re.compile(
    rf"{_CAPITAL}(?: (?:{_CAPITAL}|(?:af|von|van|de|der|la)(?= [A-ZÆØÅ])|\d{{1,2}}(?=\W)))*"
    r"(?: ?\((?P<bracket>[^()]{1,60})\))?"
)
_OPENERS = re.compile(
    r"(?:alle|borgmester|både|de|den|der|derefter|derudover|desuden|det|direktør|dog|efter|en|endvidere|et|for"
    r"|formand|forud|fra|gruppeformand|gruppen|her|herefter|hertil|hverken|i|imod|inden|kun|med|medlem"
    r"|medlemmerne|mod|mødet|næstformand|og|også|ordføreren|punktet|på|rådmand|samt|samtidig|som|stemte|under"
    r"|undlod|valgt|ved|viceborgmester)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d{1,3}(?: \w+)?")


@dataclass(frozen=True, slots=True)
class Who:
    """A person or a party, as printed; one of the two is set. `count` stands in brackets after a party."""

    start: int
    end: int
    name: str | None = None
    party: str | None = None
    count: int | None = None

    @property
    def printed(self) -> str:
        return self.name or self.party or ""


def known_names(people: Sequence[DraftPerson]) -> frozenset[str]:
    return frozenset(name_key(one.name) for one in people)


def find_who(text: str, known: frozenset[str]) -> tuple[Who, ...]:
    """Everybody named, in order; nobody twice."""
    seen: set[str] = set()
    found = []
    for who in _found(text, known, 0):
        if who.printed not in seen:
            seen.add(who.printed)
            found.append(who)
    return tuple(found)


def _found(text: str, known: frozenset[str], offset: int) -> Iterator[Who]:
    for match in _NAMED.finditer(text):
        bracket = match["bracket"] or ""
        words = match[0][: match.start("bracket") - match.start() - 1] if bracket else match[0]
        start = offset + match.start()
        who = _read(words.strip(" ."), known, start)
        holds_names = any(looks_like_name(one.strip()) for one in re.split(r",| og ", bracket))
        if who is not None and not (holds_names and who.party):
            count = _COUNT.fullmatch(bracket)
            number = int(bracket.split()[0]) if count else None
            yield Who(who.start, offset + match.end(), who.name, who.party, number)
        if bracket and (who is None or holds_names):
            yield from _found(bracket, known, offset + match.start("bracket"))


def _read(words: str, known: frozenset[str], start: int) -> Who | None:
    """The words as somebody: openers of the sentence and titles are taken off, the rest must be a name or a party."""
    left = words.split()
    while left:
        text = " ".join(left)
        begin = start + words.rfind(text)
        if name_key(text) in known:
            return Who(begin, begin + len(text), name=text)
        if _is_party(text):
            return Who(begin, begin + len(text), party=_bare_party(text))
        if not _OPENERS.fullmatch(left[0]) and not is_title_word(left[0]) and looks_like_name(text):
            return Who(begin, begin + len(text), name=text)
        left = left[1:]
    return None


def _is_party(text: str) -> bool:
    return is_party(_bare_party(text).removeprefix("Liste ").removeprefix("liste ")) and text not in {
        "I",
        "De",
        "EU",
        "AI",
        "IT",
        "HR",
        "VI",
        "II",
        "TV",
    }


def _bare_party(text: str) -> str:
    """The party without the genitive of "Venstres gruppe"."""
    return text[:-1] if text.endswith("s") and len(text) > 4 and is_party(text[:-1]) else text
