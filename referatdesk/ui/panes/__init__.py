"""The three panes of a meeting: agenda, item and attendance."""
