"""The closed lists of the domain. Codes are English and stored; the Danish words for them belong to the window.

Lists that differ from house to house or change with the law (kinds of board, labels, parties) are data, not here.
"""

from enum import StrEnum


class OrganisationKind(StrEnum):
    MUNICIPALITY = "municipality"
    REGION = "region"
    HOSPITAL = "hospital"
    PSYCHIATRY = "psychiatry"
    GP = "gp"
    PATIENTS = "patients"
    DEPARTMENT = "department"
    OTHER = "other"


class BoardLevel(StrEnum):
    POLITICAL = "political"
    STRATEGIC = "strategic"
    ADMINISTRATIVE = "administrative"
    OPERATIONAL = "operational"


class LegalBasis(StrEnum):
    LOCAL_GOVERNMENT_ACT = "local_government_act"
    REGIONS_ACT = "regions_act"
    HEALTH_ACT = "health_act"
    AGREEMENT = "agreement"
    OTHER = "other"


class ApprovalMode(StrEnum):
    SIGNATURE = "signature"
    CLICK = "click"
    HEARING_SILENT = "hearing_silent"
    NEXT_MEETING = "next_meeting"
    CHAIR = "chair"
    NONE = "none"


class MeetingKind(StrEnum):
    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    CONSTITUTING = "constituting"
    JOINT = "joint"
    SEMINAR = "seminar"
    VIRTUAL = "virtual"
    WRITTEN = "written"


class MeetingStatus(StrEnum):
    DRAFT = "draft"
    AGENDA_SENT = "agenda_sent"
    IN_SESSION = "in_session"
    MINUTES_DRAFT = "minutes_draft"
    HEARING = "hearing"
    APPROVED = "approved"
    SIGNED = "signed"
    PUBLISHED = "published"


class Precision(StrEnum):
    """How exactly a date is known. `DAY` without a year is written "--05-10"."""

    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    NEXT_MEETING = "next_meeting"
    NONE = "none"


class Role(StrEnum):
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    MEETING_LEADER = "meeting_leader"
    HOST = "host"
    MINUTE_TAKER = "minute_taker"
    SECRETARIAT = "secretariat"
    ADMIN = "admin"
    OBSERVER = "observer"
    PRESENTER = "presenter"
    GUEST = "guest"
    SUBSTITUTE = "substitute"


class AttendanceStatus(StrEnum):
    UNKNOWN = "unknown"
    PRESENT = "present"
    REMOTE = "remote"
    LATE = "late"
    LEFT_EARLY = "left_early"
    PARTIAL = "partial"
    SUBSTITUTING = "substituting"
    ABSENT = "absent"
    ABSENT_NOTIFIED = "absent_notified"
    ABSENT_UNNOTIFIED = "absent_unnotified"
    CALLED_NOT_MET = "called_not_met"
    DISQUALIFIED = "disqualified"
    VACANT = "vacant"


class AttendanceForm(StrEnum):
    """How a house prints who was there: a line each in groups, one run, only the absent, an item of the agenda with
    titles and addresses, or the present in one cell of a table.
    """

    LIST = "list"
    RUN = "run"
    ABSENTEES = "absentees"
    ITEM = "item"
    CELL = "cell"


class PresenceForm(StrEnum):
    """Where a house prints who was not there all the time: after the list at the top ("X deltog ikke i behandlingen af
    punkt 4–6."), in a line under each item, or in the minutes of the item where it happened, with the time.
    """

    HEAD = "head"
    ITEM_LINE = "item_line"
    RUNNING = "running"


class SubstitutionKind(StrEnum):
    IN_PLACE_OF = "in_place_of"
    APPOINTED_FOR = "appointed_for"
    DEPUTY = "deputy"
    ALTERNATE = "alternate"


class AbsenceReason(StrEnum):
    ILLNESS = "illness"
    HOLIDAY = "holiday"
    WORK = "work"
    OTHER_DUTY = "other_duty"
    BUSINESS_TRIP = "business_trip"
    LEAVE = "leave"
    OTHER = "other"
    NONE_GIVEN = "none_given"


class ItemKind(StrEnum):
    ITEM = "item"
    SUBITEM = "subitem"
    PRESENTATION = "presentation"
    THEME_DEBATE = "theme_debate"
    INFORMATION = "information"
    ATTENDANCE = "attendance"
    ANY_OTHER = "any_other"
    OPENING = "opening"
    APPROVE_AGENDA = "approve_agenda"
    APPROVE_MINUTES = "approve_minutes"
    NEXT_MEETING = "next_meeting"
    SIGNATURE = "signature"
    QUESTION_TIME = "question_time"


class ItemStatus(StrEnum):
    NOT_BEGUN = "not_begun"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"


class Treatment(StrEnum):
    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    NOTE = "note"


