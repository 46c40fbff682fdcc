"""Votes and statements over the item: marked by single keys, with the words as they will be printed."""
