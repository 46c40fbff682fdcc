"""A revised agenda for a meeting that is planned already: the Change that takes over what is accepted of it.

Notes that were written are never touched: an item that has some is not taken away, it is marked as withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.changes import RECORD_TYPES, Change, Pair, Record, added, altered, removed
from referatdesk.domain.codes import ItemStatus
from referatdesk.domain.decisions import Attachment, Decision, ItemLink, MoneyAmount, Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting, Section, Theme
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import Records, style_of
from referatdesk.domain.richtext import Block, walk
from referatdesk.services.dependents import without_items
from referatdesk.services.intake.kept_files import Kept, Original, kept_original
from referatdesk.services.item.agenda_order import reordered
from referatdesk.services.item.points import following_text
from referatdesk.services.item.sections import placed
from referatdesk.services.lookup import below
from referatdesk.services.merge.agenda_difference import Difference, DifferenceKind
from referatdesk.services.merge.agenda_differences import differences, new_and_changed, with_head
from referatdesk.services.merge.agenda_pairing import WRITTEN_LIVE, Pairing, agenda_sections, paired, papers_of
from referatdesk.services.merge.agenda_people import people_pairs
from referatdesk.services.order import closed_up

__all__ = ["Difference", "DifferenceKind", "differences", "merge"]

_TAKEN_OVER = ("title", "title_prefix", "title_colon", "case_no", "case_no_raw", "treatment", "access", "presenters")


def merge(
    records: Records,
    meeting_id: str,
    draft: Draft,
    accepted: Collection[Difference],
    original: Original | None = None,
) -> Change:
    """Takes over what was accepted of `differences`; everything else stays as it is.

    With anything of it the `original` comes in, so that the archive knows that it was read.
    """
    meeting = records.get(Meeting, meeting_id)
    pairing = paired(records, meeting_id, draft)
    agenda = _Merged(pairing, accepted)
    head = altered([(meeting, with_head(meeting, draft))]) if agenda.takes_head else ()
    people = people_pairs(records, meeting_id, draft, accepted)
    pairs = (*head, *people, *agenda.pairs())
    file = _new_file(records, meeting_id, original) if pairs and original else Kept()
    return Change("agenda.merge", (*pairs, *added(*file.records)), meeting.title or "", contents=file.contents)


def _new_file(records: Records, meeting_id: str, original: Original) -> Kept:
    known = {file.sha256 for file in records.all(SourceFile) if file.meeting_id == meeting_id}
    return Kept() if original.sha256 in known else kept_original(original, meeting_id)


def new_items(pairing: Pairing) -> tuple[Pair, ...]:
    """Puts the items that only the revised text has in among those that stand, with all that hangs on them."""
    return _Merged(pairing, [one for one in new_and_changed(pairing) if one.kind is DifferenceKind.NEW]).pairs()


class _Merged:
    """The agenda as it will be."""

    def __init__(self, pairing: Pairing, accepted: Collection[Difference]) -> None:
        self._pairing = pairing
        self._accepted = accepted
        self.takes_head = any(one.kind is DifferenceKind.HEAD for one in accepted)
        self._new = self._accepted_new()
        self._gone, self._withdrawn = self._parted_from()
        changed = self._ids(DifferenceKind.CHANGED)
        rewritten = {item.id for item in pairing.revised_items if pairing.standing_id(item.id) in changed}
        self._theme_ids, self._new_themes = _themes(pairing, rewritten | set(self._new))

    def _ids(self, kind: DifferenceKind) -> set[str]:
        return {one.item_id for one in self._accepted if one.kind is kind and one.item_id is not None}

    def _accepted_new(self) -> dict[str, AgendaItem]:
        """New items by id; one is known again by its title and text, since every reading makes its own ids."""
        wanted = {(one.place, one.title) for one in self._accepted if one.kind is DifferenceKind.NEW}
        listed = enumerate(self._pairing.revised_items)
        return {item.id: item for place, item in listed if (place, item.title) in wanted}

    def _parted_from(self) -> tuple[list[AgendaItem], set[str]]:
        """Those taken away, sub-items after their parents, and the ids of those that are only marked."""
        chosen = self._ids(DifferenceKind.REMOVED)
        noted = {one.item_id for one in self._accepted if one.has_notes}
        stored = [item for item in self._pairing.stored_items if item.id in chosen]
        gone = {
            item.id
            for item in stored
            if item.id not in noted and all(one.id in chosen - noted for one in below(self._pairing.stored, item))
        }
        return [item for item in stored if item.id in gone], chosen - gone

    def pairs(self) -> tuple[Pair, ...]:
        stored = {item.id: item for item in self._pairing.stored_items}
        after = self._items_after(stored)
        fresh = [item for item in after.values() if item.id not in stored]
        kept = altered((stored[item.id], item) for item in after.values() if item.id in stored)
        return (
            *added(*self._new_themes, *fresh),
            *kept,
            *added(*(record for item in fresh for record in self._hanging_on(item))),
            *self._rewritten(),
            *without_items(self._pairing.stored, self._gone),
        )

    def _items_after(self, stored: Mapping[str, AgendaItem]) -> dict[str, AgendaItem]:
        gone = {item.id for item in self._gone}
        after = {item.id: self._taken_over(item) for item in stored.values() if item.id not in gone}
        moved = self._ids(DifferenceKind.MOVED)
        for item in self._pairing.revised_items:
            standing = self._pairing.standing_id(item.id) or ""
            if item.id in self._new:
                theme = self._theme_ids.get(item.theme_id or "")
                after[item.id] = replace(item, parent_id=self._parent(item, after), theme_id=theme)
            elif standing in moved and standing in after:
                after[standing] = replace(after[standing], parent_id=self._parent(item, after))
        return self._in_order(after, moved | set(self._new))

    def _parent(self, item: AgendaItem, after: Mapping[str, AgendaItem]) -> str | None:
        """Where a revised item stands in the meeting; at the top where its parent was not taken over."""
        standing = self._pairing.standing_id(item.parent_id)
        return standing if standing in after else None

    def _taken_over(self, item: AgendaItem) -> AgendaItem:
        if item.id in self._withdrawn:
            return replace(item, status=ItemStatus.WITHDRAWN)
        if item.id not in self._ids(DifferenceKind.CHANGED):
            return item
        revised = next(one for one in self._pairing.revised_items if self._pairing.standing_id(one.id) == item.id)
        theme = self._theme_ids.get(revised.theme_id or "")
        return replace(item, theme_id=theme, **{name: getattr(revised, name) for name in _TAKEN_OVER})

    def _in_order(self, after: dict[str, AgendaItem], movers: Collection[str]) -> dict[str, AgendaItem]:
        wanted = [self._pairing.standing_id(item.id) or "" for item in self._pairing.revised_items]
        for parent_id in {item.parent_id for item in after.values()}:
            own = sorted((item for item in after.values() if item.parent_id == parent_id), key=lambda one: one.sort)
            ids = [item.id for item in own]
            order = reordered(ids, [one for one in wanted if one in set(ids)], set(movers) & set(ids))
            for place, item_id in enumerate(order):
                after[item_id] = replace(after[item_id], sort=place)
        return after

    def _hanging_on(self, item: AgendaItem) -> Iterator[Record]:
        """Everything of a new item; links go to where their goals stand."""
        votes = {one.id for one in self._pairing.revised.all(Vote) if one.item_id == item.id}
        for kind in RECORD_TYPES:
            for record in self._pairing.revised.all(kind):
                if isinstance(record, ItemLink) and record.item_id == item.id:
                    yield replace(record, to_item_id=self._goal(record.to_item_id))
                elif isinstance(record, VoteCast):
                    yield from (record,) if record.vote_id in votes else ()
                elif (record.id if isinstance(record, ItemText) else getattr(record, "item_id", None)) == item.id:
                    yield record

    def _goal(self, item_id: str | None) -> str | None:
        return self._pairing.standing_id(item_id) if item_id in self._new or item_id in self._pairing.stood else None

    def _rewritten(self) -> Iterator[Pair]:
        changed = self._ids(DifferenceKind.CHANGED)
        for item in self._pairing.revised_items:
            stood = self._pairing.stood.get(item.id)
            if stood is not None and stood.id in changed:
                yield from _text_pairs(self._pairing, item, stood)
                yield from _paper_pairs(self._pairing, item, stood)


def _themes(pairing: Pairing, taken: Collection[str]) -> tuple[dict[str, str], list[Theme]]:
    """The ids of the meeting's themes by those of the revised ones, and those to be added for the items taken over."""
    by_title = {one.title: one.id for one in pairing.stored.all(Theme) if one.meeting_id == pairing.meeting.id}
    used = {item.theme_id for item in pairing.revised_items if item.id in taken}
    fresh = [one for one in pairing.revised.all(Theme) if one.title not in by_title and one.id in used]
    return {one.id: by_title.get(one.title, one.id) for one in pairing.revised.all(Theme)}, fresh


