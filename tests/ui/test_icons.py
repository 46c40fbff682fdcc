"""The icon set: complete, of one make, and in the colours of the theme."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from referatdesk.config.places import resource
from referatdesk.config.settings import Theme
from referatdesk.ui import theme
from referatdesk.ui.icons import UnknownIconError, icon, pixmap

GRID = 20
NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def centre(picture: QPixmap) -> str:
    image = picture.toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_keeps_to_the_grid_and_takes_its_colour_from_outside(name):
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert f'viewBox="0 0 {GRID} {GRID}"' in drawing
    assert 'stroke-linecap="round"' in drawing
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b", drawing)


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_sharp_at_each_scale_of_the_screen(qapp, name):
    theme.apply(qapp, Theme.LIGHT)
    for scale in (1.0, 1.5, 2.0):
        picture = icon(name).pixmap(QSize(GRID, GRID), scale)
        assert picture.size() == QSize(round(GRID * scale), round(GRID * scale))
        assert picture.devicePixelRatio() == scale
        image = picture.toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_follows_the_theme(qapp):
    kept = icon("present")
    for name in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        theme.apply(qapp, name)
        assert centre(kept.pixmap(GRID)) == theme.tokens().text.name()
        assert centre(kept.pixmap(GRID, QIcon.Mode.Disabled)) == theme.tokens().disabled.name()


def test_a_tone_gives_an_icon_its_colour(qapp):
    theme.apply(qapp, Theme.DARK)
    assert centre(icon("present", "good").pixmap(GRID)) == theme.tokens().good.name()


def test_a_widget_that_paints_itself_gets_the_drawing_in_its_own_colour(qapp):
    assert centre(pixmap("present", "#123456", 16, 2.0)) == "#123456"


def test_an_icon_survives_being_altered(qapp):
    altered = QIcon(icon("lock"))
    altered.addPixmap(QPixmap(3, 3))
    assert not altered.pixmap(GRID).isNull()


def test_a_name_without_a_drawing_is_a_mistake(qapp):
    with pytest.raises(UnknownIconError):
        icon("no such drawing")
