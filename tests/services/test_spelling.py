"""Which words are looked up, and which the archive vouches for."""

import json
import subprocess

import pytest

from referatdesk.domain.boards import Organisation, Person
from referatdesk.domain.records import RecordSet
from referatdesk.domain.writing import OwnWord
from referatdesk.services.writing import spelling
from referatdesk.services.writing.spelling import is_known, known_words, words_in

AFF = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwæøå\nCOMPOUNDFLAG X\nCOMPOUNDMIN 3\n"
DIC = "9\nbesluttet\nbeslutte\nmøde/X\npunkt/X\nkl.\nblev\ngodkendt\ndagsorden/X\nudvalget\n"


def spelt(text):
    return [word.spelt for word in words_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mødet blev hævet kl. 14.30.", ["Mødet", "blev", "hævet", "kl."]),
        ("Skriv til ida.vester@egeby.example senest 1/9.", ["Skriv", "til", "senest"]),
        ("Se www.egeby.example og https://egeby.example/a", ["Se", "og"]),
        ("EH og KKR orienterede", ["og", "orienterede"]),
        ("og/eller børne- og ungeområdet", ["og", "eller", "børne", "og", "ungeområdet"]),
        ("»Tak«, sagde formanden (bl.a.)", ["Tak", "sagde", "formanden", "bl.a."]),
        ("Sag 24/1187-3", ["Sag"]),
        ("I går", ["går"]),
        ("Vestergaard-Møllers forslag", ["Vestergaard-Møllers", "forslag"]),
    ],
)
def test_only_prose_is_spelt(text, words):
    assert spelt(text) == words


def test_a_word_is_marked_without_its_full_stop():
    (word,) = words_in("  slut.")
    assert (word.start, word.end, word.spelt) == (2, 6, "slut.")


def test_names_are_known_also_as_genitives_and_at_the_start_of_a_sentence():
    known = known_words(
        RecordSet(
            [
                Person(id="p", full_name="Merete Aaby", aliases=("M. Aaby-Krogh",)),
                Organisation(id="o", name="Klitved Kommune", short_name="Klitved"),
                OwnWord(id="w", word="klyngestyregruppe"),
            ]
        )
    )
    for right in ("Merete", "Aabys", "Aaby-Krogh", "Klitved", "klyngestyregruppe", "Klyngestyregruppe"):
        assert is_known(right, known), right
    for unknown in ("Meret", "klitvedd"):
        assert not is_known(unknown, known), unknown


def test_a_word_is_taken_into_the_list_once():
    change = spelling.add_word(RecordSet(), "klyngestyregruppe.")
    (own,) = [pair.after for pair in change.pairs]
    assert own.word == "klyngestyregruppe"
    assert not spelling.add_word(RecordSet([own]), "klyngestyregruppe")
    (gone,) = spelling.remove_word(RecordSet([own]), own.id).pairs
    assert gone.after is None


@pytest.fixture
def dictionary(tmp_path):
    (tmp_path / "da_DK.aff").write_text(AFF, encoding="utf-8")
    (tmp_path / "da_DK.dic").write_text(DIC, encoding="utf-8")
    return tmp_path / "da_DK"


def answers(dictionary, *questions):
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run(
        spelling.speller_command(dictionary),
        input=asked,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={"PYTHONPATH": ":".join(__import__("sys").path), "PATH": ""},
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_the_process_answers_each_line_with_one(dictionary):
    code, said = answers(
        dictionary,
        {"check": ["blev", "bleev", "kl.", "godkendt.", "mødedagsorden", "Udvalget"]},
        {"suggest": "godkent"},
    )
    assert code == 0
    assert said[0] == {"ready": True}
    assert said[1] == {"wrong": ["bleev"]}
    assert said[2]["suggestions"][0] == "godkendt"


@pytest.mark.parametrize(
    ("typed", "meant"), [("besluted", "besluttet"), ("godkendtt", "godkendt"), ("udvalgett", "udvalget")]
)
def test_what_danes_get_wrong_is_guessed_first(dictionary, typed, meant):
    _code, said = answers(dictionary, {"suggest": typed})
    assert said[1]["suggestions"][0] == meant


PUT_TOGETHER = """SET UTF-8
TRY esianrtolcdugmphbyfvkwæøå
COMPOUNDBEGIN B
COMPOUNDEND E
COMPOUNDMIN 2
"""
MINISTRY = "7\nminister/B\ned/E\nret/E\nministreret\nministeren\nministeriet\nministre\n"


def test_the_word_itself_is_offered_before_one_made_up_of_parts_and_before_what_is_less_like_it(tmp_path):
    (tmp_path / "da_DK.aff").write_text(PUT_TOGETHER, encoding="utf-8")
    (tmp_path / "da_DK.dic").write_text(MINISTRY, encoding="utf-8")
    _code, said = answers(
        tmp_path / "da_DK", {"check": ["ministered", "ministeret"]}, {"suggest": "ministeret"}, {"suggest": "minstered"}
    )
    assert said[1] == {"wrong": ["ministeret"]}
    assert said[2]["suggestions"][:3] == ["ministeriet", "ministreret", "ministeren"]
    assert "ministered" not in said[2]["suggestions"]
    assert said[3]["suggestions"], "parts are better than nothing"


def test_a_name_of_the_archive_that_is_a_letter_away_is_offered_first():
    known = frozenset({"Klitved", "klyngen", "Aaby"})
    assert spelling.with_known("Klitvd", ("Klippe", "Klit"), known) == ("Klitved", "Klippe", "Klit")
    assert spelling.with_known("klitvd", ("klippe",), known) == ("klippe",)
    assert len(spelling.with_known("klyngn", tuple("abcdefgh"), known)) == 6


def test_a_dictionary_that_cannot_be_read_ends_the_process(tmp_path):
    assert answers(tmp_path / "da_DK") == (1, [])


def test_the_dictionary_is_found_with_both_its_files(dictionary, monkeypatch, tmp_path):
    empty = tmp_path / "tom"
    empty.mkdir()
    monkeypatch.setattr(spelling, "dictionary_places", lambda: (empty, dictionary.parent))
    assert spelling.find_dictionary() == dictionary
    dictionary.with_suffix(".aff").unlink()
    assert spelling.find_dictionary() is None
