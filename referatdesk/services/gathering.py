"""From the records of a meeting to the values of its template: pure, with no file and no Word in it.

Sections come in the item's own order. The list of attachments and the line of absentees are rows and rules, printed
where their sections stand; papers of an item that has no section for them are printed where the house prints them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from referatdesk.documents.word.values import Scope, Value
from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import Role, SectionKind
from referatdesk.domain.decisions import Attachment, Decision
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, Meeting, Section, Theme
from referatdesk.domain.presence import absent_at
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.domain.richtext import Block, Blocks, is_blank, plain_runs
from referatdesk.services.lookup import items_of, people_of
from referatdesk.services.order import by_sort
from referatdesk.services.sections import new_section, placed
from referatdesk.services.wording import head, items, people
from referatdesk.services.wording.patterns import filled

_SECTION_FIELDS = {
    SectionKind.SUMMARY: "resumé",
    SectionKind.CASE_TEXT: "sagsfremstilling",
    SectionKind.BACKGROUND: "baggrund",
    SectionKind.PROBLEM: "problemstilling",
    SectionKind.SOLUTION: "løsning",
    SectionKind.ECONOMY: "økonomi",
    SectionKind.CLIMATE: "klimavurdering",
    SectionKind.CONSEQUENCES: "konsekvenser",
    SectionKind.LEGAL: "lovgrundlag",
    SectionKind.HEARING: "høring",
    SectionKind.RECOMMENDATION: "indstilling",
    SectionKind.DECISION: "beslutning",
    SectionKind.MINUTES: "referat",
    SectionKind.EARLIER_DECISIONS: "tidligere",
    SectionKind.COMPETENCE: "kompetence",
    SectionKind.OTHER: "andet",
}


@dataclass(frozen=True, slots=True)
class _Sources:
    """The records of one meeting, sorted by what they belong to, so that each item finds its own at once."""

    records: Records
    meeting: Meeting
    board: Board
    style: HouseStyle
    people: Sequence[Attendance]
    noted: Mapping[str, Sequence[ItemAttendance]]
    papers: Mapping[str | None, Sequence[Attachment]]
    decisions: Mapping[str, Decision]

    def absent(self, item: AgendaItem) -> tuple[Attendance, ...]:
        """Those whom the item's line of absentees names."""
        noted = self.noted.get(item.id, ())
        hidden = {one.attendance_id for one in noted if not one.shown_on_item}
        return tuple(one for one in absent_at(item.id, self.people, noted) if one.id not in hidden)


def gather(records: Records, meeting_id: str) -> Scope:
    """All that a template can ask for about a meeting."""
    sources = _sources(records, meeting_id)
    agenda = _agenda(sources)
    return Scope(
        _head_fields(sources, bool(agenda)),
        {
            "oplysninger": [
                Scope({"oplysning.navn": line.label, "oplysning.værdi": line.value})
                for line in sources.meeting.header_lines
            ],
            "grupper": _groups(sources),
            "deltagere": _persons(sources.people, sources),
            "punkter": agenda,
            "bilag": _papers(sources.papers.get(None, ())),
        },
        meeting_id,
    )


def _sources(records: Records, meeting_id: str) -> _Sources:
    meeting = records.get(Meeting, meeting_id)
    noted: dict[str, list[ItemAttendance]] = defaultdict(list)
    for one in records.all(ItemAttendance):
        if one.meeting_id == meeting_id:
            noted[one.item_id].append(one)
    papers: dict[str | None, list[Attachment]] = defaultdict(list)
    for paper in by_sort(one for one in records.all(Attachment) if one.meeting_id == meeting_id):
        if not paper.mentioned_only:
            papers[paper.item_id].append(paper)
    return _Sources(
        records=records,
        meeting=meeting,
        board=board_of(records, meeting),
        style=style_of(records, meeting),
        people=people_of(records, meeting_id),
        noted=noted,
        papers=papers,
        decisions={one.section_id: one for one in records.all(Decision) if one.meeting_id == meeting_id},
    )


def _head_fields(sources: _Sources, has_items: bool) -> dict[str, Value]:
    meeting, style, listed = sources.meeting, sources.style, sources.people
    return {
        "møde.titel": head.title(meeting, sources.board, style),
        "møde.udvalg": sources.board.name,
        "møde.dato": head.day(meeting, style),
        "møde.tid": head.time(meeting, style),
        "møde.tidspunkt": head.day_and_time(meeting, style),
        "møde.sted": head.place(meeting),
        "møde.link": meeting.join_link,
        "møde.deltagere": people.attendance_run(listed, style),
        "møde.fraværende": people.absence_line(absent_at("", listed, ()), style),
        "møde.referent": None if head.says_who_minutes(meeting) else head.names_in_role(listed, Role.MINUTE_TAKER),
        "møde.mødeleder": head.names_in_role(listed, Role.MEETING_LEADER),
        "møde.sagsnr": meeting.case_no,
        "møde.doknr": meeting.doc_no,
        "møde.afsender": head.sender(meeting),
        "møde.skrevet": head.written(meeting),
        "møde.underskrift": meeting.sign_off,
        "møde.indhold": head.CONTENTS_HEADING if style.contents and has_items else None,
    }


def _groups(sources: _Sources) -> list[Scope]:
    groups: dict[str, list[Attendance]] = {}
    for one in sources.people:
        groups.setdefault(one.group_label or "", []).append(one)
    return [
        Scope(
            {"gruppe.navn": name, "gruppe.deltagere": people.attendance_run(listed, sources.style)},
            {"deltagere": _persons(listed, sources)},
        )
        for name, listed in groups.items()
    ]


