"""Somebody in the list at the top, in every form of it."""

from referatdesk.domain.codes import AttendanceForm, SubstitutionKind
from tests.services.wording.presence_cast import (
    ABSENT,
    CALLED,
    DISQUALIFIED,
    EXCUSED,
    GUEST,
    LATE,
    LEFT,
    PARTIAL,
    PRESENT,
    REMOTE,
    STAYED_AWAY,
    at,
    came,
    left,
    noted_as,
)

LISTED = (
    # what happened, who it is about, and the person in a list, a run, a cell, an item of the agenda
    ((), noted_as("Sanne", PRESENT), "", ""),
    ((), noted_as("Sanne", REMOTE), "(deltog virtuelt)", "(deltog virtuelt)"),
    ((), noted_as("Sanne", EXCUSED), "(afbud)", "(afbud)"),
    ((), noted_as("Sanne", ABSENT), "(fraværende)", "(fraværende)"),
    ((), noted_as("Sanne", STAYED_AWAY), "(uden afbud)", "(uden afbud)"),
    ((), noted_as("Sanne", CALLED), "(indkaldt, mødte ikke)", "(indkaldt, mødte ikke)"),
    ((), noted_as("Sanne", LATE), "(ankom senere)", "(ankom senere)"),
    ((), noted_as("Sanne", LATE, arrived_at="12:55"), "(ankom kl. 12.55)", "(ankom kl. 12.55)"),
    ((), noted_as("Sanne", LEFT, left_at="13:10"), "(forlod mødet kl. 13.10)", "(forlod mødet kl. 13.10)"),
    ((came("Sanne", 3, "12:55"),), noted_as("Sanne", PRESENT), "(ankom kl. 12.55)", "(ankom kl. 12.55)"),
    ((came("Sanne", 3),), noted_as("Sanne", PRESENT), "(fra punkt 3)", ""),
    ((came("Sanne", 3),), noted_as("Sanne", EXCUSED), "(fra punkt 3)", ""),
    ((left("Sanne", 5, "13:10"),), noted_as("Sanne", PRESENT), "(forlod mødet kl. 13.10)", "(forlod mødet kl. 13.10)"),
    ((left("Sanne", 5),), noted_as("Sanne", PRESENT), "(til punkt 5)", ""),
    ((came("Sanne", 2), left("Sanne", 5)), noted_as("Sanne", PRESENT), "(fra punkt 2, til punkt 5)", ""),
    (
        (came("Sanne", 2, "12:55"), left("Sanne", 5, "13:10")),
        noted_as("Sanne", PRESENT),
        "(ankom kl. 12.55, forlod mødet kl. 13.10)",
        "(ankom kl. 12.55, forlod mødet kl. 13.10)",
    ),
    (
        (left("Sanne", 2, "12:50"), came("Sanne", 4, "13:10")),
        noted_as("Sanne", PRESENT),
        "(forlod mødet kl. 12.50, tilbage kl. 13.10)",
        "(forlod mødet kl. 12.50, tilbage kl. 13.10)",
    ),
    (
        (left("Sanne", 5, "13:14"), came("Sanne", 6, "13:20")),
        noted_as("Sanne", PRESENT),
        "(forlod mødet kl. 13.14, tilbage kl. 13.20)",
        "(forlod mødet kl. 13.14, tilbage kl. 13.20)",
    ),
    (
        (left("Sanne", 5, "13:14"), came("Sanne", 5, "13:20")),
        noted_as("Sanne", PRESENT),
        "(forlod mødet kl. 13.14, tilbage kl. 13.20)",
        "(forlod mødet kl. 13.14, tilbage kl. 13.20)",
    ),
    (
        (left("Sanne", 5), came("Sanne", 6)),
        noted_as("Sanne", PRESENT),
        "(til punkt 5, tilbage fra punkt 6)",
        "(til punkt 5, tilbage fra punkt 6)",
    ),
    ((left("Sanne", 2), came("Sanne", 4)), noted_as("Sanne", PRESENT), "(til punkt 2, tilbage fra punkt 4)", ""),
    (
        (left("Sanne", 2, "12:50"), at("Sanne", 4, PRESENT)),
        noted_as("Sanne", PRESENT),
        "(forlod mødet kl. 12.50, tilbage fra punkt 4)",
        "(forlod mødet kl. 12.50)",
    ),
    (
        (left("Sanne", 5, "13:10"),),
        noted_as("Sanne", LATE, arrived_at="12:40"),
        "(ankom kl. 12.40, forlod mødet kl. 13.10)",
        "(ankom kl. 12.40, forlod mødet kl. 13.10)",
    ),
    (
        (left("Sanne", 5, "13:10"),),
        noted_as("Sanne", LATE),
        "(ankom senere, forlod mødet kl. 13.10)",
        "(ankom senere, forlod mødet kl. 13.10)",
    ),
    (
        (came("Sanne", 3, "12:55"),),
        noted_as("Sanne", REMOTE),
        "(deltog virtuelt, ankom kl. 12.55)",
        "(deltog virtuelt, ankom kl. 12.55)",
    ),
    ((came("Sanne", 3, "12:55"),), noted_as("Sanne", ABSENT), "(ankom kl. 12.55)", "(ankom kl. 12.55)"),
    (
        (at("Sanne", 3, REMOTE), at("Sanne", 4, REMOTE)),
        noted_as("Sanne", PRESENT),
        "(deltog virtuelt i punkt 3 og 4)",
        "",
    ),
    ((at("Sanne", 3, PARTIAL),), noted_as("Sanne", PRESENT), "(deltog i en del af punkt 3)", ""),
    (
        (at("Sanne", 3, PARTIAL, came="13:00", left="13:20"),),
        noted_as("Sanne", PRESENT),
        "(deltog i punkt 3 fra kl. 13.00 til kl. 13.20)",
        "(deltog i punkt 3 fra kl. 13.00 til kl. 13.20)",
    ),
    (
        (at("Sanne", 3, PARTIAL, came="13:20", left="13:00"),),
        noted_as("Sanne", PRESENT),
        "(ikke til stede under punkt 3 fra kl. 13.00 til kl. 13.20)",
        "(ikke til stede under punkt 3 fra kl. 13.00 til kl. 13.20)",
    ),
    ((at("Erik", 4, ABSENT),), GUEST, "(punkt 1–3 og 5–7)", ""),
    (
        (came("Erik", 2, "12:55"), at("Erik", 4, ABSENT)),
        GUEST,
        "(ankom kl. 12.55, deltog ikke i punkt 4)",
        "(ankom kl. 12.55)",
    ),
    ((at("Sanne", 4, DISQUALIFIED),), noted_as("Sanne", PRESENT), "", ""),
    ((at("Sanne", 4, PRESENT),), noted_as("Sanne", PARTIAL), "(punkt 4)", ""),
    ((came("Sanne", 1, "12:35"),), noted_as("Sanne", PRESENT), "(ankom kl. 12.35)", "(ankom kl. 12.35)"),
)
"""What was noted, of whom, and the words behind the name: in houses with a line under each item, and in houses that
tell it below the list."""

