"""Moments of the past as people say them: "at 13.42", "12 minutes ago", and what was done then."""

from __future__ import annotations

from datetime import datetime, timedelta

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.rewind.rewinding import Version
from referatdesk.ui.clock import shown
from referatdesk.ui.days import day_words
from referatdesk.ui.words.acts import change_words

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TYPED = frozenset({"text.edit", "section.add"})


def clock_words(moment: datetime, now: datetime) -> str:
    """The time of day, and the day where that is another one."""
    local = moment.astimezone()
    time = _("at {time}").format(time=shown(moment))
    if local.date() == now.astimezone().date():
        return time
    return f"{day_words(local.date().isoformat())} {time}"


def ago_words(moment: datetime, now: datetime) -> str:
    gone = max(now - moment, timedelta())
    if gone < timedelta(minutes=1):
        return _("just now")
    if gone < HOUR:
        minutes = int(gone.total_seconds() // 60)
        return ngettext("{count} minute ago", "{count} minutes ago", minutes).format(count=minutes)
    if gone < DAY:
        hours = gone // HOUR
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    days = gone // DAY
    return ngettext("{count} day ago", "{count} days ago", days).format(count=days)


def version_words(version: Version, now: datetime) -> str:
    """When the item became like this."""
    if version.time is None:
        return _("before anything that is kept")
    return _("{time} · {ago}").format(time=clock_words(version.time, now), ago=ago_words(version.time, now))


def act_words(version: Version) -> str:
    """What made the item like this."""
    if version.time is None:
        return ""
    if version.is_undone:
        return _("after undoing: {what}").format(what=change_words(version.label))
    if version.is_redone:
        return _("after redoing: {what}").format(what=change_words(version.label))
    return _("written") if version.label in TYPED else change_words(version.label)
