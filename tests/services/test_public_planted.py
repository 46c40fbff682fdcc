"""Random meetings with words planted in all that is closed or private: none is found in a publication, all in a full
copy. `planted_search.whole_proof` tries 500 of them by every template and as PDF.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.documents.searching.search import FoundText, Place
from referatdesk.domain.decisions import Attachment, Statement
from referatdesk.domain.meetings import Attendance, ItemAttendance, Meeting
from referatdesk.services.errors import UserError
from referatdesk.services.output import exporting
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.public.fields import WITHHELD, WORDS
from referatdesk.services.public.search import wanted
from referatdesk.services.public.version import LeftOut, PublicVersion
from tests.services.planted_meetings import STYLES, planted_meeting
from tests.services.planted_search import CREATED, Tally, count, try_meeting

SEEDS = st.integers(0, 2**32)


@settings(max_examples=8)
@given(SEEDS)
def test_nothing_planted_is_published_and_all_that_is_open_is(seed):
    tally = Tally()
    try_meeting(seed, tally)
    assert tally.planted > 50
    assert tally.holds, (tally.found, tally.missing, tally.traces)


def everything(records, _meeting_id):
    return PublicVersion(records, LeftOut())


@pytest.mark.parametrize("seed", range(3))
def test_a_program_that_publishes_everything_is_stopped_by_its_own_search(seed, monkeypatch):
    monkeypatch.setattr(exporting, "public_version", everything)
    with pytest.raises(UserError, match=r"public\.\w+"):
        build(prepare(planted_meeting(seed).records, "m", created=CREATED), number_pages=False)


def listed_as_open(kind, name, is_moved, monkeypatch):
    """Puts a withheld field among the open ones, by mistake as well or instead."""
    monkeypatch.setitem(WORDS, kind, WORDS.get(kind, frozenset()) | {name})
    if is_moved:
        monkeypatch.setitem(WITHHELD, kind, WITHHELD[kind] - {name})


@pytest.mark.parametrize("is_moved", [False, True])
@pytest.mark.parametrize("template", STYLES)
def test_a_withheld_field_that_is_listed_as_open_by_mistake_stops_the_export(template, is_moved, monkeypatch):
    listed_as_open(Meeting, "sender_initials", is_moved, monkeypatch)
    job = prepare(planted_meeting(0).records, "m", created=CREATED, template=template)
    with pytest.raises(UserError, match=r"public\.withheld_text"):
        build(job, number_pages=False)


@pytest.mark.parametrize("is_moved", [False, True])
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Meeting, "join_link"),
        (Attendance, "note"),
        (Attendance, "reason_text"),
        (ItemAttendance, "reason_text"),
        (Statement, "forward_to"),
        (Attachment, "file_name"),
    ],
)
def test_every_withheld_field_is_searched_for_though_it_be_listed_as_open(kind, name, is_moved, monkeypatch):
    listed_as_open(kind, name, is_moved, monkeypatch)
    records = planted_meeting(0).records
    looked_for = wanted(records, "m")
    values = [value for one in records.all(kind) if (value := getattr(one, name))]
    assert values
    assert all([*looked_for.leaks([FoundText(Place.TEXT, value)])] for value in values)


def test_the_search_of_these_tests_finds_what_is_published_by_such_a_program(monkeypatch):
    monkeypatch.setattr(exporting, "public_version", everything)
    monkeypatch.setattr(exporting, "_refuse_leaks", lambda *_given, **_named: None)
    assert len(count(2).found) > 40


@pytest.mark.office
def test_nothing_planted_stands_in_a_pdf():
    tally = count(1, first=7, pdf_every=1)
    assert tally.files == 2
    assert tally.holds, (tally.found, tally.missing, tally.traces)
