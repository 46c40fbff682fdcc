import json

import pytest

from tests.documents.minutes.comparison import compared
from tests.documents.minutes.floors import HERE, floors, printed_files, reached
from tests.documents.minutes.printed_lines import lines_of
from tests.documents.minutes.recipes import RECIPES
from tests.documents.minutes.truth import truth_of

TRUTHS = [path for path in sorted(HERE.glob("*.json")) if path.stem != "floors"]


def names(path):
    return path.name


def slug(path):
    return path.stem


def truth(path):
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def printed(path):
    return path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", printed_files(), ids=names)
def test_a_document_is_read_at_least_as_well_as_before(path):
    now, before = reached(path), floors()[path.name]
    assert {part: share for part, share in now.items() if share < before[part]} == {}


def test_every_floor_has_its_document():
    assert set(floors()) == {path.name for path in printed_files()}


@pytest.mark.parametrize("path", TRUTHS, ids=slug)
def test_a_truth_is_wholly_right_by_its_own_measure(path):
    shares = compared(truth(path), truth(path), printed(path), truth(path))
    assert {part: share for part, share in shares.items() if part != "kept" and share < 1.0} == {}
    assert shares["kept"] >= 0.7


@pytest.mark.parametrize("path", TRUTHS, ids=slug)
def test_what_a_truth_says_is_printed_in_its_document(path):
    told = [block["text"] for item in items(truth(path)) for block in blocks(item) if "text" in block]
    text = " ".join(printed(path).split())
    assert [one for one in told if " ".join(one.split()) not in text] == []


@pytest.mark.parametrize("path", TRUTHS, ids=slug)
def test_every_title_of_a_truth_is_printed_in_its_document(path):
    text = " ".join(printed(path).split())
    assert [item["title"] for item in items(truth(path)) if " ".join(item["title"].split()) not in text] == []


@pytest.mark.parametrize("path", [path for path in TRUTHS if path.stem in RECIPES], ids=slug)
def test_every_item_of_which_a_word_file_is_made_has_its_heading_in_the_text(path):
    found = [line.text for line in lines_of(printed(path), truth(path)) if line.kind == "item"]
    titles = [item["title"] for item in items(truth(path))]
    by_row = "\tReferat\t" in printed(path)
    assert by_row or [title for title, heading in zip(titles, found, strict=True) if title not in heading] == []


@pytest.mark.parametrize("path", TRUTHS, ids=slug)
def test_the_scorers_form_counts_what_the_truth_lists(path):
    scored, told = truth_of(path), list(items(truth(path)))
    assert [one["attachments"] for one in scored["items"]] == [len(item.get("attachments", [])) for item in told]
    assert [one["indstilling_points"] for one in scored["items"]] == [
        len(item.get("indstilling_points", [])) for item in told
    ]
    assert all(low <= high for one in scored["items"] for section in one["sections"] for low, high in ranges(section))


def items(told):
    for item in told["items"]:
        yield item
        yield from item.get("children", [])


def blocks(item):
    return [block for section in item["sections"] for block in section["blocks"]]


def ranges(section):
    return section["paragraphs_ok"], section["list_items_ok"]


def test_a_lost_item_and_an_added_person_are_seen():
    path = TRUTHS[0]
    whole = truth(path)
    people = [*whole["attendees"], {"name": "Ukendt Gæst", "status": "present"}]
    less = whole | {"items": whole["items"][1:], "attendees": people}
    shares = compared(whole, less, printed(path), less)
    assert shares["titles"] < 1.0
    assert shares["people"] < 1.0
    assert shares["date"] == 1.0
