"""Who came, went, stood in or was disqualified, and what each house prints of it: written out by hand.

The meeting has seven items, 1 to 7. Those listed below are there unless a case says otherwise.
"""

from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, Role, SubstitutionKind
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, ItemAttendance

LATE, LEFT, ABSENT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.ABSENT
PRESENT, REMOTE, PARTIAL = AttendanceStatus.PRESENT, AttendanceStatus.REMOTE, AttendanceStatus.PARTIAL
STANDS_IN, EXCUSED = AttendanceStatus.SUBSTITUTING, AttendanceStatus.ABSENT_NOTIFIED
STAYED_AWAY, CALLED = AttendanceStatus.ABSENT_UNNOTIFIED, AttendanceStatus.CALLED_NOT_MET
DISQUALIFIED, UNKNOWN = AttendanceStatus.DISQUALIFIED, AttendanceStatus.UNKNOWN


def person(name, organisation, status=PRESENT, **values):
    return Attendance(id=name.split()[0], meeting_id="m", name=name, organisation=organisation, status=status, **values)


MEMBERS = (
    person("Merete Aaby", "Egeby Kommune"),
    person("Aksel Ravn Lund", "Klitved Kommune"),
    person("Sanne Brix", "Region Fjordland"),
    person("Palle Nørre", "Klitved Kommune"),
    person("Tove Bonde Friis", "Egeby Kommune"),
)


def at(who, item, status, *, came=None, left=None, words=None):
    return ItemAttendance(
        id=f"{who}-{item}-{status}-{came or left}",
        meeting_id="m",
        item_id=str(item),
        attendance_id=who,
        status=status,
        from_time=came,
        to_time=left,
        reason_text=words,
    )


def came(who, item, time=None):
    return at(who, item, LATE, came=time)


def left(who, item, time=None):
    return at(who, item, LEFT, left=time)


def ruling(who, item, disqualified=True, **values):
    return Disqualification(
        id=f"{who}-{item}",
        meeting_id="m",
        item_id=str(item),
        attendance_id=who,
        disqualified=disqualified,
        **{"left_room": True} | values,
    )


def stand_in(status=STANDS_IN, kind=SubstitutionKind.DEPUTY, whose="Palle"):
    return person("Ida Vester", "Klitved Kommune", status, stands_in_for_id=whose, substitution=kind)


def with_(*others):
    """The members, some of them in another form, and whoever is not of them."""
    new = {one.id: one for one in others}
    known = tuple(new.pop(one.id, one) for one in MEMBERS)
    return (*known, *new.values())


def noted_as(who, status, **values):
    return replace(next(one for one in MEMBERS if one.id == who), status=status, **values)


GUEST = person("Erik Dam", "Egeby Kommune", roles=(Role.GUEST,), has_vote=False)


@dataclass(frozen=True)
class Case:
    """`head` are the sentences after the list, `running` those in the minutes by item, `line` the line by item."""

    name: str
    noted: tuple = ()
    people: tuple = MEMBERS
    rulings: tuple = ()
    head: tuple = ()
    running: dict = field(default_factory=dict)
    line: dict = field(default_factory=dict)


