"""The window of the example, and the fixtures that build it."""

from tests.ui.window.conftest import archive, meeting, opened, preferences, upcoming, window

__all__ = ["archive", "meeting", "opened", "preferences", "upcoming", "window"]
