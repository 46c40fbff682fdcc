"""The items that one could be treated together with, in a short list at the item's row of the agenda."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QMenu

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import ItemStatus
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.i18n.catalogue import _
from referatdesk.services.course.course_decisions import can_be_together
from referatdesk.services.course.treating import current_item
from referatdesk.services.lookup import items_of
from referatdesk.ui.course.words import items_words, shortened
from referatdesk.ui.widgets.controls import without_letter
from referatdesk.ui.words.codes import word

MOST_LETTERS = 60


def offer_partners(place: QListView, records: Records, item_id: str, put: Callable[[str], None]) -> QMenu:
    """What is treated now stands first; what cannot be joined stays grey and says why.

    Chosen beforehand is what is treated now, at that itself the next item that is still to come.
    """
    item = records.get(AgendaItem, item_id)
    menu = QMenu(place)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(_("Together with which item?"))
    menu.addSection(_("Together with which item?"))
    current = current_item(records, item.meeting_id)
    chosen_beforehand = menu.actions()[0]
    likely = _likely(records, item, current)
    for other in _others(records, item, current):
        action = menu.addAction(without_letter(partner_words(records, item, other, is_treated=other is current)))
        action.setEnabled(can_be_together(records, item, other))
        action.triggered.connect(lambda _checked=False, chosen=other.id: put(chosen))
        if likely is not None and other.id == likely.id:
            chosen_beforehand = action
    row = place.visualRect(place.currentIndex())
    menu.popup(place.viewport().mapToGlobal(row.bottomLeft()))
    menu.setActiveAction(chosen_beforehand)
    return menu


def partner_words(records: Records, item: AgendaItem, other: AgendaItem, *, is_treated: bool) -> str:
    name = items_words(records, [other])
    named = shortened(f"{name}: {other.title}" if name != shortened(other.title) else other.title, MOST_LETTERS)
    if not can_be_together(records, item, other):
        return _("{item} ({access}: cannot be one text)").format(item=named, access=word(other.access))
    return _("{item} (is treated now)").format(item=named) if is_treated else named


def _likely(records: Records, item: AgendaItem, current: AgendaItem | None) -> AgendaItem | None:
    """None where nothing that could be joined is still to come."""
    listed = in_order(items_of(records, item.meeting_id))
    behind = listed[listed.index(item) + 1 :]
    to_come = [one for one in behind if one.status is ItemStatus.NOT_BEGUN]
    first = [current] if current is not None and current.id != item.id else []
    return next((one for one in (*first, *to_come) if can_be_together(records, item, one)), None)


def _others(records: Records, item: AgendaItem, current: AgendaItem | None) -> list[AgendaItem]:
    others = [one for one in in_order(items_of(records, item.meeting_id)) if one.id != item.id]
    return sorted(others, key=lambda one: one is not current)
