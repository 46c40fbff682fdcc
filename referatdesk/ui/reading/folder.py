"""A folder of old minutes: what is certain goes in by itself, the rest stands in a list with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QProgressBar, QPushButton, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.intake import many
from referatdesk.services.intake.many import FileResult, FileState
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.preview import PreviewWindow
from referatdesk.ui.reading.reading import Opened, open_file
from referatdesk.ui.reading.results import RESULT, STATES, OfState, ResultModel
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.pick_field import PickField

SIZE = (880, 480)


class FolderDialog(Dialog):
    """Reads the files when it is told to begin; a doubtful one is opened in the preview once reading is over."""

    _came = Signal(object)

    def __init__(self, desk: Desk, folder: Path, files: Sequence[Path], parent: QWidget) -> None:
        super().__init__(_("Read a folder"), parent, heading=folder.name)
        self._desk = desk
        self._files = files
        self._stop = Event()
        self.running = False
        self.results = ResultModel(self)
        self._shown = OfState(self.results)
        self.list = QListView(self)
        self._count = label("", self)
        self._bar = QProgressBar(self)
        self.keep = QCheckBox(_("Keep the files with their meetings"), self)
        self._lay_out()
        self._came.connect(self._take)
        self._show_count()
        self.size_to(*SIZE)
        self.begin_button.setFocus()

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Read a folder"))
        self._bar.setRange(0, max(len(self._files), 1))
        states = PickField(_("Show"), [(_("All"), None), *((_(w), s) for s, w in STATES.items())], self)
        states.set_value(None)
        states.changed.connect(self._show_state)
        line = QHBoxLayout()
        line.setSpacing(SPACE.medium)
        line.addWidget(self._count, 1)
        line.addWidget(states)
        self.list.setModel(self._shown)
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(_("What became of the files"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setToolTip(_("Enter opens a file beside its meeting"))
        self.list.doubleClicked.connect(self.open_result)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self.body.addWidget(self.list, 1)
        self.add_left(self.keep)
        self._hint = label(_("Enter opens a file beside its meeting"), self, tone="muted")
        self._hint.setWordWrap(False)
        self._hint.hide()
        self.add_left(self._hint)
        self.begin_button: QPushButton = self.add_button(_("Begin"), self.begin, look="primary", default=True)
        self.stop_button = self.add_button(_("Stop"), self._stop.set)
        self.stop_button.hide()
        self.add_button(_("Close"), self.reject)

    # Reading

    def begin(self) -> None:
        self._desk.settle()
        self.running = True
        self.begin_button.hide()
        self.keep.setEnabled(False)
        self.stop_button.show()
        self.list.setFocus()
        known, files, stop, keep = many.snapshot(self._desk.workspace), self._files, self._stop, self.keep.isChecked()

        def work(progress: Progress) -> None:
            def cancelled() -> bool:
                return progress.cancelled or stop.is_set()

            for result in many.read_folder(files, known, cancelled, keep_originals=keep):
                self._came.emit(result)

        self._desk.jobs.run(_("Read a folder"), work, self._end, self._fail, self, shown=False)

    def _take(self, result: FileResult) -> None:
        """What is certain goes in at once, a step of its own; only what is shown of it is kept."""
        if result.change is not None:
            self._desk.attempt(partial(self._desk.do, result.change))
        self.results.add(replace(result, change=None))
        self._bar.setValue(self.results.rowCount())
        self._show_count()

    def _end(self, _nothing: object = None) -> None:
        self.running = False
        self.stop_button.hide()
        self.keep.hide()
        self._hint.show()
        self._show_count()
        announce(self, self._count.text())
        self._choose_one()

    def _choose_one(self) -> None:
        if self.list.currentIndex().row() < 0 and self._shown.rowCount():
            self.list.setCurrentIndex(self._shown.index(0, 0))

    def _show_state(self, state: object) -> None:
        self._shown.show_state(state)
        self._choose_one()

    def _fail(self, error: Exception) -> None:
        self._end()
        self._desk.ask.tell_exception(error)

    def _show_count(self) -> None:
        done, of = self.results.rowCount(), len(self._files)
        words = ngettext("{done} of {count} file", "{done} of {count} files", of).format(done=done, count=of)
        counts = self.results.count()
        states = (f"{_(word)}: {counts[state]}" for state, word in STATES.items() if counts[state])
        self._count.setText(" · ".join((words, *states)))

    # What needs a look

    def open_result(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Beside its meeting, or what was wrong with it; while others are read into the archive it has to wait."""
        result: FileResult | None = index.data(RESULT)
        if result is None:
            return
        if result.error is not None:
            self._desk.ask.tell(result.error)
        elif not self.running and result.state is FileState.DOUBTFUL:
            self._open(result)

    def _open(self, result: FileResult) -> None:
        known = Known.of(self._desk.workspace)
        self._desk.jobs.run(
            _("Reading {name} …").format(name=result.path.name),
            lambda progress: open_file(result.path, known, progress),
            partial(self._preview, result),
            self._desk.ask.tell_exception,
            self,
        )

    def _preview(self, result: FileResult, opened: Opened) -> None:
        preview = PreviewWindow(self._desk, opened, self)
        preview.imported.connect(partial(self._note_imported, result))
        preview.open()

    def _note_imported(self, result: FileResult, meeting_id: str) -> None:
        self.results.replace(result, replace(result, state=FileState.CERTAIN, meeting_id=meeting_id))
        self._show_count()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and self.list.hasFocus():
            self.open_result(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        self._stop.set()
        super().reject()
