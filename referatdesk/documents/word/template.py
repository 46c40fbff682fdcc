"""A template compiled once and filled many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.word.archive import Entry, entry, packed
from referatdesk.documents.word.cleaning import cleaned
from referatdesk.documents.word.contents import Contents
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.forms import RichStyles, rich_styles
from referatdesk.documents.word.identity import IdentifiedField, Identities
from referatdesk.documents.word.job import Heading, Job, Links
from referatdesk.documents.word.manifest import Manifest
from referatdesk.documents.word.marked import marked_template
from referatdesk.documents.word.names import CONTENT_TYPES, CORE_RELATION, NUMBERING_RELATION, w
from referatdesk.documents.word.nodes import CONTENTS_PLACE, write_all
from referatdesk.documents.word.numbering import EMPTY_NUMBERING, ListNumbers, Numbering, compile_numbering
from referatdesk.documents.word.package import TYPES_PART, Package, parsed, read_package, unsupported_parts
from referatdesk.documents.word.parts import FilledPart, filled_part, prepared
from referatdesk.documents.word.pictures import PictureParts
from referatdesk.documents.word.properties import core_properties
from referatdesk.documents.word.taken import Taken, taken_in
from referatdesk.documents.word.values import Identity, PictureFile, Properties, Scope
from referatdesk.documents.word.xml import child, cut_in_two, whole_number

_A4_TEXT = 9026
"""Width of the text on A4 with Word's usual margins, in twips, for a template that does not say."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished Word file, the headings that its contents list, and the fields of a review copy."""

    content: bytes
    headings: tuple[Heading, ...]
    identified: tuple[IdentifiedField, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled. `order` names every part of an output; `kept` are those that never change;
    `repeats` are the names of what it repeats.
    """

    order: tuple[str, ...]
    kept: Mapping[str, Entry]
    filled: tuple[FilledPart, ...]
    contents: Contents
    styles: RichStyles
    numbering: Numbering
    numbering_name: str | None
    core_name: str
    types: tuple[str, str]
    """The part that names the types of all others, cut where those of pictures are added."""
    text_width: int
    taken: Taken
    warnings: tuple[TemplateFinding, ...]
    repeats: frozenset[str]

    def fill(
        self,
        values: Scope,
        properties: Properties,
        pages: Mapping[str, int] | None = None,
        pictures: Mapping[str, PictureFile] | None = None,
        identity: Identity = Identity.NONE,
    ) -> Filled:
        """The Word file with these values. `pages` are the page numbers of the headings, by bookmark, where known;
        `pictures` the files that the texts show, by their ids; `identity` says whether it is a review copy.
        """
        job = self._job(values, pictures or {}, identity)
        manifest = None if identity is Identity.NONE else Manifest(self.taken.names + 1)
        new: dict[str, bytes] = {self.core_name: core_properties(properties)}
        for part in self.filled:
            leads_on = manifest.relation if manifest and part is self.filled[0] else ""
            new |= self._part(part, job, pages or {}, leads_on)
        if self.numbering_name is not None:
            new[self.numbering_name] = job.numbers.part.encode()
        new |= job.pictures.parts | (manifest.parts(job.identities.fields) if manifest else {})
        new |= self._types(job.pictures.types + (manifest.types if manifest else ""))
        names = [*self.order, *(name for name in new if name not in self.order)]
        entries = (entry(name, new[name]) if name in new else self.kept[name] for name in names)
        return Filled(packed(entries), tuple(job.headings), tuple(job.identities.fields))

    def _types(self, declared: str) -> dict[str, bytes]:
        added = declared.replace("<Override ", f'<Override xmlns="{CONTENT_TYPES}" ')
        return {TYPES_PART: added.join(self.types).encode()} if added else {}

    def _job(self, values: Scope, pictures: Mapping[str, PictureFile], identity: Identity) -> Job:
        return Job(
            scopes=[values],
            styles=self.styles,
            numbers=ListNumbers(self.numbering),
            bookmarked=self.contents.levels,
            text_width=self.text_width,
            pictures=PictureParts(pictures, self.taken),
            identities=Identities(identity, self.taken),
        )

    def _part(self, part: FilledPart, job: Job, pages: Mapping[str, int], leads_on: str) -> dict[str, bytes]:
        out: list[str] = []
        job.links = Links(self.taken.names)
        job.pictures.begin_part()
        write_all(part.pieces, job, out)
        text = "".join(out)
        if CONTENTS_PLACE in text:
            text = text.replace(CONTENTS_PLACE, self.contents.xml(job.headings, pages), 1)
        new = {part.name: text.encode()}
        if added := job.links.relations + job.pictures.relations + leads_on:
            new[part.relations_name] = part.relations(added)
        return new


def compile_template(content: bytes) -> CompiledTemplate:
    """Compiles a .docx or .dotx; raises TemplateError with all findings when it cannot be used."""
    package = read_package(content)
    main = package.main
    marked = marked_template(package)
    findings = [*unsupported_parts(package), *marked.findings]
    if not all(one.is_warning for one in findings):
        raise TemplateError(findings)
    pieces, root = marked.pieces(main), marked.roots[main]
    document = prepared(package, with_lists=marked.has_rich_text)
    numbering_name = document.related(main, NUMBERING_RELATION) if marked.has_rich_text else None
    core_name = document.related("", CORE_RELATION) or ""
    changing = {*pieces, numbering_name, core_name}
    return CompiledTemplate(
        order=tuple(document.parts),
        kept={name: entry(name, part) for name, part in document.parts.items() if name not in changing},
        filled=tuple(filled_part(document, name, part) for name, part in pieces.items()),
        contents=marked.contents,
        styles=rich_styles(marked.styles),
        numbering=compile_numbering(parsed(_numbering_source(document, numbering_name)), marked.styles),
        numbering_name=numbering_name,
        core_name=core_name,
        types=_types(document),
        text_width=_text_width(root),
        taken=taken_in(document, marked.roots.values()),
        warnings=tuple(findings),
        repeats=marked.repeats,
    )


def _types(document: Package) -> tuple[str, str]:
    root = parsed(document.parts[TYPES_PART])
    return cut_in_two(root, len(root))


def check_template(content: bytes) -> tuple[TemplateFinding, ...]:
    """Everything that is wrong with a template; warnings do not keep it from being used."""
    try:
        compiled = compile_template(content)
        cleaned(content)
    except TemplateError as error:
        return error.findings
    return compiled.warnings


def _numbering_source(document: Package, name: str | None) -> bytes:
    return (document.parts.get(name, b"") if name else b"") or EMPTY_NUMBERING


def _text_width(root: etree._Element) -> int:
    """The width of the text where the document is narrowest, for a text may come to stand in any of its sections."""
    return min(filter(None, map(_width_in, root.iter(w("sectPr")))), default=_A4_TEXT)


def _width_in(section: etree._Element) -> int:
    """The width of the text in a section; 0 where that is not said."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return 0
    sides = (whole_number(margins.get(w(side))) for side in ("left", "right"))
    return max(0, whole_number(size.get(w("w"))) - sum(sides))
