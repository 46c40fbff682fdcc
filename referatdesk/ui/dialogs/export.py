"""Exporting a meeting: for whom, by which template, to which file, and what should be looked at first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import board_of, style_of
from referatdesk.i18n.catalogue import _, later, ngettext
from referatdesk.services.accessibility import Finding as FileFinding
from referatdesk.services.accessibility import check_file
from referatdesk.services.checks import Finding, check_meeting
from referatdesk.services.output import exporting
from referatdesk.services.output.outputs import Kind
from referatdesk.services.output.receipts import Receipt, receipt_of
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.board_style import template_choices
from referatdesk.ui.dialogs.export_copies import WORD, Copy, copy_choices, usual_copy
from referatdesk.ui.dialogs.file_check import FileCheckDialog
from referatdesk.ui.dialogs.findings import FindingsList
from referatdesk.ui.dialogs.public_summary import PublicSummary
from referatdesk.ui.dialogs.receipt import ReceiptDialog
from referatdesk.ui.jobs import Progress
from referatdesk.ui.outside import open_outside
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.widgets.sign import Sign
from referatdesk.ui.widgets.toast import Toast
from referatdesk.ui.widgets.value_field import TextField

SIGN = 20
_REPLACING = {
    "target.exists": later("There is a file of that name already. What stands in it is lost."),
    "target.changed": later("It was changed after it was exported. What was written in it since is lost."),
}
FORBIDDEN = '<>:"/\\|?*'
"""Signs that some system does not allow in the name of a file."""


def file_name(board: str, day: str | None) -> str:
    """The name proposed for the minutes, e.g. "Referat Sundhedsråd Østfjord 2027-02-04.docx"."""
    plain = "".join(" " if sign in FORBIDDEN else sign for sign in board)
    return " ".join(("Referat", *plain.split(), *((day,) if day else ()))) + ".docx"


_Exported = tuple[Path, list[FileFinding], Receipt | None]


class ExportDialog(Dialog):
    """`item_wanted` carries an item to look at, `exported` the path of the finished file."""

    item_wanted = Signal(str)
    exported = Signal(object)

    def __init__(self, desk: Desk, meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Export the minutes"), parent, heading=_("Export the minutes"), sign="export")
        self._desk = desk
        self._meeting_id = meeting_id
        self._agreed: Path | None = None
        records = desk.workspace
        desk.settle()
        meeting = records.get(Meeting, meeting_id)
        own = style_of(records, meeting).template
        self.copy = PickField(_("Kind of copy"), copy_choices(), self)
        self.copy.set_value(usual_copy())
        self.copy.changed.connect(self._show_copy)
        self.template = PickField(_("Template"), template_choices(own), self)
        self.template.set_value(own)
        self.file = TextField(_("File"), self)
        self.file.set_value(file_name(board_of(records, meeting).name, meeting.date))
        self._folder = _documents()
        self._where = ElidedLabel(str(self._folder), self)
        self._where.setProperty("tone", "muted")
        self._where.setProperty("type", "small")
        self.body.addWidget(self._form())
        self.public = PublicSummary(records, meeting_id, self)
        self.public.show_for(self._copy.kind)
        self.body.addWidget(self.public)
        findings = check_meeting(records, meeting_id)
        self.body.addLayout(self._summary(findings))
        self.findings = FindingsList(findings, records, meeting_id, self)
        self.findings.wanted.connect(self._go_to)
        self.body.addWidget(self.findings, 100)
        self.body.addStretch(1)
        self.export_and_open = self.add_button(
            _("Export and open"), partial(self._start, True), look="primary", default=True
        )
        self.export = self.add_button(_("Export"), partial(self._start, False))
        self.add_button(_("Cancel"), self.reject)
        self.size_to(680, 480)
        self.export_and_open.setFocus()

    def _form(self) -> Form:
        form = Form(self)
        form.row(_("Kind of copy"), self.copy)
        form.row(_("Template"), _with(self.template, button(_("Own file…"), self._browse_template, self)))
        form.row(_("File"), _with(self.file, button(_("Browse…"), self._browse_target, self)))
        form.row("", self._where)
        return form

    def _summary(self, findings: list[Finding]) -> QHBoxLayout:
        sign, tone = ("warning", "warn") if findings else ("saved", "good")
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        picture = Sign(SIGN, self)
        picture.show_sign(sign, tone)
        line.addWidget(picture)
        line.addWidget(label(_summary(findings), self, kind="strong"), 1)
        return line

    @property
    def target(self) -> Path:
        typed = Path(self.file.text().strip()).expanduser()
        return self._copy.path(typed if typed.is_absolute() else self._folder / typed)

    @property
    def _copy(self) -> Copy:
        chosen = self.copy.value
        return chosen if isinstance(chosen, Copy) else usual_copy()

    def _show_copy(self) -> None:
        self.public.show_for(self._copy.kind)
        self.file.set_value(self._copy.proposed(Path(self.file.text().strip())).name)

    def _browse_template(self) -> None:
        self._desk.ask.file_to_open(_("Choose a Word template"), _("Word files (*.docx *.dotx)"), self._use_template)

    def _use_template(self, path: Path) -> None:
        self.template.set_choices(template_choices(str(path)))
        self.template.set_value(str(path))

    def _browse_target(self) -> None:
        title = _("Export the minutes")
        self._desk.ask.file_to_save(title, str(self.target), self._copy.filters, self._use_target)

    def _use_target(self, path: Path) -> None:
        """The file dialog has asked whether a file that exists may be replaced."""
        self._folder = path.parent
        self._where.setText(str(path.parent))
        self.file.set_value(path.name)
        self._agreed = self.target

    def _go_to(self, item_id: str) -> None:
        self.reject()
        self.item_wanted.emit(item_id)

    def _start(self, and_open: bool) -> None:
        target = self.target
        refusal = exporting.refusal(target)
        detail = _REPLACING.get(refusal)
        agreed = refusal == "target.exists" and target == self._agreed
        if detail is None or agreed:
            self._run(target, agreed, and_open)
            return
        question = _("Replace {name}?").format(name=target.name)
        replace = partial(self._run, target, True, and_open)
        self._desk.ask.confirm(question, _(detail), _("Replace"), replace, dangerous=True)

    def _run(self, target: Path, overwrite: bool, and_open: bool) -> None:
        self._desk.attempt(lambda: self._hand_over(target, overwrite, and_open))

    def _hand_over(self, target: Path, overwrite: bool, and_open: bool) -> None:
        template = self.template.value
        workspace = self._desk.workspace
        job = exporting.prepare(
            workspace,
            self._meeting_id,
            contents=workspace.content,
            template=template if isinstance(template, str) else None,
            kind=self._copy.kind,
        )
        self._let_press(False)
        self._desk.jobs.run(
            _("Writing {name} …").format(name=target.name),
            lambda progress: _exported(job, target, overwrite, progress),
            partial(self._finished, and_open),
            self._failed,
            host=self,
            stopped=partial(self._let_press, True),
        )

    def _finished(self, and_open: bool, exported: _Exported) -> None:
        path, findings, receipt = exported
        window = self.parentWidget()
        self.accept()
        if window is not None:
            Toast.show_in(window.window(), _("Exported: {name}").format(name=path.name), "saved")
        if findings:
            FileCheckDialog(self._desk, path, findings, window).open()
        if receipt is not None:
            ReceiptDialog(path, receipt, window).open()
        self.exported.emit(path)
        if and_open:
            open_outside(path)

    def _failed(self, error: Exception) -> None:
        self._let_press(True)
        self._desk.ask.tell_exception(error)

    def _let_press(self, may: bool) -> None:
        self.export.setEnabled(may)
        self.export_and_open.setEnabled(may)


def _exported(job: exporting.Export, target: Path, overwrite: bool, progress: Progress) -> _Exported:
    """The file that was written, what keeps it from being read by everybody, and the receipt of a public one.

    A PDF is made of a Word file, which has been looked at.
    """
    path = exporting.export(job, target, overwrite=overwrite, progress=progress)
    receipt = receipt_of(path) if job.kind is Kind.PUBLICATION else None
    return path, check_file(path) if path.suffix == WORD else [], receipt


def _summary(findings: list[Finding]) -> str:
    if not findings:
        return _("Nothing to look at: the minutes are complete")
    words = ngettext(
        "{count} thing to look at before it goes out", "{count} things to look at before it goes out", len(findings)
    )
    return words.format(count=len(findings))


def _with(field: QWidget, beside: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE.small)
    line.addWidget(field, 1)
    line.addWidget(beside)
    QWidget.setTabOrder(field, beside)
    return line


def _documents() -> Path:
    """The folder for documents; the home folder on machines that have none."""
    place = QStandardPaths.StandardLocation
    proposed = Path(QStandardPaths.writableLocation(place.DocumentsLocation))
    return proposed if proposed.is_dir() else Path(QStandardPaths.writableLocation(place.HomeLocation))
