"""The window of the example with its first meeting open, and the fixtures that build it."""

from tests.ui.filled import archive, filled
from tests.ui.window.conftest import meeting, opened, preferences, upcoming, window

__all__ = ["archive", "filled", "meeting", "opened", "preferences", "upcoming", "window"]
