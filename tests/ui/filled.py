"""The example, read in once for all the tests of a folder that only look at it in the window."""

from pathlib import Path
from shutil import copy

import pytest

from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.example import fill_example


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "eksempel.referatdesk"
    workspace = Workspace.create(path, lambda call: call())
    fill_example(workspace)
    assert workspace.flush(10)
    workspace.close()
    return path


@pytest.fixture
def archive(filled, tmp_path) -> Path:
    """A copy of its own for each test."""
    return copy(filled, tmp_path / "eksempel.referatdesk")
