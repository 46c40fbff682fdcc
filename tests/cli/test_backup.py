"""Copies of an archive on the command line."""

import json
import shutil

import pytest

from referatdesk.cli import line
from referatdesk.config import places
from tests.storage.damage import build, pages_of, zeroed


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "Østfjord.referatdesk"
    build(path, places.data_folder() / "backups", meetings=6)
    return path


@pytest.fixture
def run(archive, capsys):
    """The exit code, and what was said on either stream."""

    def go(*words):
        code = line.carry_out(line.parse(["backup", *map(str, words), "--archive", str(archive)]))
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err

    return go


def ids(archive, capsys):
    line.carry_out(line.parse(["list", "--json", "--archive", str(archive)]))
    return {row["id"] for row in json.loads(capsys.readouterr().out)}


def test_a_copy_is_made_listed_checked_compared_and_put_back(run, archive, capsys):
    _code, (name,), _err = run("make")
    assert run("list")[1][0].startswith(name)
    listed = json.loads("\n".join(run("list", "--json")[1]))
    assert (listed[0]["name"], listed[0]["newest_act"]) == (name, 7)
    assert run("check", name) == (0, ["Alt i filen hænger sammen."], "")
    assert run("diff", name) == (0, [], "")
    meeting = archive.with_name("m.json")
    line.carry_out(line.parse(["dump", "--meeting", "m1", "--archive", str(archive)]))
    meeting.write_text(capsys.readouterr().out.replace("m1", "m99"), encoding="utf-8")
    assert line.carry_out(line.parse(["load", str(meeting), "--archive", str(archive)])) == 0
    assert "m99" in ids(archive, capsys)
    ((told,), _none) = run("diff", name)[1:]
    assert told.startswith("kun i arkivet  m99")
    assert run("restore", name) == (0, [], "")
    assert "m99" not in ids(archive, capsys)
    kept = [copy for copy in json.loads("\n".join(run("list", "--json")[1])) if copy["newest_act"] == 8]
    assert run("diff", kept[0]["name"])[1] == [told.replace("kun i arkivet", "kun i kopien")]


@pytest.mark.parametrize("table", ["sqlite_schema", "item_text"])
def test_a_damaged_archive_is_recovered_beside_it_and_put_in_its_place(run, archive, tmp_path, capsys, table):
    run("make")
    page = 1 if table == "sqlite_schema" else pages_of(archive, table)
    whole = zeroed(archive.read_bytes(), [page])
    archive.write_bytes(whole)
    new = tmp_path / "ny.referatdesk"
    code, said, _err = run("recover", "--to", new)
    assert code == 0
    assert said[0].startswith("poster  ")
    assert any(one.startswith("sammenlignet med  ") for one in said)
    assert archive.read_bytes() == whole
    code, (aside,), _err = run("restore", new)
    assert code == 0
    assert (tmp_path / aside).read_bytes() == whole
    assert {f"m{number}" for number in range(6)} <= ids(archive, capsys)


def test_an_archive_that_is_gone_is_brought_back_from_its_copies(run, archive, capsys):
    _code, (name,), _err = run("make")
    archive.unlink()
    assert run("restore", name)[0] == 0
    assert len(ids(archive, capsys)) == 7


def test_a_copy_that_is_not_there_is_said_in_a_sentence(run, archive):
    code, said, err = run("restore", "nothing")
    assert (code, said) == (1, [])
    assert err.startswith("Der er ingen kopi med det navn.")


def test_nothing_is_recovered_over_a_file_that_is_there(run, archive, tmp_path):
    other = tmp_path / "other.referatdesk"
    shutil.copyfile(archive, other)
    whole = other.read_bytes()
    assert run("recover", "--to", other)[0] == 1
    assert other.read_bytes() == whole
