"""What the palette finds: commands with their keys, items, people and phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from referatdesk.ui.palette.matching import Sought, fit


class Kind(StrEnum):
    COMMAND = "command"
    ITEM = "item"
    PERSON = "person"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Entry:
    """`key` is unique and tells the same thing again another day. `why` says why it cannot be had now.

    `beside` is shown at the right end: the keys that do the same, or what it is.
    """

    key: str
    kind: Kind
    words: str
    sought: Sought
    act: Callable[[], object]
    beside: str = ""
    why: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.words, self.beside, self.why) if part)


def best(entries: Iterable[Entry], typed: str, used: Sequence[str]) -> list[Entry]:
    """Those that fit, the best first, of equals the one used last; `used` are keys, the newest last.

    What cannot be had now follows what can. Without letters, what was used stands first, then all in their order.
    """
    wanted = Sought.of(typed)
    recent = {key: place for place, key in enumerate(used)}
    return [entry for _rank, entry in sorted(_ranked(entries, wanted, recent), key=lambda one: one[0])]


def _ranked(
    entries: Iterable[Entry], wanted: Sought, recent: Mapping[str, int]
) -> Iterator[tuple[tuple[int, bool, int, int], Entry]]:
    for place, entry in enumerate(entries):
        grade = fit(wanted, entry.sought)
        if grade is not None:
            yield (grade, bool(entry.why), -recent.get(entry.key, -1), place), entry
