"""The command palette: every command, item and person by a few letters."""
