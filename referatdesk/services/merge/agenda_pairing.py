"""Which item of a revised agenda is which item of the meeting, and what an agenda says of an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import Board
from referatdesk.domain.codes import Access, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Meeting, Section, Theme
from referatdesk.domain.records import Records, RecordSet, board_of, style_of
from referatdesk.domain.richtext import is_blank, plain_text
from referatdesk.services.intake.head import Around
from referatdesk.services.intake.items import read_agenda
from referatdesk.services.intake.likeness import folded
from referatdesk.services.lookup import items_of, people_of
from referatdesk.services.order import by_sort
from referatdesk.services.wording.items import item_title, theme_line

WRITTEN_LIVE = frozenset({SectionKind.MINUTES, SectionKind.DECISION, SectionKind.ABSENTEES})
"""What is written at the meeting; an agenda never touches it."""
SAME_TITLE = 80.0
"""Of 100: above it two titles are one that was reworded."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """`revised` are the records that the revised agenda would make, `stored` those that the meeting has.

    `stood` has the stored item by the id of the revised one that is the same item.
    """

    revised: RecordSet
    stored: Records
    meeting: Meeting
    stood: Mapping[str, AgendaItem]

    @property
    def revised_items(self) -> list[AgendaItem]:
        """In printed order."""
        return in_order(self.revised.all(AgendaItem))

    @property
    def stored_items(self) -> list[AgendaItem]:
        return in_order(items_of(self.stored, self.meeting.id))

    def standing_id(self, revised_id: str | None) -> str | None:
        """The id under which a revised item stands in the meeting; its own where it is new."""
        if revised_id is None:
            return None
        return self.stood[revised_id].id if revised_id in self.stood else revised_id


def paired(records: Records, meeting_id: str, draft: Draft) -> Pairing:
    meeting = records.get(Meeting, meeting_id)
    board = board_of(records, meeting)
    people = tuple(people_of(records, meeting_id))
    known = tuple(records.all(Meeting)), tuple(records.all(Board))
    around = Around(meeting, board, style_of(records, meeting), people, True, *known)
    revised = RecordSet(read_agenda(draft, around).records)
    stored = in_order(items_of(records, meeting_id))
    return Pairing(revised, records, meeting, matched(in_order(revised.all(AgendaItem)), stored))


def matched(revised: Sequence[AgendaItem], stored: Sequence[AgendaItem]) -> dict[str, AgendaItem]:
    """The stored item by the id of the revised one that is the same: by the number of the case, then by equal titles,
    then by the most alike; each item once."""
    found: dict[str, AgendaItem] = {}
    left = list(stored)
    for same in (_same_case, _same_title):
        for item in revised:
            match = next((one for one in left if same(item, one)), None) if item.id not in found else None
            if match is not None:
                found[item.id] = match
                left.remove(match)
    open_items = [item for item in revised if item.id not in found]
    scored = [(_likeness(item, one), item.id, one) for item in open_items for one in left]
    for score, item_id, one in sorted(scored, key=lambda each: -each[0]):
        if score >= SAME_TITLE and item_id not in found and one in left:
            found[item_id] = one
            left.remove(one)
    return found


def _same_case(one: AgendaItem, other: AgendaItem) -> bool:
    return one.case_no is not None and one.case_no == other.case_no and _likeness(one, other) >= SAME_TITLE / 2


def _same_title(one: AgendaItem, other: AgendaItem) -> bool:
    return folded(one.title) == folded(other.title)


def _likeness(one: AgendaItem, other: AgendaItem) -> float:
    return fuzz.token_sort_ratio(folded(one.title), folded(other.title))


def agenda_text(records: Records, item: AgendaItem) -> str:
    """All that an agenda says of an item, a line for each part; two items that say the same have the same text."""
    theme = records.find(Theme, item.theme_id) if item.theme_id else None
    closed = item.access if item.access is not Access.OPEN else None
    facts = [
        theme_line(theme) if theme else None,
        item_title(item),
        item.case_no,
        item.treatment,
        closed,
        *(one.raw for one in item.presenters),
    ]
    lines = [str(fact) for fact in facts if fact]
    for section in agenda_sections(records, item.id):
        if not is_blank(section.blocks):
            lines += [section.label or "", plain_text(section.blocks)]
    papers = [one.raw or one.title for one in papers_of(records, item.id)]
    return "\n".join(line for line in (*lines, *papers) if line)


def agenda_sections(records: Records, item_id: str) -> tuple[Section, ...]:
    return tuple(one for one in records.text(item_id).sections if one.kind not in WRITTEN_LIVE)


def papers_of(records: Records, item_id: str) -> list[Attachment]:
    """Those listed."""
    return by_sort(one for one in records.all(Attachment) if one.item_id == item_id and not one.mentioned_only)


def has_notes(records: Records, item_id: str) -> bool:
    """Whether anything was written at the meeting."""
    return any(one.kind in WRITTEN_LIVE and not is_blank(one.blocks) for one in records.text(item_id).sections)
