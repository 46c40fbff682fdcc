"""The colours, distances and letter sizes from which everything in the window is built.

A colour is named by what it is for. Pairs that are read together keep the contrasts that the tests compute; a state
is never told by colour alone, so the tones (good, warn, bad) stand beside an icon or a word.
"""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QColor


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """One theme. `line` only divides; `edge` is the outline of something to click or type in; `*_soft` are grounds.

    `selection` is the ground of the row or thing that is chosen, `marked` that of letters marked in a text.
    """

    window: QColor
    panel: QColor
    raised: QColor
    hover: QColor
    field: QColor
    text: QColor
    muted: QColor
    line: QColor
    edge: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    good: QColor
    good_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    selection: QColor
    marked: QColor
    marked_text: QColor
    focus: QColor


def _colours(**names: str) -> Colours:
    return Colours(**{role: QColor(name) for role, name in names.items()})


LIGHT = _colours(
    window="#edf1f5",
    panel="#ffffff",
    raised="#f5f7fa",
    hover="#e6ebf1",
    field="#ffffff",
    text="#1a2330",
    muted="#535f70",
    line="#d9dfe7",
    edge="#7a8594",
    disabled="#5f6977",
    accent="#17608a",
    accent_hover="#114c6e",
    accent_text="#ffffff",
    good="#1a6b42",
    good_soft="#dff2e7",
    warn="#834e00",
    warn_soft="#fcecd2",
    bad="#ad241c",
    bad_soft="#fce5e3",
    selection="#dcebf4",
    marked="#17608a",
    marked_text="#ffffff",
    focus="#17608a",
)

DARK = _colours(
    window="#12161b",
    panel="#1b2027",
    raised="#232931",
    hover="#2c343e",
    field="#151a20",
    text="#e8ecf1",
    muted="#a6b0bd",
    line="#333c47",
    edge="#798593",
    disabled="#99a4b1",
    accent="#70bbe6",
    accent_hover="#93cdf0",
    accent_text="#06202f",
    good="#74d29b",
    good_soft="#1b3a2a",
    warn="#f2b860",
    warn_soft="#42321a",
    bad="#ff958e",
    bad_soft="#4b2524",
    selection="#1d3b4e",
    marked="#2c6c94",
    marked_text="#ffffff",
    focus="#70bbe6",
)

CONTRAST = _colours(
    window="#000000",
    panel="#000000",
    raised="#141414",
    hover="#2b2b2b",
    field="#000000",
    text="#ffffff",
    muted="#e3e3e3",
    line="#b5b5b5",
    edge="#ffffff",
    disabled="#c8c8c8",
    accent="#ffe14d",
    accent_hover="#fff0a3",
    accent_text="#000000",
    good="#86f7a4",
    good_soft="#06290f",
    warn="#ffc860",
    warn_soft="#332200",
    bad="#ffb8b3",
    bad_soft="#3b0f0d",
    selection="#3d3600",
    marked="#ffe14d",
    marked_text="#000000",
    focus="#63e2ff",
)


class Space(msgspec.Struct, frozen=True):
    """Distances in device independent pixels."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    huge: int = 24


class Radius(msgspec.Struct, frozen=True):
    """How round corners are, in device independent pixels."""

    control: int = 6
    card: int = 8
    panel: int = 10


SPACE = Space()
RADIUS = Radius()


class TypeScale(msgspec.Struct, frozen=True, kw_only=True):
    """Letter sizes in points. `reading` is the size of the texts being written, which the user sets apart."""

    small: float
    body: float
    strong: float
    title: float
    display: float
    reading: float

    @classmethod
    def from_base(cls, points: float, reading: float) -> TypeScale:
        def scaled(share: float) -> float:
            return round(points * share * 2) / 2

        return cls(
            small=scaled(0.9),
            body=scaled(1.0),
            strong=scaled(1.0),
            title=scaled(1.25),
            display=scaled(1.8),
            reading=reading,
        )
