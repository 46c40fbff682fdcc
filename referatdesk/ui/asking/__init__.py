"""Asking the user: the one class that does, and the frame and the small dialogs it does it with."""
