"""The program with an archive open, as its command starts it."""

# ruff: noqa: E402 - the program imports its window with garbage collection off

import gc
import sys

gc.disable()

from referatdesk import __main__, app
from tests.benchmarks.probes.painted import Painted

leave_in_order = app.leave_in_order


def watch(application: object, window: object) -> None:
    leave_in_order(application, window)
    Painted(window)


app.leave_in_order = watch
__main__.main(["--archive", sys.argv[1]])
