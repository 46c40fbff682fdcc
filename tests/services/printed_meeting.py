"""A fictional meeting in the style that comes with the program, with everything that is printed."""

from datetime import UTC, datetime

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus, BlockKind, Role, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import (
    AgendaItem,
    Attendance,
    HeaderLine,
    ItemAttendance,
    ItemText,
    Meeting,
    Presenter,
    Section,
    Theme,
)
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Cell, Run, Table, plain_runs
from referatdesk.services.board.house_styles import builtin_style

CREATED = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
MEETING = Meeting(
    id="m",
    board_id="board",
    date="2027-02-04",
    start_planned="17:30",
    place="Rådhuset i Egeby, lokale 2",
    header_lines=(HeaderLine("Emne", "Nabohjælp & fælles trafik"),),
    sign_off="Referat: Ida Vester",
)


def block(block_id, words, kind=BlockKind.PARAGRAPH, level=0):
    return Block(id=block_id, kind=kind, runs=plain_runs(words), level=level)


def section(kind, label, *blocks, inline=False):
    return Section(id=f"{kind}-{len(blocks)}", kind=kind, label=label, inline=inline, blocks=blocks)


def person(sort, name, **fields):
    usual = {"id": f"p{sort}", "meeting_id": "m", "sort": sort, "name": name, "status": AttendanceStatus.PRESENT}
    return Attendance(**(usual | fields))


def item(item_id, sort, title, **fields):
    return AgendaItem(id=item_id, meeting_id="m", sort=sort, title=title, **fields)


PEOPLE = (
    person(0, "Merete Aaby", party="V"),
    person(1, "Palle Nørre", organisation="Egeby Kommune", status=AttendanceStatus.ABSENT_NOTIFIED),
    person(2, "Sanne Brix", party="A", status=AttendanceStatus.LATE, arrived_at="17:45"),
    person(3, "Ida Vester", organisation="Klitved Kommune", roles=(Role.MINUTE_TAKER,)),
)
TABLE = Table(
    rows=tuple(
        tuple(Cell((block(f"{row}{column}", words),)) for column, words in enumerate(line))
        for row, line in enumerate((("Årgang", "Andel"), ("5. klasse", "11 %"), ("8. klasse", "17 %")))
    ),
    widths=(2.0, 1.0),
    caption="Tabel 1: Andel der cykler",
)
SENTENCE = (
    Run("Se "),
    Run("rapporten", link="https://egeby.example/rapport"),
    Run(" om "),
    Run("trafik", bold=True),
)
CASE = (
    block("c1", "Klyngen ønsker at:"),
    block("c2", "udvide cykelstien", BlockKind.NUMBERED),
    block("c3", "fra Egeby", BlockKind.LETTERED, 1),
    block("c4", "fra Klitved", BlockKind.LETTERED, 1),
    block("c5", "dele erfaringer", BlockKind.NUMBERED),
    block("c6", "Erfaringer", BlockKind.SUBHEADING),
    Block(id="c7", runs=SENTENCE),
    Block(id="c8", kind=BlockKind.TABLE, table=TABLE),
    block("c9", "Det er dejligt at cykle.", BlockKind.QUOTE),
    block("c10", "Forfra:"),
    block("c11", "første", BlockKind.NUMBERED),
)
DECISION = "Beslutning i {board} den {date}"
TEXTS = (
    ItemText(
        id="one",
        meeting_id="m",
        sections=(
            section(SectionKind.SUMMARY, "Resumé", block("r", "Forslag om nabohjælp.")),
            section(SectionKind.CASE_TEXT, "Sagsfremstilling", *CASE),
            section(SectionKind.CLIMATE, "Klimavurdering"),
            section(
                SectionKind.RECOMMENDATION,
                "Indstilling",
                block("i1", "Det indstilles, at Sundhedsråd Østfjord:"),
                block("i2", "Godkender forslaget.", BlockKind.BULLET),
            ),
            section(SectionKind.DECISION, DECISION, block("d", "Godkendt.")),
            section(SectionKind.ATTACHMENTS, "Bilag"),
            section(SectionKind.ABSENTEES, "Fraværende", inline=True),
        ),
    ),
    ItemText(
        id="below",
        meeting_id="m",
        sections=(
            section(
                SectionKind.DECISION,
                DECISION,
                block("e", "Drøftet."),
            ),
        ),
    ),
    ItemText(
        id="two",
        meeting_id="m",
        sections=(
            section(SectionKind.RECOMMENDATION, "Indstilling", block("l", "Det indstilles, at Sundhedsråd Østfjord:")),
            section(SectionKind.DECISION, DECISION),
        ),
    ),
)
PAPERS = (
    Attachment(id="a1", meeting_id="m", item_id="one", sort=0, title="Forslag til nabohjælp.pdf"),
    Attachment(id="a2", meeting_id="m", item_id="one", sort=1, title="Kort over stier", number_text="Bilag 2"),
    Attachment(id="a3", meeting_id="m", item_id="two", sort=0, title="Kalender"),
)

DISQUALIFIED = ItemAttendance(
    id="x", meeting_id="m", item_id="two", attendance_id="p2", status=AttendanceStatus.DISQUALIFIED
)


def printed_meeting(*others):
    """The records; others with the same kind and id take the place of those that stand here."""
    return RecordSet(
        [
            builtin_style("sagsfremstilling"),
            Board(id="board", name="Sundhedsråd Østfjord", house_style_id="sagsfremstilling"),
            MEETING,
            *PEOPLE,
            Theme(id="t", meeting_id="m", prefix="Tema", title="Nærhed"),
            item("one", 0, "Nabohjælp", theme_id="t", case_no="27/310", presenters=(Presenter("v/ Ida Vester"),)),
            item("below", 0, "Oplæg om stier", parent_id="one", theme_id="t"),
            item("two", 1, "Eventuelt", theme_id="t"),
            DISQUALIFIED,
            *TEXTS,
            *PAPERS,
            *others,
        ]
    )
