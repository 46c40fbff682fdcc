"""People and organisations of the archive, found again by their exact name."""

from __future__ import annotations

from referatdesk.domain.boards import Organisation, Person
from referatdesk.domain.changes import Pair, added
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records


def named_person(records: Records, name: str) -> Person | None:
    wanted = name.strip()
    return next((person for person in records.all(Person) if person.full_name == wanted), None)


def named_organisation(records: Records, name: str) -> Organisation | None:
    wanted = name.strip()
    return next((one for one in records.all(Organisation) if wanted == one.name or wanted in one.aliases), None)


def ensure_organisation(records: Records, name: str | None) -> tuple[tuple[Pair, ...], str | None]:
    """Its id and what adds it, if it is new; a blank name is no organisation."""
    if not (name or "").strip():
        return (), None
    found = named_organisation(records, name or "")
    if found is not None:
        return (), found.id
    new = Organisation(id=new_id(), name=(name or "").strip())
    return added(new), new.id


def ensure_person(
    records: Records, name: str, *, organisation_id: str | None = None, title: str | None = None
) -> tuple[tuple[Pair, ...], str]:
    """The id of the person, and what adds the person if the name is new; one who is known is left as known."""
    found = named_person(records, name)
    if found is not None:
        return (), found.id
    new = Person(id=new_id(), full_name=name.strip(), organisation_id=organisation_id, title=title)
    return added(new), new.id
