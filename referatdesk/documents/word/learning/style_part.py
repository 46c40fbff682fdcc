"""The styles of the minutes, with those added that a template needs and the minutes never used."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from referatdesk.documents.word.forms import REQUIRED_STYLES, RUN_ORDER, put
from referatdesk.documents.word.names import W14, W15, W, w
from referatdesk.documents.word.styles import Styles
from referatdesk.documents.word.xml import element, fragment, value_of

_HEADING = '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="40"/>'
_NAMESPACES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}"'
_LISTED = {"List Bullet", "List Number"}
_FORMS = {
    "Quote": '<w:spacing w:before="80" w:after="120"/><w:ind w:left="397" w:right="397"/>',
    "caption": '<w:keepNext/><w:spacing w:before="120" w:after="80"/>',
}
_LETTERS = {"Quote": "<w:i/>", "caption": "<w:b/>"}
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


DANISH = "da-DK"


class StylePart:
    """The tree of a styles part that is added to."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._styles = Styles(root)

    def speak_danish(self) -> None:
        """Minutes are Danish, also where the program that made the file was not: readers aloud go by this."""
        defaults = _made(self.root, "docDefaults", first=True)
        letters = _made(_made(defaults, "rPrDefault", first=True), "rPr")
        if letters.find(w("lang")) is None:
            put(letters, element("lang"), RUN_ORDER)
        for one in self.root.iter(w("lang")):
            one.set(w("val"), DANISH)

    def level_of(self, style_id: str | None) -> int | None:
        return self._styles.heading_level(style_id)

    def leveled(self, name: str, level: int, based_on: str | None) -> str:
        """The id of a style of that name which is a heading of that level; made when it is first asked for."""
        known = self._styles.id_of(name)
        if known is not None:
            return known
        form = f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>'
        return self._add(name, based_on or self._default, form, "", custom=True)

    def contents(self, level: int, form: etree._Element) -> str:
        """The id of the style of entries in the list of contents; made of this form where there is none."""
        known = self._styles.id_of(f"toc {level}")
        if known is not None:
            return known
        based = value_of(form, "pStyle")
        own = "".join(fragment(one) for one in form if one.tag != w("pStyle"))
        return self._add(f"toc {level}", based or self._default, own, "")

    def complete(self, deepest: int, look: etree._Element | None, lists: dict[str, str]) -> None:
        """Adds the styles that rich text is mapped to; `lists` has the numberings of the lists that were seen."""
        for name in REQUIRED_STYLES:
            if self._styles.id_of(name) is None:
                self._required(name, look, lists.get(name))
        level = min(deepest + 1, 9)
        if self._styles.id_of(f"heading {level}") is None:
            outline = f'<w:outlineLvl w:val="{level - 1}"/>'
            self._add(f"heading {level}", self._default, f"{_HEADING}{outline}", "<w:b/>", look=look)

    def _required(self, name: str, look: etree._Element | None, number: str | None) -> None:
        if name == "Table Grid":
            self._grid()
            return
        form = _FORMS.get(name, "")
        if name in _LISTED:
            counted = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
            form = f'{counted}<w:spacing w:after="60"/><w:contextualSpacing/>'
        self._add(name, self._default, form, _LETTERS.get(name, ""), look=look)

    @property
    def _default(self) -> str | None:
        styles = self.root.iterfind(w("style"))
        return next(
            (
                one.get(w("styleId"))
                for one in styles
                if one.get(w("default")) in {"1", "true", "on"} and one.get(w("type")) == "paragraph"
            ),
            None,
        )

    def _add(
        self,
        name: str,
        based_on: str | None,
        form: str,
        letters: str,
        *,
        custom: bool = False,
        look: etree._Element | None = None,
    ) -> str:
        style_id = self._free_id(name)
        based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        own = ' w:customStyle="1"' if custom else ""
        made = etree.fromstring(
            f'<w:style {_NAMESPACES} w:type="paragraph"{own} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f"{based}<w:qFormat/><w:pPr>{form}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
        self._dress(made, look)
        self._put(made)
        return style_id

    @staticmethod
    def _dress(style: etree._Element, look: etree._Element | None) -> None:
        """Gives a style the letters that the text of the minutes has of its own."""
        letters = style.find(w("rPr"))
        if letters is None or look is None:
            return
        own = {one.tag for one in letters}
        kept = [deepcopy(one) for one in look if one.tag not in own and one.tag in _DRESS]
        fonts = [one for one in kept if one.tag == w("rFonts")]
        for one in fonts:
            letters.insert(0, one)
        letters.extend([one for one in kept if one.tag != w("rFonts")])

    def _grid(self) -> None:
        based = next(
            (one.get(w("styleId")) for one in self.root.iterfind(w("style")) if one.get(w("type")) == "table"), None
        )
        made = etree.fromstring(
            f'<w:style {_NAMESPACES} w:type="table" w:styleId="{self._free_id("TableGrid")}">'
            f'<w:name w:val="Table Grid"/>'
            f"<w:tblPr><w:tblBorders>{_GRID}</w:tblBorders></w:tblPr></w:style>"
        )
        if based is not None:
            made.insert(1, element("basedOn", based))
        self._put(made)

    def _free_id(self, name: str) -> str:
        bare = "".join(sign for sign in name if sign.isascii() and sign.isalnum()) or "Stil"
        taken = {one.get(w("styleId")) for one in self.root.iterfind(w("style"))}
        numbered = (f"{bare}{number or ''}" for number in range(len(taken) + 1))
        return next(one for one in numbered if one not in taken)

    def _put(self, style: etree._Element) -> None:
        self.root.append(style)
        self._styles = Styles(self.root)


_DRESS = frozenset(w(name) for name in ("rFonts", "color", "sz", "szCs"))


def _made(parent: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    """The child of that name, made where there is none."""
    found = parent.find(w(name))
    if found is None:
        found = element(name)
        parent.insert(0 if first else len(parent), found)
    return found
