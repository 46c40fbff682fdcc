"""Looking back at an item in the window, by keys alone."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import paragraph, plain_runs, plain_text
from referatdesk.i18n import catalogue
from referatdesk.services.item import texts
from referatdesk.ui.rewind.moments import ago_words, clock_words
from referatdesk.ui.rewind.pane import RewindPane
from tests.ui.window.conftest import PATIENCE_MS, settle

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2027, 2, 4, 12, 42, tzinfo=UTC)


class Clock(datetime):
    moment = NOW

    @classmethod
    def now(cls, tz=None):
        return cls.moment


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr("referatdesk.services.archive.acts.datetime", Clock)
    monkeypatch.setattr("referatdesk.ui.rewind.pane.datetime", Clock)
    Clock.moment = NOW - timedelta(minutes=40)
    return Clock


def decided(window, item_id=None):
    text = window.desk.workspace.text(item_id or window.view.item.item_id)
    return plain_text(text.of_kind(SectionKind.DECISION)[0].blocks)


def write(window, words, minutes=4):
    Clock.moment += timedelta(minutes=minutes)
    records, item_id = window.desk.workspace, window.view.item.item_id
    section = records.text(item_id).of_kind(SectionKind.DECISION)[0]
    block = section.blocks[0]
    blocks = (type(block)(id=block.id, runs=plain_runs(words)),)
    window.desk.do(texts.set_blocks(records, item_id, section.id, blocks))


@pytest.fixture
def written(meeting, clock):
    """The meeting with four versions of the second item, four minutes from each other."""
    meeting.actions_by_id["items.next"].trigger()
    for words in ("Planen blev godkendt.", "Planen blev godkendt. Sagen tages op til maj.", "Planen blev udsat."):
        write(meeting, words)
    Clock.moment = NOW
    return meeting


def rewound(window, qtbot):
    window.actions_by_id["rewind.item"].trigger()
    pane = window.view.item.findChild(RewindPane)
    qtbot.waitUntil(lambda: bool(pane.version), timeout=PATIENCE_MS)
    return pane


def is_open(window):
    return any(pane.isVisible() for pane in window.view.item.findChildren(RewindPane))


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def test_it_opens_at_what_was_there_before_the_last_change(written, qtbot):
    pane = rewound(written, qtbot)
    assert "godkendt. Sagen tages op til maj" in pane.text.toPlainText()
    assert "Version 3 of 4" in pane.act.text()
    assert "words have gone since" in pane.legend.text()
    assert pane.time.hasFocus()


def test_keys_go_by_version_by_five_minutes_and_to_the_ends(written, qtbot):
    pane = rewound(written, qtbot)
    place = []
    for key, modifier in (
        (Qt.Key.Key_Left, None),
        (Qt.Key.Key_Right, None),
        (Qt.Key.Key_End, None),
        (Qt.Key.Key_Left, CTRL),
        (Qt.Key.Key_Home, None),
        (Qt.Key.Key_Right, CTRL),
    ):
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
        place.append(pane.time.value())
    assert place == [1, 2, 3, 1, 0, 1]


def test_enter_brings_back_the_sentence_and_undo_takes_it_out_again(written, qtbot):
    rewound(written, qtbot)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert decided(written) == "Planen blev udsat. Sagen tages op til maj."
    written.actions_by_id["history.undo"].trigger()
    assert decided(written) == "Planen blev udsat."


def test_shift_enter_brings_back_the_paragraph(written, qtbot):
    rewound(written, qtbot)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert decided(written) == "Planen blev godkendt. Sagen tages op til maj."


def test_all_of_it_comes_back(written, qtbot):
    pane = rewound(written, qtbot)
    pane.back.whole.click()
    assert decided(written) == "Planen blev godkendt. Sagen tages op til maj."
    qtbot.waitUntil(lambda: len(pane._versions) == 5, timeout=PATIENCE_MS)
    assert not pane.back.whole.isEnabled() or pane.version is not pane._versions[-1]


def test_keys_go_between_versions_that_have_no_paragraph_in_common(meeting, clock, qtbot):
    meeting.actions_by_id["items.next"].trigger()
    records, item_id = meeting.desk.workspace, meeting.view.item.item_id
    section = records.text(item_id).of_kind(SectionKind.DECISION)[0]
    for words in ("Planen blev godkendt.", "Sagen blev udsat.", "Planen blev vedtaget."):
        Clock.moment += timedelta(minutes=4)
        meeting.desk.do(texts.set_blocks(records, item_id, section.id, (paragraph(words),)))
    Clock.moment = NOW
    rewound(meeting, qtbot)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Left):
        press(key)
    press(Qt.Key.Key_Return)
    assert "Sagen blev udsat." in decided(meeting)


def test_what_would_change_nothing_is_grey(written, qtbot):
    pane = rewound(written, qtbot)
    press(Qt.Key.Key_End)
    assert pane.moment.text() == "As it is now"
    assert not any(one.isEnabled() for one in (pane.back.sentence, pane.back.paragraph, pane.back.whole))


def test_the_text_is_copied_without_what_has_come_since(written, qtbot):
    rewound(written, qtbot).back.copying.click()
    assert QApplication.clipboard().text() == "Planen blev godkendt. Sagen tages op til maj."


def test_without_comparing_it_is_shown_as_it_was(written, qtbot):
    pane = rewound(written, qtbot)
    assert "udsat" in pane.text.toPlainText()
    pane.compares.click()
    assert "udsat" not in pane.text.toPlainText()
    assert not pane.legend.isVisible()


def test_nothing_is_told_by_colour_alone(written, qtbot):
    pane = rewound(written, qtbot)
    forms = {}
    block = pane.text.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            forms[pieces.fragment().text()] = (form.fontStrikeOut(), form.fontUnderline())
            pieces += 1
        block = block.next()
    assert (True, False) in forms.values()
    assert (False, True) in forms.values()
    assert "struck out" in pane.legend.text()
    assert "underlined" in pane.legend.text()


def test_escape_leads_back_to_the_words(written, qtbot):
    written.view.item.focus_decision()
    rewound(written, qtbot)
    press(Qt.Key.Key_Escape)
    assert not is_open(written)
    assert written.view.item.decision.editor.hasFocus()


def test_it_goes_when_the_work_below_is_taken_up(written, qtbot):
    rewound(written, qtbot)
    written.actions_by_id["view.decision"].trigger()
    settle()
    assert not is_open(written)
    assert written.view.item.decision.editor.hasFocus()


def test_the_same_key_closes_it(written, qtbot):
    rewound(written, qtbot)
    written.actions_by_id["rewind.item"].trigger()
    assert not is_open(written)


def test_it_follows_to_the_next_item(written, qtbot):
    pane = rewound(written, qtbot)
    written.actions_by_id["items.next"].trigger()
    qtbot.waitUntil(lambda: "no history" in pane.act.text(), timeout=PATIENCE_MS)
    assert pane.isVisible()


def test_nothing_is_brought_back_into_the_item_that_was_left(written, qtbot, monkeypatch):
    pane = rewound(written, qtbot)
    left, before = written.view.item.item_id, decided(written)
    monkeypatch.setattr(written.desk.jobs, "run", lambda *_args, **_kwargs: None)
    written.actions_by_id["items.next"].trigger()
    settle()
    assert pane.text.toPlainText() == ""
    assert not any(one.isEnabled() for one in (pane.back.sentence, pane.back.paragraph, pane.back.whole))
    press(Qt.Key.Key_Return)
    assert decided(written, left) == before


def test_it_goes_with_its_item_and_with_its_meeting(written, qtbot):
    pane = rewound(written, qtbot)
    gone = written.view.item.item_id
    written.actions_by_id["items.remove"].trigger()
    qtbot.waitUntil(lambda: bool(pane.version) and pane.version.text.id != gone, timeout=PATIENCE_MS)
    written.show_start()
    settle()
    assert not is_open(written)


def test_what_is_written_meanwhile_is_part_of_the_comparison(written, qtbot):
    pane = rewound(written, qtbot)
    write(written, "Planen blev udsat til juni.")
    qtbot.waitUntil(lambda: len(pane._versions) == 5, timeout=PATIENCE_MS)
    assert "juni" in pane.text.toPlainText()


def test_it_fits_beside_the_agenda_and_the_people_in_the_smallest_window(written, qtbot):
    written.resize(911, 512)
    pane = rewound(written, qtbot)
    settle()
    assert pane.text.height() >= 100
    assert pane.minimumSizeHint().width() <= written.view.item.width()


def test_moments_are_told_as_danes_say_them():
    catalogue.use("da")
    said = [ago_words(NOW - gone, NOW) for gone in (timedelta(), timedelta(minutes=12), timedelta(hours=3))]
    assert said == ["lige nu", "for 12 min. siden", "for 3 timer siden"]
    assert ago_words(NOW - timedelta(days=1), NOW) == "for 1 dag siden"
    assert clock_words(NOW, NOW) == "kl. 13.42"
    assert clock_words(NOW - timedelta(days=1), NOW) == "ons. 3. februar 2027 kl. 13.42"
