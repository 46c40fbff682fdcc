"""The list of voters with its keys: a letter chooses, the key at a name finds it, figures go to the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from referatdesk.domain.codes import VoteChoice
from referatdesk.domain.meetings import Attendance
from referatdesk.i18n.catalogue import _
from referatdesk.ui.votes.voter_delegate import LETTERS, SIGN, SIGN_LEFT, SIGNS, VoterDelegate
from referatdesk.ui.votes.voter_list import VoterModel, VoterRole
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.words.codes import word

_TURNS = {VoteChoice.FOR: VoteChoice.AGAINST, VoteChoice.AGAINST: VoteChoice.ABSTAIN}
"""What a click on the letter makes of it; after abstaining comes for once more."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class VoterView(QListView):
    """`figure` carries a figure that was typed; `turned` -1 or +1, for what is voted on; `left_above` tells that an
    arrow leads out at the top.
    """

    figure = Signal(str)
    turned = Signal(int)
    left_above = Signal()

    def __init__(self, model: VoterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._voters = model
        self.setModel(model)
        self._delegate = VoterDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("voterList")
        self.setAccessibleName(_("Who votes what"))
        self.setAccessibleDescription(_("The key at a name finds it; F for, I against, U abstained, minus not present"))
        self.setProperty("look", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda place: self._menu().popup(self.viewport().mapToGlobal(place)))
        self.doubleClicked.connect(self._turn)

    def start(self) -> None:
        """At the first voter."""
        first = next((place for place, row in enumerate(self._voters.rows) if row.id), 0)
        self.setCurrentIndex(self._voters.index(first))

    def show_voters(self, people: Sequence[Attendance], choices: Mapping[str, VoteChoice]) -> None:
        """Others than before; who was chosen in the list still is, if there."""
        here = self.currentIndex().row()
        chosen = self._voters.rows[here].id if here >= 0 else ""
        self._voters.set_voters(people, choices)
        place = self._voters.place_of(chosen)
        if place is None:
            self.start()
        else:
            self.setCurrentIndex(self._voters.index(place))

    def choose(self, choice: VoteChoice) -> None:
        """For the voter or the party that is chosen."""
        here = self.currentIndex()
        if not here.isValid():
            return
        self._voters.choose(here.row(), choice)
        announce(self, str(here.data(Qt.ItemDataRole.AccessibleTextRole)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who is chosen stays in sight when the words below need more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in _PLAIN
        if plain and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.turned.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif plain and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif not plain or not event.text().strip() or not self._typed(event.text()):
            self._begin("")
            super().keyPressEvent(event)

    def _typed(self, sign: str) -> bool:
        letter, begun = sign.upper(), self._delegate.typed
        if begun:
            self._find(begun + sign.casefold())
        elif letter in LETTERS:
            self.choose(LETTERS[letter])
        elif sign.isdecimal():
            self.figure.emit(sign)
        elif sign.isalpha():
            self._find(sign.casefold())
        else:
            return False
        return True

    def _find(self, key: str) -> None:
        """The voter with the key, or what the next sign makes of it."""
        place = self._voters.place_of_key(key)
        if place is not None:
            self.setCurrentIndex(self._voters.index(place))
        self._begin(key if place is None and self._voters.begins_key(key) else "")

    def _begin(self, typed: str) -> None:
        self._delegate.typed = typed
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the letter turns it; anywhere else it only chooses the row."""
        index = self.indexAt(event.position().toPoint())
        on_sign = index.isValid() and SIGN_LEFT - 4 < event.position().x() < SIGN_LEFT + SIGN + 4
        if on_sign and event.button() == Qt.MouseButton.LeftButton and index.data(VoterRole.SHOWN).row.id:
            self._turn(index)
        super().mouseReleaseEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        if index.isValid():
            choice = self._voters.choice_at(index.row())
            self.setCurrentIndex(index)
            self.choose(_TURNS.get(choice, VoteChoice.FOR) if choice else VoteChoice.FOR)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice, sign in SIGNS.items():
            menu.addAction(f"{word(choice)}\t{sign}").triggered.connect(
                lambda _checked=False, chosen=choice: self.choose(chosen)
            )
        return menu
