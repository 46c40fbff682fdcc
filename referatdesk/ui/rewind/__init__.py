"""Rewind: the item that is shown as it was at any time of the meeting, over the pane in which it is written."""
