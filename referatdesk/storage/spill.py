"""Acts that could not be written, kept in a second place until they can be; those of a protected archive are sealed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Any

from referatdesk.domain.changes import Content, Pair, Record
from referatdesk.storage.codec import from_data, from_json, to_data, to_json
from referatdesk.storage.files import sync_folder
from referatdesk.storage.journal import Act, Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.rows import KIND_BY_TABLE, table_name
from referatdesk.storage.sealing import UnsealError, seal, unseal

SUFFIX = ".unsaved"


class Spill:
    """The places where an archive's unsaved acts may lie: first its own folder, then another.

    Contents of files lie beside the acts. Each is tried once: a key that cannot be saved neither writes them again nor
    is lost for their sake where there is no room for them.
    """

    def __init__(self, archive: Path, archive_id: str, folder: Path, key: Key | None = None) -> None:
        self._key = key
        self._folder = folder
        self._places = (
            archive.with_name(f"{archive.name}{SUFFIX}"),
            folder / f"{archive.stem}-{archive_id[:8]}{SUFFIX}",
        )
        self._archive_id = archive_id
        self._own: set[Path] = set()

    def keep(self, entries: Sequence[Entry]) -> Path | None:
        """Writes all of them to the first place that takes them; None where none does.

        A file that lies there and is not this archive's is left alone.
        """
        data = to_json({"archive": self._archive_id, "acts": [_entry_data(entry) for entry in entries]})
        self._make_folder()
        for place in self._places:
            try:
                if place not in self._own and place.exists():
                    continue
                _write_beside(place, seal(data, self._key))
            except OSError:
                continue
            new = [entry for entry in entries if not self._own.issuperset(_content_places(place, entry))]
            self._own.add(place)
            for entry in new:
                self._own.update(_write_contents(place, entry, self._key))
            return place
        return None

    def _make_folder(self) -> None:
        """Never the archive's own: where that was taken away, a new one would stand in the way of its return."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)

    def found(self) -> list[Entry]:
        """The acts that were kept, oldest first; a file that is not ours to read stays where it is."""
        acts: dict[int, Entry] = {}
        for place in self._places:
            with suppress(OSError):
                _beside(place).unlink(missing_ok=True)  # left half written by a kill; who reads this holds the archive
            acts.update((entry.seq, entry) for entry in self._read(place))
        return [acts[seq] for seq in sorted(acts)]

    def _read(self, place: Path) -> list[Entry]:
        try:
            data = from_json(unseal(place.read_bytes(), self._key), dict[str, Any])
            if data["archive"] != self._archive_id:
                return []
            acts = [_entry(act, place, self._key) for act in data["acts"]]
        except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
            return []
        self._own.add(place)
        named = chain.from_iterable(act.get("contents", []) for act in data["acts"])
        self._own.update(_content_place(place, sha256) for sha256 in named)
        return acts

    def drop(self) -> None:
        """Takes the files away once all is in the archive."""
        for place in tuple(self._own):
            with suppress(OSError):
                place.unlink(missing_ok=True)
                self._own.discard(place)

    def set_aside(self, entry: Entry) -> bool:
        """Keeps for ever, under a name of its own, an act that the archive will not take; whether a place took it."""
        data = to_json({"archive": self._archive_id, "acts": [_entry_data(entry)]})
        self._make_folder()
        for place in self._places:
            try:
                aside = _free_name(place.with_name(f"{place.name}-{entry.seq}"))
                _write_beside(aside, seal(data, self._key))
            except OSError:
                continue
            _write_contents(aside, entry, self._key)
            return True
        return False


def _free_name(place: Path) -> Path:
    """The name, or the next one that is free: the number of an act that was refused is given again."""
    names = (place.with_name(f"{place.name}-{number}") for number in count(2))
    return next(name for name in chain([place], names) if not name.exists())


def _content_place(place: Path, sha256: str) -> Path:
    return place.with_name(f"{place.name}-{sha256}")


def _content_places(place: Path, entry: Entry) -> list[Path]:
    return [_content_place(place, content.sha256) for content in entry.contents]


def _write_contents(place: Path, entry: Entry, key: Key | None) -> list[Path]:
    for content in entry.contents:
        with suppress(OSError):
            _write_beside(_content_place(place, content.sha256), seal(content.data, key))
    return _content_places(place, entry)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.new")


def _write_beside(place: Path, data: bytes) -> None:
    unfinished = _beside(place)
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(place.parent)


def _entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "time": entry.time,
        "author": entry.author,
        "act": entry.act.value,
        "label": entry.label,
        "subject": entry.subject,
        "step": entry.step,
        "meeting_id": entry.meeting_id,
        "pairs": [_pair_data(pair) for pair in entry.pairs],
        "content": entry.content,
        "turned": entry.turned,
        "contents": [content.sha256 for content in entry.contents],
    }


def _pair_data(pair: Pair) -> dict[str, Any]:
    return {
        "kind": table_name(type(pair.record)),
        "before": None if pair.before is None else to_data(pair.before),
        "after": None if pair.after is None else to_data(pair.after),
    }


def _entry(data: dict[str, Any], place: Path, key: Key | None) -> Entry:
    pairs, contents = tuple(_pairs(data["pairs"])), tuple(_contents(place, data.get("contents", []), key))
    given = {"act": Act(data["act"]), "pairs": pairs, "turned": tuple(data["turned"]), "contents": contents}
    return Entry(**(data | given))


def _contents(place: Path, hashes: Iterable[str], key: Key | None) -> Iterator[Content]:
    """Those that lie there whole: an act whose file got lost is still an act."""
    import hashlib  # noqa: PLC0415 - the first window has none to look at

    for sha256 in hashes:
        with suppress(OSError, UnsealError):
            data = unseal(_content_place(place, sha256).read_bytes(), key)
            if hashlib.sha256(data).hexdigest() == sha256:
                yield Content(sha256, data)


def _pairs(listed: Iterable[dict[str, Any]]) -> Iterable[Pair]:
    for data in listed:
        kind = KIND_BY_TABLE[data["kind"]]
        yield Pair(_record(data["before"], kind), _record(data["after"], kind))


def _record(data: object, kind: type[Record]) -> Record | None:
    return None if data is None else from_data(data, kind)
