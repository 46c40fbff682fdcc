"""`referatdesk template learn` as a secretary uses it."""

from pathlib import Path

from referatdesk.__main__ import main
from referatdesk.documents.word.template import check_template

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
