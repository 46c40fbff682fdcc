import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from tests.documents.reading.word_xml import (
    R,
    body,
    field,
    p,
    r,
    source,
    texts,
)


class TestFields:
    def test_only_the_result_of_a_field_is_text(self, tmp_path):
        nested = field("IF 1 = " + "x", r("Godkendt"))
        document = body(p(r("Sagen er "), nested, r(".")), p(field("MERGEFIELD a", r("Egeby"))))
        assert texts(document, tmp_path) == ["Sagen er Godkendt.", "Egeby"]

    def test_a_field_within_an_instruction_says_nothing(self, tmp_path):
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        inner = field("MERGEFIELD ja", r("skjult"))
        outer = mark.format("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + mark.format("separate")
        assert texts(body(p(outer, r("vist"), mark.format("end"))), tmp_path) == ["vist"]

    def test_a_field_that_was_never_finished_hides_nothing_after_its_paragraph(self, tmp_path):
        begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        assert texts(body(p(r("Før"), begun), p(r("Efter"))), tmp_path) == ["Før", "Efter"]

    def test_a_link_made_by_a_field_is_a_link(self, tmp_path):
        document = body(p(field('HYPERLINK "https://example.org/sag"', r("sagen"))))
        (read,) = source(document, tmp_path).paragraphs
        assert [(run.text, run.link) for run in read.runs] == [("sagen", "https://example.org/sag")]

    @pytest.mark.parametrize("target", ["file:///C:/Windows/x.exe", "javascript:alert(1)", "\\\\server\\share", "x y"])
    def test_a_link_to_anything_but_a_page_or_a_mail_is_only_text(self, tmp_path, target):
        document = body(p('<w:hyperlink r:id="rIdX"><w:r><w:t>her</w:t></w:r></w:hyperlink>'))
        relation = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        document.element.body[0][0].set(f"{{{R}}}id", relation)
        (read,) = source(document, tmp_path).paragraphs
        assert [(run.text, run.link) for run in read.runs] == [("her", None)]

    def test_contents_made_by_a_field_are_contents(self, tmp_path):
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        begun = mark.format("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + mark.format("separate")
        document = body(p(begun, r("1. Budget")), p(r("2. Orlov")), p(mark.format("end")), p(r("1. Budget")))
        assert [one.contents for one in source(document, tmp_path).paragraphs] == [True, True, False]

    def test_boxes_to_tick_and_lists_to_choose_from_show_what_was_chosen(self, tmp_path):
        ticked = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
        empty = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
        listed = '<w:listEntry w:val="Åben"/><w:listEntry w:val="Lukket"/>'
        chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{listed}</w:ddList></w:ffData>'
        forms = [
            f'<w:r><w:fldChar w:fldCharType="begin">{one}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            for one in (ticked, empty, chosen)
        ]
        document = body(p(forms[0], r(" ja "), forms[1], r(" nej: "), forms[2]))
        assert texts(document, tmp_path) == ["☒ ja ☐ nej: Lukket"]


class TestWords:
    def test_hidden_words_are_not_printed_and_not_read(self, tmp_path):
        assert texts(body(p(r("Vist"), r(" skjult", "<w:vanish/>"))), tmp_path) == ["Vist"]

    def test_bold_by_a_style_of_words_is_bold(self, tmp_path):
        document = docx.Document()
        line = document.add_paragraph("Rådet ")
        line.add_run("godkendte").style = "Strong"
        (read,) = source(document, tmp_path).paragraphs
        assert [(run.text, run.bold) for run in read.runs] == [("Rådet ", False), ("godkendte", True)]

    def test_a_soft_break_stays_a_soft_break(self, tmp_path):
        assert texts(body(p("<w:r><w:t>Et</w:t><w:br/><w:t>To</w:t></w:r>")), tmp_path) == ["Et\nTo"]

    def test_words_in_controls_of_every_kind_are_read(self, tmp_path):
        inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('felt')}</w:sdtContent></w:sdt>"
        around = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('Afsnit'))}</w:sdtContent></w:sdt>"
        custom = f"<w:customXml>{p(r('Egen'))}</w:customXml>"
        document = body(p(r("Et "), inline), around, custom)
        assert texts(document, tmp_path) == ["Et felt", "Afsnit", "Egen"]
