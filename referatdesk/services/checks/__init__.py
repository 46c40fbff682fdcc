"""What should be looked at before minutes go out: findings with a code, never a refusal."""

from __future__ import annotations

from referatdesk.domain.records import Records
from referatdesk.services.checks.finding import Finding
from referatdesk.services.checks.head import check_head
from referatdesk.services.checks.items import check_items
from referatdesk.services.checks.people import check_people

__all__ = ["Finding", "check_meeting"]


def check_meeting(records: Records, meeting_id: str) -> list[Finding]:
    """Findings of the head first, then of the people, then item by item in the order of the agenda."""
    return [*check_head(records, meeting_id), *check_people(records, meeting_id), *check_items(records, meeting_id)]
