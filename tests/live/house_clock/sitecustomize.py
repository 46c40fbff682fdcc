"""Moves the clock of the program that is started with this folder on its path; a file says by how many seconds.

What stands before the system's own clock instead (libfaketime) also takes the waits of Python's threads apart: the
window would not be as quick as it is.
"""

import datetime
import os
import time
from pathlib import Path

FILE = Path(os.environ["HOUSE_CLOCK"])


REAL = datetime.datetime


class AsReal(type):
    def __instancecheck__(cls, one):
        return isinstance(one, REAL)


class HouseTime(REAL, metaclass=AsReal):
    """What it makes are moments like any others."""

    @classmethod
    def now(cls, tz=None):
        return REAL.fromtimestamp(time.time() + float(FILE.read_text(encoding="ascii")), tz)


datetime.datetime = HouseTime
