"""An agenda becomes a planned meeting, and a revised one is taken over piece by piece."""

from dataclasses import replace

import pytest

from referatdesk.documents.reading.draft import DraftPerson, DraftTheme
from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import (
    AttendanceStatus,
    ItemStatus,
    MeetingStatus,
    Outcome,
    SectionKind,
    Treatment,
)
from referatdesk.domain.decisions import Attachment, Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Presenter, Theme
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.decision import decisions
from referatdesk.services.intake.importing import Original, draft_to_change
from referatdesk.services.item import texts
from referatdesk.services.merge.agenda_merge import DifferenceKind, differences, merge
from referatdesk.services.order import by_sort
from referatdesk.services.presence import attendance
from tests.services.fictional_archive import DOCUMENT
from tests.services.read_drafts import at, draft, item, papers, points, section

CASE = SectionKind.CASE_TEXT


def first_agenda():
    return draft(
        item("Godkendelse af dagsorden", figure="1"),
        item(
            "Lægehus i Egeby",
            section(CASE, "Huset bygges i 2028.", "Det koster 4 mio. kr."),
            points("godkender planen", "afsætter midler"),
            papers("Plan for lægehuset", "Tegninger"),
            figure="2",
            case_no="23/1493",
        ),
        item("Budget 2028", section(CASE, "Rammen er uændret."), figure="3"),
        item("Eventuelt", figure="4"),
        is_agenda=True,
        people=(
            DraftPerson(name="Merete Aaby", place=at(2)),
            DraftPerson(name="Aksel Ravn Lund", place=at(3), status=AttendanceStatus.ABSENT_NOTIFIED),
        ),
        head={"start": "16:00", "place": "Rådhuset"},
    )


@pytest.fixture
def planned(apply):
    """The archive with the first agenda, and the meeting's id."""
    records = RecordSet()
    change, meeting_id = draft_to_change(records, first_agenda())
    apply(records, change)
    return records, meeting_id


def titles(records):
    return [one.title for one in in_order(records.all(AgendaItem))]


def named(records, title):
    return next(one for one in records.all(AgendaItem) if one.title == title)


def seen(records, meeting_id, revised):
    return [(one.kind, one.title) for one in differences(records, meeting_id, revised)]


def revised(*items, **more):
    before = first_agenda()
    return replace(before, items=items or before.items, **more)


def test_an_agenda_becomes_a_planned_meeting_in_which_nobody_is_there_yet(planned):
    records, meeting_id = planned
    assert records.get(Meeting, meeting_id).status is MeetingStatus.AGENDA_SENT
    assert [one.status for one in by_sort(records.all(Attendance))] == [
        AttendanceStatus.UNKNOWN,
        AttendanceStatus.ABSENT_NOTIFIED,
    ]
    assert {one.status for one in records.all(AgendaItem)} == {ItemStatus.NOT_BEGUN}
    assert records.all(Decision) == []


def test_every_item_of_an_agenda_has_a_place_for_what_will_be_decided(planned):
    records, _ = planned
    for text in records.all(ItemText):
        (ready,) = text.of_kind(SectionKind.DECISION)
        assert ready.blocks == ()


def test_the_same_agenda_again_differs_in_nothing(planned):
    records, meeting_id = planned
    assert differences(records, meeting_id, first_agenda()) == ()
    assert not merge(records, meeting_id, first_agenda(), ())


def test_with_what_is_taken_over_the_file_comes_in_once(planned, apply):
    records, meeting_id = planned
    opening, _, _, closing = first_agenda().items
    again, original = revised(opening, closing), Original("dagsorden.docx", DOCUMENT.sha256, 5, DOCUMENT.data)
    found = differences(records, meeting_id, again)
    assert not merge(records, meeting_id, again, (), original)
    first = apply(records, merge(records, meeting_id, again, found[:1], original))
    assert first.contents == (DOCUMENT,)
    apply(records, merge(records, meeting_id, again, found[1:], original))
    (file,) = records.all(SourceFile)
    assert (file.name, file.sha256, file.meeting_id, file.kept) == (
        "dagsorden.docx",
        DOCUMENT.sha256,
        meeting_id,
        True,
    )