class Access(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    PARTLY = "partly"


class ClosedItems(StrEnum):
    """What the public version of a board's minutes tells of closed items: nothing but the number that is missing,
    nothing at all, or the neutral title of those that have been given one.
    """

    GAP = "gap"
    RENUMBERED = "renumbered"
    TITLED = "titled"


class SectionKind(StrEnum):
    SUMMARY = "summary"
    CASE_TEXT = "case_text"
    BACKGROUND = "background"
    PROBLEM = "problem"
    SOLUTION = "solution"
    ECONOMY = "economy"
    CLIMATE = "climate"
    CONSEQUENCES = "consequences"
    LEGAL = "legal"
    HEARING = "hearing"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    MINUTES = "minutes"
    EARLIER_DECISIONS = "earlier_decisions"
    ATTACHMENTS = "attachments"
    ABSENTEES = "absentees"
    COMPETENCE = "competence"
    OTHER = "other"


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    LETTERED = "lettered"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    PICTURE = "picture"
    TABLE = "table"


class Outcome(StrEnum):
    UNCLASSIFIED = "unclassified"
    APPROVED = "approved"
    APPROVED_CHANGED = "approved_changed"
    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    AGREED = "agreed"
    CONCLUDED = "concluded"
    NOTED = "noted"
    INFORMED = "informed"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    REFERRED = "referred"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ELECTED = "elected"
    HALTED = "halted"
    NOTHING = "nothing"


class PointsForm(StrEnum):
    """How a house prints what became of the points of a recommendation: one sentence that names them ("Indstilling 1 og
    2 blev godkendt."), a lettered answer to each ("a) Godkendt."), or the bare outcome ("Godkendt.").
    """

    SENTENCE = "sentence"
    LETTERED = "lettered"
    BARE = "bare"


class DecisionScope(StrEnum):
    WHOLE = "whole"
    POINTS = "points"
    PROCEDURE = "procedure"


class DecisionBasis(StrEnum):
    UNKNOWN = "unknown"
    CONSENSUS = "consensus"
    UNANIMOUS = "unanimous"
    NO_VOTE = "no_vote"
    VOTE = "vote"
    CHAIR = "chair"


class ProposerKind(StrEnum):
    ADMINISTRATION = "administration"
    CHAIR = "chair"
    OTHER_LEVEL = "other_level"
    MEMBER = "member"
    COMMITTEE = "committee"


class VoteSubject(StrEnum):
    MAIN = "main"
    AMENDMENT = "amendment"
    PROCEDURE = "procedure"
    ELECTION = "election"


class VoteResult(StrEnum):
    CARRIED = "carried"
    LOST = "lost"
    TIE_LAPSED = "tie_lapsed"


class VoteForm(StrEnum):
    """How a house prints a vote: the numbers, everybody by name, the parties, or who made up the majority ("Et flertal
    bestående af …").
    """

    NUMBERS = "numbers"
    NAMES = "names"
    PARTIES = "parties"
    MAJORITY = "majority"


class VoteChoice(StrEnum):
    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    NOT_PRESENT = "not_present"


class StatementKind(StrEnum):
    DISSENT = "dissent"
    PROTOCOL_NOTE = "protocol_note"
    MINORITY = "minority"
    RESERVATION = "reservation"
    HALT = "halt"
    VOTE_REASON = "vote_reason"


class AttachmentKind(StrEnum):
    PAPER = "paper"
    SLIDES = "slides"
    LETTER = "letter"
    MINUTES = "minutes"
    AGENDA_ITEM = "agenda_item"
    TEMPLATE = "template"
    REPORT = "report"
    OTHER = "other"


class AttachmentState(StrEnum):
    ENCLOSED = "enclosed"
    SENT_BEFORE = "sent_before"
    LATE = "late"
    HANDED_OUT = "handed_out"
    TO_FOLLOW = "to_follow"
    MISSING = "missing"


class MoneyKind(StrEnum):
    GRANTED = "granted"
    PROPOSED = "proposed"
    ESTIMATE = "estimate"
    UNIT_PRICE = "unit_price"
    INFORMATION = "information"


class LinkKind(StrEnum):
    POSTPONED_FROM = "postponed_from"
    POSTPONED_TO = "postponed_to"
    FOLLOWS_UP = "follows_up"
    DECIDED_BY = "decided_by"
    RECOMMENDED_BY = "recommended_by"
    REFERRED_TO = "referred_to"
    REPORT_BACK_TO = "report_back_to"
    QUOTES = "quotes"
    REFERS_ITEM = "refers_item"
    REFERS_ATTACHMENT = "refers_attachment"
    TREATED_WITH = "treated_with"


class FollowUpState(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class CaptionPosition(StrEnum):
    BEFORE = "before"
    AFTER = "after"
