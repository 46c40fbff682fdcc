import zipfile
from pathlib import Path

import docx
import pytest

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.reader import read_draft
from referatdesk.domain.codes import BlockKind
from referatdesk.services.intake.neutral import neutral
from tests.documents.reading.word_minutes import saved, typed_by_hand, with_body, with_part, with_styles

MINUTES = Path(__file__).parents[2] / "fixtures" / "minutes"


def paragraphs(document, folder):
    return read_source(saved(document, folder)).paragraphs


def texts(document, folder):
    return [one.text for one in paragraphs(document, folder)]


@pytest.mark.parametrize("empty_lines", [True, False])
@pytest.mark.parametrize("name", ["one_item", "other_labels", "closed_items"])
def test_minutes_typed_by_hand_read_like_their_text(tmp_path, name, empty_lines):
    text = (MINUTES / f"{name}.txt").read_text(encoding="utf-8").replace("næste linje og\nsom", "næste linje og som")
    document = typed_by_hand(text, empty_lines=empty_lines)
    assert neutral(read_draft(saved(document, tmp_path))) == neutral(read_draft(MINUTES / f"{name}.txt"))


def test_minutes_set_in_styles_read_like_their_text(tmp_path):
    text = (MINUTES / "closed_items.txt").read_text(encoding="utf-8")
    assert neutral(read_draft(saved(with_styles(text), tmp_path))) == neutral(read_draft(MINUTES / "closed_items.txt"))


def test_a_heading_of_the_level_of_the_labels_is_a_label_too(tmp_path):
    text = "Punkt 1: Sag\nSagsfremstilling\nTekst.\nIndstilling\n- Godkender sagen."
    document = with_styles(text)
    document.add_heading("Borgernes stemme", 2)
    document.add_paragraph("De blev hørt.")
    document.add_heading("Et mindre emne", 3)
    document.add_paragraph("Mere tekst.")
    sections = read_draft(saved(document, tmp_path)).items[0].sections
    assert [section.label for section in sections] == ["Sagsfremstilling", "Indstilling", "Borgernes stemme"]
    assert [block.kind for block in sections[2].blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
    ]


def test_headers_and_footers_are_no_text(tmp_path):
    assert not {"Punkt 9: Sidehoved", "Side 1 af 4"} & set(texts(with_styles("Punkt 1: Sag\nTekst."), tmp_path))


def test_tracked_changes_are_read_as_accepted(tmp_path):
    document = with_body(
        '<w:p><w:r><w:t xml:space="preserve">Rådet </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>afviste'
        '</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>godkendte</w:t></w:r></w:ins></w:p>',
        '<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">To </w:t>'
        "</w:r></w:p>",
        "<w:p><w:r><w:t>bliver ét.</w:t></w:r></w:p>",
    )
    assert texts(document, tmp_path) == ["Rådet godkendte", "To bliver ét."]


def test_text_in_controls_links_and_fields_is_read(tmp_path):
    document = with_body(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>I et felt</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>4. februar</w:t></w:r></w:fldSimple><w:r><w:instrText>PAGE'
        "</w:instrText></w:r><w:r><w:tab/><w:t>2027</w:t><w:br/><w:t>ny linje</w:t></w:r></w:p>",
    )
    relation = document.part.relate_to("https://example.org/", f"{R}/hyperlink", is_external=True)
    document.element.body.insert(
        2,
        with_body(f'<w:p><w:hyperlink r:id="{relation}"><w:r><w:t>Se her</w:t></w:r></w:hyperlink></w:p>').element.body[
            0
        ],
    )
    read = paragraphs(document, tmp_path)
    assert [one.text for one in read] == ["I et felt", "4. februar\t2027\nny linje", "Se her"]
    assert read[2].runs[0].link == "https://example.org/"


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_bold_and_italic_are_kept(tmp_path):
    document = docx.Document()
    line = document.add_paragraph("Almindelig ")
    line.add_run("fed").bold = True
    line.add_run(" og ").italic = True
    (read,) = paragraphs(document, tmp_path)
    assert [(run.text, run.bold, run.italic) for run in read.runs] == [
        ("Almindelig ", False, False),
        ("fed", True, False),
        (" og", False, True),
    ]


