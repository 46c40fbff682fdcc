"""Keys: which are in force, which can be taken, how they are changed, shown, printed and taught."""
