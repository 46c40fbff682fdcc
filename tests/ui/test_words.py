"""Every code that the window may show has words, in both languages."""

import ast
import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

import referatdesk
from referatdesk.domain import codes
from referatdesk.domain.codes import ItemStatus, Outcome
from referatdesk.i18n import catalogue
from referatdesk.i18n.errors import error_words
from referatdesk.i18n.errors.table import ERRORS
from referatdesk.services.checks.finding import Finding
from referatdesk.storage.errors import Fault
from referatdesk.ui.days import day_words
from referatdesk.ui.words.acts import ACTS, change_words
from referatdesk.ui.words.codes import TABLES, word
from referatdesk.ui.words.findings import FINDINGS, finding_words
from referatdesk.ui.words.trouble import TROUBLE, trouble_words

PACKAGE = Path(referatdesk.__file__).parent
NEVER_SHOWN = {
    "AbsenceReason",
    "CaptionPosition",
    "DecisionScope",
    "LinkKind",
    "MoneyKind",
    "OrganisationKind",
    "Precision",
    "ProposerKind",
    "SubstitutionKind",
}
"""Lists that no page of the window shows."""


def calls(folder: str, *names: str) -> list[ast.Call]:
    """Every call of one of these names in the files of a room."""
    found = []
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                found.append(node)
    return found


def first_texts(found: list[ast.Call]) -> set[str]:
    return {
        call.args[0].value
        for call in found
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def dotted_texts(folder: str) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((PACKAGE / folder).rglob("*.py")))
    return {found for text in texts for found in re.findall(r'"([a-z]+\.[a-z_]+)"', text)}


def test_every_value_of_every_list_that_is_shown_has_a_word():
    lists = {one for one in vars(codes).values() if isinstance(one, type) and issubclass(one, StrEnum)} - {StrEnum}
    assert {one.__name__ for one in lists - TABLES.keys()} == NEVER_SHOWN
    for one, table in TABLES.items():
        assert list(table) == list(one), one.__name__


def test_codes_spelt_alike_have_the_word_of_their_own_list():
    assert ItemStatus.IN_PROGRESS == "in_progress"
    assert word(Outcome.WITHDRAWN) == "Withdrawn"
    assert word(ItemStatus.DONE) == "Done"


NEVER_UNDONE = {"meeting.erase", "history.erase"}
"""What is deleted for good is no act that could be taken back, so no menu names it."""
AT_THE_OPENING = {"exists", "foreign", "needs_phrase", "newer", "wrong_phrase"}
"""Faults that nobody meets while saving."""


def test_every_act_of_the_services_has_words():
    labels = first_texts(calls("services", "Change", "edit"))
    assert labels
    assert labels - NEVER_UNDONE <= ACTS.keys()
    families = {act.partition(".")[0] for act in ACTS}
    named = {
        text for text in dotted_texts("services") if text.partition(".")[0] in families - {"attendance", "decision"}
    }
    assert named & {"text.edit", "item.move"} == {"text.edit", "item.move"}


def test_an_act_is_named_with_what_it_was_done_to():
    assert change_words("text.edit", "Velkomst") == "edit text – Velkomst"
    assert change_words("text.edit") == "edit text"
    assert len(change_words("item.add", "Et meget langt punkt " * 9)) < 60


def test_every_error_of_the_services_has_a_sentence():
    raised = {code for room in ("services", "ui", "cli") for code in first_texts(calls(room, "UserError"))}
    raised |= {f"archive.{fault.value}" for fault in Fault}
    raised |= {f"reading.{code}" for code in first_texts(calls("documents/reading", "ReadingError"))}
    raised |= first_texts(calls("documents/word", "WriteError")) | first_texts(calls("documents/pdf", "PdfError"))
    assert raised
    assert raised <= ERRORS.keys()
    assert {fault.value for fault in Fault} - AT_THE_OPENING <= TROUBLE.keys()


def test_every_error_says_that_nothing_is_lost_or_what_to_do():
    for code, sentence in ERRORS.items():
        happened, _end, advice = sentence.partition("\n")
        assert happened.endswith("."), code
        assert advice, code


def test_an_error_names_what_it_is_about():
    told = error_words("board.has_meetings", {"board": "Sundhedsråd Østfjord"})
    assert told.startswith("Sundhedsråd Østfjord has meetings")


def test_an_error_without_its_data_is_still_told():
    assert error_words("board.has_meetings", {})


def test_every_finding_of_the_checks_has_a_sentence():
    assert first_texts(calls("services/checks", "Finding")) == FINDINGS.keys()


@pytest.mark.parametrize("code", FINDINGS)
def test_a_finding_is_told_with_its_data(code):
    asked = {name for _text, name, _form, _way in Formatter().parse(FINDINGS[code]) if name}
    told = finding_words(Finding(code, None, {name: f"<{name}>" for name in asked}))
    assert all(f"<{name}>" in told for name in asked)


def test_names_in_a_finding_are_a_list():
    told = finding_words(Finding("attendance.unknown", None, {"names": ("Merete Aaby", "Sanne Brix")}))
    assert "Merete Aaby, Sanne Brix" in told


def test_saving_trouble_is_told_in_a_few_words():
    assert trouble_words("archive.full") == "Not saved – the disk is full"
    assert trouble_words("archive.whatever").startswith("Not saved")


def test_the_words_come_in_danish():
    catalogue.use("da")
    assert word(Outcome.APPROVED) == "Godkendt"
    assert change_words("text.edit", "Velkomst") == "ret tekst – Velkomst"


def test_a_month_without_a_day_is_said_in_words():
    assert day_words("2026-03").endswith(" 2026")
    assert "-" not in day_words("2026-03")
