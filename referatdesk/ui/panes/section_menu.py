"""What can be done to a section as a whole, offered on its chip."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import AgendaItem, Section
from referatdesk.i18n.catalogue import _
from referatdesk.services.item import texts
from referatdesk.ui.desk import Desk


class SectionMenu:
    """Opens by the right button or the menu key on the chip."""

    def __init__(self, desk: Desk, item_id: str, section: Section, chip: QWidget) -> None:
        self._desk = desk
        self._item_id = item_id
        self._section = section
        self._chip = chip
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda _place: self.offer())

    def offer(self) -> QMenu:
        menu = QMenu(self._chip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Label…")).triggered.connect(lambda _checked: self._ask_label())
        place, count = self._place()
        for words, index in ((_("Move &forward"), place - 1), (_("Move &back"), place + 1)):
            action = menu.addAction(words)
            action.setEnabled(0 <= index < count)
            action.triggered.connect(partial(self._move, index))
        if self._is_partly_closed():
            menu.addSeparator()
            public = menu.addAction(_("&Public part of the item"))
            public.setCheckable(True)
            public.setChecked(self._section_now().public)
            public.toggled.connect(self._publish)
        menu.addSeparator()
        menu.addAction(_("&Remove section")).triggered.connect(lambda _checked: self._remove())
        menu.popup(self._chip.mapToGlobal(self._chip.rect().bottomLeft()))
        return menu

    def _place(self) -> tuple[int, int]:
        """Where the section stands in its item, and among how many."""
        sections = self._desk.workspace.text(self._item_id).sections
        ids = [section.id for section in sections]
        return ids.index(self._section.id), len(ids)

    def _is_partly_closed(self) -> bool:
        return self._desk.workspace.get(AgendaItem, self._item_id).access is Access.PARTLY

    def _section_now(self) -> Section:
        """As it is now: the chip was made before it was last changed."""
        return self._desk.workspace.text(self._item_id).section(self._section.id) or self._section

    def _publish(self, is_public: bool) -> None:
        self._do(lambda: texts.publish_section(self._desk.workspace, self._item_id, self._section.id, is_public))

    def _ask_label(self) -> None:
        self._desk.ask.text(_("Label in print (empty prints none)"), self._label, self._section.label or "")

    def _label(self, label: str) -> None:
        self._do(lambda: texts.rename_section(self._desk.workspace, self._item_id, self._section.id, label))

    def _move(self, index: int, _checked: bool = False) -> None:
        self._do(lambda: texts.move_section(self._desk.workspace, self._item_id, self._section.id, index))

    def _remove(self) -> None:
        self._do(lambda: texts.remove_section(self._desk.workspace, self._item_id, self._section.id))

    def _do(self, change: Callable[[], Change]) -> None:
        self._desk.attempt(lambda: self._desk.do(change()))
