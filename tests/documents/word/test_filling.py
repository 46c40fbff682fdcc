"""Templates filled: fields, conditions, repeats, and what is left when there is nothing to say."""

import pytest

from referatdesk.documents.word.template import compile_template
from referatdesk.documents.word.values import Properties, Scope
from tests.documents.word.building import (
    PROPERTIES,
    body_of,
    control,
    filled,
    item,
    items,
    line,
    meeting,
    paragraph,
    parts_of,
    printed,
    run,
    word_file,
    words,
    zipped,
)


def test_a_value_takes_the_place_of_its_control_and_keeps_its_look():
    bold = "<w:rPr><w:b/></w:rPr>"
    template = paragraph(run("Sted: "), control("møde.sted", run("x", bold)), run("."))
    assert printed(template, meeting(sted="Egeby Rådhus")) == (
        "<w:p><w:r><w:t>Sted: </w:t></w:r>"
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Egeby Rådhus</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )


def test_the_grey_of_a_placeholder_is_not_kept():
    grey = '<w:rPr><w:rStyle w:val="Pladsholdertekst"/></w:rPr>'
    template = paragraph(control("møde.sted", run("x", grey), "<w:showingPlcHdr/>"))
    assert "Pladsholdertekst" not in printed(template, meeting(sted="Egeby"))


@pytest.mark.parametrize("empty", [None, "", "  ", ()])
def test_an_empty_value_takes_its_label_and_its_paragraph_along(empty):
    template = paragraph(run("Sted: "), control("møde.sted", run())) + paragraph(run("Slut"))
    assert words(printed(template, meeting(sted=empty))) == ["Slut"]


def test_a_paragraph_stays_while_one_of_its_fields_has_a_value():
    template = paragraph(control("møde.udvalg", run()), run(" d. "), control("møde.dato", run()))
    assert words(printed(template, meeting(udvalg="Sundhedsråd Østfjord"))) == ["Sundhedsråd Østfjord d. "]


def test_a_page_number_keeps_a_footer_line_alive():
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    assert "PAGE" in printed(paragraph(control("møde.sted", run()), number), meeting())


def test_a_condition_is_kept_only_with_a_value():
    template = control("hvis.møde.sted", paragraph(run("Mødet holdes"))) + paragraph(run("Slut"))
    assert words(printed(template, meeting(sted="Egeby"))) == ["Mødet holdes", "Slut"]
    assert words(printed(template, meeting())) == ["Slut"]


def test_a_condition_may_ask_for_a_repeat_or_for_a_kind_of_section():
    template = control("hvis.punkter", paragraph(run("Punkter"))) + control(
        "punkter", control("hvis.beslutning", paragraph(run("Besluttet"))) + line("punkt.titel")
    )
    values = items(item("Velkomst"), item("Nabohjælp", beslutning="Godkendt."))
    assert words(printed(template, values)) == ["Punkter", "Velkomst", "Besluttet", "Nabohjælp"]
    assert words(printed(template, items())) == [""]


def test_a_repeat_is_written_once_for_each_scope_and_sees_the_fields_outside():
    template = control("punkter", paragraph(control("møde.udvalg", run()), run(": "), control("punkt.titel", run())))
    values = items(item("Velkomst"), item("Eventuelt"), udvalg="Rådet")
    assert words(printed(template, values)) == ["Rådet: Velkomst", "Rådet: Eventuelt"]


def test_words_own_wrapping_of_a_repeated_item_is_taken_off():
    mark = "<w:sdtPr><w15:repeatingSectionItem/></w:sdtPr>"
    wrapped = f"<w:sdt>{mark}<w:sdtContent>{line('punkt.titel')}</w:sdtContent></w:sdt>"
    xml = printed(control("punkter", wrapped, "<w15:repeatingSection/>"), items(item("Velkomst"), item("Eventuelt")))
    assert words(xml) == ["Velkomst", "Eventuelt"]
    assert "w:sdt" not in xml


def test_a_repeat_may_go_round_the_rows_of_a_table():
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/>{paragraph(run('Navn'))}</w:tc></w:tr>"
    row = f"<w:tr><w:tc><w:tcPr/>{line('deltager.navn')}</w:tc></w:tr>"
    template = f"<w:tbl><w:tblPr/><w:tblGrid/>{head}{control('deltagere', row)}</w:tbl>{paragraph(run('Slut'))}"
    people = [Scope({"deltager.navn": name}) for name in ("Merete Aaby", "Palle Nørre")]
    assert words(printed(template, Scope({}, {"deltagere": people}))) == ["Navn", "Merete Aaby", "Palle Nørre", "Slut"]
    assert words(printed(template, Scope({}))) == ["Slut"]


