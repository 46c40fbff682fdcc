"""What protection costs: a save in a protected archive against a plain one and the bare driver, and the start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlite

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.richtext import paragraph
from referatdesk.services.archive import protection, unlocking
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.archive.workspace import Workspace
from tests.benchmarks import material
from tests.benchmarks.probes import fake_keyring
from tests.benchmarks.report import Ratio, ratio_of
from tests.benchmarks.start import PROBES

SAVES, STARTS = 400, 15
PRAGMAS = ("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=1", "mmap_size=0")


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        plain, protected = Path(folder) / "plain.referatdesk", Path(folder) / "protected.referatdesk"
        meeting_id = material.archive(plain, meetings=40, items=30, words=4)
        shutil.copyfile(plain, protected)
        os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
        os.environ[fake_keyring.VARIABLE] = str(Path(folder) / "keyring.json")
        os.environ["REFERATDESK_HOME"] = folder
        protection.protect(protected, new := protection.prepared(Phrase.generate()))
        assert new.kept
        yield from _starts(plain, protected)
        yield from _saves(plain, protected, meeting_id)


def _saves(plain: Path, protected: Path, meeting_id: str) -> Iterator[Ratio]:
    with ExitStack() as ends:
        bare = _bare_saving(plain.with_name("bare"), plain, ends)
        savings = {
            "plain": _saving(plain, meeting_id, ends),
            "protected": _saving(protected, meeting_id, ends),
            "bare": bare,
        }
        times: dict[str, list[float]] = {name: [] for name in savings}
        for number in range(SAVES + 20):
            for name, save in savings.items():
                began = time.perf_counter()
                save(number)
                if number >= 20:
                    times[name].append((time.perf_counter() - began) * 1000)
    yield ratio_of("save: protected against plain", times["protected"], times["plain"], 1.5)
    yield ratio_of("save: protected against the bare driver", times["protected"], times["bare"], 3)


def _saving(path: Path, meeting_id: str, ends: ExitStack) -> Callable[[int], None]:
    """A change of one item's text, until it is on the disk."""
    workspace = Workspace.open(path, material.at_once)
    ends.callback(workspace.close)
    workspace.open_meeting(meeting_id)
    text = workspace.all(ItemText)[0]
    workspace.prepare()

    def save(number: int) -> None:
        nonlocal text
        section = replace(text.sections[0], blocks=(paragraph(material.SENTENCE * (number % 7 + 1)),))
        new = replace(text, sections=(section, *text.sections[1:]))
        workspace.apply(Change("text.edit", altered([(text, new)])))
        assert workspace.flush(10)
        text = new

    return save


def _bare_saving(path: Path, like: Path, ends: ExitStack) -> Callable[[int], None]:
    """The same row and an act as large, through the driver alone."""
    shutil.copyfile(like, path)
    connection = sqlite.connect(str(path), isolation_level=None)
    ends.callback(connection.close)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    (row,) = connection.execute("SELECT rowid FROM item_text LIMIT 1").fetchone()
    columns = [found[1] for found in connection.execute("PRAGMA table_info(journal)") if found[1] != "seq"]
    act = f"INSERT INTO journal ({', '.join(columns)}) SELECT {', '.join(columns)} FROM journal LIMIT 1"  # noqa: S608 - own names
    connection.execute("UPDATE journal SET content = substr(content, 1, 1500)")

    def save(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE item_text SET sections = ? WHERE rowid = ?", (material.SENTENCE * (number % 7 + 1), row)
        )
        connection.execute(act)
        connection.execute("COMMIT")

    return save


def _starts(plain: Path, protected: Path) -> Iterator[Ratio]:
    assert unlocking.is_protected(protected)
    times: dict[Path, list[float]] = {plain: [], protected: []}
    for round_ in range(STARTS + 1):
        for path, measured in times.items():
            seconds = _start(path)
            if round_:
                measured.append(seconds * 1000)
    yield ratio_of("start: key from a keyring, against a plain archive", times[protected], times[plain], 1.1)


def _start(path: Path) -> float:
    """Seconds from spawn to the painted window."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, str(PROBES / "our_window.py"), str(path)]
    started = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-2]) - started
