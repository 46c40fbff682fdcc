"""Heads as real minutes and agendas print them: every fact in its field, every line kept."""

from dataclasses import fields
from textwrap import dedent

import pytest

from referatdesk.documents.reading.head.head import read_head
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.domain.richtext import Run
from tests.documents.reading.people_forms import head_of, one, table, told

HEADS = {
    "lines with colons under an address": (
        """\
        Klitved Kommune
        Rådhustorvet 1
        9999 Klitved

        Sundhedsudvalget
        Referat

        Dato: Torsdag den 4. februar 2027
        Tid: 16.00 - 18.30
        Sted: Rådhuset, mødelokale 3
        Afbud: Ingen
        Referent: Ida Vester
        """,
        {
            "title": "Referat",
            "board": "Sundhedsudvalget",
            "date": "2027-02-04",
            "date_raw": "Torsdag den 4. februar 2027",
            "start": "16:00",
            "end": "18:30",
            "time_raw": "16.00 - 18.30",
            "place": "Rådhuset, mødelokale 3",
            "recorder": "Ida Vester",
            "sender_unit": "Klitved Kommune",
            "sender_address": "Rådhustorvet 1, 9999 Klitved",
            "stated_none": ("Afbud",),
        },
    ),
    "all in the title": (
        """\
        Referat fra ekstraordinært møde i Egeby Byråd torsdag d. 4. februar 2027 kl. 17.00 i salen

        Mødet hævet kl. 18.45
        """,
        {
            "title": "Referat fra ekstraordinært møde i Egeby Byråd torsdag d. 4. februar 2027 kl. 17.00 i salen",
            "board": "Egeby Byråd",
            "kind": "extraordinary",
            "date": "2027-02-04",
            "start": "17:00",
            "end_actual": "18:45",
            "place": "salen",
        },
    ),
    "several labels in one line": (
        "Økonomiudvalget - Referat\n\nDato: 04-02-2027 Tid: 16:00 Sted: Mødelokale 1",
        {
            "title": "Økonomiudvalget - Referat",
            "board": "Økonomiudvalget",
            "date": "2027-02-04",
            "date_raw": "04-02-2027",
            "start": "16:00",
            "time_raw": "16:00",
            "place": "Mødelokale 1",
        },
    ),
    "a day without its year": (
        "Referat politisk møde Sundhedsråd Østfjord 10. maj",
        {
            "title": "Referat politisk møde Sundhedsråd Østfjord 10. maj",
            "board": "Sundhedsråd Østfjord",
            "date": "--05-10",
        },
    ),
    "when it really began and ended": (
        """\
        REFERAT

        Sundhedsråd Østfjord

        Mødedato: 4. februar 2027
        Mødet påbegyndt: kl. 12:30
        Mødet afsluttet: kl. 14:30
        Mødested: Fjordhuset, 2. sal, lokale 469
        """,
        {
            "title": "REFERAT",
            "board": "Sundhedsråd Østfjord",
            "date": "2027-02-04",
            "date_raw": "4. februar 2027",
            "start_actual": "12:30",
            "end_actual": "14:30",
            "place": "Fjordhuset, 2. sal, lokale 469",
        },
    ),
    "time and place in one line of an agenda": (
        """\
        Dagsorden til møde i Klitved Seniorråd

        Tid og sted: Onsdag d. 3. marts 2027 kl. 9.30-12.00, Aktivitetshuset, Søndergade 4
        """,
        {
            "title": "Dagsorden til møde i Klitved Seniorråd",
            "board": "Klitved Seniorråd",
            "date": "2027-03-03",
            "date_raw": "Onsdag d. 3. marts 2027",
            "start": "09:30",
            "end": "12:00",
            "time_raw": "kl. 9.30-12.00",
            "place": "Aktivitetshuset, Søndergade 4",
        },
    ),
    "numbers of case and document": (
        """\
        Møde i Hovedudvalget den 4. februar 2027

        kl. 13.00-15.00 på Teams

        Sagsnr.: 27/1234
        Dok.nr.: 27/1234-5
        """,
        {
            "title": "Møde i Hovedudvalget den 4. februar 2027",
            "board": "Hovedudvalget",
            "date": "2027-02-04",
            "start": "13:00",
            "end": "15:00",
            "time_raw": "kl. 13.00-15.00",
            "place": "Teams",
            "virtual": True,
            "case_no": "27/1234",
            "doc_no": "27/1234-5",
        },
    ),
    "written on another day": (
        "Egeby, den 9. februar 2027\n\nBeslutningsreferat fra Børne- og Ungeudvalgets møde mandag den 8. februar 2027",
        {
            "title": "Beslutningsreferat fra Børne- og Ungeudvalgets møde mandag den 8. februar 2027",
            "board": "Børne- og Ungeudvalget",
            "date": "2027-02-08",
            "written_place": "Egeby",
            "written_month": "9. februar 2027",
        },
    ),
    "written in a month": (
        "Klitved marts 2027\n\nReferat af møde i Den Fælles Klynge\n\n"
        "Tidspunkt: fredag den 5. februar 2027 kl. 9.00 – 11.15.",
        {
            "title": "Referat af møde i Den Fælles Klynge",
            "board": "Den Fælles Klynge",
            "date": "2027-02-05",
            "date_raw": "fredag den 5. februar 2027",
            "start": "09:00",
            "end": "11:15",
            "time_raw": "kl. 9.00 – 11.15.",
            "written_place": "Klitved",
            "written_month": "marts 2027",
        },
    ),
    "nothing but lines without labels": (
        "Arbejdsgruppen for Digital Post\n4. februar 2027 kl. 10-12\nRådhuset, lokale B",
        {
            "title": "Arbejdsgruppen for Digital Post",
            "board": "Arbejdsgruppen for Digital Post",
            "date": "2027-02-04",
            "date_raw": "4. februar 2027",
            "start": "10:00",
            "end": "12:00",
            "time_raw": "kl. 10-12",
            "place": "Rådhuset, lokale B",
        },
    ),
    "the board above a numbered meeting": (
        "Sundhedsråd Østfjord\nReferat af 3. møde den 4/2-2027, kl. 15-17\n\n"
        "Mødet startede kl. 15.05 og sluttede kl. 16.50.",
        {
            "title": "Referat af 3. møde den 4/2-2027, kl. 15-17",
            "board": "Sundhedsråd Østfjord",
            "date": "2027-02-04",
            "start": "15:00",
            "end": "17:00",
            "start_actual": "15:05",
            "end_actual": "16:50",
        },
    ),
    "a constituting meeting": (
        """\
        Referat af konstituerende møde i Udvalget for Klima og Miljø, torsdag d. 2. december 2027 kl. 19.00 - 19.45
        Mødelokale: Byrådssalen
        Fraværende: -
        """,
        {
            "title": "Referat af konstituerende møde i Udvalget for Klima og Miljø, torsdag d. 2. december 2027 "
            "kl. 19.00 - 19.45",
            "board": "Udvalget for Klima og Miljø",
            "kind": "constituting",
            "date": "2027-12-02",
            "start": "19:00",
            "end": "19:45",
            "place": "Byrådssalen",
            "stated_none": ("Fraværende",),
        },
    ),
}


