"""What a process did to its files, as strace recorded it: one operation a line, with the bytes that were written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHANGING = (
    "open,openat,creat,close,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fsync,fdatasync,"
    "sync_file_range,rename,renameat,renameat2,unlink,unlinkat,link,linkat,lseek,dup,dup2,dup3,sendfile,"
    "copy_file_range,fallocate,symlink,symlinkat"
)
LINE = re.compile(r"(\d+) +(\d+\.\d+) (.*)")
CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
UNFINISHED = " <unfinished ...>"
RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded; texts among its arguments are bytes."""

    at: float
    name: str
    arguments: tuple[bytes | str, ...]
    result: int


def command(log: Path, *options: str) -> list[str]:
    """What to put before a command for it to be recorded."""
    return ["strace", "-f", "-o", str(log), *options]


@cache
def is_possible() -> bool:
    """Whether this system has strace and lets it look on."""
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "-e", "trace=close", "-o", os.devnull, "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def recorded(log: Path, of: Sequence[str], environment: Mapping[str, str], seconds: float) -> Iterator[Call]:
    """Runs the command to its end; what it printed stands among its calls, as writes to 1."""
    options = ("-ttt", "-xx", "-s", "100000000", "-e", f"trace={CHANGING}", "--seccomp-bpf")
    subprocess.run(
        [*command(log, *options), *of], env=environment, stdout=subprocess.DEVNULL, timeout=seconds, check=True
    )
    return calls(log)


def calls(log: Path) -> Iterator[Call]:
    """In the order in which they ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            found = LINE.match(line)
            if found is None:
                continue
            thread, at, said = found.groups()
            if said.endswith(UNFINISHED):
                begun[thread] = said.removesuffix(UNFINISHED)
                continue
            resumed = RESUMED.match(said)
            if resumed is not None:
                said = begun.pop(thread, "") + resumed[1]
            called = CALL.match(said)
            if called is not None and int(called[3]) >= 0:
                yield Call(float(at), called[1], tuple(_arguments(called[2])), int(called[3]))


def _arguments(said: str) -> Iterator[bytes | str]:
    for one in said.split(", "):
        if one.startswith('"'):
            yield bytes.fromhex(one.strip('"').replace("\\x", ""))
        else:
            yield one
