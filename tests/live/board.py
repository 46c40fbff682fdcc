"""The fictional board whose meeting is written: 24 people, those who may stand in, and an agenda of twelve items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

BOARD = "Sundhedsråd Østfjord"
PLACE = "Mødelokale Klitten, Egeby Rådhus"
BEGINS = datetime(2027, 2, 4, 13, 0)  # noqa: DTZ001 - by the clock of the house
NEXT_MEETING = "2027-03-11"

FJORDLAND, KLITLAND = "Region Fjordland", "Region Klitland"
EGEBY, KLITVED, LYNGHOEJ = "Egeby Kommune", "Klitved Kommune", "Lynghøj Kommune"
REGIONS, MAYORS, DOCTORS = "Regionsrådene", "Kommunerne", "Almen praksis og sygehuse"
DIRECTORS, GUESTS = "Direktører og sekretariat", "Gæster"


@dataclass(frozen=True, slots=True)
class Seat:
    name: str
    group: str
    organisation: str
    party: str | None = None
    title: str | None = None
    role: str = "member"

    @property
    def has_vote(self) -> bool:
        return self.party is not None


MERETE, AKSEL, SANNE, PALLE = "Merete Aaby", "Aksel Ravn Lund", "Sanne Brix", "Palle Nørre"
GERDA, TROELS, INGER, BENT, LONE = "Gerda Holm Friis", "Troels Vang", "Inger Skytte", "Bent Overby", "Lone Kjærsig"
IDA, MOGENS, SIGNE = "Ida Vester", "Mogens Klitgård", "Signe Havreager"
HANNE, JOERGEN, YRSA, CARSTEN = "Hanne Rosing", "Jørgen Talbro", "Yrsa Damgren", "Carsten Ulfeldt"
KIRSTEN, OLE, PERNILLE, NINA, EJNAR = (
    "Kirsten Egelund",
    "Ole Hjermitsen",
    "Pernille Stenvad",
    "Nina Krog",
    "Ejnar Wolle",
)
VIBEKE, RASMUS, FRIDA = "Vibeke Lyngsøe", "Rasmus Fjeldmark", "Frida Zeuthen"
DORTE, KARL, ANDERS = "Dorte Bak", "Karl Emil Strand", "Anders Holt-Juhl"

SEATS = (
    Seat(MERETE, REGIONS, FJORDLAND, "A", "regionsrådsmedlem", "chair"),
    Seat(AKSEL, REGIONS, FJORDLAND, "V", "regionsrådsmedlem", "vice_chair"),
    Seat(SANNE, REGIONS, FJORDLAND, "F", "regionsrådsmedlem"),
    Seat(PALLE, REGIONS, FJORDLAND, "C", "regionsrådsmedlem"),
    Seat(GERDA, REGIONS, FJORDLAND, "A", "regionsrådsmedlem"),
    Seat(TROELS, REGIONS, FJORDLAND, "V", "regionsrådsmedlem"),
    Seat(INGER, REGIONS, KLITLAND, "A", "regionsrådsmedlem"),
    Seat(BENT, REGIONS, KLITLAND, "C", "regionsrådsmedlem"),
    Seat(LONE, REGIONS, KLITLAND, "B", "regionsrådsmedlem"),
    Seat(IDA, MAYORS, EGEBY, "V", "borgmester"),
    Seat(MOGENS, MAYORS, KLITVED, "A", "borgmester"),
    Seat(SIGNE, MAYORS, LYNGHOEJ, "C", "borgmester"),
    Seat(HANNE, DOCTORS, "PLO", None, "praktiserende læge"),
    Seat(JOERGEN, DOCTORS, "Egeby Sygehus", None, "cheflæge"),
    Seat(YRSA, DOCTORS, "PLO", None, "praktiserende læge"),
    Seat(CARSTEN, DOCTORS, "Psykiatrien i Fjordland", None, "ledende overlæge"),
    Seat(KIRSTEN, DIRECTORS, FJORDLAND, None, "sundhedsdirektør"),
    Seat(OLE, DIRECTORS, EGEBY, None, "direktør"),
    Seat(PERNILLE, DIRECTORS, KLITVED, None, "direktør"),
    Seat(EJNAR, DIRECTORS, LYNGHOEJ, None, "direktør"),
    Seat(NINA, DIRECTORS, EGEBY, None, "sekretær", "minute_taker"),
    Seat(VIBEKE, GUESTS, "Patienternes Råd", None, "patientrepræsentant", "observer"),
    Seat(RASMUS, GUESTS, "Fjordland Analyse", None, "konsulent", "guest"),
    Seat(FRIDA, GUESTS, "Klitland Analyse", None, "konsulent", "guest"),
)
STAND_INS = {SIGNE: DORTE, PALLE: KARL, TROELS: ANDERS}
"""By member: the personal substitute, who is known to the archive and not on the list."""


@dataclass(frozen=True, slots=True)
class Planned:
    title: str
    minutes: int
    case_text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    kind: str = "item"


AGENDA = "Godkendelse af dagsorden"
LAST_TIME = "Godkendelse af referat fra mødet den 7. januar"
NURSING = "Fælles akutsygepleje i Egeby og Klitved"
BUDGET = "Fordeling af midler til forebyggelse"
NIGHT_DOCTOR = "Ny ordning for lægevagten"
HOUSE = "Placering af sundhedshus i Lynghøj"
RECRUITING = "Rekruttering af praktiserende læger"
YOUNG = "Rådgivning til unge, der venter på udredning"
ESTATE = "Køb af ejendom i Havnegade"
HEARING = "Høringssvar om ny sundhedsaftale"
NEWS = "Orientering fra formandskabet"
ANY_OTHER = "Eventuelt"
ADDED = "Vaccination mod influenza i Klitved"

ITEMS = (
    Planned(AGENDA, 1, ("Dagsordenen lægges frem til godkendelse.",), kind="approve_agenda"),
    Planned(LAST_TIME, 1, ("Referatet blev sendt ud den 14. januar.",), kind="approve_minutes"),
    Planned(
        NURSING,
        5,
        ("Seks af holdets otte sygeplejersker er ansat.", "Udstyret kan betales inden for rammen."),
        (
            "Tager status for opstarten til efterretning.",
            "Godkender, at de to sidste stillinger slås op igen.",
            "Godkender, at der bruges 85.000 kr. på udstyr til bilerne.",
        ),
    ),
    Planned(
        BUDGET,
        4,
        ("Der er afsat 1.200.000 kr. til forebyggelse.",),
        (
            "Godkender, at 600.000 kr. går til kommunerne.",
            "Godkender, at 400.000 kr. går til sygehusene.",
            "Godkender, at 200.000 kr. holdes tilbage til efteråret.",
        ),
    ),
    Planned(
        NIGHT_DOCTOR,
        5,
        ("Lægevagten har i dag tre adresser.",),
        ("Godkender, at lægevagten samles på to adresser fra den 1. september.",),
    ),
    Planned(
        HOUSE,
        4,
        ("Der er udpeget en grund ved stationen.",),
        ("Godkender, at sundhedshuset placeres ved stationen.",),
    ),
    Planned(
        RECRUITING,
        4,
        ("Syv praksis står uden læge.",),
        ("Godkender, at der ansættes to fælles rekrutteringskonsulenter.",),
    ),
    Planned(YOUNG, 3, ("Ventetiden er 36 uger.",), ("Drøfter, om der skal åbnes en fælles rådgivning.",)),
    Planned(
        ESTATE,
        3,
        ("Sælger har givet et nyt tilbud på 14.250.000 kr.",),
        ("Godkender, at der forhandles videre om købet.",),
    ),
    Planned(HEARING, 2, ("Udkastet er sendt til rådet.",), ("Godkender udkastet til høringssvar.",)),
    Planned(NEWS, 3),
    Planned(ANY_OTHER, 2, kind="any_other"),
)
