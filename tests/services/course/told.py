"""What the tests of a meeting's course look at."""

from dataclasses import replace

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.changes import Pair
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import plain_text
from referatdesk.services.course import course_notes
from referatdesk.services.course.changed_order import order_sentences
from referatdesk.services.gathering.meeting import gather


def plan(records, **minutes):
    records.apply(
        Pair(item, replace(item, minutes_planned=minutes[item.id]))
        for item in records.all(AgendaItem)
        if item.id in minutes
    )


def status(records, item_id):
    return records.get(AgendaItem, item_id).status


def numbers(records):
    listed = records.all(AgendaItem)
    found = printed_numbers(listed, True)
    return [found[item.id] for item in in_order(listed)]


def told(records):
    return [
        one.sentence for one in order_sentences(records.all(AgendaItem), printed_numbers(records.all(AgendaItem), True))
    ]


def decision_text(records, item_id):
    return plain_text(records.text(item_id).of_kind(SectionKind.DECISION)[0].blocks)


def access(records, *item_ids):
    return [records.get(AgendaItem, item_id).access for item_id in item_ids]


def notes(records):
    return [(note.item_id, note.sentence) for note in course_notes.unwritten_notes(records, "meeting")]


def printed(records, field):
    return gather(records, "meeting").fields[field]
