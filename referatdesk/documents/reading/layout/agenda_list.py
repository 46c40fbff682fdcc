"""A numbered list of titles above the first item, when the items below repeat only its numbers: "Ad 3. …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.layout.contents import comparable
from referatdesk.documents.reading.layout.facts import title_facts
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.seen import Seen
from referatdesk.documents.reading.words.sentences import has_sentence_word

_LABEL = re.compile(
    r"(?:forslag til )?(?:foreløbig )?dagsorden(?: for mødet)?:?|punkter:?|dagsordenspunkter:?", re.IGNORECASE
)
LONGEST_ENTRY = 160


@dataclass(frozen=True, slots=True)
class AgendaList:
    """The titles by the number of their item, and the lines of the list."""

    titles: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[int] = frozenset()


def agenda_list(seen: Sequence[Seen], openings: Sequence[Opening], contents: frozenset[int]) -> AgendaList:
    """The list above the first opening that holds the numbers of the openings; a list of contents is another thing."""
    if not openings:
        return AgendaList()
    titles: dict[str, str] = {}
    places: set[int] = set()
    for one in seen[: openings[0].at]:
        if one.at in contents:
            continue
        numbered = next((n for n in one.numbered if len(n.rank) == 1 and n.rank[0] == len(titles) + 1), None)
        if numbered is not None and numbered.title and len(numbered.title) <= LONGEST_ENTRY:
            titles[numbered.figure] = numbered.title
            places.add(one.at)
    shared = [one for one in openings if one.figure in titles]
    if len(titles) < 2 or len(shared) * 2 < len(openings):
        return AgendaList()
    first = min(places)
    places |= {one.at for one in seen[max(first - 1, 0) : first] if _LABEL.fullmatch(one.flat)}
    return AgendaList(titles, frozenset(places))


def with_titles(openings: Sequence[Opening], listed: AgendaList, seen: Sequence[Seen]) -> list[Opening]:
    """The openings that say only a number, with the title that the list has for it."""
    return [_with_title(one, listed.titles.get(one.figure), seen) for one in openings]


def _with_title(one: Opening, title: str | None, seen: Sequence[Seen]) -> Opening:
    if title is None or one.title:
        return one
    below = seen[one.at + 1].flat if one.at + 1 < len(seen) else ""
    return one if comparable(below).startswith(comparable(title)) else replace(one, title=title)


def is_run_in(title: str) -> bool:
    """Whether what follows the number is text, not a title alone."""
    return len(title) > 50 and (title.endswith((".", "!", "?")) or ". " in title[:-1]) and has_sentence_word(title)


def title_end(title: str, listed: str | None) -> int | None:
    """Where the title ends in a line that goes on with text; 0 where it has none; None where nothing shows it."""
    head = re.match(r"[^.:!?]{3,90}[.:](?=\s)", title)
    if listed is None:
        plain = head is not None and not has_sentence_word(head[0]) and len(head[0].split()) <= 12
        return head.end() if head is not None and plain else None
    if is_like(title, listed):
        return None
    if title.casefold().startswith(listed.casefold()):
        return len(listed)
    return head.end() if head is not None and is_like(head[0], listed) else 0


def is_like(text: str, listed: str) -> bool:
    """Whether a heading is the title of the list, marks and presenters apart."""
    key, other = comparable(title_facts(text).title), comparable(title_facts(listed).title)
    return key == other or (len(other) > 8 and len(key) < len(other) + 12 and (key in other or other in key))
