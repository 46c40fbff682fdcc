"""Old minutes read in on a real screen by keys alone: the file, a look at the preview, one step in, one undo out."""

import json

import pytest

from tests.screen.program import OLD_MINUTES, Program, archive_with_old_minutes, command

pytestmark = pytest.mark.screen


@pytest.fixture
def archive(tmp_path):
    return archive_with_old_minutes(tmp_path / "moeder.referatdesk")


@pytest.fixture
def program(archive, tmp_path):
    started = Program(archive, tmp_path / "said.txt")
    yield started
    started.take_away()


@pytest.mark.parametrize("undone", [False, True])
def test_a_document_goes_in_by_enter_and_out_by_one_undo(program, archive, tmp_path, undone):
    path = tmp_path / "gammelt.txt"
    path.write_text(OLD_MINUTES.read_text(encoding="utf-8").replace("04-02-2027", "05-02-2026"), encoding="utf-8")
    window = program.wait_for_window()
    program.press("ctrl+o")
    chooser = program.wait_for_window(known=[window])
    program.type_text(str(path))
    program.press("Return")
    program.wait_for_window(known=[window, chooser])
    program.press("F8")
    program.press("Escape")
    program.press("ctrl+Return")
    program.wait_for_return(window)
    if undone:
        program.press("ctrl+z")
    program.press("ctrl+q")
    assert program.ended() == 0
    assert program.said() == ""
    meetings = json.loads(command("list", "--archive", str(archive), "--json"))
    assert len(meetings) == (1 if undone else 2)
