import pytest

from referatdesk.domain.dates import find_date, find_time


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Torsdag d. 4. februar 2027 kl. 13:00", "2027-02-04"),
        ("REFERAT Sundhedsråd Østfjord d. 04-02-2027", "2027-02-04"),
        ("den 4/2-2027", "2027-02-04"),
        ("4.2.27", "2027-02-04"),
        ("2027-02-04", "2027-02-04"),
        ("10. maj", "--05-10"),
        ("31. februar 2027, udsat til 1. marts 2027", "2027-03-01"),
    ],
)
def test_a_date_is_found_in_any_form(text, iso):
    assert find_date(text).iso == iso


def test_text_without_a_date_has_none():
    assert find_date("sag 23/1493, 1. kvartal") is None


def test_the_weekday_is_held_against_the_date():
    assert not find_date("torsdag den 4. februar 2027").weekday_is_wrong
    assert find_date("mandag den 4. februar 2027").weekday_is_wrong
    assert not find_date("mandag den 4. februar").weekday_is_wrong


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kl. 17:30", "17:30", None),
        ("d. 4. februar 2027 kl. 13.00 – 15.30.", "13:00", "15:30"),
        ("04-02-2027 8:30-10:00", "08:30", "10:00"),
        ("kl. 9 til kl. 11", "09:00", "11:00"),
    ],
)
def test_times_are_found_with_their_end(text, start, end):
    found = find_time(text)
    assert (found.start, found.end) == (start, end)


def test_a_date_is_no_time():
    assert find_time("Onsdag d. 10.12.2027") is None
