"""The sections that a house prints, told from a document of it: their order, labels and colons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from referatdesk.documents.reading.draft import Draft, DraftSection
from referatdesk.domain.boards import SectionForm
from referatdesk.domain.codes import SectionKind
from referatdesk.services.intake.read_dates import label_pattern

_DECIDING = frozenset({SectionKind.MINUTES, SectionKind.DECISION})
_KINDS = list(SectionKind)
_Order = tuple[SectionKind, ...]


def section_forms(draft: Draft, base: Sequence[SectionForm], date_patterns: Sequence[str]) -> tuple[SectionForm, ...]:
    """The kinds that were read, in printed order; those that half of the items have stand ready in each.

    What the `base` prints besides is kept for items that will need it, but a document that decides in one section only
    is written in one pane, and one without lines of absentees prints none. An agenda decides nothing yet.
    """
    read = [_own(item.sections) for item in draft.all_items()]
    filled = [one for one in read if one]
    if not filled:
        return tuple(base)
    found = {kind: _form(kind, filled, date_patterns) for kind in _printed_order(filled)}
    if draft.is_agenda and not found.keys() & _DECIDING:
        ready = {form.kind for form in base if form.standard and form.kind in _DECIDING}
    else:
        ready = set()
    unread = [form for form in base if form.kind not in found and _is_kept(form.kind, found.keys())]
    colon = _has_colons(found.values())
    kept = [replace(form, colon=colon, standard=form.kind in ready) for form in unread]
    return _merged(list(found.values()), kept, [form.kind for form in base])


def _own(sections: Iterable[DraftSection]) -> tuple[DraftSection, ...]:
    """Without what other boards, or other meetings, decided."""
    return tuple(one for one in sections if not one.earlier)


def _is_kept(kind: SectionKind, found: Iterable[SectionKind]) -> bool:
    return kind is not SectionKind.ABSENTEES and not (kind in _DECIDING and _DECIDING & set(found))


def _has_colons(forms: Iterable[SectionForm]) -> bool:
    labelled = [form.colon for form in forms if form.label]
    return sum(labelled) * 2 > len(labelled)


def _printed_order(items: Sequence[Sequence[DraftSection]]) -> list[SectionKind]:
    """Of the sequences that are met most, longer ones first; what others have besides goes behind its neighbour."""
    counted = Counter(tuple(dict.fromkeys(section.kind for section in sections)) for sections in items)
    order: list[SectionKind] = []
    for sequence in sorted(counted, key=lambda one: -len(one) * counted[one]):
        _put_in(order, sequence)
    return order


def _put_in(order: list[SectionKind], sequence: _Order) -> None:
    for place, kind in enumerate(sequence):
        if kind in order:
            continue
        above = [order.index(one) + 1 for one in sequence[:place] if one in order]
        below = [order.index(one) for one in sequence[place + 1 :] if one in order]
        later = [at for at, one in enumerate(order) if _KINDS.index(one) > _KINDS.index(kind)]
        order.insert(above[-1] if above else min(below or later, default=len(order)), kind)


def _form(kind: SectionKind, items: Sequence[Sequence[DraftSection]], date_patterns: Sequence[str]) -> SectionForm:
    read = [section for sections in items for section in sections if section.kind is kind]
    forms = Counter(_as_printed(one, date_patterns) for one in read)
    labelled = {form: count for form, count in forms.items() if form.label}
    chosen = labelled if sum(labelled.values()) * 3 >= len(read) else forms
    best = max(chosen, key=lambda form: chosen[form])
    having = sum(any(section.kind is kind for section in sections) for sections in items)
    return replace(best, standard=kind in _DECIDING or having * 2 >= len(items))


def _as_printed(section: DraftSection, date_patterns: Sequence[str]) -> SectionForm:
    label = label_pattern(section, date_patterns) if section.label else None
    return SectionForm(section.kind, label, bool(label) and section.colon, bool(label) and section.inline)


def _merged(
    found: Sequence[SectionForm], kept: Sequence[SectionForm], base_order: Sequence[SectionKind]
) -> tuple[SectionForm, ...]:
    """Each form of the base behind the last that stands before it there."""
    merged = list(found)
    for form in kept:
        before = set(base_order[: base_order.index(form.kind)])
        places = [place + 1 for place, one in enumerate(merged) if one.kind in before]
        merged.insert(max(places, default=0), form)
    return tuple(merged)
