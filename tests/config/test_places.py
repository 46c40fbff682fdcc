import json
import sys
from pathlib import Path

import pytest

from referatdesk.config import places
from referatdesk.domain.codes import LegalBasis


@pytest.fixture
def _forgets_the_resources():
    places._resources.cache_clear()
    yield
    places._resources.cache_clear()


def test_one_variable_gathers_all_that_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("REFERATDESK_HOME", str(tmp_path))
    written = (places.data_folder(), places.settings_file(), places.log_folder(), places.default_archive())
    assert all(path.is_relative_to(tmp_path) for path in written)
    assert not any(tmp_path.iterdir())


def test_without_it_the_system_says_where(tmp_path, monkeypatch):
    monkeypatch.delenv("REFERATDESK_HOME")
    home = Path.home()
    for path in (places.data_folder(), places.settings_file(), places.log_folder()):
        assert path.is_relative_to(home)
        assert "Referatdesk" in path.parts


def test_the_example_does_not_lie_in_the_users_own_archive():
    assert places.example_archive() != places.default_archive()
    assert places.example_archive().suffix == places.default_archive().suffix == ".referatdesk"


@pytest.mark.usefixtures("_forgets_the_resources")
def test_a_frozen_bundle_holds_its_own_resources(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resource("board_kinds.json") == tmp_path / "resources" / "board_kinds.json"


@pytest.mark.usefixtures("_forgets_the_resources")
def test_an_installed_package_holds_its_own_resources(tmp_path, monkeypatch):
    (tmp_path / "referatdesk" / "resources").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "referatdesk")
    assert places.resource("icons") == tmp_path / "referatdesk" / "resources" / "icons"


def test_every_kind_of_board_has_both_names_and_a_known_legal_basis():
    kinds = json.loads(places.resource("board_kinds.json").read_text(encoding="utf-8"))
    assert len({kind["code"] for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind["da"]
        assert kind["en"]
        assert LegalBasis(kind["legal_basis"])
        assert isinstance(kind["minutes_public"], bool)
        assert isinstance(kind.get("casting_vote", False), bool)
        assert kind["legal_basis"] == "local_government_act" or "halted_to" not in kind
    assert {"other", "health_council"} <= {kind["code"] for kind in kinds}
