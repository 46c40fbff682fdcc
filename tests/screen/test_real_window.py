"""The program as a process with a real window: what was typed is there afterwards, however the process ends."""

import signal
import time

import pytest

from tests.screen.program import Program, archive_with_old_minutes, stored_text

pytestmark = pytest.mark.screen

PROMISE_S = 1.5


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


def test_a_second_start_says_that_the_archive_is_open_and_leaves_it_alone(start, archive):
    first = start()
    window = first.open_the_decision()
    typed = first.type_words(1, 6)
    first.press("ctrl+e")
    first.wait_for_window(known=[window])
    second = start()
    second.wait_for_window()
    second.press("Escape")
    assert second.ended() == 1
    assert second.said() == ""
    first.signal(signal.SIGTERM)
    assert first.ended() == 0
    assert lost(typed, archive) == []
