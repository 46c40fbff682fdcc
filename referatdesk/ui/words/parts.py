"""The words for what a line of a document was taken for, and the key that makes it that."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.drafts import Part

PARTS: Mapping[Part, str] = {
    Part.TITLE: later("Title"),
    Part.HEAD: later("Head"),
    Part.PEOPLE: later("Attendance list"),
    Part.CONTENTS: later("Contents"),
    Part.THEME: later("Theme"),
    Part.ITEM: later("Item"),
    Part.SUBITEM: later("Sub-item"),
    Part.PRESENTER: later("Presenter"),
    Part.CASE: later("Case number"),
    Part.LABEL: later("Section label"),
    Part.TEXT: later("Text"),
    Part.SUBHEADING: later("Heading in the text"),
    Part.POINT: later("Point of recommendation"),
    Part.DECISION: later("Decision"),
    Part.ATTACHMENT: later("Attachment"),
    Part.ABSENTEES: later("Absentees"),
    Part.QUOTE: later("Quotation"),
    Part.TABLE: later("Table"),
    Part.SIGN_OFF: later("Sign-off"),
    Part.LEFT_OUT: later("Left out"),
    Part.UNPLACED: later("No place"),
}

KEYS: Mapping[str, Part] = {
    "P": Part.ITEM,
    "U": Part.SUBITEM,
    "E": Part.THEME,
    "M": Part.PRESENTER,
    "S": Part.CASE,
    "L": Part.LABEL,
    "T": Part.TEXT,
    "O": Part.SUBHEADING,
    "I": Part.POINT,
    "D": Part.DECISION,
    "B": Part.ATTACHMENT,
    "A": Part.ABSENTEES,
    "C": Part.QUOTE,
    "N": Part.TITLE,
    "H": Part.HEAD,
    "F": Part.PEOPLE,
    "R": Part.CONTENTS,
    "G": Part.SIGN_OFF,
    "X": Part.LEFT_OUT,
}
"""One key each, the same in both languages; a table is one by itself, and nobody takes a line for one without place."""


def part_word(part: Part) -> str:
    return _(PARTS[part])
