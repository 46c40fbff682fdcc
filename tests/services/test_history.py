"""Undo and redo, also of what was done before the archive was closed."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import RECORD_TYPES, Change, added, altered, removed
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Section
from referatdesk.domain.richtext import Block, Run
from referatdesk.services.archive.history import REACH
from referatdesk.services.errors import UserError
from tests.services.desk import Desk, state_of
from tests.services.fictional_archive import MEETING, everything

OTHER = replace(MEETING, id="other", date="2027-03-04")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Østfjord.referatdesk"


@pytest.fixture
def desk(path):
    one = Desk(path).fill()
    yield one
    one.close()


def reopened(desk):
    desk.close()
    again = Desk(desk.workspace.path)
    again.workspace.open_meeting("meeting")
    return again


def placed(desk, place, meeting_id="meeting", step=None):
    before = desk.workspace.records_of(meeting_id).get(Meeting, meeting_id)
    change = Change("meeting.edit", altered([(before, replace(before, place=place))]), place, step)
    desk.workspace.apply(change)


def typed(desk, words, step):
    before = desk.workspace.text("two")
    section = before.sections[2]
    block = replace(section.blocks[0], runs=(Run(words),))
    sections = (*before.sections[:2], replace(section, blocks=(block,)), *before.sections[3:])
    desk.workspace.apply(Change("text.edit", altered([(before, replace(before, sections=sections))]), "Lægehus", step))


def places(steps):
    return [step.subject for step in steps]


def test_there_may_be_nothing_to_undo_or_redo(path):
    desk = Desk(path)
    assert desk.workspace.undo() is None
    assert desk.workspace.redo() is None
    assert desk.workspace.undo_steps == desk.workspace.redo_steps == []
    desk.close()


def test_undoing_tells_of_the_change_that_did_it(desk):
    placed(desk, "Klitved")
    desk.events.clear()
    change = desk.workspace.undo(origin="menu")
    assert change.label == "meeting.edit"
    assert [(pair.before.place, pair.after.place) for pair in change.pairs] == [("Klitved", None)]
    assert [(event.change, event.origin) for event in desk.events] == [(change, "menu")]
    change = desk.workspace.redo()
    assert [(pair.before.place, pair.after.place) for pair in change.pairs] == [(None, "Klitved")]


def test_steps_are_named_newest_first(desk):
    placed(desk, "Klitved")
    placed(desk, "Egeby")
    desk.workspace.undo()
    placed(desk, "Fjordland")
    placed(desk, "Østfjord")
    desk.workspace.undo()
    assert places(desk.workspace.undo_steps) == ["Fjordland", "Klitved", ""]
    assert places(desk.workspace.redo_steps) == ["Østfjord"]


def test_one_visit_to_a_text_is_one_step(desk):
    placed(desk, "Klitved")
    before = desk.workspace.text("two")
    for words in ("R", "Rådet", "Rådet godkendte"):
        typed(desk, words, "visit-1")
    typed(desk, "Rådet godkendte planen.", "visit-2")
    desk.workspace.undo()
    assert desk.workspace.text("two").sections[2].blocks[0].text == "Rådet godkendte"
    desk.workspace.undo()
    assert desk.workspace.text("two") == before
    desk.workspace.redo()
    assert desk.workspace.text("two").sections[2].blocks[0].text == "Rådet godkendte"


def test_a_new_change_leaves_behind_what_was_undone(desk):
    placed(desk, "Klitved")
    desk.workspace.undo()
    placed(desk, "Egeby")
    assert desk.workspace.redo() is None
    again = reopened(desk)
    assert again.workspace.redo() is None
    assert again.workspace.meeting.place == "Egeby"
    again.close()


def test_steps_outlive_closing(desk):
    start = state_of(desk.workspace)
    placed(desk, "Klitved")
    for words in ("R", "Rådet"):
        typed(desk, words, "visit")
    end = state_of(desk.workspace)
    placed(desk, "Egeby")
    desk.workspace.undo()
    steps = desk.workspace.undo_steps, desk.workspace.redo_steps
    again = reopened(desk)
    assert (again.workspace.undo_steps, again.workspace.redo_steps) == steps
    again.workspace.undo()
    again.workspace.undo()
    assert state_of(again.workspace) == start
    third = reopened(again)
    third.workspace.redo()
    third.workspace.redo()
    assert state_of(third.workspace) == end
    third.workspace.redo()
    assert third.workspace.meeting.place == "Egeby"
    third.close()


def test_a_step_in_another_meeting_is_undone_without_opening_it(desk):
    item = AgendaItem(id="far", meeting_id="other", title="Budget")
    desk.workspace.apply(Change("meeting.add", added(OTHER, item)))
    placed(desk, "Klitved", "other")
    before = state_of(desk.workspace)
    again = reopened(desk)
    again.workspace.undo()
    assert again.workspace.records_of("other").get(Meeting, "other") == OTHER
    again.workspace.undo()
    assert [row.id for row in again.workspace.meeting_rows()] == ["meeting"]
    assert again.workspace.meeting == MEETING
    assert state_of(again.workspace) == before
    again.workspace.redo()
    again.workspace.redo()
    assert again.workspace.records_of("other").get(Meeting, "other").place == "Klitved"
    assert again.workspace.records_of("other").all(AgendaItem) == [item]
    again.close()


def test_a_whole_meeting_comes_and_goes_as_one_step(desk):
    whole = everything(desk.workspace.records_of("meeting"))
    desk.workspace.undo()
    assert desk.workspace.meeting is None
    assert desk.workspace.meeting_rows() == []
    assert desk.workspace.all(Board) == []
    desk.workspace.redo()
    assert everything(desk.workspace.records_of("meeting")) == whole


def test_the_last_two_hundred_steps_are_named_and_can_be_undone_after_closing(desk):
    for number in range(REACH + 5):
        placed(desk, f"Lokale {number}")
    assert len(desk.workspace.undo_steps) == REACH
    again = reopened(desk)
    assert places(again.workspace.undo_steps) == [f"Lokale {number}" for number in range(REACH + 4, 4, -1)]
    for _ in range(REACH):
        assert again.workspace.undo() is not None
    assert again.workspace.meeting.place == "Lokale 4"
    again.close()


def test_a_step_whose_record_is_another_one_by_now_is_refused_whole(desk):
    placed(desk, "Klitved")
    sql = "UPDATE journal SET content = replace(content, 'Klitved', 'Egeby')"
    desk.save()
    desk.workspace._store.read(lambda connection: connection.execute(sql))
    with pytest.raises(UserError) as caught:
        desk.workspace.undo()
    assert caught.value.code == "undo.outdated"
    assert desk.workspace.meeting.place == "Klitved"


def test_a_day_of_typing_adds_a_few_megabytes_at_most(tmp_path):
    desk = Desk(tmp_path / "dag.referatdesk").fill()
    empty = desk.workspace.path.stat().st_size
    items = [AgendaItem(id=f"{n:036}", meeting_id="meeting", title=f"Punkt {n} om lægehuse") for n in range(100)]
    texts = [long_text(item.id) for item in items]
    desk.workspace.apply(Change("meeting.import", added(*items, *texts)))
    for text in texts:
        for pause in range(50):
            desk.workspace.apply(pause_in_typing(desk.workspace.text(text.id), pause))
    desk.save()
    grown = desk.workspace.path.stat().st_size - empty
    desk.close()
    assert grown < 3_000_000


def long_text(item_id):
    words = "Rådet drøftede planen for lægehuset i Egeby. " * 22
    blocks = tuple(Block(id=f"block-{number}", runs=(Run(words),)) for number in range(2))
    kinds = (SectionKind.SUMMARY, SectionKind.CASE_TEXT, SectionKind.DECISION)
    filled = {SectionKind.DECISION: blocks}
    sections = tuple(Section(id=kind.value, kind=kind, blocks=filled.get(kind, ())) for kind in kinds)
    return ItemText(id=item_id, meeting_id="meeting", sections=sections)


def pause_in_typing(text, pause):
    section = text.sections[2]
    last = section.blocks[-1]
    words = f"{last.text} Så bemærkede Sanne Brix {pause} ting om sagen."
    blocks = (*section.blocks[:-1], replace(last, runs=(Run(words),)))
    after = replace(text, sections=(*text.sections[:2], replace(section, blocks=blocks)))
    return Change("text.edit", altered([(text, after)]), "Punkt om lægehuse", f"visit-{text.id}")


class Secretary:
    """Does simple things to a meeting, and remembers the state after every step."""

    def __init__(self, path):
        self.desk = Desk(path).fill()
        self.states = [self.state()]
        self.at = 0
        self.made = 0

    @property
    def workspace(self):
        return self.desk.workspace

    def state(self):
        return everything(self.workspace.records_of("meeting"))

    def act(self, what, pick, number):
        getattr(self, what)(pick, number)

    def _do(self, label, pairs, step=None):
        change = Change(label, tuple(pairs), step=step)
        if not change:
            return
        joins = step is not None and self.at and self.workspace.undo_steps[0].step == step
        self.workspace.apply(change)
        self.at += 0 if joins else 1
        self.states[self.at :] = [self.state()]

    def _one(self, kind, pick):
        listed = sorted(self.workspace.all(kind), key=lambda record: record.id)
        return listed[pick % len(listed)]

    def add_item(self, pick, number):
        self.made += 1
        item = AgendaItem(id=f"new-{self.made}", meeting_id="meeting", sort=number, title="Nyt punkt")
        self._do("item.add", added(item, ItemText(id=item.id, meeting_id="meeting")))

    def remove_item(self, pick, number):
        made = [item for item in self.workspace.all(AgendaItem) if item.id.startswith("new-")]
        if made:
            item = made[pick % len(made)]
            self._do("item.remove", removed(self.workspace.text(item.id), item))

    def rename(self, pick, number):
        item = self._one(AgendaItem, pick)
        self._do("item.rename", altered([(item, replace(item, title=f"Punkt {number} æøå"))]))

    def write(self, pick, number):
        text = self.workspace.text(self._one(AgendaItem, pick).id)
        block = Block(id=f"b{number}", runs=(Run("Godkendt " * number, bold=number % 2 == 0),))
        section = Section(id=f"s{number % 3}", kind=SectionKind.MINUTES, blocks=(block,) * (number % 4))
        others = tuple(one for one in text.sections if one.id != section.id)
        after = replace(text, sections=(*others[: number % 2], section, *others[number % 2 :]))
        self._do("text.edit", altered([(text, after)]), step=f"visit-{pick % 2}")

    def tick(self, pick, number):
        person = self._one(Attendance, pick)
        status = list(AttendanceStatus)[number]
        self._do("attendance.status", altered([(person, replace(person, status=status))]))

    def seat(self, pick, number):
        self.made += 1
        self._do("attendance.add", added(Attendance(id=f"p{self.made}", meeting_id="meeting", name="Lærke Bang")))

    def edit_board(self, pick, number):
        board = self.workspace.get(Board, "board")
        self._do("board.edit", altered([(board, replace(board, quorum=number))]))

    def undo(self, pick, number):
        if self.at:
            assert self.workspace.undo() is not None
            self.at -= 1
        assert self.state() == self.states[self.at]

    def redo(self, pick, number):
        more = self.at + 1 < len(self.states)
        assert (self.workspace.redo() is not None) == more
        self.at += more
        assert self.state() == self.states[self.at]

    def reopen(self, pick, number):
        self.desk = reopened(self.desk)

    def look_elsewhere(self, pick, number):
        self.workspace.close_meeting()
        self.workspace.open_meeting("meeting")


ACTS = ["add_item", "remove_item", "rename", "write", "write", "tick", "seat", "edit_board"]
MOVES = ["undo", "undo", "redo", "reopen", "look_elsewhere"]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(ACTS + MOVES), st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_all_undone_is_the_start_and_all_redone_the_end(acts):
    with tempfile.TemporaryDirectory() as folder:
        secretary = Secretary(Path(folder) / "Østfjord.referatdesk")
        for act in acts:
            secretary.act(*act)
        end = secretary.states[-1]
        while secretary.at:
            secretary.undo(0, 0)
        secretary.reopen(0, 0)
        while secretary.at + 1 < len(secretary.states):
            secretary.redo(0, 0)
        assert secretary.state() == end
        held = {kind: {one.id: one for one in secretary.workspace.all(kind)} for kind in RECORD_TYPES}
        assert held == end
        secretary.desk.close()
