import pytest

from referatdesk.documents.reading.matters.points import opened_points
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Run


def read(text, **fields):
    one = SourceParagraph(runs=(Run(text),), place=Place(3, 3), **fields)
    return [(piece.marker, piece.text) for piece in opened_points([one])]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Direktionen indstiller, at 1) planen godkendes, og 2) borgerne høres.",
            [(None, "Direktionen indstiller, at"), ("1)", "planen godkendes, og"), ("2)", "borgerne høres.")],
        ),
        (
            "Det indstilles: a) at planen godkendes, b) at borgerne høres, c) at sagen afsluttes.",
            [
                (None, "Det indstilles:"),
                ("a)", "at planen godkendes,"),
                ("b)", "at borgerne høres,"),
                ("c)", "at sagen afsluttes."),
            ],
        ),
        (
            "Det indstilles: 1. Planen godkendes. 2. Borgerne høres.",
            [(None, "Det indstilles:"), ("1.", "Planen godkendes."), ("2.", "Borgerne høres.")],
        ),
        ("(1) Planen godkendes (2) Borgerne høres", [("(1)", "Planen godkendes"), ("(2)", "Borgerne høres")]),
        ("at planen godkendes\nat borgerne høres", [(None, "at planen godkendes"), (None, "at borgerne høres")]),
        (
            "Det indstilles,\nat planen godkendes\nat borgerne høres",
            [(None, "Det indstilles,"), (None, "at planen godkendes"), (None, "at borgerne høres")],
        ),
        ("Udvalget drøfter sagen.", [(None, "Udvalget drøfter sagen.")]),
        ("At planen gælder fra den 1. maj og 2. juni.", [(None, "At planen gælder fra den 1. maj og 2. juni.")]),
        ("At planen godkendes, jf. a) i notatet.", [(None, "At planen godkendes, jf. a) i notatet.")]),
        ("At model 2) følges før model 1) prøves.", [(None, "At model 2) følges før model 1) prøves.")]),
        ("Planen godkendes\nsom den er", [(None, "Planen godkendes\nsom den er")]),
    ],
)
def test_points_within_a_paragraph_are_parted_and_nothing_else(text, pieces):
    assert read(text) == pieces


def test_a_real_list_item_is_left_as_it_is():
    assert read("1) a 2) b", list_kind=BlockKind.BULLET, marker="-") == [("-", "1) a 2) b")]


def test_every_piece_keeps_the_lines_and_the_form_of_its_paragraph():
    one = SourceParagraph(runs=(Run("At 1) planen "), Run("godkendes", bold=True), Run(" 2) slut")), place=Place(7, 8))
    pieces = opened_points([one])
    assert {piece.place for piece in pieces} == {Place(7, 8)}
    assert pieces[1].runs == (Run("planen "), Run("godkendes", bold=True))
    assert [piece.list_kind for piece in pieces] == [None, BlockKind.NUMBERED, BlockKind.NUMBERED]
