"""A disk that loses its power: what was recorded is played back, and what was not synced may be lost, kept or torn.

Harder than most disks: writes that nobody synced reach it in any choice and torn at every sector, and a name is only
sure once its folder was synced. The changes of names in one folder keep their order, and new folders are never lost.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.trace import Call

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """The file is given that length."""

    size: int


@dataclass(slots=True, eq=False)
class File:
    durable: bytes = b""
    waiting: list[Write | Cut] = field(default_factory=list)
    size: int = 0

    def sync(self) -> None:
        self.durable = applied(self.durable, self.waiting)
        self.waiting.clear()

    def write(self, at: int, data: bytes) -> None:
        self.waiting.append(Write(at, data))
        self.size = max(self.size, at + len(data))

    def cut(self, size: int) -> None:
        self.waiting.append(Cut(size))
        self.size = size


def applied(content: bytes, changes: Iterable[Write | Cut]) -> bytes:
    made = bytearray(content)
    for change in changes:
        if isinstance(change, Cut):
            del made[change.size :]
            made.extend(bytes(change.size - len(made)))
        else:
            made.extend(bytes(max(0, change.at - len(made))))
            made[change.at : change.at + len(change.data)] = change.data
    return bytes(made)


Names = dict[str, File]


@dataclass(slots=True)
class Folder:
    now: Names = field(default_factory=dict)
    durable: Names = field(default_factory=dict)
    waiting: list[tuple[str, File | None]] = field(default_factory=list)
    """Names given to files, and names taken away, in their order."""

    def name(self, name: str, file: File | None) -> None:
        self.waiting.append((name, file))
        _put(self.now, name, file)

    def sync(self) -> None:
        self.durable = self.after(len(self.waiting))
        self.waiting.clear()

    def after(self, count: int) -> Names:
        names = dict(self.durable)
        for name, file in self.waiting[:count]:
            _put(names, name, file)
        return names


def _put(names: Names, name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


@dataclass(slots=True)
class _Handle:
    file: File
    at: int = 0
    appends: bool = False


class Disk:
    """Follows the calls of one process under one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[Path, Folder] = {}
        self._open: dict[int, _Handle | Path] = {}
        for path in root.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                folder, file = self._folder(path.parent), File(content, size=len(content))
                folder.now[path.name] = folder.durable[path.name] = file

    def _folder(self, path: Path) -> Folder:
        return self._folders.setdefault(path, Folder())

    def follow(self, call: Call) -> None:
        follower = _FOLLOWERS.get(call.name)
        if follower is not None:
            follower(self, call)

    def _path(self, folder: bytes | str, name: bytes | str) -> Path | None:
        """None for what does not lie under the root."""
        path = Path(os.fsdecode(name))
        if not path.is_absolute():
            base = self._open.get(int(folder)) if isinstance(folder, str) and folder.isdigit() else None
            if not isinstance(base, Path):
                return None
            path = base / path
        return path if path.is_relative_to(self._root) else None

    def open(self, call: Call) -> None:
        folder, name, flags = call.arguments[:3] if call.name == "openat" else ("AT_FDCWD", *call.arguments[:2])
        path = self._path(folder, name)
        self._open.pop(call.result, None)
        if path is None:
            return
        flags = str(flags)
        if "O_DIRECTORY" in flags or path in self._folders or path == self._root:
            self._open[call.result] = path
            return
        file = self._folder(path.parent).now.get(path.name)
        if file is None:
            if "O_CREAT" not in flags:
                self._open[call.result] = path  # a folder that nothing was written to yet
                return
            file = File()
            self._folder(path.parent).name(path.name, file)
        if "O_TRUNC" in flags and file.size:
            file.cut(0)
        self._open[call.result] = _Handle(file, appends="O_APPEND" in flags)

    def close(self, call: Call) -> None:
        self._open.pop(int(call.arguments[0]), None)

    def duplicate(self, call: Call) -> None:
        if (known := self._open.get(int(call.arguments[0]))) is not None:
            self._open[call.result] = known

    def _handle(self, call: Call) -> _Handle | None:
        known = self._open.get(int(call.arguments[0]))
        return known if isinstance(known, _Handle) else None

    def write(self, call: Call) -> None:
        handle = self._handle(call)
        if handle is None:
            return
        data = bytes(call.arguments[1])[: call.result]
        if call.name == "pwrite64":
            handle.file.write(int(call.arguments[3]), data)
            return
        at = handle.file.size if handle.appends else handle.at
        handle.file.write(at, data)
        handle.at = at + len(data)

    def seek(self, call: Call) -> None:
        if (handle := self._handle(call)) is not None:
            handle.at = call.result

    def cut(self, call: Call) -> None:
        if (handle := self._handle(call)) is not None:
            handle.file.cut(int(call.arguments[1]))

    def sync(self, call: Call) -> None:
        known = self._open.get(int(call.arguments[0]))
        if isinstance(known, _Handle):
            known.file.sync()
        elif known is not None:
            self._folder(known).sync()

    def rename(self, call: Call) -> None:
        given = call.arguments
        old, new = (given[:2], given[2:4]) if call.name != "rename" else (("", given[0]), ("", given[1]))
        self._give(self._path(*old), self._path(*new), keeps=False)

    def link(self, call: Call) -> None:
        given = call.arguments
        old, new = (given[:2], given[2:4]) if call.name == "linkat" else (("", given[0]), ("", given[1]))
        self._give(self._path(*old), self._path(*new), keeps=True)

    def _give(self, old: Path | None, new: Path | None, keeps: bool) -> None:
        if old is None or new is None:
            return
        file = self._folder(old.parent).now[old.name]
        self._folder(new.parent).name(new.name, file)
        if not keeps:
            self._folder(old.parent).name(old.name, None)

    def unlink(self, call: Call) -> None:
        path = self._path("", call.arguments[0]) if call.name == "unlink" else self._path(*call.arguments[:2])
        if path is not None and "AT_REMOVEDIR" not in call.arguments:
            self._folder(path.parent).name(path.name, None)

    def refuse(self, call: Call) -> None:
        """What cannot be played back must not be overlooked."""
        numbers = {int(one) for one in call.arguments if isinstance(one, str) and one.isdigit()}
        if any(isinstance(self._open.get(number), _Handle) for number in numbers):
            raise NotImplementedError(call.name)

    def after_a_cut(self, chance: Random, goal: Path) -> None:
        """Writes down what the disk may hold if the power goes now."""
        keep = chance.choice((_none, _all, _some, _some))
        left: dict[int, bytes] = {}
        goal.mkdir(parents=True)
        for path, folder in self._folders.items():
            count = {_none: 0, _all: len(folder.waiting)}.get(keep, chance.randint(0, len(folder.waiting)))
            place = goal / path.relative_to(self._root)
            place.mkdir(parents=True, exist_ok=True)
            for name, file in folder.after(count).items():
                if id(file) not in left:
                    left[id(file)] = applied(file.durable, keep(file.waiting, chance))
                (place / name).write_bytes(left[id(file)])


