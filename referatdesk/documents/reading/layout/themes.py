"""Headings over several items: "Tema: …", "Lukket dagsorden", "Sager til beslutning", a higher level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.seen import Seen
from referatdesk.documents.reading.parts import Part

_WORDED = re.compile(
    r"(?P<prefix>(?:hoved)?tema(?: \d{1,2})?|blok(?: [A-Z\d]{1,2})?|temadel|del [A-Z\d])\s*(?::"
    r"|\s[-–])\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
_OVER_ITEMS = re.compile(
    r"(?:åbne?t?|lukkede?t?|fortrolige?t?) (?:dagsorden|punkter|sager|møde|del)(?: \(.{1,30}\))?|(?:lukket"
    r"|åben) dagsorden"
    r"|(?:sager|punkter|emner)(?: til)? (?:beslutning|drøftelse|orientering|efterretning|godkendelse)"
    r"|(?:til )?(?:beslutning|drøftelse|orientering|efterretning|godkendelse)(?:s?punkter|ssager)?|(?:faste"
    r"|øvrige|andre|nye) punkter"
    r"|(?:beslutnings|drøftelses|orienterings|efterretnings)(?:punkter|sager)|tillægsdagsorden|formalia",
    re.IGNORECASE,
)
LONGEST_THEME = 250


def theme_words(flat: str) -> tuple[str | None, str]:
    """The prefix and the title of a theme's line."""
    match = _WORDED.fullmatch(flat) if len(flat) <= LONGEST_THEME else None
    return (match["prefix"], match["title"]) if match else (None, flat)


def theme_lines(seen: Sequence[Seen], items: Sequence[Opening], contents: frozenset[int]) -> tuple[int, ...]:
    """The lines that stand over the items below them."""
    starts = {one.at for one in items}
    bare = {one.at for one in items if not one.figure}
    tops = [one.at for one in items if one.depth == 0]
    if not tops:
        return ()
    levels = [seen[at].line.heading or 0 for at in tops]
    level = max(set(levels), key=levels.count)
    return tuple(
        one.at
        for one in seen
        if one.at not in contents and _is_theme(one, seen, starts, level) and (one.at not in starts or one.at in bare)
    )


def _is_theme(one: Seen, seen: Sequence[Seen], starts: set[int], level: int) -> bool:
    if one.said is not None:
        return one.said is Part.THEME
    if one.line.table is not None or one.line.list_kind is not None or len(one.flat) > LONGEST_THEME:
        return False
    stands_over = _next_open(one.at, seen, starts)
    if not stands_over:
        return False
    if _WORDED.fullmatch(one.flat) or (_OVER_ITEMS.fullmatch(one.flat.rstrip(": ")) and one.at - 1 not in starts):
        return True
    if one.at in starts:
        return False
    higher = bool(one.line.heading) and level > 0 and (one.line.heading or 0) < level
    return higher and one.label is None


def _next_open(at: int, seen: Sequence[Seen], starts: set[int]) -> bool:
    """Whether an item begins on the next line, or after one more line over it."""
    return at + 1 in starts or (at + 2 in starts and seen[at + 1].is_titled)
