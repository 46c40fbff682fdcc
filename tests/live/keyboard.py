"""Real keys, pressed and counted."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tests.live.screen import Screen

QUICK_MS = 6
"""Between two characters, where nobody is imitated."""
HUMAN_MS = 150
"""A practised secretary writes some six or seven characters a second."""
BETWEEN_WORDS_S = (0.05, 0.5)


@dataclass(frozen=True, slots=True)
class Press:
    """One key, alone or with others held down: "ctrl+Next"."""

    key: str


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters that are part of a gesture: each of them is a key press of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """What has to be written anyway, in the house's own words; no gesture saves it."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The program asks something in a window of its own, which the keys after this answer."""


Stroke = Press | Letters | Prose | Asked


def presses(strokes: Sequence[Stroke]) -> int:
    return sum(_presses(stroke) for stroke in strokes)


def _presses(stroke: Stroke) -> int:
    match stroke:
        case Press():
            return 1
        case Letters(text):
            return len(text)
        case Prose() | Asked():
            return 0


class Keyboard:
    """As quick as the keys are taken, or in the rhythm of a person who writes."""

    def __init__(self, screen: Screen, wait_to_be_asked: Callable[[], None], human: bool) -> None:
        self._screen = screen
        self._wait_to_be_asked = wait_to_be_asked
        self._human = human
        self._chance = Random(1)  # noqa: S311 - any rhythm will do

    def play(self, strokes: Sequence[Stroke]) -> None:
        for stroke in strokes:
            match stroke:
                case Press(key):
                    self._screen.xdotool("key", "--clearmodifiers", key)
                case Letters(text):
                    self._type(text, HUMAN_MS if self._human else QUICK_MS)
                case Prose(text):
                    self._write(text)
                case Asked():
                    self._wait_to_be_asked()

    def _write(self, text: str) -> None:
        if not self._human:
            self._type(text, QUICK_MS)
            return
        for word in re.split("(?<= )", text):
            self._type(word, HUMAN_MS)
            threading.Event().wait(self._chance.uniform(*BETWEEN_WORDS_S))

    def _type(self, text: str, pause_ms: int) -> None:
        self._screen.xdotool("type", "--delay", str(pause_ms), text, patience=60 + len(text) * pause_ms / 500)
