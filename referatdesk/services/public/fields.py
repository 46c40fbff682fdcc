"""Which kinds and fields a public version may hold. What stands in no list is left out, and a test asks for a decision.

`WORDS` are fields that people write in: private facts are taken out of them. `FACTS` are ids, codes, days and clock
times, which keep their value, and `NUMBERS` those of cases and lists, out of which only personal numbers are taken.
`WITHHELD` says what was decided against.
"""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.boards import Board, HouseStyle, SectionForm
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    FollowUp,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import (
    AgendaItem,
    Attendance,
    HeaderLine,
    ItemAttendance,
    ItemText,
    Meeting,
    Presenter,
    Section,
    Theme,
)
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.richtext import Block, Cell, Picture, Run, Table


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


_OF_ITEM = "id meeting_id item_id"

FACTS: Mapping[type, frozenset[str]] = {
    Board: _names("id kind level legal_basis house_style_id closed_items"),
    HouseStyle: _names(
        "id template title_date_pattern header_date_pattern label_date_pattern time_pattern range_dash",
        "capital_weekday sub_numbers attendance_form contents presence_forms points_form vote_form",
    ),
    SectionForm: _names("kind colon inline standard style"),
    Meeting: _names(
        "id board_id kind status date date_precision start_planned end_planned start_actual end_actual virtual",
        "case_no doc_no",
    ),
    Theme: _names("id meeting_id sort"),
    Attendance: _names("id meeting_id sort roles has_vote status stands_in_for_id substitution arrived_at left_at"),
    AgendaItem: _names(
        "id meeting_id parent_id theme_id sort number_text number_auto kind title_colon access treatment",
        "case_no doc_no status added_late minutes_planned moved_from",
    ),
    ItemText: _names("id meeting_id"),
    Section: _names("id kind colon inline"),
    Block: _names("id kind level marker"),
    Run: _names("bold italic underline"),
    Table: _names("header_rows widths caption_position"),
    Picture: _names("file_id width height"),
    ItemAttendance: _names(_OF_ITEM, "attendance_id status from_time to_time shown_on_item"),
    RecommendationPoint: _names(_OF_ITEM, "block_id sort proposer_kind"),
    Decision: _names(_OF_ITEM, "section_id date sort outcome scope basis confirmed"),
    PointOutcome: _names(_OF_ITEM, "decision_id point_id outcome"),
    Vote: _names(_OF_ITEM, "decision_id subject votes_for votes_against abstentions not_voting result"),
    VoteCast: _names("id meeting_id vote_id attendance_id choice count"),
    Statement: _names(_OF_ITEM, "decision_id attendance_id kind"),
    Attachment: _names(_OF_ITEM, "sort number_text kind state access mentioned_only"),
    FollowUp: _names(_OF_ITEM, "decision_id sort due due_precision state"),
    SourceFile: _names("id meeting_id kind media_type sha256 size kept"),
}
NUMBERS = _names("case_no doc_no number_text moved_from marker")
WORDS: Mapping[type, frozenset[str]] = {
    Board: _names("name"),
    HouseStyle: _names("sections title_pattern item_heading lead_in absence_suffix absence_pattern"),
    SectionForm: _names("label"),
    Meeting: _names(
        "title date_raw time_raw place host written_place written_month sender_unit sender_address sign_off",
        "stated_none header_lines",
    ),
    HeaderLine: _names("label value"),
    Theme: _names("prefix title"),
    Attendance: _names("group_label name title unit organisation email party status_raw"),
    AgendaItem: _names("title_prefix title presenters"),
    Presenter: _names("raw name title organisation"),
    ItemText: _names("sections"),
    Section: _names("label blocks"),
    Block: _names("runs table picture"),
    Run: _names("text link"),
    Table: _names("rows caption"),
    Cell: _names("blocks"),
    RecommendationPoint: _names("proposer"),
    Decision: _names("board_name conditions"),
    PointOutcome: _names("text"),
    Vote: _names("about"),
    VoteCast: _names("party candidate"),
    Statement: _names("party text"),
    Attachment: _names("title raw"),
    FollowUp: _names("text responsible role_word due_raw"),
}
WITHHELD: Mapping[type, frozenset[str]] = {
    Board: _names("region minutes_public approval_mode hearing_days quorum public_contacts"),
    HouseStyle: _names("name"),
    Meeting: _names("join_link sender_initials previous_meeting_id head_raw contents_raw"),
    Attendance: _names("person_id reason reason_text note"),
    AgendaItem: _names("heading_raw case_no_raw public_title decision_public"),
    Section: _names("public"),
    Decision: _names("read_aloud_at read_aloud_text"),
    ItemAttendance: _names("reason_text"),
    Statement: _names("forward_to"),
    Attachment: _names("file_name"),
    SourceFile: _names("name"),
}
MEMBERS_ONLY = _names("join_link sender_initials reason reason_text note forward_to")
"""Withheld fields that tell something of people or of how the work is done: their number is told to the user."""
HEAD_LABELS = frozenset(
    {
        *("emne", "forum", "møde", "møde i", "møde nr.", "ordinært møde", "dato", "dato og tid", "hvornår", "hvor"),
        *("mødedato", "mødetid", "mødetidspunkt", "tid", "tidspunkt", "klokkeslæt", "slut", "sluttidspunkt"),
        *("mødet hævet", "mødet slut", "mødet sluttede", "mødet startede", "mødet påbegyndt", "mødet afsluttet"),
        *("sted", "mødested", "mødelokale", "lokale", "sag", "sagsnr.", "sagsnummer", "journalnr.", "udsendt den"),
        *("referent", "protokolfører", "sekretær", "ordstyrer", "mødeleder", "dirigent", "formand"),
    }
)
"""Lines of a head that may stand in a public version, by their labels in small letters without a colon."""
