"""The process that asks Word for a PDF: a Word of its own that nobody sees, with macros shut off, closed again.

Untested with Word itself; see `by_word`.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

DONE, FAILED = 0, 1

_NO_ALERTS = 0
_MACROS_OFF = 3
_AS_PDF = 17
_FOR_PRINT = 0
_ALL_PAGES = 0
_WITHOUT_MARKUP = 0
_HEADINGS_AS_BOOKMARKS = 1
_DO_NOT_SAVE = 0


def ask_word(pipe: Connection[Any, Any], source: str, target: str) -> None:
    """Says the number of Word's process (0 where it is not known), then DONE or FAILED."""
    import pythoncom  # noqa: PLC0415 - there is none where there is no Word
    import win32com.client  # noqa: PLC0415 - as above

    pythoncom.CoInitialize()
    try:
        word = win32com.client.DispatchEx("Word.Application")
        try:
            pipe.send(_process_of(word))
            export(word, source, target)
            pipe.send(DONE)
        finally:
            with suppress(Exception):
                word.Quit(SaveChanges=_DO_NOT_SAVE)
    except Exception:  # noqa: BLE001 - whatever Word says of it, there is no PDF
        with suppress(OSError):
            pipe.send(FAILED)
            pipe.send(FAILED)
    finally:
        pythoncom.CoUninitialize()


def export(word: Any, source: str, target: str) -> None:
    """Has Word, given as its COM object, write the PDF: tagged, with bookmarks, nothing but the document itself."""
    word.Visible = False
    word.DisplayAlerts = _NO_ALERTS
    word.AutomationSecurity = _MACROS_OFF
    document = word.Documents.Open(
        FileName=source, ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False, Visible=False
    )
    try:
        for number in range(1, document.TablesOfContents.Count + 1):
            document.TablesOfContents(number).Update()
        document.ExportAsFixedFormat(
            OutputFileName=target,
            ExportFormat=_AS_PDF,
            OpenAfterExport=False,
            OptimizeFor=_FOR_PRINT,
            Range=_ALL_PAGES,
            Item=_WITHOUT_MARKUP,
            IncludeDocProps=True,
            KeepIRM=False,
            CreateBookmarks=_HEADINGS_AS_BOOKMARKS,
            DocStructureTags=True,
            BitmapMissingFonts=True,
            UseISO19005_1=False,
        )
    finally:
        document.Close(SaveChanges=_DO_NOT_SAVE)


def _process_of(word: Any) -> int:
    """The number of the process that this Word runs in, found by a title that only its window has."""
    try:
        import win32gui  # noqa: PLC0415 - there is none where there is no Word
        import win32process  # noqa: PLC0415 - as above

        word.Caption = f"Referatdesk {secrets.token_hex(8)}"
        window = win32gui.FindWindow("OpusApp", word.Caption)
        return int(win32process.GetWindowThreadProcessId(window)[1]) if window else 0
    except Exception:  # noqa: BLE001 - without the number a Word that hangs is left to itself
        return 0