def filled(head):
    values = {field.name: getattr(head, field.name) for field in fields(head)}
    return {key: value for key, value in values.items() if value and key not in {"lines", "other_lines"}}


@pytest.mark.parametrize("form", HEADS)
def test_the_facts_of_a_head_are_read_exactly(form):
    text, expected = HEADS[form]
    assert filled(head_of(dedent(text)).head) == expected


@pytest.mark.parametrize("form", HEADS)
def test_no_line_of_a_head_is_lost(form):
    text = dedent(HEADS[form][0])
    head = head_of(text).head
    kept = f"{head.title} {' '.join(f'{line.label} {line.value}' for line in head.lines)}"
    assert {word.strip(":,") for word in text.split()} - {word.strip(":,") for word in kept.split()} == set()


def test_a_letterhead_table_parts_facts_people_and_sender():
    printed = table(
        "Møde|Klyngestyregruppe Østfjord|Sekretariat for Nære Tilbud",
        "Tid|18. december 2026 kl. 12.30-13.30|Strandvej 17 // 9999 Klitved",
        "Sted|TEAMS|Init.: MEAA",
        "Deltagere|Merete Aaby – direktør Klitved Kommune // Erik Dam - chefkonsulent Region Fjordland (sekretariat)|",
        "Afbud|-|",
        "Sagsnr./Dok.nr.|2026-003 / 2026-003-10|",
        "Referent|Erik Dam|",
    )
    title = SourceParagraph(runs=(Run("Referat"),), place=Place(1, 1), whole=True)
    read = read_head([title, SourceParagraph(runs=(), place=Place(2, 2), table=printed, whole=True)])
    assert filled(read.head) == {
        "title": "Referat",
        "board": "Klyngestyregruppe Østfjord",
        "date": "2026-12-18",
        "date_raw": "18. december 2026",
        "start": "12:30",
        "end": "13:30",
        "time_raw": "kl. 12.30-13.30",
        "place": "TEAMS",
        "virtual": True,
        "case_no": "2026-003",
        "doc_no": "2026-003-10",
        "recorder": "Erik Dam",
        "sender_unit": "Sekretariat for Nære Tilbud",
        "sender_address": "Strandvej 17 9999 Klitved",
        "sender_initials": "MEAA",
        "stated_none": ("Afbud",),
    }
    assert [told(person) for person in read.people] == [
        one("Merete Aaby", role="direktør", organisation="Klitved Kommune"),
        one(
            "Erik Dam",
            role="chefkonsulent",
            organisation="Region Fjordland",
            group="sekretariat",
            roles="secretariat minute_taker",
        ),
    ]
    labels = {line.label for line in read.head.lines if line.label}
    assert labels == {"Møde", "Tid", "Sted", "Init.", "Afbud", "Sagsnr./Dok.nr.", "Referent"}
    assert read.head.other_lines == ()


