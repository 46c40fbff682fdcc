"""The accessibility tree of a window, walked as a screen reader walks it."""

from dataclasses import dataclass

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

Role = QAccessible.Role
SILENT = frozenset({Role.Client, Role.Pane, Role.Grouping, Role.Splitter, Role.LayeredPane, Role.Grip, Role.ScrollBar})
"""Grounds that only hold other things."""
MOST = 4_000


@dataclass(frozen=True)
class Heard:
    name: str
    role: Role
    description: str
    focusable: bool
    checked: bool
    disabled: bool
    x: int
    y: int


def heard(widget) -> list[Heard]:
    """All that is visible in a window, in the order of its tree."""
    QApplication.processEvents()
    return list(_walk(QAccessible.queryAccessibleInterface(widget), [MOST]))


def _walk(interface, left):
    if interface is None or not interface.isValid() or left[0] <= 0:
        return
    left[0] -= 1
    state = interface.state()
    if state.invisible:
        return
    place = interface.rect()
    yield Heard(
        interface.text(QAccessible.Text.Name),
        interface.role(),
        interface.text(QAccessible.Text.Description),
        bool(state.focusable),
        bool(state.checked),
        bool(state.disabled),
        place.x(),
        place.y(),
    )
    for number in range(interface.childCount()):
        yield from _walk(interface.child(number), left)


def nameless(found):
    """What can have the focus and says nothing of what it is."""
    return [one for one in found if one.focusable and one.role not in SILENT and not one.name.strip()]
