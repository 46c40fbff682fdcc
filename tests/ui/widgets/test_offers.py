"""Names that are offered below a line, in the looks of the house."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from referatdesk.config.settings import Settings, Theme
from referatdesk.ui import theme
from referatdesk.ui.widgets.offers import Offers

NAMES = ("Merete Aaby", "Ida Vester", "Gerda Holm Friis")


@pytest.fixture
def line(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.setFocus()
    return line


@pytest.mark.parametrize("chosen", [Theme.LIGHT, Theme.DARK])
def test_the_list_has_the_colours_of_the_theme(qapp, line, chosen):
    theme.apply(qapp, chosen, Settings().text_size)
    offers = Offers(NAMES, line)
    QTest.keyClicks(line, "er")
    QTest.keyClick(offers.popup(), Qt.Key.Key_Down)
    picture = offers.popup().grab().toImage()
    scale = picture.devicePixelRatio()
    rows = [offers.popup().visualRect(offers.completionModel().index(row, 0)) for row in range(2)]
    shown = [picture.pixelColor(round((row.right() - 4) * scale), round((row.top() + 4) * scale)) for row in rows]
    assert [one.name() for one in shown] == [theme.tokens().selection.name(), theme.tokens().panel.name()]
    offers.popup().hide()
    theme.apply(qapp, Settings().theme, Settings().text_size)


def test_what_holds_the_letters_is_offered_and_taken_by_keys(line):
    offers = Offers(NAMES, line)
    told = []
    offers.activated.connect(told.append)
    QTest.keyClicks(line, "hol")
    QTest.keyClick(offers.popup(), Qt.Key.Key_Down)
    QTest.keyClick(offers.popup(), Qt.Key.Key_Return)
    assert (line.text(), told) == ("Gerda Holm Friis", ["Gerda Holm Friis"])
