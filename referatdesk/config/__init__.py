"""Where files lie, and what the user has chosen."""