def test_whoever_led_the_meeting_was_there():
    read = head_of("Styregruppemøde\n\nMødeleder: Merete Aaby\nDeltagere: Erik Dam, Ida Vester\nReferent: Ida Vester")
    assert [told(person) for person in read.people] == [
        one("Merete Aaby", roles="meeting_leader"),
        one("Erik Dam"),
        one("Ida Vester", roles="minute_taker"),
    ]


def test_labels_nobody_knows_are_kept_with_their_values():
    head = head_of("Referat af møde i Egeby Byråd\n\nNæste møde: 4. maj 2027\nHøringsfrist: 1. marts 2027").head
    assert head.date is None
    assert [(line.label, line.value) for line in head.other_lines] == [
        ("Næste møde", "4. maj 2027"),
        ("Høringsfrist", "1. marts 2027"),
    ]


def test_people_without_a_label_are_people():
    read = head_of("Referat\nArbejdsgruppen\n\nMerete Aaby (formand)\nErik Dam, Egeby Kommune\nIda Vester, PLO")
    assert [person.name for person in read.people] == ["Merete Aaby", "Erik Dam", "Ida Vester"]


def test_all_there_is_kept_and_in_doubt():
    read = head_of("Referat af møde i Egeby Byråd d. 4. februar 2027\n\nTil stede: Hele byrådet")
    assert [(line.label, line.value) for line in read.head.lines] == [("Til stede", "Hele byrådet")]
    assert [doubt.code for doubt in read.doubts] == ["people.all_present"]
