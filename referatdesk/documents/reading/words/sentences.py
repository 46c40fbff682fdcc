"""What the end and the build of a text tell: a whole sentence, one that goes on, a title."""

from __future__ import annotations

import re

_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:af|alle|at|blandt|da|de|dels|den|der|deres|det|dets|efter|eller|en|et|for|fra|gennem|have|har|hos|hvor|i|ikke"
    r"|ind|inden|inkl|med|mellem|mod|når|og|om|over|på|samt|som|så|til|ud|under|uden|ved|vedr|via))$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-zæøå]{3}[.!?] [A-ZÆØÅ]")
_SENTENCE_WORD = re.compile(
    r"\b(?:er|var|blev|bliver|har|havde|skal|skulle|vil|ville|kan|kunne|må|bør|får|fik|bedes|indstilles|foreslås|anbefales"
    r"|godkendte?|drøftede|besluttede|orienterede|tog|gav|oplyste|bemærkede|følgende|nedenstående)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 40
"""So many signs at the end of a text show how it ends."""
LONGEST_HEADING = 110
MOST_WORDS = 16


def ends_sentence(text: str) -> bool:
    return bool(_ENDS_SENTENCE.search(text.rstrip()[-_LOOKED_AT:]))


def ends_open(text: str) -> bool:
    """Whether the last word or sign calls for more."""
    return bool(_OPEN_END.search(text.rstrip()[-_LOOKED_AT:]))


def has_two_sentences(text: str) -> bool:
    return bool(_TWO_SENTENCES.search(text))


def has_sentence_word(text: str) -> bool:
    """Whether a word stands in it that hardly stands in a heading."""
    return bool(_SENTENCE_WORD.search(text))


def is_short_title(text: str) -> bool:
    """Whether a text is built as a heading is: short, one piece, no full stop, nothing left open."""
    if not text or len(text) > LONGEST_HEADING or len(text.split()) > MOST_WORDS or "\n" in text or "\t" in text:
        return False
    titled = text[0].isupper() or text[0].isdigit() or text[0] in "\"'”“»‘’"
    return titled and not ends_sentence(text) and not ends_open(text) and not has_two_sentences(text)


def is_short_question(text: str) -> bool:
    """Whether a text is one question, no longer than a heading."""
    return text.endswith("?") and is_short_title(f"{text[:-1]} {text[0]}")


def is_shouted(text: str) -> bool:
    """Whether all letters are capitals, and there are enough of them."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and all(sign.isupper() for sign in letters)
