"""From the records of a meeting to the values of its template: pure, with no file and no Word in it."""

from __future__ import annotations

from referatdesk.documents.word.values import Scope, Value
from referatdesk.domain.records import Records
from referatdesk.services.gathering.course import changed_order, closing
from referatdesk.services.gathering.items import agenda_repeats, papers_of
from referatdesk.services.gathering.outcomes import all_decisions, all_follow_ups
from referatdesk.services.gathering.people import absent, attendance_fields, groups, listed_people, persons, present
from referatdesk.services.gathering.sources import Sources, sources_of
from referatdesk.services.wording import head


def gather(records: Records, meeting_id: str) -> Scope:
    """All that a template can ask for about a meeting."""
    sources = sources_of(records, meeting_id)
    return Scope(
        _head_fields(sources) | attendance_fields(sources),
        {
            "oplysninger": [
                Scope({"oplysning.navn": line.label, "oplysning.værdi": line.value})
                for line in sources.meeting.header_lines
            ],
            "grupper": groups(sources),
            "deltagere": listed_people(sources),
            "tilstede": persons(present(sources.people), sources),
            "fraværende": persons(absent(sources.people), sources),
            "beslutninger": all_decisions(sources),
            "opfølgninger": all_follow_ups(sources),
            "bilag": papers_of(sources.papers.get(None, ())),
            **agenda_repeats(sources),
        },
        meeting_id,
    )


def _head_fields(sources: Sources) -> dict[str, Value]:
    meeting, style = sources.meeting, sources.style
    return {
        "møde.titel": head.title(meeting, sources.board, style),
        "møde.udvalg": sources.board.name,
        "møde.slags": head.kind(meeting),
        "møde.dato": head.day(meeting, style),
        "møde.tid": head.time(meeting, style),
        "møde.tidspunkt": head.day_and_time(meeting, style),
        "møde.start": head.begun(meeting, style),
        "møde.slut": head.ended(meeting, style),
        "møde.hævet": closing(sources),
        "møde.rækkefølge": changed_order(sources),
        "møde.sted": head.place(meeting),
        "møde.link": meeting.join_link,
        "møde.vært": meeting.host,
        "møde.sagsnr": meeting.case_no,
        "møde.doknr": meeting.doc_no,
        "møde.journalnr": head.journal(meeting),
        "møde.afsender": head.sender(meeting),
        "møde.afsenderenhed": meeting.sender_unit,
        "møde.afsenderadresse": meeting.sender_address,
        "møde.initialer": meeting.sender_initials,
        "møde.skrevet": head.written(meeting),
        "møde.skrevetsted": meeting.written_place,
        "møde.skrevetmåned": meeting.written_month,
        "møde.indhold": head.CONTENTS_HEADING if style.contents and sources.agenda else None,
    }
