from dataclasses import replace

import pytest

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Pair
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, MeetingStatus, SectionKind, Treatment
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting, Theme
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.richtext import plain_text
from referatdesk.services import meetings
from referatdesk.services.errors import UserError
from referatdesk.services.item import agenda


def order(records):
    return [item.id for item in in_order(records.all(AgendaItem))]


def top_sorts(records):
    return sorted(item.sort for item in records.all(AgendaItem) if item.parent_id is None)


def item(records, item_id):
    return records.get(AgendaItem, item_id)


def test_a_new_item_has_the_standard_sections_of_the_house_in_its_order(records, apply):
    change, new = agenda.add_item(records, "meeting", "Ny aftale")
    apply(records, change)
    sections = records.text(new).sections
    assert [section.kind for section in sections] == [
        SectionKind.SUMMARY,
        SectionKind.CASE_TEXT,
        SectionKind.RECOMMENDATION,
        SectionKind.DECISION,
        SectionKind.ATTACHMENTS,
        SectionKind.ABSENTEES,
    ]
    assert [section.label for section in sections][2:4] == ["Indstilling", "Beslutning i {board} den {date}"]
    assert (sections[2].colon, sections[5].inline) == (True, True)


def test_a_new_item_opens_its_recommendation_with_the_lead_in_of_the_house(records, apply):
    change, new = agenda.add_item(records, "meeting", "Ny aftale")
    apply(records, change)
    text = records.text(new)
    assert plain_text(text.of_kind(SectionKind.RECOMMENDATION)[0].blocks) == "Det indstilles, at Sundhedsråd Østfjord:"
    assert not any(section.blocks for section in text.sections if section.kind is not SectionKind.RECOMMENDATION)


def test_a_welcome_waits_for_no_recommendation(records, apply):
    change, new = agenda.add_item(records, "meeting", "Velkomst", kind=ItemKind.OPENING)
    apply(records, change)
    assert records.text(new).of_kind(SectionKind.RECOMMENDATION)[0].blocks == ()


def test_a_house_without_a_lead_in_leaves_the_recommendation_empty(records, apply):
    house = records.get(HouseStyle, "style")
    records.apply([Pair(house, replace(house, lead_in=None))])
    change, new = agenda.add_item(records, "meeting", "Ny aftale")
    apply(records, change)
    assert records.text(new).of_kind(SectionKind.RECOMMENDATION)[0].blocks == ()


def test_a_new_item_without_a_place_stands_before_the_closing_items(records, apply):
    change, new = agenda.add_item(records, "meeting", "Ny aftale")
    apply(records, change)
    assert order(records) == ["one", "two", "sub", "three", new, "four"]
    assert top_sorts(records) == [0, 1, 2, 3, 4]


def test_a_new_item_stands_after_the_one_named(records, apply):
    change, new = agenda.add_item(records, "meeting", "Ny aftale", after="one")
    apply(records, change)
    assert order(records) == ["one", new, "two", "sub", "three", "four"]


def test_a_new_top_item_after_a_sub_item_stands_after_its_parent(records, apply):
    change, new = agenda.add_item(records, "meeting", "Ny aftale", after="sub")
    apply(records, change)
    assert order(records) == ["one", "two", "sub", new, "three", "four"]


def test_a_new_sub_item_stands_below_its_parent(records, apply):
    change, new = agenda.add_item(records, "meeting", "Endnu et oplæg", parent_id="two")
    apply(records, change)
    assert order(records) == ["one", "two", "sub", new, "three", "four"]
    assert item(records, new).kind is ItemKind.SUBITEM


@pytest.mark.parametrize(("status", "late"), [(MeetingStatus.DRAFT, False), (MeetingStatus.IN_SESSION, True)])
def test_an_item_added_while_the_meeting_sits_is_late(records, apply, status, late):
    records.apply(meetings.set_status(records, "meeting", status).pairs)
    change, new = agenda.add_item(records, "meeting", "Ny aftale")
    apply(records, change)
    assert item(records, new).added_late is late


def test_an_item_taken_away_takes_everything_at_it_along(records, apply):
    change = apply(records, agenda.remove_item(records, "two"))
    assert order(records) == ["one", "three", "four"]
    gone = {type(pair.before) for pair in change.pairs if pair.after is None}
    assert gone == set(RECORD_TYPES) - SHARED_TYPES - {Meeting, Attendance, Theme, SourceFile}


def test_a_link_that_names_a_removed_item_keeps_its_words(records, apply):
    apply(records, agenda.remove_item(records, "two"))
    assert records.get(ItemLink, "link-in").to_item_id is None
    assert records.get(ItemLink, "link-in").raw == "punkt 2"


def test_a_link_without_words_goes_with_the_item_it_led_to(records, apply):
    apply(records, agenda.remove_item(records, "three"))
    assert records.find(ItemLink, "link-out") is None


