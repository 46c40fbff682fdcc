"""The house styles that come with the program."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from referatdesk.config.places import resource
from referatdesk.domain.boards import HouseStyle
from referatdesk.storage.codec import from_data


def builtin_styles() -> list[HouseStyle]:
    """Every style in the resources, by slug; the slug is the id of the built-in record."""
    return [_read(path) for path in sorted(resource("house_styles").glob("*.json"))]


def builtin_style(slug: str) -> HouseStyle:
    """The style of that slug; raises LookupError where there is none."""
    found = next((style for style in builtin_styles() if style.id == slug), None)
    if found is None:
        raise LookupError(slug)
    return found


@cache
def _read(path: Path) -> HouseStyle:
    return from_data(json.loads(path.read_text(encoding="utf-8")) | {"id": path.stem}, HouseStyle)
