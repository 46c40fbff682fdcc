import pytest

from referatdesk.domain.codes import Role
from referatdesk.services.board.member_lines import MemberLine, read_lines


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Merete Aaby", MemberLine("Merete Aaby")),
        ("Merete Aaby, Egeby Kommune, A", MemberLine("Merete Aaby", organisation="Egeby Kommune", party="A")),
        ("Merete Aaby, A, Egeby Kommune", MemberLine("Merete Aaby", organisation="Egeby Kommune", party="A")),
        ("Merete Aaby, Egeby Kommune (A)", MemberLine("Merete Aaby", organisation="Egeby Kommune (A)")),
        ("Merete Aaby (A), Egeby Kommune", MemberLine("Merete Aaby", organisation="Egeby Kommune", party="A")),
        ("Merete Aaby, 31-02-2027", MemberLine("Merete Aaby", organisation="31-02-2027")),
        ("- Merete Aaby, (Æ)", MemberLine("Merete Aaby", party="Æ")),
        ("3. Merete Aaby; formand; Lokallisten; V1", MemberLine("Merete Aaby", Role.CHAIR, "Lokallisten", "V1")),
        (
            "Merete  Aaby\tNæstformand\tEgeby Kommune\tA\t1/1-2027",
            MemberLine("Merete Aaby", Role.VICE_CHAIR, "Egeby Kommune", "A", valid_from="2027-01-01"),
        ),
        (
            "Merete Aaby\tEgeby Kommune\t\t01-01-2027\t31.12.2029",
            MemberLine("Merete Aaby", organisation="Egeby Kommune", valid_from="2027-01-01", valid_to="2029-12-31"),
        ),
        ("Merete Aaby, 2027-01-01", MemberLine("Merete Aaby", valid_from="2027-01-01")),
        (
            "Merete Aaby, Afdeling for drift, Region Fjordland",
            MemberLine("Merete Aaby", organisation="Afdeling for drift, Region Fjordland"),
        ),
    ],
)
def test_a_line_is_read_by_what_its_cells_hold(line, read):
    assert read_lines(line) == [read]


def test_headings_and_blank_lines_are_nobody():
    assert read_lines("Navn\tParti\n\n  \nErik Dam\tC\n") == [MemberLine("Erik Dam", party="C")]
