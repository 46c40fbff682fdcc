"""The program with an archive open, as its command starts it."""

import sys

from referatdesk import __main__

ask_for_key = __main__._ask_for_key


def ask_and_watch(given: object) -> None:
    """The last that happens before the program imports its window."""
    ask_for_key(given)
    from referatdesk import app
    from tests.benchmarks.probes.painted import Painted

    leave_in_order = app.leave_in_order

    def watch(application: object, window: object) -> None:
        leave_in_order(application, window)
        Painted(window)

    app.leave_in_order = watch


__main__._ask_for_key = ask_and_watch
__main__.main(["--archive", sys.argv[1]])
