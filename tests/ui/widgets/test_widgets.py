"""The window's own controls, by mouse, by key and by ear."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from referatdesk.config.settings import Theme
from referatdesk.ui import theme
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.flow_layout import FlowLayout
from referatdesk.ui.widgets.fold_chip import FoldChip
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.widgets.toast import Toast


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp, Theme.LIGHT)


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    theme.dress(window)
    window.resize(911, 512)
    qtbot.addWidget(window)
    return window


def heard(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)


def row_of_chips(qtbot, count=6):
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground)
    for number in range(1, count + 1):
        flow.addWidget(Chip(f"Til efterretning {number}", str(number), ground))
    return ground, flow


class TestFlowLayout:
    def test_what_does_not_fit_goes_on_in_the_next_line(self, qtbot):
        _ground, flow = row_of_chips(qtbot)
        one, all_in_one_line = flow.itemAt(0).sizeHint(), flow.heightForWidth(5000)
        assert all_in_one_line == one.height()
        assert flow.heightForWidth(one.width() * 3) > all_in_one_line
        assert flow.heightForWidth(one.width()) >= 6 * one.height()

    def test_the_widest_chip_is_all_the_width_that_it_asks_for(self, qtbot):
        ground, flow = row_of_chips(qtbot)
        assert ground.minimumSizeHint().width() == max(flow.itemAt(place).minimumSize().width() for place in range(6))

    def test_nothing_overlaps_and_nothing_sticks_out(self, qtbot):
        ground, flow = row_of_chips(qtbot)
        ground.resize(330, flow.heightForWidth(330))
        ground.show()
        places = [flow.itemAt(place).geometry() for place in range(flow.count())]
        assert all(ground.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for one in places for other in places if one != other)

    def test_hidden_widgets_take_no_room(self, qtbot):
        _ground, flow = row_of_chips(qtbot, 2)
        flow.itemAt(0).widget().hide()
        flow.setGeometry(QRect(0, 0, 400, 40))
        assert flow.itemAt(1).geometry().left() == 0

    def test_it_can_be_emptied(self, qtbot):
        _ground, flow = row_of_chips(qtbot, 2)
        while flow.count():
            flow.takeAt(0).widget().deleteLater()
        assert flow.takeAt(0) is None
        assert flow.heightForWidth(100) == 0


class TestChip:
    def test_space_chooses_and_the_tick_takes_the_place_of_the_figure(self, qtbot):
        chip = Chip("Godkendt", "1")
        qtbot.addWidget(chip)
        chip.show()
        before, width = chip.grab().toImage(), chip.sizeHint().width()
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        assert chip.isChecked()
        assert chip.grab().toImage() != before
        assert chip.sizeHint().width() == width, "nothing moves when it is chosen"

    def test_it_is_heard_with_its_words_and_its_key(self, qtbot):
        chip = Chip("Godkendt", "1")
        qtbot.addWidget(chip)
        assert heard(chip) == ("Godkendt", "1")

    def test_it_paints_itself_in_every_state_and_theme(self, qapp, qtbot):
        chip = Chip("Godkendt", "1")
        qtbot.addWidget(chip)
        chip.show()
        seen = []
        for name in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
            theme.apply(qapp, name)
            for checked, enabled in ((False, True), (True, True), (False, False)):
                chip.setChecked(checked)
                chip.setEnabled(enabled)
                picture = chip.grab().toImage()
                assert picture not in seen
                seen.append(picture)
        theme.apply(qapp, Theme.LIGHT)

    def test_a_fold_chip_tells_whether_it_is_folded_out(self, qtbot):
        chip = FoldChip("Bilag", 4)
        qtbot.addWidget(chip)
        chip.show()
        assert heard(chip) == ("Bilag", "folded in")
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        assert heard(chip) == ("Bilag", "folded out")

    def test_a_count_needs_room_and_none_needs_none(self, qtbot):
        with_count, without = FoldChip("Bilag", 4), FoldChip("Bilag")
        qtbot.addWidget(with_count)
        qtbot.addWidget(without)
        assert with_count.sizeHint().width() > without.sizeHint().width()


class TestPanel:
    def test_its_title_is_its_name(self, qtbot):
        panel = Panel("Dagsorden")
        qtbot.addWidget(panel)
        panel.set_title("Referat")
        assert panel.title == "Referat"
        assert heard(panel)[0] == "Referat"

    def test_the_note_takes_no_room_without_words(self, qtbot):
        panel = Panel("Beslutning")
        qtbot.addWidget(panel)
        panel.set_content(QLabel("…"))
        panel.show()
        panel.set_note("2 punkter")
        assert any(label.text() == "2 punkter" and label.isVisible() for label in panel.findChildren(QLabel))
        panel.set_note("")
        assert not any(label.text() == "" and label.isVisible() for label in panel.findChildren(QLabel))


class TestElidedLabel:
    def test_what_is_cut_is_told_by_the_tool_tip(self, qtbot):
        label = ElidedLabel("Gensidig drøftelse af forventninger til arbejdet i det nye sundhedsråd")
        qtbot.addWidget(label)
        label.resize(100, 20)
        label.show()
        assert label.toolTip() == label.text()
        label.resize(2000, 20)
        assert label.toolTip() == ""

    def test_it_never_forces_the_window_wide(self, qtbot):
        label = ElidedLabel("Meget lang titel " * 20)
        qtbot.addWidget(label)
        assert label.minimumSizeHint().width() < 80


class TestToast:
    def test_it_stands_within_the_window_and_goes_by_itself(self, qtbot, window):
        window.show()
        toast = Toast.show_in(window, "Punktet er fjernet. Ctrl+Z henter det igen.")
        assert toast.isVisible()
        assert window.rect().contains(toast.geometry())
        with qtbot.waitSignal(toast._timer.timeout, timeout=100, raising=False):
            toast._timer.start(1)
        assert not toast.isVisible()

    def test_a_new_message_takes_the_place_of_the_one_before(self, window):
        window.show()
        first = Toast.show_in(window, "Et")
        assert Toast.show_in(window, "To", "warning") is first
        assert first.words == "To"
        assert len(window.findChildren(Toast)) == 1
        first.hide()

    def test_a_long_message_breaks_and_stays_within_a_small_window(self, window):
        window.resize(400, 300)
        window.show()
        toast = Toast.show_in(window, "Noget meget langt, som der ikke er plads til på en linje. " * 3)
        assert window.rect().contains(toast.geometry())
        window.resize(350, 280)
        assert window.rect().contains(toast.geometry())
        toast.hide()

    def test_it_stays_while_the_pointer_is_on_it(self, qtbot, window):
        window.show()
        toast = Toast.show_in(window, "Læs mig")
        toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
        assert not toast._timer.isActive()
        toast.leaveEvent(QEvent(QEvent.Type.Leave))
        assert toast._timer.isActive()
        toast.hide()
        assert not toast._timer.isActive()
