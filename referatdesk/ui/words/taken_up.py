"""What was put off and is treated or decided in its own meeting after all, in words."""

from __future__ import annotations

from referatdesk.domain.codes import MeetingStatus
from referatdesk.i18n.catalogue import _
from referatdesk.services.course.taking_up import TakenUp
from referatdesk.ui.days import day_words


def taken_up_words(taken: TakenUp) -> str:
    """That the item is no longer postponed, and what became of its copy."""
    if taken.there is None:
        return _("Taken up again.")
    words = _("Taken up again. The copy is gone from the meeting on {day}.")
    if taken.stays and taken.there.status is MeetingStatus.DRAFT:
        words = _("Taken up again. The copy at the meeting on {day} stays: it is not as the item here any more.")
    elif taken.stays:
        words = _("Taken up again. The copy at the meeting on {day} stays: that agenda is finished.")
    return words.format(day=day_words(taken.there.date))
