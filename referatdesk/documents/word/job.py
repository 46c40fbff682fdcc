"""What one output gathers while it is joined: list numbers, links and headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from referatdesk.documents.word.forms import RichStyles, TextForm, restyled
from referatdesk.documents.word.identity import Identities
from referatdesk.documents.word.names import HYPERLINK_RELATION
from referatdesk.documents.word.numbering import ListNumbers
from referatdesk.documents.word.pictures import PictureParts
from referatdesk.documents.word.text import escaped
from referatdesk.documents.word.values import Scope

_LINK_SCHEMES = ("http://", "https://", "mailto:")
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=-._~"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the output: its bookmark, level and words (escaped), for the contents."""

    bookmark: str
    level: int
    words: str


@dataclass(slots=True)
class Links:
    """The outward links of one part, one relation for each address."""

    taken: int = 0
    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str | None:
        """The relation's id; None for an address that a reader should not be led to by a click."""
        address = address.strip()
        if not address.lower().startswith(_LINK_SCHEMES):
            return None
        safe = quote(address, safe=_URL_SIGNS)
        return self.ids.setdefault(safe, f"rIdLink{self.taken + len(self.ids) + 1}")

    @property
    def relations(self) -> str:
        return "".join(
            f'<Relationship Id="{name}" Type="{HYPERLINK_RELATION}" Target="{escaped(address)}" TargetMode="External"/>'
            for address, name in self.ids.items()
        )


@dataclass(slots=True)
class Job:
    """One output in the making. `scopes` are those that the place lies in, the meeting first.

    `bookmarked` are the heading levels that the contents list; `level` is that of the last heading of the template and
    `deepest` of any heading, for sub-headings stand below both without a gap. `spilled` is what follows the line
    that is being written: blocks of its text that need paragraphs of their own.
    """

    scopes: list[Scope]
    styles: RichStyles
    numbers: ListNumbers
    bookmarked: range
    text_width: int
    pictures: PictureParts
    identities: Identities
    links: Links = field(default_factory=Links)
    headings: list[Heading] = field(default_factory=list)
    level: int = 0
    deepest: int = 0
    spilled: str = ""
    restyled: dict[tuple[int, str], TextForm] = field(default_factory=dict)

    def dressed(self, form: TextForm, depth: int) -> TextForm:
        """The form of a text in that scope, which may ask for another style of the template."""
        style = self.scopes[depth].style
        style_id = self.styles.named.get(style.lower()) if style else None
        if style_id is None:
            return form
        key = (id(form), style_id)
        if key not in self.restyled:
            self.restyled[key] = restyled(form, style_id)
        return self.restyled[key]

    def bookmark(self, level: int, words: str) -> tuple[str, str]:
        """Start and end of the bookmark round a heading; nothing for a level that the contents do not list."""
        if level not in self.bookmarked or not words.strip():
            return "", ""
        name = f"_Toc{self.identities.taken.contents_mark + len(self.headings) + 1:09d}"
        self.headings.append(Heading(name, level, words))
        identity = self.identities.new_id()
        return f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{identity}"/>'
