"""The archive as it lies ready when the meeting begins, made by the program's own services."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from referatdesk.config.places import settings_file
from referatdesk.config.settings import Settings, SettingsFile, Theme
from referatdesk.domain.boards import Board, HouseStyle, Membership
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import BlockKind, ItemKind, PointsForm, PresenceForm, Role, SectionKind, VoteForm
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, paragraph
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.board import boards, members
from referatdesk.services.editing import edit
from referatdesk.services.item.agenda import add_item
from referatdesk.services.item.texts import ensure_section, set_blocks
from referatdesk.services.meetings import new_meeting
from referatdesk.services.people import ensure_person
from tests.live.acts import pressed
from tests.live.board import BEGINS, BOARD, ITEMS, NEXT_MEETING, PLACE, SEATS, STAND_INS, Planned, Seat

DISK_S = 60.0
TO_THE_MEETING = pressed("Down Return")

StyleChange = Callable[[Records, HouseStyle], Iterable[Change]]


def in_one_pane(records: Records, style: HouseStyle) -> Iterable[Change]:
    """As the built-in style has it: what was said and what was decided under one label."""
    del records, style
    return ()


def in_two_panes(records: Records, style: HouseStyle) -> Iterable[Change]:
    """Minutes and decision apart, each point answered, everybody by name, comings and goings where they happened."""
    yield boards.edit_style(
        records,
        style.id,
        presence_forms=(PresenceForm.RUNNING, PresenceForm.HEAD),
        points_form=PointsForm.LETTERED,
        vote_form=VoteForm.NAMES,
    )
    yield boards.edit_section_form(records, style.id, SectionKind.DECISION, label="Beslutning")


@dataclass(frozen=True, slots=True)
class House:
    """A built-in style, and what is made of it."""

    slug: str
    change: StyleChange
    two_panes: bool


STYLES = {
    "sagsfremstilling": House("sagsfremstilling", in_one_pane, two_panes=False),
    "to ruder": House("brevhoved", in_two_panes, two_panes=True),
}
"""By the name under which they are told apart here: the houses in whose style the meeting is written."""


def prepare(archive: Path, style: str) -> str:
    """Makes the archive; returns the id of the meeting that is to be written."""
    house = STYLES[style]
    workspace = Workspace.create(archive, lambda call: call())
    made, board_id = boards.create_board(workspace, BOARD, kind="health_council", style_slug=house.slug)
    workspace.apply(made)
    stored = workspace.get(HouseStyle, workspace.get(Board, board_id).house_style_id)
    for change in house.change(workspace, stored):
        workspace.apply(change)
    for seat in SEATS:
        workspace.apply(_seated(workspace, board_id, seat))
    for member, substitute in STAND_INS.items():
        workspace.apply(_substitute(workspace, board_id, member, substitute))
    meeting_id = _meeting(workspace, board_id, BEGINS.date().isoformat())
    _meeting(workspace, board_id, NEXT_MEETING)
    workspace.open_meeting(meeting_id)
    for item in ITEMS:
        _write(workspace, meeting_id, item)
    if not workspace.flush(DISK_S):
        raise AssertionError("the archive was not saved")
    workspace.close()
    return meeting_id


def settle_on(theme: Theme) -> None:
    SettingsFile(settings_file()).save(Settings(theme=theme))


def _meeting(workspace: Workspace, board_id: str, date: str) -> str:
    change, meeting_id = new_meeting(workspace, board_id, date=date, start="13:00", place=PLACE)
    workspace.apply(change)
    return meeting_id


def _seated(records: Records, board_id: str, seat: Seat) -> Change:
    return members.add_member(
        records,
        board_id,
        seat.name,
        role=Role(seat.role),
        group=seat.group,
        organisation=seat.organisation,
        party=seat.party,
        has_vote=seat.has_vote,
        title=seat.title,
    )


def _substitute(records: Records, board_id: str, member: str, substitute: str) -> Change:
    made, person_id = ensure_person(records, substitute)
    seats = {members.member_name(records, seat): seat for seat in records.all(Membership) if seat.board_id == board_id}
    seat = seats[member]
    return Change("member.edit", (*made, *altered([(seat, replace(seat, substitute_id=person_id))])), member)


def _write(workspace: Workspace, meeting_id: str, planned: Planned) -> None:
    change, item_id = add_item(workspace, meeting_id, planned.title, kind=ItemKind(planned.kind))
    workspace.apply(change)
    item = workspace.get(AgendaItem, item_id)
    workspace.apply(edit("item.edit", item, {"minutes_planned": planned.minutes}, item.title))
    _fill(workspace, item_id, SectionKind.CASE_TEXT, (paragraph(line) for line in planned.case_text))
    points = (paragraph(point, BlockKind.BULLET) for point in planned.points)
    _fill(workspace, item_id, SectionKind.RECOMMENDATION, points)


def _fill(workspace: Workspace, item_id: str, kind: SectionKind, lines: Iterable[Block]) -> None:
    blocks = tuple(lines)
    if not blocks:
        return
    change, section_id = ensure_section(workspace, item_id, kind)
    workspace.apply(change)
    section = workspace.text(item_id).section(section_id)
    opening = section.blocks if section else ()
    workspace.apply(set_blocks(workspace, item_id, section_id, (*opening, *blocks)))
