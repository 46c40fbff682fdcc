"""Every doubt and every part has words, and every part that a line can be said to be has a key of its own."""

import ast
import re
from pathlib import Path

import pytest

import referatdesk
from referatdesk.i18n import catalogue
from referatdesk.services.drafts import Doubt, Part, Place
from referatdesk.services.intake.answers import ANSWERED
from referatdesk.ui.reading.said import is_answerable
from referatdesk.ui.words.doubts import DOUBTS, answer_words, doubt_words
from referatdesk.ui.words.parts import KEYS, PARTS

PACKAGE = Path(referatdesk.__file__).parent
DOTTED = re.compile(r"[a-z]+\.[a-z_]+")
NO_KEY = {Part.TABLE, Part.UNPLACED}


def constants(tree):
    """The texts that the module names in capitals."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            yield from ((target.id, node.value.value) for target in node.targets if isinstance(target, ast.Name))


def raised_codes():
    """The first word of every doubt that is made, written out or named."""
    found = set()
    for room in ("documents/reading", "services"):
        for path in (PACKAGE / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            named = dict(constants(tree))
            for node in ast.walk(tree):
                if not (isinstance(node, ast.Call) and getattr(node.func, "id", "").lower().endswith("doubt")):
                    continue
                texts = [
                    arg.value if isinstance(arg, ast.Constant) else named.get(getattr(arg, "id", ""))
                    for arg in node.args
                ]
                found |= {text for text in texts if isinstance(text, str) and DOTTED.fullmatch(text)}
    return found


def test_every_doubt_has_a_question():
    raised = raised_codes()
    assert {"paragraph.broken", "person.like", "board.missing"} <= raised
    assert raised <= DOUBTS.keys()


def test_a_doubt_that_nobody_wrote_words_for_is_still_a_question():
    assert doubt_words(Doubt("never.heard", Place(1, 1)))


def test_a_proposal_is_named_in_its_answer():
    known = Doubt("person.like", Place(1, 1), "Merethe Aaby", "Merete Aaby", {"id": "1"})
    assert answer_words(known) == "Yes, it is Merete Aaby"
    assert answer_words(Doubt("paragraph.broken", Place(1, 2), "og", "join")) == "Put together"
    assert "February 2027" in answer_words(Doubt("meeting.two_dates", Place(1, 1), "4/2", "2027-02-04"))
    assert answer_words(Doubt("contents.no_item", Place(1, 1), "Eventuelt")) == ""


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_part_has_a_word_of_its_own(language):
    catalogue.use(language)
    assert PARTS.keys() == set(Part)
    words = [catalogue._(words) for words in PARTS.values()]
    assert len(set(words)) == len(words)


def test_every_part_that_a_line_can_be_said_to_be_has_a_key():
    assert set(KEYS.values()) == set(Part) - NO_KEY
    assert "J" not in KEYS


def test_an_outcome_and_a_day_are_proposed_in_words():
    assert "postponed" not in answer_words(Doubt("outcome.several", Place(1, 1), "Beslutning", "postponed"))
    assert "May 2027" in answer_words(Doubt("meeting.no_year", Place(1, 1), "10. maj", "2027-05-10"))


@pytest.mark.parametrize("code", sorted(ANSWERED))
def test_whatever_has_an_effect_can_be_accepted(code):
    assert is_answerable(Doubt(code, Place(1, 1), "Merete", "2027-05-10"))
    assert answer_words(Doubt(code, Place(1, 1), "Merete", "2027-05-10"))
