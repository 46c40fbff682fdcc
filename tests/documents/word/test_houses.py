"""The five houses that come with the program print what such houses print, and are read again as what they were."""

from dataclasses import replace

import pytest

from referatdesk.documents.reading.reader import read_draft
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, ItemKind, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Theme
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import plain_text
from referatdesk.services.board.house_styles import builtin_style
from referatdesk.services.intake.answers import Answers
from referatdesk.services.intake.importing import draft_to_change
from tests.documents.word.house_meetings import BOARD, HOUSES, MEETING, TEXTS, exported, held_meeting, printed

CASE = TEXTS[SectionKind.CASE_TEXT][0]
TALK = TEXTS[SectionKind.MINUTES][0]
POINTS = ["Godkender forslaget om nabohjælp.", "Drøfter, hvordan flere kan være med."]
PAPERS = ["Forslag til nabohjælp", "Kort over Egeby"]
PAGES = {
    "sagsfremstilling": [
        "REFERAT Sundhedsråd Østfjord d. 04-02-2027",
        "Mødedato Torsdag d. 4. februar 2027 kl. 17:30 – 19:00",
        "Mødested Rådhuset i Egeby, lokale 2",
        "Mødedeltagere Sanne Brix, direktør, Klitved Kommune; Palle Nørre, Egeby Kommune (Fravær); "
        "Merete Aaby, Region Fjordland; Ida Vester, konsulent, Egeby Kommune",
        "Referent Ida Vester",
        "Indholdsfortegnelse",
        "Punkt 1: Nabohjælp",
        "Punkt 2: Eventuelt",
        "Punkt 1: Nabohjælp",
        "Resumé",
        "Forslag om nabohjælp i Egeby.",
        "Sagsfremstilling",
        CASE,
        "Klimavurdering",
        "Der er ikke foretaget klimavurdering.",
        "Indstilling",
        "Det indstilles, at Sundhedsråd Østfjord:",
        *POINTS,
        "Beslutning i Sundhedsråd Østfjord den 04-02-2027",
        "Forslaget blev godkendt.",
        "Bilag",
        *PAPERS,
        "Fraværende Palle Nørre, Egeby Kommune",
        "Punkt 2: Eventuelt",
        "Beslutning i Sundhedsråd Østfjord den 04-02-2027",
        "Intet at bemærke.",
    ],
    "tema": [
        "Egeby februar 2027",
        "Referat af møde i Sundhedsråd Østfjord",
        "Tidspunkt: torsdag den 4. februar 2027 kl. 17.30 – 19.00.",
        "Sted: Rådhuset i Egeby, lokale 2",
        "Deltagere: Ida Vester, konsulent, Egeby Kommune",
        "Afbud: Palle Nørre, Egeby Kommune",
        "Tema: Nærhed",
        "Punkt 1: Nabohjælp",
        "v/ Ida Vester, konsulent",
        "Referat",
        TALK,
        "Punkt 2: Eventuelt",
        "Referat",
        "Intet at bemærke.",
        "Referat IV",
    ],
    "deltagerpunkt": [
        "Referat møde Sundhedsråd Østfjord 4. februar 2027",
        "Tid: kl. 17.30 – 19.00",
        "Sted: Rådhuset i Egeby, lokale 2",
        "Referent: Ida Vester",
        "1 – Deltagere",
        "Fra kommunerne:",
        "Direktør Sanne Brix, Klitved Kommune",
        "Fra Region Fjordland:",
        "Merete Aaby",
        "Administrativt:",
        "Konsulent Ida Vester, Egeby Kommune",
        "Afbud:",
        "Palle Nørre, Egeby Kommune, palle@egeby.example",
        "2 – Nabohjælp",
        CASE,
        "Indstilling",
        "Det indstilles, at Sundhedsråd Østfjord:",
        *POINTS,
        "Bilag",
        *PAPERS,
        "Referat",
        TALK,
        "3 – Eventuelt",
        "Referat",
        "Intet at bemærke.",
    ],
    "brevhoved": [
        "Sundhedssekretariatet",
        "Init.: IV",
        "Referat",
        "Møde | Sundhedsråd Østfjord",
        "Tid | 4. februar 2027 kl. 17.30-19.00",
        "Sted | Rådhuset i Egeby, lokale 2",
        "Deltagere | Sanne Brix – direktør Klitved Kommune\nMerete Aaby – Region Fjordland\n"
        "Ida Vester – konsulent Egeby Kommune (sekretariat)",
        "Afbud | Palle Nørre, Egeby Kommune",
        "Sagsnr./Dok.nr. | 27/104 / 27/104-3",
        "Referent | Ida Vester",
        "1. Nabohjælp",
        CASE,
        "Indstilling:",
        *POINTS,
        "Bilag:",
        *PAPERS,
        "Referat:",
        TALK,
        "2. Eventuelt",
        "Referat:",
        "Intet at bemærke.",
    ],
    "grupper": [
        "Referat",
        "Sundhedsråd Østfjord",
        "Mødedato: 4. februar 2027",
        "Mødet påbegyndt: kl. 17:30",
        "Mødet afsluttet: kl. 19:00",
        "Mødested: Rådhuset i Egeby, lokale 2",
        "Referent: Ida Vester",
        "Deltagere",
        "Fra kommunerne",
        "Sanne Brix, direktør, Klitved Kommune",
        "Palle Nørre, Egeby Kommune (afbud)",
        "Fra Region Fjordland",
        "Merete Aaby",
        "Administrativt",
        "Ida Vester, konsulent, Egeby Kommune",
        "1) Nabohjælp",
        CASE,
        "Indstilling:",
        "Det indstilles, at Sundhedsråd Østfjord",
        *POINTS,
        "Bilag",
        *PAPERS,
        "Referat",
        TALK,
        "2) Eventuelt",
        "Referat",
        "Intet at bemærke.",
    ],
}


