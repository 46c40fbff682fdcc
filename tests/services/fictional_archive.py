"""A small fictional archive, and what must hold of any."""

import hashlib
from dataclasses import fields

from referatdesk.domain.boards import (
    Board,
    HouseStyle,
    Membership,
    Organisation,
    Person,
    SectionForm,
    StandingItem,
)
from referatdesk.domain.changes import RECORD_TYPES, Content
from referatdesk.domain.codes import (
    AttendanceStatus,
    BlockKind,
    ClosedItems,
    ItemKind,
    LinkKind,
    Outcome,
    PointsForm,
    PresenceForm,
    Role,
    SectionKind,
    StatementKind,
    VoteChoice,
    VoteForm,
)
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    Disqualification,
    FollowUp,
    ItemLink,
    MoneyAmount,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import (
    AgendaItem,
    Attendance,
    ItemAttendance,
    ItemText,
    Meeting,
    Section,
    Theme,
    TimeSpent,
)
from referatdesk.domain.reading import Comment, CommentKind, Part, ReadingHabit, SourceFile
from referatdesk.domain.richtext import Block, plain_runs
from referatdesk.domain.writing import OwnWord, Snippet

GOALS = {
    "board_id": Board,
    "person_id": Person,
    "organisation_id": Organisation,
    "house_style_id": HouseStyle,
    "meeting_id": Meeting,
    "previous_meeting_id": Meeting,
    "parent_id": AgendaItem,
    "item_id": AgendaItem,
    "to_item_id": AgendaItem,
    "theme_id": Theme,
    "attendance_id": Attendance,
    "stands_in_for_id": Attendance,
    "decision_id": Decision,
    "point_id": RecommendationPoint,
    "vote_id": Vote,
}


def everything(records):
    return {kind: {record.id: record for record in records.all(kind)} for kind in RECORD_TYPES}


def assert_nothing_dangles(records):
    for kind in RECORD_TYPES:
        for record in records.all(kind):
            for field in fields(record):
                goal = getattr(record, field.name)
                if field.name in GOALS and goal is not None:
                    assert records.find(GOALS[field.name], goal), f"{kind.__name__}.{field.name} points at nothing"
    assert {item.id for item in records.all(AgendaItem)} == {text.id for text in records.all(ItemText)}
    for decision in records.all(Decision):
        assert records.text(decision.item_id).section(decision.section_id), "a decision without its section"


STYLE = HouseStyle(
    id="style",
    name="Fjordstilen",
    template="fjord.docx",
    lead_in="Det indstilles, at {board}:",
    sections=(
        SectionForm(SectionKind.SUMMARY, "Resumé"),
        SectionForm(SectionKind.CASE_TEXT, "Sagsfremstilling"),
        SectionForm(SectionKind.CLIMATE, "Klimavurdering", standard=False),
        SectionForm(SectionKind.RECOMMENDATION, "Indstilling", colon=True),
        SectionForm(SectionKind.DECISION, "Beslutning i {board} den {date}"),
        SectionForm(SectionKind.ATTACHMENTS, "Bilag"),
        SectionForm(SectionKind.ABSENTEES, "Fraværende", inline=True),
    ),
    presence_forms=(PresenceForm.HEAD, PresenceForm.RUNNING),
    points_form=PointsForm.LETTERED,
    vote_form=VoteForm.PARTIES,
)


def line(block_id, text, kind=BlockKind.PARAGRAPH, level=0):
    return Block(id=block_id, kind=kind, runs=plain_runs(text), level=level)


