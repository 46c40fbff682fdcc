"""A draft in the neutral form "referat-neutral-1": what was read, for other programs and for judging the reader."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from referatdesk.documents.reading.body.closing import is_signed, names_writer, tells_end
from referatdesk.documents.reading.body.presenters import without_lead
from referatdesk.documents.reading.draft import (
    Doubt,
    Draft,
    DraftItem,
    DraftPerson,
    DraftSection,
    DraftTheme,
    DraftVote,
)
from referatdesk.domain.codes import Access, AttendanceStatus, BlockKind, CaptionPosition, SectionKind
from referatdesk.domain.presence import AWAY
from referatdesk.domain.recommendation import point_blocks
from referatdesk.domain.richtext import Block, Blocks, plain_text
from referatdesk.services.intake.papers import printed_paper

Data = dict[str, object]
SCHEMA = "referat-neutral-1"

_KINDS = {
    SectionKind.SUMMARY: "resume",
    SectionKind.CASE_TEXT: "case",
    SectionKind.RECOMMENDATION: "proposal",
    SectionKind.DECISION: "decision",
    SectionKind.MINUTES: "decision",
    SectionKind.ATTACHMENTS: "attachments",
    SectionKind.ECONOMY: "economy",
    SectionKind.CLIMATE: "climate",
    SectionKind.ABSENTEES: "absent",
}


def neutral(draft: Draft) -> Data:
    """The draft as JSON values; keys without a value are left out."""
    head = draft.head
    closing = (head.sign_off or "").splitlines()
    signs = [line for line in closing if names_writer(line)]
    if not signs:
        signs = [line for line in takewhile(lambda line: not is_signed(line), closing) if not tells_end(line)]
    meeting: Data = {
        "title": head.title,
        "body": head.board,
        "date": head.date,
        "start": head.start or head.start_actual,
        "end": head.end or head.end_actual,
        "place": head.place,
        "case_number": head.case_no,
        "recorder": head.recorder,
        "sign_off": "\n".join(signs),
        "header_fields": [
            *({"label": line.label, "value": line.value} for line in head.lines),
            *({"label": "", "value": line} for line in closing if line not in signs),
        ],
    }
    return {
        "schema": SCHEMA,
        "meeting": _filled(meeting),
        "attendees": [_person(one) for one in draft.people if one.status is not AttendanceStatus.VACANT],
        "items": [_item(item, draft.themes) for item in draft.items],
        "unplaced": [block.text for block in draft.unplaced],
    }


def doubts(draft: Draft) -> list[Data]:
    """The open questions of a draft, in the order of the lines they are about."""
    return [_doubt(doubt) for doubt in draft.doubts]


def _doubt(doubt: Doubt) -> Data:
    data: Data = {
        "code": doubt.code,
        "line_from": doubt.place.line_from,
        "line_to": doubt.place.line_to,
        "text": doubt.text,
        "proposal": doubt.proposal,
    }
    return data | dict(doubt.data)


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None and value not in ("", [])}


def _person(person: DraftPerson) -> Data:
    return _filled(
        {
            "name": person.name,
            "organisation": person.organisation,
            "role": person.role,
            "group": person.group,
            "email": person.email,
            "party": person.party,
            "status": "absent" if person.is_away else "present",
            "substitute_for": person.stands_in_for,
        }
    )


def _item(item: DraftItem, themes: Sequence[DraftTheme]) -> Data:
    decided = [one for one in item.of_kind(SectionKind.DECISION, SectionKind.MINUTES) if not one.earlier]
    decisions = [one for one in decided if one.kind is SectionKind.DECISION] or decided
    proposals = item.of_kind(SectionKind.RECOMMENDATION)
    return _filled(
        {
            "number": item.number,
            "title": f"{item.title_prefix}: {item.title}" if item.title_prefix else item.title,
            "theme": None if item.theme is None else _theme(themes[item.theme]),
            "presenter": "; ".join(without_lead(one.raw) for one in item.presenters),
            "case_number": item.case_no,
            "closed": item.access is Access.CLOSED,
            "sections": [_section(section) for section in item.sections],
            "indstilling_points": [block.text for section in proposals for block in point_blocks(section.blocks)],
            "decision": "\n".join(plain_text(section.blocks) for section in decisions),
            "attachments": [printed_paper(one) for section in item.sections for one in section.attachments],
            "absent": _absent(item),
            "votes": [_vote(vote) for vote in item.votes],
            "children": [_item(child, themes) for child in item.children],
        }
    )


def _theme(theme: DraftTheme) -> str:
    return f"{theme.prefix}: {theme.title}" if theme.prefix else theme.title


def _absent(item: DraftItem) -> list[str]:
    """Those who were away from the item, each once: named in its line of absentees, or in its text."""
    listed = [person.name for section in item.sections for person in section.people if person.is_away]
    noted = [one.name for one in item.presence if one.status in AWAY | {AttendanceStatus.DISQUALIFIED}]
    return list(dict.fromkeys((*listed, *noted)))


def _vote(vote: DraftVote) -> Data:
    return _filled({"for": vote.votes_for, "against": vote.votes_against, "abstain": vote.abstentions})


def _section(section: DraftSection) -> Data:
    kind = _KINDS.get(section.kind, "other")
    if section.kind is SectionKind.CASE_TEXT and section.label is None:
        kind = "intro"
    listed = [
        {"type": "list_item" if one.listed else "paragraph", "text": printed_paper(one), "level": 1}
        for one in section.attachments
    ]
    printed = [{"type": "paragraph", "text": line} for line in section.people_raw if section.people]
    return {"label": section.label, "kind": kind, "blocks": [*listed, *printed, *_blocks(section.blocks)]}


def _blocks(blocks: Blocks) -> list[Data]:
    return [data for block in blocks for data in _block(block)]


def _block(block: Block) -> list[Data]:
    if block.table is not None:
        rows = [[plain_text(cell.blocks) for cell in row] for row in block.table.rows]
        caption: list[Data] = [{"type": "paragraph", "text": block.table.caption}] if block.table.caption else []
        before = block.table.caption_position is CaptionPosition.BEFORE
        table: list[Data] = [{"type": "table", "rows": rows}]
        return caption + table if before else table + caption
    if block.is_list_item:
        return [{"type": "list_item", "text": block.text, "level": block.level + 1}]
    kind = "heading" if block.kind is BlockKind.SUBHEADING else "paragraph"
    return [{"type": kind, "text": block.text}]
