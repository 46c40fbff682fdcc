"""What a row of the table of actions says: where it stands, which keys it has, and what must be there for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from referatdesk.i18n.catalogue import later


class Menu(StrEnum):
    FILE = "file"
    EDIT = "edit"
    WRITING = "writing"
    MEETING = "meeting"
    ITEM = "item"
    COURSE = "course"
    DECISION = "decision"
    ALOUD = "aloud"
    VIEW = "view"
    HELP = "help"


MENU_NAMES: Mapping[Menu, str] = {
    Menu.FILE: later("&File"),
    Menu.EDIT: later("&Edit"),
    Menu.WRITING: later("&Writing"),
    Menu.MEETING: later("&Meeting"),
    Menu.ITEM: later("I&tem"),
    Menu.COURSE: later("&Course"),
    Menu.DECISION: later("&Decision"),
    Menu.ALOUD: later("Read al&oud"),
    Menu.VIEW: later("&View"),
    Menu.HELP: later("&Help"),
}


class Needs(StrEnum):
    """What must be there for an action to be of use; without it the action is grey."""

    NOTHING = "nothing"
    MEETING = "meeting"
    ITEM = "item"
    EDITOR = "editor"
    PERSON = "person"
    NOT_BEGUN = "not_begun"
    """A meeting that has not begun."""
    SITS = "sits"
    """A meeting that has begun and not ended."""


class ActionSpec(msgspec.Struct, frozen=True):
    """`id` is "subject.method": the method of that name on the commands of that subject. `gap` draws a line before it.

    `checks` names the method that tells whether it is ticked now; its tick stands where an icon would.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    gap: bool = False
    checks: str = ""

    @property
    def subject(self) -> str:
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        return self.id.partition(".")[2]


def row(
    action_id: str,
    text: str,
    menu: Menu,
    keys: str = "",
    *,
    icon: str = "",
    needs: Needs = Needs.NOTHING,
    gap: bool = False,
    checks: str = "",
) -> ActionSpec:
    return ActionSpec(action_id, text, menu, tuple(key for key in keys.split(" | ") if key), icon, needs, gap, checks)
