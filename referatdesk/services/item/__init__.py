"""An item of the agenda: its place and number, its texts, points and papers, and who may see it."""
