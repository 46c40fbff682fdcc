import docx
import pytest
from docx.oxml import parse_xml

from tests.documents.reading.word_minutes import NAMESPACES
from tests.documents.reading.word_xml import (
    body,
    item,
    level,
    markers,
    numbering,
    source,
)


class TestLists:
    def test_levels_are_counted_within_each_other(self, tmp_path):
        document = body(item("a"), item("b", 1), item("c", 1), item("d"), item("e", 1))
        numbering(document, level("decimal", "%1."), level("decimal", "%1.%2"))
        assert markers(document, tmp_path) == ["1.", "1.1", "1.2", "2.", "2.1"]

    @pytest.mark.parametrize(
        ("form", "text", "printed"),
        [
            ("decimal", "Punkt %1:", "Punkt 3:"),
            ("lowerLetter", "%1)", "c)"),
            ("upperRoman", "%1.", "III."),
            ("decimalZero", "%1", "03"),
            ("ordinal", "%1", "3."),
        ],
    )
    def test_marks_are_printed_in_the_form_of_the_list(self, tmp_path, form, text, printed):
        document = body(item("a"))
        numbering(document, level(form, text, start=3))
        assert markers(document, tmp_path) == [printed]

    def test_a_level_with_decimals_only_prints_them_for_the_levels_above(self, tmp_path):
        document = body(item("a"), item("b", 1))
        numbering(document, level("upperRoman", "%1."), level("decimal", "%1.%2", more="<w:isLgl/>"))
        assert markers(document, tmp_path) == ["I.", "1.1"]

    def test_a_level_that_never_restarts_goes_on(self, tmp_path):
        document = body(item("a"), item("b", 1), item("c"), item("d", 1))
        numbering(document, level("upperLetter", "%1"), level("decimal", "%2)", more='<w:lvlRestart w:val="0"/>'))
        assert markers(document, tmp_path) == ["A", "1)", "B", "2)"]

    def test_a_use_of_a_list_may_begin_anew_or_have_levels_of_its_own(self, tmp_path):
        anew = '<w:num w:numId="72"><w:abstractNumId w:val="70"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        own = f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("lowerLetter", "(%1)")}</w:lvl></w:lvlOverride>'
        document = body(item("a"), item("b"), item("c", num=72), item("d"), item("e", num=73))
        nums = f'{anew}</w:lvlOverride></w:num><w:num w:numId="73"><w:abstractNumId w:val="70"/>{own}</w:num>'
        numbering(document, level("decimal", "%1."), nums=nums)
        assert markers(document, tmp_path) == ["1.", "2.", "1.", "2.", "(c)"]

    def test_headings_numbered_by_their_style_have_their_number_as_mark(self, tmp_path):
        document = docx.Document()
        for words, depth in (("Godkendelse", 1), ("Indstilling", 2), ("Eventuelt", 1)):
            document.add_heading(words, depth)
        ties = ['<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading2"/>']
        numbering(document, level("decimal", "%1.", more=ties[0]), level("decimal", "%1.%2", more=ties[1]))
        for name in ("Heading 1", "Heading 2"):
            properties = document.styles[name].element.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {NAMESPACES}><w:numId w:val="71"/></w:numPr>'))
        read = source(document, tmp_path).paragraphs
        assert [(one.marker, one.heading, one.list_kind) for one in read] == [
            ("1.", 1, None),
            ("1.1", 2, None),
            ("2.", 1, None),
        ]

    def test_a_paragraph_can_leave_the_list_of_its_style(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("Punkt", style="List Number")
        line = document.add_paragraph("Ikke et punkt", style="List Number")
        line._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>'))
        document.add_paragraph("Næste", style="List Number")
        assert markers(document, tmp_path) == ["1.", None, "2."]
