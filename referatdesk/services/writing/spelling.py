"""What is a word to be spelt, which words the archive itself vouches for, and where the dictionary lies."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from referatdesk.domain.boards import Board, Organisation, Person
from referatdesk.domain.changes import Change, Record, added, removed
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.records import Records
from referatdesk.domain.writing import OwnWord
from referatdesk.i18n.sorting import danish_key
from referatdesk.services.editing import edit
from referatdesk.services.writing import spelling_process
from referatdesk.services.writing.spelling_process import MOST_SUGGESTIONS, distance

KNOWN_FROM: Mapping[type[Record], tuple[str, ...]] = {
    Person: ("full_name", "aliases"),
    Organisation: ("name", "short_name", "aliases"),
    Board: ("name",),
    Meeting: ("place",),
    Attendance: ("name", "organisation", "unit"),
    AgendaItem: ("title",),
    OwnWord: ("word",),
}
"""Where the words stand that are right whatever the dictionary says."""

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_NO_PROSE = re.compile(r"[@\d\\_]|://|www\.")
_LONGEST_INITIALS = 5
_SHORTEST_NEAR = 4
_LONGEST_WORD = 60
"""No Danish word in use is longer; to guess at what was meant by one takes the longer the longer it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands in it. `spelt` has the full stop behind it, which an abbreviation needs."""

    start: int
    end: int
    spelt: str


def words_in(text: str) -> Iterator[Word]:
    """The words that can be spelt wrong: no addresses, no numbers, no initials."""
    for chunk in _CHUNK.finditer(text):
        if _NO_PROSE.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0]):
            spelt = found[0]
            bare = spelt.rstrip(".")
            if 1 < len(bare) <= _LONGEST_WORD and not (bare.isupper() and len(bare) <= _LONGEST_INITIALS):
                start = chunk.start() + found.start()
                yield Word(start, start + len(bare), spelt)


def is_known(spelt: str, known: frozenset[str]) -> bool:
    """Whether the archive vouches for the word: as it stands, at the start of a sentence, or as a genitive."""
    bare = spelt.rstrip(".").replace("’", "'")
    return any(form in known or form.lower() in known for form in (bare, bare.removesuffix("s").rstrip("'")))


def known_words(records: Records) -> frozenset[str]:
    """The words of names, places, titles of items and the user's own list."""
    return frozenset(
        word
        for kind, fields in KNOWN_FROM.items()
        for record in records.all(kind)
        for field in fields
        for word in _bare_words(getattr(record, field))
    )


@lru_cache(maxsize=20_000)
def _bare_words(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Kept, since of all the names and titles only one has changed when they are gathered again."""
    text = " ".join(value) if isinstance(value, tuple) else value or ""
    return tuple(word.spelt.rstrip(".").replace("’", "'") for word in words_in(text))


def with_known(word: str, meant: Sequence[str], known: frozenset[str]) -> tuple[str, ...]:
    """What may be meant by a word, the archive's own words first: a name that is a letter away is likely the one."""
    near = sorted(one for one in known if _is_near(word, one))
    return tuple(dict.fromkeys((*near, *meant)))[:MOST_SUGGESTIONS]


def _is_near(word: str, name: str) -> bool:
    """No name is meant by a word in small letters."""
    if abs(len(word) - len(name)) > 1 or word[:1] != name[:1] or min(len(word), len(name)) < _SHORTEST_NEAR:
        return False
    return distance(word, name) == 1


def add_word(records: Records, word: str) -> Change:
    """Takes a word into the user's own list."""
    bare = word.rstrip(".")
    if any(own.word == bare for own in records.all(OwnWord)):
        return Change("word.add", ())
    return Change("word.add", added(OwnWord(id=new_id(), word=bare)), bare)


def own_words(records: Records) -> list[OwnWord]:
    return sorted(records.all(OwnWord), key=lambda own: danish_key(own.word))


def edit_word(records: Records, word_id: str, word: str) -> Change:
    own = records.get(OwnWord, word_id)
    return edit("word.edit", own, {"word": word.strip()}, own.word)


def remove_word(records: Records, word_id: str) -> Change:
    own = records.get(OwnWord, word_id)
    return Change("word.remove", removed(own), own.word)


def dictionary_places() -> tuple[Path, ...]:
    """Where a Danish dictionary may lie: with this program, the system's own, LibreOffice's."""
    return (
        Path(sys.prefix) / "share" / "hunspell",
        *(Path("/usr/share/hunspell"), Path("/usr/share/myspell"), Path("/usr/share/myspell/dicts")),
        Path("/usr/lib/libreoffice/share/extensions/dict-da"),
        Path("/opt/libreoffice/share/extensions/dict-da"),
        *(Path.home() / "Library" / "Spelling", Path("/Library/Spelling")),
        Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-da"),
        *(
            Path(root) / "LibreOffice" / "share" / "extensions" / "dict-da"
            for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")
            if (root := os.environ.get(name))
        ),
    )


def find_dictionary() -> Path | None:
    """The dictionary's path without its suffix."""
    paths = (place / "da_DK" for place in dictionary_places())
    return next((path for path in paths if all(path.with_suffix(s).is_file() for s in (".aff", ".dic"))), None)


def speller_command(dictionary: Path) -> list[str]:
    """What starts the process that spells."""
    if getattr(sys, "frozen", False):
        return [sys.executable, spelling_process.WORD, str(dictionary)]
    # It finds modules where we do, and nowhere else.
    return [sys.executable, "-P", "-S", spelling_process.__file__, str(dictionary)]
