import pytest

from referatdesk.documents.reading.draft import DraftSection
from referatdesk.documents.reading.matters.promises import promises_of
from referatdesk.domain.codes import BlockKind, Precision, SectionKind
from referatdesk.domain.deadlines import find_due
from referatdesk.domain.richtext import Block, Cell, Table, paragraph
from tests.documents.reading.matters_items import PLACE, around, decided, item

DAY, WEEK, PART, MONTH = Precision.DAY, Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH
SEASON, HALF, YEAR, NEXT = Precision.SEASON, Precision.HALF_YEAR, Precision.YEAR, Precision.NEXT_MEETING
MEETING = "2027-02-04"


@pytest.mark.parametrize(
    ("text", "precision", "iso", "proposal"),
    [
        ("inden den 1. maj 2027", DAY, "2027-05-01", None),
        ("senest den 1. maj", DAY, "--05-01", "2027-05-01"),
        ("senest den 3. januar", DAY, "--01-03", "2028-01-03"),
        ("den 12-03-2027", DAY, "2027-03-12", None),
        ("i uge 7", WEEK, None, "2027-W07"),
        ("i uge 2", WEEK, None, "2028-W02"),
        ("uge 7, 2028", WEEK, "2028-W07", None),
        ("primo december", PART, None, "2027-12"),
        ("ultimo januar 2028", PART, "2028-01", None),
        ("i slutningen af marts", PART, None, "2027-03"),
        ("inden udgangen af juni 2027", PART, "2027-06", None),
        ("i efteråret 2027", SEASON, "2027-23", None),
        ("til foråret", SEASON, None, "2027-21"),
        ("i 2. halvår 2027", HALF, "2027-41", None),
        ("i første halvår", HALF, None, "2027-40"),
        ("i juni", MONTH, None, "2027-06"),
        ("i januar", MONTH, None, "2028-01"),
        ("september 2027", MONTH, "2027-09", None),
        ("inden udgangen af 2027", YEAR, "2027", None),
        ("i 2028", YEAR, "2028", None),
        ("på næste møde", NEXT, None, None),
        ("til rådets næste ordinære møde", NEXT, None, None),
        ("på det kommende møde i marts", NEXT, None, None),
        ("til næste gang", NEXT, None, None),
    ],
)
def test_a_deadline_is_read_as_exactly_as_it_is_said(text, precision, iso, proposal):
    due = find_due(f"Der gives status {text}.", MEETING)
    assert due is not None
    assert (due.precision, due.iso, due.proposal) == (precision, iso, proposal)


@pytest.mark.parametrize("text", ["snarest", "kl. 12.30", "med 7 deltagere", "hurtigst muligt", "i alt 2028 borgere"])
def test_other_words_are_no_deadline(text):
    assert find_due(f"Der gives status {text}.", MEETING) is None


def test_without_the_day_of_the_meeting_no_year_is_proposed():
    due = find_due("i juni", None)
    assert due is not None
    assert due.proposal is None


