"""What was asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Given(msgspec.Struct, frozen=True):
    """What was asked for. Without a command it is the window."""

    command: str | None = None
    action: str = ""
    archive: Path | None = None
    phrase_file: Path | None = None
    example: bool = False
    source: str = ""
    as_json: bool = False
    doubts: bool = False
    meeting: str = ""
    template: str | None = None
    to: Path | None = None
    force: bool = False
    kind: str | None = None
    escrow_to: Path | None = None
    escrow: Path | None = None
    new_phrase: bool = False
