"""The command line as a script uses it: what it prints, what it writes, and how it ends."""

import io
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from referatdesk.__main__ import main
from referatdesk.cli import commands, line
from referatdesk.config.places import resource
from referatdesk.domain.records import StaleRecordError
from referatdesk.storage import writing

OLD_MINUTES = resource("example", "referat-2027-02-04.txt")
CERTAIN_MINUTES = Path(__file__).parents[1] / "fixtures" / "minutes" / "two_absent.txt"


@pytest.fixture
def run(capsysbinary):
    """Runs a command: exit code, standard output, standard error."""

    def run_command(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = ended.code
        told = capsysbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return run_command


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "arkiv.referatdesk"


@pytest.fixture
def meeting_id(run, archive):
    code, out, _err = run("import", OLD_MINUTES, "--archive", archive)
    assert code == 0
    return out.strip()


def refused(answer):
    """Refused with one sentence on one line, and nothing else."""
    code, out, err = answer
    return code == 1 and out == "" and err.count("\n") == 1 and "Traceback" not in err


def test_reading_prints_the_meeting_in_the_neutral_form(run):
    code, out, err = run("read", OLD_MINUTES, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["schema"] == "referat-neutral-1"
    assert found["meeting"]["body"] == "Sundhedsråd Østfjord"
    assert len(found["items"]) == 6


def test_what_the_archive_does_not_take_is_no_success(run, archive, meeting_id, monkeypatch, caplog):
    def refuse(*_given):
        raise StaleRecordError

    monkeypatch.setattr(writing, "_write_pairs", refuse)
    assert refused(run("import", OLD_MINUTES, "--archive", archive))
    caplog.clear()


def test_doubts_are_printed_apart(run, tmp_path):
    broken = tmp_path / "brudt.txt"
    text = OLD_MINUTES.read_text(encoding="utf-8")
    broken.write_text(text.replace("Mødedato Torsdag", "Mødedato Fredag"), encoding="utf-8")
    code, out, _err = run("read", broken, "--doubts")
    assert code == 0
    assert "meeting.weekday" in {doubt["code"] for doubt in json.loads(out)}


def test_a_folder_goes_in_and_the_next_time_nothing_twice(run, archive, tmp_path):
    folder = tmp_path / "gamle"
    (folder / "2027").mkdir(parents=True)
    shutil.copyfile(CERTAIN_MINUTES, folder / "2027" / "referat.txt")
    (folder / "tom.docx").touch()
    code, out, err = run("import", folder, "--archive", archive)
    first, refused_one = out.splitlines()
    assert (code, err) == (0, "")
    assert refused_one == "tom.docx  afvist  Filen er tom."
    meetings = json.loads(run("list", "--archive", archive, "--json")[1])
    assert first == f"2027/referat.txt  indlæst  {meetings[0]['id']}"
    _code, again, _err = run("import", folder, "--archive", archive)
    assert again.splitlines()[0] == "2027/referat.txt  findes allerede"
    assert len(json.loads(run("list", "--archive", archive, "--json")[1])) == 1


def test_an_imported_meeting_is_listed_with_day_board_and_title(run, archive, meeting_id):
    code, out, _err = run("list", "--archive", archive, "--json")
    assert code == 0
    assert json.loads(out) == [
        {
            "id": meeting_id,
            "board": "Sundhedsråd Østfjord",
            "date": "2027-02-04",
            "title": "REFERAT Sundhedsråd Østfjord d. 04-02-2027",
        }
    ]


def test_an_export_is_a_word_file_and_is_not_written_over_unasked(run, archive, meeting_id, tmp_path):
    target = tmp_path / "referat.docx"
    export = ["export", "--archive", archive, "--meeting", meeting_id, "--to", target]
    assert run(*export)[::2] == (0, "")
    assert "word/document.xml" in zipfile.ZipFile(target).namelist()
    target.write_bytes(b"min egen")
    assert refused(run(*export))
    assert target.read_bytes() == b"min egen"
    assert run(*export, "--force")[0] == 0
    assert target.read_bytes() != b"min egen"


@pytest.fixture
def closed_meeting(run, archive, meeting_id, tmp_path):
    """The meeting in another archive, with an item closed."""
    _code, dumped, _err = run("dump", "--archive", archive, "--meeting", meeting_id)
    saved, other = tmp_path / "møde.json", tmp_path / "lukket.referatdesk"
    assert '"access": "open"' in dumped
    saved.write_text(dumped.replace('"access": "open"', '"access": "closed"', 1), encoding="utf-8")
    assert run("load", saved, "--archive", other)[0] == 0
    return ["export", "--archive", other, "--meeting", meeting_id]


def test_a_meeting_with_closed_items_is_published_without_them_and_reviewed_with_them(run, closed_meeting, tmp_path):
    target = tmp_path / "referat.docx"
    code, told, err = run(*closed_meeting, "--to", target, "--kind", "offentliggørelse")
    assert (code, err) == (0, "")
    assert told.startswith("1 lukket punkt udeladt: punkt 1\n")
    assert run("receipt", target) == (0, told, "")
    target.unlink()
    assert run(*closed_meeting, "--to", target, "--kind", "gennemsyn")[0] == 0
    assert b'<w:lock w:val="sdtLocked"/>' in zipfile.ZipFile(target).read("word/document.xml")


def test_a_meeting_with_closed_items_is_not_exported_before_it_is_said_who_it_is_for(run, closed_meeting, tmp_path):
    target = tmp_path / "referat.docx"
    answer = run(*closed_meeting, "--to", target)
    assert refused(answer)
    assert "--kind offentliggørelse" in answer[2]
    assert not target.exists()
    assert run(*closed_meeting, "--to", target, "--kind", "fuldt") == (0, "", "")
    parts = zipfile.ZipFile(target)
    assert b"sdtLocked" not in parts.read("word/document.xml")
    assert "indeholder 1 lukket punkt" in parts.read("docProps/core.xml").decode()


@pytest.mark.parametrize("kind", ["gennemsyn-libreoffice", "review-libreoffice"])
def test_a_copy_for_libreoffice_has_bookmarks_only(run, archive, meeting_id, tmp_path, kind):
    target = tmp_path / "referat.docx"
    export = ["export", "--archive", archive, "--meeting", meeting_id, "--to", target, "--kind", kind]
    assert run(*export) == (0, "", "")
    body = zipfile.ZipFile(target).read("word/document.xml")
    assert b'w:name="_rd1"' in body
    assert b"sdtLocked" not in body


@pytest.mark.office
def test_a_target_that_ends_in_pdf_becomes_one(run, archive, meeting_id, tmp_path):
    target = tmp_path / "referat.PDF"
    assert run("export", "--archive", archive, "--meeting", meeting_id, "--to", target)[0] == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_word_file_is_checked_in_danish_and_as_data(run, archive, meeting_id, tmp_path):
    target = tmp_path / "referat.docx"
    run("export", "--archive", archive, "--meeting", meeting_id, "--to", target)
    assert run("check", target) == (
        0,
        "Så vidt et program kan se, er der intet i filen, som hindrer nogen i at læse den.\n",
        "",
    )
    assert run("check", target, "--json") == (0, "[]\n", "")
    other = tmp_path / "andet.docx"
    docx.Document().save(other)
    assert "Markér hele teksten, og vælg Dansk" in run("check", other)[1]
    assert "language.other" in [one["code"] for one in json.loads(run("check", other, "--json")[1])]
    assert refused(run("check", archive))


def test_a_template_is_chosen_by_name(run, archive, meeting_id, tmp_path):
    export = ["export", "--archive", archive, "--meeting", meeting_id, "--to", tmp_path / "referat.docx"]
    assert refused(run(*export, "--template", "findes-ikke"))
    assert run(*export, "--template", "sagsfremstilling")[0] == 0


def test_a_dumped_meeting_is_loaded_and_dumped_the_same(run, archive, meeting_id, tmp_path):
    _code, dumped, _err = run("dump", "--archive", archive, "--meeting", meeting_id)
    saved, other = tmp_path / "møde.json", tmp_path / "andet.referatdesk"
    saved.write_text(dumped, encoding="utf-8")
    assert run("load", saved, "--archive", other)[0] == 0
    assert run("dump", "--archive", other, "--meeting", meeting_id)[1] == dumped
    assert refused(run("load", saved, "--archive", other))


def test_a_meeting_is_loaded_from_standard_input(run, archive, meeting_id, tmp_path, monkeypatch):
    _code, dumped, _err = run("dump", "--archive", archive, "--meeting", meeting_id)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(dumped.encode()), encoding="utf-8"))
    assert run("load", "-", "--archive", tmp_path / "andet.referatdesk")[0] == 0


