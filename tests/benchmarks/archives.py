"""Opening archives: the list of 20,000 meetings against that of 10, a meeting of 500 items against its raw columns."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlite

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.workspace import Workspace
from tests.benchmarks import material
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS = 9


def measure() -> list[Ratio]:
    with TemporaryDirectory() as folder:
        small, large, long = (Path(folder) / f"{name}.referatdesk" for name in ("small", "large", "long"))
        material.archive(small, 10)
        material.archive(large, 20_000)
        meeting_id = material.archive(long, 3, items=500, words=12)
        few, many = _interleaved(lambda: _list(small), lambda: _list(large))
        list_ratio = ratio_of("list: 20,000 meetings against 10", many, few, 1.2)
        if median(many) - median(few) <= 5:
            list_ratio = Ratio(list_ratio.name, list_ratio.value, None, list_ratio.detail + " within 5 ms: met")
        workspace = Workspace.open(long, material.at_once)
        columns = list(AgendaItem.__dataclass_fields__)
        opened: list[float] = []

        def ours() -> None:
            workspace.close_meeting()
            workspace.open_meeting(meeting_id)
            workspace.all(AgendaItem)

        for _ in range(ROUNDS + 1):
            opened.append(_milliseconds(ours))
        workspace.close()
        connection = sqlite.connect(str(long))
        question = f"SELECT {', '.join(columns)} FROM agenda_item WHERE meeting_id = ? ORDER BY sort"  # noqa: S608
        raw = [_milliseconds(lambda: connection.execute(question, (meeting_id,)).fetchall()) for _ in range(ROUNDS + 1)]
        connection.close()
        return [list_ratio, ratio_of("meeting of 500 items opened, against raw columns", opened[1:], raw[1:], 1.5)]


def _list(path: Path) -> None:
    workspace = Workspace.open(path, material.at_once)
    assert list(workspace.meeting_rows())
    workspace.close()


def _interleaved(one: Callable[[], None], other: Callable[[], None]) -> tuple[list[float], list[float]]:
    pairs = [(_milliseconds(one), _milliseconds(other)) for _ in range(ROUNDS + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _milliseconds(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
