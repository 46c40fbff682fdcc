"""What a sentence of Danish minutes promises: who, by when; and the sentences that promise nothing."""

from datetime import date

import pytest

from referatdesk.domain.codes import Precision
from referatdesk.domain.deadlines import last_day
from referatdesk.domain.promises import KnownNames, deadline_in, marked_promise, proposed_promise

MEETING = "2026-08-20"
NAMES = KnownNames(
    ["Merete Aaby", "Aksel Ravn Lund", "Sanne Brix", "Palle Nørre", "Ida Vester", "Ida Holm"],
    ["Egeby Kommune", "Klitved Kommune", "Region Fjordland", "Praksisafdelingen"],
)
DAY, WEEK, PART, MONTH = Precision.DAY, Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH
SEASON, HALF, YEAR, NEXT = Precision.SEASON, Precision.HALF_YEAR, Precision.YEAR, Precision.NEXT_MEETING
NEVER = Precision.NONE

PROMISES = [
    ("Egeby Kommune undersøger mulighederne til næste møde.", ["Egeby Kommune"], NEXT, None),
    ("Forvaltningen vender tilbage på næste møde.", ["Forvaltningen"], NEXT, None),
    ("Sekretariatet sender materialet ud senest den 1. september.", ["Sekretariatet"], DAY, "2026-09-01"),
    ("Merete Aaby følger op inden 1/9.", ["Merete Aaby"], DAY, "2026-09-01"),
    ("Sanne sender oversigten 15/10.", ["Sanne Brix"], DAY, "2026-10-15"),
    ("ARL undersøger økonomien i uge 36.", ["Aksel Ravn Lund"], WEEK, "2026-W36"),
    ("Palle Nørre er tovholder.", ["Palle Nørre"], NEVER, None),
    ("Tovholder: Klitved Kommune.", ["Klitved Kommune"], NEVER, None),
    ("Ansvarlig: Ida Vester og Palle Nørre.", ["Ida Vester", "Palle Nørre"], NEVER, None),
    ("Punktet dagsordensættes på næste møde.", [], NEXT, None),
    ("Der arbejdes videre med modellen frem mod næste møde.", [], NEXT, None),
    ("Evalueringen forelægges medio 2027.", [], YEAR, "2027"),
    ("Emnet dagsordenssættes igen i efteråret 2026.", [], SEASON, "2026-23"),
    ("Planen forventes klar primo oktober.", [], PART, "2026-10"),
    ("Evalueringen forventes færdig ultimo november 2026.", [], PART, "2026-11"),
    ("Udkastet forventes udsendt i andet halvår.", [], HALF, "2026-41"),
    ("Region Fjordland forventer at være klar i første halvår 2027.", ["Region Fjordland"], HALF, "2027-40"),
    ("Der gives status på næste møde.", [], NEXT, None),
    ("Der følges op i januar.", [], MONTH, "2027-01"),
    ("Administrationen skal inden udgangen af 2026 udarbejde en plan.", ["Administrationen"], YEAR, "2026"),
    ("Det blev aftalt, at Ida Holm indkalder til et formøde i uge 40.", ["Ida Holm"], WEEK, "2026-W40"),
    ("Ida Vester kontakter lægerne.", ["Ida Vester"], NEVER, None),
    ("Merete Aaby og Sanne Brix laver et oplæg.", ["Merete Aaby", "Sanne Brix"], NEVER, None),
    ("Praksisafdelingen rundsender tallene.", ["Praksisafdelingen"], NEVER, None),
    ("Praksisafdelingen melder tilbage medio september.", ["Praksisafdelingen"], PART, "2026-09"),
    ("Arbejdsgruppen fremlægger sit forslag til foråret.", ["Arbejdsgruppen"], SEASON, "2027-21"),
    ("Formanden tager kontakt til Lyngsø Kommune.", ["Formanden"], NEVER, None),
    ("Lyngsø Kommune inviterer til et besøg i oktober.", ["Lyngsø Kommune"], MONTH, "2026-10"),
    ("Status på næste møde.", [], NEXT, None),
    (
        "Sagen blev drøftet, og der var enighed om, at Egeby Kommune undersøger muligheden for fælles kørsel til næste "
        "møde.",
        ["Egeby Kommune"],
        NEXT,
        None,
    ),
    ("Der var enighed om, at Egeby Kommune undersøger muligheden.", ["Egeby Kommune"], NEVER, None),
    ("Planen blev godkendt, og forvaltningen udarbejder en tidsplan.", ["forvaltningen"], NEVER, None),
    ("Sagen blev udsat, hvorefter Ida Vester undersøger økonomien i uge 36.", ["Ida Vester"], WEEK, "2026-W36"),
    (
        "Rådet drøftede sagen, og det blev aftalt, at Sanne og Palle følger op.",
        ["Sanne Brix", "Palle Nørre"],
        NEVER,
        None,
    ),
    ("Man var enige om at vente og at sekretariatet sender et notat inden 1/9.", ["sekretariatet"], DAY, "2026-09-01"),
    ("Ordningen fremlægges i 1. kvartal 2027.", [], MONTH, "2027-03"),
    ("Sanne Brix følger op senest 1.9.", ["Sanne Brix"], DAY, "2026-09-01"),
    ("Forvaltningen vender tilbage til årsskiftet.", ["Forvaltningen"], YEAR, "2026"),
    ("Sagen drøftes på et af de næste møder.", [], NEXT, None),
    ("Emnet genoptages i vinteren 2026/27.", [], SEASON, "2026-24"),
    ("Opfølgning: Sanne sender referatet rundt.", ["Sanne Brix"], NEVER, None),
    ("Aftale: Palle og Merete taler sammen inden jul.", ["Palle Nørre", "Merete Aaby"], NEVER, None),
    ("Borgmesteren lovede et skriftligt svar senest den 3. november 2026.", ["Borgmesteren"], DAY, "2026-11-03"),
    ("Referatet udsendes senest den 27. august.", [], DAY, "2026-08-27"),
    ("Sagen genoptages på et kommende møde.", [], NEXT, None),
    ("Notatet skal revideres inden 2027.", [], YEAR, "2027"),
    ("Klitved Kommune sørger for lokaler.", ["Klitved Kommune"], NEVER, None),
    ("Sekretariatet samler op på bemærkningerne.", ["Sekretariatet"], NEVER, None),
    ("Forslaget sættes på dagsordenen i uge 2.", [], WEEK, "2027-W02"),
]

