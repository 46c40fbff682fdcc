"""The item's decision with the lines that the program writes into its text: of votes, and of what was entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from referatdesk.domain.changes import Pair, altered
from referatdesk.domain.decisions import Decision
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Blocks
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.decision.linked_words import place_of, put_in, rewritten
from referatdesk.services.item.texts import ensure_section
from referatdesk.services.lookup import style_of_item


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision as it is stored (None: not yet) and as it is to be, with the text that holds its words."""

    stored: Decision | None
    decision: Decision
    stored_text: ItemText
    text: ItemText

    @property
    def blocks(self) -> Blocks:
        section = self.text.section(self.decision.section_id)
        return section.blocks if section else ()

    def place_of(self, lines: Sequence[str]) -> int | None:
        return place_of(self.blocks, lines)

    def with_new(self, lines: Sequence[str], at: int | None = None) -> Decided:
        """With more lines, last or at that place."""
        if not lines:
            return self
        above = self.blocks if at is None else self.blocks[:at]
        below = () if at is None else self.blocks[at:]
        return self.having((*put_in(above, lines, first=False), *below))

    def with_other(self, lines: Sequence[str], new: Sequence[str]) -> Decided:
        """With other lines in place of these; as it is where these were edited by hand."""
        return self.having(rewritten(self.blocks, lines, new))

    def having(self, blocks: Blocks) -> Decided:
        """With another text."""
        sections = tuple(
            replace(section, blocks=blocks) if section.id == self.decision.section_id else section
            for section in self.text.sections
        )
        return replace(self, text=replace(self.text, sections=sections))

    def pairs(self) -> tuple[Pair, ...]:
        own = altered([(self.stored, self.decision)]) if self.stored else (Pair(None, self.decision),)
        return (*altered([(self.stored_text, self.text)]), *own)


def decided(records: Records, item_id: str) -> Decided:
    """The decision of the board that meets; one is begun, with its section, where there is none."""
    stored, text = own_decision(records, item_id), records.text(item_id)
    if stored is not None:
        return Decided(stored, stored, text, text)
    change, section_id = ensure_section(records, item_id, style_of_item(records, item_id).decision_kind)
    new = Decision(
        id=new_id(),
        meeting_id=records.get(AgendaItem, item_id).meeting_id,
        item_id=item_id,
        section_id=section_id,
    )
    made = next((pair.after for pair in change.pairs if isinstance(pair.after, ItemText)), text)
    return Decided(None, new, text, made)
