"""Today's shares of what is read in each document, kept in floors.json; reading may only become better.

.venv/bin/python tests/documents/minutes/floors.py      raises the floors to what the reader reaches
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[2]))

from referatdesk.documents.reading.draft import Draft  # noqa: E402 - run as a program it finds itself
from referatdesk.documents.reading.formats.files import read_source  # noqa: E402 - as above
from referatdesk.documents.reading.reader import draft_of  # noqa: E402 - as above
from referatdesk.documents.reading.source import SourceText  # noqa: E402 - as above
from referatdesk.domain.records import RecordSet  # noqa: E402 - as above
from referatdesk.services.intake.answers import Answers  # noqa: E402 - as above
from referatdesk.services.intake.importing import draft_to_change  # noqa: E402 - as above
from referatdesk.services.intake.neutral import neutral  # noqa: E402 - as above
from referatdesk.storage.codec import to_data  # noqa: E402 - as above
from tests.documents.minutes.comparison import compared  # noqa: E402 - as above

KEPT = HERE / "floors.json"
Floors = dict[str, dict[str, float]]


def printed_files() -> list[Path]:
    """Every document of which there is a truth, in every form it comes in."""
    return [path for path in sorted(HERE.iterdir()) if path.suffix in {".txt", ".docx"}]


def floors() -> Floors:
    return json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}


@cache
def read(path: Path) -> tuple[SourceText, Draft]:
    """Once for all tests."""
    source = read_source(path)
    return source, draft_of(source)


def reached(path: Path) -> dict[str, float]:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    source, draft = read(path)
    change, _meeting_id = draft_to_change(RecordSet([]), draft, answers=Answers(board_name="Rådet"), source=source)
    kept = [to_data(pair.after) for pair in change.pairs]
    return compared(truth, neutral(draft), path.with_suffix(".txt").read_text(encoding="utf-8"), kept)


def raised(old: Floors) -> Floors:
    return {path.name: _higher(reached(path), old.get(path.name, {})) for path in printed_files()}


def _higher(now: dict[str, float], before: dict[str, float]) -> dict[str, float]:
    return {part: max(share, before.get(part, 0.0)) for part, share in now.items()}


if __name__ == "__main__":
    lines = (f' "{name}": {json.dumps(shares)}' for name, shares in raised(floors()).items())
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
