"""The clock of the program, set from outside: what happens at 13.24 happens at 13.24, however fast it is played."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.faults.home import ROOT

PLACE = ZoneInfo("Europe/Copenhagen")
MOVES_CLOCKS = Path(__file__).parent / "house_clock"


class Clock:
    """Tells the program how far its time of day is from ours; pauses and timers are left as they are."""

    def __init__(self, file: Path, begin: datetime) -> None:
        self._file = file
        self._begin = begin.replace(tzinfo=PLACE).timestamp()
        self.set_to(0)

    def set_to(self, minute: float) -> None:
        """From now on it is so many minutes after the beginning, and goes on from there."""
        self._ahead = self._begin + minute * 60 - time.time()
        beside = self._file.with_suffix(".new")
        beside.write_text(f"{self._ahead:+.2f}", encoding="ascii")
        beside.replace(self._file)

    @property
    def minute(self) -> float:
        return (time.time() + self._ahead - self._begin) / 60

    def environment(self) -> dict[str, str]:
        return {"HOUSE_CLOCK": str(self._file), "PYTHONPATH": f"{MOVES_CLOCKS}:{ROOT}", "TZ": PLACE.key}