def test_each_difference_is_named_in_the_order_of_the_revised_agenda(planned):
    records, meeting_id = planned
    opening, house, budget, closing = first_agenda().items
    other = replace(house, sections=(section(CASE, "Huset bygges i 2029."), *house.sections[1:]))
    again = revised(opening, item("Ny aftale om akutbiler", figure="2"), replace(budget, figure="3"), other, closing)
    assert seen(records, meeting_id, again) == [
        (DifferenceKind.NEW, "Ny aftale om akutbiler"),
        (DifferenceKind.CHANGED, "Lægehus i Egeby"),
        (DifferenceKind.MOVED, "Lægehus i Egeby"),
    ]


def test_all_accepted_makes_the_meeting_the_revised_agenda(planned, apply):
    records, meeting_id = planned
    opening, house, _, closing = first_agenda().items
    other = replace(
        house, title="Lægehus i Egeby Nord", sections=(section(CASE, "Nu i 2029."), papers("Tegninger", "Nyt"))
    )
    again = revised(closing, item("Ny aftale", section(CASE, "Tekst."), figure="2"), other, opening)
    apply(records, merge(records, meeting_id, again, differences(records, meeting_id, again)))
    assert titles(records) == ["Eventuelt", "Ny aftale", "Lægehus i Egeby Nord", "Godkendelse af dagsorden"]
    assert differences(records, meeting_id, again) == ()
    house_now = named(records, "Lægehus i Egeby Nord")
    listed = by_sort(one for one in records.all(Attachment) if one.item_id == house_now.id)
    assert [one.title for one in listed] == ["Tegninger", "Nyt"]


def test_what_is_not_accepted_stays(planned, apply):
    records, meeting_id = planned
    opening, house, _, closing = first_agenda().items
    again = revised(opening, item("Ny aftale", figure="2"), replace(house, case_no="24/1"), closing)
    listed = differences(records, meeting_id, again)
    assert [one.kind for one in listed] == [DifferenceKind.NEW, DifferenceKind.CHANGED, DifferenceKind.REMOVED]
    apply(records, merge(records, meeting_id, again, listed[:1]))
    assert titles(records) == [
        "Godkendelse af dagsorden",
        "Ny aftale",
        "Lægehus i Egeby",
        "Budget 2028",
        "Eventuelt",
    ]
    assert named(records, "Lægehus i Egeby").case_no == "23/1493"


def test_notes_already_written_are_never_touched(planned, apply):
    records, meeting_id = planned
    house = named(records, "Lægehus i Egeby")
    apply(records, decisions.set_outcome(records, house.id, Outcome.APPROVED))
    (decided,) = records.text(house.id).of_kind(SectionKind.DECISION)
    opening, read, budget, closing = first_agenda().items
    other = replace(read, sections=(section(CASE, "Nu i 2029."),))
    again = revised(opening, other, budget, closing)
    listed = differences(records, meeting_id, again)
    assert [(one.kind, one.has_notes) for one in listed] == [(DifferenceKind.CHANGED, True)]
    apply(records, merge(records, meeting_id, again, listed))
    (after,) = records.text(house.id).of_kind(SectionKind.DECISION)
    assert after == decided
    assert [one.outcome for one in records.all(Decision)] == [Outcome.APPROVED]
    assert plain_text(records.text(house.id).of_kind(CASE)[0].blocks) == "Nu i 2029."


def test_an_item_with_notes_that_is_no_longer_on_the_agenda_is_only_marked(planned, apply):
    records, meeting_id = planned
    budget = named(records, "Budget 2028")
    (ready,) = records.text(budget.id).of_kind(SectionKind.DECISION)
    apply(records, texts.set_blocks(records, budget.id, ready.id, (paragraph("Drøftet i dag."),)))
    opening, house, _, closing = first_agenda().items
    again = revised(opening, house, closing)
    listed = differences(records, meeting_id, again)
    assert [(one.kind, one.has_notes) for one in listed] == [(DifferenceKind.REMOVED, True)]
    apply(records, merge(records, meeting_id, again, listed))
    assert named(records, "Budget 2028").status is ItemStatus.WITHDRAWN
    assert differences(records, meeting_id, again) == ()


def test_points_whose_words_stay_keep_what_was_decided_of_them(planned, apply):
    records, meeting_id = planned
    house = named(records, "Lægehus i Egeby")
    first, second = by_sort(records.all(RecommendationPoint))
    apply(records, decisions.set_point_outcome(records, first.id, Outcome.APPROVED))
    opening, read, budget, closing = first_agenda().items
    changed = points("godkender planen", "beder om en ny tegning")
    again = revised(opening, replace(read, sections=(read.sections[0], changed, read.sections[2])), budget, closing)
    apply(records, merge(records, meeting_id, again, differences(records, meeting_id, again)))
    now = by_sort(one for one in records.all(RecommendationPoint) if one.item_id == house.id)
    assert now[0] == first
    assert second not in now
    assert [one.point_id for one in records.all(PointOutcome)] == [first.id]


