"""The workshop as whoever makes templates uses it."""

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from referatdesk.config.settings import Settings, Theme
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import SectionKind
from referatdesk.i18n import catalogue
from referatdesk.services.errors import UserError
from referatdesk.services.output import template_preview
from referatdesk.services.output.template_preview import Pages
from referatdesk.services.template import templates
from referatdesk.services.template.vocabulary import vocabulary
from referatdesk.ui import theme
from referatdesk.ui.actions import ACTIONS
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.workshop.fields_page import TOKEN
from referatdesk.ui.workshop.lines import LineRole
from referatdesk.ui.workshop.pages import PAGES
from referatdesk.ui.workshop.window import WorkshopWindow
from tests.documents.word.building import paragraph, parts_of, run, word_file
from tests.documents.word.office_templates import word_field
from tests.ui.dialogs.test_all_dialogs import SMALL_SCREEN, reached
from tests.ui.workshop.conftest import PATIENCE_MS, TYPED, word_of

CHECK, PREVIEW, FIELDS, LOOKS, STYLE = range(5)


@pytest.fixture(autouse=True)
def _no_office(monkeypatch):
    """Pages come from LibreOffice; what the window does with them is tried with pages of paper."""
    monkeypatch.setattr(template_preview, "can_show_pages", lambda: False)


def page(workshop, place):
    workshop.tabs.setCurrentIndex(place)
    QApplication.processEvents()
    return workshop.tabs.widget(place)


def words_of(view):
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [f"{row.data()} {row.data(LineRole.BELOW) or ''}".strip() for row in rows]


# --- the window -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(len(PAGES)))
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_fits_a_small_screen_with_names_and_whole_words(place, language, request):
    catalogue.use(language)
    workshop = request.getfixturevalue("workshop")
    request.getfixturevalue("choose")("Fejl")
    page(workshop, place)
    assert (workshop.width(), workshop.height()) <= SMALL_SCREEN
    assert workshop.minimumSizeHint().width() <= SMALL_SCREEN[0]
    assert workshop.minimumSizeHint().height() <= SMALL_SCREEN[1]
    for widget in reached(workshop):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), repr(widget)
    shown = [one for one in workshop.findChildren(QLabel) if one.isVisible() and one.text()]
    narrow = [
        one.text()
        for one in shown
        if type(one) is not ElidedLabel and not one.wordWrap() and one.sizeHint().width() > one.width() + 1
    ]
    assert narrow == []


def test_tab_comes_to_every_control_of_each_page_and_escape_leaves(workshop, desk, qtbot):
    with qtbot.waitActive(workshop):
        workshop.activateWindow()
    for place in range(len(PAGES)):
        page(workshop, place)
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=PATIENCE_MS)
        wanted, seen = {one for one in reached(workshop) if one.isEnabled()}, []
        for _step in range(3 * len(wanted) + 5):
            focused = QApplication.focusWidget()
            seen.append(focused)
            qtbot.keyClick(focused or workshop, Qt.Key.Key_Tab)
        missed = [one for one in wanted if one not in seen and one.focusProxy() not in seen]
        assert not [(place, one.accessibleName()) for one in missed]
    qtbot.keyClick(workshop, Qt.Key.Key_Escape)
    assert not shiboken6.isValid(workshop) or not workshop.isVisible()


