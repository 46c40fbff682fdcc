"""Buttons and labels by what they mean, so that no dialog spells out their looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from referatdesk.ui.icons import icon

ICON_WITH_AIR = QSize(26, 18)
"""Wider than the drawing, which keeps its shape: Qt sets words too close to it."""


def button(words: str, act: Callable[[], object], parent: QWidget, *, look: str = "", sign: str = "") -> QPushButton:
    """A push button that never is the default by accident; `look` as in the sheet, `sign` an icon's name."""
    made = QPushButton(words, parent)
    made.setAutoDefault(False)
    made.setProperty("look", look)
    if sign:
        made.setIcon(icon(sign, {"primary": "accent_text", "danger": "bad"}.get(look, "text")))
        made.setIconSize(ICON_WITH_AIR)
    made.clicked.connect(lambda _checked=False: act())
    return made


def tool(words: str, sign: str, act: Callable[[], object], parent: QWidget) -> QToolButton:
    """A button with a picture only; its words are the tool tip and the name."""
    made = QToolButton(parent)
    made.setIcon(icon(sign))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.clicked.connect(lambda _checked=False: act())
    return made


def without_letter(words: str) -> str:
    """For a menu or a button: words of the user's, in which "&" stands for itself."""
    return words.replace("&", "&&")


def label(words: str, parent: QWidget, *, tone: str = "", kind: str = "") -> QLabel:
    """`kind` is small, strong, title or display. What looks like markup comes from a name or a path."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("tone", tone)
    made.setProperty("type", kind)
    made.setWordWrap(True)
    return made
