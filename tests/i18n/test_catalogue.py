import gettext
import importlib.util
import re
from io import BytesIO
from pathlib import Path

import pytest

from referatdesk.i18n import catalogue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool():
    """packaging/catalogue.py; the folder is no package, since a library has its name."""
    spec = importlib.util.spec_from_file_location("catalogue_tool", ROOT / "packaging" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_of_the_program_stands_in_the_danish_catalogue(tool):
    assert tool.missing(tool.danish(), tool.gathered()) == []


def test_the_danish_catalogue_holds_nothing_that_is_no_longer_shown(tool):
    assert tool.unused(tool.danish(), tool.gathered()) == []


def test_every_text_has_a_danish_form_that_nobody_guessed(tool):
    assert tool.untranslated(tool.danish()) == []


def test_the_danish_forms_keep_placeholders_and_access_keys(tool):
    assert tool.unlike(tool.danish()) == []


def test_danish_words_are_quoted_in_one_way(tool):
    """”Sådan”; guillemets stand only where a merge field of Word is shown as it looks."""
    forms = [form for message in tool.entries(tool.danish()) for form in tool.texts_of(message)[1]]
    assert [form for form in forms if re.search("[“„»«]", re.sub("«[a-zø.]+»", "", form))] == []


def test_the_compiled_catalogue_says_the_same_as_the_written_one(tool):
    with tool.MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog
    expected = gettext.GNUTranslations(BytesIO(tool.mo_bytes(tool.danish())))._catalog
    compiled.pop("", None), expected.pop("", None)
    assert compiled == expected


def test_bringing_the_catalogue_up_to_date_twice_changes_nothing(tool):
    assert tool.po_bytes(tool.merged(tool.danish(), tool.gathered())) == tool.PO.read_bytes()


def test_a_lost_placeholder_and_a_lost_access_key_are_found(tool):
    texts = tool.danish()
    texts.add("{count} items", "punkter")
    texts.add("&Export", "Eksportér")
    texts.add(("{count} page", "{count} pages"), ("én side", "{count} sider"))
    assert {"{count} items", "&Export"} == set(tool.unlike(texts)) & {"{count} items", "&Export", "{count} page"}


def test_english_needs_no_catalogue():
    catalogue.use("en")
    assert catalogue._("Never written anywhere") == "Never written anywhere"
    assert catalogue.ngettext("one", "many", 2) == "many"
    assert catalogue.pgettext("verb", "Open") == "Open"


def test_a_switch_of_language_is_seen_at_once(tool):
    written = next(
        message
        for message in tool.entries(tool.danish())
        if isinstance(message.id, str) and not message.context and message.string not in ("", message.id)
    )
    catalogue.use("da")
    assert (catalogue.language_in_use(), catalogue._(written.id)) == ("da", written.string)
    catalogue.use("en")
    assert (catalogue.language_in_use(), catalogue._(written.id)) == ("en", written.id)


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="sv"):
        catalogue.use("sv")
