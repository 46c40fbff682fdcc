"""Every rule of accessibility, each with documents that break it and documents that do not."""

import io

import docx
import pytest

from referatdesk.documents.accessibility.checking import RULES, check_word_file
from referatdesk.documents.accessibility.finding import Where
from referatdesk.documents.word.findings import TemplateError
from tests.documents.word.building import SECTION, SHIPPED, control, paragraph, parts_of, run, word_file, zipped

TITLED = "<cp:coreProperties {}><dc:title>{}</dc:title></cp:coreProperties>".format(
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    "{}",
)
BOLD = "<w:rPr><w:b/></w:rPr>"
H1, H2, H3 = "Overskrift1", "Overskrift2", "Overskrift3"
EMPTY = "<w:p/>"
TEXT = paragraph(run("Udvalget drøftede sagen."))
DRAWING = (
    '<w:drawing><wp:{kind}><wp:docPr id="1" name="Billede 1"{alt}>{more}</wp:docPr><a:graphic><a:graphicData/>'
    "</a:graphic></wp:{kind}></w:drawing>"
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def found(body, changed=None):
    """The codes for a document with this body."""
    return [finding.code for finding in findings(body, changed)]


def findings(body, changed=None):
    changed = {"docProps/core.xml": TITLED.format("Referat")} | (changed or {})
    return check_word_file(word_file(body, changed))


def cell(content=TEXT, properties=""):
    return f"<w:tc>{properties}{content}</w:tc>"


def table(*rows, header=True):
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    lines = (f"<w:tr>{mark if place == 0 else ''}{''.join(row)}</w:tr>" for place, row in enumerate(rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>"


def lines(*texts):
    return "".join(paragraph(run(text)) for text in texts)


def picture(kind="inline", alt=' descr="Kort over Egeby"', more=""):
    return paragraph(f"<w:r>{DRAWING.format(kind=kind, alt=alt, more=more)}</w:r>")


def link(words, target='r:id="rId1"'):
    return paragraph(f"<w:hyperlink {target}>{run(words)}</w:hyperlink>")


def coloured(colour, ground="auto", words="Udvalget"):
    look = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>'
    return f'<w:p><w:pPr><w:shd w:val="clear" w:fill="{ground}"/></w:pPr>{run(words, look)}</w:p>'


def styles(replacing, by):
    before = parts_of(SHIPPED.read_bytes())["word/styles.xml"].decode()
    assert replacing in before
    return {"word/styles.xml": before.replace(replacing, by)}


LANGUAGE = '<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/>'
TWO = table((cell(), cell()), (cell(), cell()))

BROKEN = {
    "title.missing": [(TEXT, {"docProps/core.xml": TITLED.format(" ")})],
    "language.missing": [(TEXT, styles(LANGUAGE, ""))],
    "language.other": [(TEXT, styles(LANGUAGE, '<w:lang w:val="en-GB"/>'))],
    "heading.none": [(TEXT * 20, None)],
    "heading.first": [(paragraph(run("Sag"), style=H2) + TEXT, None)],
    "heading.jump": [(paragraph(run("Sag"), style=H1) + TEXT + paragraph(run("Økonomi"), style=H3), None)],
    "heading.empty": [(paragraph(style=H1) + TEXT, None)],
    "heading.posed": [
        (paragraph(run("Beslutning", BOLD)) + TEXT, None),
        (paragraph(run("Punkt 1", BOLD), run(" "), run("Velkomst", BOLD)) + TEXT, None),
        (paragraph('<w:r><w:rPr><w:rStyle w:val="Ledetekst"/></w:rPr><w:t>Bilag</w:t></w:r>') + TEXT, None),
    ],
    "paragraph.empty": [
        (TEXT + EMPTY + TEXT, None),
        (TEXT + paragraph(run("  ")) * 3 + TEXT, None),
        (TEXT + EMPTY + TWO, None),
        (table((cell(EMPTY + TEXT),)) + EMPTY, None),
    ],
    "list.typed": [
        (lines("• Egeby", "• Klitved"), None),
        (lines("• Egeby", "Klitved"), None),
        (lines("- Egeby", "- Klitved"), None),
        (lines("1. at godkende", "2. at orientere"), None),
        (lines("a) at godkende", "b) at orientere"), None),
        (lines("1)\tEgeby", "2)\tKlitved"), None),
    ],
    "table.no_header": [(table((cell(), cell()), (cell(), cell()), header=False) + TEXT, None)],
    "table.merged": [
        (table((cell(), cell(properties='<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')), (cell(), cell())) + TEXT, None),
        (table((cell(), cell(properties="<w:tcPr><w:vMerge/></w:tcPr>")), (cell(), cell())) + TEXT, None),
    ],
    "table.nested": [(table((cell(TWO + EMPTY),)) + TEXT, None)],
    "picture.no_alt": [(picture(alt=""), None), (picture(alt=' descr=" "'), None)],
    "picture.alt_is_file": [
        (picture(alt=' descr="image001.png"'), None),
        (picture(alt=' descr="C:\\Brugere\\Palle\\logo.jpg"'), None),
    ],
    "picture.floating": [(picture("anchor"), None)],
    "link.empty": [(link(" ").replace("</w:p>", f"{run('se')}</w:p>"), None)],
    "link.says_nothing": [(link("Læs mere"), None), (link("her."), None)],
    "link.address": [(link("https://egeby.example/politik/udvalg/sundhed/2027/02/04/referat"), None)],
    "contrast.low": [
        (coloured("AAAAAA"), None),
        (coloured("FFFFFF"), None),
        (coloured("767676", "D9D9D9"), None),
        (lines("Udvalget"), styles(LANGUAGE, f'<w:color w:val="BFBFBF"/>{LANGUAGE}')),
    ],
    "changes.unresolved": [
        (f'<w:p><w:ins w:id="1" w:author="x">{run()}</w:ins></w:p>', None),
        (f'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>x</w:delText></w:r></w:del>{run()}</w:p>', None),
    ],
    "comments.left": [(paragraph(run(), '<w:r><w:commentReference w:id="1"/></w:r>'), None)],
}
WHOLE = {
    "a title and Danish": (TEXT, None),
    "headings in order": (
        paragraph(run("Sag"), style=H1)
        + TEXT
        + paragraph(run("Økonomi"), style=H2)
        + paragraph(run("Drift"), style=H3)
        + TEXT
        + paragraph(run("Næste sag"), style=H1)
        + TEXT,
        None,
    ),
    "a bold word in a line": (paragraph(run("Sagsnr.", BOLD), run(" 27/104")) + TEXT, None),
    "a bold sentence": (paragraph(run("Udvalget godkendte indstillingen.", BOLD)) + TEXT, None),
    "bold cells": (table((cell(paragraph(run("Navn", BOLD))), cell())) + TEXT, None),
    "bold lines to the end": (TEXT + paragraph(run("Merete Aaby", BOLD)) + paragraph(run("formand", BOLD)), None),
    "bold that is turned off": (
        paragraph(run("Beslutning", '<w:rPr><w:rStyle w:val="Ledetekst"/><w:b w:val="0"/></w:rPr>')) + TEXT,
        None,
    ),
    "the title of the document": (paragraph(run("Referat", BOLD), style="Titel") + TEXT, None),
    "what Word wants between tables and behind one": (TWO + EMPTY + TWO + EMPTY, None),
    "what Word wants behind a table in a control": (control("x", TWO + EMPTY) + TEXT, None),
    "a bold lead-in to a list": (
        paragraph(run("Bilag:", BOLD)) + paragraph(run("Kalender"), style="Opstilling-punkttegn") + TEXT,
        None,
    ),
    "an empty cell": (table((cell(), cell(EMPTY)), (cell(), cell())) + TEXT, None),
    "a page break": (TEXT + paragraph('<w:r><w:br w:type="page"/></w:r>') + TEXT, None),
    "a section that ends": (TEXT + f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" + TEXT, None),
    "ordinals": (
        lines("1. kvartal gik godt", "2. kvartal gik bedre", "3. behandling", "4. februar 2027", "5. sal"),
        None,
    ),
    "one dash of speech": (lines("– Vi er glade, siger formanden", "Udvalget takkede"), None),
    "a real list": (paragraph(run("Egeby"), style="Opstilling-punkttegn") * 2, None),
    "numbers in headings": (
        paragraph(run("1. Velkomst"), style=H1) + TEXT + paragraph(run("2. Sag"), style=H1) + TEXT,
        None,
    ),
    "one column of facts": (table((cell(),), (cell(),), header=False) + TEXT, None),
    "a table with a heading": (TWO + TEXT, None),
    "a picture that is told": (picture(), None),
    "a picture for decoration": (picture(alt="", more=DECORATIVE), None),
    "a link that says where": (
        link("Egeby Kommunes budget") + link("egeby.example") + link("Sag", 'w:anchor="x"'),
        None,
    ),
    "colours that can be seen": (coloured("595959") + coloured("auto", "000000") + coloured("FFFFFF", "1F3864"), None),
    "a heading with a line break in it": (paragraph(run("Sag<w:br/>om budget"), style=H1) + TEXT, None),
}


@pytest.mark.parametrize(("code", "body", "changed"), [(code, *one) for code, made in BROKEN.items() for one in made])
def test_a_document_that_breaks_a_rule_is_told_so_and_nothing_else(code, body, changed):
    assert found(body, changed) == [code]


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_that_keeps_the_rules_is_let_be(name):
    assert found(*WHOLE[name]) == []


def test_no_rule_is_without_a_document_that_breaks_it():
    told = {finding.code for made in BROKEN.values() for one in made for finding in findings(*one)}
    assert told == BROKEN.keys()
    assert len(RULES) == len(set(RULES))


def test_a_finding_says_where_it_is():
    body = TEXT + paragraph(run("Økonomi"), style=H1) + TEXT + EMPTY * 2 + lines("Udvalget godkendte")
    (finding,) = findings(body)
    assert finding.place.where is Where.BODY
    assert (finding.place.heading, finding.place.near) == ("Økonomi", "Udvalget drøftede sagen.")
    assert finding.data == {"count": 2}


def test_headers_and_footers_are_looked_at_too():
    header = parts_of(SHIPPED.read_bytes())["word/header1.xml"].decode()
    start = header.index(">", header.index("<w:hdr")) + 1
    drawing = picture("anchor", alt="").replace("<w:p>", f"<w:p {_DRAWING_NAMES}>", 1)
    changed = {"word/header1.xml": header[:start] + drawing + header[start:]}
    (finding,) = findings(TEXT, changed)
    assert (finding.code, finding.place.where) == ("picture.no_alt", Where.HEADER)


_DRAWING_NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def test_what_stands_twice_for_older_programs_is_told_once():
    old = '<w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict>'
    new = DRAWING.format(kind="inline", alt="", more="")
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    assert found(paragraph(f"<w:r>{both}</mc:AlternateContent></w:r>")) == ["picture.no_alt"]


def test_a_pair_of_colours_is_told_once():
    assert found(coloured("AAAAAA") * 5) == ["contrast.low"]


def test_the_shade_of_a_table_style_is_behind_its_first_row():
    body = table((cell(coloured("777777")), cell()), (cell(), cell()))
    gridded = body.replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Tabel-Gitter"/></w:tblPr>') + TEXT
    assert [finding.data["ground"] for finding in findings(body + TEXT)] == ["auto"]
    assert [len(finding.data["ground"]) for finding in findings(gridded)] == [6]


def test_files_come_through_the_gate():
    parts = parts_of(word_file(TEXT))
    hostile = zipped(parts | {"word/document.xml": b"<!DOCTYPE x>" + parts["word/document.xml"]})
    for content in (b"ikke en Word-fil", hostile):
        with pytest.raises(TemplateError):
            check_word_file(content)


def test_a_document_as_another_program_writes_it_can_be_checked():
    made = docx.Document()
    made.add_heading("Referat", 1)
    made.add_paragraph("Udvalget drøftede sagen.")
    made.add_table(2, 2)
    out = io.BytesIO()
    made.save(out)
    assert {"language.other", "table.no_header"} <= {finding.code for finding in check_word_file(out.getvalue())}
