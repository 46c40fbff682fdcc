"""How much memory the process that reads files from outside may have."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


def limit_memory(max_bytes: int) -> None:
    """Refuses this process more memory than that, where the system can; the other side watches it everywhere."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - Linux only

        import psutil  # noqa: PLC0415 - this process only

        now = psutil.Process().memory_info()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (now.vms - now.rss + max_bytes, hard))


@contextmanager
def memory_for_other_programs() -> Iterator[None]:
    """Programs started within are not held to this process's own limit."""
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 - Linux only

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
