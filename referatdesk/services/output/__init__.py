"""Minutes as files: what is asked for, what is written, and the receipt of it."""
