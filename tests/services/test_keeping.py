"""The weekly check: when it is due, what it tells, and that it needs no clock that is right."""

from datetime import date

import pytest

from referatdesk.services.archive.events import FlawsFound
from referatdesk.services.archive.keeping import Checked, Reason, copy_now, is_due
from referatdesk.services.archive.workspace import Workspace
from referatdesk.storage import full_check
from referatdesk.storage.connection import connect
from tests.services.desk import Desk

TODAY = date(2027, 2, 4)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Østfjord.referatdesk"


def test_a_check_is_due_after_a_week_by_the_clock_or_after_many_copies():
    assert is_due(None, TODAY)
    assert not is_due(Checked(TODAY), TODAY)
    assert not is_due(Checked(date(2027, 1, 29)), TODAY)
    assert is_due(Checked(date(2027, 1, 28)), TODAY)
    assert is_due(Checked(TODAY, copies=25), TODAY)


@pytest.mark.parametrize("year", [1990, 2010, 2026, 2038, 2099])
def test_a_wrong_clock_makes_the_check_come_early_and_never_late(year):
    assert is_due(Checked(date(year, 1, 1)), TODAY)
    assert is_due(Checked(TODAY), date(year, 1, 1))


def checked_day(desk):
    memory = desk.workspace.keeping._memory
    return memory.exists()


def test_the_check_is_made_once_and_its_day_remembered(path, monkeypatch):
    made = []
    check = full_check.FullCheck

    class Counted(check):
        def flaws(self):
            made.append(self)
            return super().flaws()

    monkeypatch.setattr(full_check, "FullCheck", Counted)
    desk = Desk(path).fill()
    desk.workspace.keeping._checking.join()
    assert checked_day(desk)
    desk.close()
    for _time in range(3):
        desk = Desk(path)
        assert copy_now(desk.workspace.keeping, Reason.WISH) is None
        desk.close()
    assert len(made) == 1


def test_what_the_check_finds_is_told_and_it_is_made_anew_the_next_time(path, tmp_path):
    Desk(path).fill().close()
    for file in (tmp_path / "x", *keeping_folder().glob("*.check")):
        file.unlink(missing_ok=True)
    connection = connect(path, "rw")
    connection.execute("UPDATE meeting SET status = 'nonsense'")
    connection.close()
    desk = Desk(path)
    desk.workspace.prepare()
    found = desk.settle_until(FlawsFound)
    assert [(flaw.code, flaw.table) for flaw in found.flaws] == [("record", "meeting")]
    assert not checked_day(desk)
    desk.close()


def keeping_folder():
    from referatdesk.config import places

    return places.data_folder() / "backups"


def test_closing_does_not_wait_for_a_check(path):
    desk = Desk(path).fill()
    assert desk.close() is True


@pytest.mark.parametrize("only_view", [False, True], ids=["closed", "only looked at"])
def test_who_asks_for_a_copy_of_an_archive_that_takes_none_is_told(path, only_view):
    desk = Desk(path).fill()
    desk.close()
    workspace = Workspace.view(path, lambda call: call()) if only_view else desk.workspace
    assert copy_now(workspace.keeping, Reason.WISH) == "archive.io"
    workspace.close()


def test_what_a_killed_restore_left_beside_the_archive_is_gone_at_the_next_opening(path):
    Desk(path).fill().close()
    left = [path.with_name(f".{path.name}{end}") for end in (".restoring", ".recovered", ".recovered.recovering")]
    for file in left:
        file.write_text("half made")
    folder = path.with_name(f".{path.name}.recovered.recovering.d")
    folder.mkdir()
    (folder / "copy").write_text("a working copy")
    desk = Desk(path)
    assert copy_now(desk.workspace.keeping, Reason.WISH) is None
    desk.close()
    assert not [file for file in (*left, folder) if file.exists()]
