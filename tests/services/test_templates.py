"""The house's templates: looked through, made ready, tried, and kept in the program's own folder."""

import re
from pathlib import Path

import pytest

import referatdesk
from referatdesk.config.places import templates_folder
from referatdesk.documents.word.fields import FIELDS, REPEATS
from referatdesk.domain.boards import HouseStyle
from referatdesk.i18n import catalogue
from referatdesk.i18n.template_words import FINDINGS, MISSING, template_finding_words
from referatdesk.services.errors import UserError
from referatdesk.services.output import exporting, template_preview
from referatdesk.services.template import template_check, templates
from referatdesk.services.template.vocabulary import field_sheet, vocabulary
from tests.documents.word.building import SHIPPED, body_of, control, line, paragraph, parts_of, run, word_file, words

NO_MARGINS = dict.fromkeys(
    ("word/header1.xml", "word/header2.xml", "word/footer1.xml", "word/footer2.xml"),
    "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
)


def typed(*lines, changed=None):
    return word_file("".join(paragraph(run(one)) for one in lines), changed)


@pytest.fixture
def added(tmp_path):
    """A Word file of the house, added under its own name."""
    source = tmp_path / "Byens referat.docx"
    source.write_bytes(typed("[[møde.titel]]", "[[gentag punkter]]", "[[punkt.titel]]", "[[slut]]"))
    return templates.add_template(source)


# --- the vocabulary ---------------------------------------------------------------------------------------------------


def test_every_field_and_repeat_is_shown_once_with_words_and_an_example():
    groups = vocabulary()
    assert [group.name for group in groups] == ["møde", *REPEATS]
    entries = [entry for group in groups for entry in group.fields]
    assert sorted(entry.token for entry in entries) == sorted(f"[[{name}]]" for name in FIELDS)
    assert all(entry.description and entry.example for entry in entries)


def test_the_sheet_of_fields_has_a_control_for_each_field_repeat_and_condition():
    sheet = parts_of(field_sheet())["word/document.xml"].decode()
    for name in [*FIELDS, *REPEATS, *(f"hvis.{name}" for name in FIELDS)]:
        assert sheet.count(f'"rd:{name}"') == 1, name
    ids = [piece.partition('"')[0] for piece in sheet.split('<w:id w:val="')[1:]]
    assert len(ids) == len(set(ids))


# --- looked through ---------------------------------------------------------------------------------------------------


def test_the_template_that_comes_with_the_program_lacks_nothing():
    report = template_check.check(SHIPPED.read_bytes())
    assert (report.findings, report.missing, report.lost_sections, report.tokens) == ((), (), (), 0)
    assert "punkter" in report.repeats
    assert "møde.titel" in report.fields


def test_a_typed_template_is_told_what_it_holds_and_lacks():
    content = typed("[[gentag punkter]]", "[[punkt.titel]]", "[[slut]]", changed=NO_MARGINS)
    report = template_check.check(content)
    assert (report.fields, report.repeats, report.tokens) == (("punkt.titel",), ("punkter",), 3)
    assert report.missing == ("board", "date", "people", "texts", "papers", "absentees")
    assert report.findings == ()


def test_sections_without_a_place_are_told_where_they_are_printed_kind_by_kind():
    by_kind = control("punkter", line("punkt.titel") + line("punkt.beslutning"))
    report = template_check.check(word_file(by_kind))
    assert "beslutning" not in report.lost_sections
    assert "indstilling" in report.lost_sections
    every_kind = control("punkter", line("punkt.beslutning") + control("afsnit", line("afsnit.tekst")))
    assert template_check.check(word_file(every_kind)).lost_sections == ()


@pytest.mark.parametrize(
    "one", [one for one in templates.house_templates() if one.is_shipped], ids=lambda one: one.name
)
def test_a_template_of_the_program_lacks_nothing(one):
    report = template_check.check(one.path.read_bytes())
    assert (report.findings, report.missing, report.lost_sections) == ((), (), ())


def test_what_is_wrong_with_typed_fields_and_with_controls_is_told_together():
    body = paragraph(run("[[møde.stdt]]")) + line("møde.dto") + paragraph(run("[[slut punkter]]"))
    found = [(one.code, one.suggestion) for one in template_check.check(word_file(body)).findings]
    assert found == [("field.unknown", "møde.sted"), ("token.unopened", ""), ("field.unknown", "møde.dato")]


def test_what_is_no_word_file_is_told_so():
    assert [one.code for one in template_check.check(b"intet").findings] == ["file.unreadable"]


def test_a_template_is_made_ready_once():
    made = template_check.prepared(typed("[[møde.sted]]"))
    assert template_check.check(made).tokens == 0
    with pytest.raises(UserError, match=r"template\.no_tokens"):
        template_check.prepared(made)


