"""What holds for the windows of reading: they fit a small screen, speak to a screen reader, and follow the theme."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from referatdesk.config.settings import Settings, Theme
from referatdesk.i18n import catalogue
from referatdesk.services.drafts import Part
from referatdesk.services.intake.importing import Original
from referatdesk.services.merge.agenda_merge import Difference, DifferenceKind
from referatdesk.ui import theme
from referatdesk.ui.reading.differences import DifferencesDialog, Revised
from referatdesk.ui.reading.folder import FolderDialog
from referatdesk.ui.reading.part_colours import ground, stripe
from referatdesk.ui.reading.preview import PreviewWindow
from tests.ui.dialogs.test_all_dialogs import SMALL_SCREEN, reached
from tests.ui.reading.conftest import a_source, read

CHANGED = Difference(kind=DifferenceKind.CHANGED, title="Velkomst", item_id="1", before="a", after="b")
FILE = Original("dagsorden.docx", "ab" * 32, 5)


@pytest.fixture(params=["da", "en"])
def language(request):
    catalogue.use(request.param)
    return request.param


@pytest.fixture(params=["preview", "folder", "differences"])
def shown(request, language, desk, window, opened, start, meeting_id, rereadings):
    made = {
        "preview": lambda: PreviewWindow(desk, start, window),
        "folder": lambda: FolderDialog(desk, Path("Gamle referater"), [Path("a.docx")], window),
        "differences": lambda: DifferencesDialog(desk, Revised(meeting_id, read(a_source()), [CHANGED], FILE), window),
    }
    dialog = opened(made[request.param]())
    if request.param == "preview":
        dialog.step_doubt(1)
    return dialog


def test_it_fits_a_small_screen(shown):
    assert shown.width() <= SMALL_SCREEN[0]
    assert shown.height() <= SMALL_SCREEN[1]
    assert shown.minimumSizeHint().width() <= SMALL_SCREEN[0]
    assert shown.minimumSizeHint().height() <= SMALL_SCREEN[1]


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot, shown):
    with qtbot.waitActive(shown):
        shown.activateWindow()
    wanted, seen = set(reached(shown)), []
    unnamed = [one for one in wanted if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]
    assert not [repr(one) for one in unnamed]
    for _step in range(3 * len(wanted) + 5):
        focused = QApplication.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused or shown, Qt.Key.Key_Tab)
    assert not [repr(one) for one in wanted if one not in seen and one.focusProxy() not in seen]


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_words_are_read_well_on_the_ground_of_every_part(qapp, name):
    theme.apply(qapp, name, Settings().text_size)
    colours = theme.tokens()
    for part in Part:
        assert contrast(colours.text, ground(part)) >= 7
        assert contrast(colours.muted, ground(part)) >= 4.5
        assert contrast(stripe(part), colours.field) >= 3
    theme.apply(qapp, Theme.LIGHT, Settings().text_size)
