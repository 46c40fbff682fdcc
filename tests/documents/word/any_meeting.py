"""Random values for templates: any sign, all kinds of blocks, lists five levels deep, and places left empty."""

from hypothesis import strategies as st

from referatdesk.documents.word.values import PictureFile, Scope
from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import LIST_KINDS, MAX_LEVEL, Block, Cell, Picture, Run, Table
from tests.documents.word.png import png

PICTURES = {"map": PictureFile(png(40, 20), "image/png")}
SIGNS = (
    *"&<>\"'",
    *"æøåÆØÅ",
    *" \t\n\r\u00a0\u2028\u200b\u00ad",
    *("e\u0301", "a\u030a", "😀", "👨‍👩‍👧", "שלום", "\u202eمرحبا"),
    *("\x00", "\x0b", "\x1f", "\ufffe", "\ud800", "\x85"),
    *("]]>", "<?rd ( 0?>", "<!--", "&amp;", "[[møde.titel]]", "{{x}}", "%1", "a" * 300),
)
words = st.lists(st.sampled_from(SIGNS) | st.characters(), max_size=6).map("".join)
values = st.none() | words
links = st.sampled_from(
    [None, None, None, "https://egeby.example/a?b=c&d=%20", 'mailto:"ida"@egeby.example', "javascript:x"]
)
runs = st.builds(Run, words, bold=st.booleans(), italic=st.booleans(), underline=st.booleans(), link=links)
lines_of_runs = st.lists(runs, max_size=3).map(tuple)
paragraphs = st.builds(Block, id=st.just("b"), runs=lines_of_runs)
lists = st.builds(
    Block,
    id=st.just("b"),
    kind=st.sampled_from(sorted(LIST_KINDS)),
    runs=lines_of_runs,
    level=st.integers(0, MAX_LEVEL),
    marker=st.sampled_from([None, "", "3.", "c)", "- b)", "0", "²"]),
)
other = st.builds(
    Block,
    id=st.just("b"),
    kind=st.sampled_from([BlockKind.SUBHEADING, BlockKind.QUOTE, BlockKind.FOOTNOTE]),
    runs=lines_of_runs,
    level=st.integers(0, 1),
)
pictures = st.builds(
    Block,
    id=st.just("b"),
    kind=st.just(BlockKind.PICTURE),
    runs=lines_of_runs,
    picture=st.builds(Picture, st.sampled_from(["map", "lost"]), st.sampled_from([0.0, 20.0]), st.just(10.0)),
)
simple = st.one_of(paragraphs, lists, other, pictures)
cells = st.lists(simple, max_size=2).map(tuple).map(Cell)


@st.composite
def tables(draw):
    rows = draw(st.lists(st.lists(cells, min_size=1, max_size=3).map(tuple), max_size=3)) if draw(st.booleans()) else []
    table = Table(
        rows=tuple(rows),
        header_rows=draw(st.integers(0, 1)),
        widths=draw(st.sampled_from([(), (1.0, 2.0), (0.0,)])),
        caption=draw(values),
        caption_position=draw(st.sampled_from(CaptionPosition)),
    )
    return Block(id="t", kind=BlockKind.TABLE, table=table)


texts = st.lists(st.one_of(simple, simple, simple, tables()), max_size=4).map(tuple)


def scopes(fields, repeats=None, most=2):
    """Lists of scopes with random values for these fields: names mapped to strategies."""
    inner = st.fixed_dictionaries(repeats or {})
    return st.lists(st.builds(Scope, st.fixed_dictionaries(fields), inner), max_size=most)


persons = scopes({"deltager.navn": values, "deltager.parti": values})
papers = scopes({"bilag.titel": values})
sections = scopes(
    {"afsnit.overskrift": values, "afsnit.etiket": values, "afsnit.linje": texts, "afsnit.tekst": texts},
    {"bilag": papers},
)
agenda = scopes(
    {"punkt.titel": values, "punkt.nummer": values, "punkt.sagsnr": values, "punkt.beslutning": texts},
    {"afsnit": sections},
)
meetings = st.builds(
    Scope,
    st.fixed_dictionaries({"møde.titel": values, "møde.sted": values, "møde.udvalg": values}),
    st.fixed_dictionaries({"deltagere": persons, "punkter": agenda}),
)
