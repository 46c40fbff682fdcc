"""Bars above what a window shows: something that stays true for a while, in words, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.sign import Sign

SIGN = 20
Way = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """`strong` are the words that must be seen at a glance."""

    def __init__(self, strong: str, words: str, ways: Sequence[Way], sign: str, parent: QWidget) -> None:
        from referatdesk.ui.widgets.controls import button, label  # noqa: PLC0415 - most windows show no bar
        from referatdesk.ui.widgets.toast import MARKS  # noqa: PLC0415 - as above

        super().__init__(parent)
        self.setProperty("look", "toast")
        mark(self, tone=MARKS[sign])
        self.words = f"{strong}\n{words}"
        self.setAccessibleName(strong)
        self.setAccessibleDescription(words)
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE.large, SPACE.small, SPACE.medium, SPACE.small)
        box.setSpacing(SPACE.medium)
        picture = Sign(SIGN, self)
        picture.show_sign(sign, MARKS[sign])
        box.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        heading = label(strong, self, kind="strong")
        heading.setWordWrap(False)
        box.addWidget(heading)
        box.addWidget(label(words, self), 1)
        self.buttons = [button(way, act, self) for way, act in ways]
        for one in self.buttons:
            box.addWidget(one)


class Notices(QWidget):
    """One for each subject, the newest last; `content` fills the rest."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: dict[str, Notice] = {}
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE.small)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._box)
        page.addWidget(content, 1)

    def __getitem__(self, subject: str) -> Notice:
        return self._shown[subject]

    def __contains__(self, subject: str) -> bool:
        return subject in self._shown

    def show_notice(self, subject: str, strong: str, words: str, ways: Sequence[Way], sign: str = "info") -> None:
        """Nothing moves and nothing is said again where it says so already."""
        before = self._shown.get(subject)
        if before is not None and before.words == f"{strong}\n{words}":
            return
        self.drop(subject)
        notice = Notice(strong, words, ways, sign, self)
        self._shown[subject] = notice
        self._box.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, 0)
        self._box.addWidget(notice)
        from referatdesk.ui.widgets.announce import announce  # noqa: PLC0415 - as above

        announce(notice, notice.words)

    def drop(self, subject: str) -> None:
        gone = self._shown.pop(subject, None)
        if gone is not None:
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if not self._shown:
            self._box.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        for subject in tuple(self._shown):
            self.drop(subject)
