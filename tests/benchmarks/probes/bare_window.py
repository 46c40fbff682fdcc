"""The floor: a bare PySide6 window with three panes; with the word "imports", and the program imported beside it."""

import sys

from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QSplitter, QTextEdit

from tests.benchmarks.probes.painted import Painted

if "imports" in sys.argv:
    import referatdesk.app  # noqa: F401

app = QApplication([])
window = QMainWindow()
panes = QSplitter(window)
agenda = QListWidget()
agenda.addItems([f"Punkt {number}" for number in range(30)])
people = QListWidget()
people.addItems([f"Person {number}" for number in range(20)])
for pane in (agenda, QTextEdit("Referat"), people):
    panes.addWidget(pane)
window.setCentralWidget(panes)
window.resize(1240, 720)
Painted(window)
window.show()
app.exec()
