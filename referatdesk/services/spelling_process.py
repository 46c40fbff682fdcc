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
    """What was likely meant. Hunspell's own guesses miss what Danes get wrong twice in a word: "besluted"."""
    near = _slips(word)
    likely = [one for one in near if book.spell(one)]
    if not likely:
        twice = dict.fromkeys(other for one in near for other in _slips(one))
        likely = [one for one in twice if book.spell(one)]
    return list(dict.fromkeys((*likely, *book.suggest(word))))[:MOST_SUGGESTIONS]


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
