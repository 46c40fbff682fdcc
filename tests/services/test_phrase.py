"""Recovery phrases: what is drawn, what is read, and how mistakes are told."""

import re

import pytest

from referatdesk.services.archive.phrase import SECRET_WORDS, TELLING, WORDS, Phrase, word_list
from referatdesk.services.errors import UserError


def test_the_words_are_unmistakable():
    words = word_list()
    assert len(set(words)) == 1024
    assert len({word[:TELLING] for word in words}) == 1024
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)


def test_a_phrase_is_drawn_anew_each_time_and_never_shown():
    one, other = Phrase.generate(), Phrase.generate()
    assert one != other
    assert len(one.words) == WORDS == SECRET_WORDS + 1
    assert not any(word in repr(one) for word in one.words)


def test_a_phrase_is_read_however_it_was_written_down():
    phrase = Phrase.generate()
    numbered = "\n".join(f"{number}. {word.upper()}," for number, word in enumerate(phrase.words, 1))
    short = " ".join(word[:TELLING] for word in phrase.words)
    assert Phrase.read(numbered) == Phrase.read(short) == Phrase.read(f"  {phrase.text}  ") == phrase


def test_a_word_taken_for_another_is_noticed_nearly_always():
    phrase = Phrase.generate()
    unnoticed = [word for word in word_list()[:200] if _is_read(word, *phrase.words[1:])]
    assert len(unnoticed) <= 5


def _is_read(*words):
    try:
        return Phrase.read(" ".join(words)) is not None
    except UserError as error:
        return error.code != "phrase.mismatch"


@pytest.mark.parametrize(("words", "code"), [("", "count"), ("abekat", "count"), ("abekat xylofon", "word")])
def test_what_is_no_phrase_says_why(words, code):
    with pytest.raises(UserError) as caught:
        Phrase.read(words)
    assert caught.value.code == f"phrase.{code}"


def test_the_word_with_the_mistake_is_named():
    with pytest.raises(UserError) as caught:
        Phrase.read("abekat, kaffe xylofon")
    assert caught.value.data == {"word": "xylofon", "number": 3}
