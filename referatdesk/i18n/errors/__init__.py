"""The sentences for what a user can do something about: what happened, that nothing is lost, and what to do.

The window and the command line tell the same errors, so their words stand here, by the codes that services raise.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from referatdesk.i18n.catalogue import _, later

_PLACES: dict[str, str] = {
    "text": later("in its text"),
    "margin": later("at the top or the foot of its pages"),
    "note": later("in a note"),
    "comment": later("in a comment"),
    "property": later("in its properties"),
    "picture": later("in what a picture tells beside itself"),
    "hidden": later("where Word does not show it"),
}
_ANY_ERROR = later("That could not be done.\nNothing is lost. Try again.")


def error_words(code: str, data: Mapping[str, object]) -> str:
    """A sentence of what happened; after a line end, what it means and what to do."""
    from referatdesk.i18n.errors.table import ERRORS  # noqa: PLC0415 - the first paint tells of none

    return _(ERRORS.get(code, _ANY_ERROR)).format_map(_Shown(data))


class _Shown(dict[str, object]):
    """Paths by their names, moments by day and clock; what an error did not carry stays out of the sentence."""

    def __getitem__(self, name: str) -> object:
        value = super().get(name, "")
        if name == "where":
            return _(_PLACES.get(str(value), _PLACES["text"]))
        if isinstance(value, datetime):
            return _("{value:%d.%m.%Y} at {value:%H.%M}").format(value=value)
        return value.name if isinstance(value, Path) else value
