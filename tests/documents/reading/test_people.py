from textwrap import wrap

import pytest

from referatdesk.documents.reading.head.people import read_run, text_lines
from referatdesk.domain.codes import AttendanceStatus

RUN = (
    "Merete Aaby, A, Aksel Ravn Lund, V2, Hans-Ole van der Berg, UP, Palle Nørre, Klitved Kommune (Fravær), "
    "Sanne Brix, Afdelingen for Børn, Unge og Familie, Ida Vester, PLO, P. O. Dam, Løsgænger (Afbud)"
)


def read_people(lines):
    return [one.person for one in read_run(text_lines(lines)).people]


def brief(people):
    return [(one.name, one.party or one.organisation) for one in people]


def test_pairs_of_name_and_qualifier_are_told_apart():
    people = read_people([RUN])
    assert brief(people) == [
        ("Merete Aaby", "A"),
        ("Aksel Ravn Lund", "V2"),
        ("Hans-Ole van der Berg", "UP"),
        ("Palle Nørre", "Klitved Kommune"),
        ("Sanne Brix", "Afdelingen for Børn, Unge og Familie"),
        ("Ida Vester", "PLO"),
        ("P. O. Dam", "Løsgænger"),
    ]
    away = {one.name: (one.status, one.status_raw) for one in people if one.status is not AttendanceStatus.PRESENT}
    assert away == {
        "Palle Nørre": (AttendanceStatus.ABSENT, "(Fravær)"),
        "P. O. Dam": (AttendanceStatus.ABSENT_NOTIFIED, "(Afbud)"),
    }


@pytest.mark.parametrize("width", range(24, 120, 3))
def test_a_run_reads_the_same_wherever_its_lines_are_broken(width):
    assert read_people(wrap(RUN, width)) == read_people([RUN])


@pytest.mark.parametrize(
    "lines",
    [
        ["Erik Dam, Egeby Kommune, Ida Vester, A"],
        ["Erik Dam, Egeby Kommune og Ida Vester, A"],
        ["Erik Dam, Egeby Kommune; Ida Vester, A"],
        ["Erik Dam, Egeby Kommune", "Ida Vester, A"],
        ["Erik Dam, Egeby Kommune,", "Ida Vester (A)"],
        ["Erik Dam (Egeby Kommune)", "Ida Vester (A)"],
    ],
)
def test_two_people_are_two_however_they_are_joined(lines):
    people = read_people(lines)
    assert [one.name for one in people] == ["Erik Dam", "Ida Vester"]
    assert [one.party for one in people] == [None, "A"]


def test_names_without_qualifiers_are_names():
    assert [one.name for one in read_people(["Erik Dam, Ida Vester og Bodil Krogh"])] == [
        "Erik Dam",
        "Ida Vester",
        "Bodil Krogh",
    ]


def test_a_stand_in_names_the_one_replaced():
    (person,) = read_people(["Erik Dam (stedfortræder for Bodil Krogh), F"])
    assert (person.name, person.party, person.stands_in_for) == ("Erik Dam", "F", "Bodil Krogh")


def test_an_office_is_neither_name_nor_organisation():
    first, second = read_people(["Ida Vester (A), formand", "Erik Dam (V)"])
    assert (first.role, first.organisation, second.name) == ("formand", None, "Erik Dam")


def test_a_name_that_looks_like_nothing_known_is_uncertain():
    sure = read_run(text_lines(["Ida Vester, Marie Skovlund"])).people
    assert all(one.certain for one in sure)
    (odd,) = read_run(text_lines(["Skovstien, V"])).people
    assert not odd.certain