def _text_pairs(pairing: Pairing, revised: AgendaItem, stood: AgendaItem) -> tuple[Pair, ...]:
    """The sections of the agenda as they are revised, those written at the meeting as they stand."""
    before = pairing.stored.text(stood.id)
    sections = tuple(_with_known_blocks(one, before) for one in agenda_sections(pairing.revised, revised.id))
    style = style_of(pairing.stored, pairing.meeting)
    decided = {one.section_id for one in pairing.stored.all(Decision) if one.item_id == stood.id}
    for live in before.sections:
        if live.kind in WRITTEN_LIVE or live.id in decided - {section.id for section in sections}:
            sections = placed(sections, live, style)
    after = replace(before, sections=sections)
    blocks = {block.id for section in sections for block in walk(section.blocks)}
    known = {block.id for section in before.sections for block in walk(section.blocks)}
    amounts = [
        replace(one, item_id=stood.id)
        for one in pairing.revised.all(MoneyAmount)
        if one.item_id == revised.id and one.block_id in blocks - known
    ]
    return (*altered([(before, after)]), *following_text(pairing.stored, after), *added(*amounts))


def _with_known_blocks(section: Section, text: ItemText) -> Section:
    """The section under the id that it has, its blocks too where they say the same, so that points keep theirs."""
    stood = next((one for one in text.sections if (one.kind, one.label) == (section.kind, section.label)), None)
    if stood is None:
        return section
    left = list(stood.blocks)
    return replace(section, id=stood.id, blocks=tuple(_known(block, left) for block in section.blocks))


def _known(block: Block, left: list[Block]) -> Block:
    same = next((one for one in left if (one.kind, one.level, one.text) == (block.kind, block.level, block.text)), None)
    if same is None:
        return block
    left.remove(same)
    return same


def _paper_pairs(pairing: Pairing, revised: AgendaItem, stood: AgendaItem) -> tuple[Pair, ...]:
    """The papers as they are listed now; one that is listed still is the same record."""
    left = papers_of(pairing.stored, stood.id)
    ordered: list[Attachment] = []
    for paper in papers_of(pairing.revised, revised.id):
        known = next((one for one in left if one.title == paper.title), None)
        if known is not None:
            left.remove(known)
        ordered.append(known or replace(paper, item_id=stood.id))
    stored = papers_of(pairing.stored, stood.id)
    return (*removed(*left), *closed_up(ordered, [one for one in stored if one not in left]))
