"""Who was disqualified, took part from elsewhere, stood in or was a guest, and what each house prints of it."""

from dataclasses import replace

from referatdesk.domain.codes import SubstitutionKind
from tests.services.wording.presence_cast import (
    ABSENT,
    CALLED,
    DISQUALIFIED,
    EXCUSED,
    GUEST,
    LEFT,
    PARTIAL,
    PRESENT,
    REMOTE,
    STANDS_IN,
    Case,
    at,
    came,
    left,
    noted_as,
    ruling,
    stand_in,
    with_,
)

SEATS = (
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
        "a stand-in is disqualified",
        (at("Ida", 5, DISQUALIFIED),),
        with_(noted_as("Palle", EXCUSED), stand_in()),
        rulings=(ruling("Ida", 5),),
        head=(
            "Ida Vester deltog som stedfortræder for Palle Nørre i behandlingen af punkt 1–4, 6 og 7.",
            "Ida Vester deltog ikke i behandlingen af punkt 5 på grund af inhabilitet.",
        ),
        running={5: ("Ida Vester erklærede sig inhabil og forlod lokalet under behandlingen af punktet.",)},
        line={
            4: "Palle Nørre, Klitved Kommune",
            5: "Palle Nørre, Klitved Kommune, Ida Vester, Klitved Kommune (inhabil)",
        },
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
        "a guest who was away comes to the one item for which he is disqualified",
        (came("Erik", 7), at("Erik", 7, DISQUALIFIED)),
        with_(replace(GUEST, status=ABSENT)),
        (ruling("Erik", 7),),
        head=(
            "Erik Dam deltog ikke i behandlingen af punkt 1–6.",
            "Erik Dam deltog ikke i behandlingen af punkt 7 på grund af inhabilitet.",
        ),
    ),
    Case(
        "words that were used of it are kept",
        (at("Sanne", 2, LEFT, left="12:50", words="Sanne Brix måtte gå kl. 12.50 på grund af et andet møde."),),
        head=("Sanne Brix deltog ikke i behandlingen af punkt 3–7.",),
        running={2: ("Sanne Brix måtte gå kl. 12.50 på grund af et andet møde.",)},
        line={3: "Sanne Brix, Region Fjordland"},
    ),
)
