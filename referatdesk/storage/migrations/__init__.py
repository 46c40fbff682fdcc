"""The numbered steps from one version of the archive to the next, in plain SQL that never looks at today's tables.

A step means the same for ever: what has been released is not edited, a new step is added. The version of an archive is
the number of steps that made it.
"""

from referatdesk.storage.migrations import step_001, step_002, step_003, step_004

Step = tuple[str, ...]
"""The statements of one step, in order."""

STEPS: tuple[Step, ...] = (
    step_001.STATEMENTS,
    step_002.STATEMENTS,
    step_003.STATEMENTS,
    step_004.STATEMENTS,
)
VERSION = len(STEPS)
