"""What stands in for Word: its COM object as far as it is used, and processes that answer as one that asks it would."""

# ruff: noqa: N802, N803 - the names are those of Word

import threading
from pathlib import Path
from types import SimpleNamespace

from referatdesk.documents.pdf.word_process import DONE, FAILED, export

PDF = b"%PDF-1.7 made by the stand-in"


class Table:
    def __init__(self):
        self.updated = 0

    def Update(self):
        self.updated += 1


class Tables:
    Count = 1

    def __init__(self):
        self.only = Table()

    def __call__(self, number):
        assert number == 1, "Word counts from one"
        return self.only


class Document:
    def __init__(self, fails):
        self.TablesOfContents = Tables()
        self.closed = None
        self.asked = None
        self._fails = fails

    def ExportAsFixedFormat(self, **asked):
        self.asked = asked
        if self._fails:
            raise OSError("Word could not")
        Path(asked["OutputFileName"]).write_bytes(PDF)

    def Close(self, SaveChanges):
        self.closed = SaveChanges


class Word:
    def __init__(self, fails=False):
        self.document = Document(fails)
        self.opened = None
        self.Documents = SimpleNamespace(Open=self._open)

    def _open(self, **asked):
        self.opened = asked
        return self.document


def ask(pipe, source, target):
    pipe.send(0)
    export(Word(), source, target)
    pipe.send(DONE)


def ask_and_fail(pipe, source, target):
    pipe.send(0)
    pipe.send(FAILED)


def ask_and_die(pipe, source, target):
    """As a Word does that ends in the middle of it."""


def ask_and_hang(pipe, source, target):
    pipe.send(0)
    threading.Event().wait(600)
