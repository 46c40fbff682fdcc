"""The tokens as a palette, for everything that Qt paints by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from referatdesk.ui.theme.values import Colours

_Role = QPalette.ColorRole


def palette_of(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in _roles(colours).items():
        palette.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, colours.hover)
    return palette


def _roles(colours: Colours) -> dict[QPalette.ColorRole, QColor]:
    return {
        _Role.Window: colours.window,
        _Role.WindowText: colours.text,
        _Role.Base: colours.field,
        _Role.AlternateBase: colours.raised,
        _Role.Text: colours.text,
        _Role.PlaceholderText: colours.muted,
        _Role.Button: colours.raised,
        _Role.ButtonText: colours.text,
        _Role.BrightText: colours.bad,
        _Role.Highlight: colours.marked,
        _Role.HighlightedText: colours.marked_text,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.accent,
        _Role.ToolTipBase: colours.raised,
        _Role.ToolTipText: colours.text,
        _Role.Light: colours.panel,
        _Role.Midlight: colours.raised,
        _Role.Mid: colours.line,
        _Role.Dark: colours.edge,
        _Role.Shadow: colours.edge,
    }
