"""The program never reaches for the network: no module names it, and the whole way from start to output needs none."""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import no_network

ROOT = Path(__file__).resolve().parents[2]
MINUTES = ROOT / "resources" / "example" / "referat-2027-02-04.txt"
NETWORK = {
    *("asyncio", "ftplib", "http", "httpx", "imaplib", "multiprocessing.managers", "nntplib", "poplib", "requests"),
    *("smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.error", "urllib.request", "webbrowser"),
    *("wsgiref", "xmlrpc", "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
}
guarded = pytest.mark.skipif(not no_network.CAN_GUARD, reason="the guard is one of Linux's")


def imported(path):
    """The modules that a file imports, each with those it lies in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            steps = name.split(".")
            yield from (".".join(steps[: place + 1]) for place in range(len(steps)))


def test_no_module_names_the_network():
    named = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / "referatdesk").rglob("*.py")
        for name in imported(path)
        if name in NETWORK
    }
    assert named == set()


def run(*arguments, home, **more):
    """The program behind the guard: it is killed where it, or what it starts, opens a socket to the network."""
    command = [sys.executable, str(no_network.__file__), sys.executable, *map(str, arguments)]
    environment = {**os.environ, "REFERATDESK_HOME": str(home / "rd"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False, timeout=100, **more
    )


def done(*arguments, home):
    ended = run("-m", "referatdesk", *arguments, home=home)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


WHOLE_WAY = """
import io, json, sys
from contextlib import redirect_stdout
from pathlib import Path
from referatdesk.__main__ import main
minutes, template, folder = sys.argv[1:]
archive, word, dumped = f"{folder}/arkiv.referatdesk", f"{folder}/referat.docx", Path(folder, "møde.json")

def done(*arguments):
    said = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(said, encoding="utf-8", write_through=True)):
        assert main(list(arguments)) == 0, arguments
        return said.getvalue().decode("utf-8")

done("import", minutes, "--archive", archive)
(meeting,) = json.loads(done("list", "--archive", archive, "--json"))
done("export", "--archive", archive, "--meeting", meeting["id"], "--to", word)
done("check", word)
done("read", word, "--json")
done("template", "check", template)
dumped.write_text(done("dump", "--archive", archive, "--meeting", meeting["id"]), encoding="utf-8")
done("load", str(dumped), "--archive", f"{folder}/andet.referatdesk")
print("to the end")
"""


@guarded
def test_the_guard_ends_what_reaches_for_the_network(tmp_path):
    for family in ("AF_INET", "AF_INET6"):
        ended = run("-c", f"import socket; socket.socket(socket.{family}, socket.SOCK_STREAM)", home=tmp_path)
        assert ended.returncode == -signal.SIGSYS
    ended = run("-c", "import socket; socket.socketpair(); print('here')", home=tmp_path)
    assert ended.stdout == "here\n"


@guarded
def test_reading_in_writing_and_checking_need_no_network(tmp_path):
    template = ROOT / "resources" / "templates" / "sagsfremstilling.docx"
    ended = run("-c", WHOLE_WAY, MINUTES, template, tmp_path, home=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "to the end\n"), ended.stderr


@guarded
@pytest.mark.office
def test_a_pdf_and_an_old_document_that_points_outside_need_no_network(tmp_path):
    assert shutil.which("soffice")
    done("example", "--to", tmp_path / "eksempel.pdf", home=tmp_path)
    remote = "http://192.0.2.1/hentet.png"
    (tmp_path / "gammelt.rtf").write_text(
        "{\\rtf1\\ansi Referat af møde\\par 1. Budget\\par "
        f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{remote}" \\\\d}}{{\\fldrslt x}}}}'
        f'{{\\field{{\\*\\fldinst INCLUDETEXT "http://192.0.2.1/a.docx"}}{{\\fldrslt y}}}}\\par Slut\\par}}',
        encoding="cp1252",
    )
    assert "Budget" in done("read", tmp_path / "gammelt.rtf", "--json", home=tmp_path)


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from referatdesk import __main__, app
class Window(app.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.live)
    def live(self):
        self.open_meeting(self.desk.workspace.meeting_rows()[0].id)
        pasted = '<img src="http://192.0.2.1/a.png"><p style="background:url(http://192.0.2.1/b)">Indsat</p>'
        from PySide6.QtCore import QMimeData
        from PySide6.QtWidgets import QApplication
        from referatdesk.ui.richtext.editor import RichTextEdit
        data = QMimeData()
        data.setHtml(pasted)
        editor = next(one for one in self.findChildren(RichTextEdit) if not one.isReadOnly())
        editor.insertFromMimeData(data)
        assert "Indsat" in editor.toPlainText()
        QTimer.singleShot(300, self.close)
app.MainWindow = Window
code = __main__.main(["--example"])
loaded = [name for name in sys.modules if name in ("http", "urllib.request", "PySide6.QtNetwork", "PySide6.QtDBus")]
print(code, loaded)
"""


@guarded
def test_the_window_starts_takes_what_is_pasted_and_ends_without_network(tmp_path):
    ended = run("-c", WINDOW, home=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split("\n")[0] == "0 []", ended.stderr
