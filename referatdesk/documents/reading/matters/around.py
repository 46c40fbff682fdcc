"""What is known of the document around an item whose words are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.documents.reading.source import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersAround:
    """The meeting of the item: `date` is ISO text, `people` those of the head, `places` the lines of every block."""

    board: str | None = None
    date: str | None = None
    people: tuple[DraftPerson, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
