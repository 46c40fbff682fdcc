"""A second fictional meeting, none of whose words stand in any other document here, to fill learnt templates with."""

import re
from datetime import UTC, datetime

from lxml import etree

from referatdesk.documents.word.template import compile_template
from referatdesk.documents.word.values import Properties
from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus, BlockKind, Role, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Presenter, Section
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, plain_runs
from referatdesk.services.gathering.meeting import gather
from tests.documents.word.building import parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CREATED = datetime(2031, 10, 8, 9, 0, tzinfo=UTC)
BOARD = "Havnerådet Vestskær"
MEETING = Meeting(
    id="m",
    board_id="board",
    date="2031-10-07",
    start_planned="14:10",
    end_planned="16:20",
    place="Pakhuset, sal 9",
    sign_off="Referat: Xenia Qvortrup",
    case_no="31/7788",
)
PEOPLE = tuple(
    Attendance(id=f"p{at}", meeting_id="m", sort=at, **fields)
    for at, fields in enumerate(
        (
            {
                "name": "Xenia Qvortrup",
                "party": "Q",
                "group_label": "Lodser",
                "roles": (Role.MINUTE_TAKER,),
                "status": AttendanceStatus.PRESENT,
            },
            {
                "name": "Zander Wibroe",
                "organisation": "Vestskær Havn",
                "group_label": "Lodser",
                "status": AttendanceStatus.ABSENT_NOTIFIED,
            },
            {
                "name": "Yrsa Zahle",
                "title": "fyrmester",
                "organisation": "Vestskær Havn",
                "group_label": "Fyrfolk",
                "status": AttendanceStatus.PRESENT,
            },
        )
    )
)
ITEMS = (
    AgendaItem(id="i1", meeting_id="m", sort=0, title="Uddybning af sejlrenden"),
    AgendaItem(
        id="i2",
        meeting_id="m",
        sort=1,
        title="Bøjer ved nordmolen",
        case_no="31/9911",
        presenters=(Presenter(raw="v/ Yrsa Zahle, fyrmester", name="Yrsa Zahle"),),
    ),
    AgendaItem(id="i3", meeting_id="m", sort=2, title="Lods på vagt"),
)
PAPER = Attachment(id="f", meeting_id="m", item_id="i2", sort=0, title="Søkort over nordmolen")
TEXT = (
    "Uddybning af sejlrenden",
    "Sejlrenden sander til om vinteren.",
    "Pejlinger viser:",
    "tre meter ved fyret",
    "to meter ved molen",
    "uddybningen sættes i gang",
    "prisen indhentes",
    "Uddybningen blev vedtaget.",
    "Bøjer ved nordmolen",
    "Bøjerne mangler lys & maling <straks>.",
    "Lygter",
    "Tolv lygter er slukket.",
    "Bøjerne males i foråret.",
    "Zander Wibroe finder en maler.",
    "Søkort over nordmolen",
    "Lods på vagt",
    "Lodsen møder klokken syv.",
)
"""Everything under the head, in the order of printing."""


def _block(words, kind=BlockKind.PARAGRAPH):
    return Block(id=f"b-{words[:12]}", kind=kind, runs=plain_runs(words))


def _section(style, item, kind, *blocks):
    form = style.form(kind)
    return Section(
        id=f"{item}-{kind}",
        kind=kind,
        label=form.label if form else None,
        colon=form.colon if form else False,
        inline=form.inline if form else False,
        blocks=blocks,
    )


def _texts(style):
    decided = style.decision_kind
    bullet, number = BlockKind.BULLET, BlockKind.NUMBERED
    first = (
        _section(
            style, "i1", SectionKind.CASE_TEXT, *map(_block, TEXT[1:3]), *(_block(words, bullet) for words in TEXT[3:5])
        ),
        _section(style, "i1", SectionKind.RECOMMENDATION, *(_block(words, number) for words in TEXT[5:7])),
        _section(style, "i1", decided, _block(TEXT[7])),
    )
    second = (
        _section(
            style,
            "i2",
            SectionKind.CASE_TEXT,
            _block(TEXT[9]),
            _block(TEXT[10], BlockKind.SUBHEADING),
            _block(TEXT[11]),
        ),
        _section(style, "i2", decided, *map(_block, TEXT[12:14])),
        _section(style, "i2", SectionKind.ATTACHMENTS),
    )
    third = (_section(style, "i3", decided, _block(TEXT[16])),)
    return [ItemText(id=f"i{at}", meeting_id="m", sections=one) for at, one in enumerate((first, second, third), 1)]


def other_meeting(style):
    """Its records, printed in this style."""
    board = Board(id="board", name=BOARD, house_style_id=style.id)
    return RecordSet([style, board, MEETING, *PEOPLE, *ITEMS, *_texts(style), PAPER])


def filled_with_other_meeting(template, style):
    return compile_template(template).fill(gather(other_meeting(style), "m"), Properties("Prøve")).content


def printed_lines(content):
    """The lines of the text, then those of headers and footers."""
    parts = parts_of(content)
    names = sorted(name for name in parts if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name))
    lines = [words_of(one) for name in names for one in etree.fromstring(parts[name]).iter(f"{W}p")]
    return [line for line in lines if line]


def words_of(paragraph):
    signs = paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
    return " ".join("".join(one.text or "" if one.tag == f"{W}t" else " " for one in signs).split())


def missing(lines):
    """What of the meeting's text does not stand in these lines, in its order."""
    at, lost = 0, []
    for words in TEXT:
        found = next((place for place in range(at, len(lines)) if words in lines[place]), None)
        if found is None:
            lost.append(words)
        else:
            at = found
    return lost
