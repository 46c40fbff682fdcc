"""The time of day that a key writes is written as the house writes it."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.records import style_of
from referatdesk.domain.writing import Snippet
from tests.ui.window.conftest import settle


@pytest.mark.parametrize(
    ("pattern", "written"), [("HH.mm", "kl. 09.05"), ("H:mm", "kl. 9:05"), ("'kl.' HH.mm", "kl. 09.05")]
)
def test_by_its_own_key_and_in_a_phrase(meeting, monkeypatch, pattern, written):
    for user in ("commands.text", "writing.completion"):
        monkeypatch.setattr(f"referatdesk.ui.{user}.now_text", lambda: "09:05")
    records = meeting.desk.workspace
    style = style_of(records, records.meeting)
    records.apply(Change("style.edit", altered([(style, replace(style, time_pattern=pattern))])))
    editor = meeting.view.item.decision.editor
    editor.setFocus()
    editor.selectAll()
    meeting.actions_by_id["text.time"].trigger()
    phrase = Snippet(id="p", board_id=None, sort=1, short="hæv", text="Mødet blev hævet kl. {tid}.")
    meeting.view.writing.completer.insert(editor, phrase)
    settle()
    assert editor.toPlainText() == f"{written} Mødet blev hævet {written}."
