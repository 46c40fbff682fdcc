"""Who is to do what a sentence of Danish minutes promises, named by a name or by a word for an office or a body."""

import pytest

from referatdesk.domain.promises import KnownNames, marked_promise, proposed_promise

NAMES = KnownNames(
    ["Merete Aaby", "Aksel Ravn Lund", "Sanne Brix", "Palle Nørre"], ["Egeby Kommune", "Klitved Kommune"]
)
MEETING = "2026-08-20"

WHO = [
    ("Forvaltningen undersøger mulighederne.", ["Forvaltningen"]),
    ("Sekretariatet vender tilbage.", ["Sekretariatet"]),
    ("Regionen afklarer økonomien.", ["Regionen"]),
    ("Regionen afklarer økonomien inden næste møde.", ["Regionen"]),
    ("Kommunerne melder tilbage senest den 1. september.", ["Kommunerne"]),
    ("Praksisafdelingen undersøger sagen.", ["Praksisafdelingen"]),
    ("Sundhedsforvaltningen afklarer, om der er midler.", ["Sundhedsforvaltningen"]),
    ("Hospitalsledelsen indhenter tal.", ["Hospitalsledelsen"]),
    ("Hospitalet udarbejder en plan.", ["Hospitalet"]),
    ("Næstformanden tager kontakt til lægerne.", ["Næstformanden"]),
    ("Patientforeningerne inviterer til et møde.", ["Patientforeningerne"]),
    ("PLO vender tilbage i uge 36.", ["PLO"]),
    ("Regionens sekretariat vender tilbage.", ["Regionens sekretariat"]),
    ("Egeby Kommunes forvaltning undersøger sagen.", ["Egeby Kommunes forvaltning"]),
    ("Ældreafdelingen i Egeby Kommune undersøger sagen.", ["Ældreafdelingen i Egeby Kommune"]),
    ("Palle Nørre fra Klitved Kommune undersøger sagen.", ["Palle Nørre"]),
    ("Forvaltningen og regionen undersøger det.", ["Forvaltningen", "regionen"]),
    ("Formanden og næstformanden indkalder til møde.", ["Formanden", "næstformanden"]),
    ("Regionen skal inden 1/10 åbne et nyt tilbud.", ["Regionen"]),
    ("Det blev aftalt, at forvaltningen undersøger mulighederne.", ["forvaltningen"]),
    ("Rådet besluttede, at regionen afklarer økonomien.", ["regionen"]),
    ("Inden næste møde undersøger forvaltningen mulighederne.", ["forvaltningen"]),
    ("Til næste møde undersøger regionen og Egeby Kommune sagen.", ["regionen", "Egeby Kommune"]),
    ("Herefter vender sekretariatet tilbage.", ["sekretariatet"]),
    ("I uge 40 sender Sanne et notat.", ["Sanne Brix"]),
    ("Efter dialog med kommunerne udarbejder regionen et notat.", ["regionen"]),
    ("Det undersøges af forvaltningen inden næste møde.", ["forvaltningen"]),
    ("Økonomien afklares af regionen inden 1. oktober.", ["regionen"]),
    ("Sekretariatet vender tilbage med et svar til Palle Nørre.", ["Sekretariatet"]),
    ("Regionen sender materialet til kommunerne.", ["Regionen"]),
    ("Planen udsendes til kommunerne inden 1/9.", []),
    ("Evalueringen fremlægges på næste møde.", []),
]

NOBODY = [
    "Regionen undersøgte sagen i 2025.",
    "Regionen skal sikre god kvalitet.",
    "Kommunerne vil gerne have mere tid.",
    "Rådet tager orienteringen fra regionen til efterretning.",
    "I regionen undersøger læger effekten.",
    "Rapporten beskriver udviklingen.",
    "Planen sender et klart signal.",
    "Mødet begynder kl. 14.",
    "Indledelsen beskriver sagen.",
    "Regionen afklarer ikke økonomien.",
]


@pytest.mark.parametrize(("text", "who"), WHO)
def test_who_is_to_do_it_is_read_from_the_sentence(text, who):
    assert list(proposed_promise(text, NAMES, MEETING).responsible) == who


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_promises_where_nothing_is_to_be_done(text):
    assert proposed_promise(text, NAMES, MEETING) is None


def test_what_is_pointed_at_is_done_by_its_subject_alone():
    assert marked_promise("Regionen afklarer økonomien med Palle Nørre?", NAMES, MEETING).responsible == ("Regionen",)
