"""The words for how a revised agenda differs from the meeting that is planned."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.merge.agenda_merge import DifferenceKind

DIFFERENCES: Mapping[DifferenceKind, str] = {
    DifferenceKind.HEAD: later("Head"),
    DifferenceKind.NEW: later("New item"),
    DifferenceKind.CHANGED: later("Changed"),
    DifferenceKind.MOVED: later("Moved"),
    DifferenceKind.REMOVED: later("Removed"),
    DifferenceKind.INVITED: later("Also invited"),
    DifferenceKind.PERSON: later("Told otherwise"),
    DifferenceKind.UNINVITED: later("No longer invited"),
}


def difference_word(kind: DifferenceKind) -> str:
    return _(DIFFERENCES[kind])
