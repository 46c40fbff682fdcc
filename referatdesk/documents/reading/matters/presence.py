"""Who was not there for the item, came late, left, or was disqualified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftPresence
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.people import find_who, known_names
from referatdesk.documents.reading.matters.said import Said, said_in, text_sections
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.dates import find_time

_HERE = r"(?:punkt|sag|behandling|drøftelse|afstemning|emne)"
_RULES: tuple[tuple[AttendanceStatus, str], ...] = (
    (
        AttendanceStatus.DISQUALIFIED,
        r"(?<!ikke )\b(?:inhabil|inhabile)\b|\b(?:på grund af|pga\.?|grundet|som følge af"
        r"|med henvisning til) (?:sin )?inhabilitet",
    ),
    (
        AttendanceStatus.SUBSTITUTING,
        rf"\b(?:deltog|mødte|indtrådte) (?:\w+ )?(?:som (?:stedfortræder|suppleant)"
        rf"|i stedet) for\b(?![^;]{{0,60}}\bhele mødet)|\b(?:tilforordnet|stedfortræder"
        rf"|suppleant) for [^;]{{2,60}} (?:under|ved) [^;]{{0,30}}{_HERE}\w* var\b",
    ),
    (
        AttendanceStatus.ABSENT,
        rf"\bdeltog (?:\w+ )?ikke (?:i|under|ved)\b[^;]{{0,40}}{_HERE}"
        rf"|\bdeltog [^;]{{0,80}} ikke (?:i|under|ved)\b[^;]{{0,40}}{_HERE}"
        r"|\bvar (?:endnu )?ikke ankommet\b"
        rf"|\bvar (?:ikke til stede|fraværende) (?:under|ved|i)\b[^;]{{0,40}}{_HERE}|\bvar fraværende[.,]?$",
    ),
    (
        AttendanceStatus.LEFT_EARLY,
        r"\b(?:forlod|forlader) (?:herefter |derefter )?(?:mødet|lokalet|salen|mødelokalet)\b"
        r"|\bgik (?:fra mødet )?(?=kl)",
    ),
    (
        AttendanceStatus.LATE,
        r"\b(?:ankom|indtrådte|tiltrådte mødet|mødte (?:op )?(?=kl)|kom til stede|ankommer|kom (?:til mødet )?(?=kl)"
        r"|vendte tilbage)(?!\w)",
    ),
    (
        AttendanceStatus.REMOTE,
        rf"\bdeltog (?:virtuelt|online|digitalt|via teams|på teams|pr\. telefon)\b[^;]{{0,30}}{_HERE}",
    ),
)
_COMPILED = tuple((status, re.compile(pattern, re.IGNORECASE)) for status, pattern in _RULES)
_LEFT = dict(_COMPILED)[AttendanceStatus.LEFT_EARLY]
_DENIED = re.compile(
    r"\b(?:ikke|hverken|ingen|om)\b[^;]{0,60}\binhabil|\binhabil\w*\b[^;]{0,30}\b(?:blev drøftet|rejst|afvist)"
    r"|\bspørgsmål\w*\b[^;]{0,40}\binhabil",
    re.IGNORECASE,
)
_OTHER_ITEM = re.compile(
    r"\b(?:punkt|pkt\.?|sag nr\.?|dagsordenspunkt) (?P<first>\d{1,3})(?:[-–](?P<last>\d{1,3}))?", re.IGNORECASE
)
_WHOSE = re.compile(r"\b(?:for|i stedet for)\s+[A-ZÆØÅ]")
_PLACES = frozenset({SectionKind.CASE_TEXT, SectionKind.DECISION, SectionKind.MINUTES, SectionKind.OTHER})


def presence_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftPresence, ...], tuple[Doubt, ...]]:
    """Each person once with what is said last, and a doubt where a sentence speaks of another item."""
    known = known_names(around.people)
    found: dict[tuple[str, AttendanceStatus], DraftPresence] = {}
    doubts: list[Doubt] = []
    for section in text_sections(item, around):
        if section.kind not in _PLACES:
            continue
        for said in said_in(section, around):
            for one in _presence(said, known):
                if _of_another_item(said.text, item):
                    doubts.append(Doubt("presence.other_item", one.place, said.text, None, {"name": one.name}))
                else:
                    found[one.name, one.status] = one
    return tuple(_without_contradictions(found)), tuple(doubts)


def _presence(said: Said, known: frozenset[str]) -> Iterator[DraftPresence]:
    for status, pattern in _COMPILED:
        match = pattern.search(said.text)
        if match is None or (status is AttendanceStatus.DISQUALIFIED and _DENIED.search(said.text)):
            continue
        for name in _names(said.text, match, known):
            yield _one(name, status, said, match)
        return


def _names(text: str, match: re.Match[str], known: frozenset[str]) -> list[str]:
    """Those in front of the words; where nobody stands there, those within or right behind them."""
    before = [one.name for one in find_who(text[: match.start()], known) if one.name]
    if before:
        return before
    behind = match[0].casefold().endswith(" var")
    rest = text[match.end() if behind else match.start() :]
    whose = _WHOSE.search(rest)
    return [one.name for one in find_who(rest[: whose.start()] if whose else rest, known) if one.name]


def _one(name: str, status: AttendanceStatus, said: Said, match: re.Match[str]) -> DraftPresence:
    time = find_time(said.text[match.start() :]) or find_time(said.text)
    clock = time.start if time else None
    return DraftPresence(
        name=name,
        status=status,
        place=said.place,
        from_time=clock if status is AttendanceStatus.LATE else None,
        to_time=clock if _LEFT.search(said.text) else None,
        raw=said.text,
    )


def _of_another_item(text: str, item: DraftItem) -> bool:
    named = _OTHER_ITEM.search(text)
    if named is None or item.figure is None or not item.figure.isdigit():
        return False
    first, last = int(named["first"]), int(named["last"] or named["first"])
    return not first <= int(item.figure) <= last


def _without_contradictions(found: dict[tuple[str, AttendanceStatus], DraftPresence]) -> Iterator[DraftPresence]:
    """Who was disqualified left for that reason, and who was away did not take part."""
    away = {name for name, status in found if status is AttendanceStatus.DISQUALIFIED}
    for (name, status), one in found.items():
        if status is AttendanceStatus.DISQUALIFIED:
            left = found.get((name, AttendanceStatus.LEFT_EARLY))
            yield replace(one, to_time=left.to_time) if left else one
        elif name not in away:
            yield one
