"""Reading aloud on the large screen, and the minutes alone."""

from __future__ import annotations

from referatdesk.i18n.catalogue import _
from referatdesk.services.aloud import reading_aloud
from referatdesk.ui.aloud.focus import FocusMode
from referatdesk.ui.aloud.screen import ReadingScreen, other_screen
from referatdesk.ui.clock import now_text
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.words.clock import clock_words


class AloudCommands(Commands):
    def screen(self) -> None:
        """Opens the large screen, and closes it again."""
        shown = self._shown()
        if shown is not None:
            shown.close()
        else:
            ReadingScreen(self.window, other_screen(self.window)).open()

    def is_open(self) -> bool:
        return self._shown() is not None

    def stamp(self) -> None:
        """The decision of the item was read aloud now, as it stands."""
        change = reading_aloud.stamp(self.workspace, self.item_id, now_text())
        self.desk.do(change)
        if reading_aloud.decided_section(self.workspace, self.item_id) is None:
            self.window.toast(_("There is no decision to read aloud yet."))
        else:
            time = clock_words(now_text())
            self.window.toast(_("Read aloud at {time}. It is marked if it is changed after this.").format(time=time))

    def points(self) -> None:
        shown = self._shown()
        if shown is not None:
            shown.show_points(not shown.shows_points)

    def shows_points(self) -> bool:
        shown = self._shown()
        return shown is not None and shown.shows_points

    def show_closed(self) -> None:
        """What a closed item says is shown to the room only after a clear yes."""
        shown = self._shown()
        if shown is None or shown.slide is None or not shown.slide.is_hidden:
            self.window.toast(_("The large screen hides nothing now."))
            return
        question = _("Show the closed item on the large screen?")
        detail = _("Everybody who sees that screen can read its title and its decision, until you go to another item.")
        shown.ask.confirm(question, detail, _("Show it"), shown.open_up, dangerous=True)

    def page(self) -> None:
        self._turn(1)

    def page_back(self) -> None:
        self._turn(-1)

    def focus(self) -> None:
        """Only the minutes, and back."""
        FocusMode.of(self.window).toggle()

    def is_focused(self) -> bool:
        return FocusMode.of(self.window).is_on

    def _turn(self, by: int) -> None:
        shown = self._shown()
        if shown is not None:
            shown.text.turn(by)

    def _shown(self) -> ReadingScreen | None:
        return next((one for one in self.view.findChildren(ReadingScreen) if one.isVisible()), None)