@pytest.mark.parametrize("command", ["list", "dump", "export"])
def test_a_missing_archive_is_not_made(run, archive, tmp_path, command):
    more = {"list": [], "dump": ["--meeting", "x"], "export": ["--meeting", "x", "--to", tmp_path / "x.docx"]}
    assert refused(run(command, "--archive", archive, *more[command]))
    assert not archive.exists()


@pytest.mark.parametrize("command", ["dump", "export"])
def test_an_unknown_meeting_is_refused(run, archive, meeting_id, tmp_path, command):
    more = ["--to", tmp_path / "x.docx"] if command == "export" else []
    assert refused(run(command, "--archive", archive, "--meeting", "findes-ikke", *more))


def test_what_cannot_be_brought_in_leaves_no_archive_behind(run, archive, tmp_path):
    note, empty = tmp_path / "note.txt", tmp_path / "tom.json"
    note.write_text("Husk mælk", encoding="utf-8")
    empty.write_text("{}", encoding="utf-8")
    assert refused(run("import", note, "--archive", archive))
    assert refused(run("load", empty, "--archive", archive))
    assert list(tmp_path.glob("arkiv*")) == []


def test_what_was_brought_in_before_it_was_stopped_stays(run, archive, tmp_path, monkeypatch):
    (folder := tmp_path / "gamle").mkdir()
    shutil.copyfile(CERTAIN_MINUTES, folder / "referat.txt")

    def stopped(_result):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(commands, "_told", stopped)
        assert run("import", folder, "--archive", archive)[0] != 0
    assert len(json.loads(run("list", "--archive", archive, "--json")[1])) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 i stykker", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_is_no_word_file_is_refused_in_a_sentence(run, tmp_path, content):
    file = tmp_path / "referat.docx"
    file.write_bytes(content)
    assert refused(run("read", file, "--json"))


def test_another_program_s_file_is_no_archive(run, tmp_path):
    file = tmp_path / "regnskab.referatdesk"
    file.write_text("kr. 900.000", encoding="utf-8")
    assert refused(run("list", "--archive", file))
    assert file.read_text(encoding="utf-8") == "kr. 900.000"


@pytest.mark.parametrize(
    "arguments",
    [["ukendt"], ["list"], ["read", "x.txt"], ["read", "x.txt", "--json", "--doubts"], ["export", "--to", "x"]],
)
def test_wrong_usage_ends_with_two(run, arguments):
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert "--help" in err


def test_the_example_becomes_a_word_file_without_a_window(run, tmp_path):
    target = tmp_path / "eksempel.docx"
    assert run("example", "--to", target)[0] == 0
    assert "word/document.xml" in zipfile.ZipFile(target).namelist()


def test_every_command_that_help_lists_is_known_before_its_words_are_read(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == line.NAMES