CASES = (
    Case("everybody is there for everything", line={1: "", 7: ""}),
    Case(
        "one leaves and stays away",
        (left("Aksel", 3, "13:10"),),
        head=("Aksel Ravn Lund deltog ikke i behandlingen af punkt 4–7.",),
        running={3: ("Kl. 13.10 forlod Aksel Ravn Lund mødet.",), 4: ()},
        line={3: "", 4: "Aksel Ravn Lund, Klitved Kommune", 7: "Aksel Ravn Lund, Klitved Kommune"},
    ),
    Case(
        "one leaves at no known time",
        (left("Aksel", 5),),
        head=("Aksel Ravn Lund deltog ikke i behandlingen af punkt 6 og 7.",),
        running={5: ("Aksel Ravn Lund forlod mødet under behandlingen af punktet.",)},
        line={5: "", 6: "Aksel Ravn Lund, Klitved Kommune"},
    ),
    Case(
        "two leave at the same time",
        (left("Aksel", 4, "13:25"), left("Sanne", 4, "13:25")),
        head=("Aksel Ravn Lund og Sanne Brix deltog ikke i behandlingen af punkt 5–7.",),
        running={4: ("Kl. 13.25 forlod Aksel Ravn Lund og Sanne Brix mødet.",)},
        line={5: "Aksel Ravn Lund, Klitved Kommune, Sanne Brix, Region Fjordland"},
    ),
    Case(
        "three leave, two of them together",
        (left("Aksel", 6, "14:05"), left("Sanne", 6, "14:00"), left("Tove", 6, "14:05")),
        head=("Aksel Ravn Lund, Sanne Brix og Tove Bonde Friis deltog ikke i behandlingen af punkt 7.",),
        running={
            6: ("Kl. 14.00 forlod Sanne Brix mødet.", "Kl. 14.05 forlod Aksel Ravn Lund og Tove Bonde Friis mødet.")
        },
        line={7: "Aksel Ravn Lund, Klitved Kommune, Sanne Brix, Region Fjordland, Tove Bonde Friis, Egeby Kommune"},
    ),
    Case(
        "one comes late",
        (came("Sanne", 4, "12:55"),),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 1–3.",),
        running={3: (), 4: ("Kl. 12.55 ankom Sanne Brix.",)},
        line={3: "Sanne Brix, Region Fjordland", 4: ""},
    ),
    Case(
        "one comes late at no known time",
        (came("Sanne", 2),),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 1.",),
        running={2: ("Sanne Brix ankom under behandlingen af punktet.",)},
        line={1: "Sanne Brix, Region Fjordland", 2: ""},
    ),
    Case(
        "one comes under the first item",
        (came("Sanne", 1, "12:35"),),
        head=(),
        running={1: ("Kl. 12.35 ankom Sanne Brix.",)},
        line={1: ""},
    ),
    Case(
        "three come together",
        (came("Merete", 3, "12:50"), came("Aksel", 3, "12:50"), came("Sanne", 3, "12:50")),
        head=("Merete Aaby, Aksel Ravn Lund og Sanne Brix deltog ikke i behandlingen af punkt 1 og 2.",),
        running={3: ("Kl. 12.50 ankom Merete Aaby, Aksel Ravn Lund og Sanne Brix.",)},
        line={2: "Merete Aaby, Egeby Kommune, Aksel Ravn Lund, Klitved Kommune, Sanne Brix, Region Fjordland"},
    ),
    Case(
        "one who sent apologies comes after all",
        (came("Palle", 3, "13:00"),),
        with_(noted_as("Palle", EXCUSED)),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 1 og 2.",),
        running={3: ("Kl. 13.00 ankom Palle Nørre.",)},
        line={2: "Palle Nørre, Klitved Kommune", 3: ""},
    ),
    Case(
        "one who sent apologies stays away",
        (),
        with_(noted_as("Palle", EXCUSED)),
        head=(),
        running={1: ()},
        line={1: "Palle Nørre, Klitved Kommune", 5: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "one leaves and comes back",
        (left("Aksel", 3, "13:10"), came("Aksel", 6, "13:55")),
        head=("Aksel Ravn Lund deltog ikke i behandlingen af punkt 4 og 5.",),
        running={
            3: ("Kl. 13.10 forlod Aksel Ravn Lund mødet.",),
            6: ("Kl. 13.55 vendte Aksel Ravn Lund tilbage til mødet.",),
        },
        line={5: "Aksel Ravn Lund, Klitved Kommune", 6: ""},
    ),
    Case(
        "one comes back at no known time",
        (left("Aksel", 1), came("Aksel", 4)),
        head=("Aksel Ravn Lund deltog ikke i behandlingen af punkt 2 og 3.",),
        running={4: ("Aksel Ravn Lund vendte tilbage til mødet under behandlingen af punktet.",)},
        line={4: ""},
    ),
    Case(
        "one is there for the middle alone",
        (came("Sanne", 3, "12:55"), left("Sanne", 5, "13:40")),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 1, 2, 6 og 7.",),
        running={3: ("Kl. 12.55 ankom Sanne Brix.",), 5: ("Kl. 13.40 forlod Sanne Brix mødet.",)},
        line={2: "Sanne Brix, Region Fjordland", 4: "", 6: "Sanne Brix, Region Fjordland"},
    ),
    Case(
        "one misses the first and a later span",
        (came("Sanne", 2, "12:45"), left("Sanne", 4, "13:20")),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 1 og 5–7.",),
        running={2: ("Kl. 12.45 ankom Sanne Brix.",), 4: ("Kl. 13.20 forlod Sanne Brix mødet.",)},
        line={1: "Sanne Brix, Region Fjordland", 7: "Sanne Brix, Region Fjordland"},
    ),
    Case(
        "one goes twice",
        (left("Aksel", 2, "12:50"), came("Aksel", 4, "13:15"), left("Aksel", 6, "14:00")),
        head=("Aksel Ravn Lund deltog ikke i behandlingen af punkt 3 og 7.",),
        running={
            2: ("Kl. 12.50 forlod Aksel Ravn Lund mødet.",),
            4: ("Kl. 13.15 vendte Aksel Ravn Lund tilbage til mødet.",),
            6: ("Kl. 14.00 forlod Aksel Ravn Lund mødet.",),
        },
        line={3: "Aksel Ravn Lund, Klitved Kommune", 5: "", 7: "Aksel Ravn Lund, Klitved Kommune"},
    ),
    Case(
        "one goes out for ten minutes",
        (left("Merete", 4, "13:10"), came("Merete", 4, "13:20")),
        head=("Merete Aaby deltog i en del af behandlingen af punkt 4.",),
        running={4: ("Kl. 13.10 forlod Merete Aaby mødet.", "Kl. 13.20 vendte Merete Aaby tilbage til mødet.")},
        line={4: "", 5: ""},
    ),
    Case(
        "one comes and goes under one item",
        (came("Sanne", 4, "13:10"), left("Sanne", 4, "13:25")),
        with_(noted_as("Sanne", EXCUSED)),
        head=(
            "Sanne Brix deltog ikke i behandlingen af punkt 1–3 og 5–7.",
            "Sanne Brix deltog i en del af behandlingen af punkt 4.",
        ),
        running={4: ("Kl. 13.10 ankom Sanne Brix.", "Kl. 13.25 forlod Sanne Brix mødet.")},
        line={3: "Sanne Brix, Region Fjordland", 4: "", 5: "Sanne Brix, Region Fjordland"},
    ),
    Case(
        "one comes as another goes",
        (came("Sanne", 5, "13:40"), left("Aksel", 5, "13:45")),
        head=(
            "Aksel Ravn Lund deltog ikke i behandlingen af punkt 6 og 7.",
            "Sanne Brix deltog ikke i behandlingen af punkt 1–4.",
        ),
        running={5: ("Kl. 13.40 ankom Sanne Brix.", "Kl. 13.45 forlod Aksel Ravn Lund mødet.")},
        line={4: "Sanne Brix, Region Fjordland", 5: "", 6: "Aksel Ravn Lund, Klitved Kommune"},
    ),
    Case(
        "one is out for one item",
        (at("Tove", 5, ABSENT),),
        head=("Tove Bonde Friis deltog ikke i behandlingen af punkt 5.",),
        running={5: ("Tove Bonde Friis deltog ikke i behandlingen af punktet.",), 6: ()},
        line={4: "", 5: "Tove Bonde Friis, Egeby Kommune", 6: ""},
    ),
    Case(
        "two are out for the same two items",
        (at("Tove", 2, ABSENT), at("Tove", 6, ABSENT), at("Sanne", 2, ABSENT), at("Sanne", 6, ABSENT)),
        head=("Sanne Brix og Tove Bonde Friis deltog ikke i behandlingen af punkt 2 og 6.",),
        running={2: ("Sanne Brix og Tove Bonde Friis deltog ikke i behandlingen af punktet.",)},
        line={2: "Sanne Brix, Region Fjordland, Tove Bonde Friis, Egeby Kommune"},
    ),
    Case(
        "one is out for items far apart",
        tuple(at("Tove", item, ABSENT) for item in (1, 3, 5, 6, 7)),
        head=("Tove Bonde Friis deltog ikke i behandlingen af punkt 1, 3 og 5–7.",),
        running={3: ("Tove Bonde Friis deltog ikke i behandlingen af punktet.",)},
        line={2: "", 3: "Tove Bonde Friis, Egeby Kommune"},
    ),
    Case(
        "one declares himself disqualified",
        (at("Palle", 4, DISQUALIFIED),),
        rulings=(ruling("Palle", 4),),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 4 på grund af inhabilitet.",),
        running={
            4: ("Palle Nørre erklærede sig inhabil og forlod lokalet under behandlingen af punktet.",),
            5: (),
        },
        line={4: "Palle Nørre, Klitved Kommune (inhabil)", 5: ""},
    ),
    Case(
        "two declare themselves disqualified",
        (at("Palle", 4, DISQUALIFIED), at("Sanne", 4, DISQUALIFIED)),
        rulings=(ruling("Palle", 4), ruling("Sanne", 4)),
        head=("Sanne Brix og Palle Nørre deltog ikke i behandlingen af punkt 4 på grund af inhabilitet.",),
        running={
            4: ("Sanne Brix og Palle Nørre erklærede sig inhabile og forlod lokalet under behandlingen af punktet.",)
        },
        line={4: "Sanne Brix, Region Fjordland (inhabil), Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "one is disqualified and stays in the room",
        (at("Palle", 4, DISQUALIFIED),),
        rulings=(ruling("Palle", 4, left_room=False),),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 4 på grund af inhabilitet.",),
        running={4: ("Palle Nørre erklærede sig inhabil og deltog ikke i behandlingen af punktet.",)},
        line={4: "Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "of a disqualification nothing is known but that it was",
        (at("Palle", 2, DISQUALIFIED),),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 2 på grund af inhabilitet.",),
        running={2: ("Palle Nørre var inhabil og deltog ikke i behandlingen af punktet.",)},
        line={2: "Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "two of whom nothing is known but that they were disqualified",
        (at("Aksel", 2, DISQUALIFIED), at("Palle", 2, DISQUALIFIED)),
        head=("Aksel Ravn Lund og Palle Nørre deltog ikke i behandlingen af punkt 2 på grund af inhabilitet.",),
        running={2: ("Aksel Ravn Lund og Palle Nørre var inhabile og deltog ikke i behandlingen af punktet.",)},
        line={2: "Aksel Ravn Lund, Klitved Kommune (inhabil), Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "one is disqualified from three items in a row",
        tuple(at("Palle", item, DISQUALIFIED) for item in (4, 5, 6)),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 4–6 på grund af inhabilitet.",),
        running={5: ("Palle Nørre var inhabil og deltog ikke i behandlingen af punktet.",)},
        line={6: "Palle Nørre, Klitved Kommune (inhabil)", 7: ""},
    ),
    Case(
        "one is disqualified and later leaves",
        (at("Palle", 2, DISQUALIFIED), left("Palle", 6, "14:00")),
        head=(
            "Palle Nørre deltog ikke i behandlingen af punkt 7.",
            "Palle Nørre deltog ikke i behandlingen af punkt 2 på grund af inhabilitet.",
        ),
        running={6: ("Kl. 14.00 forlod Palle Nørre mødet.",)},
        line={2: "Palle Nørre, Klitved Kommune (inhabil)", 7: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "the board finds somebody not disqualified",
        rulings=(ruling("Palle", 4, disqualified=False),),
        head=("Sundhedsråd Østfjord fandt under punkt 4, at Palle Nørre ikke var inhabil.",),
        running={4: ("Sundhedsråd Østfjord fandt, at Palle Nørre ikke var inhabil.",), 5: ()},
        line={4: ""},
    ),
    Case(
        "somebody raises the question of another in vain",
        rulings=(ruling("Tove", 4, disqualified=False, raised_by="Sanne Brix"),),
        head=("Sundhedsråd Østfjord fandt under punkt 4, at Tove Bonde Friis ikke var inhabil.",),
        running={
            4: (
                "Sanne Brix rejste spørgsmålet om Tove Bonde Friis' habilitet. "
                "Sundhedsråd Østfjord fandt, at Tove Bonde Friis ikke var inhabil.",
            )
        },
        line={4: ""},
    ),
    Case(
        "somebody raises the question of another rightly",
        (at("Palle", 4, DISQUALIFIED),),
        rulings=(ruling("Palle", 4, raised_by="Merete Aaby"),),
        head=("Palle Nørre deltog ikke i behandlingen af punkt 4 på grund af inhabilitet.",),
        running={
            4: (
                "Merete Aaby rejste spørgsmålet om Palle Nørres habilitet. "
                "Sundhedsråd Østfjord fandt, at Palle Nørre var inhabil. "
                "Palle Nørre forlod lokalet under behandlingen af punktet.",
            )
        },
        line={4: "Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "one takes part from elsewhere at one item",
        (at("Merete", 3, REMOTE),),
        head=("Merete Aaby deltog virtuelt i behandlingen af punkt 3.",),
        running={3: ("Merete Aaby deltog virtuelt i behandlingen af punktet.",)},
        line={3: ""},
    ),
    Case(
        "two take part from elsewhere at two items",
        (at("Merete", 3, REMOTE), at("Aksel", 3, REMOTE), at("Merete", 4, REMOTE), at("Aksel", 4, REMOTE)),
        head=("Merete Aaby og Aksel Ravn Lund deltog virtuelt i behandlingen af punkt 3 og 4.",),
        running={4: ("Merete Aaby og Aksel Ravn Lund deltog virtuelt i behandlingen af punktet.",)},
        line={4: ""},
    ),
    Case(
        "one is there for a part of an item",
        (at("Merete", 3, PARTIAL),),
        head=("Merete Aaby deltog i en del af behandlingen af punkt 3.",),
        running={3: ("Merete Aaby deltog i en del af behandlingen af punktet.",)},
        line={3: ""},
    ),
    Case(
        "one is there for a part of an item between two times",
        (at("Merete", 3, PARTIAL, came="13:00", left="13:20"),),
        head=("Merete Aaby deltog i en del af behandlingen af punkt 3.",),
        running={3: ("Merete Aaby deltog i behandlingen af punktet fra kl. 13.00 til kl. 13.20.",)},
        line={3: ""},
    ),
    Case(
        "one is out between two times",
        (at("Merete", 3, PARTIAL, came="13:20", left="13:00"),),
        head=("Merete Aaby deltog i en del af behandlingen af punkt 3.",),
        running={3: ("Merete Aaby var ikke til stede fra kl. 13.00 til kl. 13.20.",)},
        line={3: ""},
    ),
    Case(
        "a stand-in sits there all the time",
        (),
        with_(noted_as("Palle", EXCUSED), stand_in()),
        head=(),
        running={1: ()},
        line={1: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "a stand-in takes over from one who leaves",
        (left("Palle", 4, "13:15"), came("Ida", 4, "13:15")),
        with_(stand_in()),
        head=(
            "Palle Nørre deltog ikke i behandlingen af punkt 5–7.",
            "Ida Vester deltog som stedfortræder for Palle Nørre i behandlingen af punkt 4–7.",
        ),
        running={
            4: (
                "Kl. 13.15 forlod Palle Nørre mødet.",
                "Kl. 13.15 indtrådte Ida Vester som stedfortræder for Palle Nørre.",
            )
        },
        line={3: "", 5: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "a stand-in in place of somebody comes at no known time",
        (came("Ida", 2),),
        with_(noted_as("Palle", EXCUSED), stand_in(kind=SubstitutionKind.IN_PLACE_OF)),
        head=("Ida Vester deltog i stedet for Palle Nørre i behandlingen af punkt 2–7.",),
        running={2: ("Ida Vester indtrådte i stedet for Palle Nørre under behandlingen af punktet.",)},
        line={2: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "a stand-in is called for one disqualified at one item",
        (at("Palle", 5, DISQUALIFIED), at("Ida", 5, STANDS_IN)),
        with_(stand_in(PARTIAL)),
        rulings=(ruling("Palle", 5),),
        head=(
            "Palle Nørre deltog ikke i behandlingen af punkt 5 på grund af inhabilitet.",
            "Ida Vester deltog som stedfortræder for Palle Nørre i behandlingen af punkt 5.",
        ),
        running={
            5: (
                "Palle Nørre erklærede sig inhabil og forlod lokalet under behandlingen af punktet.",
                "Ida Vester deltog som stedfortræder for Palle Nørre i behandlingen af punktet.",
            )
        },
        line={5: "Palle Nørre, Klitved Kommune (inhabil)"},
    ),
    Case(
        "an alternate sits there for two items",
        (at("Ida", 5, STANDS_IN), at("Ida", 6, STANDS_IN)),
        with_(noted_as("Palle", EXCUSED), stand_in(PARTIAL, SubstitutionKind.ALTERNATE)),
        head=("Ida Vester deltog som suppleant for Palle Nørre i behandlingen af punkt 5 og 6.",),
        running={6: ("Ida Vester deltog som suppleant for Palle Nørre i behandlingen af punktet.",)},
        line={6: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "somebody is appointed for another at one item",
        (at("Ida", 3, STANDS_IN),),
        with_(noted_as("Palle", EXCUSED), stand_in(PARTIAL, SubstitutionKind.APPOINTED_FOR)),
        head=("Ida Vester deltog som tilforordnet for Palle Nørre i behandlingen af punkt 3.",),
        running={3: ("Ida Vester deltog som tilforordnet for Palle Nørre i behandlingen af punktet.",)},
        line={3: "Palle Nørre, Klitved Kommune"},
    ),
    Case(
        "a stand-in is called and does not come",
        (),
        with_(noted_as("Palle", EXCUSED), stand_in(CALLED)),
        head=("Ida Vester var indkaldt som stedfortræder for Palle Nørre, men mødte ikke.",),
        running={1: ()},
        line={1: "Palle Nørre, Klitved Kommune, Ida Vester, Klitved Kommune"},
    ),
    Case(
        "a guest is there for one item",
        (at("Erik", 4, PRESENT),),
        with_(replace(GUEST, status=PARTIAL)),
        head=("Erik Dam deltog i behandlingen af punkt 4.",),
        running={4: ("Erik Dam deltog i behandlingen af punktet.",)},
        line={1: "", 4: "", 7: ""},
    ),
    Case(
        "a guest comes and goes",
        (came("Erik", 3, "12:55"), left("Erik", 5, "13:40")),
        with_(GUEST),
        head=("Erik Dam deltog i behandlingen af punkt 3–5.",),
        running={3: ("Kl. 12.55 ankom Erik Dam.",), 5: ("Kl. 13.40 forlod Erik Dam mødet.",)},
        line={1: "", 4: "", 7: ""},
    ),
    Case(
        "words that were used of it are kept",
        (at("Sanne", 2, LEFT, left="12:50", words="Sanne Brix måtte gå kl. 12.50 på grund af et andet møde."),),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 3–7.",),
        running={2: ("Sanne Brix måtte gå kl. 12.50 på grund af et andet møde.",)},
        line={3: "Sanne Brix, Region Fjordland"},
    ),
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
    ((came("Sanne", 3, "12:55"),), noted_as("Sanne", PRESENT), "(ankom kl. 12.55)", ""),
    ((came("Sanne", 3),), noted_as("Sanne", PRESENT), "(fra punkt 3)", ""),
    ((came("Sanne", 3),), noted_as("Sanne", EXCUSED), "(fra punkt 3)", ""),
    ((left("Sanne", 5, "13:10"),), noted_as("Sanne", PRESENT), "(forlod mødet kl. 13.10)", ""),
    ((left("Sanne", 5),), noted_as("Sanne", PRESENT), "(til punkt 5)", ""),
    ((came("Sanne", 2), left("Sanne", 5)), noted_as("Sanne", PRESENT), "(fra punkt 2, til punkt 5)", ""),
    (
        (came("Sanne", 2, "12:55"), left("Sanne", 5, "13:10")),
        noted_as("Sanne", PRESENT),
        "(ankom kl. 12.55, forlod mødet kl. 13.10)",
        "",
    ),
    ((left("Sanne", 2, "12:50"), came("Sanne", 4, "13:10")), noted_as("Sanne", PRESENT), "", ""),
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
