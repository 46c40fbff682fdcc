"""An item that was put off and is taken up again in its own meeting: what becomes of its copy in the next one."""

import pytest

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.domain.codes import ItemStatus, LinkKind, MeetingStatus, Outcome, SectionKind
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services import follow_ups, meetings
from referatdesk.services.course.postponing import postpone
from referatdesk.services.course.taking_up import decided_after_all, take_up
from referatdesk.services.decision.decisions import own_decision, set_outcome
from referatdesk.services.item import agenda, texts
from tests.services.desk import Desk, state_of


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "a.referatdesk").fill()
    yield desk
    desk.close()


@pytest.fixture
def workspace(desk):
    desk.workspace.apply(meetings.edit_head(desk.workspace, "meeting", date="2027-02-04"))
    return desk.workspace


@pytest.fixture
def later(workspace):
    change, meeting_id = meetings.new_meeting(workspace, "board", date="2027-03-04")
    workspace.apply(change)
    return meeting_id


def titles(workspace, meeting_id):
    return [one.title for one in in_order(workspace.records_of(meeting_id).all(AgendaItem))]


def copy_of(workspace, meeting_id, title):
    return next(one for one in workspace.records_of(meeting_id).all(AgendaItem) if one.title == title)


def onwards(workspace):
    return [one for one in workspace.all(ItemLink) if one.kind is LinkKind.POSTPONED_TO and one.raw is None]


@pytest.mark.parametrize("item_id", ["two", "three"])
def test_the_copy_that_nobody_touched_goes_with_all_that_hung_on_it(desk, workspace, later, item_id):
    kinds = set(RECORD_TYPES) - {AgendaItem}
    listed, before = titles(workspace, later), state_of(workspace.records_of(later), kinds)
    links = onwards(workspace)
    workspace.apply(postpone(workspace, item_id).change)
    taken = take_up(workspace, item_id)
    assert (taken.there.id, taken.stays) == (later, False)
    workspace.apply(taken.change)
    desk.save()
    assert (titles(workspace, later), state_of(workspace.records_of(later), kinds)) == (listed, before)
    assert onwards(workspace) == links
    assert workspace.get(AgendaItem, item_id).status is ItemStatus.NOT_BEGUN


def test_the_sub_items_come_back_with_the_item(workspace, later):
    workspace.apply(postpone(workspace, "two").change)
    workspace.apply(take_up(workspace, "two").change)
    assert workspace.get(AgendaItem, "sub").status is ItemStatus.NOT_BEGUN


def test_another_outcome_takes_up_what_was_put_off_and_undo_puts_it_off_again(desk, workspace, later):
    workspace.apply(postpone(workspace, "two").change)
    listed, here = titles(workspace, later), state_of(workspace)
    taken = decided_after_all(workspace, set_outcome(workspace, "two", Outcome.APPROVED))
    assert (taken.there.id, taken.stays) == (later, False)
    workspace.apply(taken.change)
    desk.save()
    assert workspace.get(AgendaItem, "two").status is ItemStatus.NOT_BEGUN
    assert own_decision(workspace, "two").outcome is Outcome.APPROVED
    assert not onwards(workspace)
    assert len(titles(workspace, later)) == len(listed) - 2
    workspace.undo()
    assert (state_of(workspace), titles(workspace, later)) == (here, listed)


@pytest.mark.parametrize("outcome", [None, Outcome.POSTPONED])
def test_what_decides_nothing_leaves_the_item_put_off(workspace, later, outcome):
    workspace.apply(postpone(workspace, "two").change)
    assert decided_after_all(workspace, set_outcome(workspace, "two", outcome)) is None


def test_one_step_of_undo_puts_it_off_again(desk, workspace, later):
    workspace.apply(postpone(workspace, "two").change)
    here, there = state_of(workspace), state_of(workspace.records_of(later))
    workspace.apply(take_up(workspace, "two").change)
    desk.save()
    workspace.undo()
    assert (state_of(workspace), state_of(workspace.records_of(later))) == (here, there)
    desk.save()


def test_the_decision_no_longer_says_that_it_is_put_off(workspace, later):
    workspace.apply(postpone(workspace, "three").change)
    workspace.apply(take_up(workspace, "three").change)
    assert not own_decision(workspace, "three").confirmed
    assert plain_text(workspace.text("three").of_kind(SectionKind.DECISION)[0].blocks) == ""


def renamed(records, copy):
    return agenda.rename_item(records, copy.id, "Budget 2028")


def written(records, copy):
    section = records.text(copy.id).of_kind(SectionKind.DECISION)[0]
    return texts.set_blocks(records, copy.id, section.id, [paragraph("Udkast til beslutning.")])


def promised(records, copy):
    return follow_ups.mark(records, copy.id, "Sekretariatet undersøger sagen.")[0]


def decided(records, copy):
    return set_outcome(records, copy.id, Outcome.APPROVED)


def with_a_sub_item(records, copy):
    return agenda.add_item(records, copy.meeting_id, "Oplæg", parent_id=copy.id)[0]


@pytest.mark.parametrize("edit", [renamed, written, promised, decided, with_a_sub_item])
def test_a_copy_that_was_edited_stays_with_its_link(workspace, later, edit):
    workspace.apply(postpone(workspace, "three").change)
    records, copy = workspace.records_of(later), copy_of(workspace, later, "Budget")
    workspace.apply(edit(records, copy))
    taken = take_up(workspace, "three")
    assert (taken.there.id, taken.stays) == (later, True)
    workspace.apply(taken.change)
    assert workspace.records_of(later).find(AgendaItem, copy.id) is not None
    assert [link.to_item_id for link in onwards(workspace) if link.item_id == "three"] == [copy.id]


def test_a_copy_on_an_agenda_that_was_sent_stays(workspace, later):
    workspace.apply(postpone(workspace, "three").change)
    workspace.apply(meetings.set_status(workspace.records_of(later), later, MeetingStatus.AGENDA_SENT))
    assert take_up(workspace, "three").stays
    assert "Budget" in titles(workspace, later)


def test_a_copy_that_was_only_moved_goes(workspace, later):
    workspace.apply(postpone(workspace, "three").change)
    copy = copy_of(workspace, later, "Budget")
    workspace.apply(agenda.move_item(workspace.records_of(later), copy.id, 0))
    workspace.apply(take_up(workspace, "three").change)
    assert "Budget" not in titles(workspace, later)


def test_what_waited_for_a_meeting_waits_no_more(workspace):
    workspace.apply(postpone(workspace, "three").change)
    taken = take_up(workspace, "three")
    assert (taken.there, taken.stays) == (None, False)
    workspace.apply(taken.change)
    assert not [link for link in onwards(workspace) if link.item_id == "three"]


def test_a_copy_that_is_gone_already_is_not_missed(workspace, later):
    workspace.apply(postpone(workspace, "three").change)
    copy = copy_of(workspace, later, "Budget")
    workspace.apply(agenda.remove_item(workspace.records_of(later), copy.id))
    assert take_up(workspace, "three").there is None


def test_it_can_be_put_off_again(workspace, later):
    for _time in range(2):
        workspace.apply(postpone(workspace, "two").change)
        workspace.apply(take_up(workspace, "two").change)
    workspace.apply(postpone(workspace, "two").change)
    assert titles(workspace, later).count("Lægehus i Egeby") == 1


def test_what_was_not_put_off_is_not_taken_up(workspace):
    assert not take_up(workspace, "three").change