def test_a_template_with_wrong_tokens_is_not_made_ready():
    with pytest.raises(UserError, match=r"template\.broken") as raised:
        template_check.prepared(typed("[[møde.stdt]]"))
    assert [one.code for one in raised.value.data["findings"]] == ["field.unknown"]
    with pytest.raises(UserError, match=r"template\.broken"):
        template_check.prepared(b"intet")


# --- the words --------------------------------------------------------------------------------------------------------

FAULTY = [
    (("Vi mødes i [[møde.stdt]] nu",), "møde.stdt", "møde.sted"),
    (("Dato: [[møde.date]]",), "møde.date", "møde.dato"),
    (("Udvalg: [[mode.udvalg]]",), "mode.udvalg", "møde.udvalg"),
    (("Punkt [[punkt titel]]",), "punkt titel", "punkt.titel"),
    (("Af [[deltager.naven]]",), "deltager.naven", "deltager.navn"),
    (("Helt [[qwertyzx]] ukendt",), "qwertyzx", "listen over felter"),
    (("Hvis [[hvis møde.stdt]]x[[slut]]",), "hvis møde.stdt", "hvis møde.sted"),
    (("[[gentag punkterne]]", "x", "[[slut]]"), "punkterne", "punkter"),
    (("[[gentag bilage]]", "x", "[[slut]]"), "bilage", "bilag"),
    (("Titel: [[punkt.titel]]",), "punkt.titel", "[[gentag punkter]]"),
    (("Navn: [[deltager.navn]]",), "deltager.navn", "[[gentag deltagere]]"),
    (("[[gentag afsnit]]", "x", "[[slut]]"), "afsnit", "punkter"),
    (("[[gentag punkter]]", "a", "[[gentag punkter]]", "x", "[[slut]]", "[[slut]]"), "punkter", ""),
    (("[[gentag punkter]]", "[[punkt.titel]]"), "gentag punkter", "[[slut punkter]]"),
    (("[[hvis møde.sted]]", "Sted"), "hvis møde.sted", "[[slut hvis møde.sted]]"),
    (("x", "[[slut punkter]]"), "slut punkter", ""),
    (("x [[slut]]",), "slut", ""),
    (("[[hvis møde.sted]]", "x", "[[slut hvis møde.dato]]"), "slut hvis møde.dato", "[[slut hvis møde.sted]]"),
    (("Sted: [møde.sted]",), "[møde.sted]", "[[møde.sted]]"),
    (("Sted: {{møde.sted}}",), "{{møde.sted}}", "[[møde.sted]]"),
    (("Sted: {møde.sted}",), "{møde.sted}", "[[møde.sted]]"),
    (("Sted: «møde.sted»",), "«møde.sted»", "[[møde.sted]]"),
    (("Sted: [[møde.sted",), "[[møde.sted", "[[møde.sted]]"),
    (("Sted: [[møde.sted] mere",), "[[møde.sted]", "[[møde.sted]]"),
    (("Sted: møde.sted]]",), "møde.sted]]", "[[møde.sted]]"),
    (("Sted: [[[møde.sted]]]",), "[[[", "[[punkt.titel]]"),
    (("Sted: [[]]",), "", "[[punkt.titel]]"),
    (("Se [[møde [[møde.sted]] dato]] her",), "[[møde [[møde.sted]] dato]]", "Fjern det ene"),
    (("Her: [[punkter]]",), "punkter", "[[gentag punkter]]"),
    (("[[gentag møde.sted]]", "x", "[[slut]]"), "møde.sted", ""),
    (("[[gentag punkter]]", "[[slut punkter]]"), "gentag punkter", "imellem"),
    (("Før [[gentag punkter]]", "x", "[[slut]]"), "gentag punkter", "[[slut punkter]]"),
    (("[[gentag punkter]]", "x", "[[slut]] efter"), "slut", "[[slut punkter]]"),
    (
        ("[[gentag punkter]]", "[[hvis punkt.sagsnr]]", "x", "[[slut punkter]]", "[[slut hvis punkt.sagsnr]]"),
        "hvis punkt.sagsnr",
        "[[slut hvis punkt.sagsnr]]",
    ),
]


@pytest.mark.parametrize(("lines", "name", "meant"), FAULTY, ids=lambda one: str(one)[:40])
def test_a_fault_is_told_in_danish_with_the_name_the_place_and_what_to_do(lines, name, meant):
    catalogue.use("da")
    what, advice, place = template_finding_words(template_check.check(typed(*lines)).findings[0])
    assert what.endswith(".")
    assert name in what
    assert meant in advice
    assert place.startswith("Ved: ”")
    assert "{code}" not in what + advice


def test_the_nearest_spelling_is_told():
    catalogue.use("da")
    what, advice, place = template_finding_words(template_check.check(typed("Vi mødes i [[møde.stdt]] nu")).findings[0])
    assert "møde.stdt" in what
    assert "møde.sted" in advice
    assert "Vi mødes i" in place


