"""A secretary drops in old minutes, looks at what was learnt, corrects a line and keeps the template."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.boards import HouseStyle
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.learning_words import meaning_words
from referatdesk.services.output import template_preview
from referatdesk.services.template import template_learning, templates
from referatdesk.ui.workshop.learning import LearningDialog
from referatdesk.ui.workshop.learning_lines import AS_FOUND, LINE
from referatdesk.ui.workshop.lines import LineRole
from referatdesk.ui.workshop.pages import add_file
from tests.ui.dialogs.test_all_dialogs import SMALL_SCREEN
from tests.ui.workshop.conftest import PATIENCE_MS

MINUTES = Path(__file__).parents[2] / "documents" / "minutes" / "med_udvalg.docx"


@pytest.fixture(autouse=True)
def _no_office(monkeypatch):
    monkeypatch.setattr(template_preview, "can_show_pages", lambda: False)


@pytest.fixture
def learning(workshop, opened, qtbot):
    shown = opened(LearningDialog(workshop.bench, MINUTES, workshop))
    qtbot.waitUntil(shown.keep_button.isEnabled, timeout=PATIENCE_MS)
    return shown


def rows(learning):
    model = learning.rows.model()
    found = [model.index(row, 0) for row in range(model.rowCount())]
    return [(row.data(LINE), row.data(), row.data(LineRole.BELOW)) for row in found]


def choose(learning, words):
    place = next(place for place, row in enumerate(rows(learning)) if row[2] and row[1].startswith(words))
    learning.rows.setCurrentIndex(learning.rows.model().index(place, 0))
    QApplication.processEvents()


def test_what_to_look_at_stands_first_and_every_line_says_what_it_became(learning):
    shown = rows(learning)
    assert next(row for row in shown if row[2])[1] == "Mosevang Kommune"
    assert "formøde" in shown[1][1]
    assert ("Sted Rådhuset, kantinens mødelokale", "Mødested") in [row[1:] for row in shown]
    assert learning.words.text()


def test_a_line_said_to_be_fixed_text_stays_and_may_be_taken_back(learning, qtbot):
    choose(learning, "(B-siden")
    learning.meaning.changed.emit(template_learning.KEPT)
    qtbot.waitUntil(
        lambda: any(
            row[2] == meaning_words(template_learning.KEPT, "") and "(B-siden" in row[1] for row in rows(learning)
        )
    )
    assert learning.meaning.value == template_learning.KEPT
    learning.meaning.changed.emit(AS_FOUND)
    qtbot.waitUntil(
        lambda: any(
            row[2] == meaning_words(template_learning.REMOVED, "") and "(B-siden" in row[1] for row in rows(learning)
        )
    )


def test_what_is_kept_is_a_template_of_the_house_and_the_board_prints_in_its_style(learning, workshop):
    learning.with_style.setChecked(True)
    learning.keep()
    bench = workshop.bench
    assert bench.template is not None
    assert not bench.template.is_shipped
    assert bench.template.name in [one.name for one in templates.house_templates()]
    style = bench.desk.workspace.find(HouseStyle, bench.board.house_style_id)
    assert style.template == bench.template.name
    assert style.item_heading == "{number}. {title}"


def test_it_fits_a_small_screen(learning):
    assert learning.minimumSizeHint().width() <= SMALL_SCREEN[0]
    assert learning.minimumSizeHint().height() <= SMALL_SCREEN[1]


def test_a_file_that_teaches_nothing_says_why(workshop, opened, qtbot, house_file):
    path = house_file("noter.docx").with_suffix(".docx")
    path.write_bytes(b"hej")
    shown = opened(LearningDialog(workshop.bench, path, workshop))
    begun = _("Learning from {name} …").format(name=path.name)
    qtbot.waitUntil(lambda: shown.words.text() != begun, timeout=PATIENCE_MS)
    assert not shown.keep_button.isEnabled()


def test_finished_minutes_that_are_added_may_be_learnt_from(workshop, answers, qtbot, monkeypatch):
    monkeypatch.setattr(answers, "choice", lambda _question, choices, act: act(choices[0][1]), raising=False)
    add_file(workshop.bench, MINUTES)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, LearningDialog)
    qtbot.waitUntil(shown.keep_button.isEnabled, timeout=PATIENCE_MS)
    shown.reject()
