"""How the fields of a review copy are found again: a control and a hidden bookmark round each, and a manifest.

Word keeps both, LibreOffice drops the tag of every control on saving and keeps the bookmarks. The manifest is a part of
its own in the file: it says of each number which field of which record it is, and the hash of its words as they were
written, so that an edit that nobody tracked is seen. A tag of a review copy is no tag of a template.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from html import unescape

from referatdesk.documents.word.taken import Taken
from referatdesk.documents.word.text import escaped
from referatdesk.documents.word.values import Identity

_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:(tab)|(br))/>|(</w:p>)")
_FIRST_PROPERTIES = "<w:p><w:pPr>"
_LONGEST_TAG = 64


@dataclass(frozen=True, slots=True)
class IdentifiedField:
    """A filled field of a review copy: its number there, its name, the record it belongs to, the hash of its words."""

    number: int
    name: str
    record: str
    digest: str

    @property
    def bookmark(self) -> str:
        return f"_rd{self.number}"

    @property
    def tag(self) -> str:
        return f"rd.{self.number}:{self.name}"[:_LONGEST_TAG]


def words_of(xml: str) -> str:
    """The words of a field: tabs and line breaks as such, paragraphs parted by line ends."""
    signs = (
        "\t" if tab else "\n" if line or paragraph else unescape(text)
        for text, tab, line, paragraph in _WORDS.findall(xml)
    )
    return "".join(signs).strip("\n")


def digest_of(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


@dataclass(slots=True)
class Identities:
    """The identified fields of one output, whose template has used up what is `taken`."""

    identity: Identity
    taken: Taken
    fields: list[IdentifiedField] = field(default_factory=list)
    _bookmarks: int = 0
    _last_control: int = 0

    @property
    def are_none(self) -> bool:
        return self.identity is Identity.NONE

    def new_id(self) -> int:
        """A number that no other bookmark of the output has."""
        self._bookmarks += 1
        return self.taken.bookmark + self._bookmarks

    def on_line(self, name: str, record: str, xml: str) -> str:
        """The runs of a field with its marks round them."""
        if self.identity is Identity.NONE:
            return xml
        one = self._identified(name, record, xml)
        start, end = self._bookmark(one)
        return f"{start}{self._controlled(one, xml)}{end}"

    def in_paragraphs(self, name: str, record: str, xml: str) -> str:
        """The paragraphs and tables of a field with its marks; the bookmark begins and ends inside paragraphs."""
        if self.identity is Identity.NONE:
            return xml
        one = self._identified(name, record, xml)
        if self.identity is Identity.CONTROLS and not xml.endswith("</w:p>"):
            xml = f"{xml}<w:p></w:p>"
        start, end = self._bookmark(one)
        body = xml.removesuffix("</w:p>")
        place = _start_of_words(body)
        marked = f"{body[:place]}{start}{body[place:]}{end}{xml[len(body) :]}"
        return self._controlled(one, marked)

    def _identified(self, name: str, record: str, xml: str) -> IdentifiedField:
        one = IdentifiedField(len(self.fields) + 1, name, record, digest_of(words_of(xml)))
        self.fields.append(one)
        return one

    def _bookmark(self, one: IdentifiedField) -> tuple[str, str]:
        number = self.new_id()
        return f'<w:bookmarkStart w:id="{number}" w:name="{one.bookmark}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def _controlled(self, one: IdentifiedField, xml: str) -> str:
        if self.identity is not Identity.CONTROLS:
            return xml
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(one.name)}"/><w:tag w:val="{escaped(one.tag)}"/>'
            f'<w:id w:val="{self._control_id()}"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
            f"<w:sdtContent>{xml}</w:sdtContent></w:sdt>"
        )

    def _control_id(self) -> int:
        self._last_control += 1
        while self._last_control in self.taken.controls:
            self._last_control += 1
        return self._last_control


def _start_of_words(xml: str) -> int:
    """Where the first paragraph's words begin; the very start where a table comes first."""
    if xml.startswith(_FIRST_PROPERTIES):
        return xml.index("</w:pPr>") + len("</w:pPr>")
    return len("<w:p>") if xml.startswith("<w:p>") else 0
