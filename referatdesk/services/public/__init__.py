"""The version for everybody: built from an allow-list, then searched for what must not be in it."""