def test_a_new_room_and_time_are_one_difference_of_the_head(planned, apply):
    records, meeting_id = planned
    before = first_agenda()
    again = replace(before, head=replace(before.head, start="17:30", time_raw="kl. 17.30", place="Kulturhuset"))
    (only,) = differences(records, meeting_id, again)
    assert (only.kind, only.before, only.after) == (DifferenceKind.HEAD, "16:00\nRådhuset", "17:30\nKulturhuset")
    apply(records, merge(records, meeting_id, again, [only]))
    meeting = records.get(Meeting, meeting_id)
    assert (meeting.start_planned, meeting.time_raw, meeting.place) == ("17:30", "kl. 17.30", "Kulturhuset")


def test_sub_items_themes_and_presenters_of_a_new_item_come_along(planned, apply):
    records, meeting_id = planned
    opening, house, budget, closing = first_agenda().items
    child = item("Oplæg", section(CASE, "Om tallene."), presenters=(Presenter("v/ Ida Vester", "Ida Vester"),))
    new = item("Tal for året", figure="3", theme=0, children=(child,), treatment=Treatment.DISCUSSION)
    again = revised(opening, house, new, budget, closing, themes=(DraftTheme(title="Økonomi", place=at(9)),))
    apply(records, merge(records, meeting_id, again, differences(records, meeting_id, again)))
    (theme,) = records.all(Theme)
    added, below = named(records, "Tal for året"), named(records, "Oplæg")
    assert (added.theme_id, added.treatment, below.parent_id) == (theme.id, Treatment.DISCUSSION, added.id)
    assert [one.raw for one in below.presenters] == ["v/ Ida Vester"]
    assert differences(records, meeting_id, again) == ()


def people(records):
    return [(one.name, one.organisation, one.status) for one in by_sort(records.all(Attendance))]


UNKNOWN, AWAY = AttendanceStatus.UNKNOWN, AttendanceStatus.ABSENT_NOTIFIED


def with_other_people():
    return revised(
        people=(
            DraftPerson(name="Merete Aaby", place=at(2), organisation="Egeby Kommune", status=AWAY),
            DraftPerson(name="Ida Vester", place=at(4), organisation="Region Fjordland"),
        )
    )


def test_who_is_invited_is_compared_too(planned, apply):
    records, meeting_id = planned
    found = differences(records, meeting_id, with_other_people())
    assert [(one.kind, one.title) for one in found] == [
        (DifferenceKind.INVITED, "Ida Vester"),
        (DifferenceKind.PERSON, "Merete Aaby"),
        (DifferenceKind.UNINVITED, "Aksel Ravn Lund"),
    ]
    apply(records, merge(records, meeting_id, with_other_people(), found))
    assert people(records) == [
        ("Merete Aaby", "Egeby Kommune", AWAY),
        ("Ida Vester", "Region Fjordland", UNKNOWN),
    ]
    assert differences(records, meeting_id, with_other_people()) == ()


def test_people_who_are_not_accepted_stay_as_they_are(planned, apply):
    records, meeting_id = planned
    before = people(records)
    new, *_others = differences(records, meeting_id, with_other_people())
    apply(records, merge(records, meeting_id, with_other_people(), [new]))
    assert people(records) == [*before, ("Ida Vester", "Region Fjordland", UNKNOWN)]


def test_an_agenda_without_a_list_of_people_takes_nobody_away(planned):
    records, meeting_id = planned
    assert differences(records, meeting_id, revised(people=())) == ()


def test_somebody_who_came_is_neither_taken_away_nor_made_absent(planned, apply):
    records, meeting_id = planned
    for one in records.all(Attendance):
        apply(records, attendance.set_status(records, one.id, AttendanceStatus.PRESENT))
    found = differences(records, meeting_id, with_other_people())
    assert DifferenceKind.UNINVITED not in {one.kind for one in found}
    apply(records, merge(records, meeting_id, with_other_people(), found))
    assert {status for name, _, status in people(records) if name != "Ida Vester"} == {AttendanceStatus.PRESENT}
