"""Tables of a meeting's head, the people in it and its agenda."""

from sqlalchemy import Index, desc
from sqlmodel import Field, SQLModel

from referatdesk.storage.tables.columns import Json, owner, twin


class MeetingRow(SQLModel, table=True):
    __tablename__ = "meeting"
    __table_args__ = (
        Index("ix_meeting_date", desc("date"), desc("id")),
        Index("ix_meeting_board_date", "board_id", desc("date"), desc("id")),
    )

    id: str = Field(primary_key=True)
    board_id: str = owner("board.id", index=False)
    kind: str
    status: str
    title: str | None = None
    date: str | None = None
    date_precision: str
    date_raw: str | None = None
    start_planned: str | None = None
    end_planned: str | None = None
    start_actual: str | None = None
    end_actual: str | None = None
    time_raw: str | None = None
    place: str | None = None
    virtual: bool
    join_link: str | None = None
    host: str | None = None
    case_no: str | None = None
    doc_no: str | None = None
    written_place: str | None = None
    written_month: str | None = None
    sender_unit: str | None = None
    sender_address: str | None = None
    sender_initials: str | None = None
    sign_off: str | None = None
    previous_meeting_id: str | None = None
    stated_none: Json
    header_lines: Json
    head_raw: Json
    contents_raw: Json


class AttendanceRow(SQLModel, table=True):
    __tablename__ = "attendance"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    person_id: str | None = None
    sort: int
    group_label: str | None = None
    name: str
    title: str | None = None
    unit: str | None = None
    organisation: str | None = None
    email: str | None = None
    party: str | None = None
    roles: Json
    has_vote: bool
    status: str
    status_raw: str | None = None
    stands_in_for_id: str | None = None
    substitution: str | None = None
    reason: str | None = None
    reason_text: str | None = None
    arrived_at: str | None = None
    left_at: str | None = None
    note: str | None = None


class ThemeRow(SQLModel, table=True):
    __tablename__ = "theme"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    sort: int
    prefix: str | None = None
    title: str


class AgendaItemRow(SQLModel, table=True):
    __tablename__ = "agenda_item"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    parent_id: str | None = None
    theme_id: str | None = None
    sort: int
    number_text: str | None = None
    number_auto: bool
    kind: str
    title_prefix: str | None = None
    title: str
    title_colon: bool
    access: str
    treatment: str | None = None
    case_no: str | None = None
    doc_no: str | None = None
    presenters: Json
    status: str
    added_late: bool
    minutes_planned: int | None = None
    heading_raw: str | None = None
    case_no_raw: str | None = None
    public_title: str | None = None
    decision_public: bool
    moved_from: str | None = None


class TimeSpentRow(SQLModel, table=True):
    __tablename__ = "time_spent"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str | None = None
    began: str
    ended: str | None = None


class ItemTextRow(SQLModel, table=True):
    __tablename__ = "item_text"

    id: str = twin("agenda_item.id")
    meeting_id: str = owner("meeting.id")
    sections: Json


class ItemAttendanceRow(SQLModel, table=True):
    __tablename__ = "item_attendance"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    attendance_id: str = owner("attendance.id")
    status: str
    from_time: str | None = None
    to_time: str | None = None
    reason_text: str | None = None
    shown_on_item: bool
