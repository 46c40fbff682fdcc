"""Protected archives: the key reaches every connection, is never shown, and every copy is encrypted with it."""

import pickle

import pytest

from referatdesk.domain.changes import added
from referatdesk.domain.meetings import Meeting
from referatdesk.storage.connection import connect, connect_alone
from referatdesk.storage.creation import create_archive
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.keys import Key
from referatdesk.storage.opening import OpenArchive
from tests.storage.trial import looked_into, records

SALT = bytes(range(16))
KEY = Key(b"\x5a" * 32, SALT)


@pytest.fixture
def protected(archive_path, trial):
    """A closed protected archive with records in it, and the backup of the day beside."""
    one = trial(key=KEY)
    one.write(1, added(*records()))
    one.told_until(("durable", 1))
    assert one.close()
    return archive_path


def fault_of_opening(path, key=None):
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        OpenArchive(path, key)
    assert path.read_bytes() == before
    return caught.value.fault


def test_a_key_is_never_shown():
    shown = f"{KEY!r} {KEY} {[KEY]}"
    assert "5a" not in shown
    assert "ZZ" not in shown
    with pytest.raises(TypeError, match="not written down"):
        pickle.dumps(KEY)


def test_the_key_is_derived_as_sqlcipher_derives_it(tmp_path):
    path = tmp_path / "egen"
    own = connect(path, "rwc")
    own.execute("PRAGMA key='hvid bog'")
    own.execute("CREATE TABLE board (name TEXT)")
    own.close()
    key = Key.derive("hvid bog", path.read_bytes()[:16])
    assert looked_into(path, "SELECT name FROM sqlite_schema", key) == [("board",)]


def test_a_protected_archive_opens_with_its_key_and_begins_with_its_salt(protected, trial):
    one = trial(key=KEY)
    assert one.stored(Meeting)[0].id == "meeting"
    assert one.store.key.proven
    one.close()
    assert protected.read_bytes().startswith(SALT)
    assert OpenArchive.salt_of(protected) == SALT


def test_nothing_that_lies_on_the_disk_can_be_read(protected, tmp_path):
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 1
    for file in files:
        data = file.read_bytes()
        assert b"SQLite format" not in data
        assert b"meeting" not in data


def test_a_copy_through_sqlite_keeps_the_salt_and_opens_with_the_key(protected, tmp_path):
    source, target = connect_alone(protected, key=KEY), connect(tmp_path / "copy", "rwc", KEY)
    source.backup(target, pages=3)
    source.close()
    target.close()
    assert (tmp_path / "copy").read_bytes().startswith(SALT)
    OpenArchive(tmp_path / "copy", KEY).close()


def test_without_a_key_the_phrase_is_asked_for(protected):
    assert fault_of_opening(protected) is Fault.NEEDS_PHRASE


def test_a_wrong_key_is_no_damage_unless_it_is_known_to_be_right(protected):
    assert fault_of_opening(protected, Key(b"\1" * 32, SALT)) is Fault.WRONG_PHRASE
    assert fault_of_opening(protected, Key(b"\1" * 32, SALT, proven=True)) is Fault.DAMAGED


def test_a_damaged_salt_is_neither_empty_nor_new(protected):
    data = bytearray(protected.read_bytes())
    data[5] ^= 1
    protected.write_bytes(data)
    assert fault_of_opening(protected) is Fault.NEEDS_PHRASE
    assert fault_of_opening(protected, Key(KEY.raw, bytes(data[:16]))) is Fault.WRONG_PHRASE
    assert fault_of_opening(protected, Key(KEY.raw, SALT, proven=True)) is Fault.DAMAGED


def test_a_plain_archive_heeds_no_key(archive_path):
    create_archive(archive_path)
    archive = OpenArchive(archive_path, KEY)
    assert archive.key is None
    archive.close()
    assert OpenArchive.salt_of(archive_path) is None
