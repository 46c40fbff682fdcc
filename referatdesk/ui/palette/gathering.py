"""Everything that can be found from where one is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _, later
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.lookup import items_of, people_of
from referatdesk.ui.action_specs import MENU_NAMES, ActionSpec, Needs
from referatdesk.ui.actions import ACTIONS
from referatdesk.ui.palette.entries import Entry, Kind
from referatdesk.ui.palette.matching import Sought
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.words.codes import word

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.meeting_view import MeetingView

OWN = "palette.open"
WHY: Mapping[Needs, str] = {
    Needs.MEETING: later("open a meeting first"),
    Needs.ITEM: later("choose an item first"),
    Needs.EDITOR: later("put the caret in a text first"),
    Needs.PERSON: later("choose a person first"),
    Needs.NOT_BEGUN: later("the meeting has begun already"),
    Needs.SITS: later("the meeting does not sit"),
}

ALSO_CALLED: Mapping[str, str] = {
    "course.withdraw": later("take off the agenda"),
    "course.together": later("jointly combined"),
    "course.postpone": later("put off to the next meeting"),
    "votes.statement": later("add a note in the minutes dissent reservation"),
    "votes.vote": later("election ballot"),
    "decisions.approve_all": later("adopt everything"),
}
"""Everyday words for what the menus call otherwise."""


def entries_for(window: MainWindow, editor: RichTextEdit | None) -> list[Entry]:
    """`editor` is the text that has the caret."""
    meeting = window.desk.workspace.meeting
    found = list(_commands(window, has_caret=editor is not None))
    if meeting is not None and window.shows_meeting:
        found += _items(window.desk.workspace, meeting, window.view)
        found += _people(window.desk.workspace, meeting, window.view)
        found += _phrases(window.view, editor) if editor is not None else ()
    return found


def _commands(window: MainWindow, *, has_caret: bool) -> Iterator[Entry]:
    is_open = window.desk.workspace.meeting is not None
    for spec in ACTIONS:
        if spec.id != OWN:
            yield _command(spec, window.actions_by_id[spec.id], has_caret=has_caret, is_open=is_open)


def _why(needs: Needs, *, is_open: bool) -> str:
    """Of how far a meeting is nothing can be said where none is open."""
    return WHY[needs if is_open or needs not in {Needs.NOT_BEGUN, Needs.SITS} else Needs.MEETING]


def _command(spec: ActionSpec, action: QAction, *, has_caret: bool, is_open: bool) -> Entry:
    words = _plain(action.text())
    lacks_caret = spec.needs is Needs.EDITOR and not has_caret
    why = "" if action.isEnabled() and not lacks_caret else _(_why(spec.needs, is_open=is_open))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    menu = _plain(_(MENU_NAMES[spec.menu]))
    sought = Sought.of(" ".join((words, menu, _(ALSO_CALLED[spec.id]) if spec.id in ALSO_CALLED else "")))
    return Entry(spec.id, Kind.COMMAND, words, sought, action.trigger, keys, why)


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


def _items(workspace: Workspace, meeting: Meeting, view: MeetingView) -> Iterator[Entry]:
    items = items_of(workspace, meeting.id)
    numbers = printed_numbers(items, style_of(workspace, meeting).sub_numbers)
    for item in in_order(items):
        number = numbers[item.id]
        words = f"{number} {item.title}" if number else item.title
        sought = Sought.of(f"{_('Item')} {words}" if number else words)
        yield Entry(f"item:{item.id}", Kind.ITEM, words, sought, partial(_go_to, view, item.id), _of_item(item))


def _of_item(item: AgendaItem) -> str:
    marks = [_("Item")]
    if item.access is not Access.OPEN:
        marks.append(word(item.access))
    if item.status is not ItemStatus.NOT_BEGUN:
        marks.append(word(item.status))
    return " · ".join(marks)


def _go_to(view: MeetingView, item_id: str) -> None:
    view.agenda.choose(item_id)
    view.item.focus_minutes()


def _people(workspace: Workspace, meeting: Meeting, view: MeetingView) -> Iterator[Entry]:
    for person in people_of(workspace, meeting.id):
        if person.name:
            act = partial(_go_to_person, view, person.id)
            beside = " · ".join(part for part in (person.party or person.organisation, word(person.status)) if part)
            yield Entry(f"person:{person.name}", Kind.PERSON, person.name, _of_person(person), act, beside)


def _of_person(person: Attendance) -> Sought:
    """By the name first, then by what is said of the person."""
    return Sought.of(" ".join(part for part in (person.name, person.party, person.organisation) if part))


def _go_to_person(view: MeetingView, attendance_id: str) -> None:
    view.attendance.list.setFocus()
    view.attendance.choose(attendance_id)


def _phrases(view: MeetingView, editor: RichTextEdit) -> Iterator[Entry]:
    completer = view.writing.completer
    for phrase in completer.phrases(editor):
        act = partial(completer.insert, editor, phrase)
        sought = Sought.of(f"{phrase.short} {phrase.text}")
        yield Entry(f"phrase:{phrase.short}", Kind.PHRASE, phrase.text, sought, act, f";{phrase.short}")
