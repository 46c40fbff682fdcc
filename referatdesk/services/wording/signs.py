"""Signs that minutes are printed with."""

STATED_NONE = "-"
"""How the head says that there is nothing to say, where a field was stated to be none."""
