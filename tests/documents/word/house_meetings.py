"""A fictional meeting as each built-in house would hold it."""

from dataclasses import replace
from datetime import UTC, datetime

from referatdesk.documents.reading.formats.files import read_source
from referatdesk.domain.boards import Board, Person
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, BlockKind, ItemKind, Role, SectionKind
from referatdesk.domain.decisions import Attachment, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Presenter, Theme
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import paragraph
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.item.sections import new_section, placed, standard_sections
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.output.outputs import Kind

HOUSES = ("sagsfremstilling", "tema", "deltagerpunkt", "brevhoved", "grupper")
CREATED = datetime(2027, 2, 5, 9, 0, tzinfo=UTC)
BOARD = Board(id="board", name="Sundhedsråd Østfjord", house_style_id="style")
MEETING = Meeting(
    id="m",
    board_id="board",
    date="2027-02-04",
    start_planned="17:30",
    end_planned="19:00",
    place="Rådhuset i Egeby, lokale 2",
)
WRITTEN = {"written_place": "Egeby", "written_month": "februar 2027"}
LETTER = {"sender_unit": "Sundhedssekretariatet", "sender_initials": "IV", "case_no": "27/104", "doc_no": "27/104-3"}
OWN_FACTS = {"tema": WRITTEN, "brevhoved": LETTER}
TEXTS = {
    SectionKind.SUMMARY: ("Forslag om nabohjælp i Egeby.",),
    SectionKind.CASE_TEXT: ("Naboer hjælper hinanden i hele Egeby, og flere vil gerne være med.",),
    SectionKind.CLIMATE: ("Der er ikke foretaget klimavurdering.",),
    SectionKind.MINUTES: ("Merete Aaby takkede for forslaget, som blev drøftet.",),
    SectionKind.DECISION: ("Forslaget blev godkendt.",),
}
POINTS = ("Godkender forslaget om nabohjælp.", "Drøfter, hvordan flere kan være med.")


def person(sort, name, **fields):
    usual = {"id": f"p{sort}", "meeting_id": "m", "sort": sort, "name": name, "status": AttendanceStatus.PRESENT}
    return Attendance(**(usual | fields))


PALLE = person(
    1,
    "Palle Nørre",
    organisation="Egeby Kommune",
    status=AttendanceStatus.ABSENT_NOTIFIED,
    group_label="Fra kommunerne",
    email="palle@egeby.example",
)
PEOPLE = (
    person(0, "Sanne Brix", title="direktør", organisation="Klitved Kommune", group_label="Fra kommunerne"),
    PALLE,
    person(2, "Merete Aaby", organisation="Region Fjordland", group_label="Fra Region Fjordland"),
    person(3, "Ida Vester", title="konsulent", organisation="Egeby Kommune", group_label="Administrativt"),
)


def people(form):
    """Those whom a house lists: in groups where it has groups, only the absent where it lists only them."""
    minutes = replace(PEOPLE[3], roles=(Role.MINUTE_TAKER,), person_id="ida")
    listed = (*PEOPLE[:3], minutes)
    if form is AttendanceForm.ABSENTEES:
        return (replace(PALLE, group_label=None), replace(minutes, group_label=None))
    if form in {AttendanceForm.LIST, AttendanceForm.ITEM}:
        return listed
    helped = replace(minutes, group_label="sekretariat", roles=(Role.SECRETARIAT, Role.MINUTE_TAKER))
    last = helped if form is AttendanceForm.CELL else minutes
    return tuple(replace(one, group_label="sekretariat" if one is helped else None) for one in (*PEOPLE[:3], last))


def held_meeting(slug, *others):
    """The records of the meeting in that house; others of the same kind and id take their place."""
    style = replace(builtin_style(slug), id="style")
    listed = people(style.attendance_form)
    opening = (
        AgendaItem(id="who", meeting_id="m", sort=0, kind=ItemKind.ATTENDANCE, title="Deltagere"),
        ItemText(id="who", meeting_id="m"),
    )
    return RecordSet(
        [
            style,
            BOARD,
            replace(MEETING, **OWN_FACTS.get(slug, {})),
            Person(id="ida", full_name="Ida Vester", initials="IV"),
            *listed,
            *(opening if style.attendance_form is AttendanceForm.ITEM else ()),
            *_first(style, slug),
            AgendaItem(id="two", meeting_id="m", sort=2, title="Eventuelt", kind=ItemKind.ANY_OTHER),
            ItemText(
                id="two",
                meeting_id="m",
                sections=(replace(new_section(style, style.decision_kind), blocks=(paragraph("Intet at bemærke."),)),),
            ),
            *others,
        ]
    )


def _first(style, slug):
    theme = (Theme(id="t", meeting_id="m", prefix="Tema", title="Nærhed"),) if slug == "tema" else ()
    presenters = (Presenter("v/ Ida Vester, konsulent"),) if slug == "tema" else ()
    item = AgendaItem(
        id="one", meeting_id="m", sort=1, title="Nabohjælp", theme_id="t" if theme else None, presenters=presenters
    )
    sections = standard_sections(style, BOARD, ItemKind.ITEM)
    if slug != "tema":
        sections = (
            placed(sections, new_section(style, SectionKind.ATTACHMENTS), style) if not _papers(sections) else sections
        )
    filled = tuple(_filled(one) for one in sections)
    points = [
        RecommendationPoint(id=f"r{at}", meeting_id="m", item_id="one", block_id=block.id, sort=at)
        for section in filled
        if section.kind is SectionKind.RECOMMENDATION
        for at, block in enumerate(block for block in section.blocks if block.kind is BlockKind.BULLET)
    ]
    papers = [
        Attachment(id=f"a{at}", meeting_id="m", item_id="one", sort=at, title=title)
        for at, title in enumerate(("Forslag til nabohjælp", "Kort over Egeby"))
    ]
    return [
        *theme,
        item,
        ItemText(id="one", meeting_id="m", sections=filled),
        *points,
        *(papers if slug != "tema" else ()),
    ]


def _papers(sections):
    return any(section.kind is SectionKind.ATTACHMENTS for section in sections)


def _filled(section):
    if section.kind is SectionKind.RECOMMENDATION:
        points = (paragraph(words, BlockKind.BULLET) for words in POINTS)
        return replace(section, blocks=(*section.blocks, *points))
    return replace(section, blocks=tuple(paragraph(words) for words in TEXTS.get(section.kind, ())))


def exported(records, target):
    """A copy with everything that a house prints, also addresses and initials, which are not published."""
    job = prepare(records, "m", created=CREATED, kind=Kind.REVIEW_LIBREOFFICE)
    target.write_bytes(build(job, number_pages=False))
    return target


def printed(path):
    """The lines of a Word file: paragraphs, rows of tables with a bar between the cells."""
    lines = []
    for one in read_source(path).paragraphs:
        if one.table is None:
            lines += one.flat.split("\n")
        else:
            lines += [" | ".join(" / ".join(b.text for b in cell.blocks) for cell in row) for row in one.table.rows]
    return lines
