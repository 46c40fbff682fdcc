"""A meeting led through its agenda: one, two with its sub-item, three, four."""

from dataclasses import replace

import pytest

from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.services.course import treating


@pytest.fixture
def records(records):
    """The fictional meeting on the day, before anything was said."""
    spent = [Pair(one, None) for one in records.all(TimeSpent)]
    items = [Pair(one, replace(one, moved_from=None)) for one in records.all(AgendaItem) if one.moved_from]
    meeting = records.get(Meeting, "meeting")
    ready = replace(meeting, status=MeetingStatus.DRAFT, start_actual=None, end_actual=None, time_raw="Kl. 13 til 15")
    records.apply([*spent, *items, Pair(meeting, ready)])
    return records


@pytest.fixture
def at(records, apply):
    """Puts an act in force at a time of day."""
    return lambda act, time, about="meeting": apply(records, act(records, about, time))


@pytest.fixture
def sitting(records, at):
    at(treating.start, "13:00:20")
    return records
