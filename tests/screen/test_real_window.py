"""The program as a process with a real window: what was typed is there afterwards, however the process ends."""

import signal
import subprocess
import sys
import time

import pytest

from tests.screen.program import PATIENCE_S, Program, archive_with_old_minutes, stored_text

pytestmark = pytest.mark.screen

PROMISE_S = 1.5

HOLDING = """
import json, sys
from pathlib import Path
from referatdesk.storage.connection import connect_alone
path = Path(sys.argv[1])
connection = connect_alone(path)
said = {"machine": "SUND-0412", "user": "ida.vester", "since": "2027-02-04T13:42:00+01:00"}
path.with_name(f".~lock.{path.name}").write_text(json.dumps(said))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def archive(tmp_path):
    return archive_with_old_minutes(tmp_path / "moeder.referatdesk")


@pytest.fixture
def start(archive, tmp_path):
    """Starts the program on the archive, as often as is asked."""
    started = []

    def start():
        started.append(Program(archive, tmp_path / f"said-{len(started)}.txt"))
        return started[-1]

    yield start
    for program in started:
        program.take_away()


def lost(words, archive):
    text = stored_text(archive)
    return [word for word in words if word not in text]


def test_what_was_typed_is_there_after_the_window_was_closed_by_its_key(start, archive):
    program = start()
    program.open_the_decision()
    typed = program.type_words(1, 12)
    program.press("ctrl+q")
    assert program.ended() == 0
    assert program.said() == ""
    assert lost(typed, archive) == []


def test_a_kill_while_typing_loses_nothing_older_than_the_promise(start, archive):
    kept = {}
    for first in (1, 1001):
        program = start()
        program.open_the_decision()
        typed = program.type_words(first, 30)
        while time.monotonic() < min(typed.values()) + 2 * PROMISE_S:
            typed |= program.type_words(first + len(typed), 1)
        killed = time.monotonic()
        program.signal(signal.SIGKILL)
        program.ended()
        kept |= {word: when for word, when in typed.items() if killed - when > PROMISE_S}
        assert lost(kept, archive) == []
    assert any(word > "w01000" for word in kept)


def test_a_request_to_end_loses_nothing_even_behind_a_dialog(start, archive):
    program = start()
    window = program.open_the_decision()
    typed = program.type_words(1, 12)
    program.press("ctrl+e")
    program.wait_for_window(known=[window])  # the keys before it have arrived
    program.signal(signal.SIGTERM)
    assert program.ended() == 0
    assert program.said() == ""
    assert lost(typed, archive) == []


def test_the_keyboard_is_back_where_it_was_once_a_dialog_is_gone_also_without_a_window_manager(start, archive):
    program = start()
    window = program.open_the_decision()
    typed = program.type_words(1, 3)
    program.press("ctrl+e")
    program.wait_for_window(known=[window])
    program.press("Escape")
    program.wait_until_alone(window)
    typed |= program.type_words(11, 3)
    program.press("ctrl+q")
    assert program.ended() == 0
    assert lost(typed, archive) == []


def test_a_second_start_brings_the_first_window_forward_and_ends_quietly(start, archive):
    first = start()
    window = first.open_the_decision()
    typed = first.type_words(1, 6)
    second = start()
    assert second.ended() == 0
    assert second.said() == ""
    assert first.windows() == [window]
    typed |= first.type_words(11, 3)  # the first has the keys again
    first.signal(signal.SIGTERM)
    assert first.ended() == 0
    assert lost(typed, archive) == []


def test_of_several_starts_at_once_one_opens_and_the_others_end_quietly(start, archive):
    started = [start() for _one in range(4)]
    limit = time.monotonic() + PATIENCE_S
    while (living := [program for program in started if program.is_living()])[1:]:
        assert time.monotonic() < limit, [program.said() for program in started]
        living[0].windows()
    (winner,) = living
    winner.open_the_decision()
    typed = winner.type_words(1, 6)
    winner.signal(signal.SIGTERM)
    assert [program.ended() for program in started] == [0] * 4
    assert [program.said() for program in started] == [""] * 4
    assert lost(typed, archive) == []


def test_after_a_kill_the_next_start_works_at_once(start):
    first = start()
    first.wait_for_window()
    first.signal(signal.SIGKILL)
    first.ended()
    second = start()
    second.open_the_decision()
    second.press("ctrl+q")
    assert second.ended() == 0
    assert second.said() == ""


def test_an_archive_that_another_machine_has_can_be_read_only(start, archive):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(archive)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        content = archive.read_bytes()
        program = start()
        question = program.wait_for_window()
        program.press("Tab")
        program.press("Return")  # "Open for reading only"
        window = program.wait_for_window(known=[question])
        assert "Kun læsning" in program.title(window)
        program.press("Return")
        program.press("alt+3")
        program.type_words(1, 2)
        program.press("ctrl+q")
        assert program.ended() == 0
        assert program.said() == ""
        assert archive.read_bytes() == content
        holder.stdin.close()


def test_a_deleted_archive_costs_no_word(start, archive):
    program = start()
    window = program.open_the_decision()
    program.type_words(1, 4)
    away = archive.with_name("væk")
    archive.rename(away)
    typed = program.type_words(11, 6)
    program.press("ctrl+q")
    program.wait_for_window(known=[window])
    away.rename(archive)
    program.press("Return")  # "Try again", and leave
    assert program.ended() == 0
    assert lost(typed, archive) == []
