"""Runs a command and writes down what it took: `python measured.py NOTE COMMAND …`.

A process of its own, since a started one counts the memory of its starter as its own.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    process = subprocess.Popen(sys.argv[2:])
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    note = {"code": process.returncode, "seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024}
    Path(sys.argv[1]).write_text(json.dumps(note), encoding="utf-8")
