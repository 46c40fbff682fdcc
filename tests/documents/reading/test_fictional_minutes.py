import json
import re
from pathlib import Path

import pytest

from referatdesk.documents.reading.reader import read_draft
from referatdesk.services.intake.neutral import doubts, neutral
from tests.documents.reading.printed import (
    Looks,
    PrintedItem,
    PrintedMeeting,
    PrintedPerson,
    expected_items,
    found_items,
    found_people,
    read,
)

MINUTES = Path(__file__).parents[2] / "fixtures" / "minutes"
NAMES = [path.stem for path in sorted(MINUTES.glob("*.txt"))]


def truth(name):
    return json.loads((MINUTES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_minutes_are_read_as_their_truth_file_says(name):
    draft = read_draft(MINUTES / f"{name}.txt")
    assert neutral(draft) | {"doubts": doubts(draft)} == truth(name)


def words(text):
    return set(re.findall(r"\w{3,}", text))


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_minutes_is_lost(name):
    draft = read_draft(MINUTES / f"{name}.txt")
    kept = words(json.dumps(neutral(draft), ensure_ascii=False)) | words(" ".join(draft.contents))
    kept |= {word for item in draft.items for word in words(f"{item.heading} {item.case_no_raw}")}
    kept |= {word for one in draft.people for word in words(one.status_raw or "")}
    marks = {"Mødedeltagere", "Lukket", "dagsorden"}
    assert words((MINUTES / f"{name}.txt").read_text(encoding="utf-8").replace("\n", " ")) - kept <= marks


def test_thirty_items_are_thirty():
    people = tuple(PrintedPerson(f"Ida {chr(65 + at)}rne Vester", "Egeby Kommune", at == 3) for at in range(10))
    absent = tuple(one for one in people if one.absent)
    items = tuple(
        PrintedItem(
            title=f"Sag nummer {at} om en plan, der har en lang titel, så den fortsætter på næste linje i referatet",
            case_no=f"27/{at}",
            sections=(
                ("Resumé", (("paragraph", f"Kort om sag {at}."),)),
                ("Sagsfremstilling", (("heading", f"Forløb {at}"), ("paragraph", f"Det hele begyndte med sag {at}."))),
                ("Beslutning i Sundhedsråd Østfjord den 04-02-2027", (("paragraph", "Godkendt."),)),
            ),
            attachments=(f"Notat {at}.pdf", "Budget"),
            absent=absent,
        )
        for at in range(1, 31)
    )
    meeting = PrintedMeeting(people=people, items=items, looks=Looks(contents=True, width=80))
    draft = read(meeting)
    assert found_items(draft) == expected_items(meeting)
    assert [item.number for item in draft.items] == [f"Punkt {at}" for at in range(1, 31)]
    assert found_people(draft) == list(people)
    assert draft.doubts == ()


def test_a_gap_in_the_numbers_is_kept_and_doubted():
    draft = read("Punkt 1: A\n\nSagsfremstilling\n\nEt.\n\nPunkt 4: B\n\nSagsfremstilling\n\nTo.\n\nResumé\n\nTre.")
    assert [item.figure for item in draft.items] == ["1", "4"]
    assert [doubt.code for doubt in draft.doubts] == ["item.number_gap"]


def test_a_sentence_cut_by_a_page_is_joined_only_where_a_small_letter_goes_on():
    start = "Punkt 1: Sag\n\nSagsfremstilling\n\nTilbuddet gives til borgere i\n\n\n\n"
    small = read(f"{start}hele området.").items[0].sections[0].blocks
    capital = read(f"{start}Egeby Kommune og andre steder.")
    assert [block.text for block in small] == ["Tilbuddet gives til borgere i hele området."]
    assert len(capital.items[0].sections[0].blocks) == 2
    assert [(doubt.code, doubt.proposal) for doubt in capital.doubts] == [("paragraph.broken", "join")]
    assert (capital.doubts[0].place.line_from, capital.doubts[0].place.line_to) == (5, 9)


def test_a_wrong_weekday_and_two_dates_are_doubted():
    head = "REFERAT Sundhedsråd Østfjord d. 05-02-2027\n\nMødedato Mandag d. 4. februar 2027 kl. 13:00\n\n"
    draft = read(f"{head}Punkt 1: Sag\n\nSagsfremstilling\n\nTekst.")
    assert [doubt.code for doubt in draft.doubts] == ["meeting.weekday", "meeting.two_dates"]
    assert draft.head.date == "2027-02-04"


def test_somebody_absent_who_is_not_on_the_list_is_doubted():
    head = "Mødedeltagere Ida Vester, V, Erik Dam, A\n\nPunkt 1: Sag\n\nSagsfremstilling\n\nTekst.\n\n"
    draft = read(f"{head}Fraværende Bodil Krogh, F")
    assert [(doubt.code, doubt.text) for doubt in draft.doubts] == [("absent.not_listed", "Bodil Krogh")]
    assert [one.name for one in draft.items[0].sections[-1].people] == ["Bodil Krogh"]


def test_a_sentence_that_begins_like_a_line_of_absentees_is_text():
    text = "Fraværende medlemmer kan sende deres bemærkninger inden mødet."
    draft = read(f"Punkt 1: Sag\n\nSagsfremstilling\n\n{text}\n\nResumé\n\nKort.")
    assert [block.text for block in draft.items[0].sections[0].blocks] == [text]


def test_text_in_no_known_style_is_kept_whole_and_unplaced():
    draft = read("Kære alle\n\nVi ses på torsdag.\n\n- Husk kaffe")
    assert draft.style == ""
    assert [block.text for block in draft.unplaced] == ["Kære alle", "Vi ses på torsdag.", "Husk kaffe"]
    assert [doubt.code for doubt in draft.doubts] == ["style.unknown"]
