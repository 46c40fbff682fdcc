"""The XML of one part of a template, without what people and programs left in it: see `cleaning`.

Tracked changes are taken as accepted, as in every output. Hidden words go, and so do fields that print who wrote the
file, the marks of permissions, data behind a control, and names of pictures that are places on somebody's disk. What
a program would fetch from elsewhere is not named any more: what was shown of it when the file was saved stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from lxml import etree

from referatdesk.documents.word.changes import accept_changes
from referatdesk.documents.word.names import W14, W15, R, w
from referatdesk.documents.word.xml import child

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_DRAWN = "{urn:schemas-microsoft-com:vml}"
_LEFT_BEHIND = (
    *(w(name) for name in ("proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd")),
    *(w(name) for name in ("commentReference", "annotationRef", "dataBinding", "placeholder", "rsid")),
    f"{{{W15}}}dataBinding",
    f"{{{_CHART}}}externalData",
    f"{{{_OFFICE}}}OLEObject",
)
_ATTRIBUTES = frozenset(
    {
        *(f"{{{W14}}}{name}" for name in ("paraId", "textId")),
        *(f"{{{_OFFICE}}}{name}" for name in ("gfxdata", "title", "spid", "href", "althref")),
        *(f"{{{R}}}{name}" for name in ("link", "href")),
    }
)
_IS_SITTING = re.compile(r"\{[^}]*\}rsid\w*")
_PERSONAL_FIELD = re.compile(
    r"\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|EDITTIME|REVNUM|TEMPLATE|FILENAME|COMMENTS|KEYWORDS|"
    r"DOCVARIABLE\s+\"?(?:user|author)\w*\"?)\b",
    re.IGNORECASE,
)
_FETCHING_FIELD = re.compile(r"\s*(?:INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|DDE(?:AUTO)?|DATABASE|RD)\b", re.IGNORECASE)
_PICTURES = frozenset({"docPr", "cNvPr"})
_IS_FILE = re.compile(r".*(?:[\\/].*|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp))", re.IGNORECASE | re.DOTALL)
_OFF = frozenset({"0", "false", "off"})
_OWN_TAG = "rd:"


def scrub(root: etree._Element, hidden_styles: Collection[str]) -> bool:
    """Scrubs a part; whether anything was to be done. `hidden_styles` are ids of styles whose words are hidden."""
    steps: tuple[Callable[[etree._Element], bool], ...] = (
        lambda part: accept_changes(part) is not None,
        _unwrap_named,
        _drop_left_behind,
        _drop_attributes,
        _rename_pictures,
        _drop_personal_fields,
        _settle_fetching_fields,
        lambda part: _drop_hidden_words(part, hidden_styles),
    )
    done = [step(root) for step in steps]
    return any(done)


def hidden_styles_in(styles: etree._Element) -> frozenset[str]:
    """The styles of which the words do not show."""
    listed = (one for one in styles.iter(w("style")) if _is_hidden(child(one, "rPr")))
    return frozenset(one.get(w("styleId"), "") for one in listed)


def _unwrap_named(root: etree._Element) -> bool:
    """Words stay, what a program once took them for goes."""
    wrapped = list(root.iter(w("smartTag"), w("customXml")))
    for one in wrapped:
        for properties in one.findall(w("smartTagPr")) + one.findall(w("customXmlPr")):
            one.remove(properties)
        parent = one.getparent()
        if parent is not None:
            place = parent.index(one)
            parent[place : place + 1] = list(one)
    named = [one for one in root.iter(w("tag"), w("alias")) if not _is_ours(one)]
    for one in named:
        _drop(one)
    return bool(wrapped or named)


def _is_ours(one: etree._Element) -> bool:
    tag = child(one.getparent(), "tag")
    return tag is not None and tag.get(w("val"), "").lower().startswith(_OWN_TAG)


def _drop_left_behind(root: etree._Element) -> bool:
    found = [one for one in root.iter(*_LEFT_BEHIND) if not (one.tag == w("rsid") and one.getparent() is None)]
    for one in found:
        _drop(one)
    return bool(found)


def _drop_attributes(root: etree._Element) -> bool:
    found = [
        (one, str(name))
        for one in root.iter(etree.Element)
        for name in one.attrib
        if str(name) in _ATTRIBUTES
        or _IS_SITTING.fullmatch(str(name))
        or (name == "src" and str(one.tag).startswith(_DRAWN))
    ]
    for one, name in found:
        del one.attrib[name]
    return bool(found)


def _rename_pictures(root: etree._Element) -> bool:
    """A picture keeps the words that describe it, unless they are only the file that it came from."""
    changed = False
    for one in root.iter(etree.Element):
        if etree.QName(one).localname in _PICTURES:
            for name, instead in (("name", f"Billede {one.get('id', '')}".rstrip()), ("descr", ""), ("title", "")):
                if _IS_FILE.fullmatch(one.get(name, "")):
                    one.set(name, instead)
                    changed = True
    return changed


def _drop_personal_fields(root: etree._Element) -> bool:
    simple = [one for one in root.iter(w("fldSimple")) if _PERSONAL_FIELD.match(one.get(w("instr"), ""))]
    for one in simple:
        _drop(one)
    complex_ones = [run for paragraph in root.iter(w("p")) for run in _runs_of_personal_fields(paragraph)]
    for run in complex_ones:
        _drop(run)
    return bool(simple or complex_ones)


def _runs_of_personal_fields(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs from the beginning of such a field to its end, fields within it included."""
    open_fields: list[list[etree._Element]] = []
    words: list[str] = []
    for run in paragraph.iter(w("r")):
        marks = [one.get(w("fldCharType"), "") for one in run.findall(w("fldChar"))]
        if "begin" in marks:
            open_fields.append([])
            words.append("")
        if open_fields:
            for field in open_fields:
                field.append(run)
            words[-1] += "".join(one.text or "" for one in run.findall(w("instrText")))
        if "end" in marks and open_fields:
            ended, instruction = open_fields.pop(), words.pop()
            if _PERSONAL_FIELD.match(instruction):
                yield from ended


