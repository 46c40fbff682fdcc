"""The receipt of a published file: what was left out of it, and what it was searched for."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.i18n.receipt_words import left_out_lines, searched_lines
from referatdesk.services.output.receipts import Receipt, receipt_of
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.days import day_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.outside import open_outside


def show_receipt(desk: Desk, path: Path, window: QWidget) -> None:
    """Raises UserError where the file cannot be read."""
    receipt = receipt_of(path)
    if receipt is not None:
        ReceiptDialog(path, receipt, window).open()
        return
    desk.ask.inform(
        _("There is no receipt for {name}").format(name=path.name),
        _("It was not published from this computer, or it was changed since."),
    )


class ReceiptDialog(Dialog):
    def __init__(self, path: Path, receipt: Receipt, parent: QWidget | None) -> None:
        heading = _("Ready to be published: {name}").format(name=path.name)
        super().__init__(_("Receipt"), parent, heading=heading, sign="saved")
        self.text = QPlainTextEdit("\n".join(receipt_lines(receipt)), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Receipt"))
        self.body.addWidget(self.text, 1)
        self.copy = self.add_button(_("Copy the receipt"), self._copy)
        self.add_button(_("Open the file"), partial(open_outside, path))
        self.add_button(_("Close"), self.accept, look="primary", default=True).setFocus()
        self.size_to(640, 340)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def receipt_lines(receipt: Receipt) -> list[str]:
    made = datetime.fromisoformat(receipt.at).astimezone()
    when = _("Made {day} at {clock}").format(day=day_words(made.date().isoformat()), clock=f"{made:%H.%M}")
    return [
        *left_out_lines(receipt, receipt.also_open),
        *searched_lines(receipt.sentences, receipt.sha256),
        when,
    ]
