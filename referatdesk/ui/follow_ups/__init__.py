"""Promises in the window: marked at the caret, proposed in a line, kept in a list over all meetings."""
