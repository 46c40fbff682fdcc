"""A folder of five hundred old minutes read into an archive through its window: memory, and how long the window waits.

A thread beside asks the window's thread for an answer again and again; what the window's thread spent of the processor
before it answered is how long nobody could have typed. Other work on the machine does not count.
"""

from __future__ import annotations

import io
import threading
import time
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import docx
import psutil
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from referatdesk import app as program
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.i18n.dates import format_day
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.intake.many import files_in
from referatdesk.ui.main_window import MainWindow
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.reading.folder import FolderDialog
from tests.benchmarks import material
from tests.benchmarks.material import SENTENCE
from tests.benchmarks.report import Ratio

FILES, EARLY, AROUND = 500, 100, 10
GROWTH, LONGEST_MS = 1.1, 50.0
PAUSE = 0.002
FIRST_DAY, STAND_IN = date(2015, 1, 5), "1. januar 1900"
PATIENCE = 900.0


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as place:
        old = Path(place) / "gamle referater"
        old.mkdir()
        five_hundred(old)
        path = Path(place) / "folder.referatdesk"
        material.archive(path, meetings=3)
        if QApplication.instance() is None:
            program.application(Settings())
        workspace = Workspace.open(path, program.Post())
        preferences = Preferences(SettingsFile(Path(place) / "settings.json"), Settings())
        window = MainWindow(workspace, preferences, lambda _path, _make: workspace)
        window.show()
        dialog = FolderDialog(window.desk, old, files_in(old), window)
        dialog.open()
        yield from _read(dialog, workspace)
        dialog.reject()
        window.close()


def five_hundred(folder: Path) -> None:
    """Minutes of one board, each of another day; made once and printed with other dates."""
    document = docx.Document()
    document.add_heading(f"Referat af møde i Fjordrådet den {STAND_IN}", 0)
    document.add_paragraph(f"Mødedato: {STAND_IN} kl. 13.00")
    for number in range(1, 9):
        document.add_heading(f"Punkt {number}: Fælles vagtordning, del {number}", 1)
        document.add_heading("Sagsfremstilling", 2)
        document.add_paragraph(SENTENCE * 6)
        document.add_heading("Beslutning", 2)
        document.add_paragraph("Indstillingen blev godkendt.")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    for number in range(FILES):
        day = format_day((FIRST_DAY + timedelta(days=7 * number)).isoformat(), "d. MMMM y")
        with zipfile.ZipFile(folder / f"{number:03}.docx", "w", zipfile.ZIP_DEFLATED) as copy:
            for name, content in parts.items():
                copy.writestr(name, content.replace(STAND_IN.encode(), day.encode()))


class Watch(QObject):
    """Asks the window's thread for an answer, and notes what it did before it gave one, in milliseconds of CPU."""

    asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[float] = []
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        self._answered = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self.asked.connect(self._answer)
        self._thread.start()

    def _ask(self) -> None:
        while not self._stop.wait(PAUSE):
            self._answered.clear()
            self.asked.emit(time.clock_gettime(self._clock))
            self._answered.wait()

    def _answer(self, before: float) -> None:
        self.stretches.append((time.clock_gettime(self._clock) - before) * 1000)
        self._answered.set()

    def end(self) -> None:
        self._stop.set()
        self._answered.set()
        self._thread.join()


def _read(dialog: FolderDialog, workspace: Workspace) -> Iterator[Ratio]:
    held: dict[int, int] = {}
    here = psutil.Process()
    watch = Watch()
    began = time.perf_counter()
    dialog.begin()
    while dialog.running and time.perf_counter() - began < PATIENCE:
        QApplication.processEvents()
        done = dialog.results.rowCount()
        if done not in held:
            held[done] = sum(one.memory_info().rss for one in (here, *here.children()))
        time.sleep(PAUSE)
    took = time.perf_counter() - began
    watch.end()
    states = {state.value: count for state, count in dialog.results.count().items() if count}
    assert len(workspace.meeting_days()) == FILES + 3, f"not every file became a meeting: {states}"
    early, late = (median(_around(held, files)) for files in (EARLY, FILES - AROUND))
    detail = f"({late / 1e6:.0f} MB against {early / 1e6:.0f} MB, {took / FILES * 1000:.0f} ms a file)"
    yield Ratio(f"folder: memory after {FILES} files against {EARLY}", late / early, GROWTH, detail)
    detail = f"(ms; {sum(one > LONGEST_MS for one in watch.stretches)} of {len(watch.stretches)} answers were later)"
    yield Ratio("folder: the window's longest stretch of CPU", max(watch.stretches), LONGEST_MS, detail)


def _around(held: dict[int, int], files: int) -> list[int]:
    return [size for done, size in held.items() if abs(done - files) <= AROUND]
