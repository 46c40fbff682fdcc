"""PDF files that are refused, each with its reason, and those that are only made to be hard."""

from __future__ import annotations

from pathlib import Path

import pytest

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.pdf_file import read_pdf_file
from tests.documents.reading.pdf_pages import HEIGHT, WIDTH, PdfPage, pdf_of

TEXT = "Rådet drøftede sagen og tog den til efterretning."


def raised(code: str, content: bytes, tmp_path: Path) -> ReadingError:
    path = tmp_path / "fil.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadingError) as error:
        read_pdf_file(path)
    assert error.value.code == code
    return error.value


def scanned_page() -> PdfPage:
    page = PdfPage()
    page.picture(0, 0, WIDTH, HEIGHT)
    return page


def test_pictures_of_text_are_said_to_be_scanned(tmp_path):
    raised("scanned", pdf_of([scanned_page(), scanned_page()]), tmp_path)


def test_a_scanned_page_with_a_stamp_is_still_scanned(tmp_path):
    page = scanned_page()
    page.words(500, 20, "Scan 12")
    raised("scanned", pdf_of([page]), tmp_path)


def test_a_page_without_anything_has_no_text(tmp_path):
    raised("no_text", pdf_of([PdfPage()]), tmp_path)


def test_a_file_that_opens_by_a_password_only_is_protected(tmp_path):
    lock = f"<</Filter/Standard/V 1/R 2/O<{'5a' * 32}>/U<{'a5' * 32}>/P -4>>"
    page = PdfPage()
    page.paragraph(TEXT)
    content = pdf_of([page]).replace(b"/Root 1 0 R", f"/Root 1 0 R/ID[<01><01>]/Encrypt {lock}".encode())
    raised("protected", content, tmp_path)


def test_an_empty_file_is_empty(tmp_path):
    raised("empty", b"", tmp_path)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4 intet", b"%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R>>"])
def test_a_broken_file_is_broken(content, tmp_path):
    raised("broken", content, tmp_path)


def test_a_file_without_pages_is_broken(tmp_path):
    raised("broken", pdf_of([]), tmp_path)


def test_half_a_file_is_read_as_far_as_it_goes_or_refused(tmp_path):
    page = PdfPage()
    page.paragraph(TEXT)
    whole = pdf_of([page])
    path = tmp_path / "fil.pdf"
    told = set()
    for end in range(40, len(whole), 97):
        path.write_bytes(whole[:end])
        try:
            told.add(read_pdf_file(path).paragraphs[0].text)
        except ReadingError as error:
            told.add(error.code)
    assert told <= {TEXT, "broken", "no_text"}


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("referatdesk.documents.reading.formats.pdf_file.MAX_PAGES", 2)
    raised("too_large", pdf_of([PdfPage()] * 3), tmp_path)


def test_too_many_signs_on_a_page_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("referatdesk.documents.reading.formats.pdf_words.MAX_PAGE_SIGNS", 20)
    page = PdfPage()
    page.paragraph(TEXT)
    raised("too_large", pdf_of([page]), tmp_path)


def test_too_many_drawn_things_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("referatdesk.documents.reading.formats.pdf_drawings.MAX_PAGE_OBJECTS", 10)
    page = PdfPage()
    for at in range(12):
        page.rule(72, 100 + at, 300, 100 + at)
    raised("too_large", pdf_of([page]), tmp_path)


@pytest.mark.parametrize("text", ["a" * 40_000, "." * 40_000 + "a", "a-" * 20_000, "1." * 20_000])
def test_a_line_without_end_is_read_all_the_same(tmp_path, text):
    page = PdfPage()
    page.line(text)
    page.line("Slut.")
    path = tmp_path / "fil.pdf"
    path.write_bytes(pdf_of([page]))
    assert read_pdf_file(path).paragraphs[-1].text.endswith("Slut.")
