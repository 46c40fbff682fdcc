"""What was voted on, as it was typed, in the words that go on from "Ændringsforslag" and "Afstemning"."""

from __future__ import annotations

import re
from collections.abc import Collection

from referatdesk.i18n.lists import in_a_sentence
from referatdesk.services.wording.clauses import about as about_words
from referatdesk.services.wording.clauses import is_clause

_PREPOSITIONS = ("fra ", "af ", "stillet ", "nr. ", "til ")
_ABOUT = re.compile(r"om\b,?\s+", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:\w*formand(?:en)?|(?:vice)?borgmester(?:en)?|forvaltningen|administrationen|direktionen|sekretariatet"
    r"|(?:kommunal|regions)?direktøren|mindretallet)\b",
    re.IGNORECASE,
)
"""Who moves something without a name of their own."""
_NAMES = re.compile(
    r"[A-ZÆØÅ][\w.-]*(?:(?: | og |, )[A-ZÆØÅ][\w.-]*)+|[A-ZÆØÅ]{1,3}"
    r"|(?:Socialdemokrat|Venstre|Konservative|Radikale|Enhedsliste|Alternativ|Moderater|Danmarksdemokrat|Kristendemokrat"
    r"|Borgerliste|Lokalliste|Fællesliste)\w*"
)
_PARTIES = re.compile(
    r"(?:(?:Socialdemokrat(?:iet|erne)|Enhedslisten|Alternativet|Moderaterne|Danmarksdemokraterne|Kristendemokraterne"
    r"|Borgerlisten|Lokallisten|Fælleslisten)s?|Konservatives|Radikales|Venstres)(?!\w)"
)
_MOVED = re.compile(r"(?P<who>.+?)(?:(?:['’]s?|s) (?:ændrings|mindretals)?forslag)?(?P<what> om\b.+)?")
_GOES_ON = r"(?=$|,|/| og | \(| på vegne | v/)"


def of_what(about: str, names: Collection[str]) -> str:
    """ "om kortere frist", "om, at sagen udsættes"; empty where nothing was typed."""
    words = _ABOUT.sub("", about, count=1) if _ABOUT.match(about) else about
    return about_words(_opened(words, names)) if words else ""


def from_whom(about: str, names: Collection[str]) -> str:
    """Who moved it is named, by a name or by an office; what begins with a preposition says itself how it goes on."""
    first = about[:1].lower() + about[1:]
    if first.startswith(_PREPOSITIONS):
        return first
    if about.isdecimal():
        return about
    moved = _MOVED.fullmatch(about)
    mover = _mover(moved["who"], names) if moved and not _ABOUT.match(about) else ""
    if not moved or not mover:
        return of_what(about, names)
    what = of_what(moved["what"].strip(), names) if moved["what"] else ""
    return f"fra {mover} {what}".rstrip()


def _mover(who: str, names: Collection[str]) -> str:
    if is_clause(who):
        return ""
    if _OFFICES.match(who):
        return who[:1].lower() + who[1:]
    singles = {word for name in names for word in name.split()}
    is_named = (
        any(re.match(rf"{re.escape(name)}(?![\w'’-])", who) for name in names if " " in name)
        or any(re.match(re.escape(word) + _GOES_ON, who) for word in singles)
        or _NAMES.fullmatch(who)
    )
    return who if is_named else ""


def _opened(words: str, names: Collection[str]) -> str:
    """Within a sentence, where names keep their capital."""
    owners = {word + mark for name in names for word in name.split() for mark in ("s", "'", "’", "'s", "’s")}
    known = owners | {name.split()[0] for name in names}
    return words if _PARTIES.match(words) else in_a_sentence(words, known)
