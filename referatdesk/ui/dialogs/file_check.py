"""What keeps a Word file from being read by everybody: each finding with its place and what to do in Word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from referatdesk.i18n.accessibility import finding_sentence, place_words
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services import accessibility
from referatdesk.services.accessibility import Finding
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.icons import icon
from referatdesk.ui.outside import open_outside
from referatdesk.ui.widgets.controls import label


def check_file(desk: Desk, path: Path, window: QWidget) -> None:
    """Checks a file off the GUI thread and shows what was found."""
    desk.jobs.run(
        _("Checking {name} …").format(name=path.name),
        lambda _progress: accessibility.check_file(path),
        lambda findings: FileCheckDialog(desk, path, findings, window).open(),
        desk.ask.tell_exception,
    )


class FileCheckDialog(Dialog):
    def __init__(self, desk: Desk, path: Path, findings: Sequence[Finding], parent: QWidget | None) -> None:
        sign = "warning" if findings else "saved"
        super().__init__(_("Can everybody read the file?"), parent, heading=_heading(path, findings), sign=sign)
        self._desk = desk
        self._path = path
        self.body.addWidget(label(_what_it_is(), self, tone="muted"))
        self.list = _list(findings, self)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0 if findings else 1)
        self.add_button(_("Open the file"), partial(open_outside, path))
        self.again = self.add_button(_("Check again"), self._check_again)
        self.add_button(_("Close"), self.accept, look="primary", default=True).setFocus()
        self.size_to(680, 460 if findings else 220)

    def _check_again(self) -> None:
        """When it has been mended and saved in Word."""
        window = self.parentWidget()
        self.accept()
        if window is not None:
            check_file(self._desk, self._path, window)


def _what_it_is() -> str:
    return _(
        "Many hear a document, or see it in other colours and sizes. This is what a program can find; whether the text "
        "is easy to understand, only a person can tell."
    )


def _heading(path: Path, findings: Sequence[Finding]) -> str:
    if not findings:
        return _("Nothing found in {name}").format(name=path.name)
    words = ngettext("{count} thing to look at in {name}", "{count} things to look at in {name}", len(findings))
    return words.format(count=len(findings), name=path.name)


def _list(findings: Sequence[Finding], parent: QWidget) -> QListView:
    shown = QListView(parent)
    shown.setProperty("look", "boxed")
    shown.setAccessibleName(_("What keeps the file from being read by everybody"))
    shown.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    shown.setWordWrap(True)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setResizeMode(QListView.ResizeMode.Adjust)
    shown.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    shown.setVisible(bool(findings))
    model = QStandardItemModel(shown)
    for finding in findings:
        model.appendRow(QStandardItem(icon("warning", "warn"), _words(finding)))
    shown.setModel(model)
    return shown


def _words(finding: Finding) -> str:
    place = place_words(finding.place.where, finding.place.heading, finding.place.near)
    return "\n".join(filter(None, (place, *finding_sentence(finding.code, finding.data))))