OTHER_SENTENCES = [
    "Merete Aaby bød velkommen.",
    "Rådet tog orienteringen til efterretning.",
    "Indstillingen blev godkendt.",
    "Sekretariatet udsendte materialet den 1. august.",
    "Sekretariatet har udsendt materialet.",
    "Palle Nørre undersøgte sagen i foråret.",
    "Palle Nørre foreslog, at sekretariatet udsender materialet inden 1/9.",
    "Ida Vester spurgte, om forvaltningen følger op i oktober.",
    "Sanne Brix ønskede, at sagen undersøges inden jul.",
    "Hvem følger op på sagen inden 1. september?",
    "Folketinget vedtog, at ordningen evalueres i 2027.",
    "Regionsrådet besluttede, at planen sendes i høring inden den 1. oktober.",
    "Næste møde er den 4. november 2026.",
    "Mødet holdes i uge 40 på Egeby Rådhus.",
    "Forvaltningen vender ikke tilbage på næste møde.",
    "Ida Vester er ikke tovholder.",
    "På mødet den 4. maj blev det besluttet, at sekretariatet udsender materialet.",
    "På sidste møde blev det aftalt, at Sanne Brix følger op.",
    "”Forvaltningen undersøger sagen inden den 1. september.”",
    "Den ansvarlige medarbejder var til stede.",
    "Formanden orienterede om, at Egeby Kommune undersøger sagen til næste møde.",
    "Sagen blev drøftet, og Egeby Kommune takkede for oplægget.",
    "Sagen blev drøftet, og Egeby Kommune undersøger muligheden.",
    "Planen blev godkendt, og Merete Aaby undersøgte sagen i foråret.",
    "Sagen blev drøftet, og Sanne Brix oplyste, at ordningen virker.",
    "Rådet tog orienteringen til efterretning, og mødet sluttede.",
    "Sagen blev drøftet, og den vil koste 2 mio. kr.",
    "Der er 7/9 af pladserne tilbage.",
    "Kun 1/3 af midlerne forventes brugt.",
    "Hvis regningen stiger, skal planen ændres i 2027.",
    "Egeby Kommune har 12.000 indbyggere.",
    "Status på opfølgning fra mødet den 4. februar 2026 (”Sanne Brix følger op”): Det er sket.",
    "Evaluering af prøveordningen fra den 1. marts 2026.",
]


@pytest.mark.parametrize(("text", "who", "precision", "due"), PROMISES)
def test_a_promise_is_proposed_with_who_and_when(text, who, precision, due):
    promise = proposed_promise(text, NAMES, MEETING)
    assert promise is not None
    found = (Precision.NONE, None) if promise.due is None else (promise.due.precision, promise.due.likely)
    assert (list(promise.responsible), *found) == (who, precision, due)


