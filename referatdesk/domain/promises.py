"""Promises in Danish minutes: the sentences that say who does what by when.

`promise_in` keeps to what old minutes can be trusted with; `proposed_promise` is wider, since somebody looks at what it
proposes before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from referatdesk.domain.deadlines import Due, find_due, find_short_day
from referatdesk.domain.outcome_words import is_elsewhen, is_wish
from referatdesk.domain.subjects import DOES, OFFICE, Names, responsible, subjects

LONGEST_NAMES = 80
MOST_CLAUSES = 8

_ROLE = re.compile(
    r"\b(?:er|bliver|blev|som)(?P<between> [^;,]{1,80})? (?P<word>tovholdere?|ansvarlige?)\b(?! (?:medarbejder"
    r"|myndighed))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|[(;] ?|\. )(?P<word>tovholdere?|ansvarlige?|opfølgning)\s?: (?P<who>[^.;()]{2,120})", re.IGNORECASE
)
_TASK = re.compile(
    r"(?:(?:det blev (?:aftalt|besluttet)|der var enighed om|man blev enige om|aftalt|besluttet),? at )?"
    rf"(?P<who>[^,;:.]{{3,120}}?) (?:vil )?(?:herefter |derefter |også )?{DOES}\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:der (?:gives|følges op|fremlægges|forelægges|udarbejdes|orienteres|afrapporteres|gøres status|samles op)"
    r"|(?:punktet|sagen|emnet|planen|forslaget|status|evalueringen|udkastet?) (?:genoptages|drøftes(?: igen)?"
    r"|fremlægges|forelægges|behandles(?: igen)?"
    r"|genbehandles|præsenteres|sættes på|kommer på|dagsordens?sættes))\b",
    re.IGNORECASE,
)
_PLEDGE = re.compile(r"(?P<who>[^,;:]{3,120}?)\b(?:lovede|lover)\b", re.IGNORECASE)
_ACTION = re.compile(
    r"(?:aktion|handling|opgave|aftale|næste skridt|opfølgning)\s?:\s*(?P<who>[A-ZÆØÅ][\w-]*(?:(?: og"
    r"|,) [A-ZÆØÅ][\w-]*| [A-ZÆØÅ][\w-]*){0,5})",
    re.IGNORECASE,
)
_STATUS_LINE = re.compile(r"^(?:status|opfølgning|drøftelse|evaluering)\b[^.;]{0,60}", re.IGNORECASE)
_DENIED = re.compile(r"\bikke\b", re.IGNORECASE)

_EXPECTED = re.compile(
    r"\b(?:forventes|ventes|planlægges|skal|vil|tages op|tages med|lægges|kommer|er klar|foreligger|leveres|afleveres"
    r"|genoptages|dagsordens?sættes|sættes på dagsordenen|følges op|gives|sendes|udsendes|rundsendes|undersøges"
    r"|afklares|udarbejdes|arbejdes videre|revideres|evalueres|fremlægges|forelægges|præsenteres|færdiggøres|indkaldes"
    r"|arrangeres)\b",
    re.IGNORECASE,
)
_ON_AGENDA = re.compile(
    r"\b(?:dagsordens?sættes|dagsordens?sætter|(?:sættes|kommer) på (?:en )?(?:kommende )?dagsorden\w*"
    r"|tages op (?:igen|på)|genoptages|er (?:åben|åbent) og følges)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    rf"(?P<who>[^,;:.]{{2,120}}?) (?:skal|vil|forventer at|påtog sig at|tager sig af|tager|laver|{DOES})\b",
    re.IGNORECASE,
)
_LATER_CLAUSE = re.compile(
    r"(?:(?P<agreed>\b(?:enighed om|enige om|aftal\w+|beslut\w+|bad \w+ om|lovede),? at)"
    r"|, og(?: at)?|, hvorefter| og at) ",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[\"”“»][^\"”“«»]*[\"”“«]?")
_OTHERS_DECIDED = re.compile(
    r"\b(?:regeringen|folketinget|ministeriet|ministeren|styrelsen|byrådet|kommunalbestyrelsen|regionsrådet|ke?redsen"
    r"|(?:økonomi|social|sundheds)\w*udvalget)\b[^,;.]{0,40}?\b(?:har|besluttede|vedtog|godkendte|forventer|vil|skal)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:næste møde|mødet) (?:er|holdes|afholdes|finder sted)\b|\b(?:hvis|såfremt)\b|\bmødet sluttede\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """`role_word` is the word by which somebody is said to be responsible ("tovholder")."""

    text: str
    responsible: tuple[str, ...]
    role_word: str | None
    due: Due | None


def promise_in(text: str, due: Due | None, names: Names) -> Promise | None:
    """What a sentence promises by the clear words for it; `due` is the deadline found for it."""
    label, role, action = _LABEL.search(text), _ROLE.search(text), _ACTION.match(text)
    if action is not None:
        return Promise(text, responsible(action["who"], names) or names.by_first_name(action["who"]), None, due)
    if label is not None:
        return Promise(text, responsible(label["who"], names), label["word"].casefold(), due)
    if role is not None and not _DENIED.search(text):
        parts = (role["between"] or "", text[: role.start()], text[role.end() : role.end() + LONGEST_NAMES])
        who = next((found for part in parts if (found := responsible(part, names))), ())
        return Promise(text, who, role["word"].casefold(), due)
    if is_wish(text) or _DENIED.search(text):
        return None
    return _task(text, due, names)


def _task(text: str, due: Due | None, names: Names) -> Promise | None:
    task = _TASK.match(text) or _PLEDGE.match(text)
    who = responsible(task["who"], names) if task else ()
    if task is not None and who and (due is not None or _is_somebody(task["who"], names)):
        return Promise(text, who, None, due)
    if due is not None and (_GIVEN.search(text) or _STATUS_LINE.match(text)):
        return Promise(text, (), None, due)
    return None


def _is_somebody(text: str, names: Names) -> bool:
    """Whether a person or an office is named, not only an organisation that may do so at any time."""
    return bool(names.people(text)) or bool(re.search(rf"\b{OFFICE}\b", text, re.IGNORECASE))


def proposed_promise(sentence: str, names: Names, meeting: str | None) -> Promise | None:
    """What a sentence may promise; `meeting` is the day on which it was said, as ISO text."""
    text = _SPOKEN.sub("", sentence).strip()
    if not text or text.endswith("?") or is_elsewhen(text) or _OTHERS_DECIDED.search(text) or _OTHER_TIME.search(text):
        return None
    due = deadline_in(text, meeting)
    if due is not None and _is_over(due, meeting):
        due = None
    found = promise_in(text, due, names)
    if found is None and not is_wish(text) and not _DENIED.search(text):
        found = _likely(text, due, names) or _in_a_later_clause(text, due, names)
    if found is None:
        return None
    who = subjects(text, names, is_dated=due is not None) if found.role_word is None else ()
    return Promise(sentence, who or found.responsible, found.role_word, due)


def _is_over(due: Due, meeting: str | None) -> bool:
    """Whether the day lies before the meeting: it tells of something else than what is to be done."""
    day = due.likely or ""
    return meeting is not None and len(day) == len("2027-02-04") and day < meeting


def deadline_in(text: str, meeting: str | None, *, is_typed: bool = False) -> Due | None:
    """By when, also as a bare "1/9"; what `is_typed` where a time belongs is one, even "24/7"."""
    due, short = find_due(text, meeting), find_short_day(text, meeting, is_typed=is_typed)
    return short if short is not None and due is None else due


def _likely(text: str, due: Due | None, names: Names) -> Promise | None:
    duty = _DUTY.match(text)
    who = (responsible(duty["who"], names) if duty else ()) or subjects(text, names, is_dated=due is not None)
    if who or (due is not None and _EXPECTED.search(text)) or _ON_AGENDA.search(text):
        return Promise(text, who or (responsible(text, names) if due else ()), None, due)
    return None


def _in_a_later_clause(text: str, due: Due | None, names: Names) -> Promise | None:
    """What is agreed behind "der var enighed om, at", or happens behind ", og"."""
    for start in islice(_LATER_CLAUSE.finditer(text), MOST_CLAUSES):
        clause = text[start.end() :]
        task = _TASK.match(clause)
        who = subjects(clause, names, is_dated=due is not None) or (responsible(task["who"], names) if task else ())
        if who and (due is not None or (task and (start["agreed"] or _is_somebody(task["who"], names)))):
            return Promise(clause, who, None, due)
    return None


def marked_promise(text: str, names: Names, meeting: str | None) -> Promise:
    """The words somebody points at are a promise, whatever they say: who and when are read from them."""
    flat = " ".join(text.split())
    found = proposed_promise(flat, names, meeting)
    who = subjects(flat, names, is_dated=True) or responsible(flat, names)
    return found or Promise(flat, who, None, deadline_in(flat, meeting))


class KnownNames:
    """The names at hand while minutes are written: those at the meeting, and organisations.

    A person is known by the whole name, by the first name where nobody shares it, and by initials.
    """

    def __init__(self, people: Sequence[str], organisations: Sequence[str]) -> None:
        firsts = [name.split()[0] for name in people if name.split()]
        initials = ["".join(word[0] for word in name.split() if word[0].isupper()) for name in people]
        self._people = _pattern(people)
        self._firsts = {name.split()[0]: name for name in people if name.split() and firsts.count(name.split()[0]) == 1}
        self._initials = {
            short: name
            for short, name in zip(initials, people, strict=True)
            if len(short) > 1 and initials.count(short) == 1
        }
        self._short = _pattern([*self._firsts, *self._initials])
        self._organisations = _pattern(organisations)

    def people(self, text: str) -> Sequence[tuple[int, str]]:
        whole = [(match.start(), match.end(), match[0]) for match in self._people.finditer(text)]
        found = [(start, name) for start, _end, name in whole]
        for match in self._short.finditer(text):
            name = self._firsts.get(match[0]) or self._initials[match[0]]
            if not any(start <= match.start() < end for start, end, _name in whole):
                found.append((match.start(), name))
        return sorted(found)

    def organisations(self, text: str) -> Sequence[tuple[int, str]]:
        known = [(match.start(), match[0]) for match in self._organisations.finditer(text)]
        return known + [(match.start(), match[0]) for match in _PUBLIC_BODY.finditer(text)]

    def by_first_name(self, text: str) -> tuple[str, ...]:
        return tuple(name for _at, name in self.people(text))


_PUBLIC_BODY = re.compile(r"\b[A-ZÆØÅ][\wæøå-]+(?: [A-ZÆØÅ][\wæøå-]+)? Kommune\b|\bRegion [A-ZÆØÅ][\wæøå-]+")


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Matches each of the names as whole words, the longest first; of none it matches nothing."""
    listed = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)" if listed else r"(?!)")
