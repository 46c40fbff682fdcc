"""Tables of what belongs to no single meeting."""

from sqlmodel import Field, SQLModel

from referatdesk.storage.tables.columns import Json, owner


class OrganisationRow(SQLModel, table=True):
    __tablename__ = "organisation"

    id: str = Field(primary_key=True)
    name: str
    short_name: str | None = None
    kind: str
    aliases: Json


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"

    id: str = Field(primary_key=True)
    full_name: str
    initials: str | None = None
    title: str | None = None
    email: str | None = None
    email_private: bool
    party: str | None = None
    organisation_id: str | None = None
    aliases: Json


class HouseStyleRow(SQLModel, table=True):
    __tablename__ = "house_style"

    id: str = Field(primary_key=True)
    name: str
    template: str
    sections: Json
    title_pattern: str
    title_date_pattern: str
    header_date_pattern: str
    label_date_pattern: str
    time_pattern: str
    range_dash: str
    capital_weekday: bool
    item_heading: str
    sub_numbers: bool
    lead_in: str | None = None
    attendance_form: str
    absence_suffix: str
    absence_pattern: str
    contents: bool
    presence_forms: Json
    points_form: str
    vote_form: str


class BoardRow(SQLModel, table=True):
    __tablename__ = "board"

    id: str = Field(primary_key=True)
    name: str
    kind: str
    level: str | None = None
    region: str | None = None
    legal_basis: str
    house_style_id: str = owner("house_style.id")
    minutes_public: bool
    approval_mode: str
    hearing_days: int | None = None
    quorum: int | None = None
    closed_items: str
    public_contacts: Json


class MembershipRow(SQLModel, table=True):
    __tablename__ = "membership"

    id: str = Field(primary_key=True)
    board_id: str = owner("board.id")
    person_id: str | None = None
    sort: int
    role: str
    group_label: str | None = None
    organisation_id: str | None = None
    party: str | None = None
    has_vote: bool
    substitute_id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    vacant: bool
    vacant_note: str | None = None


class StandingItemRow(SQLModel, table=True):
    __tablename__ = "standing_item"

    id: str = Field(primary_key=True)
    board_id: str = owner("board.id")
    sort: int
    title: str
    kind: str
    closing: bool
    case_text: Json
