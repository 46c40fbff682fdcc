"""`referatdesk template` as a maker of templates uses it."""

import pytest

from referatdesk.__main__ import main
from referatdesk.config.places import resource
from tests.documents.word.building import body_of, paragraph, run, word_file, words
from tests.documents.word.office_templates import word_field

OLD_MINUTES = resource("example", "referat-2027-02-04.txt")


@pytest.fixture
def ask(capsysbinary):
    def run_command(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = ended.code
        told = capsysbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return run_command


@pytest.fixture
def typed(tmp_path):
    def write(*lines):
        path = tmp_path / "skabelon.docx"
        path.write_bytes(word_file("".join(paragraph(run(one)) for one in lines)))
        return path

    return write


def test_the_whole_vocabulary_is_printed_in_danish(ask):
    code, out, err = ask("template", "fields")
    assert (code, err) == (0, "")
    assert "[[punkt.titel]]" in out
    assert "[[gentag punkter]] … [[slut punkter]]" in out
    assert "Titlen alene" in out
    assert out.startswith("MØDET")


def test_the_vocabulary_is_written_as_a_word_file_and_not_over_another(ask, tmp_path):
    sheet = tmp_path / "felter.docx"
    assert ask("template", "fields", "--docx", sheet)[0] == 0
    assert sheet.read_bytes().startswith(b"PK")
    assert ask("template", "fields", "--docx", sheet)[0] == 1
    assert ask("template", "fields", "--docx", sheet, "--force")[0] == 0


def test_a_sound_template_is_told_what_it_holds(ask):
    code, out, _err = ask("template", "check", "sagsfremstilling")
    assert code == 0
    assert "punkt.overskrift" in out
    assert "Skabelonen kan bruges." in out


def test_a_faulty_template_is_told_where_and_what_was_meant(ask, typed):
    code, out, _err = ask("template", "check", typed("Vi mødes i [[møde.stdt]] nu"))
    assert code == 1
    assert "FEJL: " in out
    assert all(words in out for words in ("møde.stdt", "møde.sted", "Vi mødes i"))


def test_a_template_is_made_ready_beside_itself(ask, typed):
    source = typed("[[møde.titel]]")
    code, out, _err = ask("template", "prepare", source)
    assert code == 0
    made = source.with_name("skabelon - klar.docx")
    assert out.splitlines()[0] == str(made)
    assert "rd:møde.titel" in body_of(made.read_bytes())


def test_wrong_fields_are_told_and_nothing_is_written(ask, typed, tmp_path):
    target = tmp_path / "ud.docx"
    code, out, err = ask("template", "prepare", typed("[[møde.stdt]]"), "-o", target)
    assert (code, out) == (1, "")
    assert "møde.sted" in err
    assert not target.exists()


def test_a_template_is_tried_with_the_example(ask, typed, tmp_path):
    target = tmp_path / "prøve.docx"
    assert ask("template", "preview", typed("[[møde.udvalg]]"), "-o", target)[0] == 0
    assert words(body_of(target.read_bytes())) == ["Sundhedsråd Østfjord"]


def test_a_template_is_tried_with_a_meeting_of_the_archive(ask, typed, tmp_path):
    archive, target = tmp_path / "arkiv.referatdesk", tmp_path / "prøve.docx"
    meeting = ask("import", OLD_MINUTES, "--archive", archive)[1].strip()
    done = ask("template", "preview", typed("[[møde.sted]]"), "-o", target, "--archive", archive, "--meeting", meeting)
    assert done[0] == 0
    assert words(body_of(target.read_bytes())) != [""]


@pytest.mark.office
def test_a_trial_may_be_a_pdf(ask, typed, tmp_path):
    target = tmp_path / "prøve.pdf"
    assert ask("template", "preview", typed("[[møde.titel]]"), "-o", target)[0] == 0
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("action", ["check", "prepare"])
@pytest.mark.parametrize("name", ["ingen.docx", "ingen", "", "x" * 300])
def test_what_is_missing_is_told(ask, action, name):
    code, _out, err = ask("template", action, name)
    assert code == 1
    assert err.count("\n") == 1


def test_what_is_only_worth_a_look_is_a_warning_and_no_fault(ask, tmp_path):
    path = tmp_path / "flet.docx"
    path.write_bytes(
        word_file(paragraph(run("[[møde.titel]]")) + paragraph(run("Sted"), word_field("MERGEFIELD Sted")))
    )
    code, out, _err = ask("template", "check", path)
    assert code == 0
    assert "ADVARSEL: " in out
    assert "FEJL: " not in out
    assert "Skabelonen kan bruges." in out
    assert "ADVARSEL: " in ask("template", "prepare", path)[1]


def test_a_trial_with_a_faulty_template_tells_the_field_and_writes_nothing(ask, typed, tmp_path):
    target = tmp_path / "prøve.docx"
    code, out, err = ask("template", "preview", typed("Vi mødes i [[møde.stdt]] nu"), "-o", target)
    assert (code, out) == (1, "")
    assert all(words in err for words in ("møde.stdt", "møde.sted", "Vi mødes i"))
    assert not target.exists()
