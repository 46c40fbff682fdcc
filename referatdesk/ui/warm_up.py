"""Imports beside the painted window what the first meeting, command and dialog will need, so that they open at once."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

SOON = (
    "referatdesk.ui.meeting_view",
    "referatdesk.ui.shortcuts.teaching",
    "referatdesk.ui.commands.base",
    "referatdesk.ui.commands.items",
    "referatdesk.ui.commands.history",
    "referatdesk.i18n.dates",
    "referatdesk.i18n.errors.table",
)


def warm_up() -> None:
    """Begins the imports on a thread of its own; the end of the program waits for it, an import must not be cut off."""
    Thread(target=_import_all, name="warm-up").start()


def _import_all() -> None:
    for name in SOON:
        import_module(name)
