"""How the window looks: Fusion, a palette and a small sheet, all made from the tokens of the theme that is chosen.

`apply` puts a theme in force, at start and again whenever the user changes it. A top-level window is `dress`ed once;
within it a widget tells what it is by a property (`mark`), never by a sheet of its own. What a widget paints itself
takes its colours from `tokens()` at the moment of painting, and so follows the theme.
"""

from referatdesk.ui.theme.applied import Look, apply, current, dress, mark, tokens
from referatdesk.ui.theme.values import RADIUS, SPACE, Colours, TypeScale

__all__ = ["RADIUS", "SPACE", "Colours", "Look", "TypeScale", "apply", "current", "dress", "mark", "tokens"]
