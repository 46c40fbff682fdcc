"""`referatdesk template learn` as a secretary uses it."""

from pathlib import Path

import pytest

from referatdesk.__main__ import main
from referatdesk.documents.word.template import check_template
from tests.documents.word.building import parts_of, word_file, zipped

MINUTES = Path(__file__).parents[1] / "documents" / "minutes" / "sundhedsraad_2027.docx"


def test_finished_minutes_become_a_template_and_every_line_is_told(tmp_path, capsysbinary):
    target = tmp_path / "skabelon.docx"
    assert main(["template", "learn", str(MINUTES), "-o", str(target)]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert check_template(target.read_bytes()) == ()
    assert "Mødested" in told
    assert "SE EFTER: " in told
    assert told.splitlines()[-1] == str(target)


def test_a_file_that_is_there_stays_and_what_is_no_word_file_is_told(tmp_path, capsysbinary):
    target = tmp_path / "skabelon.docx"
    target.write_bytes(b"mine")
    assert main(["template", "learn", str(MINUTES), "-o", str(target)]) != 0
    assert target.read_bytes() == b"mine"
    text = tmp_path / "referat.docx"
    text.write_text("Referat")
    assert main(["template", "learn", str(text), "-o", str(tmp_path / "ny.docx")]) != 0
    assert capsysbinary.readouterr().err.decode().strip()


@pytest.mark.parametrize(
    ("body", "told"), [(b"<w:document", "Filen er beskadiget"), (b"<w:body/>", "Der er ingen tekst i filen")]
)
def test_a_broken_file_and_one_without_text_are_told_in_plain_words(body, told, tmp_path, capsysbinary):
    parts = parts_of(word_file(""))
    whole = parts["word/document.xml"]
    empty = whole[: whole.index(b"<w:body>")] + body + b"</w:document>"
    source = tmp_path / "referat.docx"
    source.write_bytes(zipped(parts | {"word/document.xml": empty}))
    assert main(["template", "learn", str(source), "-o", str(tmp_path / "ny.docx")]) == 1
    err = capsysbinary.readouterr().err.decode()
    assert told in err
    assert "file." not in err
