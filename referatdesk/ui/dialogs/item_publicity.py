"""What the public version tells of an item: whether it is open, its neutral title, its decision."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from referatdesk.domain.codes import Access, ClosedItems
from referatdesk.domain.meetings import AgendaItem
from referatdesk.i18n.catalogue import _
from referatdesk.services.item import agenda
from referatdesk.services.lookup import board_of_item, joined
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.course.words import items_words
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.record_form import RecordForm
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.pick_field import words_of


class ItemPublicityDialog(Dialog):
    def __init__(self, desk: Desk, item_id: str, parent: QWidget | None) -> None:
        item = desk.workspace.get(AgendaItem, item_id)
        super().__init__(_("Public version of the item"), parent, heading=item.title, sign="lock")
        self._desk = desk
        self._item_id = item_id
        self.form = RecordForm(desk, self._keep, self)
        self.form.pick("access", _("Access"), words_of(Access))
        self.form.text(
            "public_title",
            _("Neutral title"),
            hint=_("Stands in the public version instead of the title. Without one, nothing is told of the item."),
        )
        self.form.tick("decision_public", _("The decision may be published"))
        self.form.end()
        self.told = label("", self, tone="muted")
        self.body.addWidget(self.form)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.add_button(_("Close"), self.reject, look="primary")
        self.size_to(560, 320)
        self._show()

    def _keep(self, name: str, value: Any) -> None:
        records = self._desk.workspace
        self._desk.attempt(
            lambda: self._desk.do(
                agenda.set_access(records, self._item_id, value)
                if name == "access"
                else agenda.edit_publicity(records, self._item_id, **{name: value}),
                self,
            )
        )
        self._show()

    def _show(self) -> None:
        item = self._desk.workspace.get(AgendaItem, self._item_id)
        self.form.show_record(item)
        told = _told(item, board_of_item(self._desk.workspace, item.id).closed_items)
        self.told.setText(" ".join((told, self._along(item))).strip())

    def _along(self, item: AgendaItem) -> str:
        others = [one for one in joined(self._desk.workspace, item.id) if one.id != item.id]
        if not others:
            return ""
        words = _("What is treated together is one text: what closes the item closes {items} too.")
        return words.format(items=items_words(self._desk.workspace, others, within=True))


def _told(item: AgendaItem, rule: ClosedItems) -> str:
    if item.access is Access.OPEN:
        return _("The item is public with all that is open in it.")
    if not item.public_title:
        return _("The public version tells nothing of the item.")
    if item.access is Access.CLOSED and rule is not ClosedItems.TITLED:
        return _("The board leaves closed items out of the public version, so the neutral title is not used.")
    if item.access is Access.PARTLY:
        return _(
            "The public version has the neutral title and those sections that are marked as public: open the menu of a "
            "section's name."
        )
    return _("The public version has the neutral title.")