def test_an_empty_field_leaves_its_cell_a_paragraph():
    cells = f"<w:tc><w:tcPr/>{line('møde.sted')}</w:tc><w:tc><w:tcPr/>{paragraph(run('Sted'))}</w:tc>"
    xml = printed(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>{paragraph(run('Slut'))}", meeting())
    assert "<w:tcPr/><w:p/></w:tc>" in xml


def test_a_control_may_go_round_a_cell():
    cell = control("møde.sted", f"<w:tc><w:tcPr/>{paragraph(run())}</w:tc>")
    xml = printed(
        f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{paragraph(run('Slut'))}", meeting(sted="Egeby")
    )
    assert words(xml) == ["Egeby", "Slut"]
    assert xml.count("<w:tc>") == 1


def test_both_copies_of_a_text_box_are_filled():
    box = f"<w:txbxContent>{line('møde.sted')}</w:txbxContent>"
    template = paragraph(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert printed(template, meeting(sted="Egeby")).count(">Egeby</w:t>") == 2
    assert printed(template, meeting()).count("<w:txbxContent><w:p/></w:txbxContent>") == 2


def test_fields_in_headers_and_footers_are_filled():
    footer = word_file(line("møde.titel"))
    content = compile_template(footer).fill(meeting(titel="Referat", udvalg="Rådet"), PROPERTIES).content
    assert words(body_of(content, "word/footer1.xml"))[0].startswith("Rådet")


def test_controls_of_others_stay():
    theirs = '<w:sdt><w:sdtPr><w:tag w:val="journal"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    xml = printed(theirs.format(line("møde.sted")), meeting(sted="Egeby"))
    assert '<w:tag w:val="journal"/>' in xml
    assert "rd:" not in xml


def test_what_may_exist_once_is_not_repeated():
    marked = '<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="7" w:name="her"/>{}<w:bookmarkEnd w:id="7"/></w:p>'
    xml = printed(control("punkter", marked.format(control("punkt.titel", run()))), items(item("A"), item("B")))
    assert "bookmark" not in xml
    assert "paraId" not in xml


def test_signs_that_xml_forbids_are_left_out_and_the_rest_is_escaped():
    hostile = 'a\x00b\x0b<w:p>&amp;\ud800"\uffff\tc\r\nd'
    xml = printed(line("møde.sted"), meeting(sted=hostile))
    assert xml == (
        '<w:p><w:r><w:t xml:space="preserve">ab</w:t><w:br/>'
        '<w:t xml:space="preserve">&lt;w:p&gt;&amp;amp;"</w:t><w:tab/>'
        '<w:t xml:space="preserve">c</w:t><w:br/><w:t xml:space="preserve">d</w:t></w:r></w:p>'
    )


def test_a_value_is_never_read_as_template():
    xml = printed(line("møde.sted"), meeting(sted="<?rd ( 0?>[[møde.titel]]{{x}}"))
    assert "&lt;?rd ( 0?&gt;[[møde.titel]]{{x}}" in xml


def test_instructions_in_a_template_are_thrown_away():
    assert words(printed(f"<?rd ( 0?>{line('møde.sted')}<?rd )?>", meeting(sted="Egeby"))) == ["Egeby"]


def test_parts_without_a_field_come_out_byte_for_byte():
    template = word_file(line("møde.titel"), {"word/media/vaaben.png": "billede", "customXml/item1.xml": "<a  b='c'/>"})
    before, after = (
        parts_of(template),
        parts_of(compile_template(template).fill(meeting(titel="R"), PROPERTIES).content),
    )
    changed = {name for name in before if before[name] != after[name]}
    assert set(before) == set(after)
    assert changed <= {
        "word/document.xml",
        "docProps/core.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/footer1.xml",
        "word/footer2.xml",
    }


def test_equal_values_give_equal_bytes():
    values = items(item("Velkomst"), titel="Referat")
    template = word_file(control("punkter", line("punkt.titel")))
    first = compile_template(template).fill(values, PROPERTIES).content
    assert compile_template(template).fill(values, PROPERTIES).content == first


def test_a_compiled_template_keeps_nothing_of_the_last_meeting():
    compiled = compile_template(word_file(control("punkter", line("punkt.titel"))))
    first = compiled.fill(items(item("Velkomst")), PROPERTIES).content
    compiled.fill(items(item("Eventuelt"), item("Lukning")), PROPERTIES)
    assert compiled.fill(items(item("Velkomst")), PROPERTIES).content == first


def test_a_dotx_becomes_a_document():
    parts = parts_of(word_file(line("møde.titel")))
    types = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    template = zipped(parts | {"[Content_Types].xml": types})
    after = parts_of(compile_template(template).fill(meeting(titel="R"), PROPERTIES).content)
    assert b"template.main+xml" not in after["[Content_Types].xml"]
    assert b"document.main+xml" in after["[Content_Types].xml"]


def test_the_file_says_its_title_and_language_and_nobodys_name():
    core = parts_of(filled(line("møde.titel"), meeting(titel="x"), properties=Properties("Råd & møde", "Rådet")))
    text = core["docProps/core.xml"].decode()
    assert "<dc:title>Råd &amp; møde</dc:title>" in text
    assert "<dc:language>da-DK</dc:language>" in text
    assert "creator" not in text
    assert "lastModifiedBy" not in text
