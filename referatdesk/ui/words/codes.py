"""The words for the closed lists of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from referatdesk.domain import codes as c
from referatdesk.i18n.catalogue import _, later
from referatdesk.ui.words.rare_codes import RARE

Words = Mapping[StrEnum, str]

_PEOPLE: dict[type[StrEnum], Words] = {
    c.Role: {
        c.Role.CHAIR: later("Chair"),
        c.Role.CO_CHAIR: later("Co-chair"),
        c.Role.VICE_CHAIR: later("Vice chair"),
        c.Role.MEMBER: later("Member"),
        c.Role.MEETING_LEADER: later("Leader of the meeting"),
        c.Role.HOST: later("Host"),
        c.Role.MINUTE_TAKER: later("Minute taker"),
        c.Role.SECRETARIAT: later("Secretariat"),
        c.Role.ADMIN: later("Administration"),
        c.Role.OBSERVER: later("Observer"),
        c.Role.PRESENTER: later("Presenter"),
        c.Role.GUEST: later("Guest"),
        c.Role.SUBSTITUTE: later("Substitute"),
    },
    c.AttendanceForm: {
        c.AttendanceForm.LIST: later("A line each, in groups"),
        c.AttendanceForm.RUN: later("All in one run"),
        c.AttendanceForm.ABSENTEES: later("Only the absent"),
        c.AttendanceForm.ITEM: later("As an item of the agenda, with e-mail"),
        c.AttendanceForm.CELL: later("In one cell of a table"),
    },
    c.AttendanceStatus: {
        c.AttendanceStatus.UNKNOWN: later("Not noted"),
        c.AttendanceStatus.PRESENT: later("Present"),
        c.AttendanceStatus.REMOTE: later("Present online"),
        c.AttendanceStatus.LATE: later("Came later"),
        c.AttendanceStatus.LEFT_EARLY: later("Left early"),
        c.AttendanceStatus.PARTIAL: later("Part of the meeting"),
        c.AttendanceStatus.SUBSTITUTING: later("Standing in"),
        c.AttendanceStatus.ABSENT: later("Absent"),
        c.AttendanceStatus.ABSENT_NOTIFIED: later("Apologies"),
        c.AttendanceStatus.ABSENT_UNNOTIFIED: later("Stayed away"),
        c.AttendanceStatus.CALLED_NOT_MET: later("Called in, did not come"),
        c.AttendanceStatus.DISQUALIFIED: later("Disqualified"),
        c.AttendanceStatus.VACANT: later("Vacant seat"),
    },
}

_MEETINGS: dict[type[StrEnum], Words] = {
    c.MeetingKind: {
        c.MeetingKind.ORDINARY: later("Ordinary meeting"),
        c.MeetingKind.EXTRAORDINARY: later("Extraordinary meeting"),
        c.MeetingKind.CONSTITUTING: later("Constituting meeting"),
        c.MeetingKind.JOINT: later("Joint meeting"),
        c.MeetingKind.SEMINAR: later("Seminar"),
        c.MeetingKind.VIRTUAL: later("Online meeting"),
        c.MeetingKind.WRITTEN: later("Written procedure"),
    },
    c.MeetingStatus: {
        c.MeetingStatus.DRAFT: later("Draft"),
        c.MeetingStatus.AGENDA_SENT: later("Agenda sent"),
        c.MeetingStatus.IN_SESSION: later("In session"),
        c.MeetingStatus.MINUTES_DRAFT: later("Draft minutes"),
        c.MeetingStatus.HEARING: later("Out for comments"),
        c.MeetingStatus.APPROVED: later("Approved"),
        c.MeetingStatus.SIGNED: later("Signed"),
        c.MeetingStatus.PUBLISHED: later("Published"),
    },
    c.BoardLevel: {
        c.BoardLevel.POLITICAL: later("Political"),
        c.BoardLevel.STRATEGIC: later("Strategic"),
        c.BoardLevel.ADMINISTRATIVE: later("Administrative"),
        c.BoardLevel.OPERATIONAL: later("Operational"),
    },
    c.LegalBasis: {
        c.LegalBasis.LOCAL_GOVERNMENT_ACT: later("Local Government Act"),
        c.LegalBasis.REGIONS_ACT: later("Regions Act"),
        c.LegalBasis.HEALTH_ACT: later("Health Act"),
        c.LegalBasis.AGREEMENT: later("Agreement"),
        c.LegalBasis.OTHER: later("Other"),
    },
    c.ApprovalMode: {
        c.ApprovalMode.SIGNATURE: later("Signed by the members"),
        c.ApprovalMode.CLICK: later("Approved by each member on screen"),
        c.ApprovalMode.HEARING_SILENT: later("Sent out; silence approves"),
        c.ApprovalMode.NEXT_MEETING: later("Approved at the next meeting"),
        c.ApprovalMode.CHAIR: later("Approved by the chair"),
        c.ApprovalMode.NONE: later("Not approved"),
    },
}

_ITEMS: dict[type[StrEnum], Words] = {
    c.ItemKind: {
        c.ItemKind.ITEM: later("Item"),
        c.ItemKind.SUBITEM: later("Sub-item"),
        c.ItemKind.PRESENTATION: later("Presentation"),
        c.ItemKind.THEME_DEBATE: later("Theme debate"),
        c.ItemKind.INFORMATION: later("Information"),
        c.ItemKind.ATTENDANCE: later("Attendance"),
        c.ItemKind.ANY_OTHER: later("Any other business"),
        c.ItemKind.OPENING: later("Welcome"),
        c.ItemKind.APPROVE_AGENDA: later("Approval of the agenda"),
        c.ItemKind.APPROVE_MINUTES: later("Approval of the minutes"),
        c.ItemKind.NEXT_MEETING: later("Next meeting"),
        c.ItemKind.SIGNATURE: later("Signatures"),
        c.ItemKind.QUESTION_TIME: later("Question time"),
    },
    c.ItemStatus: {
        c.ItemStatus.NOT_BEGUN: later("Not begun"),
        c.ItemStatus.IN_PROGRESS: later("In progress"),
        c.ItemStatus.DONE: later("Done"),
        c.ItemStatus.WITHDRAWN: later("Withdrawn"),
        c.ItemStatus.POSTPONED: later("Postponed"),
    },
    c.Treatment: {
        c.Treatment.DECISION: later("For decision"),
        c.Treatment.DISCUSSION: later("For discussion"),
        c.Treatment.INFORMATION: later("For information"),
        c.Treatment.NOTE: later("To be noted"),
    },
    c.Access: {
        c.Access.OPEN: later("Public"),
        c.Access.CLOSED: later("Closed"),
        c.Access.PARTLY: later("Partly closed"),
    },
    c.ClosedItems: {
        c.ClosedItems.GAP: later("Left out, their numbers stay as gaps"),
        c.ClosedItems.RENUMBERED: later("Left out, the others are numbered anew"),
        c.ClosedItems.TITLED: later("Told by their neutral titles, where there is one"),
    },
    c.SectionKind: {
        c.SectionKind.SUMMARY: later("Summary"),
        c.SectionKind.CASE_TEXT: later("Case"),
        c.SectionKind.BACKGROUND: later("Background"),
        c.SectionKind.PROBLEM: later("Problem"),
        c.SectionKind.SOLUTION: later("Solution"),
        c.SectionKind.ECONOMY: later("Economy"),
        c.SectionKind.CLIMATE: later("Climate assessment"),
        c.SectionKind.CONSEQUENCES: later("Consequences"),
        c.SectionKind.LEGAL: later("Legal basis"),
        c.SectionKind.HEARING: later("Consultation"),
        c.SectionKind.RECOMMENDATION: later("Recommendation"),
        c.SectionKind.DECISION: later("Decision"),
        c.SectionKind.MINUTES: later("Minutes"),
        c.SectionKind.EARLIER_DECISIONS: later("Earlier decisions"),
        c.SectionKind.ATTACHMENTS: later("Attachments"),
        c.SectionKind.ABSENTEES: later("Absentees"),
        c.SectionKind.COMPETENCE: later("Who decides"),
        c.SectionKind.OTHER: later("Other text"),
    },
    c.Outcome: {
        c.Outcome.UNCLASSIFIED: later("Not classified"),
        c.Outcome.APPROVED: later("Approved"),
        c.Outcome.APPROVED_CHANGED: later("Approved with changes"),
        c.Outcome.ADOPTED: later("Adopted"),
        c.Outcome.RECOMMENDED: later("Recommended"),
        c.Outcome.DECIDED: later("Decided"),
        c.Outcome.AGREED: later("Agreed"),
        c.Outcome.CONCLUDED: later("Concluded"),
        c.Outcome.NOTED: later("Noted"),
        c.Outcome.INFORMED: later("Informed"),
        c.Outcome.DISCUSSED: later("Discussed"),
        c.Outcome.POSTPONED: later("Postponed"),
        c.Outcome.REFERRED: later("Referred"),
        c.Outcome.RETURNED: later("Sent back"),
        c.Outcome.REJECTED: later("Rejected"),
        c.Outcome.WITHDRAWN: later("Withdrawn"),
        c.Outcome.LAPSED: later("Lapsed"),
        c.Outcome.ELECTED: later("Elected"),
        c.Outcome.HALTED: later("Halted"),
        c.Outcome.NOTHING: later("Nothing to decide"),
    },
}

TABLES: dict[type[StrEnum], Words] = {**_PEOPLE, **_MEETINGS, **_ITEMS, **RARE}


def word(code: StrEnum) -> str:
    """The word for a code; codes of different lists may be spelt alike, so the list itself counts."""
    return _(TABLES[type(code)][code])
