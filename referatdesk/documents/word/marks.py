"""Marks in the tree of a part, and the cutting of its text at them.

While a template is compiled its controls are replaced by processing instructions: `<?rd ( 7?>` opens the node with
builder number 7, `<?rd |?>` parts its pieces, `<?rd )?>` closes it. Instructions that a file brings itself are thrown
away when it is read, so that none can be smuggled in.
"""

from __future__ import annotations

import re

from lxml import etree

from referatdesk.documents.word.nodes import Builder, Piece, Pieces

_MARK = re.compile(r"<\?rd ([^?]*)\?>")


class Marks:
    """The builders of one part, in the order in which their marks were set."""

    def __init__(self) -> None:
        self._builders: list[Builder] = []

    def opening(self, builder: Builder) -> etree._ProcessingInstruction:
        self._builders.append(builder)
        return etree.ProcessingInstruction("rd", f"( {len(self._builders) - 1}")

    @staticmethod
    def middle() -> etree._ProcessingInstruction:
        return etree.ProcessingInstruction("rd", "|")

    @staticmethod
    def closing() -> etree._ProcessingInstruction:
        return etree.ProcessingInstruction("rd", ")")

    def cut(self, root: etree._Element) -> Pieces:
        """The text of the part cut at its marks, with a node for each pair of them."""
        text = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True).decode()
        stack: list[tuple[Builder | None, list[list[Piece]]]] = [(None, [[]])]
        for index, piece in enumerate(_MARK.split(text)):
            if index % 2 == 0:
                if piece:
                    stack[-1][1][-1].append(piece)
            elif piece == "|":
                stack[-1][1].append([])
            elif piece == ")":
                builder, parts = stack.pop()
                assert builder is not None  # noqa: S101 - marks are set in pairs
                stack[-1][1][-1].append(builder(list(parts)))
            else:
                stack.append((self._builders[int(piece[2:])], [[]]))
        return stack[0][1][0]


def surround(element: etree._Element, before: etree._Element, after: etree._Element) -> None:
    """Sets marks before and after an element; its tail (white space of a pretty-printed file) stays behind."""
    element.addprevious(before)
    tail, element.tail = element.tail, None
    element.addnext(after)
    after.tail = tail


def replace(element: etree._Element, *new: etree._Element) -> None:
    """Puts other elements in the place of one."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - only the root has none
    index = parent.index(element)
    tail, element.tail = element.tail, None
    parent.remove(element)
    for place, one in enumerate(new, index):
        parent.insert(place, one)
    if new and tail:
        new[-1].tail = (new[-1].tail or "") + tail
