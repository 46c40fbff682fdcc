"""Which lines open an item, a part of an item or a theme, and which are the list of contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.layout.agenda_list import agenda_list, with_titles
from referatdesk.documents.reading.layout.chains import Chain
from referatdesk.documents.reading.layout.contents import Title, comparable, contents_lines
from referatdesk.documents.reading.layout.gaps import gap_chain, gap_titles
from referatdesk.documents.reading.layout.lone import lone_opening
from referatdesk.documents.reading.layout.looks import LookChain, cycle_chain, isolated_chain, look_chain
from referatdesk.documents.reading.layout.numbering import filled, numbered_chain
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.seen import OPENS_ITEM, Seen
from referatdesk.documents.reading.layout.subitems import sub_openings
from referatdesk.documents.reading.layout.themes import theme_lines
from referatdesk.documents.reading.parts import Part


@dataclass(frozen=True, slots=True)
class Outline:
    """The openings in order; `form` names what the headings of the items have in common ("punkt signed", "style 1")."""

    openings: tuple[Opening, ...]
    themes: tuple[int, ...]
    contents: frozenset[int]
    form: str
    listed: Mapping[str, str] = field(default_factory=dict)
    """The titles that a list at the top has for the numbers of the items."""
    sure: bool = True
    """Whether anything showed where items begin; else all text is taken for one."""

    @property
    def first(self) -> int | None:
        """Where the head of the document ends."""
        starts = [*(one.at for one in self.openings[:1]), *self.themes[:1]]
        return min(starts, default=None)


def outline_of(seen: Sequence[Seen]) -> Outline:
    contents = _contents(seen)
    found, form = _headings(seen, contents)
    found += [_said(one) for one in seen if one.said in OPENS_ITEM and one.at not in {o.at for o in found}]
    sure = bool(found)
    found = found or lone_opening(seen, contents)
    found.sort(key=lambda one: one.at)
    listed = agenda_list(seen, found, contents)
    contents |= listed.places
    found = with_titles(found, listed, seen)
    taken = contents | {one.at for one in found}
    found = sorted((*found, *sub_openings(seen, found, taken)), key=lambda one: one.at)
    found = [replace(one, depth=1) if seen[one.at].said is Part.SUBITEM else one for one in found]
    themes = theme_lines(seen, found, contents)
    openings = tuple(one for one in found if one.at not in themes)
    return Outline(openings, themes, contents, form, listed.titles, sure)


def _contents(seen: Sequence[Seen]) -> frozenset[int]:
    titles = {
        one.at: Title(numbered.figure, comparable(numbered.title))
        for one in seen
        for numbered in one.numbered[:1]
        if one.line.list_kind is None
    }
    contents = contents_lines([one.line for one in seen], titles) | {
        one.at for one in seen if one.said is Part.CONTENTS
    }
    return contents - {one.at for one in seen if one.said in OPENS_ITEM}


def _headings(seen: Sequence[Seen], contents: frozenset[int]) -> tuple[list[Opening], str]:
    """The headings of the items in the form that most speaks for, and the name of that form."""
    chain = numbered_chain(seen, contents)
    look = _best_look(seen, contents, chain)
    shared = {one.at for one in chain.links} & set(look.places)
    if chain.links and (chain.weight >= look.weight * 0.6 or len(shared) * 2 > len(look.places) or not look.places):
        chain = filled(chain, seen, contents)
        found = [Opening.numbered(one.at, one.numbered) for one in chain.links]
        found += _unnumbered(seen, contents, found)
        return [*found, *_beside(seen, contents, found)], chain.links[0].numbered.form
    return [_looked(seen[at]) for at in look.places], look.look


def _best_look(seen: Sequence[Seen], contents: frozenset[int], chain: Chain) -> LookChain:
    look = look_chain(seen, contents)
    if len(chain.links) > 2 or look.weight >= 4 or any(one.numbered.form.endswith("signed") for one in chain.links):
        return look
    cycle = cycle_chain(seen, contents)
    isolated = isolated_chain(seen, contents)
    gaps = gap_chain(seen, contents)
    if len(gaps.places) > max(len(cycle.places), len(isolated.places)) and gaps.weight > max(chain.weight, look.weight):
        return gaps
    if len(isolated.places) > len(cycle.places) and isolated.weight > max(chain.weight, look.weight):
        return isolated
    better = cycle.weight > max(chain.weight, look.weight) and len(cycle.places) > 1
    return cycle if better or not (chain.links or look.places) else look


def _looked(one: Seen) -> Opening:
    """A heading known by its look; a number in front is its number all the same."""
    numbered = next((n for n in one.numbered if n.signed), None)
    return Opening.titled(one.at, one.flat) if numbered is None else Opening.numbered(one.at, numbered)


def _said(one: Seen) -> Opening:
    opening = _looked(one)
    if not opening.figure and one.numbered:
        opening = Opening.numbered(one.at, one.numbered[0])
    return replace(opening, depth=1 if one.said is Part.SUBITEM else 0)


def _unnumbered(seen: Sequence[Seen], contents: frozenset[int], found: Sequence[Opening]) -> list[Opening]:
    """Headings without a number among those that have one: set just as they are, or named in the list of contents."""
    taken = contents | {one.at for one in found}
    levels = {seen[one.at].line.heading for one in found} - {None}
    keys = [comparable(one.title) for one in found]
    entries = {comparable(seen[at].flat) for at in contents} - {""}
    free = {entry for entry in entries if not any(key.startswith(entry) or entry.endswith(key) for key in keys if key)}
    return [
        Opening.titled(one.at, one.flat)
        for one in seen
        if one.at > found[0].at and one.at not in taken and one.said is None and _is_unnumbered(one, levels, free)
    ]


def _beside(seen: Sequence[Seen], contents: frozenset[int], found: Sequence[Opening]) -> list[Opening]:
    """Headings without a number, or with one out of turn, set just as the others: after an empty line, or in bold."""
    starts = {one.at for one in found}
    forms = {numbered.form for one in found for numbered in seen[one.at].numbered if numbered.figure == one.figure}
    taken = {one.rank for one in found}
    beside: list[Opening] = []
    for at in gap_titles(seen, contents, starts):
        free = (n for n in seen[at].numbered if n.form in forms and n.rank not in taken)
        numbered = next(free, None)
        beside.append(Opening.titled(at, seen[at].flat) if numbered is None else Opening.numbered(at, numbered))
    return beside


def _is_unnumbered(one: Seen, levels: set[int | None], entries: set[str]) -> bool:
    if one.line.list_kind is not None or one.line.table is not None or one.label is not None or one.fact is not None:
        return False
    if levels and one.line.heading in levels:
        return not one.flat[:1].islower()
    return one.line.blank_before > 0 and comparable(one.flat) in entries
