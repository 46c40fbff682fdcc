"""What office programs leave out of PDF/UA: the order of tabs, lines that are no content, names of tags.

What the file tells of programs, people and its own history goes too, and so do files and scripts within it: a reader of
minutes has no use for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from referatdesk.documents.pdf.errors import PdfError

if TYPE_CHECKING:
    import pikepdf

_STANDARD_TAGS = frozenset(
    (
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "NonStruct",
            "Private",
            "P",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
        ),
        *("H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Index", "Note", "Reference", "BibEntry"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Code", "Link", "Annot", "TOCI"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
_BEGINS_PATH = frozenset(("m", "re"))
_CONTINUES_PATH = frozenset(("l", "c", "v", "y", "h", "W", "W*"))
_PAINTS_PATH = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_OPENS_MARK = frozenset(("BMC", "BDC"))
_NEEDED_FACTS = frozenset(("/Title", "/Subject", "/CreationDate", "/ModDate", "/Trapped"))
_NEEDED_METADATA = re.compile(
    r"\{[^}]*/dc/elements/1\.1/\}(?:title|description|language)|\{[^}]*/pdfua/ns/id/\}\w+|\{[^}]*/pdfa/ns/id/\}\w+"
    r"|\{[^}]*/xap/1\.0/\}\w+Date"
)
_UNNEEDED_OF_FILE = ("/OpenAction", "/AA", "/AF", "/Collection", "/PieceInfo", "/Threads", "/URI", "/Legal")
_UNNEEDED_NAMES = ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations", "/Templates")
_UNNEEDED_OF_PAGE = ("/PieceInfo", "/Thumb", "/AA", "/AF", "/LastModified", "/Metadata")


def mended(content: bytes) -> bytes:
    """The PDF with what was left out. Raises PdfError for what is no PDF."""
    import pikepdf  # noqa: PLC0415 - waits for the first PDF

    try:
        pdf = pikepdf.open(BytesIO(content))
    except pikepdf.PdfError as error:
        raise PdfError("pdf.failed") from error
    with pdf:
        for page in pdf.pages:
            page.Tabs = pikepdf.Name.S
            _drop_untagged_links(page)
            _mark_lines(pdf, page)
        _number_notes(pdf)
        _drop_mapped_standard_tags(pdf)
        _drop_what_nobody_needs(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _drop_untagged_links(page: pikepdf.Page) -> None:
    """Jumps between a note and its mark, which no tag knows: the note is read out where it belongs all the same."""
    annotations: Any = page.get("/Annots", [])
    for place in reversed(range(len(annotations))):
        if annotations[place].get("/Subtype") == "/Link" and "/StructParent" not in annotations[place]:
            del annotations[place]


def _number_notes(pdf: pikepdf.Pdf) -> None:
    """Every note has a name of its own."""
    import pikepdf  # noqa: PLC0415 - as above

    notes = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Note")
    for number, note in enumerate(notes, 1):
        note.ID = pikepdf.String(f"note-{number}")


def _drop_mapped_standard_tags(pdf: pikepdf.Pdf) -> None:
    tree = pdf.Root.get("/StructTreeRoot")
    roles: Any = {} if tree is None else tree.get("/RoleMap", {})
    for name in [name for name in roles.keys() if name.lstrip("/") in _STANDARD_TAGS]:  # noqa: SIM118 - a PDF's own
        del roles[name]


def _drop_what_nobody_needs(pdf: pikepdf.Pdf) -> None:
    facts: Any = pdf.docinfo
    for name in [one for one in facts.keys() if one not in _NEEDED_FACTS]:  # noqa: SIM118 - a PDF's own
        del facts[name]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for fact in [one for one in metadata if not _NEEDED_METADATA.fullmatch(str(one))]:
            del metadata[fact]
    root: Any = pdf.Root
    _drop_from(root, _UNNEEDED_OF_FILE)
    _drop_from(root.get("/Names", {}), _UNNEEDED_NAMES)
    for page in pdf.pages:
        _drop_from(page, _UNNEEDED_OF_PAGE)


def _drop_from(holder: Any, names: Iterable[str]) -> None:
    for name in names:
        if name in holder:
            del holder[name]


def _mark_lines(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Lines and areas that no tag holds are said to be decoration."""
    import pikepdf  # noqa: PLC0415 - as above

    instructions = pikepdf.parse_content_stream(page)
    marked = list(_with_marks(instructions))
    if len(marked) > len(instructions):
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marked))


def _with_marks(instructions: Iterable[Any]) -> Iterator[Any]:
    import pikepdf  # noqa: PLC0415 - as above

    opening = ([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
    closing: tuple[list[pikepdf.Object], pikepdf.Operator] = ([], pikepdf.Operator("EMC"))
    depth = 0
    path: list[Any] = []
    for one in instructions:
        operator = str(one.operator)
        depth += (operator in _OPENS_MARK) - (operator == "EMC")
        if not depth and (operator in _BEGINS_PATH or (path and operator in _CONTINUES_PATH)):
            path.append(one)
            continue
        if path and operator in _PAINTS_PATH:
            yield from (opening, *path, one, closing)
        else:
            yield from (*path, one)
        path = []
    yield from path
