import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from tests.documents.reading.word_xml import (
    MORE,
    body,
    p,
    r,
    source,
    texts,
)


class TestTrackedChanges:
    def test_what_was_pending_is_told_with_its_place_and_author(self, tmp_path):
        gone = '<w:del w:id="1" w:author="Ida Vester"><w:r><w:delText>afviste</w:delText></w:r></w:del>'
        come = f'<w:ins w:id="2" w:author="Ida Vester">{r("god")}{r("kendte", "<w:b/>")}</w:ins>'
        read = source(body(p(r("Punkt 1")), p(r("Rådet "), gone, come, r(" sagen."))), tmp_path)
        assert [one.text for one in read.paragraphs] == ["Punkt 1", "Rådet godkendte sagen."]
        assert [(one.place.line_from, one.text, one.inserted, one.author) for one in read.changes] == [
            (2, "afviste", False, "Ida Vester"),
            (2, "godkendte", True, "Ida Vester"),
        ]

    def test_moved_words_stand_where_they_were_moved_to(self, tmp_path):
        away = f'<w:moveFrom w:id="1" w:author="x">{r("Flyttet. ")}</w:moveFrom>'
        here = f'<w:moveTo w:id="2" w:author="x">{r("Flyttet. ")}</w:moveTo>'
        read = source(body(p(away, r("Først.")), p(r("Sidst. "), here)), tmp_path)
        assert [one.text for one in read.paragraphs] == ["Først.", "Sidst. Flyttet."]
        assert [one.inserted for one in read.changes] == [False, True]

    def test_words_before_a_deleted_paragraph_end_go_on_in_the_next_paragraph(self, tmp_path):
        ended = '<w:rPr><w:del w:id="3" w:author="x"/></w:rPr>'
        cell = f"<w:tbl><w:tr><w:tc>{p(r('Celle'))}</w:tc><w:tc>{p(r('To'))}</w:tc></w:tr></w:tbl>"
        document = body(p(r("To "), properties=ended), p(r("bliver ét.")), p(r("Alene"), properties=ended), cell)
        assert texts(document, tmp_path) == ["To bliver ét.", "Alene", "Celle\tTo"]

    def test_words_before_a_deleted_end_are_kept_at_the_end_of_the_file(self, tmp_path):
        document = body(p(r("Sidste"), properties='<w:rPr><w:del w:id="3" w:author="x"/></w:rPr>'))
        assert texts(document, tmp_path) == ["Sidste"]

    def test_a_deleted_row_is_gone_and_told(self, tmp_path):
        row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
        kept = row.format("", p(r("a")), p(r("b")))
        gone = row.format('<w:trPr><w:del w:id="1" w:author="Aksel"/></w:trPr>', p(r("c")), p(r("d")))
        read = source(body(f"<w:tbl>{kept}{gone}</w:tbl>"), tmp_path)
        assert [one.text for one in read.paragraphs] == ["a\tb"]
        assert [(one.text, one.author, one.inserted) for one in read.changes] == [("cd", "Aksel", False)]


class TestComments:
    def test_comments_are_kept_beside_the_text_with_their_place(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("Punkt 1: Budget")
        line = document.add_paragraph("Rådet drøftede sagen.")
        document.add_comment(line.runs, text="Passer tallet?", author="Sanne Brix", initials="SB")
        read = source(document, tmp_path)
        (comment,) = read.comments
        assert (comment.place.line_from, comment.text, comment.author) == (2, "Passer tallet?", "Sanne Brix")
        assert comment.at is not None
        assert [one.text for one in read.paragraphs] == ["Punkt 1: Budget", "Rådet drøftede sagen."]

    def test_a_comment_over_several_paragraphs_knows_them_all(self, tmp_path):
        document = docx.Document()
        lines = [document.add_paragraph(words) for words in ("Et", "To", "Tre")]
        document.add_comment([lines[0].runs[0], lines[2].runs[0]], text="Samles", author="Palle Nørre")
        (comment,) = source(document, tmp_path).comments
        assert (comment.place.line_from, comment.place.line_to) == (1, 3)


class TestNotes:
    def test_footnotes_follow_the_paragraph_that_refers_to_them(self, tmp_path):
        document = body(p(r("Sagen"), '<w:r><w:footnoteReference w:id="2"/></w:r>'), p(r("Næste")))
        separator = f'<w:footnote w:id="0" w:type="separator">{p()}</w:footnote>'
        note = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r(" Se notatet."))}</w:footnote>'
        content = f"<w:footnotes {MORE}>{separator}{note}</w:footnotes>".encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, content, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        read = source(document, tmp_path).paragraphs
        assert [(one.text, one.note) for one in read] == [("Sagen", False), ("Se notatet.", True), ("Næste", False)]