def _persons(listed: Sequence[Attendance], sources: _Sources) -> list[Scope]:
    known = {one.id: one for one in sources.people}
    return [
        Scope(
            {
                "deltager.navn": one.name,
                "deltager.titel": one.title,
                "deltager.enhed": one.unit,
                "deltager.organisation": one.organisation,
                "deltager.parti": one.party,
                "deltager.mail": one.email,
                "deltager.fremmøde": " ".join(
                    words for words in (people.substitution(one, known), people.presence(one, sources.style)) if words
                ),
            },
            record=one.id,
        )
        for one in listed
    ]


def _papers(listed: Iterable[Attachment]) -> list[Scope]:
    return [
        Scope({"bilag.titel": items.attachment_line(one), "bilag.nummer": one.number_text}, record=one.id)
        for one in listed
    ]


def _agenda(sources: _Sources) -> list[Scope]:
    listed = items_of(sources.records, sources.meeting.id)
    numbers = printed_numbers(listed, sources.style.sub_numbers)
    themes = {one.id: one for one in sources.records.all(Theme)}
    known = {item.id for item in listed}
    scopes: list[Scope] = []
    theme_id: str | None = None
    for item in in_order(listed):
        begun = themes.get(item.theme_id or "") if item.theme_id != theme_id else None
        theme_id = item.theme_id if item.parent_id not in known else theme_id
        is_below = item.parent_id in known
        scopes.append(_item(sources, item, numbers.get(item.id), None if is_below else begun, is_below))
    return scopes


def _item(sources: _Sources, item: AgendaItem, number: str | None, theme: Theme | None, is_below: bool) -> Scope:
    heading = items.item_heading(item, number, sources.style)
    sections = [_section(sources, item, one, is_below) for one in _printed_sections(sources, item)]
    by_kind = {
        f"punkt.{name}": scope.fields["afsnit.tekst"]
        for kind, scope in sections
        if scope is not None and (name := _SECTION_FIELDS.get(kind))
    }
    presenters = [items.presenter_line(one) for one in item.presenters]
    fields: dict[str, Value] = {
        "punkt.overskrift": None if is_below else heading,
        "punkt.underoverskrift": heading if is_below else None,
        "punkt.nummer": number,
        "punkt.titel": items.item_title(item),
        "punkt.sagsnr": item.case_no,
        "punkt.doknr": item.doc_no,
        "punkt.tema": items.theme_line(theme) if theme else None,
        "punkt.oplægsholdere": "\n".join(presenters),
        "punkt.fraværende": people.absence_line(sources.absent(item), sources.style),
    }
    repeats = {
        "oplægsholdere": [Scope({"oplægsholder.tekst": line}) for line in presenters],
        "afsnit": [scope for _, scope in sections if scope is not None],
        "bilag": _papers(sources.papers.get(item.id, ())),
    }
    return Scope(fields | by_kind, repeats, item.id)


def _printed_sections(sources: _Sources, item: AgendaItem) -> Sequence[Section]:
    """The item's sections, and one for its papers, or for absences noted at it, where it has none for them."""
    sections = sources.records.text(item.id).sections
    kinds = {section.kind for section in sections}
    wanted = {SectionKind.ATTACHMENTS: sources.papers.get(item.id), SectionKind.ABSENTEES: sources.noted.get(item.id)}
    for kind, rows in wanted.items():
        if rows and kind not in kinds and (kind is SectionKind.ATTACHMENTS or sources.style.form(kind)):
            sections = placed(sections, new_section(sources.style, kind), sources.style)
    return sections


def _section(sources: _Sources, item: AgendaItem, section: Section, is_below: bool) -> tuple[SectionKind, Scope | None]:
    """The values of one section; None where it has nothing to print."""
    blocks = _text_of(sources, item, section)
    listed = sources.papers.get(item.id, ()) if section.kind is SectionKind.ATTACHMENTS and is_blank(blocks) else ()
    if is_blank(blocks) and not listed:
        return section.kind, None
    label = items.section_label(
        section, sources.meeting, sources.board, sources.style, sources.decisions.get(section.id)
    )
    on_line = blocks[:1] if section.inline else ()
    fields: dict[str, Value] = {
        "afsnit.overskrift": None if section.inline or is_below else label,
        "afsnit.underoverskrift": label if is_below and not section.inline else None,
        "afsnit.etiket": label if section.inline else None,
        "afsnit.linje": on_line,
        "afsnit.tekst": blocks[len(on_line) :],
    }
    return section.kind, Scope(fields, {"bilag": _papers(listed)}, section.id)


def _text_of(sources: _Sources, item: AgendaItem, section: Section) -> Blocks:
    blocks = section.blocks
    if section.kind is SectionKind.ABSENTEES and is_blank(blocks):
        return _line(people.absence_line(sources.absent(item), sources.style))
    if section.kind is SectionKind.RECOMMENDATION and _only_leads_in(blocks, sources):
        return ()
    return blocks


def _line(words: str) -> Blocks:
    return (Block(id="", runs=plain_runs(words)),) if words else ()


def _only_leads_in(blocks: Blocks, sources: _Sources) -> bool:
    """Whether a recommendation holds nothing but the opening that stands ready for its points."""
    opening = filled(sources.style.lead_in or "", board=sources.board.name)
    said = [block.text.strip() for block in blocks if block.table is not None or block.text.strip()]
    return bool(opening) and said == [opening]