def test_every_word_for_a_fault_can_be_filled_in():
    for code in FINDINGS:
        for suggestion in ("", "hvis.punkt.titel"):
            told = template_finding_words(Fault(code, suggestion))
            assert all("{" not in words for words in told)
    assert set(MISSING) == set(template_check._WANTED)


def test_every_code_of_a_fault_has_its_words():
    folder = Path(referatdesk.__file__).parent / "documents" / "word"
    sources = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    codes = {code for text in sources for code in re.findall(r'TemplateFinding\(\s*"([a-z_.]+)"', text)}
    assert "file.no_text" in codes
    assert codes <= FINDINGS.keys()


class Fault:
    field, nearby = "møde.sted", "Sted"

    def __init__(self, code, suggestion):
        self.code, self.suggestion = code, suggestion


# --- tried ------------------------------------------------------------------------------------------------------------


def test_a_template_is_tried_with_the_fictional_minutes():
    out = words(body_of(template_preview.filled(template_preview.sample_job(str(SHIPPED)))))
    assert any("Sundhedsråd Østfjord" in one for one in out)


def test_typed_fields_are_filled_in_a_trial_without_being_changed_in_the_file(added):
    before = added.path.read_bytes()
    assert len(words(body_of(template_preview.filled(template_preview.sample_job(added.name))))) > 3
    assert added.path.read_bytes() == before


def test_a_trial_prints_as_the_house_style_says():
    style = HouseStyle(id="x", name="x", template="x", item_heading="{number}) {title}")
    out = words(body_of(template_preview.filled(template_preview.sample_job(str(SHIPPED), style))))
    assert any(one.startswith("1) ") for one in out)
    plain = words(body_of(template_preview.filled(template_preview.sample_job(str(SHIPPED)))))
    assert not any(one.startswith("1) ") for one in plain)


def test_a_broken_template_cannot_be_tried(tmp_path):
    broken = tmp_path / "brudt.docx"
    broken.write_bytes(typed("[[møde.stdt]]", "[[møde.sted]]"))
    with pytest.raises(UserError, match=r"template\.broken"):
        template_preview.filled(template_preview.sample_job(str(broken)))


def test_without_libreoffice_there_are_no_pages_but_the_file(monkeypatch):
    monkeypatch.setattr("referatdesk.documents.page_pictures.find_office", lambda: None)
    shown = template_preview.pages(template_preview.sample_job(str(SHIPPED)), 96, lambda: False)
    assert shown.pictures == ()
    assert shown.word.startswith(b"PK")
    with pytest.raises(UserError, match=r"preview\.needs_office"):
        template_preview.pdf(shown.word, lambda: False)


@pytest.mark.office
def test_the_pages_of_a_trial_are_shown():
    shown = template_preview.pages(template_preview.sample_job(str(SHIPPED)), 40, lambda: False)
    assert len(shown.pictures) > 1
    for picture in shown.pictures:
        assert len(picture.pixels) == picture.width * picture.height * 4
        assert len(set(picture.pixels)) > 2
    assert shown.pictures[0].width < shown.pictures[0].height


# --- kept -------------------------------------------------------------------------------------------------------------


def test_an_added_template_is_found_by_its_name_and_used_in_an_export(added):
    assert added.path.parent == templates_folder()
    assert added in templates.house_templates()
    assert exporting.template_path(added.name) == added.path
    assert exporting.template_path(added.path.stem) == added.path
    assert added.title == "Byens referat"


def test_the_templates_that_come_with_the_program_stand_first(added):
    listed = templates.house_templates()
    assert listed[0].is_shipped
    assert listed[-1] == added


def test_an_added_file_never_goes_over_another(added, tmp_path):
    other = tmp_path / "Byens referat.docx"
    other.write_bytes(typed("andet"))
    again = templates.add_template(other)
    assert again.name == "Byens referat 2.docx"
    like_shipped = tmp_path / SHIPPED.name
    like_shipped.write_bytes(typed("andet"))
    assert templates.add_template(like_shipped).name != SHIPPED.name


def test_only_word_files_are_added(tmp_path):
    other = tmp_path / "referat.odt"
    other.write_bytes(b"x")
    with pytest.raises(UserError, match=r"template\.not_word"):
        templates.add_template(other)
    with pytest.raises(UserError, match=r"template\.missing"):
        templates.add_template(tmp_path / "ingen.docx")


def test_a_template_of_the_program_is_changed_in_a_copy(added):
    shipped = templates.house_templates()[0]
    before = shipped.path.read_bytes()
    copy = templates.replace_template(shipped, b"PK nyt")
    assert (copy.is_shipped, shipped.path.read_bytes()) == (False, before)
    assert templates.replace_template(added, b"PK nyt") == added
    assert added.path.read_bytes() == b"PK nyt"


def test_an_added_template_can_be_taken_away(added):
    templates.remove_template(added)
    assert added not in templates.house_templates()
