"""What validators miss and Word refuses, looked for in every part of a Word file."""

from collections import Counter

from lxml import etree

from tests.documents.word.building import parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORIES = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")}
CELLS_AND_CONTROLS = (f"{W}tc", f"{W}sdtContent")
BLOCKS = {f"{W}{name}" for name in ("p", "tbl", "sdt")}


def faults(content):
    """The faults of all parts; a part that is no XML where it should be raises."""
    found = []
    controls = Counter()
    for name, part in parts_of(content).items():
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(part)
        if root.tag in STORIES:
            checks = (tables_at_the_end, fields_without_end, bookmarks_without_end, empty_controls, empty_cells)
            found += [f"{name}: {fault}" for check in checks for fault in check(root)]
            controls.update(one.get(f"{W}val") for one in root.iterfind(f".//{W}sdtPr/{W}id"))
    return found + [f"control id {number} twice" for number, count in controls.items() if count > 1]


def tables_at_the_end(root):
    for place in root.iter(*CELLS_AND_CONTROLS):
        blocks = [one.tag for one in place if one.tag in BLOCKS]
        if blocks and blocks[-1] == f"{W}tbl":
            yield f"table at the end of {etree.QName(place).localname}"


def fields_without_end(root):
    open_fields = 0
    for sign in root.iter(f"{W}fldChar"):
        kind = sign.get(f"{W}fldCharType")
        open_fields += {"begin": 1, "separate": 0, "end": -1}.get(kind, 0)
        if open_fields < 0 or (kind == "separate" and not open_fields):
            yield f"field {kind} without begin"
            return
    if open_fields:
        yield "field without end"


def bookmarks_without_end(root):
    starts = Counter(one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart"))
    ends = Counter(one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd"))
    names = Counter(one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart"))
    yield from (f"bookmark {number} without its match" for number in (starts - ends) + (ends - starts))
    yield from (f"bookmark {number} twice" for number, count in starts.items() if count > 1)
    yield from (f"bookmark {name} twice" for name, count in names.items() if count > 1)


def empty_controls(root):
    for control in root.iter(f"{W}sdt"):
        content = control.find(f"{W}sdtContent")
        if content is None or len(content) == 0:
            yield "empty control"


def empty_cells(root):
    for place in root.iter(f"{W}tc", f"{W}txbxContent", f"{W}hdr", f"{W}ftr"):
        if not any(one.tag in BLOCKS for one in place):
            yield f"{etree.QName(place).localname} without a paragraph"
