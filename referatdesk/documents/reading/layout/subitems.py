"""Parts of an item with headings of their own: "2.1 …", "Oplæg: …", or a bare title above "v/ …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.numbered import Numbered, depth_of
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.seen import Seen
from referatdesk.documents.reading.source import flattened
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.sentences import ends_open, ends_sentence, is_short_title
from referatdesk.domain.codes import BlockKind

LEAST_LETTERS = 2


def sub_openings(seen: Sequence[Seen], items: Sequence[Opening], taken: frozenset[int] | set[int]) -> list[Opening]:
    """The headings inside the items found so far."""
    bounds = [one.at for one in items] + [len(seen)]
    found: list[Opening] = []
    for item, (start, end) in zip(items, pairwise(bounds), strict=True):
        inside = [one for one in seen[start + 1 : end] if one.at not in taken and one.said is None]
        numbered = list(_sub_numbers(item, inside, seen)) or list(_lettered(item, inside))
        places = {one.at for one in numbered}
        found += numbered
        found += [one for one in _led(item, inside, seen) if one.at not in places]
    return found


def _sub_numbers(item: Opening, inside: Sequence[Seen], seen: Sequence[Seen]) -> Iterator[Opening]:
    """Lines that count on below the item's own number; in the midst of its text they are sub-headings of that."""
    if not item.figure:
        return
    labelled = False
    last = 0
    for one in inside:
        labelled = labelled or (one.label is not None and not last)
        numbered = next((n for n in one.numbered if _is_below(item, n)), None)
        if numbered is None or not _is_heading(one, numbered, seen) or numbered.rank[-1] not in {last + 1, last + 2}:
            continue
        if labelled and not _has_own_label(one, inside):
            return
        last = numbered.rank[-1]
        yield Opening.numbered(one.at, numbered, depth=item.depth + 1)


def _lettered(item: Opening, inside: Sequence[Seen]) -> list[Opening]:
    """Titles counted by letters from right below the heading on, with decisions of their own."""
    if not item.figure.isdigit() or not inside or _letter(inside[0]) != 1:
        return []
    found: list[Seen] = []
    for one in inside:
        if _letter(one) == len(found) + 1:
            found.append(one)
    bounds = pairwise([*(one.at for one in found), inside[-1].at + 1])
    decided = [any(_decides(one) for one in inside if start < one.at < end) for start, end in bounds]
    titled = all(is_short_title(_words_of(one)) and _words_of(one)[:1].isupper() for one in found)
    if len(found) < LEAST_LETTERS or not titled or sum(decided) < LEAST_LETTERS:
        return []
    return [
        replace(Opening.titled(one.at, _words_of(one), depth=item.depth + 1), number=_sign_of(one)) for one in found
    ]


def _decides(one: Seen) -> bool:
    return one.label is not None and one.label.kind in DECIDING


def _letter(one: Seen) -> int | None:
    """1 for "a." and "a)", typed or counted by the file."""
    mark = typed_mark(f"{one.line.marker or ''} {one.line.text}".strip())
    return mark.rank if mark is not None and mark.kind is BlockKind.LETTERED and one.line.table is None else None


def _words_of(one: Seen) -> str:
    mark = None if one.line.list_kind is not None else typed_mark(one.line.text)
    return flattened(one.line.text[mark.length :] if mark is not None else one.line.text)


def _sign_of(one: Seen) -> str:
    mark = None if one.line.list_kind is not None else typed_mark(one.line.text)
    return mark.text if mark is not None else one.line.marker or ""


def _is_below(item: Opening, numbered: Numbered) -> bool:
    deeper = depth_of(numbered.figure) == depth_of(item.figure) + 1
    return deeper and numbered.figure.rpartition(".")[0] == item.figure


def _is_heading(one: Seen, numbered: Numbered, seen: Sequence[Seen]) -> bool:
    title = numbered.title
    below = seen[one.at + 1] if one.at + 1 < len(seen) else None
    is_built = bool(title) and title[:1].isupper() and not title.endswith((".", ";")) and len(title) < 200
    return is_built and not (below is not None and below.is_listed and one.is_listed)


def _has_own_label(one: Seen, inside: Sequence[Seen]) -> bool:
    return any(near.opens_text for near in inside if one.at < near.at <= one.at + 2)


def _led(item: Opening, inside: Sequence[Seen], seen: Sequence[Seen]) -> Iterator[Opening]:
    """Titles that somebody presents below, or under which a second decision of the same item stands."""
    decided = False
    for one in inside:
        below = seen[one.at + 1] if one.at + 1 < len(seen) else None
        if (decided and below is not None and _is_title(one) and _opens_part(below)) or (
            below is not None and below.is_presenter and _is_title(one) and one.at > item.at + 1
        ):
            yield Opening.titled(one.at, one.flat, depth=1, led=True)
        if one.label is not None:
            decided = one.label.kind in DECIDING


def _opens_part(below: Seen) -> bool:
    """Whether somebody presents here, or a decision stands."""
    if below.is_presenter:
        return True
    decides = below.label is not None and below.label.kind in DECIDING and below.label.date is None
    return decides and below.label is not None and below.label.value_at is None


def _is_title(one: Seen) -> bool:
    if one.label is not None or one.fact is not None or one.is_listed or one.line.table is not None:
        return False
    apart = one.line.blank_before > 0 or one.line.whole or one.stands_apart
    return (
        apart
        and len(one.flat) < 200
        and one.flat[:1].isupper()
        and not ends_sentence(one.flat)
        and not ends_open(one.flat)
    )
