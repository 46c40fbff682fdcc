"""One key for each person, the same in every list."""

import pytest

from referatdesk.domain.codes import Role
from referatdesk.domain.meetings import Attendance
from referatdesk.ui.person_keys import SIGNS, person_keys


def person(number, name, **values):
    return Attendance(id=str(number), meeting_id="m", name=name, sort=number, **values)


def test_every_person_has_a_key_of_the_name_that_is_nobody_elses():
    people = [person(0, "Merete Aaby"), person(1, "Mette Ørsted"), person(2, "Mona Aaby"), person(3, "Åse Ask")]
    assert person_keys(people) == {"0": "m", "1": "ø", "2": "a", "3": "å"}


def test_what_means_something_in_a_vote_is_left_to_those_who_have_none():
    people = [person(0, "Ida Vester"), person(1, "Ulla Friis", has_vote=False), person(2, "Finn Ipsen")]
    assert person_keys(people) == {"0": "v", "1": "u", "2": "n"}


@pytest.mark.parametrize("count", [24, 38, 39, 60, 100])
@pytest.mark.parametrize("has_vote", [True, False])
def test_nobody_shares_a_key_and_no_key_begins_another(count, has_vote):
    given = person_keys([person(number, f"Merete Aaby {number}", has_vote=has_vote) for number in range(count)])
    keys = list(given.values())
    assert len(set(keys)) == count
    assert not any(one != other and other.startswith(one) for one in keys for other in keys)
    room = 25 if has_vote else len(SIGNS) - 1
    assert all(len(key) == 1 for key in keys) is (count <= room)


def test_nobodys_key_changes_by_who_is_called_or_comes_in():
    members = [person(0, "Signe Havreager"), person(1, "Troels Vang"), person(2, "Hanne Rosing", has_vote=False)]
    before = person_keys(members)
    called = person(3, "Hans Anders Rask", stands_in_for_id="1")
    with_called = person_keys([*members[:2], called, *members[2:]])
    guest = person(4, "Nanna Arp", roles=(Role.GUEST,), has_vote=False)
    after = person_keys([*members[:2], called, *members[2:], guest])
    assert {one: with_called[one] for one in before} == before
    assert {one: after[one] for one in with_called} == with_called
