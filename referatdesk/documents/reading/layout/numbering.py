"""Which form of numbered heading a document has: the one whose lines together count up and stand where headings do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from referatdesk.documents.reading.layout.chains import NO_CHAIN, Candidate, Chain, rising
from referatdesk.documents.reading.layout.contents import comparable, has_page
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.numbered import ANY, Numbered, depth_of
from referatdesk.documents.reading.layout.seen import OPENS_ITEM, Seen
from referatdesk.documents.reading.words.sentences import ends_open, ends_sentence, is_short_title, is_shouted
from referatdesk.domain.codes import SectionKind

LONGEST_TITLE = 400
_LISTING = frozenset({SectionKind.RECOMMENDATION, SectionKind.ATTACHMENTS}) | DECIDING
SURE = 100.0
LEAST_SHUFFLED = 3


def numbered_chain(seen: Sequence[Seen], contents: frozenset[int]) -> Chain:
    """The headings of the form with the weightiest chain; lists of titles alone are taken where nothing else is."""
    entries = {comparable(seen[at].flat) for at in contents} - {""}
    forms: dict[str, list[tuple[Seen, Numbered]]] = defaultdict(list)
    for one in seen:
        if one.at not in contents:
            for numbered in one.numbered:
                if depth_of(numbered.figure) == 0:
                    forms[numbered.form].append((one, numbered))
    if not forms:
        forms = _deep_forms(seen, contents)
    chains = [_chain(found, seen, entries, strict=True) for found in forms.values()]
    chains = [chain for chain in chains if not any(_stands_over(chain, other) for other in chains)]
    best = max(chains, key=lambda chain: chain.weight, default=NO_CHAIN)
    if best.links:
        return _even(best, seen)
    lists = [_chain(found, seen, entries, strict=False) for found in forms.values() if len(found) > 1]
    return max(lists, key=lambda chain: chain.weight, default=NO_CHAIN)


def _deep_forms(seen: Sequence[Seen], contents: frozenset[int]) -> dict[str, list[tuple[Seen, Numbered]]]:
    forms: dict[str, list[tuple[Seen, Numbered]]] = defaultdict(list)
    for one in seen:
        if one.at not in contents:
            for numbered in one.numbered:
                forms[numbered.form].append((one, numbered))
    return forms


def _chain(found: Sequence[tuple[Seen, Numbered]], seen: Sequence[Seen], entries: set[str], *, strict: bool) -> Chain:
    places = {one.at for one, _ in found}
    weighed = [
        Candidate(one.at, numbered, weight)
        for one, numbered in found
        if (weight := _weight(one, numbered, seen, entries) - _listed(one, seen, places) * strict) > 0
    ]
    chain = rising(weighed)
    if len(chain.links) < len(weighed) and _is_shuffled(weighed, seen):
        return Chain(tuple(weighed), sum(one.weight for one in weighed))
    if len(chain.links) == 1 and not _stands_alone(chain.links[0], seen):
        return NO_CHAIN
    return chain


def _is_shuffled(found: Sequence[Candidate], seen: Sequence[Seen]) -> bool:
    """Whether these are all the numbers of a count, each once and after a word, in the order in which they came up."""
    ranks = sorted(one.numbered.rank for one in found)
    first = ranks[0][0]
    counted = ranks == [(first + at,) for at in range(len(ranks))]
    apart = all(seen[one.at].line.blank_before or seen[one.at].stands_apart or seen[one.at].line.whole for one in found)
    known = _is_worded(found[0].numbered) and (apart or not _is_any(found[0].numbered))
    return counted and known and len(ranks) >= LEAST_SHUFFLED


def _stands_over(chain: Chain, other: Chain) -> bool:
    """Whether right below its links those of another chain stand: then it heads groups of items."""
    if not chain.links or len(other.links) < len(chain.links) or chain.links == other.links:
        return False
    below = {one.at for one in other.links}
    over = sum(bool(below & {one.at + 1, one.at + 2}) for one in chain.links)
    return over * 2 > len(chain.links) and _is_any(chain.links[0].numbered)


def _is_worded(numbered: Numbered) -> bool:
    return numbered.form.split()[0] not in {"number", "letter", "roman", "list"}


def _is_any(numbered: Numbered) -> bool:
    return numbered.form.startswith(f"{ANY} ")


def _stands_alone(one: Candidate, seen: Sequence[Seen]) -> bool:
    """Whether a single numbered line is a heading by itself: by its word, its look, or the label below it."""
    worded = _is_worded(one.numbered) and not _is_any(one.numbered)
    return worded or seen[one.at].stands_apart or (one.numbered.rank[0] == 1 and _followed(seen, one.at))


def _weight(one: Seen, numbered: Numbered, seen: Sequence[Seen], entries: set[str]) -> float:
    if one.said is not None:
        return SURE if one.said in OPENS_ITEM else 0.0
    line, title = one.line, comparable(numbered.title)
    worded = _is_worded(numbered)
    if _is_any(numbered) and not _is_set_apart(one, numbered):
        return 0.0
    weight = 1.0 + 0.5 * worded
    weight += 3 * (line.heading is not None and line.heading > 0)
    weight += 1.5 * ((line.all_bold or is_shouted(numbered.title)) and not line.heading)
    weight += 3 * any(
        entry.startswith(title) or title.startswith(entry) or entry.endswith(title) for entry in entries if title
    )
    weight += 2 * _followed(seen, one.at)
    whole_title = line.whole and is_short_title(numbered.title)
    weight += line.blank_before > 0 or one.at == 0 or line.page_before or whole_title
    sentence = numbered.title.endswith((".", ";", "!")) and " " in numbered.title
    weight -= (0.7 if worded else 3.0) * (sentence and len(numbered.title) > 25)
    weight -= 2 * numbered.title[:1].islower()
    weight -= 3 * (len(numbered.title) > LONGEST_TITLE and not worded)
    weight -= 5 * has_page(line.text)
    weight -= 1.5 * (not numbered.signed and (not worded or numbered.title.endswith(":")))
    return weight


def _is_set_apart(one: Seen, numbered: Numbered) -> bool:
    """Whether a line whose word says nothing is set as a heading is."""
    apart = one.line.blank_before > 0 or one.line.whole or one.stands_apart or one.line.page_before
    return apart and (numbered.signed or one.stands_apart or is_short_title(numbered.title.rstrip("?!")))


def _followed(seen: Sequence[Seen], at: int) -> bool:
    return any(seen[below].opens_text for below in range(at + 1, min(at + 4, len(seen))))


def _listed(one: Seen, seen: Sequence[Seen], places: set[int]) -> float:
    """How much it looks like a point of a list: led in by a colon or a label, or one of many in a row."""
    if one.line.heading or one.said is not None:
        return 0.0
    above = seen[one.at - 1] if one.at > 0 else None
    led_in = above is not None and (above.flat.endswith((":", " at")) and not _is_number(above, places))
    labelled = (
        above is not None and above.label is not None and above.label.kind in _LISTING and above.label.value_at is None
    )
    in_row = (one.at - 1 in places) or (one.at + 1 in places and not _followed(seen, one.at))
    rowed = 0.5 if any(_is_worded(numbered) for numbered in one.numbered) else 1.5
    return 3.0 * led_in + 3.0 * labelled + rowed * in_row + 0.5 * (one.line.list_kind is not None)


def _is_number(above: Seen, places: set[int]) -> bool:
    return above.at in places


def _even(chain: Chain, seen: Sequence[Seen]) -> Chain:
    """The chain without lines set as text, where nearly all its links are set as headings."""
    apart = [one for one in chain.links if seen[one.at].line.heading or seen[one.at].line.all_bold]
    if len(apart) * 4 < len(chain.links) * 3 or len(apart) == len(chain.links):
        return chain
    kept = [one for one in chain.links if one in apart or seen[one.at].said is not None or _followed(seen, one.at)]
    return Chain(tuple(kept), chain.weight)


def filled(chain: Chain, seen: Sequence[Seen], contents: frozenset[int]) -> Chain:
    """The chain with headings typed in another form where a number is missing, if they stand as headings stand."""
    added: list[Candidate] = []
    for above, below in pairwise(chain.links):
        first, last = above.numbered.rank[0], below.numbered.rank[0]
        if last - first < 2:
            continue
        for one in seen[above.at + 1 : below.at]:
            fits = [n for n in one.numbered if len(n.rank) == 1 and first < n.rank[0] < last]
            if fits and one.at not in contents and one.line.list_kind is None and _is_heading(one, fits[0], seen):
                added.append(Candidate(one.at, fits[0], 1.0))
                first = fits[0].rank[0]
    return Chain(tuple(sorted((*chain.links, *added), key=lambda one: one.at)), chain.weight)


def _is_heading(one: Seen, numbered: Numbered, seen: Sequence[Seen]) -> bool:
    title = numbered.title
    apart = one.line.blank_before > 0 or one.stands_apart
    above = seen[one.at - 1].flat if one.at else ""
    plain = not ends_sentence(title) and not ends_open(title) and title[:1].isupper() and not above.endswith(":")
    return apart and plain and (_followed(seen, one.at) or one.stands_apart)
