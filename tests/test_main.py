"""How the program begins."""

import subprocess
import sys


def started(environment):
    kept = {name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run([sys.executable, "-m", "referatdesk"], env=kept, capture_output=True, text=True, check=False)


def test_without_a_screen_it_says_so_in_one_sentence_and_ends(tmp_path):
    done = started({"REFERATDESK_HOME": str(tmp_path), "PATH": "/usr/bin", "PYTHONPATH": "."})
    assert done.returncode == 1
    assert "ingen skærm" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_window_loads_nothing_that_only_word_or_saving_needs():
    heavy = ("babel", "sqlmodel", "sqlalchemy", "pydantic", "docx", "lxml", "PySide6.QtNetwork", "socket", "ssl")
    script = f"import sys, referatdesk.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
