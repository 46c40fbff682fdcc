"""What people, machines and programs leave in the XML of a template is gone from a copy that is made public."""

import pytest
from lxml import etree

from referatdesk.documents.word.cleaning import cleaned
from tests.documents.word.building import line, paragraph, parts_of, run, word_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TELLING = {
    "a tracked insertion": '<w:ins w:id="1" w:author="Palle Nørre"><w:r><w:t>ny</w:t></w:r></w:ins>',
    "a tracked deletion": '<w:del w:id="1" w:author="P"><w:r><w:delText>Palle Nørre</w:delText></w:r></w:del>',
    "a former look": '<w:r><w:rPr><w:rPrChange w:id="1" w:author="Palle Nørre"><w:rPr/></w:rPrChange></w:rPr></w:r>',
    "hidden words": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Palle Nørre</w:t></w:r>",
    "a permission": '<w:permStart w:id="1" w:ed="EGEBY\\Palle Nørre"/><w:permEnd w:id="1"/>',
    "a comment's mark": '<w:r><w:commentReference w:id="1" w:author="Palle Nørre"></w:commentReference></w:r>',
    "the author's field": '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Palle Nørre</w:t></w:r></w:fldSimple>',
    "the field of who saved it": (
        FIELD.format("begin")
        + '<w:r><w:instrText xml:space="preserve"> LASTSAVEDBY </w:instrText></w:r>'
        + FIELD.format("separate")
        + run("Palle Nørre")
        + FIELD.format("end")
    ),
    "a smart tag": (
        '<w:smartTag w:element="PersonName"><w:smartTagPr><w:attr w:name="who" w:val="Palle Nørre"/></w:smartTagPr>'
        "<w:r><w:t>han</w:t></w:r></w:smartTag>"
    ),
    "a foreign control": (
        '<w:sdt><w:sdtPr><w:alias w:val="Palle Nørre"/><w:tag w:val="Palle Nørre"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
    ),
    "the place of a picture": (
        '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="C:\\Brugere\\Palle Nørre\\logo.png" descr="Egebys våben"/>'
        "</wp:inline></w:drawing></w:r>"
    ),
    "what a drawing repeats": (
        '<w:r><w:pict xmlns:o="urn:schemas-microsoft-com:office:office" o:gfxdata="Palle Nørre"/></w:r>'
    ),
}

ELSEWHERE = "https://ond.example/spor"


def fetching(instruction, shown):
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return FIELD.format("begin") + code + FIELD.format("separate") + shown + FIELD.format("end")


FETCHED = {
    "a picture by a field": fetching(f'INCLUDEPICTURE "{ELSEWHERE}.png" \\d', run("Egebys våben")),
    "a text by a simple field": (
        f'<w:fldSimple w:instr=" INCLUDETEXT &quot;{ELSEWHERE}&quot; ">{run("Egebys våben")}</w:fldSimple>'
    ),
    "a field over two paragraphs": fetching(
        f'LINK Excel.Sheet "{ELSEWHERE}.xlsx"', f"{run('Egebys våben')}</w:p><w:p>{run('og navn')}"
    ),
    "an address made by another field": fetching(
        f'DDEAUTO </w:instrText></w:r>{fetching("QUOTE x", run(ELSEWHERE))}<w:r><w:instrText>"', run("Egebys våben")
    ),
    "a linked drawing": (
        '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="b" descr="Egebys våben"/><a:graphic><a:graphicData>'
        '<a:blip r:link="rIdSpor"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    ),
    "an older drawing": (
        '<w:r><w:pict><v:shape xmlns:o="urn:schemas-microsoft-com:office:office" alt="Egebys våben">'
        f'<v:imagedata src="{ELSEWHERE}.png" o:href="{ELSEWHERE}"/></v:shape></w:pict></w:r>'
    ),
}


@pytest.mark.parametrize("kind", FETCHED)
def test_nothing_is_fetched_from_elsewhere_and_what_was_shown_or_said_of_it_stays(kind):
    body = paragraph(run("før "), FETCHED[kind], run(" efter")) + line("møde.titel")
    after = parts_of(cleaned(word_file(body)))["word/document.xml"].decode()
    assert "ond.example" not in after
    assert "rIdSpor" not in after
    assert not any(name in after for name in ("INCLUDE", "LINK", "DDE", "QUOTE", "fldChar", "fldSimple"))
    assert "Egebys våben" in after
    assert "før " in after
    assert " efter" in after


@pytest.mark.parametrize("telling", TELLING)
def test_it_is_gone_and_the_words_beside_it_stay(telling):
    body = paragraph(run("før "), TELLING[telling], run(" efter")) + line("møde.titel")
    after = parts_of(cleaned(word_file(body)))["word/document.xml"].decode()
    assert "Palle" not in after
    words = "".join(etree.fromstring(after.encode()).itertext())
    assert words.startswith("før ")
    assert " efter" in words
    assert "rd:møde.titel" in after


def test_words_of_a_hidden_style_are_gone_and_those_that_show_stay():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    look = '<w:rPr><w:rStyle w:val="Skjult"/>{}</w:rPr>'
    body = paragraph(run("hemmeligt", look.format("")), run("vises", look.format('<w:vanish w:val="0"/>')))
    after = parts_of(cleaned(word_file(body, {"word/styles.xml": styles})))["word/document.xml"].decode()
    assert "hemmeligt" not in after
    assert "vises" in after


def test_settings_are_kept_by_a_list():
    settings = (
        f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:trackRevisions/>'
        '<w:mailMerge><w:query w:val="Palle"/>'
        '</w:mailMerge><w:writeProtection w:hash="1"/><w:docVars><w:docVar w:name="sag" w:val="Palle"/></w:docVars>'
        "<w:new/></w:settings>"
    )
    after = parts_of(cleaned(word_file(paragraph(run()), {"word/settings.xml": settings})))["word/settings.xml"]
    assert [etree.QName(one).localname for one in etree.fromstring(after)] == ["defaultTabStop"]


def test_a_variable_that_a_field_prints_stays():
    settings = (
        f'<w:settings xmlns:w="{W}"><w:docVars><w:docVar w:name="sag" w:val="27/104"/>'
        '<w:docVar w:name="hvem" w:val="Palle"/></w:docVars></w:settings>'
    )
    body = paragraph('<w:fldSimple w:instr=" DOCVARIABLE sag "><w:r><w:t>27/104</w:t></w:r></w:fldSimple>')
    after = parts_of(cleaned(word_file(body, {"word/settings.xml": settings})))["word/settings.xml"]
    assert b"27/104" in after
    assert b"Palle" not in after
