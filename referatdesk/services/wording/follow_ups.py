"""The Danish words in which minutes come back to what was promised earlier."""

from __future__ import annotations

from referatdesk.domain.decisions import FollowUp
from referatdesk.i18n.dates import format_day

LONGEST_TITLE = 90
DAY_PATTERN = "d. MMMM y"


def item_title(one: FollowUp) -> str:
    """The title of an item that takes a promise up again."""
    said = _bare(one.text)
    if len(said) > LONGEST_TITLE:
        said = said[:LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:–- ") + " …"
    return f"Opfølgning: {said}"


def status_opening(one: FollowUp, said_on: str | None, *, openly: bool) -> str:
    """The beginning of a sentence that reports on a promise; what follows is written by hand.

    What was promised is repeated only where everybody may read it.
    """
    where = f" fra mødet den {format_day(said_on, DAY_PATTERN)}" if said_on and not said_on.startswith("--") else ""
    what = f" (”{_bare(one.text)}”)" if openly else ""
    return f"Status på opfølgning{where}{what}: "


def _bare(text: str) -> str:
    """A sentence without the stop at its end."""
    return " ".join(text.split()).rstrip(" .")
