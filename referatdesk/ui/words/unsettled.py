"""The words for what a meeting has not settled."""

from __future__ import annotations

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.records import Records, style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.decision.unsettled import unsettled
from referatdesk.services.lookup import items_of, meeting_of


def unsettled_words(records: Records, meeting_id: str) -> str:
    """ "Not settled yet: items 2, 5."; empty where all is."""
    lacking = unsettled(records, meeting_id)
    if not lacking:
        return ""
    items = in_order(items_of(records, meeting_id))
    numbers = printed_numbers(items, style_of(records, meeting_of(records, items[0].id)).sub_numbers)
    named = ", ".join(numbers[item.id] or f"“{item.title}”" for item in items if item.id in lacking)
    return _("Not settled yet: {items}.").format(items=named)
