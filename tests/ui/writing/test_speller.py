"""The process that spells comes and goes; nobody who writes notices."""

import os
import signal

import pytest
from PySide6.QtTest import QTest

from referatdesk.domain.richtext import paragraph
from referatdesk.services.writing import spelling
from tests.ui.window.conftest import PATIENCE_MS
from tests.ui.writing.test_spelling import marked

pytestmark = pytest.mark.usefixtures("dictionary")


@pytest.fixture
def editor(meeting):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph(""),))
    editor.setFocus()
    return editor


def test_the_spelling_goes_on_when_its_process_is_taken_away(meeting, editor, qtbot):
    speller = meeting.view.writing.speller
    QTest.keyClicks(editor, "Mødet bleev ")
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    first = speller._process.processId()
    speller._process.kill()
    QTest.keyClicks(editor, "godkent ")
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev", "godkent"], timeout=PATIENCE_MS)
    assert speller._process.processId() != first


def test_a_process_that_never_answers_is_ended_and_another_one_asked(meeting, editor, qtbot):
    speller = meeting.view.writing.speller
    QTest.keyClicks(editor, "Mødet bleev ")
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    first = speller._process.processId()
    os.kill(first, signal.SIGSTOP)
    QTest.keyClicks(editor, "godkent ")
    meeting.view.writing._marks[editor].look_through()
    assert speller._patience.isActive()
    speller._patience.timeout.emit()
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev", "godkent"], timeout=PATIENCE_MS)
    assert speller._process.processId() != first


def test_a_process_that_cannot_be_started_leaves_everything_unmarked(meeting, editor, qtbot, monkeypatch):
    monkeypatch.setattr(spelling, "speller_command", lambda _dictionary: ["/nowhere/speller"])
    meeting.view.writing.speller.stop()
    QTest.keyClicks(editor, "Mødet bleev ")
    meeting.actions_by_id["writing.next_error"].trigger()
    qtbot.waitUntil(lambda: meeting.view.writing.speller.lacks_dictionary, timeout=PATIENCE_MS)
    assert marked(meeting, editor) == []


def test_letters_without_end_are_no_word_to_guess_at():
    assert [word.spelt for word in spelling.words_in("møde " + "bdfg" * 5_000)] == ["møde"]