def shared_records():
    return [
        Organisation(id="egeby", name="Egeby Kommune"),
        Organisation(id="fjordland", name="Region Fjordland", aliases=("Fjordland",)),
        Person(id="merete", full_name="Merete Aaby", title="Borgmester", organisation_id="egeby", party="A"),
        Person(id="aksel", full_name="Aksel Ravn Lund", organisation_id="egeby"),
        Person(id="ida", full_name="Ida Vester", title="Udvalgsmedlem", organisation_id="fjordland", party="C"),
        STYLE,
        Board(
            id="board",
            name="Sundhedsråd Østfjord",
            kind="health_council",
            house_style_id="style",
            closed_items=ClosedItems.TITLED,
            public_contacts=("egeby.example", "99 88 77 66"),
        ),
        Membership(id="seat-1", board_id="board", person_id="merete", sort=0, role=Role.CHAIR, group_label="Kommuner"),
        Membership(id="seat-2", board_id="board", person_id="aksel", sort=1, organisation_id="fjordland", party="V"),
        Membership(id="seat-3", board_id="board", sort=2, vacant=True, vacant_note="udpeges senere"),
        StandingItem(id="last", board_id="board", sort=0, title="Eventuelt", kind=ItemKind.ANY_OTHER, closing=True),
        StandingItem(
            id="first",
            board_id="board",
            sort=1,
            title="Godkendelse af dagsorden",
            kind=ItemKind.APPROVE_AGENDA,
            case_text=(line("standing-block", "Dagsordenen fremlægges."),),
        ),
        ReadingHabit(
            id="habit", board_id="board", words="det blev drøftet", part=Part.LABEL, kind=SectionKind.DECISION
        ),
        Snippet(
            id="phrase",
            board_id="board",
            short="ids",
            text="Sagen udsættes til {dato}.",
            outcome=Outcome.POSTPONED,
        ),
        Snippet(id="short", sort=1, short="srø", text="Sundhedsråd Østfjord", abbreviation=True),
        OwnWord(id="word", word="nærklinik"),
    ]


def _sections(prefix, points=(), decision=""):
    bullets = tuple(line(f"{prefix}-{name}", text, BlockKind.BULLET) for name, text in points)
    lead_in = (line(f"{prefix}-lead", "Det indstilles, at Sundhedsråd Østfjord:"),) if points else ()
    decided = (line(f"{prefix}-decided", decision),) if decision else ()
    return (
        Section(id=f"{prefix}-case", kind=SectionKind.CASE_TEXT, label="Sagsfremstilling"),
        Section(id=f"{prefix}-rec", kind=SectionKind.RECOMMENDATION, label="Indstilling", blocks=(*lead_in, *bullets)),
        Section(id=f"{prefix}-dec", kind=SectionKind.DECISION, label="Beslutning", blocks=decided),
        Section(id=f"{prefix}-att", kind=SectionKind.ATTACHMENTS, label="Bilag"),
    )


def agenda_records():
    return [
        Theme(id="theme", meeting_id="meeting", title="Nære tilbud", prefix="Tema"),
        AgendaItem(id="one", meeting_id="meeting", sort=0, title="Velkomst", kind=ItemKind.OPENING),
        AgendaItem(id="two", meeting_id="meeting", sort=1, title="Lægehus i Egeby", theme_id="theme"),
        AgendaItem(id="sub", meeting_id="meeting", parent_id="two", title="Oplæg", kind=ItemKind.SUBITEM),
        AgendaItem(
            id="three", meeting_id="meeting", sort=2, title="Budget", public_title="En sag", decision_public=True
        ),
        AgendaItem(id="four", meeting_id="meeting", sort=3, title="Eventuelt", kind=ItemKind.ANY_OTHER, moved_from="3"),
        ItemText(id="one", meeting_id="meeting", sections=_sections("one")),
        ItemText(
            id="two",
            meeting_id="meeting",
            sections=_sections("two", [("p1", "Godkender planen"), ("p2", "Afsætter midler")], "Godkendt."),
        ),
        ItemText(id="sub", meeting_id="meeting", sections=_sections("sub")),
        ItemText(id="three", meeting_id="meeting", sections=_sections("three", [("p1", "Godkender budgettet")])),
        ItemText(id="four", meeting_id="meeting", sections=_sections("four")),
        TimeSpent(id="spent", meeting_id="meeting", item_id="two", began="13:04:10", ended="13:21:55"),
        TimeSpent(id="break", meeting_id="meeting", began="13:21:55"),
    ]


