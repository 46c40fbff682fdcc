"""A drawing that stands in a window has the colours of the theme in force, also of one chosen later."""

import pytest
from PySide6.QtWidgets import QLabel

from referatdesk.config.settings import Theme
from referatdesk.ui import theme
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.widgets.sign import Sign


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply(qapp, Theme.LIGHT)
    yield
    theme.apply(qapp, Theme.LIGHT)


def colours(picture):
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_a_sign_follows_the_theme(qapp, qtbot):
    sign = Sign(20, None)
    qtbot.addWidget(sign)
    sign.show_sign("clock", "muted")
    for name in (Theme.DARK, Theme.CONTRAST):
        theme.apply(qapp, name)
        assert theme.tokens().muted.name() in colours(sign.pixmap())


def test_the_sign_at_the_head_of_a_dialog_follows_the_theme(qapp, qtbot):
    dialog = Dialog("Settings", None, heading="Settings", sign="settings")
    qtbot.addWidget(dialog)
    dialog.show()
    theme.apply(qapp, Theme.DARK)
    pictures = [one.pixmap() for one in dialog.findChildren(QLabel) if not one.pixmap().isNull()]
    assert [theme.tokens().accent.name() in colours(one) for one in pictures] == [True]
