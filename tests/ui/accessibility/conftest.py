"""The window of the example and every dialog that can be built, as a screen reader meets them."""

from tests.ui.filled import archive, filled
from tests.ui.window.conftest import meeting, opened, preferences, upcoming, window

__all__ = ["archive", "filled", "meeting", "opened", "preferences", "upcoming", "window"]
