"""Lists of people as real minutes print them, each read exactly."""

from textwrap import dedent

import pytest

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.head.attendance import read_attendance
from tests.documents.reading.people_forms import one, people_of

FORMS = {
    "a run with absentees in the same line": (
        "Til stede: Merete Aaby, Erik Dam og Ida Vester. Afbud: Bodil Krogh (stedfortræder Lærke Bang).",
        [
            one("Merete Aaby"),
            one("Erik Dam"),
            one("Ida Vester"),
            one("Bodil Krogh", status="absent_notified"),
            one("Lærke Bang", stands_in_for="Bodil Krogh", roles="substitute"),
        ],
    ),
    "groups with colons and bullets, titles before the names, e-mails": (
        """\
        Formænd:
        - Borgmester Merete Aaby, Klitved Kommune, merete@klitved.example
        - Formand for Regionsrådet Erik Dam, Region Fjordland, Erik.Dam@fjordland.example

        Medlemmer:
        - Ida Vester, Egeby Kommune ida@egeby.example
        - Palle Nørre, tilforordnet for Bodil Krogh, formand for Sundhedsudvalget, Klitved Kommune, palle@k.example

        Administrativ deltagelse:
        - Direktør for Sundhed og Omsorg Lærke Bang, Egeby Kommune, Laerke@egeby.example
        - Centerchef Aksel Ravn Lund, Center for Kvalitet, Region Fjordland, ravn@fjordland.example

        Sekretariat:
        - Sanne Brix, Sammenhæng og Kvalitet, Region Fjordland, sanne@fjordland.example

        Afbud:
        - Bodil Krogh, Klitved Kommune
        """,
        [
            one(
                "Merete Aaby",
                role="Borgmester",
                organisation="Klitved Kommune",
                email="merete@klitved.example",
                group="Formænd",
                roles="chair",
            ),
            one(
                "Erik Dam",
                role="Formand for Regionsrådet",
                organisation="Region Fjordland",
                email="Erik.Dam@fjordland.example",
                group="Formænd",
                roles="chair",
            ),
            one(
                "Ida Vester", organisation="Egeby Kommune", email="ida@egeby.example", group="Medlemmer", roles="member"
            ),
            one(
                "Palle Nørre",
                organisation="Klitved Kommune",
                email="palle@k.example",
                group="Medlemmer",
                roles="member",
                stands_in_for="Bodil Krogh",
                substitution="appointed_for",
                note="formand for Sundhedsudvalget",
            ),
            one(
                "Lærke Bang",
                role="Direktør for Sundhed og Omsorg",
                organisation="Egeby Kommune",
                email="Laerke@egeby.example",
                group="Administrativ deltagelse",
                roles="admin",
            ),
            one(
                "Aksel Ravn Lund",
                role="Centerchef",
                unit="Center for Kvalitet",
                organisation="Region Fjordland",
                email="ravn@fjordland.example",
                group="Administrativ deltagelse",
                roles="admin",
            ),
            one(
                "Sanne Brix",
                unit="Sammenhæng og Kvalitet",
                organisation="Region Fjordland",
                email="sanne@fjordland.example",
                group="Sekretariat",
                roles="secretariat",
            ),
            one("Bodil Krogh", organisation="Klitved Kommune", status="absent_notified", group="Afbud"),
        ],
    ),
    "groups without colons, the organisation in their heading": (
        """\
        Deltagere
        Fra kommunerne
        Merete Aaby, Klitved Kommune (vært og mødeleder)
        Erik Dam, Egeby Kommune (afbud)
        Fra PLO-Fjordland
        Ida Vester
        Fra Region Fjordland
        Bodil Krogh
        Aksel Ravn Lund
        Administrativt
        Lærke Bang, sundhedschef, Egeby Kommune
        Palle Nørre – Direktør, Klitved Kommune (i stedet for Sanne Brix)
        """,
        [
            one(
                "Merete Aaby",
                role="vært og mødeleder",
                organisation="Klitved Kommune",
                group="Fra kommunerne",
                roles="host meeting_leader",
            ),
            one(
                "Erik Dam",
                organisation="Egeby Kommune",
                group="Fra kommunerne",
                status="absent_notified",
                status_raw="(afbud)",
            ),
            one("Ida Vester", organisation="PLO-Fjordland", group="Fra PLO-Fjordland"),
            one("Bodil Krogh", organisation="Region Fjordland", group="Fra Region Fjordland"),
            one("Aksel Ravn Lund", organisation="Region Fjordland", group="Fra Region Fjordland"),
            one("Lærke Bang", role="sundhedschef", organisation="Egeby Kommune", group="Administrativt", roles="admin"),
            one(
                "Palle Nørre",
                role="Direktør",
                organisation="Klitved Kommune",
                group="Administrativt",
                roles="admin",
                stands_in_for="Sanne Brix",
                substitution="in_place_of",
            ),
        ],
    ),
    "a run in which only blanks part the people": (
        "Deltagere: Ida Vester – direktør Klitved Kommune Erik Dam - afdelingsdirektør Region Fjordland "
        "Bodil Krogh – sundhedschef Egeby Kommune (sekretariat) Palle Nørre – chefkonsulent Region Fjordland",
        [
            one("Ida Vester", role="direktør", organisation="Klitved Kommune"),
            one("Erik Dam", role="afdelingsdirektør", organisation="Region Fjordland"),
            one(
                "Bodil Krogh",
                role="sundhedschef",
                organisation="Egeby Kommune",
                group="sekretariat",
                roles="secretariat",
            ),
            one("Palle Nørre", role="chefkonsulent", organisation="Region Fjordland"),
        ],
    ),
    "members, absentees and others, each a run": (
        """\
        Medlemmer: Merete Aaby (A), Aksel Ravn Lund (V), Ida Vester (F)
        Fraværende: Erik Dam (C)
        Øvrige deltagere: Kommunaldirektør Bodil Krogh, centerchef Palle Nørre og specialkonsulent Sanne Brix (referent)
        """,
        [
            one("Merete Aaby", party="A", group="Medlemmer", roles="member"),
            one("Aksel Ravn Lund", party="V", group="Medlemmer", roles="member"),
            one("Ida Vester", party="F", group="Medlemmer", roles="member"),
            one("Erik Dam", party="C", status="absent"),
            one("Bodil Krogh", role="Kommunaldirektør", group="Øvrige deltagere"),
            one("Palle Nørre", role="centerchef", group="Øvrige deltagere"),
            one("Sanne Brix", role="specialkonsulent, referent", group="Øvrige deltagere", roles="minute_taker"),
        ],
    ),
    "chair and vice chair with party letters": (
        """\
        Formand Merete Aaby (V)
        Næstformand Erik Dam (A)
        Ida Vester (Ø)
        Aksel Ravn Lund (Liste T)
        Bodil Krogh (Løsgænger)
        """,
        [
            one("Merete Aaby", role="Formand", party="V", roles="chair"),
            one("Erik Dam", role="Næstformand", party="A", roles="vice_chair"),
            one("Ida Vester", party="Ø"),
            one("Aksel Ravn Lund", party="T"),
            one("Bodil Krogh", party="Løsgænger"),
        ],
    ),
    "parties as headings": (
        """\
        Socialdemokratiet:
        Merete Aaby
        Erik Dam
        Venstre: Ida Vester, Bodil Krogh
        Liste K: Palle Nørre
        """,
        [
            one("Merete Aaby", group="Socialdemokratiet", party="Socialdemokratiet"),
            one("Erik Dam", group="Socialdemokratiet", party="Socialdemokratiet"),
            one("Ida Vester", group="Venstre", party="Venstre"),
            one("Bodil Krogh", group="Venstre", party="Venstre"),
            one("Palle Nørre", group="Liste K", party="K"),
        ],
    ),
    "not there, with and without word": (
        """\
        Til stede
        Merete Aaby, Erik Dam
        Ikke til stede
        Ida Vester
        Fraværende uden afbud: Palle Nørre
        Fraværende med afbud: Sanne Brix
        """,
        [
            one("Merete Aaby"),
            one("Erik Dam"),
            one("Ida Vester", status="absent"),
            one("Palle Nørre", status="absent_unnotified"),
            one("Sanne Brix", status="absent_notified"),
        ],
    ),
    "late, early and in part": (
        """\
        Deltagere:
        - Merete Aaby, ankom kl. 16.20 under punkt 4
        - Erik Dam (forlod mødet kl. 17.05)
        - Ida Vester (deltog under punkt 1-3)
        - Bodil Krogh (til kl. 18)
        - Palle Nørre, deltog ikke i behandlingen af punkt 6
        - Sanne Brix (kl. 16.30-17.15)
        - Lærke Bang (deltog via Teams)
        """,
        [
            one("Merete Aaby", status="late", arrived_at="16:20", status_raw="ankom kl. 16.20 under punkt 4"),
            one("Erik Dam", status="left_early", left_at="17:05", status_raw="(forlod mødet kl. 17.05)"),
            one("Ida Vester", status="partial", status_raw="(deltog under punkt 1-3)"),
            one("Bodil Krogh", status="left_early", left_at="18:00", status_raw="(til kl. 18)"),
            one("Palle Nørre", status="partial", status_raw="deltog ikke i behandlingen af punkt 6"),
            one("Sanne Brix", status="partial", arrived_at="16:30", left_at="17:15", status_raw="(kl. 16.30-17.15)"),
            one("Lærke Bang", status="remote", status_raw="(deltog via Teams)"),
        ],
    ),
    "a sentence on somebody listed": (
        """\
        Deltagere: Merete Aaby, Erik Dam, Ida Vester.
        Erik Dam forlod mødet kl. 17.30.
        Ida Vester deltog under punkt 2.
        """,
        [
            one("Merete Aaby"),
            one("Erik Dam", status="left_early", left_at="17:30", status_raw="forlod mødet kl. 17.30"),
            one("Ida Vester", status="partial", status_raw="deltog under punkt 2"),
        ],
    ),
    "stand-ins in their wordings": (
        """\
        Deltagere:
        Merete Aaby (stedfortræder for Erik Dam), Klitved Kommune
        Ida Vester, i stedet for Bodil Krogh, Egeby Kommune
        Palle Nørre (suppleant for Sanne Brix)
        Lærke Bang mødte for Aksel Ravn Lund
        Hans-Ole Vang, som stedfortræder for Karen Lind, PLO
        Grethe Skov (for Ulla Holm)
        """,
        [
            one("Merete Aaby", organisation="Klitved Kommune", stands_in_for="Erik Dam", substitution="deputy"),
            one("Ida Vester", organisation="Egeby Kommune", stands_in_for="Bodil Krogh", substitution="in_place_of"),
            one("Palle Nørre", stands_in_for="Sanne Brix", substitution="alternate"),
            one("Lærke Bang", stands_in_for="Aksel Ravn Lund", substitution="in_place_of"),
            one("Hans-Ole Vang", organisation="PLO", stands_in_for="Karen Lind", substitution="deputy"),
            one("Grethe Skov", stands_in_for="Ulla Holm", substitution="in_place_of"),
        ],
    ),
    "those absent with who came instead": (
        """\
        Afbud:
        Merete Aaby, Klitved Kommune (i stedet deltog Erik Dam)
        Ida Vester – stedfortræder: Bodil Krogh
        Palle Nørre (A), suppleant Sanne Brix
        """,
        [
            one("Merete Aaby", organisation="Klitved Kommune", status="absent_notified"),
            one("Erik Dam", organisation="Klitved Kommune", stands_in_for="Merete Aaby", roles="substitute"),
            one("Ida Vester", status="absent_notified"),
            one("Bodil Krogh", stands_in_for="Ida Vester", roles="substitute"),
            one("Palle Nørre", party="A", status="absent_notified"),
            one("Sanne Brix", stands_in_for="Palle Nørre", roles="substitute"),
        ],
    ),
    "vacant seats": (
        """\
        Fra Region Fjordland:
        - Merete Aaby
        - Vakant
        Fra PLO:
        - Ida Vester (ubesat fra 1. maj)
        - Vakant (PLO)
        """,
        [
            one("Merete Aaby", organisation="Region Fjordland", group="Fra Region Fjordland"),
            one("Vakant", organisation="Region Fjordland", group="Fra Region Fjordland", status="vacant"),
            one("Ida Vester", organisation="PLO", group="Fra PLO", note="ubesat fra 1. maj"),
            one("Vakant", organisation="PLO", group="Fra PLO", status="vacant"),
        ],
    ),
    "the two sides of a MED committee": (
        """\
        A-siden:
        Kommunaldirektør Merete Aaby (formand)
        HR-chef Erik Dam
        B-siden:
        Ida Vester, FOA (næstformand)
        Bodil Krogh, HK
        Palle Nørre, DSR, fællestillidsrepræsentant
        Sekretær: Sanne Brix
        """,
        [
            one("Merete Aaby", role="Kommunaldirektør, formand", group="A-siden", roles="chair"),
            one("Erik Dam", role="HR-chef", group="A-siden"),
            one("Ida Vester", role="næstformand", organisation="FOA", group="B-siden", roles="vice_chair"),
            one("Bodil Krogh", organisation="HK", group="B-siden"),
            one("Palle Nørre", role="fællestillidsrepræsentant", organisation="DSR", group="B-siden"),
            one("Sanne Brix", role="Sekretær", group="B-siden", roles="secretariat"),
        ],
    ),
    "names with particles, initials and hyphens": (
        "Deltagere: Aksel von Lund, Hans-Ole van der Berg, P. O. Dam, Anne Marie de la Cour, "
        "Inge-Lise Brix-Nørre, Merete F. Aaby",
        [
            one("Aksel von Lund"),
            one("Hans-Ole van der Berg"),
            one("P. O. Dam"),
            one("Anne Marie de la Cour"),
            one("Inge-Lise Brix-Nørre"),
            one("Merete F. Aaby"),
        ],
    ),
    "names in capitals": (
        "DELTAGERE\nMERETE AABY (A)\nERIK DAM, KLITVED KOMMUNE\nAFBUD\nIDA VESTER (V)",
        [
            one("MERETE AABY", party="A"),
            one("ERIK DAM", organisation="KLITVED KOMMUNE"),
            one("IDA VESTER", party="V", status="absent_notified"),
        ],
    ),
    "three lines a person": (
        """\
        Deltagere

        Merete Aaby
        Borgmester
        Klitved Kommune

        Erik Dam
        Direktør
        Region Fjordland
        """,
        [
            one("Merete Aaby", role="Borgmester", organisation="Klitved Kommune"),
            one("Erik Dam", role="Direktør", organisation="Region Fjordland"),
        ],
    ),
    "initials behind the names": (
        "Til stede: Merete Aaby (MAA), Erik Dam (ED), Ida Vester (IV)",
        [one("Merete Aaby", note="MAA"), one("Erik Dam", note="ED"), one("Ida Vester", note="IV")],
    ),
    "titles with unit and organisation, in one comma run": (
        "Deltagere: borgmester Merete Aaby, Klitved Kommune, ledende overlæge Erik Dam, "
        "Afdeling for Lungesygdomme, Fjordhospitalet, "
        "praktiserende læge Ida Vester, PLO-Fjordland, kst. centerchef Bodil Krogh, Center for Sundhed, Egeby Kommune",
        [
            one("Merete Aaby", role="borgmester", organisation="Klitved Kommune"),
            one("Erik Dam", role="ledende overlæge", unit="Afdeling for Lungesygdomme", organisation="Fjordhospitalet"),
            one("Ida Vester", role="praktiserende læge", organisation="PLO-Fjordland"),
            one("Bodil Krogh", role="kst. centerchef", unit="Center for Sundhed", organisation="Egeby Kommune"),
        ],
    ),
    "slashes and semicolons": (
        "Deltagere: Merete Aaby / Klitved Kommune; Erik Dam / Egeby Kommune; Ida Vester / PLO",
        [
            one("Merete Aaby", organisation="Klitved Kommune"),
            one("Erik Dam", organisation="Egeby Kommune"),
            one("Ida Vester", organisation="PLO"),
        ],
    ),
    "organisations as headings of their own": (
        """\
        Mødedeltagere:

        Klitved Kommune:
        Merete Aaby, borgmester
        Erik Dam, direktør

        Region Fjordland:
        Ida Vester, regionsrådsmedlem

        Patientinddragelsesudvalget:
        Bodil Krogh
        """,
        [
            one("Merete Aaby", role="borgmester", organisation="Klitved Kommune", group="Klitved Kommune"),
            one("Erik Dam", role="direktør", organisation="Klitved Kommune", group="Klitved Kommune"),
            one("Ida Vester", role="regionsrådsmedlem", organisation="Region Fjordland", group="Region Fjordland"),
            one("Bodil Krogh", group="Patientinddragelsesudvalget"),
        ],
    ),
    "a numbered list": (
        """\
        1. Merete Aaby (A), formand
        2. Erik Dam (V), næstformand
        3. Ida Vester (F) - afbud
        """,
        [
            one("Merete Aaby", role="formand", party="A", roles="chair"),
            one("Erik Dam", role="næstformand", party="V", roles="vice_chair"),
            one("Ida Vester", party="F", status="absent_notified", status_raw="afbud"),
        ],
    ),
    "everybody but one": (
        "Alle medlemmer var til stede undtagen Erik Dam, der havde meldt afbud.",
        [one("Erik Dam", status="absent")],
    ),
    "absence told in a sentence": (
        "Fraværende var Erik Dam og Ida Vester.\nAfbud fra Bodil Krogh (C).",
        [
            one("Erik Dam", status="absent"),
            one("Ida Vester", status="absent"),
            one("Bodil Krogh", party="C", status="absent_notified"),
        ],
    ),
    "the same name listed and then absent": (
        "Medlemmer: Merete Aaby, Erik Dam\nAfbud: Erik Dam",
        [
            one("Merete Aaby", group="Medlemmer", roles="member"),
            one("Erik Dam", group="Medlemmer", roles="member", status="absent_notified"),
        ],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_list_of_people_is_read_exactly(form):
    text, expected = FORMS[form]
    assert people_of(dedent(text)) == expected


def test_a_name_spelt_two_ways_is_in_doubt():
    text = "Til stede: Merete Aaby, Kim Agger Brogård\nAfbud: Merethe Aaby, Kim Brogård"
    _, doubts = read_attendance(source_of_text(text).paragraphs)
    assert [(doubt.code, doubt.text, doubt.proposal) for doubt in doubts] == [
        ("person.spelt_twice", "Merethe Aaby", "Merete Aaby"),
        ("person.spelt_twice", "Kim Brogård", "Kim Agger Brogård"),
    ]


def test_what_names_nobody_is_told():
    people, doubts = read_attendance(
        source_of_text("Til stede: Merete Aaby\nMødet blev filmet af elever fra skolen.").paragraphs
    )
    assert len(people) == 1
    assert [(doubt.code, doubt.text) for doubt in doubts] == [
        ("people.unread", "Mødet blev filmet af elever fra skolen.")
    ]
