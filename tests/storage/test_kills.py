"""A process that is killed while it writes leaves an archive that opens, is whole, and holds all that was durable."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from referatdesk.domain.changes import added, altered
from referatdesk.domain.meetings import Meeting
from referatdesk.storage.connection import check_integrity
from tests.services.fictional_archive import MEETING
from tests.storage.trial import Trial, records

KILLS = 8


def title(number):
    return f"Møde {number} " + "i Klitved " * (number % 7 * 100)


def write_until_killed(path, folder):
    """Writes on and on; every number that is printed was durable."""
    trial = Trial(Path(path), Path(folder))
    (before,) = trial.stored(Meeting)
    seq = trial.store.last_seq
    while True:
        seq += 1
        after = replace(before, title=title(seq))
        trial.write(seq, altered([(before, after)]))
        before = after
        if seq % 5 == 0:
            while trial.next_told() != ("durable", seq):
                pass
            sys.stdout.write(f"{seq}\n")
            sys.stdout.flush()


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_durable_survives_a_kill(seed, trial, archive_path, tmp_path):
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    one.close()
    lines = random.Random(seed).randrange(1, 40)  # noqa: S311 - any moment will do
    start = "from tests.storage.test_kills import *; write_until_killed(*sys.argv[1:])"
    writing = subprocess.Popen(
        [sys.executable, "-c", start, archive_path, tmp_path / "data"], stdout=subprocess.PIPE, text=True
    )
    with writing:
        durable = [int(writing.stdout.readline()) for _ in range(lines)]
        writing.kill()
        durable += [int(line) for line in writing.stdout if line.endswith("\n")]
    again = trial()
    again.store.read(lambda connection: check_integrity(connection, archive_path))
    ((last,),) = again.ask("SELECT max(seq) FROM journal")
    assert last >= durable[-1]
    assert again.ask("SELECT count(*) FROM journal") == [(last,)]
    assert again.stored(Meeting) == [replace(MEETING, title=title(last))]
