import pytest

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.domain.codes import BlockKind
from tests.documents.reading.odt_minutes import h, listed, numbers, odt, p, picture, rich, row
from tests.documents.reading.word_xml import png


@pytest.fixture
def read(tmp_path):
    def reading(text, **more):
        path = tmp_path / "referat.odt"
        path.write_bytes(odt(text, **more))
        return read_source(path)

    return reading


def texts(source):
    return [one.text for one in source.paragraphs]


def test_paragraphs_are_read_with_blanks_as_the_format_has_them(read):
    source = read(p("  Rådet \n  <text:span>drøftede</text:span> <text:s text:c='2'/>sagen<text:line-break/>igen"))
    assert texts(source) == ["Rådet drøftede   sagen\nigen"]


def test_headings_and_title_are_known_by_level_and_style(read):
    source = read(p("Referat", "P1") + h("Sag") + h("Under", 2), automatic=based("P1", "Title"), styles=named("Title"))
    assert [(one.text, one.heading, one.style) for one in source.paragraphs] == [
        ("Referat", 0, "Title"),
        ("Sag", 1, ""),
        ("Under", 2, ""),
    ]


def named(name):
    return f'<style:style style:name="{name}" style:family="paragraph"/>'


def based(name, parent, properties=""):
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
        f"{properties}</style:style>"
    )


def of_words(name, said):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>'


def test_form_is_taken_over_from_the_styles_above(read):
    bold = '<style:text-properties fo:font-weight="bold"/>'
    styles = based("Fed", "", bold) + based("P1", "Fed") + of_words("T1", 'fo:font-weight="normal"')
    (line,) = read(p('Fed <text:span text:style-name="T1">ikke</text:span>', "P1"), automatic=styles).paragraphs
    assert [(run.text, run.bold) for run in line.runs] == [("Fed ", True), ("ikke", False)]


def test_lists_are_counted_within_each_other(read):
    style = numbers("L1", ("1", "", "."), ("a", "(", ")"))
    inner = listed(p("b"), p("c"))
    source = read(
        listed(p("a") + inner, p("d")) + listed(p("e"), more=' text:continue-numbering="true"'), automatic=style
    )
    assert [(one.text, one.marker, one.level) for one in source.paragraphs] == [
        ("a", "1.", 0),
        ("b", "(1.a)", 1),
        ("c", "(1.b)", 1),
        ("d", "2.", 0),
        ("e", "3.", 0),
    ]
    assert {one.list_kind for one in source.paragraphs} == {BlockKind.NUMBERED, BlockKind.LETTERED}


def test_a_second_paragraph_of_an_item_has_no_mark(read):
    source = read(listed(p("a") + p("mere"), p("b")), automatic=numbers("L1", ("1", "", ")")))
    assert [(one.text, one.marker, one.list_kind) for one in source.paragraphs] == [
        ("a", "1)", BlockKind.NUMBERED),
        ("mere", None, None),
        ("b", "2)", BlockKind.NUMBERED),
    ]


def test_an_item_may_begin_at_another_number(read):
    text = listed(p("a")).replace("<text:list-item>", '<text:list-item text:start-value="7">')
    assert [one.marker for one in read(text, automatic=numbers("L1", ("1", "Punkt ", ":"))).paragraphs] == ["Punkt 7:"]


def test_numbered_headings_have_their_number_as_mark(read):
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    outline = f"<text:outline-style>{level}</text:outline-style>"
    source = read(h("Dagsorden") + h("Resumé", 2) + h("Budget"), styles=outline)
    assert [one.marker for one in source.paragraphs] == ["1.", None, "2."]


def test_tables_are_even_and_keep_what_spans_columns(read):
    wide = '<table:table-row><table:table-cell table:number-columns-spanned="2">'
    first = f"{wide}{p('a')}</table:table-cell><table:covered-table-cell/></table:table-row>"
    head = f"<table:table-header-rows>{row(p('x'), p('y'))}</table:table-header-rows>"
    (line,) = read(f"<table:table>{head}{first}{row(p('b'))}</table:table>").paragraphs
    assert [["|".join(block.text for block in cell.blocks) for cell in one] for one in line.table.rows] == [
        ["x", "y"],
        ["a", ""],
        ["b", ""],
    ]
    assert line.table.header_rows == 1


