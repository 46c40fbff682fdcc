"""The one command for everything: sets up what is missing and then runs, tests or measures Referatdesk.

    python3 packaging/dev.py run [arguments]    the program, with a fictional example; without a screen its main job
    python3 packaging/dev.py test [--quick]     every check and test; --quick leaves out office, screen and validator
    python3 packaging/dev.py score              reading and writing held up to the truth files beside the project
    python3 packaging/dev.py bench [name …]     the benchmarks, or those named: start, keys, archives, export,
                                               reading, folder, protection, live
    python3 packaging/dev.py fuzz [minutes]     damaged files read until the time is over (10 minutes unless told)
    python3 packaging/dev.py faults [line …]    the promises under kills, power cuts and bad files, as a table;
                                               --quick for what takes seconds
    python3 packaging/dev.py live fast|real     a meeting of forty minutes by real keys, each act's keys counted, every
                                               fact looked for in the archive and in Word; --shots FOLDER
    python3 packaging/dev.py pictures           the pictures of the README; --all FOLDER for every screen and look

Needs Python and nothing else; on Windows it is called `py packaging\\dev.py …`. This file is kept readable to old
Pythons, so that they can say what is wrong.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence, not a traceback
    found = "%d.%d" % sys.version_info[:2]  # noqa: UP031 - as above
    sys.exit(
        "Referatdesk kræver Python 3.11 eller nyere; dette er Python " + found + ".\n"
        "Referatdesk needs Python 3.11 or newer; this is Python " + found + "."
    )

from tasks import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
