"""Which items are elections, by their titles."""

import pytest

from referatdesk.domain.voting import office_in


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Valg af næstformand", "næstformand"),
        ("Nyvalg af formand og næstformand.", "formand"),
        ("Valg af to medlemmer", None),
        ("Valg af medlem til Egeby Havns bestyrelse", "medlem til Egeby Havns bestyrelse"),
        ("Valg af medlem til Udvalget for Kultur og Fritid", "medlem til Udvalget for Kultur og Fritid"),
        ("Valg af medlemmer til Ungerådet", "medlem til Ungerådet"),
        ("Valg af suppleanter", "suppleant"),
        ("Valg af leverandør", None),
        ("Orientering om valg af formand", None),
    ],
)
def test_the_title_names_the_office(title, office):
    assert office_in(title) == office
