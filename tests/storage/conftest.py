"""Archives on trial, closed whatever happens."""

import pytest

from tests.storage.trial import Trial


@pytest.fixture
def archive_path(tmp_path):
    return tmp_path / "minutes" / "Østfjord 2027.referatdesk"


@pytest.fixture
def trial(archive_path, tmp_path):
    """Opens the archive, made anew if it is not there."""
    opened = []

    def begin(path=archive_path, key=None, earlier=None):
        opened.append(Trial(path, tmp_path / "data", key, earlier))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()
