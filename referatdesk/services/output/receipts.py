"""What a publication does without and what it was searched for: told before it is written, and kept with its hash.

A receipt holds numbers of items and counts, never a word of the meeting. It is found again by the file itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config.places import receipts_file
from referatdesk.config.written import Remembered
from referatdesk.domain.personal_data import Private
from referatdesk.domain.records import Records
from referatdesk.services.errors import UserError
from referatdesk.services.public.search import wanted
from referatdesk.services.public.version import LeftOut, public_version
from referatdesk.storage.codec import DataError, from_json, to_json

if TYPE_CHECKING:
    from referatdesk.services.output.exporting import Export


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a public version would do without. `also_open` are sentences of closed items that stand in open ones too."""

    left_out: LeftOut
    also_open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`at` is when the file was made; `sentences` were looked for in it, and none of them found."""

    at: str
    sha256: str
    items: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    attachments: int = 0
    people: int = 0
    details: int = 0
    private: dict[Private, int] = field(default_factory=dict)
    also_open: int = 0
    sentences: int = 0


def forecast(records: Records, meeting_id: str) -> Forecast:
    return Forecast(public_version(records, meeting_id).left_out, wanted(records, meeting_id).also_open)


def keep_receipt(job: Export, content: bytes) -> None:
    """Notes what was left out of a file that was searched, under its hash; nothing for a copy for review."""
    if job.forecast is None or job.wanted is None:
        return
    left = job.forecast.left_out
    receipt = Receipt(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        sha256=hashlib.sha256(content).hexdigest(),
        items=left.items,
        titled=left.titled,
        attachments=left.attachments,
        people=left.people,
        details=left.details,
        private=dict(left.private),
        also_open=job.forecast.also_open,
        sentences=len(job.wanted.closed),
    )
    Remembered(receipts_file()).put(receipt.sha256, to_json(receipt).decode())


def receipt_of(path: Path) -> Receipt | None:
    """The receipt of a file as it is now; None for one that was not published from here, or was changed since.

    Raises UserError "file.unreadable".
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UserError("file.unreadable", path=path) from error
    try:
        return from_json(Remembered(receipts_file()).get(digest), Receipt)
    except (DataError, ValueError):
        return None
