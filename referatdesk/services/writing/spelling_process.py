"""The process that knows how Danish is spelt: to load the dictionary and to guess at words takes longer than a key may.

It is a program of its own and imports nothing of ours. It is started with the path of a dictionary without its suffix.
Each line of its input is one question as JSON, and is answered by one line:

    {"check": ["møde", "mødde"]}    {"wrong": ["mødde"]}
    {"suggest": "mødde"}            {"suggestions": ["møde", …]}

Its first line, {"ready": true}, says that the dictionary is loaded. It ends with 1 where that cannot be read, and with
0 when nobody asks any more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hunspell import Hunspell

WORD = "--spelling-process"
"""What a frozen program is started with to be this one."""
MOST_SUGGESTIONS = 6
ONCE, TWICE = 0.5, 1.5
"""What one or two of the usual slips count for: less than that many letters of another kind."""
_DOUBLED = frozenset("bdfgklmnprst")
_ALIKE = (("ed", "et"), ("et", "ed"), ("ene", "ende"), ("ende", "ene"), ("er", "rer"), ("rer", "er"), ("te", "de"))


def serve(dictionary: str) -> int:
    path = Path(dictionary)
    try:
        from hunspell import Hunspell  # noqa: PLC0415 - a program without it spells nothing, and says so

        # The encoding lets Hunspell open a path with other letters than English ones on Windows.
        book = Hunspell(path.name, hunspell_data_dir=str(path.parent), system_encoding="UTF-8")
    except Exception:  # noqa: BLE001 - whatever stands against a dictionary, there is none
        return 1
    _say({"ready": True})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if "check" in asked:
            _say({"wrong": [word for word in asked["check"] if not is_right(book, word)]})
        else:
            _say({"suggestions": suggestions(book, asked["suggest"])})
    return 0


def is_right(book: Hunspell, word: str) -> bool:
    """Whether the dictionary has the word; one with a full stop may be an abbreviation or the last of its sentence."""
    return book.spell(word) or (word.endswith(".") and book.spell(word.rstrip(".")))


def suggestions(book: Hunspell, word: str) -> list[str]:
    """What was likely meant, likeliest first. A word that the dictionary merely puts together of others, as "minister"
    and "ed", is offered where it knows none so near.
    """
    slips, guessed = _slips(word), book.suggest(word)
    near = [one for one in slips if _knows(book, one)]
    twice = list[str]()
    if not near and all(distance(word, one) > 1 for one in guessed):
        # Hunspell's own guesses miss what Danes get wrong twice in a word: "besluted".
        twice = [one for slip in slips for one in _slips(slip) if _knows(book, one)]
    found = [one for one in dict.fromkeys((*near, *twice, *slips, *guessed)) if book.spell(one)]
    slipped = dict.fromkeys(near, ONCE) | dict.fromkeys(twice, TWICE)
    costs = {one: slipped.get(one) or distance(word, one) for one in found if one != word}
    known = [one for one in costs if _knows(book, one)]
    offered = known if any(costs[one] <= TWICE for one in known) else costs
    return sorted(offered, key=lambda one: (costs[one], *_alikeness(word, one)))[:MOST_SUGGESTIONS]


def _knows(book: Hunspell, word: str) -> bool:
    """Whether the word itself is in the dictionary, not only parts that it may be made of."""
    read = book.analyze(word) if book.spell(word) else ("pa:",)
    return not read or any("pa:" not in one for one in read)


def _alikeness(word: str, other: str) -> tuple[int, int]:
    """Smaller where more letters are the same from either end, and then from the first on."""
    ahead = _same(word, other)
    behind = min(_same(word[::-1], other[::-1]), min(len(word), len(other)) - ahead)
    return -(ahead + behind), -ahead


def _same(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def distance(one: str, other: str) -> int:
    """How many letters are too many, missing, wrong or have changed places."""
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row = row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]


def _slips(word: str) -> list[str]:
    """The word with one consonant doubled or halved, or with another of the endings that sound alike."""
    doubled = [word[:at] + word[at] + word[at:] for at in range(1, len(word)) if word[at] in _DOUBLED]
    halved = [word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]]
    endings = [word.removesuffix(ending) + other for ending, other in _ALIKE if word.endswith(ending)]
    return list(dict.fromkeys((*halved, *endings, *doubled)))


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1]))
