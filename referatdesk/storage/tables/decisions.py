"""Tables of what items led to."""

from sqlmodel import Field, SQLModel

from referatdesk.storage.tables.columns import Json, owner


class RecommendationPointRow(SQLModel, table=True):
    __tablename__ = "recommendation_point"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    block_id: str
    sort: int
    proposer: str | None = None
    proposer_kind: str | None = None


class DecisionRow(SQLModel, table=True):
    __tablename__ = "decision"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    section_id: str
    board_name: str | None = None
    date: str | None = None
    sort: int
    outcome: str
    scope: str
    basis: str
    confirmed: bool
    conditions: str | None = None
    read_aloud_at: str | None = None
    read_aloud_text: str | None = None


class PointOutcomeRow(SQLModel, table=True):
    __tablename__ = "point_outcome"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    decision_id: str = owner("decision.id")
    point_id: str
    outcome: str
    text: str | None = None


class VoteRow(SQLModel, table=True):
    __tablename__ = "vote"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    decision_id: str = owner("decision.id")
    subject: str
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    result: str | None = None
    about: str | None = None


class VoteCastRow(SQLModel, table=True):
    __tablename__ = "vote_cast"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    vote_id: str = owner("vote.id")
    attendance_id: str | None = None
    party: str | None = None
    choice: str
    candidate: str | None = None
    count: int | None = None


class StatementRow(SQLModel, table=True):
    __tablename__ = "statement"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    decision_id: str | None = None
    attendance_id: str | None = None
    party: str | None = None
    kind: str
    text: str
    forward_to: str | None = None


class DisqualificationRow(SQLModel, table=True):
    __tablename__ = "disqualification"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    attendance_id: str = owner("attendance.id")
    disqualified: bool
    left_room: bool | None = None
    raised_by: str | None = None
    substitute_id: str | None = None
    text: str | None = None


class AttachmentRow(SQLModel, table=True):
    __tablename__ = "attachment"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str | None = Field(default=None, index=True)
    sort: int
    number_text: str | None = None
    title: str
    file_name: str | None = None
    kind: str
    state: str
    access: str
    mentioned_only: bool
    raw: str | None = None


class FollowUpRow(SQLModel, table=True):
    __tablename__ = "follow_up"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    decision_id: str | None = None
    sort: int
    text: str
    responsible: Json
    role_word: str | None = None
    due: str | None = None
    due_precision: str
    due_raw: str | None = None
    state: str


class MoneyAmountRow(SQLModel, table=True):
    __tablename__ = "money_amount"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    block_id: str | None = None
    amount_ore: int
    raw: str
    approximate: bool
    kind: str
    fund: str | None = None
    year: int | None = None


class ItemLinkRow(SQLModel, table=True):
    __tablename__ = "item_link"

    id: str = Field(primary_key=True)
    meeting_id: str = owner("meeting.id")
    item_id: str = owner("agenda_item.id")
    kind: str
    to_item_id: str | None = None
    to_meeting_id: str | None = None
    to_board_name: str | None = None
    to_date: str | None = None
    raw: str | None = None
