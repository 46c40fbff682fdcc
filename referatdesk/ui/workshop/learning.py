"""A template proposed from old minutes: what each line became, other words on it, pages to try it, and keeping it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.errors import error_words
from referatdesk.services.drafts import Part
from referatdesk.services.errors import UserError
from referatdesk.services.output import template_preview
from referatdesk.services.output.exporting import Export
from referatdesk.services.output.template_preview import Pages
from referatdesk.services.template import template_learning
from referatdesk.services.template.template_learning import Proposal
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.jobs import Progress
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.learning_lines import AS_FOUND, LINE, meanings, rows_of
from referatdesk.ui.workshop.lines import LinesView
from referatdesk.ui.workshop.page_view import PageView

POINTS_PER_INCH = 110.0


def learn_from_minutes(bench: Bench) -> None:
    bench.desk.ask.file_to_open(
        _("Choose finished minutes in the house's look"),
        _("Word files (*.docx)"),
        partial(learn_from, bench),
    )


def learn_from(bench: Bench, path: Path) -> None:
    LearningDialog(bench, path, bench.host).open()


class LearningDialog(Dialog):
    """Learns anew after each word of the user; the pages follow."""

    def __init__(self, bench: Bench, path: Path, parent: QWidget | None) -> None:
        super().__init__(_("A template from {name}").format(name=path.name), parent)
        self._bench = bench
        self._path = path
        self._said: dict[int, Part | str] = {}
        self._proposal: Proposal | None = None
        self._stop = Event()
        self._folder = TemporaryDirectory(prefix="referatdesk-", ignore_cleanup_errors=True)
        self.words = label(_("Learning from {name} …").format(name=path.name), self, kind="strong")
        self.rows = LinesView(_("What the lines became"), self)
        self._model = QStandardItemModel(self)
        self.rows.setModel(self._model)
        self.rows.selectionModel().currentChanged.connect(self._offer)
        self.meaning = PickField(_("Taken for"), [], self)
        self.meaning.setEnabled(False)
        self.meaning.changed.connect(self._say)
        self.source = self._source_field()
        self.view = PageView(self)
        self.tried = label("", self, tone="muted")
        self.with_style = QCheckBox(_("Let the board use the style of the old minutes too"), self)
        self.with_style.setVisible(bench.board is not None)
        self._lay_out()
        self.keep_button = self.add_button(_("Keep the template"), self.keep, look="primary", default=True)
        self.keep_button.setEnabled(False)
        self.add_button(_("Cancel"), self.reject)
        self.finished.connect(lambda _code: self._folder.cleanup())
        if parent is not None:
            self.resize(parent.size())
        self._learn()

    def _source_field(self) -> PickField:
        meeting = self._bench.desk.workspace.meeting
        example: list[tuple[str, object]] = [(_("The example"), False)]
        choices = [(_("The open meeting"), True), *example] if meeting else example
        field = PickField(_("Filled with"), choices, self)
        field.set_value(meeting is not None)
        field.changed.connect(lambda _value: self._try())
        return field

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.rows, 1)
        change = QHBoxLayout()
        name = label(_("Taken for"), left)
        name.setBuddy(self.meaning)
        change.addWidget(name)
        change.addWidget(self.meaning, 1)
        lines.addLayout(change)
        pages = QVBoxLayout(right)
        pages.setContentsMargins(SPACE.small, 0, 0, 0)
        pages.addWidget(self.source)
        pages.addWidget(self.tried)
        pages.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([1, 1])
        self.body.addWidget(self.words)
        self.body.addWidget(split, 1)
        self.add_left(self.with_style)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop.set()
        super().hideEvent(event)

    # Learning

    def _learn(self) -> None:
        path, said = self._path, dict(self._said)
        self._bench.desk.jobs.run(
            _("Learning from {name} …").format(name=path.name),
            lambda _progress: template_learning.propose(path, said),
            self._show,
            self._fail,
            self,
            shown=False,
        )

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        chosen = self._line()
        self._model.clear()
        for row in rows_of(proposal):
            self._model.appendRow(row)
        self._choose(chosen)
        count = len(proposal.findings)
        told = ngettext("{count} thing to look at", "{count} things to look at", count).format(count=count)
        self.words.setText(told if count else _("Every line found its place"))
        announce(self, self.words.text())
        self.keep_button.setEnabled(True)
        self._try()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.words.setText(error_words(error.code, error.data).replace("\n", " "))
            announce(self, self.words.text())
        else:
            self._bench.desk.ask.tell_exception(error)

    def _line(self) -> int:
        return int(self.rows.currentIndex().data(LINE) or 0)

    def _choose(self, line: int) -> None:
        places = [row for row in range(self._model.rowCount()) if self._model.index(row, 0).data(LINE) == line]
        self.rows.setCurrentIndex(self._model.index(places[-1] if line and places else 0, 0))

    def _offer(self, index: QModelIndex) -> None:
        """What the line may be instead."""
        line = int(index.data(LINE) or 0)
        self.meaning.setEnabled(bool(line) and self._proposal is not None)
        if line and self._proposal is not None:
            self.meaning.set_choices(meanings(self._proposal, line))
            self.meaning.set_value(self._said.get(line, AS_FOUND))

    def _say(self, meaning: object) -> None:
        line = self._line()
        if not line:
            return
        self._said.pop(line, None)
        if isinstance(meaning, str) and meaning:
            self._said[line] = meaning
        self._learn()

    # Trying

    def _try(self) -> None:
        proposal = self._proposal
        self._stop.set()
        if proposal is None:
            return
        self._stop = stop = Event()
        path = Path(self._folder.name, f"{len(list(Path(self._folder.name).iterdir()))}.docx")
        path.write_bytes(proposal.template)
        meeting = self._meeting_job(str(path)) if self.source.value else None

        def work(progress: Progress) -> Pages:
            job = meeting or template_preview.sample_job(str(path), proposal.style)
            return template_preview.pages(job, POINTS_PER_INCH, lambda: progress.cancelled or stop.is_set())

        self.tried.setText(_("The pages are being made …"))
        self._bench.desk.jobs.run(
            self.tried.text(), work, partial(self._show_pages, stop), partial(self._tell, stop), self, shown=False
        )

    def _meeting_job(self, template: str) -> Export | None:
        workspace = self._bench.desk.workspace
        if workspace.meeting is None:
            return None
        return template_preview.meeting_job(workspace, workspace.meeting.id, template, workspace.content)

    def _show_pages(self, stop: Event, pages: Pages) -> None:
        if stop is not self._stop:
            return
        self.view.show_pages(pages.pictures)
        count = len(pages.pictures)
        words = ngettext("{count} page", "{count} pages", count).format(count=count)
        self.tried.setText(words if count else error_words("preview.needs_office", {}).replace("\n", " "))

    def _tell(self, stop: Event, error: Exception) -> None:
        if stop is self._stop and isinstance(error, UserError):
            self.tried.setText(error_words(error.code, error.data).replace("\n", " "))
        elif stop is self._stop:
            self._bench.desk.ask.tell_exception(error)

    # Keeping

    def keep(self) -> None:
        if self._proposal is not None:
            self._bench.desk.attempt(partial(self._keep, self._proposal))

    def _keep(self, proposal: Proposal) -> None:
        kept = template_learning.keep(proposal, proposal.board or self._path.stem)
        self._bench.list_anew(kept.name)
        style = self._bench.style
        if style is not None and self.with_style.isChecked():
            change = template_learning.adopt(self._bench.desk.workspace, style.id, proposal, kept)
            self._bench.desk.do(change)
        self.accept()
