"""What every line of a document tells by itself, asked once: the label or fact that it is, and how it is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.facts import FactKind, ItemFact, item_fact
from referatdesk.documents.reading.layout.labels import PLAIN, Label, label_of
from referatdesk.documents.reading.layout.numbered import Numbered, numbered_forms
from referatdesk.documents.reading.layout.taught import Said
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.item_titles import is_standing_title
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.sentences import is_short_question, is_short_title, is_shouted

TITLE_LINES = 8
OPENS_ITEM = frozenset({Part.ITEM, Part.SUBITEM})


@dataclass(frozen=True, slots=True)
class Seen:
    """One line with its place among the lines. `said` is what the user said that it is."""

    at: int
    line: SourceParagraph
    flat: str
    label: Label | None
    fact: ItemFact | None
    numbered: tuple[Numbered, ...]
    said: Part | None = None

    @property
    def is_listed(self) -> bool:
        return self.line.list_kind is not None or (self.line.heading is None and typed_mark(self.line.text) is not None)

    @property
    def opens_text(self) -> bool:
        """Whether what only follows a heading stands here."""
        return self.label is not None or (self.fact is not None and self.fact.kind is not FactKind.TREATMENT)

    @property
    def is_presenter(self) -> bool:
        return self.fact is not None and self.fact.kind is FactKind.PRESENTER

    @property
    def is_titled(self) -> bool:
        """Whether the line could be a heading without a number."""
        plain = self.line.table is None and self.line.list_kind is None and self.label is None and self.fact is None
        built = is_short_title(self.flat.rstrip(":")) or is_short_question(self.flat) or is_standing_title(self.flat)
        return plain and built and self.line.picture is None and not self.line.contents

    @property
    def stands_apart(self) -> bool:
        """Whether it is set otherwise than text."""
        return bool(self.line.heading) or self.line.all_bold or is_shouted(self.flat)


def seen_of(lines: Sequence[SourceParagraph], said: Said) -> tuple[Seen, ...]:
    return tuple(_seen(at, line, said[at].part if at in said else None) for at, line in enumerate(lines))


def _seen(at: int, line: SourceParagraph, said: Part | None) -> Seen:
    flat = line.flat
    if said is not None and said not in OPENS_ITEM and said not in {Part.LABEL, Part.PRESENTER, Part.CASE, Part.THEME}:
        return Seen(at, line, flat, None, None, (), said)
    titles = is_title(flat) and (line.heading == 0 or at < TITLE_LINES)
    label = label_of(line, PLAIN)
    # "Referat af møde i … den …" over everything is the title; further down it may open a section.
    label = None if titles and label is not None and label.date is not None else label
    fact = item_fact(flat) if line.table is None and line.list_kind is None else None
    return Seen(at, line, flat, label, fact, numbered_forms(line) if said not in {Part.LABEL, Part.CASE} else (), said)
