"""What a template is filled with: named values and repeats, with nothing of where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from referatdesk.domain.richtext import Blocks

Value = str | Blocks | None
"""Plain words or rich text; None, "" and text without a word are all empty and leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The fields known at one place of the template, by the names of the vocabulary, and the scopes repeated there.

    `record` is the id of what the fields tell of (meeting, item, section …): a review copy is read back by it.
    `style` names the style of the template in which its texts are set, where the template has it.
    """

    fields: Mapping[str, Value]
    repeats: Mapping[str, Sequence[Scope]] = field(default_factory=dict)
    record: str = ""
    style: str = ""


class Identity(Enum):
    """What an output tells of its fields: nothing (for publication), hidden bookmarks (a review copy for LibreOffice),
    or controls and bookmarks (a review copy for Word).
    """

    NONE = "none"
    BOOKMARKS = "bookmarks"
    CONTROLS = "controls"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """The bytes of a picture, and what they are ("image/png")."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself. `created` is given, not read from the clock: equal values give equal bytes."""

    title: str
    subject: str = ""
    created: datetime | None = None
    status: str = ""
