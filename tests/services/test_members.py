import pytest

from referatdesk.domain.boards import Membership, Organisation, Person
from referatdesk.domain.codes import Role
from referatdesk.services.board import members


def names(archive):
    return [members.member_name(archive, seat) for seat in members.members_of(archive, "board")]


def seat(archive, seat_id):
    return archive.get(Membership, seat_id)


def person(archive, name):
    return next(one for one in archive.all(Person) if one.full_name == name)


def test_a_new_member_sits_last_with_a_new_person_and_organisation(archive, apply):
    change = members.add_member(
        archive, "board", "Palle Nørre", organisation="Klitved Kommune", party="B", group="Kommuner", title="Rådmand"
    )
    apply(archive, change)
    new = members.members_of(archive, "board")[-1]
    assert (new.sort, new.party, new.group_label, new.has_vote) == (3, "B", "Kommuner", True)
    assert members.member_organisation(archive, new) == "Klitved Kommune"
    assert (person(archive, "Palle Nørre").title, new.person_id) == ("Rådmand", person(archive, "Palle Nørre").id)


def test_a_known_person_and_organisation_are_used_again(archive, apply):
    change = apply(archive, members.add_member(archive, "board", "Ida Vester", organisation="Fjordland"))
    assert [type(pair.record) for pair in change.pairs] == [Membership]
    new = members.members_of(archive, "board")[-1]
    assert (new.person_id, new.organisation_id) == ("ida", "fjordland")


def test_a_seat_without_a_name_is_vacant(archive, apply):
    apply(archive, members.add_member(archive, "board", " ", role=Role.OBSERVER))
    new = members.members_of(archive, "board")[-1]
    assert (new.vacant, new.person_id, new.role) == (True, None, Role.OBSERVER)


def test_the_fields_of_a_seat_are_edited(archive, apply):
    apply(archive, members.edit_member(archive, "seat-2", role=Role.VICE_CHAIR, has_vote=False, valid_to="2027-12-31"))
    edited = seat(archive, "seat-2")
    assert (edited.role, edited.has_vote, edited.valid_to) == (Role.VICE_CHAIR, False, "2027-12-31")
    assert (edited.person_id, edited.party) == ("aksel", "V")


def test_a_new_spelling_corrects_the_persons_own_name(archive, apply):
    apply(archive, members.edit_member(archive, "seat-2", name="Aksel R. Lund", email="aksel@example.org"))
    assert archive.get(Person, "aksel").full_name == "Aksel R. Lund"
    assert archive.get(Person, "aksel").email == "aksel@example.org"
    assert seat(archive, "seat-2").person_id == "aksel"


def test_somebody_elses_name_gives_the_seat_to_that_person(archive, apply):
    apply(archive, members.edit_member(archive, "seat-2", name="Ida Vester"))
    assert seat(archive, "seat-2").person_id == "ida"
    assert archive.get(Person, "aksel").full_name == "Aksel Ravn Lund"


def test_a_vacant_seat_is_taken(archive, apply):
    apply(archive, members.edit_member(archive, "seat-3", name="Sanne Brix", title="Overlæge"))
    assert (seat(archive, "seat-3").vacant, names(archive)[2]) == (False, "Sanne Brix")
    assert person(archive, "Sanne Brix").title == "Overlæge"


def test_a_vacant_seat_is_taken_by_somebody_known(archive, apply):
    apply(archive, members.edit_member(archive, "seat-3", name="Ida Vester"))
    assert seat(archive, "seat-3").person_id == "ida"


def test_editing_a_vacant_seat_leaves_it_vacant(archive, apply):
    apply(archive, members.edit_member(archive, "seat-3", group_label="Region"))
    assert (seat(archive, "seat-3").vacant, seat(archive, "seat-3").group_label) == (True, "Region")


@pytest.mark.parametrize(("name", "known"), [("Klitved Kommune", False), ("Egeby Kommune", True), ("", True)])
def test_the_organisation_of_a_seat_is_found_or_made(archive, apply, name, known):
    before = len(archive.all(Organisation))
    apply(archive, members.edit_member(archive, "seat-2", organisation=name))
    assert members.member_organisation(archive, seat(archive, "seat-2")) == name
    assert (len(archive.all(Organisation)) == before) is known


def test_a_removed_member_stays_known(archive, apply):
    change = apply(archive, members.remove_member(archive, "seat-1"))
    assert (change.subject, names(archive)) == ("Merete Aaby", ["Aksel Ravn Lund", ""])
    assert archive.find(Person, "merete")


def test_members_move(archive, apply):
    apply(archive, members.move_member(archive, "seat-2", 0))
    assert names(archive) == ["Aksel Ravn Lund", "Merete Aaby", ""]


def test_a_substitute_is_found_made_and_let_go(archive, apply):
    apply(archive, members.set_substitute(archive, "seat-1", "Ida Vester"))
    assert seat(archive, "seat-1").substitute_id == "ida"
    apply(archive, members.set_substitute(archive, "seat-1", "Bodil Krogh"))
    assert seat(archive, "seat-1").substitute_id == person(archive, "Bodil Krogh").id
    apply(archive, members.set_substitute(archive, "seat-1", None))
    assert seat(archive, "seat-1").substitute_id is None


def test_a_pasted_list_becomes_members_in_its_order(archive, apply):
    text = "Navn\tOrganisation\nPalle Nørre\tKlitved Kommune\tB\nLærke Bang\tKlitved Kommune\tV\n"
    change = apply(archive, members.members_from_lines(archive, "board", text))
    assert names(archive)[3:] == ["Palle Nørre", "Lærke Bang"]
    assert [one.party for one in members.members_of(archive, "board")[3:]] == ["B", "V"]
    assert len([pair for pair in change.pairs if isinstance(pair.record, Organisation)]) == 1


def test_who_is_pasted_twice_sits_once(archive, apply):
    apply(archive, members.members_from_lines(archive, "board", "Merete Aaby, Egeby Kommune\nErik Dam\nErik Dam"))
    assert names(archive)[3:] == ["Erik Dam"]


def test_nothing_pasted_changes_nothing(archive):
    assert not members.members_from_lines(archive, "board", "\n  \n")
