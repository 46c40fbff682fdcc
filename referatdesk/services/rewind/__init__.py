"""The meeting as it was at a time that has passed, compared with now, and brought back."""
