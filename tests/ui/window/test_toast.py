"""Where a message lies in the window of a meeting."""

import pytest
from PySide6.QtCore import QPoint, QRect

from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle


def place_in(window, widget):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("height", [512, 768])
def test_a_message_leaves_what_is_written_in_view(sitting, height):
    sitting.resize(1366, height)
    settle()
    sitting.toast("Afstemningen er ikke skrevet endnu. Den venter ved punktet: Ctrl+Skift+A tager den frem igen.")
    toast = sitting.findChild(Toast)
    assert sitting.rect().contains(toast.geometry())
    strip, status = place_in(sitting, sitting.view.course), place_in(sitting, sitting.status)
    low = height < 600
    assert toast.geometry().intersects(strip.united(status)) is low
    if low:
        assert not toast.geometry().intersects(place_in(sitting, sitting.view.split))
    toast.hide()
