"""Lists as Word counts them: the template's own forms where they serve, and a w:num of its own for every list."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from referatdesk.documents.word.names import W, w
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.xml import cut_in_two, hoist_namespaces, value_of, whole_number
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import MAX_LEVEL

LEVELS = MAX_LEVEL + 1
LIST_STYLES = {
    BlockKind.BULLET: "List Bullet",
    BlockKind.NUMBERED: "List Number",
    BlockKind.LETTERED: "List Number",
}
_FORMATS = {BlockKind.BULLET: "bullet", BlockKind.NUMBERED: "decimal", BlockKind.LETTERED: "lowerLetter"}
_BULLETS = ("•", "–", "•", "–", "•")
_STEP = 397
"""Indent of a level in twips: 7 mm."""
EMPTY_NUMBERING = f'<w:numbering xmlns:w="{W}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Numbering:
    """A compiled numbering part: text before and after the lists of one output, and the form behind each kind of list.

    `abstracts` are ids of abstract numberings; `first` is the first free w:numId, which all bullets share.
    """

    head: str
    tail: str
    abstracts: dict[BlockKind, str]
    first: int

    @property
    def bullets(self) -> int:
        return self.first


@dataclass(slots=True)
class ListNumbers:
    """The w:num elements of one output, in the order in which lists began."""

    numbering: Numbering
    lists: list[str] = field(default_factory=list)

    def new_list(self, kind: BlockKind, level: int, start: int) -> int:
        """The number of a new list that counts from `start` at its level."""
        number = self.numbering.first + 1 + len(self.lists)
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self.lists.append(_num(number, self.numbering.abstracts[kind], override))
        return number

    @property
    def part(self) -> str:
        bullets = _num(self.numbering.bullets, self.numbering.abstracts[BlockKind.BULLET])
        return "".join([self.numbering.head, bullets, *self.lists, self.numbering.tail])


def _num(number: int, abstract: str, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def compile_numbering(root: etree._Element, styles: Styles) -> Numbering:
    """Chooses or adds a form with five levels for each kind of list, and cuts the part where lists are added."""
    hoist_namespaces(root)
    abstracts = {kind: _template_form(root, styles, kind) or _add_form(root, kind) for kind in LIST_STYLES}
    numbers = [whole_number(one.get(w("numId"))) for one in root.iterfind(w("num"))]
    head, tail = cut_in_two(root, _place_after(root, "numPicBullet", "abstractNum", "num"))
    return Numbering(head, tail, abstracts, max(numbers, default=0) + 1)


def _template_form(root: etree._Element, styles: Styles, kind: BlockKind) -> str | None:
    """The abstract numbering behind the template's own list style, if it counts as the kind does and is deep enough."""
    number = styles.numbering_of(styles.id_of(LIST_STYLES[kind]))
    num = next((one for one in root.iterfind(w("num")) if number and one.get(w("numId")) == number), None)
    abstract_id = value_of(num, "abstractNumId")
    abstract = next(
        (one for one in root.iterfind(w("abstractNum")) if one.get(w("abstractNumId")) == abstract_id), None
    )
    if abstract is None:
        return None
    levels = abstract.findall(w("lvl"))
    fits = len(levels) >= LEVELS and value_of(levels[0], "numFmt") == _FORMATS[kind]
    return abstract_id if fits else None


def _add_form(root: etree._Element, kind: BlockKind) -> str:
    taken = [whole_number(one.get(w("abstractNumId"))) for one in root.iterfind(w("abstractNum"))]
    new_id = str(max(taken, default=-1) + 1)
    levels = "".join(_level(kind, level) for level in range(LEVELS))
    source = (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{new_id}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(_place_after(root, "numPicBullet", "abstractNum"), etree.fromstring(source))
    return new_id


def _place_after(root: etree._Element, *names: str) -> int:
    wanted = {w(name) for name in names}
    return max((index for index, one in enumerate(root) if one.tag in wanted), default=-1) + 1


def _level(kind: BlockKind, level: int) -> str:
    mark = {
        BlockKind.BULLET: _BULLETS[level],
        BlockKind.NUMBERED: f"%{level + 1}.",
        BlockKind.LETTERED: f"%{level + 1})",
    }
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[kind]}"/>'
        f'<w:lvlText w:val="{mark[kind]}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * _STEP}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