def _settle_fetching_fields(root: etree._Element) -> bool:
    """What such a field shows stays, as words and pictures of the file itself."""
    simple = [one for one in root.iter(w("fldSimple")) if _FETCHING_FIELD.match(one.get(w("instr"), ""))]
    for one in simple:
        parent = one.getparent()
        if parent is not None:
            place = parent.index(one)
            parent[place : place + 1] = list(one)
    marks = list(_marks_of_fetching_fields(root))
    for one in marks:
        _drop(one)
    return bool(simple or marks)


def _marks_of_fetching_fields(root: etree._Element) -> Iterator[etree._Element]:
    """What such fields are made of besides their results, over several paragraphs too."""
    open_fields: list[list[etree._Element]] = []
    shown: list[bool] = []
    for one in root.iter(w("fldChar"), w("instrText"), w("t")):
        mark = one.get(w("fldCharType"), "")
        if mark == "begin":
            open_fields.append([])
            shown.append(False)
        for place, field in enumerate(open_fields):
            if not shown[place] or (mark == "end" and place == len(open_fields) - 1):
                field.append(one)
        if mark == "separate" and shown:
            shown[-1] = True
        if mark == "end" and open_fields:
            shown.pop()
            ended = open_fields.pop()
            if _FETCHING_FIELD.match("".join(part.text or "" for part in ended if part.tag == w("instrText"))):
                yield from ended


def _drop_hidden_words(root: etree._Element, hidden_styles: Collection[str]) -> bool:
    hidden = [run for run in root.iter(w("r")) if _hides(run, hidden_styles)]
    words = [one for run in hidden for one in run.iter(w("t"), w("delText"))]
    for one in words:
        _drop(one)
    return bool(words)


def _hides(run: etree._Element, hidden_styles: Collection[str]) -> bool:
    looks = child(run, "rPr")
    shown = child(looks, "vanish")
    if shown is not None:
        return _is_hidden(looks)
    style = child(looks, "rStyle")
    paragraph = next(run.iterancestors(w("p")), None)
    styles = (style, child(paragraph, "pPr/pStyle"))
    return any(one is not None and one.get(w("val")) in hidden_styles for one in styles)


def _is_hidden(looks: etree._Element | None) -> bool:
    vanish = child(looks, "vanish")
    return vanish is not None and vanish.get(w("val"), "").lower() not in _OFF


def _drop(one: etree._Element) -> None:
    """Takes an element out; what was written behind it in the same place has no words in these files."""
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)