IN_THE_LIST = {
    AttendanceForm.LIST: ("Ida Vester, Klitved Kommune (stedfortræder for Palle Nørre)", "(fra punkt 3)"),
    AttendanceForm.RUN: ("Ida Vester, Klitved Kommune (stedfortræder for Palle Nørre)", "(fra punkt 3)"),
    AttendanceForm.ABSENTEES: ("Ida Vester, Klitved Kommune (stedfortræder for Palle Nørre)", "(fra punkt 3)"),
    AttendanceForm.ITEM: ("Ida Vester, stedfortræder for Palle Nørre, Klitved Kommune", "(fra punkt 3)"),
    AttendanceForm.CELL: ("Ida Vester – Klitved Kommune (stedfortræder for Palle Nørre)", "(fra punkt 3)"),
}

SEATS_OF_OTHERS = (
    # what kind of seat, the title, whether the owner stands in the list, and what the list says
    (SubstitutionKind.DEPUTY, None, True, "(stedfortræder for Palle Nørre)"),
    (SubstitutionKind.ALTERNATE, None, True, "(suppleant for Palle Nørre)"),
    (SubstitutionKind.IN_PLACE_OF, None, True, "(i stedet for Palle Nørre)"),
    (SubstitutionKind.DEPUTY, "stedfortræder for Erik Dam", False, "(stedfortræder for Erik Dam)"),
    (SubstitutionKind.ALTERNATE, "stedfortræder for Erik Dam", False, "(suppleant for Erik Dam)"),
    (SubstitutionKind.ALTERNATE, "suppleant for Erik Dam", False, "(suppleant for Erik Dam)"),
    (SubstitutionKind.DEPUTY, "suppleant for Erik Dam", False, "(suppleant for Erik Dam)"),
    (SubstitutionKind.APPOINTED_FOR, "stedfortræder for Erik Dam", False, "(tilforordnet for Erik Dam)"),
)
