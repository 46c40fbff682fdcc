"""Follow-ups in the words of the window: who, when, and how late."""

from __future__ import annotations

from datetime import date

from referatdesk.domain.codes import Precision
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.promises import Promise
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.i18n.lists import format_words
from referatdesk.services.open_follow_ups import Listed
from referatdesk.ui.days import day_words

DAY = frozenset({Precision.DAY, Precision.MONTH})


def when_words(one: FollowUp) -> str:
    """By when, in the words that were used, or as a day."""
    if one.due_raw:
        return one.due_raw
    if one.due_precision is Precision.NEXT_MEETING:
        return _("next meeting")
    return day_words(one.due) if one.due_precision in DAY else one.due or ""


def late_words(listed: Listed, today: date) -> str:
    """How late, or how soon; nothing for what is settled or has no day."""
    days = listed.days_late(today)
    if days is None or not listed.follow_up.is_open:
        return ""
    if days > 0:
        return ngettext("{count} day overdue", "{count} days overdue", days).format(count=days)
    if days == 0:
        return _("today")
    return ngettext("in {count} day", "in {count} days", -days).format(count=-days)


def proposal_words(promise: Promise) -> str:
    """Who, what and when in one line."""
    facts = [fact for fact in (format_words(promise.responsible), promise.due.raw if promise.due else "") if fact]
    if not facts:
        return _("Follow-up? “{what}”").format(what=promise.text)
    return _("Follow-up? {facts}: “{what}”").format(facts=", ".join(facts), what=promise.text)


def facts_of(one: FollowUp) -> str:
    """Who and when of what was just kept; where neither is known, what."""
    facts = [fact for fact in (format_words(one.responsible), when_words(one)) if fact]
    return " – ".join(facts) if facts else one.text
