"""The workshop over a desk with one board and a meeting, and the Word files of a house."""

import pytest
from PySide6.QtWidgets import QApplication

from referatdesk.services.template import templates
from referatdesk.ui.workshop.window import WorkshopWindow
from tests.documents.word.building import paragraph, run, word_file
from tests.ui.dialogs.conftest import answers, board_id, desk, meeting_id, opened, window, workspace  # noqa: F401 - fixtures of dialogs

PATIENCE_MS = 20_000
TYPED = ("[[møde.titel]]", "[[gentag punkter]]", "[[punkt.overskrift]]", "[[slut]]")
FAULTY = ("Vi mødes i [[møde.stdt]] nu", "[[gentag punkter]]")


def word_of(*lines):
    return word_file("".join(paragraph(run(line)) for line in lines))


@pytest.fixture
def house_file(tmp_path):
    """Writes a Word file as the house has it, outside the program's own folder."""

    def write(name, *lines):
        path = tmp_path / name
        path.write_bytes(word_of(*lines))
        return path

    return write


@pytest.fixture
def house(house_file):
    """Two added templates: one typed, one faulty."""
    for name, lines in (("Kommuneskabelon.docx", TYPED), ("Fejlskabelon.docx", FAULTY)):
        templates.add_template(house_file(name, *lines))


@pytest.fixture
def workshop(desk, meeting_id, house, window, opened, qtbot):  # noqa: F811
    shown = opened(WorkshopWindow(desk, window))
    qtbot.waitUntil(lambda: shown.bench.report is not None, timeout=PATIENCE_MS)
    return shown


@pytest.fixture
def choose(workshop, qtbot):
    """Chooses a template by the beginning of its name, and waits until it is looked through."""

    def go(name):
        rows = workshop.list.rows
        titles = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
        place = next(place for place, title in enumerate(titles) if title.startswith(name))
        rows.setCurrentIndex(rows.model().index(place, 0))
        qtbot.waitUntil(lambda: workshop.bench.report is not None, timeout=PATIENCE_MS)
        QApplication.processEvents()
        return workshop

    return go
