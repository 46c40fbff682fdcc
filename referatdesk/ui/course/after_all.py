"""What was put off and is decided in its own meeting after all is taken up again by the decision itself."""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.domain.changes import Change
from referatdesk.services.course.postponing import Archive
from referatdesk.services.course.taking_up import decided_after_all
from referatdesk.ui.course.words import taken_up_words


def with_taking_up(archive: Archive, change: Change, say: Callable[[str], None]) -> Change:
    """The change, and what it takes up again; `say` tells so."""
    taken = decided_after_all(archive, change)
    if taken is None:
        return change
    say(taken_up_words(taken))
    return taken.change
