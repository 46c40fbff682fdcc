"""The looks: readable in every theme, and in force everywhere at once."""

import pytest
from msgspec.structs import asdict
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from referatdesk.config.settings import Theme
from referatdesk.ui import theme
from referatdesk.ui.theme.sheet import sheet_of
from referatdesk.ui.theme.values import CONTRAST, DARK, LIGHT, TypeScale

THEMES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
GROUNDS = ("window", "panel", "raised", "hover", "field", "selection")
TONES = ("good", "warn", "bad")


def _luminance(colour: QColor) -> float:
    def linear(share):
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 counts it, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def readable_pairs(colours):
    for ground in GROUNDS:
        yield f"text on {ground}", colours.text, getattr(colours, ground)
    for ground in ("window", "panel", "raised", "field", "selection"):
        yield f"muted on {ground}", colours.muted, getattr(colours, ground)
    for ground in ("window", "panel", "raised", "hover", "selection"):
        yield f"what is out of use on {ground}", colours.disabled, getattr(colours, ground)
    for tone in TONES:
        yield f"{tone} on field", getattr(colours, tone), colours.field
        yield f"{tone} on selection", getattr(colours, tone), colours.selection
        yield f"{tone} on panel", getattr(colours, tone), colours.panel
        yield f"{tone} on window", getattr(colours, tone), colours.window
        yield f"{tone} on its own ground", getattr(colours, tone), getattr(colours, f"{tone}_soft")
    yield "accent on panel", colours.accent, colours.panel
    yield "accent on selection", colours.accent, colours.selection
    yield "letters on accent", colours.accent_text, colours.accent
    yield "letters on accent under the pointer", colours.accent_text, colours.accent_hover
    yield "marked letters", colours.marked_text, colours.marked


@pytest.mark.parametrize("name", THEMES)
def test_all_words_can_be_read(name):
    least = 7.0 if name is Theme.CONTRAST else 4.5
    pale = [(pair, round(contrast(a, b), 2)) for pair, a, b in readable_pairs(THEMES[name]) if contrast(a, b) < least]
    assert not pale


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_and_the_outline_of_controls_stand_out(name):
    colours = THEMES[name]
    least = 7.0 if name is Theme.CONTRAST else 3.0
    for ground in (colours.panel, colours.field, colours.raised):
        assert contrast(colours.focus, ground) >= least
    for ground in GROUNDS:
        assert contrast(colours.edge, getattr(colours, ground)) >= 3.0, ground
    assert contrast(colours.marked_text, colours.marked) >= least, "the wave under a marked word"
    assert contrast(colours.text, colours.panel) >= least, "the ring round a filled button"
    assert contrast(colours.accent_text, colours.accent) >= least, "the ring within a chosen chip"


@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_from_every_ground_they_are_drawn_on(name):
    colours = THEMES[name]
    marks = ("accent", "good", "warn", "bad", "muted", "focus")
    pale = [
        (mark, ground)
        for mark in marks
        for ground in GROUNDS
        if contrast(getattr(colours, mark), getattr(colours, ground)) < 3.0
    ]
    assert pale == []


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_is_filled_in_and_its_pictures_exist(name):
    sheet = sheet_of(name, THEMES[name], TypeScale.from_base(10, 12))
    assert "$" not in sheet
    pictures = {line.split('"')[1] for line in sheet.split("url(")[1:]}
    assert pictures
    for picture in pictures:
        with open(picture, encoding="utf-8") as file:  # noqa: PTH123 - the sheet names it as Qt does
            assert "<svg" in file.read()


def test_the_same_words_serve_every_theme():
    assert len({tuple(asdict(colours)) for colours in THEMES.values()}) == 1


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_is_in_force_at_once(qapp, name):
    theme.apply(qapp, name, 14)
    assert theme.tokens() is THEMES[name]
    assert theme.current().type.reading == 14
    assert QApplication.palette().color(QPalette.ColorRole.Window) == THEMES[name].window


def test_an_unknown_system_theme_is_light(qapp):
    assert theme.apply(qapp, Theme.SYSTEM).name is Theme.LIGHT


def test_a_mark_changes_what_is_shown_already(qapp, qtbot):
    theme.apply(qapp, Theme.LIGHT)
    label = QLabel("Beslutning")
    qtbot.addWidget(label)
    theme.mark(label, tone="muted", type="title")
    assert label.palette().color(QPalette.ColorRole.WindowText) == LIGHT.muted
    assert label.font().pointSizeF() == theme.current().type.title


@pytest.mark.parametrize("field", [QLineEdit, QTextEdit])
def test_what_a_blank_field_says_can_be_read(qapp, qtbot, field):
    theme.apply(qapp, Theme.LIGHT)
    page = QWidget()
    theme.dress(page)
    qtbot.addWidget(page)
    made = field(page)
    made.setPlaceholderText("Nyt punkt")
    page.show()
    assert made.palette().color(QPalette.ColorRole.PlaceholderText) == LIGHT.muted
    assert contrast(LIGHT.muted, LIGHT.field) >= 4.5
