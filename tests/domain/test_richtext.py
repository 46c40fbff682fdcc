from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import (
    LIST_KINDS,
    MAX_LEVEL,
    Block,
    Cell,
    Run,
    Table,
    is_blank,
    merged_runs,
    normalised,
    paragraph,
    plain_text,
    table_text,
    walk,
    with_new_ids,
)

WORDS = st.text(alphabet="aæøå .:\n", max_size=5)
RUNS = st.lists(
    st.builds(
        Run,
        text=WORDS,
        bold=st.booleans(),
        italic=st.booleans(),
        link=st.sampled_from([None, "https://egeby.example"]),
    ),
    max_size=6,
).map(tuple)
BLOCK_IDS = st.uuids().map(lambda one: one.hex[:12])
LINES = st.builds(
    Block,
    id=BLOCK_IDS,
    kind=st.sampled_from(sorted(set(BlockKind) - {BlockKind.TABLE})),
    runs=RUNS,
    level=st.integers(0, MAX_LEVEL),
)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    cells = st.lists(LINES, max_size=2).map(lambda blocks: Cell(tuple(blocks)))
    row = st.lists(cells, min_size=columns, max_size=columns).map(tuple)
    rows = tuple(draw(st.lists(row, min_size=1, max_size=3)))
    table = Table(
        rows, caption=draw(st.none() | WORDS), caption_position=draw(st.sampled_from(sorted(CaptionPosition)))
    )
    return Block(id=draw(BLOCK_IDS), kind=BlockKind.TABLE, runs=draw(RUNS), table=table)


TEXTS = st.lists(LINES | tables(), max_size=5).map(tuple)


def split_in_letters(runs):
    return tuple(Run(letter, run.bold, run.italic, run.underline, run.link) for run in runs for letter in run.text)


@given(RUNS)
def test_merging_runs_keeps_every_letter_and_its_form(runs):
    assert split_in_letters(merged_runs(runs)) == split_in_letters(runs)


@given(RUNS)
def test_however_a_text_is_cut_in_runs_its_one_form_is_the_same(runs):
    assert merged_runs(split_in_letters(runs)) == merged_runs(runs)


@given(RUNS)
def test_merged_runs_are_never_empty_and_neighbours_differ(runs):
    merged = merged_runs(runs)
    assert all(run.text for run in merged)
    assert all(one.form != other.form for one, other in pairwise(merged))


@given(TEXTS)
def test_the_one_form_of_a_text_is_stable_and_says_the_same(blocks):
    once = normalised(blocks)
    assert normalised(once) == once
    assert plain_text(once) == plain_text(blocks)
    assert [block.id for block in walk(once)] == [block.id for block in walk(blocks)]


@given(TEXTS)
def test_a_copy_says_the_same_and_shares_no_id(blocks):
    copy = with_new_ids(blocks)
    assert plain_text(copy) == plain_text(blocks)
    assert [(block.kind, block.level) for block in walk(copy)] == [(block.kind, block.level) for block in walk(blocks)]
    ids = [block.id for block in walk(copy)]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {block.id for block in walk(blocks)}


@given(TEXTS)
def test_a_text_is_blank_when_nothing_can_be_read_in_it(blocks):
    assert is_blank(blocks) is (not plain_text(blocks).strip())


def test_the_words_of_a_table_are_cells_by_tabs_and_rows_by_lines():
    def row(*words):
        return tuple(Cell((paragraph(word),) if word else ()) for word in words)

    table = Table((row("", "5. klasse"), row("Egeby", "11 %")), caption="Tabel 1: Trivsel")
    assert table_text(table) == "Tabel 1: Trivsel\n\t5. klasse\nEgeby\t11 %"
    after = Table(table.rows, caption="Tabel 1: Trivsel", caption_position=CaptionPosition.AFTER)
    assert table_text(after).endswith("11 %\nTabel 1: Trivsel")


def test_bullets_numbers_and_letters_are_list_items():
    assert {kind for kind in BlockKind if paragraph("x", kind).is_list_item} == LIST_KINDS
    assert {BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.LETTERED} == LIST_KINDS


def test_a_new_paragraph_of_nothing_has_no_runs():
    assert paragraph("").runs == ()
    assert paragraph("a").id != paragraph("a").id
