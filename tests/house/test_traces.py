"""Words planted wherever they could leak from are found in the archive and its copies alone, whatever went wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORD = "Kvæstfjord"
FORMS = [WORD.encode(), WORD.encode("utf-16-le"), WORD.encode("latin-1"), json.dumps(WORD)[1:-1].encode()]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders and signals of POSIX")

WINDOW = """
import logging, os, signal, sys, threading, warnings
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QFileDialog
from referatdesk import __main__, app
from referatdesk.ui.richtext.editor import RichTextEdit
WORD, ARCHIVE, FOLDER, HOW = sys.argv[1:]

def fail():
    raise ValueError(WORD)

class Broken:
    def __del__(self):
        fail()

class Window(app.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.live)

    def live(self):
        self.open_meeting(self.desk.workspace.meeting_rows()[0].id)
        editor = next(one for one in self.findChildren(RichTextEdit) if not one.isReadOnly())
        editor.insertPlainText(WORD)
        for attempt in (fail, lambda: self.archives.open(app.Path(FOLDER, f"{WORD}.referatdesk"))):
            QTimer.singleShot(0, attempt)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        Broken()
        logging.getLogger("fontTools").error("a font of %s", WORD)
        warnings.warn(WORD)
        qWarning(f"QImageReader: cannot open {WORD}")
        dialog = QFileDialog(self, "", FOLDER)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.open()
        dialog.selectFile("referat.docx")
        dialog.accept()
        QTimer.singleShot(200, self.leave)

    def leave(self):
        if HOW == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        for dialog in app.QApplication.topLevelWidgets():
            if dialog is not self:
                dialog.close()
        self.close()

app.MainWindow = Window
sys.exit(__main__.main(["--archive", ARCHIVE]))
"""


def made_in(folder):
    for name in ("home", "tmp", "papirer"):
        (folder / name).mkdir(exist_ok=True)
    return folder


@pytest.fixture
def home(tmp_path):
    return made_in(tmp_path)


def run(home, *arguments):
    own = home / "home"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "REFERATDESK"))}
    environment |= {"HOME": str(own), "TMPDIR": str(home / "tmp"), "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": ""}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=own, env=environment, capture_output=True, check=False, timeout=60)


EACH_IN_TURN = """
import json, sys
from referatdesk.__main__ import main
for arguments in json.loads(sys.argv[1]):
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = ended.code
    print("code", code, flush=True)
"""


def said(done):
    return [form for form in FORMS if form in done.stdout + done.stderr]


def found(home):
    """The files in which the word stands, or whose own name it is, beside the user's papers."""
    listed = [path for name in ("home", "tmp") for path in (home / name).rglob("*")]
    assert any(path.suffix == ".referatdesk" for path in listed)
    named = [path for path in listed if WORD in path.name]
    return named + [path for path in listed if path.is_file() and any(form in path.read_bytes() for form in FORMS)]


def is_archive(path):
    return ".referatdesk" in path.suffixes and "temporary" not in path.parts


@pytest.fixture(scope="module")
def with_a_meeting(tmp_path_factory):
    """A home into which a meeting was read; each test takes its own."""
    made = made_in(tmp_path_factory.mktemp("made"))
    archive_with_a_meeting(made)
    return made


@pytest.fixture
def archive(with_a_meeting, tmp_path):
    home = tmp_path
    shutil.copytree(with_a_meeting, home, dirs_exist_ok=True)
    return home / "home" / "arkiv.referatdesk"


def archive_with_a_meeting(home):
    archive = home / "home" / "arkiv.referatdesk"
    minutes = home / "papirer" / "referat.txt"
    example = (ROOT / "resources" / "example" / "referat-2027-02-04.txt").read_text(encoding="utf-8")
    minutes.write_text(f"{example}\n\n{WORD} blev drøftet.", encoding="utf-8")
    assert run(home, "-m", "referatdesk", "import", minutes, "--archive", archive).returncode == 0
    return archive


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_window_in_which_everything_goes_wrong_leaves_words_in_the_archive_alone(home, archive, how):
    ended = run(home, "-c", WINDOW, WORD, archive, home / "papirer", how)
    assert ended.returncode == (0 if how == "closed" else -9), ended.stderr
    assert said(ended) == []
    assert b"ValueError" in ended.stderr
    # A copy that a kill cuts short has no good name; the next that is made takes it away.
    made = run(home, "-m", "referatdesk", "backup", "make", "--archive", archive)
    assert made.returncode == 0, made.stderr
    assert [path for path in found(home) if not is_archive(path)] == []
    assert any(is_archive(path) for path in found(home))
    assert list((home / "home").rglob("QtProject.conf")) == []
    assert list((home / "tmp").iterdir()) == []


def test_files_that_fail_leave_nothing_of_what_they_hold_or_are_called(home, archive):
    papers = home / "papirer"
    broken = {
        f"{WORD}.docx": f"PK\x03\x04 {WORD}".encode(),
        f"{WORD}.pdf": f"%PDF-1.7 {WORD}".encode(),
        f"{WORD}.odt": WORD.encode() * 9,
        f"{WORD}.json": f'{{"format": "{WORD}"}}'.encode(),
    }
    for name, content in broken.items():
        (papers / name).write_bytes(content)
    (papers / f"{WORD}.referatdesk").write_bytes(WORD.encode() * 50)
    given = [("load" if name.endswith("json") else "import", papers / name, "--archive", archive) for name in broken]
    given.append(("template", "check", papers / f"{WORD}.docx"))
    given.append(("list", "--archive", papers / f"{WORD}.referatdesk"))
    commands = json.dumps([list(map(str, arguments)) for arguments in given])
    ended = run(home, "-c", EACH_IN_TURN, commands)
    assert ended.stdout.splitlines().count(b"code 1") == len(given), ended.stderr
    assert [path for path in found(home) if not is_archive(path)] == []
    assert list((home / "tmp").iterdir()) == []


def test_a_mistake_of_ours_on_the_command_line_says_nothing_of_what_it_met(home, archive):
    script = (
        "import sys; from referatdesk import __main__; from referatdesk.services.intake import importing\n"
        f"def fail(*_given): raise ValueError({WORD!r})\n"
        "importing.read_file = fail\n"
        "sys.exit(__main__.main(sys.argv[1:]))\n"
    )
    ended = run(home, "-c", script, "import", ROOT / "README.md", "--archive", archive)
    assert ended.returncode == 1
    assert said(ended) == []
    assert b"Traceback" not in ended.stderr
    assert [path for path in found(home) if not is_archive(path)] == []


def test_what_is_the_program_s_own_is_private_and_what_is_written_for_others_is_not(home):
    before = os.umask(0)
    try:
        archive = archive_with_a_meeting(home)
        (meeting,) = json.loads(run(home, "-m", "referatdesk", "list", "--archive", archive, "--json").stdout)
        out = home / "papirer" / "referat.docx"
        run(home, "-m", "referatdesk", "export", "--archive", archive, "--meeting", meeting["id"], "--to", out)
    finally:
        os.umask(before)
    assert out.stat().st_mode & 0o777 == 0o666
    listed = list((home / "home").rglob("*"))
    assert archive in listed
    looser = {
        path.name for path in listed if path.name not in {".local", "share", ".config"} and path.stat().st_mode & 0o077
    }
    assert looser == set()
