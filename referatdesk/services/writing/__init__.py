"""Help while typing: phrases, spelling, shorthand, find and replace."""
