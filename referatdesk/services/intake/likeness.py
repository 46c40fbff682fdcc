"""How alike two names are, so that somebody can be asked whether they mean the same; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

_WORD = re.compile(r"[^\W_]+")
_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "è": "e", "ü": "u"})
_GENERAL = frozenset(
    {
        "kommune",
        "kommunen",
        "region",
        "regionen",
        "hospital",
        "hospitalet",
        "sygehus",
        "sygehuset",
        "psykiatri",
        "psykiatrien",
        "plo",
        "afdeling",
        "afdelingen",
        "forvaltning",
        "forvaltningen",
        "udvalg",
        "udvalget",
        "raad",
        "raadet",
        "i",
        "og",
        "af",
        "for",
        "den",
        "det",
        "de",
    }
)
"""Words that many names share, so that they do not make two alike."""
ALIKE = 86.0
"""Of 100. One letter more, less or other in a name of eight gives 88 to 94; two different short names stay below 80."""
Likeness = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Named:
    """One whom the archive knows, by one of the names."""

    id: str
    name: str


def folded(name: str) -> str:
    """The words of a name in small letters, with Danish letters as they are written where a keyboard has none."""
    return " ".join(_WORD.findall(name.casefold().translate(_FOLDED)))


class KnownNames:
    """The names that the archive knows, ready to be compared with many others."""

    def __init__(self, known: Iterable[Named], likeness: Likeness) -> None:
        self._known = list(known)
        self._likeness = likeness
        self._folded = [folded(one.name) for one in self._known]
        self._by_word: dict[str, list[int]] = {}
        for at, name in enumerate(self._folded):
            for word in set(name.split()) - _GENERAL:
                self._by_word.setdefault(word, []).append(at)

    def most_alike(self, name: str) -> Named | None:
        """The one whose name is most like it, None where none is like enough. Equal names are alike too."""
        wanted = folded(name)
        if not wanted:
            return None
        near = {at for word in wanted.split() for at in self._by_word.get(word, ())}
        best = process.extractOne(wanted, self._folded, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is not None:
            near.add(best[2])
        scored = [(self._likeness(wanted, self._folded[at]), -at) for at in near]
        score, at = max(scored, default=(0.0, 0))
        return self._known[-at] if score >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """Whole names compared; or one names the other in short ("egeby" for "egeby kommune")."""
    mine, theirs = set(one.split()), set(other.split())
    is_short = (mine <= theirs or theirs <= mine) and bool((mine & theirs) - _GENERAL)
    only_general = not (mine ^ theirs) - _GENERAL
    return 100.0 if is_short and only_general else _whole_likeness(one, other)


def person_likeness(one: str, other: str) -> float:
    """Whole names compared; or first and last name are the same and what stands between is left out or shortened."""
    mine, theirs = one.split(), other.split()
    if len(mine) > 1 and len(theirs) > 1 and mine[-1] == theirs[-1] and _fits_short(mine[0], theirs[0]):
        return 95.0 if _within(mine[1:-1], theirs[1:-1]) else _whole_likeness(one, other)
    return _whole_likeness(one, other)


def _whole_likeness(one: str, other: str) -> float:
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))


def _fits_short(one: str, other: str) -> bool:
    """Whether two words are the same, or one is the first letter of the other."""
    return one == other or (1 in {len(one), len(other)} and one[:1] == other[:1])


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return all(any(_fits_short(word, named) for named in long) for word in short)
