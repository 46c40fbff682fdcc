"""What was asked for on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Given:
    """What was asked for. Without a command it is the window."""

    command: str | None = None
    archive: Path | None = None
    example: bool = False
    source: str = ""
    as_json: bool = False
    doubts: bool = False
    meeting: str = ""
    template: str | None = None
    to: Path | None = None
    force: bool = False
