"""From the records of a meeting to what a template prints."""

from dataclasses import replace

from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import ItemAttendance, ItemText, Meeting
from referatdesk.domain.richtext import plain_text
from referatdesk.services.gathering.meeting import gather
from tests.services.printed_meeting import DECISION, MEETING, PEOPLE, TEXTS, block, item, printed_meeting, section


def values(*others):
    return gather(printed_meeting(*others), "m")


def head(*others):
    return values(*others).fields


def points(*others):
    return values(*others).repeats["punkter"]


def sections(scope):
    """Heading and words of each section that is printed."""
    return [
        (
            one.fields["afsnit.overskrift"] or one.fields["afsnit.underoverskrift"] or one.fields["afsnit.etiket"],
            plain_text((*one.fields["afsnit.linje"], *one.fields["afsnit.tekst"]))
            or [paper.fields["bilag.titel"] for paper in one.repeats["bilag"]],
        )
        for one in scope.repeats["afsnit"]
    ]


def test_the_head_is_printed_in_the_style_of_the_house():
    fields = head()
    assert fields["møde.titel"] == "REFERAT Sundhedsråd Østfjord d. 04-02-2027"
    assert fields["møde.tidspunkt"] == "Torsdag d. 4. februar 2027 kl. 17:30"
    assert fields["møde.deltagere"] == (
        "Merete Aaby, V, Palle Nørre, Egeby Kommune (Fravær), Sanne Brix, A (ankom kl. 17:45), "
        "Ida Vester, Klitved Kommune"
    )
    assert fields["møde.referent"] == "Ida Vester"
    assert fields["møde.indhold"] == "Indholdsfortegnelse"


def test_items_come_as_they_are_read_with_the_theme_over_the_first():
    names = ("punkt.overskrift", "punkt.underoverskrift", "punkt.tema")
    found = [tuple(one.fields[name] for name in names) for one in points()]
    assert found == [
        ("Punkt 1: Nabohjælp", None, "Tema: Nærhed"),
        (None, "Punkt 1.1: Oplæg om stier", None),
        ("Punkt 2: Eventuelt", None, None),
    ]


def test_sections_stand_in_the_items_own_order_and_empty_ones_are_not_printed():
    printed = sections(points()[0])
    assert [label for label, _ in printed] == [
        "Resumé",
        "Sagsfremstilling",
        "Indstilling",
        "Beslutning i Sundhedsråd Østfjord den 04-02-2027",
        "Bilag",
        "Fraværende",
    ]
    assert printed[-2][1] == ["Forslag til nabohjælp.pdf", "Bilag 2: Kort over stier"]
    assert printed[-1][1] == "Palle Nørre, Egeby Kommune"


def test_an_opening_without_points_is_no_recommendation():
    assert "Indstilling" not in [label for label, _ in sections(points()[2])]


def test_papers_and_absences_without_a_section_get_the_houses_own():
    assert sections(points()[2]) == [
        ("Bilag", ["Kalender"]),
        ("Fraværende", "Palle Nørre, Egeby Kommune, Sanne Brix, A (inhabil)"),
    ]


def test_the_absent_at_the_meeting_are_named_at_an_item_only_where_its_section_stands():
    assert [label for label, _ in sections(points()[1])] == ["Beslutning i Sundhedsråd Østfjord den 04-02-2027"]


def test_words_in_the_section_of_the_absent_are_printed_in_place_of_the_rule():
    said = section(SectionKind.ABSENTEES, "Fraværende", block("a", "Ingen"), inline=True)
    assert sections(points(replace(TEXTS[0], sections=(said,)))[0])[-1] == ("Fraværende", "Ingen")


def test_an_absence_that_is_not_to_be_shown_is_not():
    hidden = ItemAttendance(
        id="x",
        meeting_id="m",
        item_id="one",
        attendance_id="p1",
        status=AttendanceStatus.ABSENT,
        shown_on_item=False,
    )
    assert "Fraværende" not in [label for label, _ in sections(points(hidden)[0])]


def test_a_decision_of_another_board_says_so_in_its_label():
    decided = section(SectionKind.DECISION, DECISION, block("d", "Anbefales."))
    elsewhere = Decision(
        id="d", meeting_id="m", item_id="two", section_id=decided.id, board_name="Klynge Klitved", date="2027-01-12"
    )
    text = ItemText(id="two", meeting_id="m", sections=(decided,))
    assert sections(points(elsewhere, text)[2])[0][0] == "Beslutning i Klynge Klitved den 12-01-2027"


def test_sections_can_be_asked_for_by_kind():
    first = points()[0]
    assert plain_text(first.fields["punkt.beslutning"]) == "Godkendt."
    assert "punkt.økonomi" not in first.fields


def test_what_was_read_is_printed_as_it_stood():
    read = replace(MEETING, title="Referat fra Østfjord", date_raw="torsdag den 4/2-27", time_raw="kl. halv seks")
    assert head(read)["møde.titel"] == "Referat fra Østfjord"
    assert head(read)["møde.tidspunkt"] == "torsdag den 4/2-27 kl. halv seks"
    away = replace(PEOPLE[1], status_raw="(meldt fra)")
    assert "Palle Nørre, Egeby Kommune (meldt fra)" in head(away)["møde.deltagere"]


def test_a_meeting_of_which_nothing_is_known_yet_can_be_printed():
    bare = gather(printed_meeting(Meeting(id="bare", board_id="board")), "bare")
    assert bare.fields["møde.titel"] == "REFERAT Sundhedsråd Østfjord"
    assert not bare.fields["møde.tidspunkt"]
    assert bare.fields["møde.indhold"] is None
    assert bare.repeats["punkter"] == []


def test_persons_can_be_listed_one_by_one_and_in_groups():
    grouped = [replace(one, group_label="Kommuner" if one.organisation else "Region") for one in PEOPLE]
    groups = values(*grouped).repeats["grupper"]
    assert [one.fields["gruppe.navn"] for one in groups] == ["Region", "Kommuner"]
    assert [one.fields["deltager.fremmøde"] for one in groups[1].repeats["deltagere"]] == ["(Fravær)", ""]


def test_an_item_without_a_number_is_headed_by_its_title():
    loose = item("two", 1, "Oplæg", number_auto=False, title_prefix="Tema")
    assert points(loose)[2].fields["punkt.overskrift"] == "Tema: Oplæg"
