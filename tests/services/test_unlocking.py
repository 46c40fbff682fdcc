"""Where keys come from: the keyring, the phrase, another computer; and what is told when they do not fit."""

import json

import pytest

from referatdesk.config import places
from referatdesk.services.archive import protection, unlocking
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from tests.benchmarks.probes import fake_keyring


@pytest.fixture
def ring(tmp_path, monkeypatch):
    """A keyring in a file, on a computer that starts anew."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", fake_keyring.NAME)
    monkeypatch.setenv(fake_keyring.VARIABLE, str(tmp_path / "ring.json"))
    unlocking._known.clear()
    yield tmp_path / "ring.json"
    unlocking._known.clear()


@pytest.fixture
def made(ring, tmp_path):
    """A protected archive that was opened once, its phrase; nothing is known any more but by the keyring."""
    path, phrase = tmp_path / "arkiv.referatdesk", Phrase.generate()
    workspace = protection.create(path, lambda call: call(), protection.prepared(phrase))
    workspace.close()
    unlocking._known.clear()
    return path, phrase


def opens(path):
    Workspace.open(path, lambda call: call()).close()
    return True


def refusal(act, *given):
    with pytest.raises(UserError) as caught:
        act(*given)
    return caught.value.code


def test_the_keyring_opens_it_without_a_question(made):
    assert opens(made[0])


def test_the_keyring_keeps_no_name_and_no_phrase(made, ring):
    ((name, kept),) = json.loads(ring.read_text()).items()
    assert name == f"Referatdesk/{made[0].read_bytes()[:16].hex()}"
    assert not any(word in kept for word in made[1].words)


def test_a_lost_keyring_asks_for_the_phrase_and_never_starts_empty(made, ring):
    ring.unlink()
    before = made[0].read_bytes()
    assert refusal(opens, made[0]) == "archive.needs_phrase"
    assert made[0].read_bytes() == before
    unlocking.unlock(made[0], made[1].text)
    assert unlocking.remember(made[0])
    unlocking._known.clear()
    assert opens(made[0])


@pytest.mark.parametrize("rubbish", ["", "hemmelig", "ab" * 32, "ab" * 36])
def test_rubbish_in_the_keyring_is_no_key(made, ring, rubbish):
    kept = json.loads(ring.read_text())
    ring.write_text(json.dumps(dict.fromkeys(kept, rubbish)))
    assert refusal(opens, made[0]) == "archive.needs_phrase"
    unlocking.unlock(made[0], made[1].text)
    assert opens(made[0])


def spoilt(path, place):
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_damage_is_claimed_where_the_keyring_knows_the_key(made):
    spoilt(made[0], 100)
    assert refusal(opens, made[0]) == "archive.damaged"


@pytest.mark.parametrize("place", [3, 100])
def test_damage_is_claimed_of_a_phrase_that_opens_a_copy(made, ring, place):
    path, phrase = made
    copies = places.data_folder() / "backups"
    copies.mkdir(parents=True, exist_ok=True)
    (copies / "arkiv-00000000-1-2027-02-04-1315-08-opened.referatdesk").write_bytes(path.read_bytes())
    ring.unlink()
    spoilt(path, place)
    assert refusal(unlocking.unlock, path, phrase.text) == "archive.damaged"
    assert refusal(unlocking.unlock, path, Phrase.generate().text) == "archive.wrong_phrase"


def test_without_a_copy_a_phrase_is_merely_wrong(made, ring):
    ring.unlink()
    spoilt(made[0], 100)
    assert refusal(unlocking.unlock, made[0], made[1].text) == "archive.wrong_phrase"
