"""Random texts of every kind, for property tests."""

from hypothesis import strategies as st

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import LIST_KINDS, MAX_LEVEL, Block, Cell, Picture, Run, Table, merged_runs
from referatdesk.ui.richtext.characters import clean_text

words = st.text(
    st.sampled_from(" abcæøåÆØÅ123.,-–•\u00a0\t\n😀👨‍👩‍👧e\u0301\u200b\u00ad\u0085\u202e«»")
    | st.characters(codec="utf-8", exclude_categories=["Cs"]),
    max_size=12,
).map(clean_text)

runs = st.builds(
    Run,
    words,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    link=st.sampled_from([None, None, "https://egeby.example/a?b=c&d=%20", "mailto:ida@egeby.example", "odd: link"]),
)
run_tuples = st.lists(runs, max_size=4).map(merged_runs)
ids = st.builds(new_block_id)
sizes = st.floats(0, 500, allow_nan=False)


@st.composite
def lines(draw):
    kind = draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TABLE]))
    deepest = MAX_LEVEL if kind in LIST_KINDS else int(kind is BlockKind.SUBHEADING)
    marker = draw(st.sampled_from([None, "", "1.", "a)", "- b)"])) if kind in LIST_KINDS else None
    level = draw(st.integers(0, deepest))
    picture = draw(st.builds(Picture, ids, sizes, sizes)) if kind is BlockKind.PICTURE else None
    return Block(id=draw(ids), kind=kind, runs=draw(run_tuples), level=level, marker=marker, picture=picture)


@st.composite
def tables(draw):
    height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells = st.lists(lines(), max_size=2).map(tuple).map(Cell)
    shares = st.floats(0.01, 1.0, allow_nan=False)
    value = Table(
        rows=tuple(tuple(draw(cells) for _column in range(width)) for _row in range(height)),
        header_rows=draw(st.integers(0, height)),
        widths=draw(st.just(()) | st.lists(shares, min_size=width, max_size=width).map(tuple)),
        caption=draw(st.none() | words),
        caption_position=draw(st.sampled_from(CaptionPosition)),
    )
    return Block(id=draw(ids), kind=BlockKind.TABLE, table=value)


texts = st.lists(st.one_of(lines(), lines(), lines(), tables()), max_size=6).map(tuple)
