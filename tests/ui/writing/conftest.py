"""The window of tests/ui/window, with a small dictionary of its own."""

import pytest

from referatdesk.services.writing import spelling
from tests.ui.window.conftest import archive, meeting, opened, preferences, upcoming, window  # noqa: F401 - fixtures

WORDS = [
    "blev",
    "godkendt",
    "godkendte",
    "og",
    "af",
    "udvalget",
    "møde",
    "mødet",
    "punkt",
    "sagen",
    "vi",
    "mødes",
    "igen",
    "på",
    "der",
    "er",
    "for",
    "indstillingen",
]


@pytest.fixture
def dictionary(tmp_path, monkeypatch):
    (tmp_path / "da_DK.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwæøå\n", encoding="utf-8")
    (tmp_path / "da_DK.dic").write_text("\n".join([str(len(WORDS)), *WORDS, ""]), encoding="utf-8")
    monkeypatch.setattr(spelling, "dictionary_places", lambda: (tmp_path,))
    return tmp_path


@pytest.fixture
def no_dictionary(tmp_path, monkeypatch):
    monkeypatch.setattr(spelling, "dictionary_places", lambda: (tmp_path / "none",))
