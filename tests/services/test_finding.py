"""An archive that is not where it was: whether its place is there, and where it lies now."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from referatdesk.services.archive.finding import found_elsewhere, is_unplugged
from referatdesk.services.archive.workspace import Workspace


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (PurePosixPath("/media/ida/USB/r.referatdesk"), True),
        (PurePosixPath("/run/media/ida/USB/r.referatdesk"), True),
        (PurePosixPath("/mnt/faelles/møder/r.referatdesk"), True),
        (PurePosixPath("/Volumes/USB/r.referatdesk"), True),
        (PurePosixPath("/home/ida/r.referatdesk"), False),
        (PurePosixPath("/mnt/r.referatdesk"), False),
        (PureWindowsPath("E:/r.referatdesk"), True),
        (PureWindowsPath("//fil01/faelles/r.referatdesk"), True),
    ],
)
def test_a_drive_that_is_not_there_is_known_by_its_path(path, wanted):
    assert is_unplugged(path, lambda _point: False) is wanted
    assert not is_unplugged(path, lambda _point: True)


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "nye" / "møder.referatdesk"
    path.parent.mkdir()
    workspace = Workspace.create(path, lambda call: call())
    workspace.close()
    return path, workspace.archive_id


def test_it_is_found_by_its_id_in_the_folders_that_are_known(archive, tmp_path):
    path, archive_id = archive
    (tmp_path / "nye" / "andet.referatdesk").write_bytes(b"indkob")
    missing = tmp_path / "gamle" / "møder.referatdesk"
    assert found_elsewhere(missing, archive_id, []) is None
    assert found_elsewhere(missing, archive_id, [tmp_path / "ingen", path.parent]) == path
    assert found_elsewhere(missing, "another", [path.parent]) is None


def test_one_that_is_open_here_is_not_touched(archive, tmp_path):
    path, archive_id = archive
    workspace = Workspace.open(path, lambda call: call())
    assert found_elsewhere(tmp_path / "x.referatdesk", archive_id, [path.parent]) is None
    workspace.close()