def test_real_lists_have_kind_level_and_printed_mark(tmp_path):
    document = docx.Document()
    document.add_paragraph("Første", style="List Number")
    document.add_paragraph("Anden", style="List Number")
    document.add_paragraph("Kugle", style="List Bullet")
    document.add_paragraph("Under", style="List Bullet 2")
    read = paragraphs(document, tmp_path)
    assert [(one.list_kind, one.marker) for one in read] == [
        (BlockKind.NUMBERED, "1."),
        (BlockKind.NUMBERED, "2."),
        (BlockKind.BULLET, "•"),
        (BlockKind.BULLET, "•"),
    ]


def test_tables_keep_their_cells_also_where_cells_are_merged(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{at}"
    table.cell(1, 0).merge(table.cell(1, 1))
    (read,) = paragraphs(document, tmp_path)
    assert [[" ".join(block.text for block in cell.blocks) for cell in row] for row in read.table.rows] == [
        ["c0", "c1", "c2"],
        ["c3 c4", "", "c5"],
    ]


def test_contents_made_by_word_are_no_items(tmp_path):
    document = with_body(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Indhold</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Punkt 1: Sag</w:t><w:tab/><w:t>2</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>Punkt 1: Sag</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Sagsfremstilling</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Tekst.</w:t></w:r></w:p>",
    )
    draft = read_draft(saved(document, tmp_path))
    assert [item.title for item in draft.items] == ["Sag"]
    assert draft.contents == ("Indhold", "Punkt 1: Sag\t2")


def test_a_label_after_a_soft_break_is_a_label(tmp_path):
    document = docx.Document()
    document.add_paragraph("Punkt 1: Sag")
    document.add_paragraph("Sagsfremstilling\nFørste linje.")
    document.add_paragraph("Bilag\nNotat.pdf\nBudget\nFraværende Ida Vester, Egeby Kommune")
    sections = read_draft(saved(document, tmp_path)).items[0].sections
    assert [section.label for section in sections] == ["Sagsfremstilling", "Bilag", "Fraværende"]
    assert [paper.title for paper in sections[1].attachments] == ["Notat.pdf", "Budget"]


def code_of(path):
    with pytest.raises(ReadingError) as caught:
        read_source(path)
    return caught.value.code


def test_a_part_with_a_document_type_is_refused(tmp_path):
    path = saved(docx.Document(), tmp_path)
    hostile = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    assert code_of(with_part(path, "word/document.xml", hostile)) == "unsafe"


def test_a_part_that_unpacks_to_far_too_much_is_refused(tmp_path):
    path = saved(docx.Document(), tmp_path)
    assert code_of(with_part(path, "word/document.xml", b" " * 60_000_000)) == "too_large"


def test_a_locked_file_is_told_from_an_old_one(tmp_path):
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    (tmp_path / "a.docx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le") + bytes(80))
    (tmp_path / "b.docx").write_bytes(ole)
    assert (code_of(tmp_path / "a.docx"), code_of(tmp_path / "b.docx")) == ("protected", "mislabelled")


@pytest.mark.parametrize(
    ("part", "code"),
    [("xl/workbook.xml", "mislabelled"), ("a.txt", "mislabelled"), ("word/document.xml", "broken")],
)
def test_another_kind_of_package_is_told_from_a_broken_one(tmp_path, part, code):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr(part, "<a/>")
    assert code_of(tmp_path / "a.docx") == code


def test_a_file_without_words_says_so(tmp_path):
    assert code_of(saved(docx.Document(), tmp_path)) == "no_text"
