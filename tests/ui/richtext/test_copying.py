"""What was copied is there as long as it may be wanted, and harms nobody who ends."""

import gc
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

import referatdesk
from referatdesk.domain.richtext import paragraph


def test_the_clipboard_outlives_what_was_copied(editor):
    editor.set_blocks((paragraph("Punktet blev udsat"),))
    editor.selectAll()
    editor.copy()
    gc.collect()
    editor.set_blocks(())
    assert QApplication.clipboard().mimeData().text() == "Punktet blev udsat"


def test_a_program_that_ends_after_copying_ends_well():
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from referatdesk.ui.richtext.editor import RichTextEdit\n"
        "app = QApplication([])\n"
        "editor = RichTextEdit()\n"
        "editor.insert_text('Punktet blev udsat')\n"
        "editor.selectAll()\n"
        "editor.copy()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(referatdesk.__file__).parents[1], timeout=60, check=False
    )
    assert ended.returncode == 0