@pytest.mark.parametrize("slug", HOUSES)
def test_a_house_prints_its_own_labels_forms_and_order(slug, tmp_path):
    assert printed(exported(held_meeting(slug), tmp_path / "a.docx")) == PAGES[slug]


def read_again(path):
    draft = read_draft(path)
    records = RecordSet()
    change, _ = draft_to_change(records, draft, answers=Answers(board_name=draft.head.board))
    records.apply(change.pairs)
    return draft, records


def facts(records):
    (meeting,) = records.all(Meeting)
    begun, ended = meeting.start_actual or meeting.start_planned, meeting.end_actual or meeting.end_planned
    return records.all(Board)[0].name, meeting.date, begun, ended, meeting.place, meeting.case_no, meeting.doc_no


def listed(records):
    return {
        (one.name, (one.title or "").casefold(), one.organisation, "absent" in one.status)
        for one in records.all(Attendance)
    }


def agenda(records):
    found = []
    for item in sorted(records.all(AgendaItem), key=lambda one: one.sort):
        sections = records.text(item.id).sections
        told = [(one.kind, one.label, one.colon, plain_text(one.blocks)) for one in sections if plain_text(one.blocks)]
        papers = [one.title for one in records.all(Attachment) if one.item_id == item.id]
        found.append((item.title, item.kind, tuple(one.raw for one in item.presenters), told, papers))
    return found


@pytest.mark.parametrize("slug", HOUSES)
def test_what_a_house_prints_is_read_again_as_the_same_meeting(slug, tmp_path):
    held = held_meeting(slug)
    draft, records = read_again(exported(held, tmp_path / "a.docx"))
    assert draft.style == slug
    assert facts(records) == facts(held)
    assert listed(records) == listed(held)
    assert [one.title for one in records.all(Theme)] == [one.title for one in held.all(Theme)]
    own, again = agenda(held), agenda(records)
    if builtin_style(slug).attendance_form is AttendanceForm.ITEM:
        assert own[0][:2] == again[0][:2]
        own, again = own[1:], again[1:]
    assert [one[:3] for one in again] == [one[:3] for one in own]
    assert [one[3:] for one in again] == [one[3:] for one in own]


@pytest.mark.parametrize("slug", HOUSES)
def test_a_board_first_read_in_a_house_prints_as_that_house(slug, tmp_path):
    _, records = read_again(exported(held_meeting(slug), tmp_path / "a.docx"))
    (style,) = records.all(HouseStyle)
    built_in = builtin_style(slug)
    same = ("template", "attendance_form", "item_heading", "header_date_pattern", "time_pattern", "title_pattern")
    assert {name: getattr(style, name) for name in same} == {name: getattr(built_in, name) for name in same}
    labels = [(form.kind, form.label, form.colon) for form in style.sections if form.standard]
    assert labels == [
        (form.kind, form.label, form.colon) for form in built_in.sections if form in style.sections and form.standard
    ]


@pytest.mark.parametrize("slug", HOUSES)
def test_a_meeting_of_which_little_is_known_leaves_no_label_alone(slug, tmp_path):
    style = replace(builtin_style(slug), id="style")
    bare = RecordSet(
        [
            style,
            BOARD,
            Meeting(id="m", board_id="board", date=MEETING.date),
            AgendaItem(id="one", meeting_id="m", title="Nabohjælp"),
            ItemText(id="one", meeting_id="m", sections=held_meeting(slug).text("one").sections[:0]),
        ]
    )
    lines = printed(exported(bare, tmp_path / "a.docx"))
    assert all(line.strip() for line in lines)
    assert not [line for line in lines if line.rstrip().endswith((":", "|"))]
    assert lines[-1].endswith("Nabohjælp")
    assert len(lines) <= len(PAGES[slug]) / 2


@pytest.mark.parametrize("slug", HOUSES)
def test_those_present_are_told_once_where_an_item_of_the_agenda_tells_them(slug, tmp_path):
    opening = (
        AgendaItem(id="who", meeting_id="m", sort=0, kind=ItemKind.ATTENDANCE, title="Deltagere"),
        ItemText(id="who", meeting_id="m"),
    )
    lines = printed(exported(held_meeting(slug, *opening), tmp_path / "a.docx"))
    telling = [
        at
        for at, line in enumerate(lines)
        if ("Ida Vester, " in line and "Egeby Kommune" in line) or "Ida Vester – " in line
    ]
    assert len(telling) == 1
    heading = next(at for at, line in enumerate(lines) if line.endswith("Deltagere") and line != "Deltagere")
    assert telling[0] > heading


def test_nobody_away_is_said_in_a_letters_head(tmp_path):
    records = held_meeting("brevhoved")
    here = [replace(one, status=AttendanceStatus.PRESENT) for one in records.all(Attendance)]
    lines = printed(exported(held_meeting("brevhoved", *here), tmp_path / "a.docx"))
    assert "Afbud | -" in lines
