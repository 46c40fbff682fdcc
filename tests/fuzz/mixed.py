"""Texts of lines that stand in the minutes of all houses, of pieces of them and of single words, in any order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

MINUTES = Path(__file__).parents[1] / "documents" / "minutes"
OPENINGS = ("", "\t", "- ", "a) ", "1. ", "Punkt 1: ", "Beslutning", "Afbud: ", "(", "*", "v/ ", "kl. ", "Bilag 1: ")
MOST_LINES = 60


def mixed(seed: int) -> str:
    """The text with that number; the same one every time."""
    random = Random(seed)  # noqa: S311 - no secret
    return "\n".join(_line(random) for _ in range(random.randrange(1, MOST_LINES)))


@cache
def _printed() -> tuple[str, ...]:
    return tuple(line for path in sorted(MINUTES.glob("*.txt")) for line in path.read_text("utf-8").split("\n"))


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for line in _printed() for word in line.split())


def _line(random: Random) -> str:
    kind = random.random()
    if kind < 0.6:
        return random.choice(_printed())
    if kind < 0.8:
        return " ".join(random.choice(_words()) for _ in range(random.randrange(1, 9)))
    if kind < 0.9:
        one, other = random.choice(_printed()), random.choice(_printed())
        return one[: random.randrange(len(one) + 1)] + other[random.randrange(len(other) + 1) :]
    return random.choice(OPENINGS) + random.choice(_words())
