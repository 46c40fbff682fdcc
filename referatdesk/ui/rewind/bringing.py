"""The buttons that bring back what an item said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.services.rewind import recalling
from referatdesk.services.rewind.rewinding import Version
from referatdesk.ui.rewind.past_text import PastText
from referatdesk.ui.widgets.controls import button
from referatdesk.ui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class BringingBack(FlowRow):
    """Of the version that the text shows, at the caret in it. What would change nothing is grey."""

    def __init__(self, window: MainWindow, text: PastText, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._text = text
        self._version: Version | None
        self.sentence = button(_("Bring the sentence back (Enter)"), self.bring_sentence, self, look="primary")
        self.paragraph = button(_("Bring the paragraph back (Shift+Enter)"), self.bring_paragraph, self)
        self.whole = button(_("Bring it all back"), self.bring_all, self)
        self.copying = button(_("Copy"), self.copy, self)
        for one in (self.sentence, self.paragraph, self.whole, self.copying):
            self.add(one)
        self.forget()
        text.taken.connect(self.bring)
        text.moved.connect(self._offer)

    def forget(self) -> None:
        """There is no version to bring anything back from."""
        self._version = None
        for one in (self.sentence, self.paragraph, self.whole, self.copying):
            one.setEnabled(False)

    def show_version(self, version: Version, *, is_now: bool) -> None:
        self._version = None if is_now else version
        self.whole.setEnabled(not is_now)
        self.copying.setEnabled(True)
        self._offer()

    def bring(self, whole: bool) -> None:
        """The paragraph as a whole, or the sentence."""
        if whole:
            self.bring_paragraph()
        else:
            self.bring_sentence()

    def bring_sentence(self) -> None:
        self._bring(self._sentence, _("The sentence is back. Ctrl+Z takes it out again."))

    def bring_paragraph(self) -> None:
        self._bring(self._paragraph, _("The paragraph is back. Ctrl+Z takes it out again."))

    def bring_all(self) -> None:
        self._bring(self._whole, _("The item is as it was. Ctrl+Z takes that back."))

    def copy(self) -> None:
        """What is marked, or else the whole text as it was."""
        marked = self._text.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        QApplication.clipboard().setText(marked or self._text.words_then())
        self._window.toast(_("Copied."))

    def _offer(self) -> None:
        self.sentence.setEnabled(bool(self._sentence()))
        self.paragraph.setEnabled(bool(self._paragraph()))

    def _sentence(self) -> Change | None:
        version, place = self._version, self._text.place()
        if version is None or place is None:
            return None
        records = self._window.desk.workspace
        return recalling.bring_sentence(records, version.text, place.section_id, place.block.id, place.offset)

    def _paragraph(self) -> Change | None:
        version, place = self._version, self._text.place()
        if version is None or place is None:
            return None
        return recalling.bring_block(self._window.desk.workspace, version.text, place.section_id, place.block.id)

    def _whole(self) -> Change | None:
        version = self._version
        return None if version is None else recalling.bring_all(self._window.desk.workspace, version)

    def _bring(self, change: Callable[[], Change | None], words: str) -> None:
        def act() -> None:
            made = change()
            if made:
                self._window.desk.do(made)
                self._window.toast(words)

        self._window.desk.attempt(act)
