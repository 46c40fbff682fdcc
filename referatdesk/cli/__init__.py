"""The services without a window. Each command prints what it was asked for, and one sentence when it cannot."""
