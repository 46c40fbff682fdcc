"""Rich text in Word: lists that count on their own, real tables, links and headings."""

import re

import pytest

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import Block, Cell, Run, Table
from tests.documents.word.building import (
    RICH,
    SHIPPED,
    block,
    body_of,
    control,
    filled,
    item,
    items,
    line,
    paragraph,
    parts_of,
    rich,
    run,
    section,
    text,
    words,
)


def made(*blocks):
    return filled(RICH, rich(*blocks))


def body(*blocks):
    return body_of(made(*blocks))


def numbers_in(xml):
    """The (level, list) of every list paragraph."""
    return re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"/>', xml)


def starts(content):
    """Where each list begins to count, by the number of the list."""
    numbering = parts_of(content)["word/numbering.xml"].decode()
    return dict(
        re.findall(
            r'<w:num w:numId="(\d+)"><w:abstractNumId [^>]*><w:lvlOverride [^>]*><w:startOverride w:val="(\d+)"',
            numbering,
        )
    )


def number(words, level=0, marker=None):
    return block(words, kind=BlockKind.NUMBERED, level=level, marker=marker)


def letter(words, level=0, marker=None):
    return block(words, kind=BlockKind.LETTERED, level=level, marker=marker)


def bullet(words, level=0):
    return block(words, kind=BlockKind.BULLET, level=level)


def test_every_numbered_list_counts_from_one_again():
    content = made(number("Første"), number("Anden"), "Mellemtekst", number("Forfra"))
    first, second, third = (number for _, number in numbers_in(body_of(content)))
    assert first == second != third
    assert starts(content) == {first: "1", third: "1"}


def test_lists_of_different_items_count_apart():
    values = items(*(item("Punkt", [section(text(number("Ens")))]) for _ in range(3)))
    assert len(set(numbers_in(body_of(filled(RICH, values))))) == 3


def test_a_list_that_was_read_goes_on_from_its_printed_mark():
    content = made(number("Tredje", marker="3."), number("Fjerde", marker="4."), letter("Anden", marker="b)"))
    three, _, two = (number for _, number in numbers_in(body_of(content)))
    assert starts(content) == {three: "3", two: "2"}


def test_a_nested_list_begins_anew_under_each_point():
    xml = body(number("1"), letter("a", 1), letter("b", 1), number("2"), letter("a", 1))
    outer, a, b, again, fresh = numbers_in(xml)
    assert outer == again
    assert a == b != fresh
    assert [level for level, _ in (a, fresh)] == ["1", "1"]


def test_lists_nest_to_five_levels_and_no_deeper():
    xml = body(*(bullet(f"Niveau {level}", level) for level in range(5)), bullet("For dybt", 9))
    assert [level for level, _ in numbers_in(xml)] == ["0", "1", "2", "3", "4", "4"]


def test_bullets_are_real_and_share_one_list():
    xml = body(bullet("Cykler"), "Tekst", bullet("Gangture"))
    assert len({number for _, number in numbers_in(xml)}) == 1
    assert words(xml) == ["Cykler", "Tekst", "Gangture"]


def test_blocks_without_a_word_leave_nothing_behind():
    xml = body(
        bullet(" "), "", block("  ", kind=BlockKind.SUBHEADING), bullet("Cykler"), block("", kind=BlockKind.QUOTE)
    )
    assert words(xml) == ["Cykler"]


def test_the_line_before_a_list_stays_on_its_page():
    xml = body("Rådet ønsker:", bullet("Cykler"), "Rådet ønsker intet andet:", "Slut")
    assert [("<w:keepNext/>" in one) for one in re.findall(r"<w:p>.*?</w:p>", xml)] == [True, False, False, False]


def test_marks_links_and_breaks_are_kept():
    runs = (
        Run("Fed", bold=True),
        Run(" skrå", italic=True),
        Run(" streg", underline=True),
        Run("rådet", link="https://egeby.example/råd?a=1&b=2"),
        Run("\nny linje"),
    )
    content = made(Block(id="b", runs=runs))
    xml, relations = body_of(content), parts_of(content)["word/_rels/document.xml.rels"].decode()
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Fed</w:t>' in xml
    assert "<w:rPr><w:i/></w:rPr>" in xml
    assert '<w:rPr><w:u w:val="single"/></w:rPr>' in xml
    assert '<w:hyperlink r:id="rIdLink1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>' in xml
    assert "<w:br/>" in xml
    assert 'Target="https://egeby.example/r%C3%A5d?a=1&amp;b=2" TargetMode="External"' in relations


def test_one_address_is_one_relation():
    link = Run("her", link="https://egeby.example")
    relations = parts_of(made(Block(id="a", runs=(link,)), Block(id="b", runs=(link,))))["word/_rels/document.xml.rels"]
    assert relations.count(b"https://egeby.example") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\del", "rådet"])
def test_an_address_that_may_do_harm_is_only_words(address):
    content = made(Block(id="b", runs=(Run("her", link=address),)))
    assert "w:hyperlink" not in body_of(content)
    assert words(body_of(content)) == ["her"]
    assert b"TargetMode" not in parts_of(content)["word/_rels/document.xml.rels"]


def test_a_quotation_has_its_style():
    assert '<w:pStyle w:val="Citat"/>' in body(block("Vi er glade.", kind=BlockKind.QUOTE))


