"""A PDF by Word, proved against what stands in for Word."""

import multiprocessing

import pytest

from referatdesk.documents.pdf import by_word, making
from referatdesk.documents.pdf.by_word import has_word, word_pdf
from referatdesk.documents.pdf.errors import PdfError
from referatdesk.documents.pdf.word_process import export
from tests.documents.pdf import word_stand_in as stand_in


def never():
    return False


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "referat.docx"
    path.write_bytes(b"PK")
    return path


def refused(source, ask, cancelled=never, time_limit=60.0):
    with pytest.raises(PdfError) as raised:
        word_pdf(source, cancelled, time_limit, ask)
    assert multiprocessing.active_children() == []
    return raised.value.code


def test_word_is_told_to_keep_quiet_to_tag_and_to_leave_the_file_alone(tmp_path):
    word = stand_in.Word()
    export(word, "ind.docx", str(tmp_path / "ud.pdf"))
    assert (word.Visible, word.DisplayAlerts, word.AutomationSecurity) == (False, 0, 3)
    assert word.opened["ReadOnly"]
    assert not word.opened["AddToRecentFiles"]
    asked = word.document.asked
    assert (asked["ExportFormat"], asked["DocStructureTags"], asked["CreateBookmarks"]) == (17, True, 1)
    assert word.document.TablesOfContents.only.updated == 1
    assert word.document.closed == 0


def test_the_document_is_closed_also_when_word_fails(tmp_path):
    word = stand_in.Word(fails=True)
    with pytest.raises(OSError, match="could not"):
        export(word, "ind.docx", str(tmp_path / "ud.pdf"))
    assert word.document.closed == 0


def test_what_word_wrote_comes_back_from_its_process(source):
    assert word_pdf(source, never, ask=stand_in.ask) == stand_in.PDF
    assert multiprocessing.active_children() == []


def test_a_word_that_fails_or_ends_makes_no_pdf(source):
    assert refused(source, stand_in.ask_and_fail) == "pdf.failed"
    assert refused(source, stand_in.ask_and_die) == "pdf.failed"


def test_a_word_that_hangs_is_ended(source):
    assert refused(source, stand_in.ask_and_hang, time_limit=0.0) == "pdf.too_slow"
    assert refused(source, stand_in.ask_and_hang, cancelled=lambda: True) == "export.stopped"


def test_there_is_no_word_on_other_systems(monkeypatch):
    monkeypatch.setattr(by_word.sys, "platform", "linux")
    assert not has_word()


def test_where_word_fails_libreoffice_is_asked(monkeypatch):
    asked = []

    def fail(_source, _cancelled):
        asked.append("word")
        raise PdfError("pdf.failed")

    def make(_office, source, _cancelled):
        asked.append(source.read_bytes())
        return b"%PDF"

    monkeypatch.setattr(making, "has_word", lambda: True)
    monkeypatch.setattr(making, "word_pdf", fail)
    monkeypatch.setattr(making, "find_office", lambda: "soffice")
    monkeypatch.setattr(making, "office_pdf", make)
    monkeypatch.setattr(making, "mended", lambda content: content)
    assert making.make_pdf(b"PK", never) == b"%PDF"
    assert asked == ["word", b"PK"]


def test_without_either_there_is_a_guide(monkeypatch):
    monkeypatch.setattr(making, "has_word", lambda: False)
    monkeypatch.setattr(making, "find_office", lambda: None)
    with pytest.raises(PdfError, match=r"pdf\.no_program"):
        making.make_pdf(b"PK", never)
