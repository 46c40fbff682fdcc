"""Adding, moving, closing and finishing items of the agenda."""

from __future__ import annotations

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.changes import Change
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.course import treating
from referatdesk.services.item import agenda, texts
from referatdesk.services.lookup import items_of, joined, siblings_of
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.course.words import items_words
from referatdesk.ui.words.codes import word

ADDABLE = (
    SectionKind.SUMMARY,
    SectionKind.CASE_TEXT,
    SectionKind.BACKGROUND,
    SectionKind.ECONOMY,
    SectionKind.CLIMATE,
    SectionKind.CONSEQUENCES,
    SectionKind.LEGAL,
    SectionKind.HEARING,
    SectionKind.RECOMMENDATION,
    SectionKind.EARLIER_DECISIONS,
    SectionKind.ATTACHMENTS,
    SectionKind.ABSENTEES,
    SectionKind.OTHER,
)


class ItemCommands(Commands):
    def new(self) -> None:
        self.view.agenda.new_item.setFocus()

    def new_below(self) -> None:
        parent = self._item()
        if parent is not None:
            self.desk.ask.text(_("Title of the sub-item"), lambda title: self._add_below(parent, title))

    def _add_below(self, parent: AgendaItem, title: str) -> None:
        if title.strip():
            self.desk.attempt(lambda: self._added(parent, title.strip()))

    def _added(self, parent: AgendaItem, title: str) -> None:
        above = parent.parent_id or parent.id
        change, item_id = agenda.add_item(
            self.workspace, parent.meeting_id, title, parent_id=above, kind=ItemKind.SUBITEM
        )
        self.desk.do(change)
        self.view.agenda.reload()
        self.view.agenda.choose(item_id)

    def rename(self) -> None:
        self.view.agenda.start_rename()

    def move_up(self) -> None:
        self._move(agenda.move_up(self.workspace, self.item_id), -1)

    def move_down(self) -> None:
        self._move(agenda.move_down(self.workspace, self.item_id), 1)

    def _move(self, change: Change, step: int) -> None:
        """Says what moved where, by the numbers that stood there before."""
        item, meeting = self._item(), self.workspace.meeting
        if not change or item is None or meeting is None:
            return
        siblings = siblings_of(self.workspace, meeting.id, item.parent_id)
        passed = siblings[[one.id for one in siblings].index(item.id) + step]
        style = style_of(self.workspace, meeting)
        numbers = printed_numbers(items_of(self.workspace, meeting.id), style.sub_numbers)
        self.desk.do(change)
        self.view.agenda.reload()
        told = (
            _("Item {number} now stands after item {other}")
            if step > 0
            else _("Item {number} now stands before item {other}")
        )
        named = {one.id: numbers[one.id] or _("“{words}”").format(words=one.title) for one in (item, passed)}
        self.window.toast(told.format(number=named[item.id], other=named[passed.id]))

    def close(self) -> None:
        access = Access.OPEN if self.is_closed() else Access.CLOSED
        self.desk.do(agenda.set_access(self.workspace, self.item_id, access))
        along = [one for one in joined(self.workspace, self.item_id) if one.id != self.item_id]
        if along and access is Access.CLOSED:
            closed = _("{items} is closed too: what is treated together is one text.")
            self.window.toast(closed.format(items=items_words(self.workspace, along)))

    def publicity(self) -> None:
        from referatdesk.ui.dialogs.item_publicity import ItemPublicityDialog  # noqa: PLC0415 - when first asked for

        if self.item_id:
            ItemPublicityDialog(self.desk, self.item_id, self.window).open()

    def is_closed(self) -> bool:
        item = self._item()
        return item is not None and item.access is not Access.OPEN

    def done(self) -> None:
        """Finished, and on to the next; an item that was finished is taken up again. A sitting meeting goes along."""
        finished = self.is_done()
        if self._moves_the_meeting(finished=finished):
            self.window.actions_by_id["course.treat" if finished else "course.go_on"].trigger()
            return
        status = ItemStatus.IN_PROGRESS if finished else ItemStatus.DONE
        self.desk.do(agenda.set_status(self.workspace, self.item_id, status))
        if not finished:
            self.view.agenda.step(1)

    def _moves_the_meeting(self, *, finished: bool) -> bool:
        meeting = self.workspace.meeting
        current = treating.current_item(self.workspace, meeting.id) if meeting is not None else None
        return current is not None and (finished or current.id == self.item_id)

    def is_done(self) -> bool:
        item = self._item()
        return item is not None and item.status is ItemStatus.DONE

    def case_no(self) -> None:
        item = self._item()
        if item is not None:
            self.desk.ask.text(_("Case number"), lambda number: self._set_case_no(item.id, number), item.case_no or "")

    def _set_case_no(self, item_id: str, number: str) -> None:
        self.desk.attempt(lambda: self.desk.do(agenda.set_case_no(self.workspace, item_id, number.strip() or None)))

    def add_section(self) -> None:
        item_id = self.item_id
        there = {section.kind for section in self.workspace.text(item_id).sections}
        choices = [(word(kind), kind) for kind in ADDABLE if kind not in there]
        self.desk.ask.choice(_("Which section?"), choices, lambda kind: self._add_section(item_id, kind))

    def _add_section(self, item_id: str, kind: object) -> None:
        if isinstance(kind, SectionKind):
            self.desk.attempt(lambda: self.desk.do(texts.ensure_section(self.workspace, item_id, kind)[0]))

    def remove(self) -> None:
        item = self._item()
        if item is not None:
            self.desk.do(agenda.remove_item(self.workspace, item.id))
            self.view.agenda.reload()
            self.window.toast(_("“{title}” is removed. Ctrl+Z brings it back.").format(title=item.title))

    def next(self) -> None:
        self.view.agenda.step(1)

    def previous(self) -> None:
        self.view.agenda.step(-1)

    def _item(self) -> AgendaItem | None:
        return self.workspace.find(AgendaItem, self.item_id) if self.item_id else None
