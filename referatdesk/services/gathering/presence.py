"""Who came, went and was away for a part of the meeting, where the house prints it: once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from referatdesk.documents.word.values import Scope
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, PresenceForm, SectionKind
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, Section
from referatdesk.domain.presence import AWAY, CARRIED, Course
from referatdesk.domain.richtext import Block, Blocks, plain_runs, plain_text
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.item.sections import new_section, placed
from referatdesk.services.wording.presence import Told
from referatdesk.services.wording.presence_head import head_sentences
from referatdesk.services.wording.presence_running import Sentence, ruling_sentences, running_sentences

_ABSENTEES = "Fraværende"
_NOT_IN_A_LINE = CARRIED | {AttendanceStatus.PARTIAL, AttendanceStatus.REMOTE, AttendanceStatus.SUBSTITUTING}
"""What a line of absentees cannot say."""


def head_lines(sources: Sources) -> list[str]:
    """What stands after the list at the top, in houses that tell it there."""
    return head_sentences(sources.sentences) if PresenceForm.HEAD in sources.style.presence_forms else []


def presence_run(sources: Sources, item: AgendaItem) -> str:
    """All notes of presence at an item in one piece."""
    return " ".join(str(one.fields["fremmødenote.tekst"]) for one in presence_notes(sources, item))


def presence_notes(sources: Sources, item: AgendaItem) -> list[Scope]:
    """For templates that ask for them; a house that tells it in the minutes has it there."""
    if PresenceForm.RUNNING in sources.style.presence_forms or item.id not in sources.noted:
        return []
    course = sources.told.course
    rows: list[ItemAttendance] = [row for noted in sources.noted.values() for row in noted]
    whole = replace(sources.told, course=Course(course.people, course.item_ids, rows))
    return [
        Scope(
            {"fremmødenote.hvem": ", ".join(one.names), "fremmødenote.tekst": one.words},
            record=f"{item.id}-{place}",
        )
        for place, one in enumerate(running_sentences(whole, item.id))
    ]


def with_presence(sources: Sources, item: AgendaItem, sections: Sequence[Section]) -> Sequence[Section]:
    """The item's sections with those that presence is told in, where the item has none for it."""
    kinds = {section.kind for section in sections}
    if SectionKind.ABSENTEES not in kinds and _has_line(sources, item):
        sections = placed(sections, _line_section(sources), sources.style)
    if _running(sources, item) and not kinds & {SectionKind.MINUTES, sources.style.decision_kind}:
        sections = placed(sections, new_section(sources.style, sources.style.decision_kind), sources.style)
    return sections


def _line_section(sources: Sources) -> Section:
    made = new_section(sources.style, SectionKind.ABSENTEES)
    if sources.style.form(SectionKind.ABSENTEES) is not None:
        return made
    return replace(made, label=_ABSENTEES, colon=True, inline=True)


def _has_line(sources: Sources, item: AgendaItem) -> bool:
    """Whether somebody else was away than from the meeting, in a house that says so under the item."""
    if PresenceForm.ITEM_LINE not in sources.style.presence_forms:
        return False
    away = {one.id for one in sources.people if one.status in AWAY}
    by_form = item.id in sources.noted and sources.style.form(SectionKind.ABSENTEES) is not None
    return by_form or bool({one.id for one in sources.absent(item)} - away)


def around_minutes(sources: Sources, item: AgendaItem, section: Section) -> tuple[Blocks, Blocks]:
    """What is told in front of the minutes of the item and behind them; each sentence that the text has not yet."""
    if not _is_minutes(sources, item, section):
        return (), ()
    told = _running(sources, item)
    goes = next((place for place, one in enumerate(told) if one.goes), len(told))
    return _lines(told[:goes]), _lines(told[goes:])


def _is_minutes(sources: Sources, item: AgendaItem, section: Section) -> bool:
    """Whether it is the section that tells what happened: the minutes, or the decision where there are none."""
    sections = sources.records.text(item.id).sections
    kinds = (SectionKind.MINUTES, sources.style.decision_kind)
    first = next((one for kind in kinds for one in sections if one.kind is kind), None)
    return section == first if first else section.kind in kinds


def _running(sources: Sources, item: AgendaItem) -> list[Sentence]:
    told = _in_the_minutes(sources, item)
    text = "\n".join(plain_text(section.blocks) for section in sources.records.text(item.id).sections)
    return [one for one in told if one.words not in text]


def _in_the_minutes(sources: Sources, item: AgendaItem) -> list[Sentence]:
    """All of it, or what the house has no other place for: a list of the absent alone names nobody who came or went,
    and a list with a line under each item tells of no ruling.
    """
    forms = sources.style.presence_forms
    if PresenceForm.RUNNING in forms:
        return running_sentences(sources.sentences, item.id)
    if sources.style.attendance_form is AttendanceForm.ABSENTEES:
        return running_sentences(_in_no_line(sources), item.id)
    return [] if PresenceForm.HEAD in forms else ruling_sentences(sources.sentences, item.id)


def _in_no_line(sources: Sources) -> Told:
    course = sources.told.course
    missed = {item.id: {one.id for one in course.absent_at(item.id)} for item in sources.agenda}
    rows = [row for noted in sources.noted.values() for row in noted if row.shown_on_item]
    told = [row for row in rows if row.status in _NOT_IN_A_LINE or _is_out_unmissed(row, missed[row.item_id])]
    return replace(sources.sentences, course=Course(course.people, course.item_ids, told))


def _is_out_unmissed(row: ItemAttendance, missed: Collection[str]) -> bool:
    return row.status is AttendanceStatus.ABSENT and row.attendance_id not in missed


def _lines(told: Sequence[Sentence]) -> Blocks:
    return tuple(Block(id="", runs=plain_runs(one.words)) for one in told)
