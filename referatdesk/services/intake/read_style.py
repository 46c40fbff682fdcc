"""The house style of a new board, told from the first document of it that is read.

Whatever the document does not show is as in the built-in style that it looks most like, whose template it keeps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from referatdesk.documents.reading.draft import Draft, DraftItem
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import AttendanceForm, ItemKind, SectionKind
from referatdesk.services.intake.read_dates import (
    date_patterns,
    most_met,
    printed_day,
    printed_range,
    with_board,
    within_words,
)
from referatdesk.services.intake.read_sections import section_forms

_BEHIND_NUMBER = re.compile(r"[\s.:)\]–—-]{1,5}")
_KIND_WORDS = re.compile(r"\b(?:ekstraordinær\w{0,3}|ordinær\w{0,3}|konstituerende) ", re.IGNORECASE)
_AGENDA_WORD = re.compile(r"\b(?:revideret )?dagsorden\b", re.IGNORECASE)
_ABSENCE = re.compile(r"[(–—-]{0,1} {0,1}(?:afbud|frav\w{1,8}|forfald|ikke mødt|ikke til stede)\)?", re.IGNORECASE)
_LONGEST_LEAD_IN = 80


def style_of_draft(draft: Draft, board: str, base: HouseStyle) -> HouseStyle:
    """The `base` with everything that the document prints in its own way; the same id and template."""
    patterns = date_patterns(base.label_date_pattern, base.header_date_pattern, base.title_date_pattern)
    inside = within_words(patterns)
    style = replace(
        base,
        sections=section_forms(draft, base.sections, inside),
        label_date_pattern=_label_dates(draft, inside) or base.label_date_pattern,
        item_heading=_heading_pattern(draft) or base.item_heading,
        sub_numbers=_numbers_below(draft, base),
        lead_in=_lead_in(draft, board, base),
        attendance_form=_attendance_form(draft, base),
        absence_suffix=_absence_suffix(draft) or base.absence_suffix,
        absence_pattern=_absence_pattern(draft) or base.absence_pattern,
        contents=bool(draft.contents) if draft.items else base.contents,
    )
    style = _with_head(style, draft, patterns)
    style = _with_title(style, draft, board, inside)
    return style if replace(style, name=base.name) == base else replace(style, name=board)


def _label_dates(draft: Draft, patterns: tuple[str, ...]) -> str | None:
    dated = (printed_day(one.label or "", one.date, patterns) for one in draft.sections() if not one.earlier)
    return most_met(found[0] for found in dated if found is not None)


def _with_head(style: HouseStyle, draft: Draft, patterns: tuple[str, ...]) -> HouseStyle:
    head = draft.head
    time, dash = printed_range(head.time_raw or "", head.start, head.end)
    style = replace(style, time_pattern=time or style.time_pattern, range_dash=dash or style.range_dash)
    day = printed_day(head.date_raw or "", None if (head.date or "-").startswith("-") else head.date, patterns)
    if day is None:
        return style
    named = day[0].startswith("EEEE")
    return replace(
        style,
        header_date_pattern=day[0],
        capital_weekday=day[1][:1].isupper() if named else style.capital_weekday,
    )


def _with_title(style: HouseStyle, draft: Draft, board: str, patterns: tuple[str, ...]) -> HouseStyle:
    """A title without the board names no meeting, and one with a number only this one: then the built-in is kept."""
    title = draft.head.title or ""
    day = printed_day(title, draft.head.date, patterns)
    pattern = with_board(title if day is None else title.replace(day[1], "{date}"), board)
    if "{board}" not in pattern or re.search(r"\d", pattern):
        return style
    pattern = _KIND_WORDS.sub("", pattern)
    if "referat" not in pattern.casefold():
        pattern = _AGENDA_WORD.sub(_minutes_word, pattern)
    date_pattern = style.title_date_pattern if day is None else day[0]
    return replace(style, title_pattern=pattern, title_date_pattern=date_pattern)


def _minutes_word(agenda: re.Match[str]) -> str:
    """A style prints minutes: "DAGSORDEN" is "REFERAT" there."""
    word = agenda[0]
    return "REFERAT" if word.isupper() else "Referat" if word[:1].isupper() else "referat"


def _heading_pattern(draft: Draft) -> str | None:
    if draft.items and not any(item.figure for item in draft.items):
        return "{title}"
    return most_met(pattern for item in draft.items if (pattern := _own_heading(item)) is not None)


def _own_heading(item: DraftItem) -> str | None:
    """ "Punkt {number}: {title}" of "Punkt 4: Budget"; what stands before the number's word is the item's own."""
    if item.figure is None or item.number is None or item.figure not in item.number:
        return None
    _, found, rest = item.heading.partition(item.number)
    behind = _BEHIND_NUMBER.match(rest)
    if not found:
        return None
    between = " ".join(behind[0].split(" ")) if behind else " "
    between = between if between[-1:].isspace() else f"{between} "
    word, _, end = item.number.rpartition(item.figure)
    return f"{word}{{number}}{end}{between.replace(chr(9), ' ')}{{title}}"


def _numbers_below(draft: Draft, base: HouseStyle) -> bool:
    below = [child.figure is not None for item in draft.items for child in item.children]
    return sum(below) * 2 >= len(below) if below else base.sub_numbers


def _lead_in(draft: Draft, board: str, base: HouseStyle) -> str | None:
    """The words above the points of a recommendation, where most have the same. Never words that stand alone somewhere:
    what only leads in is not printed."""
    read = [section.blocks for section in draft.sections() if section.kind is SectionKind.RECOMMENDATION]
    if not read:
        return base.lead_in
    alone = {with_board(blocks[0].text.strip(), board) for blocks in read if len(blocks) == 1}
    opening = Counter(with_board(blocks[0].text.strip(), board) for blocks in read if len(blocks) > 1)
    words, count = opening.most_common(1)[0] if opening else ("", 0)
    shared = count * 2 >= opening.total() and (count > 1 or opening.total() == 1)
    return words if shared and words not in alone and 0 < len(words) <= _LONGEST_LEAD_IN else None


def _attendance_form(draft: Draft, base: HouseStyle) -> AttendanceForm:
    people = draft.people
    if not people:
        return base.attendance_form
    if any(item.kind is ItemKind.ATTENDANCE for item in draft.items):
        return AttendanceForm.ITEM
    if all(person.is_away for person in people):
        return AttendanceForm.ABSENTEES
    if base.attendance_form in {AttendanceForm.CELL, AttendanceForm.ABSENTEES}:
        return base.attendance_form
    lines = {person.place.line_from for person in people}
    return AttendanceForm.LIST if len(lines) * 2 > len(people) else AttendanceForm.RUN


def _absence_suffix(draft: Draft) -> str | None:
    printed = (person.status_raw for person in draft.people if person.is_away and person.status_raw)
    return most_met(words for words in printed if _ABSENCE.fullmatch(words))


def _absence_pattern(draft: Draft) -> str | None:
    """How the lines of absentees name somebody who has an organisation or a party."""
    return most_met(_patterns_of_absence(draft))


def _patterns_of_absence(draft: Draft) -> Iterator[str]:
    listed = {person.name: person for person in draft.people}
    for section in draft.sections():
        printed = "\n".join(section.people_raw)
        for person in section.people if section.kind is SectionKind.ABSENTEES else ():
            known = listed.get(person.name, person)
            seat = person.organisation or person.party or known.organisation or known.party
            if seat is None or person.name not in printed:
                continue
            if f"{person.name}, {seat}" in printed:
                yield "{name}, {organisation}"
            else:
                yield "{name} ({organisation})" if f"{person.name} ({seat})" in printed else "{name}"