def _none(_waiting: list[Write | Cut], _chance: Random) -> Iterable[Write | Cut]:
    return ()


def _all(waiting: list[Write | Cut], _chance: Random) -> Iterable[Write | Cut]:
    return waiting


def _some(waiting: list[Write | Cut], chance: Random) -> Iterable[Write | Cut]:
    for change in waiting:
        fate = chance.choice(("lost", "kept", "torn"))
        if fate == "kept" or (fate == "torn" and isinstance(change, Cut)):
            yield change
        elif fate == "torn" and isinstance(change, Write):
            yield from _torn(change, chance)


def _torn(write: Write, chance: Random) -> Iterable[Write]:
    """Some of its sectors."""
    start = write.at
    while start < write.at + len(write.data):
        end = min((start // SECTOR + 1) * SECTOR, write.at + len(write.data))
        if chance.random() < 0.5:
            yield Write(start, write.data[start - write.at : end - write.at])
        start = end


_FOLLOWERS: dict[str, Callable[[Disk, Call], None]] = {
    **dict.fromkeys(("open", "openat", "creat"), Disk.open),
    **dict.fromkeys(("write", "pwrite64"), Disk.write),
    **dict.fromkeys(("fsync", "fdatasync"), Disk.sync),
    **dict.fromkeys(("rename", "renameat", "renameat2"), Disk.rename),
    **dict.fromkeys(("link", "linkat"), Disk.link),
    **dict.fromkeys(("unlink", "unlinkat"), Disk.unlink),
    **dict.fromkeys(("dup", "dup2", "dup3"), Disk.duplicate),
    **dict.fromkeys(
        ("writev", "pwritev", "pwritev2", "sendfile", "copy_file_range", "fallocate", "truncate"), Disk.refuse
    ),
    "ftruncate": Disk.cut,
    "lseek": Disk.seek,
    "close": Disk.close,
}
