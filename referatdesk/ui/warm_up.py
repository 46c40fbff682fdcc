"""Imports beside the painted window what the first meeting, command and dialog will need, so that they open at once."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

SOON = (
    "referatdesk.ui.meeting_view",
    "referatdesk.ui.commands.base",
    "referatdesk.ui.commands.items",
    "referatdesk.ui.commands.history",
    "referatdesk.i18n.dates",
)


def warm_up() -> None:
    """Begins the imports on a thread that the end of the program does not wait for."""
    Thread(target=_import_all, name="warm-up", daemon=True).start()


def _import_all() -> None:
    for name in SOON:
        import_module(name)