def people_records():
    return [
        Attendance(
            id="a-merete",
            meeting_id="meeting",
            person_id="merete",
            sort=0,
            name="Merete Aaby",
            group_label="Kommuner",
            organisation="Egeby Kommune",
        ),
        Attendance(
            id="a-aksel",
            meeting_id="meeting",
            person_id="aksel",
            sort=1,
            name="Aksel Ravn Lund",
            group_label="Kommuner",
            organisation="Egeby Kommune",
            status=AttendanceStatus.ABSENT_NOTIFIED,
            status_raw="(afbud)",
        ),
        Attendance(id="a-sanne", meeting_id="meeting", sort=2, name="Sanne Brix", group_label="Region", has_vote=False),
        ItemAttendance(
            id="at-item",
            meeting_id="meeting",
            item_id="two",
            attendance_id="a-merete",
            status=AttendanceStatus.DISQUALIFIED,
        ),
    ]


def outcome_records():
    own = {"meeting_id": "meeting", "item_id": "two"}
    return [
        RecommendationPoint(id="point-1", block_id="two-p1", sort=0, **own),
        RecommendationPoint(id="point-2", block_id="two-p2", sort=1, **own),
        RecommendationPoint(id="point-3", block_id="three-p1", meeting_id="meeting", item_id="three"),
        Decision(
            id="decision",
            section_id="two-dec",
            outcome=Outcome.APPROVED,
            confirmed=True,
            read_aloud_at="13:21",
            read_aloud_text="Godkendt.",
            **own,
        ),
        PointOutcome(id="outcome", decision_id="decision", point_id="point-1", outcome=Outcome.APPROVED, **own),
        Vote(id="vote", decision_id="decision", votes_for=2, about="Ændringsforslag fra Ida Vester", **own),
        VoteCast(id="cast", meeting_id="meeting", vote_id="vote", attendance_id="a-merete", choice=VoteChoice.FOR),
        VoteCast(
            id="ballot", meeting_id="meeting", vote_id="vote", candidate="Ida Vester", count=2, choice=VoteChoice.FOR
        ),
        Statement(
            id="statement",
            decision_id="decision",
            attendance_id="a-merete",
            kind=StatementKind.DISSENT,
            text="Merete Aaby ønskede en anden plan.",
            **own,
        ),
        Disqualification(id="ruling", attendance_id="a-merete", disqualified=True, **own),
        Attachment(id="paper", title="Plan for lægehuset", number_text="1", raw="1. Plan for lægehuset", **own),
        FollowUp(id="promise", decision_id="decision", text="Status på næste møde", due_raw="til juni", **own),
        MoneyAmount(id="amount", block_id="two-p2", amount_ore=30_000_000, raw="300.000 kr.", **own),
        ItemLink(id="link-out", kind=LinkKind.FOLLOWS_UP, to_item_id="three", **own),
        ItemLink(
            id="link-in",
            meeting_id="meeting",
            item_id="three",
            kind=LinkKind.REFERS_ITEM,
            to_item_id="two",
            raw="punkt 2",
        ),
    ]


DOCUMENT = Content(hashlib.sha256(b"heste").hexdigest(), b"heste")


def document_records():
    own = {"meeting_id": "meeting"}
    return [
        SourceFile(id="file", name="Referat.docx", sha256=DOCUMENT.sha256, size=5, kept=True, **own),
        Comment(id="comment", item_id="two", block_id="two-p1", text="Er det rigtigt?", author="Ida Vester", **own),
        Comment(id="pending", sort=1, kind=CommentKind.DELETED, text="udgår", at="2027-02-05T10:00:00", **own),
    ]


MEETING = Meeting(id="meeting", board_id="board", date="2027-02-04", date_raw="torsdag den 4. februar 2027")


def meeting_records():
    """Item "two" has every kind of record."""
    return [MEETING, *people_records(), *agenda_records(), *outcome_records(), *document_records()]
