"""A second start's wish to see the window is heard while there is one to see."""

import pytest

from referatdesk.services.archive import holding
from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.wishes import WishListener


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("REFERATDESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "møder.referatdesk"
    Workspace.create(path, lambda call: call()).close()
    return path


@pytest.fixture
def listener(qapp, archive):
    listener = WishListener()
    listener.listen(archive)
    yield listener
    listener.stop()


def test_a_wish_is_heard_and_granted(qtbot, archive, listener):
    wish = holding.Wish(archive)
    with qtbot.waitSignal(listener.wished):
        wish.make()
    assert wish.is_granted


def test_a_wish_that_comes_while_the_window_closes_is_not_granted(qtbot, archive, listener):
    wish = holding.Wish(archive)
    wish.make()
    listener.stop()
    assert wish.is_made
    assert not wish.is_granted
    wish.withdraw()
