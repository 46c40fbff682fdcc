"""The window of the example and every dialog that can be built, as a screen reader meets them."""

from tests.ui.window.conftest import archive, meeting, opened, preferences, upcoming, window

__all__ = ["archive", "meeting", "opened", "preferences", "upcoming", "window"]
