"""What an item is for, by its title, and the titles that come back on every agenda."""

from __future__ import annotations

import re

from referatdesk.domain.codes import ItemKind

_KINDS: tuple[tuple[ItemKind, str], ...] = (
    (ItemKind.ANY_OTHER, r"(?:evt\.?|eventuelt)\b.{0,60}"),
    (
        ItemKind.APPROVE_AGENDA,
        r"(?:godkendelse|fastsættelse) af (?:mødets )?dagsorden(?:en)?\b.{0,40}|dagsorden(?:en)?",
    ),
    (
        ItemKind.APPROVE_MINUTES,
        r"(?:godkendelse|underskrift) af (?:\w+ )?(?:møde|beslutnings)?(?:referat(?:et|er)?|protokol(?:len)?)\b.*"
        r"|referat(?:et)? (?:fra|af) (?:sidste|seneste) møde\b.*",
    ),
    (ItemKind.NEXT_MEETING, r"(?:næste|kommende) møde(?:r|dato|datoer)?\b.*"),
    (ItemKind.SIGNATURE, r"underskrift(?:sblad|sark|sside|er)?\b.{0,30}|digital underskrift|underskriftsblad"),
    (ItemKind.QUESTION_TIME, r"spørgetid\b.*|spørgehalvtime(?:n)?\b.*|borgernes spørgetid|åben spørgetid"),
    (ItemKind.OPENING, r"velkomst\b.*|velkommen\b.*|åbning af mødet"),
    (
        ItemKind.INFORMATION,
        r"(?:gensidig |kort )?orientering(?:er|spunkter)?(?: fra .*| v/.*| om .*)?|meddelelser\b.*|nyt fra .*",
    ),
    (ItemKind.THEME_DEBATE, r"tema(?:drøftelse|debat)\b.*"),
    (ItemKind.PRESENTATION, r"(?:oplæg|præsentation)\b.*"),
    (
        ItemKind.ATTENDANCE,
        r"(?:møde)?deltagere?(?: og afbud)?|fremmøde|fremmødte|afbud(?: og fravær)?|navneopråb|til ?stede(?:værende)?"
        r"|deltagere/afbud|konstatering af fremmøde|fravær|deltagelse|mødedeltagelse|medlemmernes fremmøde"
        r"|tilstedeværende og afbud",
    ),
)
_STANDING = re.compile(
    r"(?:evt|eventuelt|velkomst(?: og (?:siden sidst|præsentation|dagsorden|godkendelse af dagsorden(?:en)?))?"
    r"|siden sidst|bordet rundt|runde(?: |n |)(?:om )?bordet|meddelelser|(?:gensidig )?orientering(?: og meddelelser)?"
    r"|godkendelse af (?:dagsorden(?:en)?|referat(?:et)?)(?: (?:og|fra|af) .{1,60})?"
    r"|opfølgning (?:på|fra) (?:sidste|seneste) møde|(?:næste|kommende) møde(?:r|dato|datoer)?|mødedatoer"
    r"|(?:aktions|handlings|opgave)liste|action ?list|spørgetid|punkter til (?:næste|kommende) møder?"
    r"|underskrift(?:er|sside|sblad|sark)?)[.:]?",
    re.IGNORECASE,
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


def item_kind(title: str, *, is_part: bool = False, prefix: str | None = None) -> ItemKind:
    words = title.strip(" .:")
    if prefix is not None and prefix.casefold() in {"oplæg", "præsentation", "indlæg"}:
        return ItemKind.PRESENTATION
    found = next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), None)
    return found or (ItemKind.SUBITEM if is_part else ItemKind.ITEM)


def is_standing_title(text: str) -> bool:
    """Whether a line of these words alone is a title that comes back on every agenda."""
    return _STANDING.fullmatch(text) is not None