def test_subheadings_stand_below_the_label_without_a_gap():
    template = control(
        "punkter",
        paragraph(control("punkt.titel", run()), style="Overskrift1")
        + control(
            "afsnit",
            paragraph(control("afsnit.overskrift", run()), style="Overskrift2")
            + control("afsnit.tekst", paragraph(run())),
        ),
    )
    heads = [block("Et", kind=BlockKind.SUBHEADING), block("Under", kind=BlockKind.SUBHEADING, level=1)]
    gap = [block("Dyb", kind=BlockKind.SUBHEADING, level=3)]
    values = items(item("Punkt", [section(text(*heads), "Resumé"), section(text(*gap), "Sag"), section(text(*heads))]))
    levels = re.findall(r'<w:pStyle w:val="Overskrift(\d)"/>', body_of(filled(template, values)))
    assert levels == ["1", "2", "3", "4", "2", "3", "3", "4"]


def grid(*rows, **look):
    cells = tuple(tuple(Cell(text(words) if words else ()) for words in row) for row in rows)
    return Block(id="t", kind=BlockKind.TABLE, table=Table(cells, **look))


def test_a_table_has_a_header_shares_of_the_width_and_a_caption():
    xml = body(grid(("Klasse", "Andel"), ("5.", ""), widths=(3.0, 1.0), caption="Tabel 1: Andele"))
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', xml) == ["6974", "2324"]
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.index('<w:pStyle w:val="Billedtekst"/>') < xml.index("<w:tbl>")
    assert "<w:p/></w:tc>" in xml
    assert '<w:tblStyle w:val="Tabel-Gitter"/>' in xml


def test_a_caption_may_stand_after_and_a_table_may_have_no_header():
    xml = body(grid(("a", "b"), header_rows=0, caption="Tabel 2", caption_position=CaptionPosition.AFTER))
    assert xml.index("<w:tbl>") < xml.index('<w:pStyle w:val="Billedtekst"/>')
    assert "w:tblHeader" not in xml


def test_a_table_never_ends_a_document_nor_touches_the_next():
    xml = body(grid(("a",)), grid(("b",)))
    assert "</w:tbl><w:p/><w:tbl>" in xml
    assert xml.endswith("</w:tbl><w:p/>")


def test_a_list_in_a_cell_is_a_list():
    cells = ((Cell((bullet("Cykler"),)),),)
    assert numbers_in(body(Block(id="t", kind=BlockKind.TABLE, table=Table(cells))))


LINE = control("punkter", control("afsnit", paragraph(run("Fraværende "), control("afsnit.linje", run()))))


def on_line(*blocks, template=LINE):
    return body_of(filled(template, items(item("P", [line_section(text(*blocks))]))))


def test_rich_text_on_a_line_keeps_its_marks_and_goes_on_below():
    xml = on_line(Block(id="a", runs=(Run("Palle", bold=True),)), "Ida")
    assert words(xml) == ["Fraværende Palle", "Ida"]
    assert "<w:b/>" in xml


def test_a_list_or_a_table_that_ends_a_line_stands_below_it_as_such():
    table = Block(id="t", kind=BlockKind.TABLE, table=Table(((Cell(text("Ja")),),)))
    xml = on_line(number("Et"), table)
    assert words(xml) == ["Fraværende ", "Et", "Ja", ""]
    assert len(numbers_in(xml)) == 1
    assert xml.count("<w:tbl>") == 1


def test_rich_text_in_the_midst_of_a_line_stays_there_with_all_its_words():
    middle = LINE.replace("</w:p>", f"{run('. Slut')}</w:p>")
    table = Block(id="t", kind=BlockKind.TABLE, table=Table(((Cell(text("Ja")), Cell(text("Nej"))),), caption="Svar"))
    xml = on_line("Palle", table, number("Et"), template=middle)
    assert words(xml) == ["Fraværende PalleSvarJaNejEt. Slut"]
    assert xml.count("<w:br/>") == 3


def test_a_heading_never_grows_beyond_its_line():
    heading = LINE.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr>')
    assert words(on_line("Palle", "Ida", template=heading)) == ["Fraværende PalleIda"]


def test_a_text_of_an_empty_table_alone_says_nothing():
    empty = Block(id="t", kind=BlockKind.TABLE, table=Table(((Cell(), Cell(text(" "))),)))
    assert words(on_line(empty)) == [""]
    assert body("Udfyldes:", empty).count("<w:tbl>") == 1


def line_section(value):
    one = section(None)
    return type(one)({**one.fields, "afsnit.linje": value})


def test_forms_of_lists_that_a_template_lacks_are_added_beside_its_own():
    before = parts_of(SHIPPED.read_bytes())["word/numbering.xml"].count(b"<w:abstractNum ")
    numbering = parts_of(made(letter("Et")))["word/numbering.xml"]
    assert numbering.count(b"<w:abstractNum ") == before + 1
    assert b'<w:numFmt w:val="lowerLetter"/>' in numbering


def test_a_field_for_words_takes_no_blocks_of_paragraphs_apart():
    assert words(body_of(filled(line("møde.sted"), items(sted="Egeby\nRådhus")))) == ["EgebyRådhus"]
