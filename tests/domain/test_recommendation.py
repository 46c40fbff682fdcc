import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.recommendation import item_point_blocks, point_blocks
from referatdesk.domain.richtext import paragraph

BULLET, NUMBERED, HEADING = BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.SUBHEADING

BLOCKS = st.lists(
    st.builds(
        paragraph,
        st.sampled_from(["", " ", "Det indstilles:", "Godkender", "Drøfter"]),
        st.sampled_from(sorted(set(BlockKind) - {BlockKind.TABLE})),
        st.integers(0, 2),
    ),
    max_size=8,
).map(tuple)


def words(blocks):
    return [block.text for block in point_blocks(tuple(blocks))]


def test_the_list_under_a_lead_in_holds_the_points():
    assert words(
        [paragraph("Det indstilles, at rådet:"), paragraph("Godkender planen", BULLET), paragraph("Hører", BULLET)]
    ) == ["Godkender planen", "Hører"]


def test_sub_points_belong_to_the_point_above_them():
    assert words([paragraph("Godkender", NUMBERED), paragraph("herunder budgettet", BULLET, 1)]) == ["Godkender"]


def test_a_list_that_begins_deep_has_its_outermost_items_as_points():
    assert words([paragraph("a", BULLET, 2), paragraph("b", BULLET, 1), paragraph("c", BULLET, 1)]) == ["b", "c"]


def test_without_a_list_each_full_paragraph_is_a_point():
    assert words([paragraph("Det indstilles, at:"), paragraph("Rådet drøfter sagen."), paragraph(" ")]) == [
        "Rådet drøfter sagen."
    ]


def test_headings_and_quotations_are_no_points():
    assert words([paragraph("Forslag", HEADING), paragraph("Som sagt", BlockKind.QUOTE)]) == []


def test_an_empty_bullet_is_no_point():
    assert words([paragraph(" ", BULLET), paragraph("Rådet drøfter sagen.")]) == ["Rådet drøfter sagen."]


@given(BLOCKS)
def test_points_are_blocks_of_the_text_in_their_order_and_never_blank(blocks):
    points = point_blocks(blocks)
    assert all(point.text.strip() for point in points)
    places = [blocks.index(point) for point in points]
    assert places == sorted(set(places))


@given(BLOCKS)
def test_where_there_is_a_list_with_words_only_its_items_are_points(blocks):
    has_list = any(block.is_list_item and block.text.strip() for block in blocks)
    assert all(point.is_list_item is has_list for point in point_blocks(blocks))


def test_the_points_of_an_item_are_those_of_all_its_recommendations_and_of_nothing_else():
    def section(section_id, kind, *blocks):
        return Section(id=section_id, kind=kind, blocks=tuple(blocks))

    text = ItemText(
        id="i",
        meeting_id="m",
        sections=(
            section("1", SectionKind.CASE_TEXT, paragraph("Baggrund", BULLET)),
            section("2", SectionKind.RECOMMENDATION, paragraph("Administrationen indstiller planen.")),
            section("3", SectionKind.DECISION, paragraph("Godkendt.")),
            section("4", SectionKind.RECOMMENDATION, paragraph("Udvalget indstiller mere", BULLET)),
        ),
    )
    assert [block.text for block in item_point_blocks(text)] == [
        "Administrationen indstiller planen.",
        "Udvalget indstiller mere",
    ]


@pytest.mark.parametrize(
    ("texts", "points"),
    [
        (["Udvalget drøfter sagen."], ["Udvalget drøfter sagen."]),
        (["Det indstilles, at planen godkendes"], ["Det indstilles, at planen godkendes"]),
        (
            ["Direktionen indstiller", "at planen godkendes", "at borgerne høres"],
            ["at planen godkendes", "at borgerne høres"],
        ),
        (
            ["Det indstilles, at Klynge Klitved", "At 1) Planen godkendes", "At 2) Borgerne høres"],
            ["At 1) Planen godkendes", "At 2) Borgerne høres"],
        ),
        (
            ["Det indstilles, at planen godkendes, og", "at borgerne høres."],
            ["Det indstilles, at planen godkendes, og", "at borgerne høres."],
        ),
        (
            ["Det indstilles, at Sundhedsråd Østfjord", "godkender planen", "drøfter høringen"],
            ["godkender planen", "drøfter høringen"],
        ),
        (
            ["Forvaltningen indstiller, at", "planen godkendes,", "borgerne høres."],
            ["planen godkendes,", "borgerne høres."],
        ),
        (
            ["Det indstilles, at planen godkendes.", "Sagen afgøres i Økonomiudvalget."],
            ["Det indstilles, at planen godkendes."],
        ),
        (
            ["Det indstilles:", "- at planen godkendes", "- at borgerne høres"],
            ["- at planen godkendes", "- at borgerne høres"],
        ),
    ],
)
def test_points_that_stand_as_lines_without_list_marks(texts, points):
    assert words([paragraph(text) for text in texts]) == points


def test_a_list_of_another_kind_belongs_to_the_point_above_it():
    letter = BlockKind.LETTERED
    listed = [("Godkender, herunder", NUMBERED), ("budgettet", BULLET), ("planen", letter), ("Drøfter", NUMBERED)]
    assert words([paragraph(text, kind) for text, kind in listed]) == ["Godkender, herunder", "Drøfter"]


def test_each_lead_in_opens_a_list_of_its_own():
    blocks = [
        paragraph("Direktionen indstiller, at:"),
        paragraph("planen godkendes", NUMBERED),
        paragraph("Udvalget indstiller, at:"),
        paragraph("planen udsættes", BULLET),
    ]
    assert words(blocks) == ["planen godkendes", "planen udsættes"]
