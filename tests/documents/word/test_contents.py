"""The contents: Word's own field with complete entries, and the pages that its headings stand on."""

import re
from html import unescape

import pytest

from referatdesk.documents.office import find_office
from referatdesk.documents.word.job import Heading
from referatdesk.documents.word.pages import outline_pages, page_numbers
from referatdesk.documents.word.template import compile_template
from tests.documents.word.building import (
    PROPERTIES,
    body_of,
    control,
    item,
    items,
    line,
    paragraph,
    run,
    word_file,
    words,
)

SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h </w:instrText></w:r>'
FIELD = (
    paragraph(SIGN.format("begin"), CODE, SIGN.format("separate"), run("Gammelt"), style="Indholdsfortegnelse1")
    + paragraph(run("Endnu ældre"))
    + paragraph(SIGN.format("end"))
)
TEMPLATE = FIELD + control(
    "punkter",
    paragraph(control("punkt.titel", run()), style="Overskrift1") + paragraph(run("Resumé"), style="Overskrift2"),
)


def contents(values, pages=None):
    return body_of(compile_template(word_file(TEMPLATE)).fill(values, PROPERTIES, pages).content)


def test_the_contents_list_the_headings_of_their_levels_and_point_at_them():
    xml = contents(items(item("Velkomst & dagsorden"), item("Eventuelt")))
    assert words(xml)[:3] == ["Velkomst &amp; dagsorden", "Eventuelt", "Velkomst &amp; dagsorden"]
    targets = re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)
    assert targets == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', xml)
    assert "Gammelt" not in xml
    assert "ældre" not in xml


def test_the_field_stays_words_own():
    xml = contents(items(item("Velkomst"), item("Eventuelt")))
    assert unescape(xml).count(' TOC \\o "1-1" \\h ') == 1
    kinds = re.findall(r'w:fldCharType="(\w+)"', xml)
    assert kinds == ["begin", "separate", "end"]


def test_page_numbers_are_fields_with_the_number_in_them():
    xml = contents(items(item("Velkomst"), item("Eventuelt")), {"_Toc000000001": 1, "_Toc000000002": 12})
    assert words(xml)[:2] == ["Velkomst1", "Eventuelt12"]
    assert " PAGEREF _Toc000000002 \\h " in xml


def test_a_heading_without_a_known_page_has_no_number():
    assert words(contents(items(item("Velkomst")), {}))[0] == "Velkomst"


def test_contents_of_nothing_are_still_a_sound_field():
    assert re.findall(r'w:fldCharType="(\w+)"', contents(items())) == ["begin", "separate", "end"]


def test_a_heading_that_is_left_out_is_not_listed():
    assert words(contents(items(item(""), item("Eventuelt"))))[0] == "Eventuelt"


def test_without_contents_there_are_no_bookmarks():
    template = control("punkter", paragraph(control("punkt.titel", run()), style="Overskrift1"))
    xml = body_of(compile_template(word_file(template)).fill(items(item("A")), PROPERTIES).content)
    assert "bookmark" not in xml


def entry(words, page_object):
    title = words.encode("utf-16-be").hex().upper()
    return f"<</Count 0/Title<FEFF{title}>\n/Dest[{page_object} 0 R/XYZ 65 500 0]>>\n"


def test_the_outline_of_a_pdf_tells_the_pages():
    pdf = entry("Punkt 1: Æbler", 4) + entry("Punkt 2", 9) + "<</Type/Pages\n/Kids[ 4 0 R 9 0 R ]\n/Count 2>>"
    assert outline_pages(pdf.encode()) == [("Punkt 1: Æbler", 1), ("Punkt 2", 2)]


@pytest.mark.parametrize("pdf", [b"", b"intet", b"/Type/Pages/Kids[]", b"/Title<FEFF0041>/Dest[1 0 R"])
def test_what_is_no_pdf_tells_nothing(pdf):
    assert outline_pages(pdf) == []


def test_without_libreoffice_pages_are_unknown(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("referatdesk.documents.office._USUAL_PLACES", ())
    assert find_office() is None
    assert page_numbers(b"", [Heading("_Toc1", 1, "A")]) == {}


@pytest.mark.office
def test_libreoffice_counts_the_pages():
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    template = FIELD + control("punkter", paragraph(control("punkt.titel", run()), style="Overskrift1") + broken)
    compiled = compile_template(word_file(template + line("møde.titel")))
    done = compiled.fill(items(item("Én & to"), item("Én & to"), item("Slut"), titel="R"), PROPERTIES)
    assert page_numbers(done.content, done.headings) == {"_Toc000000001": 1, "_Toc000000002": 2, "_Toc000000003": 3}


@pytest.mark.office
def test_a_libreoffice_that_takes_too_long_is_ended():
    done = compile_template(word_file(TEMPLATE)).fill(items(item("A")), PROPERTIES)
    assert page_numbers(done.content, done.headings, time_limit=0.01) == {}
