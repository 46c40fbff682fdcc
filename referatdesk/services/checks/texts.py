"""Checks of what was written: places not filled in, votes told no more, words changed since they were read, and an end
of the meeting that it did not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.domain.richtext import plain_text
from referatdesk.services.aloud.reading_aloud import changed_items, read_at
from referatdesk.services.checks.finding import Finding
from referatdesk.services.decision.written_votes import told, vote_line, votes_of
from referatdesk.services.gathering.votes import is_told_otherwise
from referatdesk.services.lookup import items_of, style_of_item
from referatdesk.services.output.exporting import has_vote_rows
from referatdesk.services.wording.clock import figures
from referatdesk.services.wording.course import told_ends
from referatdesk.services.writing.snippets import PLACEHOLDER, TextKind, phrases_of


def check_texts(records: Records, meeting_id: str) -> Iterator[Finding]:
    items = [item for item in in_order(items_of(records, meeting_id)) if item.status not in LEFT_OUT]
    blanks = _blanks(records, records.get(Meeting, meeting_id).board_id)
    changed = changed_items(records)
    untold = [finding for item in items for finding in _untold_votes(records, item)]
    if untold and has_vote_rows(style_of(records, records.get(Meeting, meeting_id)).template):
        untold = []
    for item in items:
        yield from _not_filled_in(records, item, blanks)
        yield from _ended_otherwise(records, item)
        yield from (finding for finding in untold if finding.item_id == item.id)
        if item.id in changed:
            time = figures(read_at(records, item.id) or "", style_of_item(records, item.id))
            yield Finding("decision.changed_since_read", item.id, {"time": time})


def _blanks(records: Records, board_id: str) -> frozenset[str]:
    """The places that phrases leave to be filled in; other words in braces are the secretary's own."""
    phrases = phrases_of(records, board_id, TextKind.DECISION)
    return frozenset(found[0] for one in phrases for found in PLACEHOLDER.finditer(one.text))


def _not_filled_in(records: Records, item: AgendaItem, blanks: frozenset[str]) -> Iterator[Finding]:
    for section in records.text(item.id).sections:
        for found in PLACEHOLDER.finditer(plain_text(section.blocks)):
            if found[0] in blanks:
                yield Finding("text.not_filled_in", item.id, {"place": found[0]})


def _ended_otherwise(records: Records, item: AgendaItem) -> Iterator[Finding]:
    meeting, style = records.get(Meeting, item.meeting_id), style_of_item(records, item.id)
    if meeting.end_actual is None or meeting.status is MeetingStatus.IN_SESSION:
        return
    for section in records.text(item.id).sections:
        for end in told_ends(plain_text(section.blocks)):
            if end.time != meeting.end_actual:
                times = {"told": figures(end.time, style), "ended": figures(meeting.end_actual, style)}
                yield Finding("end.told_otherwise", item.id, times)


def _untold_votes(records: Records, item: AgendaItem) -> Iterator[Finding]:
    words = "\n".join(plain_text(section.blocks) for section in records.text(item.id).sections)
    for vote in votes_of(records, item.id):
        line = vote_line(records, vote)
        if line and line not in words and not is_told_otherwise(told(records, vote), line, words):
            yield Finding("vote.not_told", item.id, {"vote": line})
