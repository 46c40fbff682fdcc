"""An archive protected on the command line, and opened again: by the keyring, by the phrase, by the municipality."""

import subprocess
import sys

import pytest

from referatdesk.services.archive import unlocking
from referatdesk.services.archive.phrase import Phrase
from tests.cli.test_commands import OLD_MINUTES, refused, run  # noqa: F401 - a fixture

HOLDING = """
import sys
from pathlib import Path
from referatdesk.services.archive import unlocking
from referatdesk.services.archive.workspace import Workspace
archive, phrase = map(Path, sys.argv[1:])
unlocking.unlock(archive, unlocking.phrase_in_file(phrase))
workspace = Workspace.open(archive, lambda call: call())
print("held", flush=True)
sys.stdin.read()
workspace.close()
"""


@pytest.fixture
def archive(run, tmp_path):  # noqa: F811 - the fixture
    path = tmp_path / "arkiv.referatdesk"
    assert run("import", OLD_MINUTES, "--archive", path)[0] == 0
    return path


@pytest.fixture
def protected(run, archive, forgetful):  # noqa: F811 - the fixture
    """The archive and its phrase, of which this computer knows nothing any more."""
    code, out, err = run("protect", "--archive", archive)
    assert code == 0
    assert "beskyttet" in err
    forgetful()
    return archive, out.strip()


@pytest.fixture
def forgetful(monkeypatch):
    """A computer without a keyring, on which every start is the first."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    unlocking._known.clear()
    yield unlocking._known.clear
    unlocking._known.clear()


def test_a_protected_archive_opens_with_its_phrase_from_a_file(run, protected, tmp_path):  # noqa: F811
    archive, phrase = protected
    (file := tmp_path / "frase.txt").write_text("\n".join(f"{n}. {w}" for n, w in enumerate(phrase.upper().split(), 1)))
    assert refused(run("list", "--archive", archive))
    code, out, _err = run("list", "--archive", archive, "--phrase-file", file)
    assert code == 0
    assert "2027-02-04" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hund", "har 12 ord"),
        ("abekat " * 11 + "mistro", "nr. 12"),
        ("abekat " * 12, "hører ikke sammen"),
    ],
)
def test_a_phrase_with_a_mistake_says_which(run, protected, tmp_path, words, told):  # noqa: F811
    (file := tmp_path / "frase.txt").write_text(words)
    answer = run("list", "--archive", protected[0], "--phrase-file", file)
    assert refused(answer)
    assert told in answer[2]


def test_one_that_a_window_has_open_is_read_with_its_phrase(run, protected, tmp_path):  # noqa: F811
    archive, phrase = protected
    (file := tmp_path / "frase.txt").write_text(phrase)
    call = [sys.executable, "-c", HOLDING, str(archive), str(file)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "held\n"
        code, out, err = run("list", "--archive", archive, "--phrase-file", file)
        (other := tmp_path / "anden.txt").write_text(Phrase.generate().text)
        unlocking._known.clear()
        wrong = run("list", "--archive", archive, "--phrase-file", other)
        would_write = run("import", OLD_MINUTES, "--archive", archive, "--phrase-file", file)
        window.stdin.close()
    assert (code, err) == (0, "")
    assert "2027-02-04" in out
    assert refused(wrong)
    assert "åbner ikke arkivet" in wrong[2]
    assert refused(would_write)
    assert "i et andet vindue" in would_write[2]


def test_another_archives_phrase_does_not_open_it(run, protected, tmp_path):  # noqa: F811
    (file := tmp_path / "frase.txt").write_text(Phrase.generate().text)
    before = protected[0].read_bytes()
    answer = run("list", "--archive", protected[0], "--phrase-file", file)
    assert refused(answer)
    assert "åbner ikke arkivet" in answer[2]
    assert protected[0].read_bytes() == before


def test_a_new_phrase_takes_the_place_of_the_old_one(run, protected, forgetful, tmp_path):  # noqa: F811
    archive, phrase = protected
    (old := tmp_path / "gammel.txt").write_text(phrase)
    assert refused(run("protect", "--archive", archive, "--phrase-file", old))
    code, out, _err = run("protect", "--archive", archive, "--phrase-file", old, "--new-phrase")
    assert code == 0
    forgetful()
    (new := tmp_path / "ny.txt").write_text(out)
    assert run("list", "--archive", archive, "--phrase-file", new)[0] == 0
    forgetful()
    assert refused(run("list", "--archive", archive, "--phrase-file", old))


def certificate(folder, *kind):
    made = ["openssl", "req", "-x509", "-nodes", "-subj", "/CN=Egeby Kommune", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([*made, *kind], cwd=folder, check=True, capture_output=True)
    subprocess.run(
        ["openssl", "x509", "-in", "cert.pem", "-outform", "DER", "-out", "cert.cer"], cwd=folder, check=True
    )


@pytest.mark.parametrize("form", ["pem", "cer"])
def test_the_municipality_opens_the_archive_with_its_private_key(run, archive, forgetful, tmp_path, form):  # noqa: F811
    certificate(tmp_path, "-newkey", "rsa:2048")
    escrow = tmp_path / "frase.p7m"
    options = ["--escrow-to", tmp_path / f"cert.{form}", "--escrow", escrow]
    code, phrase, _err = run("protect", "--archive", archive, *options)
    assert code == 0
    assert phrase.split()[0] not in escrow.read_text()
    forgetful()
    opening = ["openssl", "cms", "-decrypt", "-inform", "PEM", "-in", escrow, "-inkey", "key.pem", "-out", "frase.txt"]
    subprocess.run(opening, cwd=tmp_path, check=True)
    assert (tmp_path / "frase.txt").read_text().startswith(phrase.strip())
    assert run("list", "--archive", archive, "--phrase-file", tmp_path / "frase.txt")[0] == 0


@pytest.mark.parametrize(
    ("file", "told"), [("cert.pem", "RSA"), ("key.pem", "privat nøgle"), ("noget.pem", "ikke et certifikat")]
)
def test_a_certificate_that_cannot_be_used_protects_nothing(run, archive, forgetful, tmp_path, file, told):  # noqa: F811
    certificate(tmp_path, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
    (tmp_path / "noget.pem").write_text("noget andet")
    before = archive.read_bytes()
    answer = run("protect", "--archive", archive, "--escrow-to", tmp_path / file, "--escrow", tmp_path / "ud.p7m")
    assert refused(answer)
    assert told in answer[2]
    assert archive.read_bytes() == before
    assert not (tmp_path / "ud.p7m").exists()
