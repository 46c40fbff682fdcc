import io

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm

from tests.documents.reading.word_minutes import NAMESPACES
from tests.documents.reading.word_xml import (
    WP,
    R,
    body,
    field,
    p,
    png,
    r,
    source,
    texts,
)


class TestBoxesAndPictures:
    def box(self, words):
        inside = f"<w:txbxContent>{p(r(words))}</w:txbxContent>"
        new = f'<w:drawing><wp:inline><wp:docPr id="1" name="b"/><wps:txbx>{inside}</wps:txbx></wp:inline></w:drawing>'
        old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"

    def test_a_text_box_is_read_once_after_its_paragraph(self, tmp_path):
        assert texts(body(p(r("Før"), self.box("I boksen")), p(r("Efter"))), tmp_path) == ["Før", "I boksen", "Efter"]

    def test_a_text_box_in_a_text_box_is_read_once(self, tmp_path):
        nested = f"<w:txbxContent>{p(r('Ydre'), self.box('Indre'))}</w:txbxContent>"
        old = f"<w:r><w:pict><v:shape><v:textbox>{nested}</v:textbox></v:shape></w:pict></w:r>"
        assert texts(body(p(old)), tmp_path) == ["Ydre", "Indre"]

    def test_a_picture_keeps_its_bytes_and_the_words_for_it(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("Se kortet")
        document.add_picture(io.BytesIO(png()), width=Mm(20))
        document.element.body[1].find(f".//{{{WP}}}docPr").set("descr", "Kort over Klitved Havn")
        first, second = source(document, tmp_path).paragraphs
        assert first.picture is None
        assert (second.picture.data, second.picture.media_type) == (png(), "image/png")
        assert second.picture.alt == "Kort over Klitved Havn"

    def test_a_picture_elsewhere_is_never_fetched(self, tmp_path):
        inline = '<wp:inline><wp:docPr id="1" name="x" descr="Logo"/><a:blip r:link="rIdX"/></wp:inline>'
        document = body(p(f"<w:r><w:drawing>{inline}</w:drawing></w:r>"))
        relation = document.part.relate_to("http://192.0.2.1/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
        for blip in document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
            blip.set(f"{{{R}}}embed", relation)
        (read,) = source(document, tmp_path).paragraphs
        assert (read.picture.data, read.picture.alt) == (b"", "Logo")

    def test_the_words_of_a_formula_are_read(self, tmp_path):
        formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
        assert texts(body(p(r("Der gælder "), formula, r("."))), tmp_path) == ["Der gælder a+b."]

    def test_signs_of_symbol_fonts_are_read_as_what_they_show(self, tmp_path):
        signs = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja</w:t></w:r>'
        assert texts(body(p(signs)), tmp_path) == ["☑ ja"]


class TestPagesAndMargins:
    def test_a_page_break_is_known_where_the_next_page_begins(self, tmp_path):
        new_page = '<w:r><w:br w:type="page"/></w:r>'
        document = body(
            p(r("Et"), new_page),
            p(r("To")),
            p(new_page),
            p(r("Tre")),
            p(new_page, r("Fire")),
            p(r("Fem"), properties="<w:pageBreakBefore/>"),
            p(r("Seks"), properties="<w:sectPr/>"),
            p(r("Syv")),
        )
        read = source(document, tmp_path).paragraphs
        assert [(one.text, one.page_before) for one in read] == [
            ("Et", False),
            ("To", True),
            ("Tre", True),
            ("Fire", True),
            ("Fem", True),
            ("Seks", False),
            ("Syv", True),
        ]

    def test_a_section_on_the_same_page_begins_no_page(self, tmp_path):
        document = body(p(r("Et"), properties="<w:sectPr/>"), p(r("To")))
        document.element.body[-1].append(parse_xml(f'<w:type {NAMESPACES} w:val="continuous"/>'))
        assert [one.page_before for one in source(document, tmp_path).paragraphs] == [False, False]

    def test_headers_and_footers_are_kept_beside_the_text_without_page_numbers(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("Tekst")
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Egeby Kommune"
        section.header.paragraphs[0].text = "Referat"
        section.footer.paragraphs[0].text = "Side 3 af 9"
        page = f"<w:p {NAMESPACES}>{r('Side ')}{field('PAGE', r('7'))}{r(' / ')}{field('NUMPAGES', r('9'))}</w:p>"
        section.footer._element.append(parse_xml(page))
        section.footer.add_paragraph("Rådhuset, Østergade 1")
        assert set(source(document, tmp_path).margins) == {"Egeby Kommune", "Referat", "Rådhuset, Østergade 1"}
