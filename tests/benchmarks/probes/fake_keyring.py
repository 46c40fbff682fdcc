"""A keyring in a file, for measuring: given to the program by PYTHON_KEYRING_BACKEND."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend

VARIABLE = "FAKE_KEYRING"
NAME = f"{__name__}.FakeKeyring"


class FakeKeyring(KeyringBackend):
    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._kept(), f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        self._write({name: kept for name, kept in self._kept().items() if name != f"{service}/{username}"})

    def _kept(self) -> dict[str, str]:
        path = Path(os.environ[VARIABLE])
        return json.loads(path.read_text(encoding="ascii")) if path.exists() else {}

    def _write(self, kept: dict[str, str]) -> None:
        Path(os.environ[VARIABLE]).write_text(json.dumps(kept), encoding="ascii")
