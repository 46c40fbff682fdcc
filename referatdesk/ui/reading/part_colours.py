"""The colour of each part in the theme in force: a stripe in the margin, and a faint ground behind the words."""

from __future__ import annotations

from PySide6.QtGui import QColor

from referatdesk.services.drafts import Part
from referatdesk.ui.theme import tokens

_HUES: dict[Part, int] = {
    Part.TITLE: 205,
    Part.HEAD: 205,
    Part.SIGN_OFF: 205,
    Part.PEOPLE: 265,
    Part.ABSENTEES: 265,
    Part.PRESENTER: 265,
    Part.CONTENTS: 230,
    Part.THEME: 335,
    Part.ITEM: 335,
    Part.SUBITEM: 335,
    Part.CASE: 335,
    Part.LABEL: 185,
    Part.POINT: 35,
    Part.DECISION: 140,
    Part.ATTACHMENT: 60,
    Part.QUOTE: 295,
    Part.TABLE: 170,
    Part.UNPLACED: 5,
}
"""Degrees on the circle of colours; parts without one are grey."""
GROUND_SHARE = 0.13


def stripe(part: Part | None) -> QColor:
    colours = tokens()
    if part is None or part not in _HUES:
        return colours.edge
    light_ground = colours.panel.lightnessF() > 0.5
    return QColor.fromHslF(_HUES[part] / 360, 0.62, 0.34 if light_ground else 0.66)


def ground(part: Part | None) -> QColor:
    panel = tokens().panel
    if part is None or part not in _HUES:
        return panel
    return between(panel, stripe(part), GROUND_SHARE)


def between(near: QColor, far: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
    )
