"""Opening archives: the list of 20,000 meetings against that of 10, a meeting of 500 items against its raw columns."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlite

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.archive.workspace import Workspace
from tests.benchmarks import material
from tests.benchmarks.report import Ratio, ratio_of

ROUNDS, QUICK_ROUNDS = 9, 101
MORE_IS_FINE_MS = 5


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        yield _lists(Path(folder) / "few.referatdesk", Path(folder) / "many.referatdesk")
        yield _agenda(Path(folder) / "long.referatdesk")


def _lists(small: Path, large: Path) -> Ratio:
    material.archive(small, 10)
    material.archive(large, 20_000)
    many, few = _interleaved(lambda: _list(large), lambda: _list(small), ROUNDS)
    ratio = ratio_of("list: 20,000 meetings against 10", many, few, 1.2)
    if ratio.value > 1.2 and median(many) - median(few) <= MORE_IS_FINE_MS:
        return Ratio(ratio.name, ratio.value, None, f"{ratio.detail} met: not {MORE_IS_FINE_MS} ms more")
    return ratio


def _list(path: Path) -> None:
    workspace = Workspace.open(path, material.at_once)
    assert list(workspace.meeting_rows())
    workspace.close()


def _agenda(path: Path) -> Ratio:
    """Raw is a bare connection to a copy, open all the while, as ours is."""
    meeting_id = material.archive(path, 3, items=500, words=12)
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    columns = ", ".join(AgendaItem.__dataclass_fields__)
    question = f"SELECT {columns} FROM agenda_item WHERE meeting_id = ? ORDER BY sort"  # noqa: S608 - own names
    workspace = Workspace.open(path, material.at_once)
    connection = sqlite.connect(str(copy))

    def ours() -> None:
        workspace.open_meeting(meeting_id)
        assert len(workspace.all(AgendaItem)) == 500

    def raw() -> None:
        assert len(connection.execute(question, (meeting_id,)).fetchall()) == 500

    opened, read = _interleaved(ours, raw, QUICK_ROUNDS)
    connection.close()
    workspace.close()
    return ratio_of("meeting of 500 items opened, against raw columns", opened, read, 1.5)


def _interleaved(one: Callable[[], None], other: Callable[[], None], rounds: int) -> tuple[list[float], list[float]]:
    pairs = [(_milliseconds(one), _milliseconds(other)) for _ in range(rounds + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _milliseconds(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