def test_cells_said_to_be_repeated_without_end_are_cut(read):
    cell = f'<table:table-cell table:number-columns-repeated="99999">{p("a")}</table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    (line,) = read(f"<table:table>{rows}</table:table>").paragraphs
    assert line.text.strip() == "a"


def test_boxes_pictures_and_notes_follow_their_paragraph(read):
    box = f"<draw:frame><draw:text-box>{p('I boksen')}</draw:text-box></draw:frame>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noten</text:p></text:note-body>"
    )
    source = read(p(f"Tekst{box}{picture()}{note}</text:note>"), pictures={"Pictures/a.png": png()})
    assert [(one.text, one.note) for one in source.paragraphs] == [
        ("Tekst", False),
        ("I boksen", False),
        ("", False),
        ("Noten", True),
    ]
    assert (source.paragraphs[2].picture.data, source.paragraphs[2].picture.alt) == (png(), "Kort over Klitved")


def test_a_picture_elsewhere_is_never_fetched(read):
    for path in ("http://192.0.2.1/a.png", "../../a.png", "/etc/passwd", "file:///etc/passwd"):
        (line,) = read(p(picture(path))).paragraphs
        assert line.picture.data == b""


def test_tracked_changes_are_read_as_accepted_and_told(read):
    info = "<office:change-info><dc:creator>Aksel Ravn Lund</dc:creator></office:change-info>"
    come = f'<text:changed-region text:id="a"><text:insertion>{info}</text:insertion></text:changed-region>'
    gone = f'<text:changed-region text:id="b"><text:deletion>{info}{p("afviste")}</text:deletion></text:changed-region>'
    marked = '<text:change-start text:change-id="a"/>godkendte<text:change-end text:change-id="a"/>'
    text = f'Rådet {marked}<text:change text:change-id="b"/> sagen'
    source = read(f"<text:tracked-changes>{come}{gone}</text:tracked-changes>{p(text)}")
    assert texts(source) == ["Rådet godkendte sagen"]
    assert [(one.text, one.inserted, one.author) for one in source.changes] == [
        ("godkendte", True, "Aksel Ravn Lund"),
        ("afviste", False, "Aksel Ravn Lund"),
    ]


def test_comments_headers_and_contents_are_kept_apart_from_the_text(read):
    comment = "<office:annotation><dc:creator>Ida Vester</dc:creator><text:p>Passer det?</text:p></office:annotation>"
    contents = f"<text:table-of-content><text:index-body>{p('Sag 1')}</text:index-body></text:table-of-content>"
    page = "<text:page-number>2</text:page-number>"
    margins = f"<style:header>{p('Egeby Kommune')}</style:header><style:footer>{p(f'Side {page}')}</style:footer>"
    source = read(contents + p(f"Tekst{comment}"), margins=margins)
    assert [(one.text, one.contents) for one in source.paragraphs] == [("Sag 1", True), ("Tekst", False)]
    assert [(one.text, one.author, one.place.line_from) for one in source.comments] == [
        ("Passer det?", "Ida Vester", 2)
    ]
    assert source.margins == ("Egeby Kommune",)


def test_hidden_words_are_not_read_and_pages_are_known(read):
    hidden = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    paged = based("P1", "", '<style:paragraph-properties fo:break-before="page"/>')
    source = read(
        p('Vist<text:span text:style-name="T1"> skjult</text:span>') + p("Ny side", "P1"), automatic=hidden + paged
    )
    assert [(one.text, one.page_before) for one in source.paragraphs] == [("Vist", False), ("Ny side", True)]


def test_a_file_with_all_features_is_read_whatever_it_is_called(tmp_path):
    path = tmp_path / "skabelon.docx"
    path.write_bytes(rich())
    assert texts(read_source(path))[:3] == [
        "Referat af møde i Sundhedsråd Østfjord den 4. maj 2027",
        "Punkt 1: Dagsorden",
        "Rådet godkendte sagen",
    ]


@pytest.mark.parametrize(
    ("text", "manifest", "code"),
    [(p("x"), "<manifest:encryption-data/>", "protected"), (p(""), "", "no_text")],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, text, manifest, code):
    path = tmp_path / "a.odt"
    path.write_bytes(odt(text, manifest=manifest))
    with pytest.raises(ReadingError) as caught:
        read_source(path)
    assert caught.value.code == code
