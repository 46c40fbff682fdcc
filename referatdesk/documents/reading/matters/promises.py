"""Promises: who does what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from referatdesk.domain.outcome_words import is_wish

_ROLE = re.compile(
    r"\b(?:er|bliver|blev|som)(?P<between> [^;,]{1,80})? (?P<word>tovholdere?|ansvarlige?)\b(?! (?:medarbejder"
    r"|myndighed))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|[(;] ?|\. )(?P<word>tovholdere?|ansvarlige?|opfølgning)\s?: (?P<who>[^.;()]{2,120})", re.IGNORECASE
)
_OFFICE = (
    r"(?:forvaltningen|administrationen|sekretariatet|direktionen|direktøren|formanden|formandskabet|borgmesteren"
    r"|kommunaldirektøren|mødelederen|referenten|arbejdsgruppen|projektgruppen|styregruppen|klyngetovholderen)"
)
_DOES = (
    r"(?:(?:udarbejde|udsende|rundsende|sende|fremlægge|forelægge|fremsende|undersøge|indkalde|kontakte|afklare"
    r"|indhente|beskrive"
    r"|planlægge|invitere|formulere|revidere|skrive|bestille|booke|præsentere)r?"
    r"|(?:vende|melde)r? tilbage|(?:følge|samle)r? op|sørger? for|giver? (?:en )?status|tager? (?:kontakt|initiativ)"
    r"|arbejder? videre|orienterer? (?:om|udvalget|rådet))"
)
_TASK = re.compile(
    r"(?:(?:det blev (?:aftalt|besluttet)|der var enighed om|man blev enige om|aftalt|besluttet),? at )?"
    rf"(?P<who>[^,;:.]{{3,120}}?) (?:vil )?(?:herefter |derefter |også )?{_DOES}\b",
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
_TERM = re.compile(r"(?:frist|deadline|senest|inden|tidsfrist)\b", re.IGNORECASE)
LONGEST_NAMES = 80
_STATUS_LINE = re.compile(r"^(?:status|opfølgning|drøftelse|evaluering)\b[^.;]{0,60}", re.IGNORECASE)
_DENIED = re.compile(r"\bikke\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"[A-ZÆØÅ]\w*(?:- og [A-ZÆØÅ]\w*)?(?: (?:for|i) (?=[A-ZÆØÅ])| ?[A-ZÆØÅ][\w-]*)*")


def promises_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftPromise, ...], tuple[Doubt, ...]]:
    """The promises in order, and a doubt for each whose deadline lacks its year."""
    known = known_names(around.people)
    found: list[tuple[DraftPromise, Due | None]] = []
    for section in deciding_sections(item, around):
        sentences = list(said_in(section, around))
        for said, after in zip_longest(sentences, sentences[1:]):
            due = find_due(said.text, around.date) or _term(said, after, around)
            found += _promises(said, due, known)
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


def _promises(said: Said, due: Due | None, known: frozenset[str]) -> Iterator[tuple[DraftPromise, Due | None]]:
    text = said.text
    label, role, action = _LABEL.search(text), _ROLE.search(text), _ACTION.match(text)
    if action is not None:
        yield _promise(said, due, _responsible(action["who"], known) or _given(action["who"], known), None), due
    elif label is not None:
        yield _promise(said, due, _responsible(label["who"], known), label["word"]), due
    elif role is not None and not _DENIED.search(text):
        parts = (role["between"] or "", text[: role.start()], text[role.end() : role.end() + LONGEST_NAMES])
        who = next((names for part in parts if (names := _responsible(part, known))), ())
        yield _promise(said, due, who, role["word"]), due
    elif not is_wish(text) and not _DENIED.search(text):
        yield from _tasks(said, due, known)


def _tasks(said: Said, due: Due | None, known: frozenset[str]) -> Iterator[tuple[DraftPromise, Due | None]]:
    task = _TASK.match(said.text) or _PLEDGE.match(said.text)
    who = _responsible(task["who"], known) if task else ()
    if task is not None and who and (due is not None or _is_somebody(task["who"], known)):
        yield _promise(said, due, who, None), due
    elif due is not None and (_GIVEN.search(said.text) or _STATUS_LINE.match(said.text)):
        yield _promise(said, due, (), None), due


def _given(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """People called by their first names alone."""
    firsts = {name.split()[0] for name in known}
    words = re.findall(r"[A-ZÆØÅ][\w-]+", text)
    return tuple(word for word in words if word.casefold() in firsts or is_given_name(word))


def _is_somebody(text: str, known: frozenset[str]) -> bool:
    """Whether a person or an office is named, not only an organisation that may do so at any time."""
    return any(one.name for one in find_who(text, known)) or bool(re.search(rf"\b{_OFFICE}\b", text, re.IGNORECASE))


def _promise(said: Said, due: Due | None, who: tuple[str, ...], word: str | None) -> DraftPromise:
    return DraftPromise(
        text=said.text,
        place=said.place,
        responsible=who,
        role_word=word.casefold() if word else None,
        due=due.iso if due else None,
        due_precision=due.precision if due else Precision.NONE,
        due_raw=due.raw if due else None,
    )


def _responsible(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The people, organisations and offices named, in order."""
    found = [(one.start, one.printed) for one in find_who(text, known) if one.name]
    taken = " ".join(name for _, name in found)
    found += [
        (match.start(), match[0])
        for match in _ORGANISATION.finditer(text)
        if match[0] not in taken and looks_like_organisation(match[0])
    ]
    found += [(match.start(), match[0]) for match in re.finditer(rf"\b{_OFFICE}\b", text, re.IGNORECASE)]
    names: list[str] = []
    for _, name in sorted(found):
        if not any(name in other for other in names):
            names.append(name)
    return tuple(names)
