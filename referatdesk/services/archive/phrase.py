"""The recovery phrase of a protected archive: twelve Danish words, drawn by lot and never chosen.

Eleven words of a list of 1,024 are the secret: 110 bits, which the key's derivation makes dearer still to guess. The
twelfth checks them: of phrases with a word mistaken for another, one in 1,024 goes unnoticed. No two words begin with
the same four letters, so these suffice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from referatdesk.config import places
from referatdesk.services.errors import UserError

SECRET_WORDS = 11
WORDS = SECRET_WORDS + 1
TELLING = 4
"""As many letters tell a word from every other."""
_LIKE = 0.75


@cache
def word_list() -> tuple[str, ...]:
    return tuple(places.resource("phrase", "words.txt").read_text(encoding="ascii").split())


@cache
def _by_beginning() -> Mapping[str, str]:
    return {word[:TELLING]: word for word in word_list()}


@dataclass(frozen=True, slots=True)
class Phrase:
    """It is never shown but where the user asks for it."""

    words: tuple[str, ...] = field(repr=False)

    @classmethod
    def generate(cls) -> Phrase:
        import secrets  # noqa: PLC0415 - only who protects an archive needs it

        secret = tuple(secrets.choice(word_list()) for _ in range(SECRET_WORDS))
        return cls((*secret, _checking_word(secret)))

    @classmethod
    def read(cls, text: str) -> Phrase:
        """What somebody typed: case, commas, numbers and line ends do not matter, and four letters of a word suffice.

        Raises UserError "phrase.word" with the word and its number, "phrase.count", or "phrase.mismatch" where every
        word is one of the list and yet one is not the right one.
        """
        typed = words_in(text)
        words = tuple(_known(word, number) for number, word in enumerate(typed, 1))
        if len(words) != WORDS:
            raise UserError("phrase.count", count=len(words), wanted=WORDS)
        if words[-1] != _checking_word(words[:-1]):
            raise UserError("phrase.mismatch")
        return cls(words)

    @property
    def text(self) -> str:
        """As it is written down, and as the key is derived from it."""
        return " ".join(self.words)


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def meant_by(typed: str) -> str | None:
    """The word of the list that somebody meant, if it is told from all others."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - a start with the key at hand reads no phrase

    word = _by_beginning().get(typed[:TELLING])
    if word is None or word.startswith(typed):
        return word
    return word if SequenceMatcher(None, typed, word).ratio() >= _LIKE else None


def _known(typed: str, number: int) -> str:
    word = meant_by(typed)
    if word is None:
        raise UserError("phrase.word", word=typed, number=number)
    return word


def _checking_word(secret: Sequence[str]) -> str:
    digest = hashlib.sha256(" ".join(secret).encode()).digest()
    return word_list()[int.from_bytes(digest[:2], "big") % len(word_list())]