def read(text):
    one = decided(text)
    return [
        (found.responsible, found.role_word, found.due, found.due_precision)
        for found in promises_of(one, around(one))[0]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egeby Kommune er tovholder på opgaven.", (("Egeby Kommune",), "tovholder", None, Precision.NONE)),
        (
            "Det blev besluttet, at Klitved Kommune er tovholder.",
            (("Klitved Kommune",), "tovholder", None, Precision.NONE),
        ),
        (
            "Praksisafdelingen og Egeby Kommune er tovholdere på planen.",
            (("Praksisafdelingen", "Egeby Kommune"), "tovholdere", None, Precision.NONE),
        ),
        ("Ida Vester er ansvarlig for høringen.", (("Ida Vester",), "ansvarlig", None, Precision.NONE)),
        ("Tovholder: Ida Vester.", (("Ida Vester",), "tovholder", None, Precision.NONE)),
        ("Ansvarlig: Sekretariatet. Frist er 1. maj 2027.", (("Sekretariatet",), "ansvarlig", "2027-05-01", DAY)),
        (
            "Sekretariatet udsender materialet inden den 1. maj 2027.",
            (("Sekretariatet",), None, "2027-05-01", DAY),
        ),
        ("Forvaltningen vender tilbage med svar på næste møde.", (("Forvaltningen",), None, None, NEXT)),
        ("Erik Dam følger op på sagen i efteråret 2027.", (("Erik Dam",), None, "2027-23", SEASON)),
        ("Erik Dam og Ida Vester kontakter lægerne.", (("Erik Dam", "Ida Vester"), None, None, Precision.NONE)),
        ("Det blev aftalt, at Sanne Brix udarbejder et notat.", (("Sanne Brix",), None, None, Precision.NONE)),
        (
            "Borgmesteren svarede og lovede et skriftligt svar inden udgangen af marts 2027.",
            (("Borgmesteren",), None, "2027-03", PART),
        ),
        (
            "Aktion: Erik laver en plan sammen med Bodil. Frist 5. marts 2027.",
            (("Erik",), None, "2027-03-05", DAY),
        ),
        (
            "Som aftalt er Praksisafdelingen og Egeby Kommune tovholder på opgaven.",
            (("Praksisafdelingen", "Egeby Kommune"), "tovholder", None, Precision.NONE),
        ),
        ("Der gives status på næste møde.", ((), None, None, NEXT)),
        ("Der følges op i juni 2027.", ((), None, "2027-06", MONTH)),
        ("Punktet drøftes igen på næste møde.", ((), None, None, NEXT)),
        ("Status og drøftelse på næste møde i efteråret.", ((), None, None, NEXT)),
        ("Administrationen vil undersøge sagen inden udgangen af 2027.", (("Administrationen",), None, "2027", YEAR)),
    ],
)
def test_a_promise_is_read_with_owner_and_deadline(text, expected):
    assert read(f"Godkendt.\n{text}") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vester er ikke tovholder.",
        "Palle Nørre foreslog, at sekretariatet udsender materialet.",
        "Rådet besluttede, at planen gennemføres.",
        "Næste møde er den 4. maj 2027.",
        "Der gives støtte til skolerne.",
        "Kommunen sender hjælp.",
        "Den ansvarlige medarbejder var til stede.",
        "Ida Vester orienterede om arbejdet i 2027.",
        "Sekretariatet har ikke udsendt materialet.",
    ],
)
def test_other_sentences_promise_nothing(text):
    assert read(text) == []


def test_a_deadline_without_its_year_is_a_doubt_with_the_first_such_day():
    one = decided("Ida Vester følger op senest den 1. maj.")
    (promise,), (doubt,) = promises_of(one, around(one))
    assert promise.due == "--05-01"
    assert (doubt.code, doubt.proposal) == ("promise.no_year", "2027-05-01")


def test_a_table_of_actions_holds_a_promise_in_each_row():
    rows = [
        ("Nr.", "Hvad", "Hvem", "Hvornår"),
        ("9", "Nøgler", "Signe", "Uge 11"),
        ("12", "Plan", "Erik og Ida", "5. marts 2027"),
    ]
    rows.append(("13", "Samtale", "Team Øst", "Næste møde"))
    cells = tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows)
    table = Block(id="t", kind=BlockKind.TABLE, table=Table(cells))
    one = item(DraftSection(kind=SectionKind.CASE_TEXT, place=PLACE, blocks=(table,)))
    promises, doubts = promises_of(one, around(one))
    assert [(found.text, found.responsible, found.due, found.due_raw) for found in promises] == [
        ("Nøgler", ("Signe",), None, "Uge 11"),
        ("Plan", ("Erik", "Ida"), "2027-03-05", "5. marts 2027"),
        ("Samtale", ("Team Øst",), None, "Næste møde"),
    ]
    assert [doubt.proposal for doubt in doubts] == ["2027-W11"]
