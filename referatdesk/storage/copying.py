"""Copies of the open archive that somebody asked for: before an act that is dangerous, or because she wished one.

Each is made on the thread that owns the connection, between two saves, and proven on a thread of its own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Protocol

import msgspec

from referatdesk.storage.backups import Reason
from referatdesk.storage.connection import Connection
from referatdesk.storage.errors import DAMAGE, Fault, StorageError
from referatdesk.storage.proving import Proof
from referatdesk.storage.saving import tell

Told = Callable[[Fault | None], None]
"""Is told once, on a thread of the store: None where a proven copy stands, else why there is none."""


class Maker(Protocol):
    def __call__(self, reason: Reason) -> Proof: ...


class _Wish(msgspec.Struct, frozen=True):
    reason: Reason
    told: Told


class Copies:
    """Wishes come from any thread; the rest is for the thread that owns the connection. `news` guards the wishes."""

    def __init__(self, news: threading.Condition, make: Maker, on_proven: Callable[[Proof], None]) -> None:
        self.damage: Fault | None = None
        """What a copy showed of the archive itself."""
        self._news = news
        self._make = make
        self._on_proven = on_proven
        self._wishes: deque[_Wish] = deque()
        self._proof: Proof | None = None
        self._aside: threading.Thread | None = None
        self._closed = False

    def ask(self, reason: Reason, told: Told) -> None:
        with self._news:
            if not self._closed:
                self._wishes.append(_Wish(reason, told))
                self._news.notify_all()
                return
        tell(told, Fault.IO)

    @property
    def due(self) -> bool:
        return bool(self._wishes) and self._proof is None

    def make_next(self, connection: Connection, between: Callable[[], None]) -> None:
        """Copies for the oldest wish; `between` may raise, which comes out here, and the wish is then without one."""
        with self._news:
            wish = self._wishes.popleft()
        proof = self._make(wish.reason)
        if proof.stands(connection):
            tell(wish.told, None)
            return
        try:
            proof.copy(connection, between)
        except StorageError as error:
            tell(wish.told, error.fault)
            return
        except BaseException:
            tell(wish.told, Fault.IO)
            raise
        self._proof = proof
        self._aside = threading.Thread(target=self._check, args=(proof, wish), name="archive-copy", daemon=True)
        self._aside.start()

    def refuse(self, fault: Fault) -> None:
        """Tells all who wait why there will be no copy."""
        with self._news:
            wishes = tuple(self._wishes)
            self._wishes.clear()
        for wish in wishes:
            tell(wish.told, fault)

    def _check(self, proof: Proof, wish: _Wish) -> None:
        """A mistake of ours, or no memory left, is merely no copy; it comes out of the thread all the same."""
        fault: Fault | None = Fault.IO
        try:
            proof.check()
            fault = None
        except StorageError as error:
            fault = error.fault
        finally:
            self._tell_outcome(proof, wish, fault)

    def _tell_outcome(self, proof: Proof, wish: _Wish, fault: Fault | None) -> None:
        if fault in DAMAGE:
            self.damage = fault
        if fault is None:
            tell(self._on_proven, proof)
        with self._news:
            self._proof = None
            self._news.notify_all()
        tell(wish.told, fault)

    def close(self) -> None:
        """Ends what goes on; those who still wait are told that there is no copy."""
        with self._news:
            self._closed = True
            proof = self._proof
        if proof is not None:
            proof.interrupt()
        if self._aside is not None:
            self._aside.join()
        self.refuse(Fault.IO)
