"""What should be looked at before minutes go out: findings with a code, never a refusal."""

from __future__ import annotations

from referatdesk.domain.agenda import in_order
from referatdesk.domain.records import Records
from referatdesk.services.checks.finding import Finding
from referatdesk.services.checks.head import check_head
from referatdesk.services.checks.items import check_items
from referatdesk.services.checks.people import check_people
from referatdesk.services.checks.texts import check_texts
from referatdesk.services.lookup import items_of

__all__ = ["Finding", "check_meeting"]


def check_meeting(records: Records, meeting_id: str) -> list[Finding]:
    """Findings of the head first, then of the people, then item by item in the order of the agenda."""
    order = {item.id: place for place, item in enumerate(in_order(items_of(records, meeting_id)))}
    of_items = [*check_items(records, meeting_id), *check_texts(records, meeting_id)]
    of_items.sort(key=lambda finding: order.get(finding.item_id or "", -1))
    return [*check_head(records, meeting_id), *check_people(records, meeting_id), *of_items]
