"""The program with an archive open, as its command starts it."""

import sys
from pathlib import Path

from referatdesk import app
from tests.benchmarks.probes.painted import Painted

leave_in_order = app.leave_in_order


def watch(application: object, window: object) -> None:
    leave_in_order(application, window)
    Painted(window)


app.leave_in_order = watch
app.run(app.Wish(Path(sys.argv[1])))
