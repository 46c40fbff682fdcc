"""What each element of HTML means for the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import MAX_LEVEL, Run
from referatdesk.ui.richtext.characters import safe_link
from referatdesk.ui.richtext.html_lines import Item
from referatdesk.ui.richtext.html_styles import (
    Attributes,
    is_bold,
    is_hidden,
    is_italic,
    is_underlined,
    kind_of_list,
    span_of,
    word_list_item,
)
from referatdesk.ui.richtext.html_writer import EMPTY_LINE_CLASS

VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
LINES = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "address",
        "article",
        "aside",
        "section",
        "header",
        "footer",
        "main",
        "nav",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "center",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "body",
        "html",
        "hr",
    }
)
"""Elements before and after which a line ends."""
CELLS = frozenset({"td", "th"})

_SILENT = frozenset(
    {
        "head",
        "style",
        "script",
        "title",
        "xml",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "textarea",
        "button",
        "audio",
        "video",
        "canvas",
        "del",
        "o:p",
    }
)
_SILENT_PREFIXES = ("v:", "w:", "m:")
PLAIN = Run("")
_HEADINGS = {"h1": 0, "h2": 0, "h3": 1, "h4": 1, "h5": 1, "h6": 1}
_QUOTES = frozenset({"msoquote", "msointensequote"})
_COMMENT_MARK = "msocommentreference"


@dataclass(frozen=True, slots=True)
class Element:
    """An open element with all that the words in it inherit."""

    tag: str
    form: Run = PLAIN
    silent: bool = False
    as_is: bool = False
    is_mark: bool = False
    in_heading: bool = False
    keeps_empty: bool = False
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_kind: BlockKind = BlockKind.BULLET
    depth: int = 0
    item: Item | None = None
    word_list: tuple[str, int] | None = None

    @property
    def word_form(self) -> Run:
        """The form of the words: a heading is not bold besides, nor a link underlined."""
        form = replace(self.form, bold=False) if self.in_heading else self.form
        return replace(form, underline=False) if form.link is not None else form


def opened(parent: Element, tag: str, attributes: Attributes, styles: Mapping[str, str]) -> Element:
    """The element as it opens inside its parent."""
    names = frozenset(attributes.get("class", "").lower().split())
    if parent.silent or tag in _SILENT or tag.startswith(_SILENT_PREFIXES) or is_hidden(styles):
        return replace(parent, tag=tag, silent=True, keeps_empty=False)
    if _COMMENT_MARK in names:
        return replace(parent, tag=tag, silent=True, keeps_empty=False)
    made = replace(
        parent,
        tag=tag,
        form=_form(parent.form, tag, attributes, styles),
        as_is=parent.as_is or tag == "pre" or "mso-spacerun" in styles or styles.get("white-space") == "pre",
        is_mark=parent.is_mark or styles.get("mso-list") == "ignore",
        keeps_empty=EMPTY_LINE_CLASS in names,
    )
    if tag in LINES:
        return _line_element(made, names, attributes, styles)
    return made


def _form(inherited: Run, tag: str, attributes: Attributes, styles: Mapping[str, str]) -> Run:
    return replace(
        inherited,
        bold=is_bold(styles, inherited.bold or tag in {"b", "strong"}),
        italic=is_italic(styles, inherited.italic or tag in {"i", "em"}),
        underline=is_underlined(styles, inherited.underline or tag == "u"),
        link=safe_link(attributes.get("href")) if tag == "a" else inherited.link,
    )


def _line_element(made: Element, names: frozenset[str], attributes: Attributes, styles: Mapping[str, str]) -> Element:
    made = replace(made, word_list=word_list_item(styles) or made.word_list)
    if made.tag in CELLS or made.tag == "caption":
        return replace(made, kind=BlockKind.PARAGRAPH, level=0, depth=0, item=None, word_list=None)
    if made.tag in {"ul", "ol"}:
        kind = kind_of_list(made.tag, attributes, styles)
        return replace(made, list_kind=kind, depth=made.depth + 1, word_list=None)
    if made.tag == "li":
        level = span_of(attributes, "data-aria-level", MAX_LEVEL + 1) if "data-aria-level" in attributes else made.depth
        item = Item(made.list_kind, min(max(level - 1, 0), MAX_LEVEL))
        return replace(made, item=item, word_list=None)
    if made.tag == "blockquote" or names & _QUOTES:
        return replace(made, kind=BlockKind.QUOTE, level=0)
    if made.tag in _HEADINGS:
        is_heading = made.item is None
        return replace(
            made,
            kind=BlockKind.SUBHEADING if is_heading else made.kind,
            level=_HEADINGS[made.tag],
            in_heading=is_heading,
            word_list=None,
        )
    return made
