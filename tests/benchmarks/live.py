"""While a meeting runs, with 500 items and 60 people: the cost of a key, the longest stretch, and what is on the disk.

Stretches are CPU time of the GUI thread between two waits of its event loop, beside those of a window in which nothing
happens.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk import app as program
from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.services.archive.events import Applied, Durable, Event
from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.main_window import MainWindow
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.warm_up import warm_up
from tests.benchmarks import material
from tests.benchmarks.keys import bare_twin, in_turns
from tests.benchmarks.report import Ratio, p95, ratio_of

ITEMS, PEOPLE = 500, 60
ROUNDS, TIMES = 5, 5
GOAL, LONGEST_MS, PROMISE_MS = 1.4, 50.0, 1500.0
WORDS = "Rådet drøftede den fælles vagtordning og ønskede en ny opgørrelse af køretiderne. "
"""One of them is misspelt."""
TOO_LONG_MS = 60.0
KEY_EVERY_MS = 30
KEYS_TO_THE_DISK = 250


class Watchdog(QObject):
    """The stretches of work between two waits of the event loop, in CPU milliseconds of its thread."""

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[float] = []
        self._since = time.thread_time()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._waits, Qt.ConnectionType.DirectConnection)

    def _waits(self) -> None:
        """Waiting costs nothing: all since the last wait was work."""
        now = time.thread_time()
        self.stretches.append((now - self._since) * 1000)
        self._since = now

    def longest(self, act: Callable[[], None], wait_ms: int) -> float:
        """The longest stretch while the act is done and for a while after it."""
        self.stretches.clear()
        QTimer.singleShot(0, act)
        let_run(wait_ms)
        return max(self.stretches, default=0.0)


class Meeting:
    """A meeting that runs, in a real window, and what is done in it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._letters = cycle(WORDS)

    def trigger(self, action_id: str) -> None:
        self.window.actions_by_id[action_id].trigger()

    def key(self) -> None:
        widget = self.window.view.item.decision.editor
        if not widget.hasFocus():
            widget.setFocus()
        QTest.keyClick(widget, next(self._letters))

    def next_item(self) -> None:
        self.trigger("course.go_on")

    def presence(self) -> None:
        self.trigger("people.find")
        finder = self.window.view.attendance.finder
        QTest.keyClick(finder, "s")
        QTest.keyClick(finder, Qt.Key.Key_Return)

    def approve_all(self) -> None:
        self.trigger("decisions.approve_all")

    def vote(self) -> None:
        self.trigger("votes.vote")

    def write_vote(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def palette(self) -> None:
        self.trigger("palette.open")

    def escape(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    def rewind(self) -> None:
        self.trigger("rewind.item")

    def settle(self) -> None:
        self.window.desk.settle()


def measure() -> Iterator[Ratio]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "live.referatdesk"
        meeting_id = material.archive(path, meetings=3, items=ITEMS, words=12, people=PEOPLE)
        if QApplication.instance() is None:
            program.application(Settings())
        workspace = Workspace.open(path, program.Post())
        preferences = Preferences(SettingsFile(Path(folder) / "settings.json"), Settings())
        window = MainWindow(workspace, preferences, lambda _path, _make: workspace)
        window.show()
        gc.freeze()  # as the program does after its first paint
        window.open_meeting(meeting_id)
        warm_up()
        meeting = Meeting(window)
        meeting.trigger("people.all_present")
        meeting.next_item()
        let_run(3000)
        editor = window.view.item.decision.editor
        yield _repaint(meeting, bare_twin(editor))
        yield from _stretches(meeting)
        yield from _durable(meeting, workspace)
        window.close()


def _repaint(meeting: Meeting, bare: object) -> Ratio:
    editor = meeting.window.view.item.decision.editor
    in_turns(bare, editor)
    rounds = [in_turns(bare, editor) for _ in range(ROUNDS)]
    theirs, ours = [p95(one) for one, _ in rounds], [p95(other) for _, other in rounds]
    bare.close()
    meeting.window.activateWindow()
    let_run(500)
    return ratio_of("live: key to the repaint (p95), bare QTextEdit", ours, theirs, GOAL)


def _stretches(meeting: Meeting) -> Iterator[Ratio]:
    """Each act several times; what opens something is followed by what closes it, which is measured with it."""
    watchdog = Watchdog()
    acts: dict[str, tuple[Callable[[], None], ...]] = {
        "nothing (the control)": (lambda: None,),
        "typing": (meeting.key,) * 60,
        "next item": (meeting.next_item,),
        "somebody in or out": (meeting.presence,),
        "all points approved": (meeting.approve_all,),
        "a vote opened and written": (meeting.vote, meeting.write_vote),
        "the palette": (meeting.palette, meeting.escape),
        "the past of an item": (meeting.rewind, meeting.rewind),
        "misspelt words marked": (*(meeting.key,) * len(WORDS), lambda: let_run(1500)),
        "autosave": (meeting.key, meeting.settle),
    }
    seen = watchdog.longest(_work_on, 200)
    assert seen >= TOO_LONG_MS, "the watchdog is blind"
    yield Ratio("live: longest stretch, one made too long on purpose", seen, None, "(ms of CPU)")
    for name, steps in acts.items():
        longest = [watchdog.longest(step, KEY_EVERY_MS if step == meeting.key else 400) for step in steps * TIMES]
        yield Ratio(f"live: longest stretch, {name}", max(longest), LONGEST_MS, f"(ms of CPU, n={len(longest)})")


def _work_on() -> None:
    until = time.thread_time() + TOO_LONG_MS / 1000
    while time.thread_time() < until:
        continue


def _durable(meeting: Meeting, workspace: Workspace) -> Iterator[Ratio]:
    """From each key of steady typing until what it wrote is told to be on the disk."""
    waits: list[float] = []
    pressed: list[float] = []
    handed_on: list[float] = []

    def heard(event: Event) -> None:
        if isinstance(event, Applied):
            handed_on.extend(pressed)
            pressed.clear()
        elif isinstance(event, Durable) and not workspace.unsaved:
            waits.extend((time.monotonic() - moment) * 1000 for moment in handed_on)
            handed_on.clear()

    stop = workspace.subscribe(heard)
    for _number in range(KEYS_TO_THE_DISK):
        pressed.append(time.monotonic())
        meeting.key()
        let_run(KEY_EVERY_MS)
    let_run(int(PROMISE_MS))
    stop()
    assert not pressed, "keys that were never handed on"
    assert not handed_on, "keys that never came to the disk"
    for name, worst in (("every key", max(waits)), ("95 of 100 keys", p95(waits))):
        detail = f"({worst:.0f} ms of {PROMISE_MS:.0f}, n={len(waits)})"
        yield Ratio(f"live: until {name} is on the disk", worst / PROMISE_MS, 1.0, detail)


def let_run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
