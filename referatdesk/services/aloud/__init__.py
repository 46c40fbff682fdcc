"""Reading the decision aloud, and what was changed since."""
