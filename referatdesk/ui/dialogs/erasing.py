"""Deleting a meeting for good: what that means, which copies of the archive still hold it, and a clear yes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import board_of
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.archive import erasing
from referatdesk.services.archive.events import Durable, SaveFailed
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.days import day_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label


class EraseDialog(Dialog):
    """Enter and Escape mean no; deletes on a clear yes and is accepted then."""

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(_("Delete for good"), parent, heading=_("Delete the meeting for good?"), sign="trash")
        self._desk = desk
        self._meeting_id = meeting.id
        named = " – ".join(filter(None, (board_of(desk.workspace, meeting).name, day_words(meeting.date))))
        self.body.addWidget(label(named, self, kind="strong"))
        self.body.addWidget(
            label(
                _(
                    "All of it goes, with its history and the documents that it was read from. It cannot be undone, "
                    "and neither can what you did before in this archive."
                ),
                self,
            )
        )
        self._offer_copies()
        self.absent = label("", self, tone="muted")
        self._tell_absent(erasing.absent_place(desk.workspace))
        self.body.addWidget(self.absent)
        self._bar = self._hidden_bar()
        self.body.addWidget(self._bar)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._fail(UserError("archive.unsaved")))
        self.yes = self.add_button(_("Delete for good"), self._erase, look="danger")
        self.no = self.add_button(_("Cancel"), self.reject, default=True)
        self.no.setFocus()
        self.setMinimumWidth(440)
        desk.watch(self, self._heard)

    def _offer_copies(self) -> None:
        self._copies = erasing.earlier_copies(self._desk.workspace)
        count = len(self._copies)
        told = ngettext(
            "{count} copy of the archive was made before and still holds it. Copies go one by one as new ones are "
            "made, in about 400 days.",
            "{count} copies of the archive were made before and still hold it. Copies go one by one as new ones are "
            "made, in about 400 days.",
            count,
        )
        self.told = label(told.format(count=count), self, tone="muted")
        self.copies = QCheckBox(_("Delete these &copies now, once a new one is made"), self)
        for part in (self.told, self.copies):
            part.setVisible(bool(count))
            self.body.addWidget(part)

    def _hidden_bar(self) -> QProgressBar:
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("The meeting is being deleted"))
        bar.hide()
        return bar

    def _tell_absent(self, place: Path | None) -> None:
        self.absent.setVisible(place is not None)
        if place is not None:
            told = _(
                "The second place for copies is not connected: {place}. The copies on it are not counted here, still "
                "hold the meeting, and are not deleted now."
            )
            self.absent.setText(told.format(place=place))

    def _erase(self) -> None:
        self._desk.attempt(self._erase_now)

    def _erase_now(self) -> None:
        """Nobody waits: the window is told when it is on the disk."""
        workspace = self._desk.workspace
        erasing.begin_erasing(workspace, self._meeting_id)
        self._show_working(True)
        announce(self, self._bar.accessibleName())
        self._patience.start(round(erasing.PATIENCE * 1000))
        workspace.flush(0)

    def _show_working(self, works: bool) -> None:
        self._bar.setVisible(works)
        for part in (self.copies, self.yes, self.no):
            part.setEnabled(not works)

    def _heard(self, event: object) -> None:
        if not self._patience.isActive():
            return
        if isinstance(event, SaveFailed):
            self._fail(UserError("archive.unsaved"))
        elif isinstance(event, Durable) and not self._desk.workspace.unsaved:
            self._patience.stop()
            self._desk.jobs.run(
                self._bar.accessibleName(),
                partial(_tidy, self._desk.workspace),
                self._end,
                self._fail,
                self,
                shown=False,
            )

    def _fail(self, error: Exception) -> None:
        self._patience.stop()
        self._show_working(False)
        self._desk.ask.tell_exception(error)

    def reject(self) -> None:
        """Not while it works: what is begun cannot be taken back."""
        if self._bar.isHidden():
            super().reject()

    def _end(self, _nothing: None) -> None:
        if self.copies.isChecked():
            self._desk.jobs.run(
                _("Deleting the copies …"),
                partial(_drop, self._desk.workspace, self._copies),
                partial(_tell_left, self._desk),
                self._desk.ask.tell_exception,
            )
        self.accept()


def _tidy(workspace: Workspace, _progress: Progress) -> None:
    erasing.tidy(workspace)


def _drop(workspace: Workspace, copies: Sequence[Path], _progress: Progress) -> int:
    return erasing.drop_copies(workspace, copies)


def _tell_left(desk: Desk, left: int) -> None:
    if left:
        desk.ask.inform(
            _("Not every copy could be deleted"),
            _("{count} copies of the archive lie where they cannot be deleted now, and still hold the meeting.").format(
                count=left
            ),
        )
