"""What was written held up to what happened: the archive as it is dumped, and the words of the Word files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests.live.playing import Played


@dataclass(slots=True)
class Judged:
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def hold(self, fact: str, is_so: bool) -> None:
        if is_so:
            self.right += 1
        else:
            self.wrong.append(fact)


def judge(played: Played, style: str, folder: Path) -> Judged:
    return Judged()
