"""Headings that are set as text is, in a document whose empty lines part its items, and nothing inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from referatdesk.documents.reading.head.groups import known_group
from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.contents import comparable
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.looks import NO_LOOK, LookChain, is_of_head
from referatdesk.documents.reading.layout.numbered import depth_of
from referatdesk.documents.reading.layout.seen import Seen
from referatdesk.documents.reading.words.item_titles import is_standing_title
from referatdesk.documents.reading.words.sentences import ends_sentence, has_sentence_word

LEAST_GAPS = 2
OFTEN = 3
LONG_PROSE = 80
FEWEST_WORDS = 6


def gap_chain(seen: Sequence[Seen], contents: frozenset[int]) -> LookChain:
    """The titles below an empty line with text right below them, if hardly any other line has room above it."""
    found = [one.at for one in seen if one.at not in contents and _heads_block(one, seen)]
    if len(found) < LEAST_GAPS or not _part_items(seen, contents, set(found)):
        return NO_LOOK
    return LookChain("gap", tuple(found), 1.5 * len(found))


def gap_titles(seen: Sequence[Seen], contents: frozenset[int], starts: Set[int]) -> tuple[int, ...]:
    """Further headings beside those known, which stand as they stand; none where that says nothing."""
    free = [one for one in seen if one.at not in contents and one.at not in starts and not _is_counted(one)]
    if all(seen[at].line.blank_before > 0 and not seen[at].line.whole for at in starts):
        found = {one.at for one in free if _heads_block(one, seen)}
        return tuple(sorted(found)) if _part_items(seen, contents, starts | found) else ()
    if all(seen[at].line.all_bold and not seen[at].line.heading for at in starts) and not _are_labels_bold(seen):
        counts = Counter(comparable(one.flat) for one in seen)
        return tuple(
            one.at
            for one in free
            if one.line.all_bold and counts[comparable(one.flat)] == 1 and _ends_item(one, seen, starts)
        )
    return ()


def _is_counted(one: Seen) -> bool:
    return any(numbered.signed or depth_of(numbered.figure) > 0 for numbered in one.numbered)


def _heads_block(one: Seen, seen: Sequence[Seen]) -> bool:
    """Whether a title stands below an empty line, with a sentence or the opening of a section right below it."""
    below = seen[one.at + 1] if one.at + 1 < len(seen) else None
    if below is None or one.line.whole or not one.line.blank_before or below.line.blank_before or not _is_title(one):
        return False
    opens = below.opens_text or below.is_presenter or is_prose(below) or _leads_in(below)
    return opens or is_standing_title(one.flat)


def _is_title(one: Seen) -> bool:
    if not one.is_titled or is_title(one.flat) or one.is_listed or is_of_head(one) or one.said is not None:
        return False
    group = known_group(one.flat.rstrip(": "))
    return (group is None or not group.general) and not one.flat.endswith(":")


def is_prose(one: Seen) -> bool:
    """Whether a line is a sentence of a text, not a fact of the head."""
    if one.line.table is not None or one.line.list_kind is not None or one.fact is not None or is_of_head(one):
        return False
    return (
        ends_sentence(one.flat)
        and not one.flat.endswith(":")
        and (has_sentence_word(one.flat) or len(one.flat) > LONG_PROSE)
    )


def _leads_in(one: Seen) -> bool:
    """Whether a sentence of the text is left open for a list."""
    plain = one.line.table is None and one.line.list_kind is None and not is_of_head(one)
    return plain and one.flat.endswith(":") and len(one.flat.split()) >= FEWEST_WORDS


def _part_items(seen: Sequence[Seen], contents: frozenset[int], starts: Set[int]) -> bool:
    """Whether the empty lines from the first heading on stand above headings, but for one in four."""
    if not starts:
        return False
    first = min(starts)
    gaps = [
        one.at for one in seen[first:] if one.line.blank_before > 0 and one.at not in contents and not _is_counted(one)
    ]
    tight = sum(not one.line.blank_before for one in seen[first:]) >= len(starts)
    return tight and sum(at not in starts for at in gaps) * 3 <= len(starts)


def _are_labels_bold(seen: Sequence[Seen]) -> bool:
    labels = [one for one in seen if one.label is not None and one.label.value_at is None]
    return any(one.line.all_bold for one in labels)


def _ends_item(one: Seen, seen: Sequence[Seen], starts: Set[int]) -> bool:
    """Whether the item above has come to its end, or the first has not begun: text below a title opens another."""
    below = seen[one.at + 1] if one.at + 1 < len(seen) else None
    if below is None or not _is_title(one) or not (is_prose(below) or below.opens_text):
        return False
    above = max((at for at in starts if at < one.at), default=None)
    if above is None:
        return True
    return any(near.label is not None and near.label.kind in DECIDING for near in seen[above : one.at])
