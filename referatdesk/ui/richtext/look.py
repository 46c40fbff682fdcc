"""The colours and measures of a text on the screen, taken from the palette in force."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

LINE_HEIGHT = 118
"""Per cent of the font's own line height."""


@dataclass(frozen=True, slots=True)
class RichTextLook:
    """Colours as "#aarrggbb", so that two looks can be compared; gaps in pixels."""

    link: str
    mark: str
    line: str
    header: str
    quote: str
    gap: float = 7.0
    margin: float = 10.0

    @classmethod
    def of(cls, palette: QPalette) -> RichTextLook:
        active = QPalette.ColorGroup.Active
        text = palette.color(active, QPalette.ColorRole.Text)
        base = palette.color(active, QPalette.ColorRole.Base)
        return cls(
            link=palette.color(active, QPalette.ColorRole.Link).name(QColor.NameFormat.HexArgb),
            mark=_between(text, base, 0.25),
            line=_between(text, base, 0.65),
            header=_between(text, base, 0.92),
            quote=palette.color(active, QPalette.ColorRole.Highlight).name(QColor.NameFormat.HexArgb),
        )


def _between(near: QColor, far: QColor, share: float) -> str:
    """A colour on the way from one to the other, so that it fits light and dark alike."""
    parts = (
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
    )
    return QColor.fromRgbF(*parts).name(QColor.NameFormat.HexArgb)


def indent_width(font: QFont) -> float:
    """How far each level of a list stands in: room for "10." and a gap."""
    return QFontMetricsF(font).horizontalAdvance("100.")
