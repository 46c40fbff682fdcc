"""How much is tried: all of it, or what takes seconds."""

from enum import Enum


class Size(Enum):
    QUICK = "quick"
    FULL = "full"
