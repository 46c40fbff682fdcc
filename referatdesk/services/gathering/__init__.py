"""All that a meeting prints, gathered out of the records into the values that a template asks for."""