@pytest.mark.parametrize("text", OTHER_SENTENCES)
def test_no_promise_is_seen_where_there_is_none(text):
    assert proposed_promise(text, NAMES, MEETING) is None


def test_what_is_pointed_at_is_a_promise_whatever_it_says():
    promise = marked_promise("Ny  brochure –\nSanne, 1/9", NAMES, MEETING)
    assert (promise.text, promise.responsible) == ("Ny brochure – Sanne, 1/9", ("Sanne Brix",))
    assert promise.due.likely == "2026-09-01"


def test_a_first_name_that_two_share_names_nobody():
    assert marked_promise("Ida laver et oplæg", NAMES, MEETING).responsible == ()


@pytest.mark.parametrize(
    ("said", "raw"),
    [
        ("Svar senest den 1. september.", "den 1. september"),
        ("Svar den 1. september, ellers ikke", "den 1. september"),
        ("Svar den 1. sept.", "den 1. sept."),
        ("Svar senest 1.9.", "senest 1.9"),
        ("Siden 3. maj", "3. maj"),
    ],
)
def test_the_words_of_a_time_end_before_the_full_stop(said, raw):
    assert deadline_in(said, MEETING).raw == raw


@pytest.mark.parametrize(
    ("iso", "raw", "last"),
    [
        ("2026-09-01", None, date(2026, 9, 1)),
        ("2026-W36", None, date(2026, 9, 6)),
        ("2026-10", "primo oktober", date(2026, 10, 10)),
        ("2026-10", "medio oktober", date(2026, 10, 20)),
        ("2026-10", "ultimo oktober", date(2026, 10, 31)),
        ("2027-02", None, date(2027, 2, 28)),
        ("2026-23", "i efteråret", date(2026, 11, 30)),
        ("2026-24", "i vinteren 2026/27", date(2027, 2, 28)),
        ("2027-24", "vinteren 2027/2028", date(2028, 2, 29)),
        ("2026-24", "vinteren 2026", date(2026, 12, 31)),
        ("2026-40", None, date(2026, 6, 30)),
        ("2026-41", None, date(2026, 12, 31)),
        ("2026", None, date(2026, 12, 31)),
        ("--09-01", None, None),
        ("2026-W53", None, date(2027, 1, 3)),
        ("2027-W53", None, date(2028, 1, 9)),
    ],
)
def test_the_last_day_in_time(iso, raw, last):
    assert last_day(iso, raw) == last


@pytest.mark.parametrize(
    ("said", "meeting", "due"),
    [
        ("i uge 36", "2026-09-06", "2026-W36"),
        ("i uge 36", "2026-09-20", "2027-W36"),
        ("uge 2", "2026-12-17", "2027-W02"),
        ("uge 53", "2026-12-17", "2026-W53"),
        ("uge 60", "2026-02-05", None),
        ("uge 0", "2026-02-05", None),
        ("primo oktober", "2026-10-15", "2027-10"),
        ("ultimo oktober", "2026-10-15", "2026-10"),
        ("i efteråret", "2026-12-01", "2027-23"),
        ("til foråret", "2026-02-05", "2026-21"),
        ("den 1. september", "2026-09-01", "2026-09-01"),
        ("den 1. september", "2026-09-02", "2027-09-01"),
        ("29/2", "2026-02-05", "--02-29"),
        ("29/2", "2027-03-04", "2028-02-29"),
        ("29/2-2027", "2026-02-05", None),
        ("den 29. februar", "2026-02-05", "--02-29"),
        ("31/4", "2026-02-05", None),
        ("1/3 af midlerne", "2026-02-05", None),
        ("senest 1/3 af hensyn til budgettet", "2026-02-05", "2026-03-01"),
        ("medio 2027", "2026-02-05", "2027"),
        ("i tredje kvartal", "2026-10-15", "2027-09"),
        ("4. kvartal", "2026-10-15", "2026-12"),
        ("ved årsskiftet", "2026-10-15", "2026"),
        ("ved årsskiftet 2027/28", "2026-10-15", "2027"),
        ("efter årsskiftet", "2026-10-15", None),
        ("inden 1.9.", "2026-02-05", "2026-09-01"),
        ("senest 13.30", "2026-02-05", None),
        ("version 1.9.", "2026-02-05", None),
    ],
)
def test_the_year_that_is_meant_is_the_first_that_is_not_over(said, meeting, due):
    found = deadline_in(said, meeting)
    assert (found.likely if found else None) == due
    if found:
        last_day(found.likely, found.raw)
