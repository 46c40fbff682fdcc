"""Without a dictionary the program says so when asked, and works on."""

import pytest
from PySide6.QtTest import QTest

from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.usefixtures("no_dictionary")


def test_the_lack_of_a_dictionary_is_said_in_one_sentence(meeting):
    editor = meeting.view.item.decision.editor
    meeting.actions_by_id["writing.next_error"].trigger()
    settle()
    assert meeting.findChild(Toast).words == "There is no Danish dictionary on this computer, so nothing is checked."
    QTest.keyClicks(editor, "bleev ")
    meeting.view.writing._marks[editor].look_through()
    assert editor.toPlainText().endswith("bleev ")
