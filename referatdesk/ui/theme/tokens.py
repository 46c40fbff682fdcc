"""The colours, distances and letter sizes from which everything in the window is built. Plain values, no Qt.

A colour is named by what it is for. Pairs that are read together keep the contrasts that the tests compute; a state
is never told by colour alone, so the tones (good, warn, bad) stand beside an icon or a word.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One theme. `line` only divides; `edge` is the outline of something to click or type in; `*_soft` are grounds."""

    window: str
    panel: str
    raised: str
    hover: str
    field: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    selection: str
    selection_text: str
    focus: str


LIGHT = Colours(
    window="#edf1f5",
    panel="#ffffff",
    raised="#f5f7fa",
    hover="#e6ebf1",
    field="#ffffff",
    text="#1a2330",
    muted="#535f70",
    line="#d9dfe7",
    edge="#828d9c",
    accent="#17608a",
    accent_hover="#114c6e",
    accent_text="#ffffff",
    accent_soft="#dcebf4",
    good="#1a6b42",
    good_soft="#dff2e7",
    warn="#834e00",
    warn_soft="#fcecd2",
    bad="#ad241c",
    bad_soft="#fce5e3",
    selection="#17608a",
    selection_text="#ffffff",
    focus="#17608a",
)

DARK = Colours(
    window="#12161b",
    panel="#1b2027",
    raised="#232931",
    hover="#2c343e",
    field="#151a20",
    text="#e8ecf1",
    muted="#a6b0bd",
    line="#333c47",
    edge="#75818f",
    accent="#70bbe6",
    accent_hover="#93cdf0",
    accent_text="#06202f",
    accent_soft="#1d3b4e",
    good="#74d29b",
    good_soft="#1b3a2a",
    warn="#f2b860",
    warn_soft="#42321a",
    bad="#ff958e",
    bad_soft="#4b2524",
    selection="#2c6c94",
    selection_text="#ffffff",
    focus="#70bbe6",
)

CONTRAST = Colours(
    window="#000000",
    panel="#000000",
    raised="#141414",
    hover="#2b2b2b",
    field="#000000",
    text="#ffffff",
    muted="#e3e3e3",
    line="#b5b5b5",
    edge="#ffffff",
    accent="#ffe14d",
    accent_hover="#fff0a3",
    accent_text="#000000",
    accent_soft="#3d3600",
    good="#86f7a4",
    good_soft="#06290f",
    warn="#ffc860",
    warn_soft="#332200",
    bad="#ffb0ab",
    bad_soft="#3b0f0d",
    selection="#ffe14d",
    selection_text="#000000",
    focus="#63e2ff",
)


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in device independent pixels."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    huge: int = 24


@dataclass(frozen=True, slots=True)
class Radius:
    control: int = 6
    card: int = 8
    panel: int = 10


SPACE = Space()
RADIUS = Radius()


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScale:
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
