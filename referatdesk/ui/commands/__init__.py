"""What each action does, a class per subject; the table of actions names their methods."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from referatdesk.ui.commands.base import Commands
    from referatdesk.ui.main_window import MainWindow

CLASSES = {
    "aloud": "AloudCommands",
    "archives": "ArchiveCommands",
    "course": "CourseCommands",
    "decisions": "DecisionCommands",
    "follow_ups": "FollowUpCommands",
    "history": "HistoryCommands",
    "items": "ItemCommands",
    "meetings": "MeetingCommands",
    "palette": "PaletteCommands",
    "people": "PeopleCommands",
    "rewind": "RewindCommands",
    "tables": "TableEditing",
    "templates": "TemplateCommands",
    "text": "TextCommands",
    "view": "ViewCommands",
    "votes": "VoteCommands",
    "window": "WindowCommands",
    "writing": "WritingCommands",
}
"""By subject, which is also the name of the module. A module is imported when one of its commands is first given."""


class CommandTable:
    """The commands of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._made: dict[str, Commands] = {}

    def method(self, subject: str, name: str) -> Callable[[], Any]:
        if subject not in self._made:
            module = import_module(f"{__name__}.{subject}")
            self._made[subject] = getattr(module, CLASSES[subject])(self._window)
        act: Callable[[], Any] = getattr(self._made[subject], name)
        return act
