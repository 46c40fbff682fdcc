"""Promises: who does what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftPromise
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.deadlines import Due, find_due
from referatdesk.documents.reading.matters.people import find_who, known_names
from referatdesk.documents.reading.matters.said import Said, deciding_sections, said_in
from referatdesk.documents.reading.words.organisations import looks_like_organisation
from referatdesk.domain.codes import Precision
from referatdesk.domain.outcome_words import is_wish

_ROLE = re.compile(
    r"\b(?:er|bliver|blev|som) (?P<word>tovholdere?|ansvarlige?)\b(?! (?:medarbejder|myndighed))", re.IGNORECASE
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
_STATUS_LINE = re.compile(r"^(?:status|opfølgning|drøftelse|evaluering)\b[^.;]{0,60}", re.IGNORECASE)
_DENIED = re.compile(r"\bikke\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"[A-ZÆØÅ]\w*(?:- og [A-ZÆØÅ]\w*)?(?: (?:for|i) (?=[A-ZÆØÅ])| ?[A-ZÆØÅ][\w-]*)*")


def promises_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftPromise, ...], tuple[Doubt, ...]]:
    """The promises in order, and a doubt for each whose deadline lacks its year."""
    known = known_names(around.people)
    made: list[DraftPromise] = []
    doubts: list[Doubt] = []
    for section in deciding_sections(item, around):
        for said in said_in(section, around):
            for promise, due in _promises(said, known, around):
                made.append(promise)
                if due is not None and due.proposal is not None:
                    doubts.append(Doubt("promise.no_year", said.place, due.raw, due.proposal, {"text": said.text}))
    return tuple(made), tuple(doubts)


def _promises(said: Said, known: frozenset[str], around: MattersAround) -> Iterator[tuple[DraftPromise, Due | None]]:
    text = said.text
    due = find_due(text, around.date)
    label, role = _LABEL.search(text), _ROLE.search(text)
    if label is not None:
        yield _promise(said, due, _responsible(label["who"], known), label["word"]), due
    elif role is not None and not _DENIED.search(text):
        who = _responsible(text[: role.start()], known) or _responsible(text[role.end() :][:80], known)
        yield _promise(said, due, who, role["word"]), due
    elif not is_wish(text) and not _DENIED.search(text):
        yield from _tasks(said, due, known)


def _tasks(said: Said, due: Due | None, known: frozenset[str]) -> Iterator[tuple[DraftPromise, Due | None]]:
    task = _TASK.match(said.text)
    who = _responsible(task["who"], known) if task else ()
    if task is not None and who and (due is not None or _is_somebody(task["who"], known)):
        yield _promise(said, due, who, None), due
    elif due is not None and (_GIVEN.search(said.text) or _STATUS_LINE.match(said.text)):
        yield _promise(said, due, (), None), due


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
