"""Who has an archive open is told by a note that nothing depends on, and its window hears wishes."""

import json
import os
from datetime import UTC, datetime

import pytest

from referatdesk.i18n.errors import error_words
from referatdesk.services.archive import holding
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError

LOCKED = UserError("archive.locked")


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "møder.referatdesk"
    Workspace.create(path, lambda call: call()).close()
    return path


def write_note(archive, **said):
    note = {"machine": "SUND-0412", "user": "ida.vester", "since": "2027-02-04T13:42:00+01:00", **said}
    holding.note_of(archive).write_text(json.dumps(note), encoding="utf-8")


def test_the_note_lies_beside_the_archive_while_it_is_open(archive):
    workspace = Workspace.open(archive, lambda call: call())
    holder = holding.holder_of(archive)
    assert holder.is_here
    assert abs(datetime.now(UTC) - holder.since).total_seconds() < 60
    workspace.close()
    assert not holding.note_of(archive).exists()


def test_an_archive_that_is_only_looked_at_has_no_note(archive):
    view = Workspace.view(archive, lambda call: call())
    assert not holding.note_of(archive).exists()
    view.close()


def test_who_holds_it_is_told_with_machine_user_and_since_when(archive):
    write_note(archive)
    told = holding.told(archive, LOCKED)
    words = error_words(told.code, told.data)
    assert words.startswith("ida.vester has the archive open on SUND-0412, since 04.02.2027 at 13.42.")


def test_an_archive_without_a_note_is_merely_in_use(archive):
    assert holding.told(archive, LOCKED).code == "archive.locked"


def test_another_error_is_passed_on(archive):
    write_note(archive)
    assert holding.told(archive, UserError("archive.full")).code == "archive.full"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"x"', b'{"machine": "a", "user": "b", "since": "i gaar"}', b"\xff" * 9000, b'{"machine": 1}'],
)
def test_a_note_that_says_nothing_harms_nothing(archive, content):
    holding.note_of(archive).write_bytes(content)
    assert holding.told(archive, LOCKED).code == "archive.locked"
    Workspace.open(archive, lambda call: call()).close()


def test_a_lying_note_neither_keeps_anybody_out_nor_gets_into_the_words(archive):
    write_note(archive, user="<b>\x00\n\x1b[31m{path}" + "x" * 5000)
    words = error_words(*_parts(holding.told(archive, LOCKED)))
    assert "\x1b" not in words
    assert "\x00" not in words
    assert len(words) < 300
    workspace = Workspace.open(archive, lambda call: call())
    workspace.close()


def _parts(error):
    return error.code, error.data


def test_a_stale_note_is_replaced_and_somebody_elses_is_left(archive):
    write_note(archive)
    workspace = Workspace.open(archive, lambda call: call())
    assert holding.holder_of(archive).is_here
    write_note(archive)
    workspace.close()
    assert holding.holder_of(archive).machine == "SUND-0412"


def test_the_note_can_be_read_by_whoever_can_read_the_archive(archive):
    archive.chmod(0o640)
    workspace = Workspace.open(archive, lambda call: call())
    assert os.name == "nt" or holding.note_of(archive).stat().st_mode & 0o777 == 0o640
    workspace.close()


def test_nobody_is_wished_for_where_no_window_listens(archive):
    wish = holding.Wish(archive)
    wish.make()
    assert not wish.is_made
    assert not wish.withdraw()


def test_a_wish_is_granted_by_whoever_takes_it(archive, monkeypatch):
    monkeypatch.setenv(holding.ACTIVATION, "token-1")
    folder = holding.wishes_folder(archive)
    folder.mkdir(parents=True)
    wish = holding.Wish(archive)
    wish.make()
    assert wish.is_made
    assert not wish.is_granted
    assert holding.take_wishes(folder) == "token-1"
    assert wish.is_granted
    assert wish.withdraw()
    assert holding.take_wishes(folder) is None


def test_a_wish_that_nobody_took_is_withdrawn(archive):
    folder = holding.wishes_folder(archive)
    folder.mkdir(parents=True)
    wish = holding.Wish(archive)
    wish.make()
    assert not wish.withdraw()
    assert holding.take_wishes(folder) is None


def test_the_same_file_by_another_name_has_the_same_window(archive, tmp_path):
    other = tmp_path / "genvej.referatdesk"
    try:
        other.symlink_to(archive)
    except OSError:
        pytest.skip("no links here")
    assert holding.wishes_folder(other) == holding.wishes_folder(archive)
