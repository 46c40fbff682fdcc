"""The lines of old minutes as rows: what each was taken for, and what it may be instead."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem

from referatdesk.i18n.catalogue import _, later
from referatdesk.i18n.learning_words import learning_finding_words, meaning_words
from referatdesk.services.drafts import Part
from referatdesk.services.template import template_learning
from referatdesk.services.template.template_learning import Proposal
from referatdesk.ui.icons import icon
from referatdesk.ui.words.parts import PARTS, part_word
from referatdesk.ui.workshop.lines import LineRole

LINE = Qt.ItemDataRole.UserRole + 20
"""The number of the line in the minutes; 0 for what is about the whole."""
_QUIET = frozenset({"head.kept", "margin.kept", "contents.typed"})
AS_FOUND = ""
_RECOGNISED = later("As it was recognised")
_FIXED = later("Fixed text")
_OUT = later("Taken out")
_BODY = (
    Part.ITEM,
    Part.SUBITEM,
    Part.THEME,
    Part.PRESENTER,
    Part.CASE,
    Part.LABEL,
    Part.TEXT,
    Part.SUBHEADING,
    Part.POINT,
    Part.DECISION,
    Part.ATTACHMENT,
    Part.ABSENTEES,
    Part.SIGN_OFF,
    Part.LEFT_OUT,
)


def rows_of(proposal: Proposal) -> Iterator[QStandardItem]:
    """What should be looked at first, then every line in the order of the minutes."""
    for finding in proposal.findings:
        sign, tone = ("info", "muted") if finding.code in _QUIET else ("warning", "warn")
        yield _row(learning_finding_words(finding), "", finding.line, sign, tone)
    for taken in proposal.taken:
        meaning = meaning_words(taken.meaning, template_learning.description(taken.meaning))
        yield _row(taken.text, meaning, taken.line, "", "")


def _row(words: str, below: str, line: int, sign: str, tone: str) -> QStandardItem:
    row = QStandardItem(words)
    if sign:
        row.setIcon(icon(sign, tone))
    row.setData(below, LineRole.BELOW)
    row.setData(line, LINE)
    row.setData(f"{words} {below}".strip(), Qt.ItemDataRole.AccessibleTextRole)
    row.setEditable(False)
    return row


def meanings(proposal: Proposal, line: int) -> list[tuple[str, object]]:
    """What a line may be: in the head a field, fixed text or nothing, below it a part of an item."""
    chosen: list[tuple[str, object]] = [(_(_RECOGNISED), AS_FOUND)]
    if proposal.first_item and line >= proposal.first_item:
        return chosen + [(part_word(part), part) for part in _BODY if part in PARTS]
    fields = [(words, name) for name, words in template_learning.choices()]
    opens = [(part_word(Part.ITEM), Part.ITEM)]
    return [*chosen, (_(_FIXED), template_learning.KEPT), (_(_OUT), template_learning.REMOVED), *fields, *opens]
