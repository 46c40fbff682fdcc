import pytest

from referatdesk.storage import creation
from referatdesk.storage.creation import create_archive
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.header import read_header
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.opening import OpenArchive
from tests.storage.trial import looked_into


def test_a_new_archive_opens_and_has_an_identity_of_its_own(tmp_path):
    paths = [tmp_path / "et.referatdesk", tmp_path / "to.referatdesk"]
    for path in paths:
        create_archive(path)
        OpenArchive(path).close()
        assert read_header(path).version == VERSION
    (one,), (other,) = [looked_into(path, "SELECT id FROM archive_info") for path in paths]
    assert one != other


def test_the_folder_is_made_along_and_holds_nothing_else(archive_path):
    create_archive(archive_path)
    assert [file.name for file in archive_path.parent.iterdir()] == [archive_path.name]


def test_a_name_that_is_taken_is_left_alone(tmp_path):
    taken = tmp_path / "noter.referatdesk"
    taken.write_text("noget andet")
    with pytest.raises(StorageError) as caught:
        create_archive(taken)
    assert caught.value.fault is Fault.EXISTS
    assert taken.read_text() == "noget andet"
    assert list(tmp_path.iterdir()) == [taken]


def test_a_creation_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def fails(path):
        raise OSError(28, "no space")

    monkeypatch.setattr(creation, "sync_file", fails)
    with pytest.raises(StorageError) as caught:
        create_archive(tmp_path / "ny.referatdesk")
    assert caught.value.fault is Fault.FULL
    assert not list(tmp_path.iterdir())


def test_a_file_that_takes_the_name_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "ny.referatdesk"
    sync = creation.sync_file

    def sync_while_another_is_quicker(unfinished):
        sync(unfinished)
        path.write_text("hurtigere")

    monkeypatch.setattr(creation, "sync_file", sync_while_another_is_quicker)
    with pytest.raises(StorageError) as caught:
        create_archive(path)
    assert caught.value.fault is Fault.EXISTS
    assert path.read_text() == "hurtigere"
