"""A PDF by LibreOffice: what it leaves out of PDF/UA is mended, and it can be stopped."""

import io

import page
import pikepdf
import pytest

from referatdesk.documents.pdf.errors import PdfError
from referatdesk.documents.pdf.making import make_pdf
from referatdesk.documents.pdf.mending import mended
from referatdesk.documents.word.cleaning import cleaned
from referatdesk.documents.word.template import compile_template
from tests.documents.word.building import PROPERTIES, line, meeting, paragraph, parts_of, run, word_file, zipped
from tests.documents.word.building import filled as filled_with
from tests.documents.word.office_templates import OFFICES

BORDER = '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="1F3864"/></w:pBdr></w:pPr>'


def never():
    return False


def small_pdf(drawing):
    """One page with that drawing, an annotation, and a tag that is mapped to another."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    only = pdf.pages[0]
    only.Contents = pdf.make_stream(drawing)
    only.Annots = pikepdf.Array([])
    roles = pikepdf.Dictionary(Standard=pikepdf.Name.P, Sect=pikepdf.Name.Div, H1=pikepdf.Name.P)
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, RoleMap=roles)
    pdf.docinfo["/Producer"] = "Skriveprogram 7"
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def drawn(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])]


def test_tabs_go_in_the_order_of_the_tags_and_standard_tags_mean_what_they_say():
    with pikepdf.open(io.BytesIO(mended(small_pdf(b"")))) as pdf:
        assert pdf.pages[0].Tabs == "/S"
        assert list(pdf.Root.StructTreeRoot.RoleMap.keys()) == ["/Standard"]


def test_jumps_that_no_tag_knows_go_and_notes_have_names():
    pdf = pikepdf.open(io.BytesIO(small_pdf(b"")))
    note = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Note))
    pdf.Root.StructTreeRoot.K = pikepdf.Array([note])
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].Annots = pikepdf.Array([link, pikepdf.Dictionary({**link, "/StructParent": 0}), link])
    out = io.BytesIO()
    pdf.save(out)
    with pikepdf.open(io.BytesIO(mended(out.getvalue()))) as whole:
        assert [one.StructParent for one in whole.pages[0].Annots] == [0]
        assert str(whole.Root.StructTreeRoot.K[0].ID) == "note-1"


def test_the_program_that_wrote_it_is_not_named():
    assert b"Skriveprogram" not in mended(small_pdf(b""))


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (b"q 0 0 m 9 9 l S Q", "q BMC m l S EMC Q"),
        (b"0 0 9 9 re f", "BMC re f EMC"),
        (b"0 0 9 9 re W n 1 1 2 2 re f", "re W n BMC re f EMC"),
        (b"/P <</MCID 0>> BDC 0 0 m 9 9 l S EMC", "BDC m l S EMC"),
        (b"/Artifact BMC 0 0 9 9 re f EMC 0 0 9 9 re f", "BMC re f EMC BMC re f EMC"),
    ],
)
def test_lines_that_no_tag_holds_are_decoration(drawing, expected):
    assert drawn(mended(small_pdf(drawing))) == expected.split()


def test_what_is_no_pdf_is_told():
    with pytest.raises(PdfError, match=r"pdf\.failed"):
        mended(b"ikke en PDF")


@pytest.mark.office
def test_a_template_with_lines_pictures_and_links_becomes_a_pdf_for_everybody():
    body = f"<w:p>{BORDER}{run('Brevhoved')}</w:p>" + paragraph(run("Møde"), style="Overskrift1") + line("møde.udvalg")
    content = filled_with(body, meeting(udvalg="Sundhedsråd Østfjord"))
    report = page.validate_pdf_bytes(make_pdf(content, never), profile="ua1")
    assert [failure.message for failure in report.failures] == []


@pytest.mark.office
def test_a_template_with_notes_and_comments_becomes_a_pdf_for_everybody():
    office = cleaned(OFFICES["much worked on"]().file)
    content = compile_template(office).fill(meeting(udvalg="Sundhedsråd Østfjord"), PROPERTIES).content
    report = page.validate_pdf_bytes(make_pdf(content, never), profile="ua1")
    assert [failure.message for failure in report.failures] == []


@pytest.mark.office
def test_it_is_stopped_when_nobody_wants_it_any_more():
    with pytest.raises(PdfError, match=r"export\.stopped"):
        make_pdf(word_file(line("møde.udvalg")), lambda: True)


@pytest.mark.office
def test_a_file_that_libreoffice_cannot_open_is_told():
    parts = parts_of(word_file(line("møde.udvalg"))) | {"word/document.xml": b"<w:document"}
    with pytest.raises(PdfError, match=r"pdf\.failed"):
        make_pdf(zipped(parts), never)
