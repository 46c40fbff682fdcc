"""The process that talks to the system's keyring, since that takes long to begin and may wait for a person.

It is a program of its own and imports nothing of ours. On its standard input comes one line: what to do, the name that
a key is kept under, and the key itself where it is to be kept. It answers with the key, or an empty line where there is
none, and ends with 1 where there is no keyring.
"""

from __future__ import annotations

import os
import sys
from typing import Any

SERVICE = "Referatdesk"
WORD = "--keyring-process"
"""What a frozen program is started with to be this one."""


def serve() -> int:
    asked = sys.stdin.readline().split()
    try:
        answer = _answer(*asked)
    except Exception:  # noqa: BLE001 - whatever a keyring raises, it is no keyring; its words could hold the key
        return 1
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()
    return 0


def _answer(act: str, name: str, kept: str = "") -> str:
    ring = _keyring()
    if act == "keep":
        ring.set_password(SERVICE, name, kept)
    elif act == "forget":
        ring.delete_password(SERVICE, name)
    elif act != "find":
        raise ValueError
    found = ring.get_password(SERVICE, name) if act == "find" else ""
    return found or ""


def _keyring() -> Any:
    """The one that the environment names, or the system's own: never one that keeps keys in a plain file by itself."""
    if os.environ.get("PYTHON_KEYRING_BACKEND"):
        from keyring.core import load_env  # noqa: PLC0415 - each system needs another part of it

        return load_env()
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - as above

        return WinVaultKeyring()
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring  # noqa: PLC0415 - as above

        return Keyring()
    from keyring.backends import SecretService, kwallet  # noqa: PLC0415 - as above

    kinds = (SecretService.Keyring, kwallet.DBusKeyring)
    return next(kind for kind in kinds if kind.viable)()


if __name__ == "__main__":
    code = serve()
    sys.stdout.flush()
    os._exit(code)  # without waiting for what a keyring left running
