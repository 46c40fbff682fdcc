"""The template tried: real pages of the open meeting or of the fictional one, made off the GUI thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.errors import error_words
from referatdesk.services.errors import UserError
from referatdesk.services.output import template_preview
from referatdesk.services.output.exporting import Export
from referatdesk.services.output.template_preview import MOST_PAGES, Pages
from referatdesk.services.written_files import write_new
from referatdesk.ui.jobs import Progress
from referatdesk.ui.outside import open_outside
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label, tool
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.page import Page
from referatdesk.ui.workshop.page_view import PageView

POINTS_PER_INCH = 110.0


class PreviewPage(Page):
    """Pages are made when they are looked at; another template, meeting or house style makes them anew."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self._stop = Event()
        self._is_outdated = True
        self._word = b""
        meeting = bench.desk.workspace.meeting
        choices = [(_("The example"), False)]
        self.source = PickField(
            _("Filled with"), [(_("The open meeting"), True), *choices] if meeting else choices, self
        )
        self.source.set_value(meeting is not None)
        self.source.changed.connect(lambda _value: self._outdate())
        self.view = PageView(self)
        self.words = label("", self, tone="muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("The pages are being made …"))
        self.stop_button = button(_("Stop"), self.stop, self)
        self.word_button = button(_("Save and open as a Word file…"), self._save, self, sign="open")
        self._lay_out()
        self.main = self.view
        bench.chosen.connect(self._outdate)
        bench.used.connect(self._outdate)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self.source, 1)
        line.addWidget(tool(_("Smaller pages"), "remove", partial(self.view.zoom, -1), self))
        line.addWidget(tool(_("Larger pages"), "add", partial(self.view.zoom, 1), self))
        line.addWidget(self.word_button)
        told = QHBoxLayout()
        told.addWidget(self.words, 1)
        told.addWidget(self.stop_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACE.medium, 0, 0)
        box.addLayout(line)
        box.addLayout(told)
        box.addWidget(self._bar)
        box.addWidget(self.view, 1)
        self._show_busy(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def stop(self) -> None:
        self._stop.set()

    def _outdate(self) -> None:
        self.stop()
        self._is_outdated = True
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        template = self._bench.template
        if not self._is_outdated:
            return
        self._is_outdated = False
        self._word = b""
        self.word_button.setEnabled(False)
        self.view.show_pages(())
        if template is None:
            self.words.setText(_("Choose a template, or add one."))
            return
        self._bench.desk.attempt(partial(self._start, template.name))

    def _start(self, template: str) -> None:
        stop, job = Event(), self._meeting_job(template)
        style = self._bench.style
        self._stop = stop

        def work(progress: Progress) -> Pages:
            filled = job or template_preview.sample_job(template, style)
            return template_preview.pages(filled, POINTS_PER_INCH, lambda: progress.cancelled or stop.is_set())

        self._show_busy(True)
        self.words.setText(_("The pages are being made …"))
        done, failed = partial(self._show_pages, stop), partial(self._fail, stop)
        self._bench.desk.jobs.run(self.words.text(), work, done, failed, self._bench.host, shown=False)

    def _meeting_job(self, template: str) -> Export | None:
        workspace = self._bench.desk.workspace
        if not self.source.value or workspace.meeting is None:
            return None
        return template_preview.meeting_job(workspace, workspace.meeting.id, template, workspace.content)

    def _show_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self.stop_button.setVisible(busy)

    def _show_pages(self, stop: Event, pages: Pages) -> None:
        if stop is not self._stop:
            return
        self._show_busy(False)
        self._word = pages.word
        self.word_button.setEnabled(True)
        self.view.show_pages(pages.pictures)
        self.words.setText(_told(pages, stopped=stop.is_set()))
        announce(self, self.words.text())
        self._is_outdated = stop.is_set()

    def _fail(self, stop: Event, error: Exception) -> None:
        if stop is not self._stop:
            return
        self._show_busy(False)
        if isinstance(error, UserError):
            self.words.setText(error_words(error.code, error.data).replace("\n", " "))
            announce(self, self.words.text())
        else:
            self._bench.desk.ask.tell_exception(error)

    def _save(self) -> None:
        self._bench.desk.ask.file_to_save(
            _("Save and open as a Word file"), _("Trial.docx"), _("Word files (*.docx)"), self._write
        )

    def _write(self, path: Path) -> None:
        self._bench.desk.attempt(partial(self._write_and_open, path))

    def _write_and_open(self, path: Path) -> None:
        write_new(path, self._word, overwrite=True)
        open_outside(path)


def _told(pages: Pages, *, stopped: bool) -> str:
    count = len(pages.pictures)
    if stopped:
        return _("Stopped.")
    if not count:
        return error_words("preview.needs_office", {}).replace("\n", " ")
    if count == MOST_PAGES:
        return _("The first {count} pages").format(count=count)
    return ngettext("{count} page", "{count} pages", count).format(count=count)
