"""Changes to a text at places of it, all else staying as it is to the letter."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Splices:
    """A change replaces what stands from `start` to `end`; changes inside a replaced stretch are gone with it.

    At one place the change with the lower `order` comes first.
    """

    source: str
    _changes: list[tuple[int, int, int, str]] = field(default_factory=list)

    def put(self, start: int, end: int, order: int, new: str) -> None:
        self._changes.append((start, order, end, new))

    def rendered(self, start: int, end: int) -> str:
        """The text from start to end as it has become."""
        out: list[str] = []
        place = start
        for begin, _order, until, new in sorted(self._changes):
            if begin >= place and until <= end:
                out += [self.source[place:begin], new]
                place = until
        return "".join([*out, self.source[place:end]])
