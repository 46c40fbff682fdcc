"""A Word file is checked, and what was found is told in words and as data."""

import json
from string import Formatter

import pytest

from referatdesk.documents.accessibility.finding import Where
from referatdesk.i18n import catalogue
from referatdesk.i18n.accessibility import FINDINGS, finding_sentence, place_words
from referatdesk.services.accessibility import as_data, check_file
from referatdesk.services.errors import UserError
from tests.documents.accessibility.test_rules import BROKEN, TITLED
from tests.documents.word.building import parts_of, word_file, zipped


@pytest.fixture
def kept(tmp_path):
    """Puts a document with that body on the disk."""

    def keep(body, changed=None):
        path = tmp_path / "referat.docx"
        path.write_bytes(word_file(body, {"docProps/core.xml": TITLED.format("Referat")} | (changed or {})))
        return path

    return keep


@pytest.mark.parametrize("code", BROKEN)
def test_every_finding_has_a_sentence_of_what_it_is_and_what_to_do(kept, code):
    (finding,) = check_file(kept(*BROKEN[code][0]))
    for language in ("en", "da"):
        catalogue.use(language)
        told, advice = finding_sentence(finding.code, finding.data)
        assert told
        assert advice.endswith(".")
        assert "{" not in told + advice
    asked = {name for _text, name, _form, _way in Formatter().parse(FINDINGS[code]) if name}
    assert asked <= finding.data.keys()


def test_no_sentence_is_without_its_rule():
    assert FINDINGS.keys() == BROKEN.keys()


@pytest.mark.parametrize("where", Where)
def test_a_place_is_told_by_part_heading_and_words(where):
    told = place_words(where, "Økonomi", "Udvalget godkendte")
    assert "Økonomi" in told
    assert told.endswith("At “Udvalget godkendte”")
    assert place_words(Where.FILE, "", "") == ""


def test_a_finding_is_data_for_another_program(kept):
    (finding,) = check_file(kept(*BROKEN["list.typed"][0]))
    assert json.loads(json.dumps(as_data(finding))) == {
        "code": "list.typed",
        "part": "body",
        "heading": "",
        "near": "• Egeby",
        "mark": "•",
        "words": "• Egeby",
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"ikke Word", "check.damaged"), (zipped({"a.txt": b"x"}), "check.not_word"), (None, "file.unreadable")],
)
def test_what_cannot_be_checked_is_told(tmp_path, content, code):
    path = tmp_path / "referat.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as raised:
        check_file(path)
    assert raised.value.code == code


def test_a_file_with_macros_is_not_opened(tmp_path):
    parts = parts_of(word_file("<w:p/>"))
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = tmp_path / "referat.docm"
    path.write_bytes(zipped(parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(usual, kind)}))
    with pytest.raises(UserError, match=r"check\.active"):
        check_file(path)
