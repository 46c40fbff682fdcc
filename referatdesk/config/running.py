"""One run of the program: what it writes is for its user alone, and what it writes on its way is gone with it.

Temporary files go into one private folder of the run. One that was killed leaves its folder, and a later run takes that
away once the process is gone. A lock says so, which ends with its process: no clock is asked, and no process's number.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec

from referatdesk.config import places

CRASH_NAME = "crash.txt"
BESIDE_NAME = "beside.txt"
BESIDE_SUFFIX = ".tmp"
_PRIVATE_UMASK = 0o077
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_LOCK_SUFFIX = ".lock"
_TEMPORARY_VARIABLES = ("TMPDIR", "TMP", "TEMP")
_MOST_CRASH_BYTES = 100_000
_TRIES = 3


class Run(msgspec.Struct):
    """`folder` is None where none could be made; `crashes` is what earlier runs left that ended by a fault."""

    folder: Path | None = None
    crashes: list[str] = []
    umask: int = 0
    variables: dict[str, str | None] = {}


_now: list[Run] = []


@contextmanager
def one_run() -> Iterator[Run]:
    """The program runs within."""
    with ExitStack() as ends:
        run = Run(umask=os.umask(_PRIVATE_UMASK))
        ends.callback(os.umask, run.umask)
        _now.append(run)
        ends.callback(_now.remove, run)
        for own in (places.data_folder(), places.settings_file().parent, places.log_folder()):
            _tighten(own)
        parent = places.temporary_folder()
        run.crashes = _clear(parent)
        with suppress(OSError):
            run.folder = ends.enter_context(_folder_in(parent))
            _point_at(run, str(run.folder))
            ends.callback(_point_back, run)
        yield run


def folder() -> Path | None:
    """The run's own folder, where there is one."""
    return _now[-1].folder if _now else None


@contextmanager
def as_given() -> Iterator[None]:
    """What is started within is another program of the user's: nothing of this run holds for it."""
    if not _now:
        yield
        return
    run = _now[-1]
    with ExitStack() as ends:
        ends.callback(os.umask, os.umask(run.umask))
        if run.folder is not None:
            _point_back(run)
            ends.callback(_point_at, run, str(run.folder))
        yield


def mode_for_others() -> int:
    """The mode of a file that is written for others to read: what the user's own umask says."""
    return 0o666 & ~(_now[-1].umask if _now else _umask())


def note_beside(path: Path) -> None:
    """A file that stands beside its target for a moment is noted: the next run takes it away if this one is killed."""
    own = folder()
    if own is not None:
        with suppress(OSError), (own / BESIDE_NAME).open("ab") as file:
            file.write(os.fsencode(path.absolute()) + b"\0")


def _umask() -> int:
    now = os.umask(_PRIVATE_UMASK)
    os.umask(now)
    return now


def _point_at(run: Run, folder: str) -> None:
    run.variables = {name: os.environ.get(name) for name in _TEMPORARY_VARIABLES}
    os.environ.update(dict.fromkeys(_TEMPORARY_VARIABLES, folder))
    _forget_place()


def _point_back(run: Run) -> None:
    for name, value in run.variables.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value
    _forget_place()


def _forget_place() -> None:
    """Where temporary files go is looked up once by the standard library, and anew after this."""
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].tempdir = None  # type: ignore[attr-defined] # documented for this use


@contextmanager
def _folder_in(parent: Path) -> Iterator[Path]:
    parent.mkdir(parents=True, exist_ok=True)
    lock, handle = _locked_in(parent)
    own = lock.with_suffix("")
    try:
        own.mkdir(mode=_PRIVATE_FOLDER)
        yield own
    finally:
        _remove_tree(own)
        _let_go(lock, handle)


def _locked_in(parent: Path) -> tuple[Path, int]:
    """A lock that is held, under a name of its own. Another start may have taken it away before it was held."""
    for _try in range(_TRIES):
        lock = parent / f"{os.urandom(8).hex()}{_LOCK_SUFFIX}"
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE_FILE)
        with suppress(OSError):
            _lock(handle)
            if os.path.samestat(os.fstat(handle), lock.stat()):
                return lock, handle
        os.close(handle)
    raise OSError


def _let_go(lock: Path, handle: int) -> None:
    """Where the folder could not be emptied its lock stays: a later run tries again."""
    emptied = not lock.with_suffix("").exists()
    with suppress(OSError):
        if emptied and os.name == "posix":
            lock.unlink(missing_ok=True)
    os.close(handle)
    with suppress(OSError):
        if emptied:
            lock.unlink(missing_ok=True)


def _clear(parent: Path) -> list[str]:
    """Takes away what runs have left whose process is gone; the reports of those that a fault ended."""
    crashes: list[str] = []
    try:
        locks = [path for path in parent.iterdir() if path.suffix == _LOCK_SUFFIX]
    except OSError:
        return crashes
    for lock in locks:
        with suppress(OSError):
            handle = os.open(lock, os.O_RDWR)
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                continue
            crashes += _cleared(lock.with_suffix(""))
            _let_go(lock, handle)
    return crashes


def _cleared(folder: Path) -> Iterator[str]:
    with suppress(OSError):
        yield (folder / CRASH_NAME).read_bytes()[:_MOST_CRASH_BYTES].decode("utf-8", "replace")
    with suppress(OSError):
        for name in (folder / BESIDE_NAME).read_bytes().split(b"\0"):
            _remove_beside(Path(os.fsdecode(name)))
    _remove_tree(folder)


def _remove_beside(path: Path) -> None:
    """Only what has a name as such files have."""
    if path.suffix == BESIDE_SUFFIX and path.name.startswith(".") and path.is_file():
        with suppress(OSError):
            path.unlink()


def _remove_tree(folder: Path) -> None:
    if folder.is_dir():
        import shutil  # noqa: PLC0415 - the window does not wait for it

        shutil.rmtree(folder, ignore_errors=True)


def _lock(handle: int) -> None:
    """Raises OSError where another process has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there is none elsewhere

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - there is none on Windows

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _tighten(folder: Path) -> None:
    """Nobody else may look into a folder of the program's own, whoever made it looser."""
    if os.name != "posix":
        return
    with suppress(OSError):
        _set_mode(folder, _PRIVATE_FOLDER)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    _tighten(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    _set_mode(Path(entry.path), _PRIVATE_FILE)


def _set_mode(path: Path, mode: int) -> None:
    stat = path.lstat()
    if stat.st_mode & _PRIVATE_UMASK and stat.st_uid == os.getuid():
        path.chmod(stat.st_mode & mode)
