import subprocess
import sys

COUNT = """
import sys
from PySide6.QtCore import QObject

thing = QObject()
thing.setObjectName("first")
before = sys.getrefcount(None)
for _ in range(500):
    thing.setObjectName("again")
print(before - sys.getrefcount(None))
"""


def test_a_call_into_qt_loses_no_reference_to_none():
    """PySide6 6.12.0 loses one per call on Python 3.11, and aborts after some thousand calls."""
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50
