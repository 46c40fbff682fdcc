"""What every pane and command of the window works with: the open archive, the settings, asking and jobs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from referatdesk.domain.changes import Change
from referatdesk.domain.decisions import Decision
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.ask import Ask
from referatdesk.ui.jobs import Jobs
from referatdesk.ui.pictures import ShownPictures
from referatdesk.ui.preferences import Preferences


class Holder(Protocol):
    """Has what is lost when the archive is left. `ask` shows it and asks; `then` follows what was chosen."""

    @property
    def holds(self) -> bool: ...

    def ask(self, then: Callable[[], object]) -> None: ...


class Desk:
    """One window's surroundings while one archive is open."""

    def __init__(self, workspace: Workspace, preferences: Preferences, ask: Ask, jobs: Jobs) -> None:
        self.workspace = workspace
        self.preferences = preferences
        self.ask = ask
        self.jobs = jobs
        self.pictures = ShownPictures(workspace)
        self.refuse: Callable[[], None] = lambda: None
        """Says in passing that nothing is changed in an archive that is open to be read only."""
        self.say: Callable[[str], None] = lambda _words: None
        """Tells in passing what the user did not ask for in so many words."""
        self._settlers: list[Callable[[], object]] = []
        self._holders: list[Holder] = []

    def watch(self, owner: QObject, listener: Callable[[object], None]) -> None:
        """Tells the listener what happens in the archive for as long as its owner lives."""
        stop = self.workspace.subscribe(listener)
        owner.destroyed.connect(lambda *_gone: stop())

    def settle_with(self, owner: QObject, settler: Callable[[], object]) -> None:
        """Has the settler called before every action for as long as its owner lives."""
        self._settlers.append(settler)
        owner.destroyed.connect(lambda *_gone: self._settlers.remove(settler))

    def settle(self) -> None:
        """Hands unfinished typing to the archive."""
        for settler in tuple(self._settlers):
            settler()

    def hold_with(self, holder: Holder) -> None:
        """For as long as the archive is shown."""
        self._holders.append(holder)

    @property
    def holder(self) -> Holder | None:
        """Who has what would be lost, and is to ask before the archive is left."""
        self.settle()
        return next((one for one in self._holders if one.holds), None)

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether nobody has what would be lost; whoever has asks, and `then` follows what was chosen."""
        holder = self.holder
        if holder is not None:
            holder.ask(then)
        return holder is None

    def do(self, change: Change, origin: object | None = None) -> None:
        if any(isinstance(pair.after, Decision) for pair in change.pairs):
            change = self._with_taking_up(change)
        if change:
            self.workspace.apply(change, origin)

    def _with_taking_up(self, change: Change) -> Change:
        """What was put off and is decided after all lies no longer ready for the next meeting."""
        from referatdesk.services.course.taking_up import decided_after_all  # noqa: PLC0415 - at the first decision
        from referatdesk.ui.words.taken_up import taken_up_words  # noqa: PLC0415 - at the first decision

        taken = decided_after_all(self.workspace, change)
        if taken is None:
            return change
        self.say(taken_up_words(taken))
        return taken.change

    def attempt(self, act: Callable[[], None]) -> None:
        """Runs what was asked for, after unfinished typing; what the user can do something about is told to her."""
        try:
            self.settle()
            act()
        except UserError as error:
            if error.code == "archive.only_view":
                self.refuse()
            else:
                self.ask.tell(error)
