"""A damaged archive: what the newest sound copy holds, and what can be read of the file itself; she chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.errors import error_words
from referatdesk.services.archive import backups, repairing
from referatdesk.services.archive.backups import Backup, Difference, GoOn, Held, Place
from referatdesk.services.archive.repairing import Repair
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.ask import QtAsk
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.asking.message import Message
from referatdesk.ui.backups.lines import held_words, made_words, named, row_words
from referatdesk.ui.jobs import Jobs, Progress
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label

SIZE = (880, 480)


@dataclass(frozen=True, slots=True)
class Ways:
    """What there is to choose from; either may be missing."""

    copy: Backup | None
    copied: Held | None
    repair: Repair | None
    recovered: Held | None
    missing: str
    """What the copy has and the recovered archive has not, in words."""


class Stopped(Exception):  # noqa: N818 - no error: she stopped it
    """The dialog was closed while it was looking."""


def repair(path: Path, parent: QWidget | None = None) -> bool:
    """Waits for her choice; whether the archive was replaced. Raises UserError."""
    dialog = RepairDialog(backups.place_of(path), parent)
    dialog.begin()
    dialog.exec()
    return dialog.is_done


class RepairDialog(Dialog):
    def __init__(self, place: Place, parent: QWidget | None) -> None:
        super().__init__(_("Repair"), parent, heading=_("The archive is damaged"), sign="error")
        self._place = place
        self._jobs = Jobs(self)
        self._ask = QtAsk(self)
        self._ways: Ways | None = None
        self.is_done = False
        self._said = label(_("Reading what can be read, and looking for the newest sound copy …"), self)
        self.body.addWidget(self._said)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(SPACE.medium)
        self.body.addLayout(self.choices)
        self.missing = QPlainTextEdit(self)
        self.missing.setReadOnly(True)
        self.missing.setTabChangesFocus(True)
        self.missing.setProperty("look", "boxed")
        self.missing.setAccessibleName(_("What differs"))
        self.missing.hide()
        self.body.addWidget(self.missing, 1)
        self.body.addStretch(0)
        self.copy_button = self._way(_("Use the copy"), self.use_copy)
        self.recovered_button = self._way(_("Use what was recovered"), self.use_recovered)
        self.add_button(_("Close"), self.reject, look="primary", default=True).setFocus()
        self.size_to(*SIZE)
        self.finished.connect(self._end)

    def _way(self, words: str, act: Callable[[], None]) -> QPushButton:
        made = self.add_button(words, act)
        made.setEnabled(False)
        return made

    def begin(self) -> None:
        place = self._place

        def work(progress: Progress) -> Ways:
            def go_on() -> None:
                if progress.cancelled:
                    raise Stopped

            return ways(place, go_on)

        self._jobs.run("", work, self._show, self._fail, self, shown=False)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._said.setText(error_words(error.code, error.data))
        elif not isinstance(error, Stopped):
            raise error

    def _show(self, found: Ways) -> None:
        self._ways = found
        self._said.setText(_("The damaged file is set aside as it is, whichever you choose. Nothing of it is deleted."))
        if found.copy is not None and found.copied is not None:
            words = f"{made_words(found.copy)}\n{held_words(found.copied)}"
            self._add(_("The newest sound copy"), words)
        else:
            lost = _("Something may be missing, and there is nothing to compare with.") if found.repair else ""
            self._add(_("There is no sound copy of this archive."), lost)
        if found.repair is not None and found.recovered is not None:
            self._add(
                _("Recovered from the damaged file"), f"{held_words(found.recovered)}\n{_done_words(found.repair)}"
            )
        else:
            self._add(_("Nothing of the damaged file can be read."), "")
        self.missing.setPlainText(found.missing)
        self.missing.setVisible(bool(found.missing))
        self.copy_button.setEnabled(found.copy is not None)
        self.recovered_button.setEnabled(found.repair is not None)

    def _add(self, heading: str, words: str) -> None:
        frame = QFrame(self)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(label(heading, frame, kind="strong"))
        if words:
            box.addWidget(label(words, frame, tone="muted"))
        self.choices.addWidget(frame)

    def use_copy(self) -> None:
        if self._ways is not None and self._ways.copy is not None:
            place, copy = self._place, self._ways.copy.path
            self._take(lambda: repairing.prepare(place, copy).path)

    def use_recovered(self) -> None:
        if self._ways is not None and self._ways.repair is not None:
            path = self._ways.repair.path
            self._take(lambda: path)

    def _take(self, ready: Callable[[], Path]) -> None:
        place = self._place
        for one in (self.copy_button, self.recovered_button):
            one.setEnabled(False)
        self._jobs.run(
            _("Putting it in place …"),
            lambda _progress: repairing.replace_damaged(place, ready()),
            self._took,
            self._ask.tell_exception,
            self,
        )

    def _took(self, aside: Path) -> None:
        self.is_done = True
        self.accept()
        words = _("The damaged file is kept as {name}.").format(name=aside.name)
        title, window = _("The archive is in order again"), self.parentWidget()
        if window is None:
            Message(title, words, None).exec()  # nothing else is there to stand over yet
        else:
            QtAsk(window).inform(title, words)

    def _end(self) -> None:
        self._jobs.stop()
        repairing.forget(repairing.beside(self._place))


def ways(place: Place, go_on: GoOn) -> Ways:
    """Looks at both; raises UserError only where neither can be had."""
    copy = repairing.newest_sound(place, go_on)
    copied = None if copy is None else backups.look(copy.path, place.key, go_on)
    try:
        repair = repairing.recover_beside(place, go_on)
        recovered = backups.look(repair.path, place.key, go_on)
    except UserError:
        if copy is None:
            raise
        return Ways(copy, copied, None, None, "")
    missing = ""
    if copied is not None and not backups.difference(copied, recovered):
        missing = _("All that the copy holds was recovered too.")
    elif copy is not None and copied is not None:
        missing = _missing_words(place, copy, repair, backups.difference(copied, recovered))
    return Ways(copy, copied, repair, recovered, missing)


def _missing_words(place: Place, copy: Backup, repair: Repair, found: Difference) -> str:
    """What the copy has and the recovered archive has not: meetings, items and texts by their numbers."""
    parts = []
    if found.only_other:
        parts.append(_("Only in what was recovered: {meetings}").format(meetings=named(found.only_other)))
    if found.only_one:
        parts.append(_("Only in the copy: {meetings}").format(meetings=named(found.only_one)))
    for row in found.altered:
        lines = repairing.item_lines_between(copy.path, repair.path, place.key, row.id)
        items = [
            f"    {_item_words(line.number, line.title, missing=line.is_missing)}"
            for line in lines
            if line.is_missing or line.is_altered
        ]
        items = items or ["    " + _("In its people, decisions or papers")]
        parts.append("\n".join((_("Other than in the copy: {meeting}").format(meeting=row_words(row)), *items)))
    return "\n".join(parts)


def _item_words(number: str, title: str, *, missing: bool) -> str:
    words = _("Item {number} is missing: {title}") if missing else _("Item {number} is other: {title}")
    return words.format(number=number or "–", title=title)


def _done_words(repair: Repair) -> str:
    done, parts = repair.done, []
    unreadable = len(done.mended.unreadable)
    if unreadable:
        words = ngettext("{count} record could not be read.", "{count} records could not be read.", unreadable)
        parts.append(words.format(count=unreadable))
    stand_ins = len(done.mended.stand_ins)
    if stand_ins:
        words = ngettext(
            "{count} record that others belong to is lost, and “?” stands in its place.",
            "{count} records that others belong to are lost, and “?” stands in their place.",
            stand_ins,
        )
        parts.append(words.format(count=stand_ins))
    if done.taken_in:
        words = ngettext(
            "{count} change that had not been saved is in it.",
            "{count} changes that had not been saved are in it.",
            done.taken_in,
        )
        parts.append(words.format(count=done.taken_in))
    if done.left_out:
        words = ngettext(
            "{count} change that had not been saved does not fit and is kept beside the damaged file.",
            "{count} changes that had not been saved do not fit and are kept beside the damaged file.",
            done.left_out,
        )
        parts.append(words.format(count=done.left_out))
    return " ".join(parts)
