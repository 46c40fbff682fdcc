"""What a copy leaves out or holds, said before it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referatdesk.domain.records import Records
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.receipt_words import left_out_lines
from referatdesk.services.output.outputs import Kind, closed_items
from referatdesk.services.output.receipts import forecast
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.sign import Sign

SIGN = 20


class PublicSummary(QWidget):
    """One strong line, and small ones below it. A copy that holds everything of an open meeting has nothing to say."""

    def __init__(self, records: Records, meeting_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        told = forecast(records, meeting_id)
        self._public = left_out_lines(told.left_out, told.also_open)
        self._closed = len(closed_items(records, meeting_id))
        self._sign = Sign(SIGN, self)
        self.first = label("", self, kind="strong")
        self.rest = label("", self, tone="muted", kind="small")
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self._sign)
        line.addWidget(self.first, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE.hair)
        page.addLayout(line)
        page.addWidget(self.rest)

    def show_for(self, kind: Kind) -> None:
        is_public = kind is Kind.PUBLICATION
        first, *rest = self._public if is_public else self._whole()
        sign, tone = ("lock", "good") if is_public else ("warning", "warn")
        self._sign.show_sign(sign, tone)
        self.first.setText(first)
        self.rest.setText("\n".join(rest))
        self.rest.setVisible(bool(rest))
        self.setVisible(bool(first))

    def _whole(self) -> list[str]:
        if not self._closed:
            return [""]
        words = ngettext(
            "This copy holds everything, also {count} closed item",
            "This copy holds everything, also {count} closed items",
            self._closed,
        )
        return [words.format(count=self._closed), _("It must not be published or sent to others than the members.")]