def test_an_item_moves_among_its_siblings_and_the_order_stays_dense(records, apply):
    change = apply(records, agenda.move_item(records, "three", 0))
    assert order(records) == ["three", "one", "two", "sub", "four"]
    assert top_sorts(records) == [0, 1, 2, 3]
    assert {pair.record.id for pair in change.pairs} == {"one", "two", "three"}


def test_an_index_beyond_the_end_means_the_end(records, apply):
    apply(records, agenda.move_item(records, "one", 99))
    assert order(records)[-1] == "one"


def test_an_item_moved_below_another_becomes_its_sub_item(records, apply):
    apply(records, agenda.move_item(records, "three", 0, parent_id="two"))
    assert order(records) == ["one", "two", "three", "sub", "four"]
    assert item(records, "three").kind is ItemKind.SUBITEM
    assert top_sorts(records) == [0, 1, 2]


def test_a_sub_item_moved_to_the_top_is_an_item(records, apply):
    apply(records, agenda.move_item(records, "sub", 1))
    assert order(records) == ["one", "sub", "two", "three", "four"]
    assert item(records, "sub").kind is ItemKind.ITEM


@pytest.mark.parametrize("parent", ["two", "sub"])
def test_an_item_cannot_stand_below_itself(records, parent):
    with pytest.raises(UserError) as caught:
        agenda.move_item(records, "two", 0, parent_id=parent)
    assert caught.value.code == "item.into_itself"


def test_moving_to_the_place_where_it_stands_changes_nothing(records):
    assert not agenda.move_item(records, "two", 1)


def test_up_and_down_go_one_place_and_stop_at_the_ends(records, apply):
    apply(records, agenda.move_up(records, "two"))
    assert order(records) == ["two", "sub", "one", "three", "four"]
    apply(records, agenda.move_down(records, "two"))
    assert order(records) == ["one", "two", "sub", "three", "four"]
    assert not agenda.move_up(records, "one")
    assert not agenda.move_down(records, "four")
    assert not agenda.move_down(records, "sub")


def test_what_is_put_below_a_closed_item_is_closed(records, apply):
    apply(records, agenda.set_access(records, "two", Access.CLOSED))
    change, below = agenda.add_item(records, "meeting", "Navne", parent_id="two", kind=ItemKind.SUBITEM)
    apply(records, change)
    assert records.get(AgendaItem, below).access is Access.CLOSED


def test_closing_an_item_closes_what_stands_below_it(records, apply):
    apply(records, agenda.set_access(records, "two", Access.CLOSED))
    assert item(records, "sub").access is Access.CLOSED
    apply(records, agenda.set_access(records, "two", Access.OPEN))
    assert (item(records, "two").access, item(records, "sub").access) == (Access.OPEN, Access.CLOSED)


def test_a_number_set_by_hand_is_kept_until_it_is_let_go(records, apply):
    apply(records, agenda.set_number(records, "three", "6"))
    assert printed_numbers(records.all(AgendaItem), False)["four"] == "7"
    apply(records, agenda.set_number(records, "three", None))
    assert printed_numbers(records.all(AgendaItem), False)["four"] == "4"


def test_a_blank_number_prints_none(records, apply):
    apply(records, agenda.set_number(records, "three", " "))
    assert printed_numbers(records.all(AgendaItem), False)["three"] is None


def test_the_fields_of_an_item_are_set_one_by_one(records, apply):
    for label, act in {
        "item.rename": lambda: agenda.rename_item(records, "three", "Budget 2028"),
        "item.status": lambda: agenda.set_status(records, "three", ItemStatus.DONE),
        "item.case_no": lambda: agenda.set_case_no(records, "three", " 27/104 "),
        "item.treatment": lambda: agenda.set_treatment(records, "three", Treatment.DECISION),
    }.items():
        assert apply(records, act()).label == label
    after = item(records, "three")
    assert (after.title, after.status, after.case_no) == ("Budget 2028", ItemStatus.DONE, "27/104")
    assert after.treatment is Treatment.DECISION


def test_saying_what_holds_already_is_an_empty_change(records):
    assert not agenda.rename_item(records, "three", "Budget")
    assert not agenda.set_access(records, "three", Access.OPEN)


def test_a_theme_gathers_items_and_leaves_them_when_it_goes(records, apply):
    change, theme = agenda.add_theme(records, "meeting", "Økonomi", prefix="Tema")
    apply(records, change)
    apply(records, agenda.set_theme(records, "three", theme))
    apply(records, agenda.rename_theme(records, theme, "Økonomi og drift"))
    assert records.get(Theme, theme).title == "Økonomi og drift"
    assert records.get(Theme, theme).sort == 1
    apply(records, agenda.remove_theme(records, theme))
    assert item(records, "three").theme_id is None
