"""The house styles that come with the program."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from referatdesk.config.places import resource
from referatdesk.domain.boards import HouseStyle
from referatdesk.storage.codec import from_data

STANDARD_STYLE = "sagsfremstilling"
"""What a new board prints in when nothing tells another style."""


def builtin_styles() -> list[HouseStyle]:
    """Every style in the resources, the standard one first; the slug is the id of the built-in record."""
    paths = sorted(resource("house_styles").glob("*.json"), key=lambda path: (path.stem != STANDARD_STYLE, path.stem))
    return [_read(path) for path in paths]


def builtin_style(slug: str) -> HouseStyle:
    """The style of that slug; raises LookupError where there is none."""
    found = next((style for style in builtin_styles() if style.id == slug), None)
    if found is None:
        raise LookupError(slug)
    return found


@cache
def _read(path: Path) -> HouseStyle:
    return from_data(json.loads(path.read_text(encoding="utf-8")) | {"id": path.stem}, HouseStyle)