def test_keys_go_between_the_list_and_the_pages(workshop, qtbot):
    with qtbot.waitActive(workshop):
        workshop.activateWindow()
    workshop.list.rows.setFocus()
    qtbot.keyClick(workshop, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert workshop.tabs.currentIndex() == PREVIEW
    qtbot.keyClick(workshop, Qt.Key.Key_F6)
    assert workshop.list.rows.hasFocus()
    qtbot.keyClick(workshop, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert workshop.tabs.widget(FIELDS).search.hasFocus()


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_it_is_painted_in_every_theme(workshop, qapp, look):
    theme.apply(qapp, look, Settings().text_size)
    for place in range(len(PAGES)):
        page(workshop, place)
        assert not workshop.grab().isNull()


def test_the_command_stands_in_the_menus():
    assert "templates.workshop" in {spec.id for spec in ACTIONS}


def test_it_opens_with_the_template_of_the_board(workshop):
    assert workshop.bench.template.name == workshop.bench.style.template
    assert workshop.use_button.isEnabled() is False


def test_without_a_board_there_is_still_a_workshop(desk, window, opened):
    workshop = opened(WorkshopWindow(desk, window))
    assert workshop.bench.board is None
    assert workshop.bench.template is not None
    assert not workshop.use_button.isEnabled()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_templates_of_the_program_and_of_the_house_are_listed(workshop):
    listed = words_of(workshop.list.rows)
    assert any("Used by Sundhedsråd Østfjord" in one for one in listed)
    assert any(one.startswith("Kommuneskabelon") for one in listed)


def test_a_word_file_is_added_to_the_programs_own_folder_and_chosen(workshop, answers, house_file):
    answers.path = house_file("Kommunens referat.docx", *TYPED)
    workshop.list.findChildren(type(workshop.use_button))[0].click()
    added = workshop.bench.template
    assert added.name == "Kommunens referat.docx"
    assert added.path != answers.path
    answers.path.unlink()
    assert added.path.exists()


def test_a_word_file_dropped_on_the_list_is_added(workshop, house_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(house_file("Sluppet.docx", *TYPED)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    workshop.list.rows.dropEvent(drop)
    assert workshop.bench.template.name == "Sluppet.docx"


def test_a_file_that_is_no_word_file_is_told_so(workshop, answers, tmp_path):
    answers.path = tmp_path / "billede.png"
    answers.path.write_bytes(b"x")
    workshop.list.findChildren(type(workshop.use_button))[0].click()
    assert answers.told == ["template.not_word"]


def test_an_added_template_is_removed_after_a_yes(choose, answers, qtbot):
    workshop = choose("Kommuneskab")
    qtbot.keyClick(workshop.list.rows, Qt.Key.Key_Delete)
    assert answers.asked == ["Remove Kommuneskabelon?"]
    assert "Kommuneskabelon.docx" not in [one.name for one in templates.house_templates()]


def test_a_template_in_use_is_not_removed(choose, answers):
    workshop = choose("Kommuneskab")
    workshop.use_button.click()
    workshop.list.remove()
    assert answers.told == ["The template is in use"]
    assert "Kommuneskabelon.docx" in [one.name for one in templates.house_templates()]


def test_a_template_of_the_program_cannot_be_removed(workshop, answers):
    workshop.list.remove()
    assert not workshop.list.remove_button.isEnabled()
    assert answers.asked == []


def test_the_board_prints_with_the_template_that_is_chosen_for_it(choose, desk):
    workshop = choose("Kommuneskab")
    workshop.use_button.click()
    assert {style.template for style in desk.workspace.all(HouseStyle)} == {"Kommuneskabelon.docx"}
    assert not workshop.use_button.isEnabled()
    assert any("Kommuneskabelon Used by" in one for one in words_of(workshop.list.rows))


# --- what it holds ----------------------------------------------------------------------------------------------------


def test_a_sound_template_is_told_what_it_holds(workshop):
    told = words_of(workshop.tabs.widget(CHECK).rows)
    assert any(one.startswith("Fields") and "punkt.overskrift" in one for one in told)


def test_a_fault_is_told_with_the_place_and_the_nearest_spelling(choose):
    check = choose("Fejl").tabs.widget(CHECK)
    told = words_of(check.rows)
    assert "møde.stdt" in told[0]
    assert "Vi mødes i" in told[0]
    assert "møde.sted" in told[0]
    assert "gentag punkter" in told[1]
    assert not check.convert.isEnabled()


def test_a_warning_stands_beside_a_template_that_can_be_used(choose, qtbot):
    workshop = choose("Kommuneskab")
    merged = paragraph(run("[[møde.titel]]")) + paragraph(run("Sted"), word_field("MERGEFIELD Sted"))
    workshop.bench.template.path.write_bytes(word_file(merged))
    workshop.bench.look_again()
    qtbot.waitUntil(lambda: bool(workshop.bench.report and workshop.bench.report.warnings), timeout=PATIENCE_MS)
    check = workshop.tabs.widget(CHECK)
    assert "MERGEFIELD" not in words_of(check.rows)[0]
    assert "“Sted”" in words_of(check.rows)[0]
    assert check.convert.isEnabled()


def test_typed_fields_are_made_real_in_the_house_s_own_file(choose, qtbot):
    workshop = choose("Kommuneskab")
    check = workshop.tabs.widget(CHECK)
    check.convert.click()
    qtbot.waitUntil(lambda: workshop.bench.report is not None, timeout=PATIENCE_MS)
    assert b"rd:punkt.overskrift" in parts_of(workshop.bench.template.path.read_bytes())["word/document.xml"]
    assert not check.convert.isVisible()


def test_what_is_changed_in_word_is_seen(choose, qtbot):
    workshop = choose("Fejl")
    workshop.bench.template.path.write_bytes(word_of(*TYPED, "mere"))
    workshop.bench.look_again()
    qtbot.waitUntil(lambda: workshop.bench.report is not None, timeout=PATIENCE_MS)
    assert workshop.bench.report.findings == ()


# --- the palette ------------------------------------------------------------------------------------------------------


@pytest.fixture
def fields(workshop):
    return page(workshop, FIELDS)


def tokens_in(fields):
    model = fields.rows.model()
    return [one for row in range(model.rowCount()) if (one := model.index(row, 0).data(TOKEN))]


def test_every_field_and_repeat_is_in_the_palette(fields):
    groups = vocabulary()
    assert len(tokens_in(fields)) == sum(len(group.fields) + (not group.is_meeting) for group in groups)


def test_a_search_finds_by_name_words_and_example_and_keeps_the_heading(fields):
    fields.search.setText("titel punkt")
    assert "[[punkt.titel]]" in tokens_in(fields)
    assert "[[møde.sted]]" not in tokens_in(fields)
    fields.search.setText("Rådhuset, lokale")
    assert tokens_in(fields) == ["[[møde.sted]]"]
    assert words_of(fields.rows)[0].startswith("The meeting")
    fields.search.setText("findes ikke nogen steder")
    assert words_of(fields.rows) == []
    assert fields.token == ""


def test_enter_and_a_double_click_copy_the_token(fields, qtbot):
    fields.search.setText("Titlen alene")
    qtbot.keyClick(fields.search, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "[[punkt.titel]]"
    assert "[[punkt.titel]]" in fields.note.text()
    fields.search.setText("gentag afsnit")
    fields.rows.doubleClicked.emit(fields.rows.currentIndex())
    assert QGuiApplication.clipboard().text() == "[[gentag afsnit]]\n[[slut afsnit]]"


def test_a_condition_is_copied(fields):
    fields.search.setText("punkt.sagsnr")
    fields.copy_condition()
    assert QGuiApplication.clipboard().text() == "[[hvis punkt.sagsnr]] [[slut hvis punkt.sagsnr]]"


def test_a_field_is_dragged_out_as_text(fields):
    fields.search.setText("Titlen alene")
    model = fields.rows.model()
    index = fields.rows.currentIndex()
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.mimeData([index]).text() == "[[punkt.titel]]"


def test_the_fields_are_saved_as_a_word_file(fields, answers, tmp_path):
    answers.path = tmp_path / "felter.docx"
    fields._save()
    assert b"rd:punkt.titel" in parts_of(answers.path.read_bytes())["word/document.xml"]


def test_the_palette_is_a_sound_model(fields, qtmodeltester):
    qtmodeltester.check(fields.rows.model().sourceModel())


# --- the pages --------------------------------------------------------------------------------------------------------


class Paper:
    width, height, pixels = 30, 40, bytes(30 * 40 * 4)


def test_without_libreoffice_the_filled_file_can_be_opened_instead(workshop, qtbot):
    preview = page(workshop, PREVIEW)
    qtbot.waitUntil(preview.word_button.isEnabled, timeout=PATIENCE_MS)
    assert "LibreOffice" in preview.words.text()
    assert preview.view.count == 0


def test_pages_are_shown_and_made_anew_for_another_template(choose, monkeypatch, qtbot):
    asked = []

    def made(job, _points, _cancelled):
        asked.append(job.template)
        return Pages(b"PK", (Paper(), Paper()))

    monkeypatch.setattr(template_preview, "pages", made)
    workshop = choose("Kommuneskab")
    preview = page(workshop, PREVIEW)
    qtbot.waitUntil(lambda: preview.view.count == 2, timeout=PATIENCE_MS)
    assert preview.words.text() == "2 pages"
    choose("Sags")
    qtbot.waitUntil(lambda: len(asked) == 2 and preview.view.count == 2, timeout=PATIENCE_MS)
    assert asked[0] != asked[1]
    page(workshop, CHECK)
    page(workshop, PREVIEW)
    assert len(asked) == 2


def test_pages_can_be_stopped(workshop, monkeypatch, qtbot):
    begun = []

    def made(_job, _points, cancelled):
        begun.append(True)
        qtbot_free_wait(cancelled)
        return Pages(b"PK", ())

    monkeypatch.setattr(template_preview, "pages", made)
    preview = page(workshop, PREVIEW)
    qtbot.waitUntil(lambda: bool(begun), timeout=PATIENCE_MS)
    assert preview.stop_button.isVisible()
    preview.stop_button.click()
    qtbot.waitUntil(lambda: preview.words.text() == "Stopped.", timeout=PATIENCE_MS)


def qtbot_free_wait(cancelled):
    """Goes on until it is told to stop, off the GUI thread."""
    while not cancelled():
        pass


def test_a_template_that_cannot_be_filled_says_why(choose, qtbot):
    preview = page(choose("Fejl"), PREVIEW)
    qtbot.waitUntil(lambda: "cannot be used" in preview.words.text(), timeout=PATIENCE_MS)


def test_the_example_may_be_shown_instead_of_the_meeting(workshop, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(template_preview, "pages", lambda job, *_rest: asked.append(job) or Pages(b"PK", ()))
    preview = page(workshop, PREVIEW)
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=PATIENCE_MS)
    preview.source.changed.emit(preview.source.set_value(False))
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=PATIENCE_MS)
    assert asked[0].values != asked[1].values


def test_a_failure_of_libreoffice_is_told_on_the_page(workshop, monkeypatch, qtbot):
    def fail(*_given):
        raise UserError("preview.failed")

    monkeypatch.setattr(template_preview, "pages", fail)
    preview = page(workshop, PREVIEW)
    qtbot.waitUntil(lambda: "could not be made" in preview.words.text(), timeout=PATIENCE_MS)


def test_pages_grow_and_shrink(workshop):
    preview = page(workshop, PREVIEW)
    preview.view.show_pages((Paper(),))
    shown = preview.view.findChildren(QLabel)[-1]
    widths = []
    for by in (0, 1, -1, -1):
        preview.view.zoom(by)
        widths.append(shown.pixmap().width())
    assert widths[1] > widths[0] == widths[2] > widths[3]
    assert shown.accessibleName() == "Page 1 of 1"


# --- the house style --------------------------------------------------------------------------------------------------


def test_the_settings_of_the_house_style_stand_beside_it(workshop, desk):
    style = page(workshop, STYLE).style_page
    style._picks["item_heading"].changed.emit("{number}) {title}")
    assert workshop.bench.style.item_heading == "{number}) {title}"


# --- the styles of sections -------------------------------------------------------------------------------------------


def test_a_kind_of_section_is_set_in_a_style_of_the_template(workshop, desk):
    looks = page(workshop, LOOKS)
    pick = looks.picks["decision"]
    assert pick.accessibleName() == "Decision"
    assert pick.value is None
    pick.changed.emit("Quote")
    assert workshop.bench.style.form(SectionKind.DECISION).style == "Quote"
    assert looks.picks["decision"].value == "Quote"
    samples = [one for one in looks.findChildren(QLabel) if one.accessibleName() == "Quote looks like this"]
    assert "italic" in samples[-1].styleSheet()
    looks.picks["recommendation"].changed.emit("Body Text")
    assert [looks.picks[kind].value for kind in ("decision", "recommendation")] == ["Quote", "Body Text"]
    assert [workshop.bench.style.form(kind).style for kind in SectionKind if workshop.bench.style.form(kind)].count(
        "Quote"
    ) == 1


def test_headings_are_not_offered_for_running_text(workshop):
    looks = page(workshop, LOOKS)
    offered = {looks.picks["decision"].itemText(place) for place in range(looks.picks["decision"].count())}
    assert "Quote" in offered
    assert not {"heading 1", "heading 2"} & offered


def test_a_style_that_another_template_had_is_told_to_be_missing(choose, desk, answers):
    workshop = choose("Sags")
    page(workshop, LOOKS).picks["decision"].changed.emit("Borte")
    pick = page(workshop, LOOKS).picks["decision"]
    assert pick.currentText() == "Borte (not in the template)"


def test_the_row_keeps_the_focus_when_its_style_is_chosen_by_key(workshop, qtbot):
    with qtbot.waitActive(workshop):
        workshop.activateWindow()
    looks = page(workshop, LOOKS)
    looks.picks["decision"].setFocus()
    qtbot.keyClick(looks.picks["decision"], Qt.Key.Key_Down)
    assert workshop.bench.style.form(SectionKind.DECISION).style is not None
    assert looks.picks["decision"].hasFocus()
