"""An archive of every version that was ever released, with content, opens for ever.

`python -m tests.storage.test_stored_archives` stores one of the present version where there is none yet.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import RECORD_TYPES, added
from referatdesk.domain.reading import SourceFile
from referatdesk.storage import contents
from referatdesk.storage.codec import indented, to_data, to_json
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.rows import table_name
from tests.services.fictional_archive import DOCUMENT
from tests.storage.test_opening import crashed
from tests.storage.trial import Trial, records

STORED = Path(__file__).parent / "archives"


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_stored_archive_opens_with_all_its_content(version, trial, archive_path):
    archive_path.parent.mkdir()
    shutil.copyfile(STORED / f"version-{version}.referatdesk", archive_path)
    written = json.loads((STORED / f"version-{version}.json").read_bytes())
    one = trial()
    for kind in RECORD_TYPES:
        read = {record.id: to_data(record) for record in one.stored(kind)}
        wanted = {record["id"]: record for record in written.get(table_name(kind), [])}
        assert read.keys() == wanted.keys()
        assert _holds(read, wanted)
    for file in one.stored(SourceFile):
        data = one.store.read(lambda connection, of=file: contents.content(connection, of.sha256))
        assert hashlib.sha256(data).hexdigest() == file.sha256
    one.store.prepare()
    one.write(one.store.last_seq + 1, [])
    assert one.store.flush(20)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_stored_archive_that_a_crash_left_half_written_opens_too(version, trial, archive_path):
    archive_path.parent.mkdir()
    shutil.copyfile(STORED / f"version-{version}.referatdesk", archive_path)
    crashed(archive_path)
    (board,) = [one for one in trial().stored(Board) if one.id == "board"]
    assert board.name == "Sundhedsråd Østfjord"


def _holds(read, wanted):
    """Whether all that was written is read; values that came later may stand beside it."""
    if isinstance(wanted, dict):
        return all(key in read and _holds(read[key], value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return len(read) == len(wanted) and all(map(_holds, read, wanted))
    return read == wanted


def store_present_version():
    path = STORED / f"version-{VERSION}.referatdesk"
    if path.exists():
        raise SystemExit(f"{path.name} is stored already")
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder) / path.name, Path(folder) / "data")
        trial.write(1, added(*records()), contents=(DOCUMENT,))
        trial.close()
        shutil.copyfile(trial.path, path)
    by_kind = {table_name(kind): [one for one in records() if type(one) is kind] for kind in RECORD_TYPES}
    path.with_suffix(".json").write_bytes(indented(to_json(by_kind)))


if __name__ == "__main__":
    store_present_version()
