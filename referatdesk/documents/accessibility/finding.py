"""What a rule found, as a code with its place and data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Where(StrEnum):
    """The part of the document; FILE is what is true of it as a whole."""

    FILE = "file"
    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document: the part, the heading that it stands under, and the first words there or just before."""

    where: Where = Where.FILE
    heading: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    place: Place = Place()
    data: Mapping[str, object] = field(default_factory=dict)
