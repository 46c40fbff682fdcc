"""A vote taken down over the item: all for, then the exceptions; the words stand below as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from referatdesk.domain.codes import VoteChoice, VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.voting import leading
from referatdesk.i18n.catalogue import _
from referatdesk.services import ballots, votes
from referatdesk.services.ballots import Ballot
from referatdesk.services.lookup import meeting_of, people_of
from referatdesk.services.wording.votes import Voted
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.votes.as_printed import AsPrinted
from referatdesk.ui.votes.candidates import Candidates
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.votes.question import Question
from referatdesk.ui.votes.tie_break import TieBreak
from referatdesk.ui.votes.typed_numbers import numbers_words, read_count
from referatdesk.ui.votes.voter_list import VoterModel, tally_words
from referatdesk.ui.votes.voter_view import VoterView
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.widgets.tab_order import put_in_order
from referatdesk.ui.words.codes import word

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

NUMBERS_WIDTH = 130


class VotePane(Cover):
    """One vote at a time; those that were written can be taken up again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(_("Vote"), window)
        self.setObjectName("votePane")
        self._vote_id: str | None = None
        self._model = VoterModel(self)
        self.written = PickField(_("Votes at this item"), [], self)
        self.question = Question([one.name for one in self._people()], self)
        self.voters = VoterView(self._model, self)
        self.candidates = Candidates(self)
        self.numbers = QLineEdit(self)
        self.sum = label("", self, kind="strong")
        self.tie = TieBreak(self)
        self.doubt = label("", self, tone="warn")
        self.printed = AsPrinted(self)
        self._build()
        self._take_up(None)
        self._connect()

    def _build(self) -> None:
        self.numbers.setFixedWidth(NUMBERS_WIDTH)
        self.numbers.setPlaceholderText(_("Numbers: 7-3-1"))
        self.numbers.setAccessibleName(_("Only numbers: for, against, abstained"))
        tally = QHBoxLayout()
        tally.setSpacing(SPACE.medium)
        tally.addWidget(self.numbers)
        tally.addWidget(self.sum, 1)
        box = QVBoxLayout()
        box.setSpacing(SPACE.hair)
        box.addWidget(self.written)
        for widget in (self.question, self.voters, self.candidates):
            box.addWidget(widget, 0 if widget is self.question else 1)
        box.addLayout(tally)
        for below in (self.tie, self.doubt, self.printed):
            box.addWidget(below)
        box.addWidget(self._buttons())
        self.set_content(box)

    def _buttons(self) -> FlowRow:
        row = FlowRow(self)
        self.write = button(_("Write it (Enter)"), self.enter, row, look="primary")
        self.without = button(_("Without a vote"), self._write_without, row)
        self.statement = button(_("Statement…"), self._enter_statement, row)
        self.again = button(_("Write the words again"), self._write_again, row)
        self.remove = button(_("Remove the vote"), self._remove, row, look="danger")
        for one in (self.write, self.without, self.statement, self.again, self.remove):
            row.add(one)
        return row

    def _connect(self) -> None:
        self._model.changed.connect(self._follow)
        self.question.changed.connect(self._turned)
        self.candidates.changed.connect(self._follow)
        self.candidates.rebuilt.connect(self._order_tabs)
        self.numbers.textChanged.connect(self._follow)
        self.tie.changed.connect(self._follow)
        self.voters.turned.connect(self.question.turn)
        self.voters.left_above.connect(self.question.about.setFocus)
        self.voters.figure.connect(self._type_number)
        self.written.changed.connect(lambda vote_id: self._take_up(str(vote_id) if vote_id else None))
        self.tie.rebuilt.connect(self._order_tabs)

    def _order_tabs(self) -> None:
        """Tab goes down through the pane, also through what was built just now."""
        question = (*self.question.chips.values(), self.question.about)
        tally = (*self.candidates.fields(), self.numbers, *self.tie.chips())
        acts = (self.write, self.without, self.statement, self.again, self.remove, self.close_button)
        put_in_order([self.written, *question, self.voters, *tally, *acts])

    def open(self) -> None:
        super().open()
        self._order_tabs()
        self._focus()
        announce(self, f"{self.title}. {self.sum.text()}")

    def _focus(self) -> None:
        if self.question.subject is VoteSubject.ELECTION:
            self.candidates.focus_first()
        elif self.numbers.text():
            self.numbers.setFocus()
        else:
            self.voters.setFocus()

    # What is voted

    def _people(self) -> list[Attendance]:
        records = self._desk.workspace
        return people_of(records, meeting_of(records, self.item_id).id)

    def _take_up(self, vote_id: str | None) -> None:
        """A vote that was written, or a new one with everybody for."""
        records = self._desk.workspace
        self._vote_id = vote_id
        every = ballots.all_for(records, self.item_id)
        ballot = ballots.ballot_of(records, vote_id) if vote_id else Ballot(choices=every)
        self._list_written()
        self.question.show_subject(ballot.subject, ballot.about or "")
        self.numbers.setText(numbers_words(ballot.count) if ballot.count else "")
        self.candidates.set_candidates(ballot.candidates, ballot.blank, [one.name for one in self._people()])
        self.tie.set_value(ballot.casting or ballot.lot)
        self._model.set_voters(self._people(), ballot.choices or every)
        self.voters.start()
        self._turned()

    def ballot(self) -> Ballot:
        subject, about = self.question.subject, self.question.about.text()
        decided = self.tie.value
        if subject is VoteSubject.ELECTION:
            lot = decided if isinstance(decided, str) else None
            known = self.candidates.candidates
            return Ballot(subject=subject, about=about, candidates=known, lot=lot, blank=self.candidates.blank_votes)
        count = read_count(self.numbers.text())
        ballot = Ballot(subject=subject, about=about, choices={} if count else self._model.choices, count=count)
        if not isinstance(decided, VoteChoice) or not self._chair_decides(ballot):
            return ballot
        return Ballot(subject=subject, about=about, choices=ballot.choices, count=count, casting=decided)

    def _chair_decides(self, ballot: Ballot) -> bool:
        return ballot.counted.is_tie and ballots.has_casting_vote(self._desk.workspace, self.item_id)

    def _type_number(self, figure: str) -> None:
        self.numbers.setFocus()
        self.numbers.setText(figure)

    # What is shown

    def _turned(self) -> None:
        """Another kind of vote has other fields."""
        is_election = self.question.subject is VoteSubject.ELECTION
        if is_election and self.voters.hasFocus():
            self.question.about.setFocus()
        self.set_note("" if is_election else _("F for · I against · U abstained · – away"))
        self.without.setVisible(self.question.subject is VoteSubject.MAIN and not self._known())
        self.candidates.setVisible(is_election)
        self.voters.setVisible(not is_election)
        self.numbers.setVisible(not is_election)
        self._follow()

    def _follow(self) -> None:
        """The sum, the words and what is doubtful, after every key."""
        ballot = self.ballot()
        self._offer_tie_break(ballot)
        ballot = self.ballot()
        known = ballots.previewed(self._desk.workspace, self.item_id, ballot)
        is_readable = not self.numbers.text() or ballot.count is not None or self.numbers.isHidden()
        words = ballots.words_of(self._desk.workspace, known) if is_readable else ""
        mark(self.numbers, wrong=not is_readable)
        self.sum.setText(self._sum(known) if is_readable else _("Numbers as 7-3-1: for, against, abstained"))
        self.printed.say(words)
        self.write.setEnabled(bool(words))
        doubts = ballots.contradictions(self._desk.workspace, self.item_id, ballot)
        self.doubt.setText(self._doubt(doubts[0]) if doubts and words else "")
        self.doubt.setVisible(bool(self.doubt.text()))

    def _offer_tie_break(self, ballot: Ballot) -> None:
        ahead = [one for one in leading(ballot.candidates) if one.votes]
        if ballot.subject is VoteSubject.ELECTION and len(ahead) > 1:
            self.tie.lot([one.name for one in ahead])
        elif ballot.subject is not VoteSubject.ELECTION and self._chair_decides(ballot):
            self.tie.chair()
        else:
            self.tie.nothing()

    def _sum(self, known: Voted) -> str:
        if known.vote.subject is VoteSubject.ELECTION:
            cast = sum(one.votes or 0 for one in known.candidates)
            return _("{count} votes for candidates").format(count=cast) if cast else ""
        result = word(known.vote.result) if known.vote.result else ""
        return " – ".join(part for part in (tally_words(known.count), result.lower()) if part)

    def _doubt(self, code: str) -> str:
        there = len(ballots.all_for(self._desk.workspace, self.item_id))
        words = {
            "more": _("More votes than the {count} who are there and have one"),
            "fewer": _("Fewer votes than the {count} who are there and have one"),
        }
        return words[code].format(count=there)

    def _list_written(self) -> None:
        records = self._desk.workspace
        known = self._known()
        rows: list[tuple[str, object]] = [(_("New vote"), "")]
        rows += [(f"{place}. {self._summary(one)}", one.id) for place, one in enumerate(known, 1)]
        self.written.set_choices(rows)
        self.written.set_value(self._vote_id or "")
        self.written.setVisible(bool(known))
        self.remove.setVisible(self._vote_id is not None)
        self.again.setVisible(self._vote_id is not None and not votes.is_linked(records, self._vote_id))

    def _known(self) -> list[Vote]:
        return votes.votes_of(self._desk.workspace, self.item_id)

    def _summary(self, vote: Vote) -> str:
        known = ballots.previewed(self._desk.workspace, self.item_id, ballots.ballot_of(self._desk.workspace, vote.id))
        about = f" ({vote.about})" if vote.about else ""
        return ": ".join(part for part in (f"{word(vote.subject)}{about}", self._sum(known)) if part)

    def shown_records_changed(self) -> None:
        """An undo may have taken away the vote that is corrected here."""
        if self._vote_id and self._desk.workspace.find(Vote, self._vote_id) is None:
            self._take_up(None)
        else:
            self._list_written()

    # What is done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.question.about.hasFocus() and self.voters.isVisible():
            self.voters.setFocus()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        if self.write.isEnabled():
            self._desk.attempt(self._write)

    def _write(self) -> None:
        records = self._desk.workspace
        words = self.printed.words
        self._desk.do(votes.write_vote(records, self.item_id, self.ballot(), self._vote_id))
        announce(self._window, words)
        self.has_written = True
        self.leave()

    def _write_without(self) -> None:
        self._desk.attempt(lambda: self._desk.do(votes.without_vote(self._desk.workspace, self.item_id)))
        self.has_written = True
        self.leave()

    def _write_again(self) -> None:
        vote_id = self._vote_id
        if vote_id is not None:
            self._desk.attempt(lambda: self._desk.do(votes.write_again(self._desk.workspace, vote_id)))

    def _remove(self) -> None:
        vote_id = self._vote_id
        if vote_id is not None:
            self._vote_id = None
            self._desk.attempt(lambda: self._desk.do(votes.remove_vote(self._desk.workspace, vote_id)))
            self._take_up(None)
            self._focus()

    def _enter_statement(self) -> None:
        self.leave()
        self._window.actions_by_id["votes.statement"].trigger()
