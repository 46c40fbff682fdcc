"""A vote taken down over the item: all for, then the exceptions; the words stand below as they will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from referatdesk.domain.codes import VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.domain.meetings import Attendance
from referatdesk.i18n.catalogue import _
from referatdesk.services.lookup import meeting_of, people_of
from referatdesk.services.vote import ballots, votes
from referatdesk.services.vote.ballots import Ballot
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.votes.as_printed import AsPrinted
from referatdesk.ui.votes.candidates import Candidates
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.votes.draft import Draft, Drafts, Sheet
from referatdesk.ui.votes.question import Question
from referatdesk.ui.votes.tie_break import TieBreak
from referatdesk.ui.votes.typed_numbers import NumbersLine
from referatdesk.ui.votes.voter_list import VoterModel
from referatdesk.ui.votes.voter_view import VoterView
from referatdesk.ui.votes.words import doubt_words, sum_words, summary
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.widgets.tab_order import put_in_order

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class VotePane(Cover):
    """One vote at a time; those that were written can be taken up again.

    What is not written goes to the drafts, and stands here again when the pane comes back; `put_by` tells that it was
    left so.
    """

    put_by = Signal()

    def __init__(self, window: MainWindow, drafts: Drafts) -> None:
        super().__init__(_("Vote"), window)
        self.setObjectName("votePane")
        self._meeting_id = meeting_of(self._desk.workspace, self.item_id).id
        self._sheet = Sheet(drafts, self._meeting_id, self.item_id)
        self._chair_decides = ballots.has_casting_vote(self._desk.workspace, self.item_id)
        self._model = VoterModel(self)
        self.written = PickField(_("Votes at this item"), [], self)
        self.question = Question([one.name for one in self._people()], self)
        self.voters = VoterView(self._model, self)
        self.candidates = Candidates(self)
        self.numbers = NumbersLine(self)
        self.sum = label("", self, kind="strong")
        self.tie = TieBreak(self)
        self.doubt = label("", self, tone="warn")
        self.printed = AsPrinted(self)
        self._build()
        self.take_up(drafts.last_at(self.item_id))
        self._connect()

    def _build(self) -> None:
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
        self.without = button(_("Without a vote"), lambda: self._desk.attempt(self._write_without), row)
        self.statement = button(_("Statement…"), self._enter_statement, row)
        self.again = button(_("Write the words again"), self._write_again, row)
        self.drop = button(_("Begin again"), self._drop, row)
        self.remove = button(_("Remove the vote"), self._remove, row, look="danger")
        for one in self._acts():
            row.add(one)
        return row

    def _acts(self) -> tuple[QPushButton, ...]:
        return self.write, self.without, self.statement, self.drop, self.again, self.remove

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
        self.written.changed.connect(lambda vote_id: self.take_up(str(vote_id) if vote_id else None))
        self.tie.rebuilt.connect(self._order_tabs)
        self._desk.settle_with(self, self._put_by)

    def _order_tabs(self) -> None:
        """Tab goes down through the pane, also through what was built just now."""
        question = (*self.question.chips.values(), self.question.about)
        tally = (*self.candidates.fields(), self.numbers, *self.tie.chips())
        put_in_order([self.written, *question, self.voters, *tally, *self._acts(), self.close_button])

    def open(self) -> None:
        super().open()
        self._order_tabs()
        self._focus()
        announce(self, ". ".join(part for part in (self.title, self.question.about.text(), self.sum.text()) if part))

    def _focus(self) -> None:
        if self.question.subject is VoteSubject.ELECTION:
            self.candidates.focus_first()
        elif self.numbers.text():
            self.numbers.setFocus()
        else:
            self.voters.setFocus()

    # What is voted

    def _people(self) -> list[Attendance]:
        return people_of(self._desk.workspace, self._meeting_id)

    def take_up(self, vote_id: str | None) -> None:
        """A vote that was written, or a new one; as it was left, if it was left unwritten."""
        self._put_by()
        draft = self._sheet.take_up(self._desk.workspace, vote_id)
        self._list_written()
        self._show(draft)
        self.voters.start()

    def _show(self, draft: Draft) -> None:
        self.question.show_subject(draft.subject, draft.about)
        self.numbers.setText(draft.numbers)
        self.candidates.set_candidates(draft.candidates, draft.blank, [one.name for one in self._people()])
        self.tie.set_value(draft.decided)
        self._model.set_voters(self._people(), draft.choices)
        self._follow_people()
        self._turned()

    def _draft(self) -> Draft:
        return Draft(
            subject=self.question.subject,
            about=self.question.about.text(),
            choices=self._model.choices,
            numbers=self.numbers.text(),
            candidates=self.candidates.candidates,
            blank=self.candidates.blank_votes,
            decided=self.tie.value,
        )

    def _put_by(self) -> bool:
        return self._sheet.put_by(self._draft())

    def _follow_people(self) -> None:
        """Who comes to the item meanwhile votes as proposed, and who goes has no vote; one that was written stays."""
        every = ballots.proposed(self._desk.workspace, self.item_id).choices
        chosen, begun = self._model.choices, self._sheet.begun
        if self._sheet.vote_id is None and begun is not None and every.keys() != chosen.keys():
            self._sheet.begun = replace(begun, choices=every)
            self.voters.show_voters(self._people(), {one: chosen.get(one, choice) for one, choice in every.items()})

    def ballot(self) -> Ballot:
        return self._draft().ballot(chair_decides=self._chair_decides)

    def _type_number(self, figure: str) -> None:
        self.numbers.setFocus()
        self.numbers.setText(figure)

    # What is shown

    def _turned(self) -> None:
        """Another kind of vote has other fields."""
        records = self._desk.workspace
        is_election = self.question.subject is VoteSubject.ELECTION
        if is_election and (self.voters.hasFocus() or self.numbers.hasFocus()):
            self.question.about.setFocus()
        self.set_note("" if is_election else _("F for · I against · U abstained · – away"))
        is_main, is_open = self.question.subject is VoteSubject.MAIN, ballots.is_open(records, self.item_id)
        self.without.setVisible(is_main and is_open and not self._known())
        self.candidates.setVisible(is_election)
        self.voters.setVisible(not is_election)
        self.numbers.setVisible(not is_election)
        self._follow()

    def _follow(self) -> None:
        """The sum, the words and what is doubtful, after every key."""
        ballot = self.ballot()
        self.tie.offer(ballot.candidates, chair=self._chair_decides and ballot.counted.is_tie)
        ballot = self.ballot()
        known = ballots.previewed(self._desk.workspace, self.item_id, ballot)
        is_readable, unclear = self._draft().is_readable, self.candidates.unclear
        words = ballots.words_of(self._desk.workspace, known) if is_readable and not unclear else ""
        mark(self.numbers, wrong=not is_readable)
        self.sum.setText(sum_words(known) if is_readable else _("Numbers as 7-3-1: for, against, abstained"))
        self.printed.say(words)
        self.write.setEnabled(bool(words))
        self.drop.setVisible(self._draft() != self._sheet.begun)
        self.doubt.setText(doubt_words(self._desk.workspace, self.item_id, ballot) if words else unclear)
        self.doubt.setVisible(bool(self.doubt.text()))

    def _list_written(self) -> None:
        records, known = self._desk.workspace, self._known()
        rows: list[tuple[str, object]] = [(_("New vote"), "")]
        rows += [(f"{place}. {summary(records, one)}", one.id) for place, one in enumerate(known, 1)]
        self.written.set_choices(rows)
        self.written.set_value(self._sheet.vote_id or "")
        self.written.setVisible(bool(known))
        self.remove.setVisible(self._sheet.vote_id is not None)
        self.again.setVisible(self._sheet.vote_id is not None and not votes.is_linked(records, self._sheet.vote_id))

    def _known(self) -> list[Vote]:
        return votes.votes_of(self._desk.workspace, self.item_id)

    def shown_records_changed(self) -> None:
        """An undo may have taken away the vote that is corrected here, and somebody may have come or gone."""
        if self._sheet.vote_id and self._desk.workspace.find(Vote, self._sheet.vote_id) is None:
            self.take_up(self._sheet.vote_id)
        elif (fresh := self._sheet.renewed(self._desk.workspace, self._draft())) is not None:
            self._show(fresh)
        else:
            self._follow_people()
            self._list_written()
            self._follow()

    # What is done

    def leave(self) -> None:
        is_kept = self._sheet.end(self._draft())
        super().leave()
        if is_kept:
            self.put_by.emit()

    def leave_without(self) -> None:
        """What was counted is forgotten."""
        self._sheet.forget()
        self.leave()

    def _drop(self) -> None:
        if self._sheet.begun is not None:
            self._show(self._sheet.begun)
            self.voters.start()
            self._focus()
            announce(self, self.sum.text())

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
        self._desk.do(votes.write_vote(records, self.item_id, self.ballot(), self._sheet.vote_id))
        announce(self._window, words)
        self.has_written = True
        self.leave_without()

    def _write_without(self) -> None:
        self._desk.do(votes.without_vote(self._desk.workspace, self.item_id))
        self.has_written = True
        self.leave_without()

    def _write_again(self) -> None:
        vote_id = self._sheet.vote_id
        if vote_id is not None:
            self._desk.attempt(lambda: self._desk.do(votes.write_again(self._desk.workspace, vote_id)))

    def _remove(self) -> None:
        vote_id = self._sheet.vote_id
        if vote_id is not None:
            self._sheet.forget()
            self._desk.attempt(lambda: self._desk.do(votes.remove_vote(self._desk.workspace, vote_id)))
            self.take_up(None)
            self._focus()

    def _enter_statement(self) -> None:
        self.leave()
        self._window.actions_by_id["votes.statement"].trigger()
