"""The meeting played from its first act to its last, and what came of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from referatdesk.config.settings import Theme
from tests.faults.home import Home
from tests.live import prepared
from tests.live.acts import Act
from tests.live.board import BEGINS
from tests.live.clock import Clock
from tests.live.keyboard import Keyboard, Prose
from tests.live.looking import Seen, look, wait_until
from tests.live.program import Program
from tests.live.said import SAID
from tests.live.screen import Screen

PATIENCE_S = 8.0
A_LITTLE_INTO_THE_MINUTE = 0.1


@dataclass(slots=True)
class Done:
    act: Act
    seen: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Way:
    """How it is played: in which house style, in the time a meeting takes or not, in which colours."""

    style: str
    real: bool = False
    theme: Theme = Theme.LIGHT
    pictures: Path | None = None
    tell: Callable[[Done], None] | None = None


@dataclass(slots=True)
class Played:
    """`trouble` is what the program said or how it ended, where it should have said nothing."""

    archive: Path
    meeting_id: str
    done: list[Done] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def said(self) -> dict[str, str]:
        """By item: what was written of what was said there."""
        written = {stroke.text for one in self.done for stroke in one.act.strokes if isinstance(stroke, Prose)}
        return {title: text for title, text in SAID.items() if text in written}

    def seen(self) -> Seen:
        return look(self.archive, self.meeting_id)


def play(home: Home, way: Way, acts: Sequence[Act]) -> Played:
    """The home is lived in while this runs."""
    prepared.settle_on(way.theme)
    played = Played(home.archive, prepared.prepare(home.archive, way.style))
    clock = Clock(home.folder / "clock", BEGINS)
    clock.set_to(acts[0].minute)
    with Screen(home.folder / "screen") as screen:
        program = Program(screen, clock, home.archive, home.environment())
        try:
            _Player(screen, clock, program, way, played).play(acts)
        finally:
            program.take_away()
        if said := program.said():
            played.trouble.append(f"the program said {json.dumps(said[-400:])}")
    return played


class _Player:
    def __init__(self, screen: Screen, clock: Clock, program: Program, way: Way, played: Played) -> None:
        self._screen = screen
        self._clock = clock
        self._program = program
        self._way = way
        self._played = played
        self._keyboard = Keyboard(screen, program.wait_to_be_asked, human=way.real)

    def play(self, acts: Sequence[Act]) -> None:
        self._open_the_meeting()
        for number, act in enumerate(acts, 1):
            self._wait_for(act.minute + A_LITTLE_INTO_THE_MINUTE)
            self._program.take_keys()
            began = monotonic()
            self._keyboard.play(act.strokes)
            played = self._played
            seen = wait_until(played.archive, played.meeting_id, act.seen, PATIENCE_S)
            played.done.append(Done(act, seen, monotonic() - began))
            self._tell(played.done[-1])
            self._take_picture(number, act)
        self._leave()

    def _tell(self, done: Done) -> None:
        if self._way.tell is not None:
            self._way.tell(done)

    def _open_the_meeting(self) -> None:
        """The meeting stands below the next one, in the list of meetings."""
        self._keyboard.play(prepared.TO_THE_MEETING)

    def _wait_for(self, minute: float) -> None:
        if not self._way.real:
            self._clock.set_to(minute)
        elif (left := (minute - self._clock.minute) * 60) > 0:
            threading.Event().wait(left)

    def _take_picture(self, number: int, act: Act) -> None:
        if self._way.pictures is not None:
            name = f"{number:03}-{act.kind.name.lower()}-{self._way.theme}.png"
            self._screen.picture(self._way.pictures / name)

    def _leave(self) -> None:
        self._program.take_keys()
        self._screen.xdotool("key", "--clearmodifiers", "ctrl+q")
        code = self._program.ended()
        if code:
            self._played.trouble.append(f"the program ended with {code}")
