"""A vote taken down over the item: by keys and by mouse, with the words as they will be printed."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import Outcome, VoteChoice, VoteForm, VoteResult, VoteSubject
from referatdesk.domain.decisions import Vote, VoteCast
from referatdesk.domain.meetings import Attendance
from referatdesk.services.decision.decisions import own_decision
from referatdesk.services.vote import votes
from referatdesk.ui.panes.points import point_rows
from referatdesk.ui.votes.pane import VotePane
from referatdesk.ui.votes.voter_delegate import SIGN_LEFT
from referatdesk.ui.votes.voter_list import VoterModel, VoterRole
from referatdesk.ui.votes.voter_view import VoterView
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle
from tests.ui.window.test_window import SMALLEST, cut_off, spoken

Key = Qt.Key


def press(*keys):
    for key in keys:
        widget = QApplication.focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        elif isinstance(key, tuple):
            QTest.keyClick(widget, key[1], key[0])
        else:
            QTest.keyClick(widget, key)
        settle()


def open_pane(window):
    press((Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Key.Key_A))
    return pane_of(window)


def pane_of(window):
    return next((one for one in window.view.item.findChildren(VotePane) if one.isVisible()), None)


def decision_text(window):
    records, item_id = window.desk.workspace, window.view.item.item_id
    decision = own_decision(records, item_id)
    section = records.text(item_id).section(decision.section_id) if decision else None
    return [block.text for block in section.blocks] if section else []


def written(window):
    return votes.votes_of(window.desk.workspace, window.view.item.item_id)


def house_form(window, form):
    for style in window.desk.workspace.all(HouseStyle):
        window.desk.do(Change("style.edit", altered([(style, replace(style, vote_form=form))])))


def test_all_for_is_written_by_two_keys(voting):
    before = len(voting.desk.workspace.undo_steps)
    open_pane(voting)
    press(Key.Key_Return)
    assert decision_text(voting) == ["Enstemmigt godkendt."]
    assert pane_of(voting) is None
    assert len(voting.desk.workspace.undo_steps) == before + 1
    assert voting.view.item.decision.editor.hasFocus()
    assert voting.view.item.decision.editor.toPlainText() == "Enstemmigt godkendt."


def test_exceptions_are_letters_at_names_that_their_keys_find(voting):
    house_form(voting, VoteForm.NAMES)
    pane = open_pane(voting)
    assert pane.sum.text() == "4 for – carried"
    press("s", "i", "p", "u")
    assert pane.sum.text() == "2 for · 1 against · 1 abstained – carried"
    shown = "For stemte Merete Aaby og Ida Vester. Imod stemte Sanne Brix. Palle Nørre undlod at stemme."
    assert pane.printed.words == shown
    press(Key.Key_Return)
    assert decision_text(voting)[-1] == shown
    casts = {one.choice for one in voting.desk.workspace.all(VoteCast)}
    assert casts == {VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAIN}


def test_a_key_finds_the_same_voter_wherever_the_list_stands_and_what_is_nobodys_key_none(voting):
    pane = open_pane(voting)
    keys = {row.name: row.key for row in pane._model.rows if row.id}
    assert keys == {"Merete Aaby": "m", "Palle Nørre": "p", "Sanne Brix": "s", "Ida Vester": "v"}
    for before in ("m", "p", "s"):
        press(before, "v")
        assert pane.voters.currentIndex().data() == "Ida Vester"
    press("z")
    assert pane.voters.currentIndex().data() == "Ida Vester"
    assert pane.voters.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Key V"
    badges = {row.name: row.badge for row in voting.view.attendance._model.rows}
    assert all(badges[name] == key for name, key in keys.items())


def test_keys_of_two_signs_find_people_where_there_are_many(qtbot):
    people = [Attendance(id=str(number), meeting_id="m", name=f"Merete {number}", sort=number) for number in range(31)]
    model = VoterModel()
    view = VoterView(model, None)
    qtbot.addWidget(view)
    model.set_voters(people, dict.fromkeys((one.id for one in people), VoteChoice.FOR))
    assert [row.key for row in model.rows][-2:] == ["qe", "qf"]
    QTest.keyClicks(view, "qf")
    assert view.currentIndex().row() == 30
    QTest.keyClicks(view, "i")
    assert model.choices["30"] is VoteChoice.AGAINST
    QTest.keyClicks(view, "qz")
    assert view.currentIndex().row() == 30
    QTest.keyClicks(view, "m")
    assert view.currentIndex().row() == 0


def test_who_is_chosen_stays_in_sight_in_a_lower_window(voting):
    pane = open_pane(voting)
    press(Key.Key_End)
    voting.resize(*SMALLEST)
    settle()
    here = pane.voters.visualRect(pane.voters.currentIndex())
    assert pane.voters.viewport().rect().contains(here)


def test_a_party_is_turned_as_one_and_its_heading_says_how_it_stands(voting):
    pane = open_pane(voting)
    press(Key.Key_Home, "i")
    heading = pane.voters.currentIndex()
    assert heading.data(VoterRole.SHOWN).row.name == "A"
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "A: Against"
    assert pane.printed.words == (
        "2 stemte for (Sanne Brix og Ida Vester), og 2 stemte imod (Merete Aaby og Palle Nørre). "
        "Forslaget bortfaldt på grund af stemmelighed."
    )
    press(Key.Key_Down, "-")
    assert heading.data(VoterRole.SHOWN).tally == "1 against · 1 not present"
    assert (
        pane.printed.words
        == "2 stemte for, 1 stemte imod (Palle Nørre), og 1 deltog ikke i afstemningen (Merete Aaby)."
    )


def test_figures_go_to_the_numbers(voting):
    pane = open_pane(voting)
    press("3", "-1-2")
    assert pane.numbers.text() == "3-1-2"
    assert pane.printed.words == "3 stemte for, 1 stemte imod, og 2 undlod at stemme."
    assert pane.doubt.text() == "More votes than the 4 who are there and have one"
    press(Key.Key_Return)
    (vote,) = written(voting)
    assert (vote.votes_for, vote.votes_against, vote.abstentions) == (3, 1, 2)
    assert not [one for one in voting.desk.workspace.all(VoteCast) if one.vote_id == vote.id]


def test_numbers_that_cannot_be_read_write_nothing(voting):
    pane = open_pane(voting)
    press("3", "x")
    assert not pane.write.isEnabled()
    assert pane.printed.words == ""
    press(Key.Key_Return)
    assert written(voting) == []
    press(Key.Key_Backspace)
    assert pane.write.isEnabled()


def test_arrows_turn_to_an_amendment_which_comes_before_the_matter(voting):
    pane = open_pane(voting)
    press(Key.Key_Right, Key.Key_Up, Key.Key_Up)
    assert pane.question.subject is VoteSubject.AMENDMENT
    assert pane.question.about.hasFocus()
    press("Sanne Brix", Key.Key_Down)
    pane.question.about.completer().popup().hide()
    press(Key.Key_Down)
    assert pane.voters.hasFocus()
    press(Key.Key_Return)
    open_pane(voting)
    press("s", "i", Key.Key_Return)
    assert [one.subject for one in written(voting)] == [VoteSubject.AMENDMENT, VoteSubject.MAIN]
    assert decision_text(voting)[-2:] == [
        "Ændringsforslag fra Sanne Brix: Enstemmigt vedtaget.",
        "3 stemte for, og 1 stemte imod (Sanne Brix).",
    ]


def test_the_chair_decides_a_tie_where_the_board_is_of_such_a_kind(voting):
    pane = open_pane(voting)
    press("s", "i", Key.Key_Down, "i")
    assert pane.sum.text() == "2 for · 2 against – tie, lapsed"
    assert not pane.tie.isVisible()
    press(Key.Key_Escape)
    for board in voting.desk.workspace.all(Board):
        voting.desk.do(Change("board.edit", altered([(board, replace(board, kind="advisory_council"))])))
    pane = open_pane(voting)
    press("s", "i", Key.Key_Down, "i")
    assert pane.tie.isVisible()
    pane.tie.chips()[0].click()
    assert pane.sum.text() == "2 for · 2 against – carried"
    press(Key.Key_Return)
    assert written(voting)[0].result is VoteResult.CARRIED


def test_escape_writes_nothing_and_leaves_the_keyboard_where_it_was(voting):
    voting.view.item.focus_minutes()
    before = len(voting.desk.workspace.undo_steps)
    open_pane(voting)
    press("s", "i", Key.Key_Escape)
    assert pane_of(voting) is None
    assert len(voting.desk.workspace.undo_steps) == before
    assert voting.view.editor_in_focus() is not None


def test_the_pane_goes_with_its_item_and_with_the_work_below(voting):
    open_pane(voting)
    voting.view.agenda.choose(voting.view.agenda.item_ids[2])
    settle()
    assert pane_of(voting) is None
    voting.view.item.focus_decision()
    open_pane(voting)
    voting.view.item.focus_decision()
    settle()
    assert pane_of(voting) is None
    assert written(voting) == []


def toast(window):
    return window.findChild(Toast).words


def test_the_points_go_with_a_vote_on_the_whole_until_one_of_them_is_decided_otherwise(voting):
    assert states(voting) == {None}
    open_pane(voting)
    press(Key.Key_Return)
    assert states(voting) == {Outcome.APPROVED}
    rows = point_rows(voting.desk.workspace, voting.view.item.item_id)
    voting.view.item.decision.points.settled.emit(rows[0].id, Outcome.POSTPONED)
    assert [row.outcome for row in point_rows(voting.desk.workspace, voting.view.item.item_id)] == [
        Outcome.POSTPONED,
        *[Outcome.APPROVED] * (len(rows) - 1),
    ]
    voting.desk.workspace.undo()
    voting.desk.workspace.undo()
    assert states(voting) == {None}


def test_a_vote_goes_with_the_points_that_were_decided_before_it(voting):
    rows = point_rows(voting.desk.workspace, voting.view.item.item_id)
    voting.view.item.decision.points.settled.emit(rows[0].id, Outcome.POSTPONED)
    pane = open_pane(voting)
    assert pane.question.about.text() == "indstillingens punkt 2 og 3"
    assert pane.doubt.text() == ""
    assert not pane.without.isVisible()
    pane.question.about.clear()
    assert pane.printed.words == "Enstemmigt godkendt."
    assert pane.doubt.text() == "The decision says otherwise of the recommendation"


def test_what_is_proposed_follows_the_points_until_something_is_counted(voting):
    pane = open_pane(voting)
    rows = point_rows(voting.desk.workspace, voting.view.item.item_id)
    settled = voting.view.item.decision.points.settled
    settled.emit(rows[0].id, Outcome.POSTPONED)
    assert pane.printed.words == "Indstillingens punkt 2 og 3: Enstemmigt godkendt."
    assert not pane.drop.isVisible()
    pane.voters.setFocus()
    press("s", "i")
    settled.emit(rows[1].id, Outcome.POSTPONED)
    assert pane.question.about.text() == "indstillingens punkt 2 og 3"
    assert pane.sum.text() == "3 for · 1 against – carried"


def states(window):
    return {row.outcome for row in point_rows(window.desk.workspace, window.view.item.item_id)}


def test_a_count_that_is_not_written_is_kept_and_said(voting):
    pane = open_pane(voting)
    press("s", "i", "m", "u")
    first, other = voting.view.item.item_id, voting.view.agenda.item_ids[2]
    voting.view.agenda.choose(other)
    settle()
    assert toast(voting) == "The vote is not written. It waits at the item: Ctrl+Shift+A takes it up again."
    pane = open_pane(voting)
    assert pane.sum.text() == "4 for – carried"
    press(Key.Key_Escape)
    voting.view.agenda.choose(first)
    voting.view.item.focus_decision()
    pane = open_pane(voting)
    assert pane.sum.text() == "2 for · 1 against · 1 abstained – carried"
    press(Key.Key_Return)
    assert decision_text(voting)[-1] == "2 stemte for, 1 stemte imod (Sanne Brix), og 1 undlod at stemme (Merete Aaby)."
    assert open_pane(voting).sum.text() == "4 for – carried"


def test_numbers_and_candidates_are_kept_as_they_were_typed(voting):
    open_pane(voting)
    press("3", "-x", Key.Key_Escape)
    pane = open_pane(voting)
    assert pane.numbers.text() == "3-x"
    pane.question.turn(-1)
    press("formand")
    pane.candidates.focus_first()
    press("Ida Vester", Key.Key_Tab, "2", Key.Key_Tab, "Palle Nørre", Key.Key_Tab, "2")
    pane.tie.chips()[1].click()
    press(Key.Key_Escape)
    told = "Ida Vester og Palle Nørre fik hver 2 stemmer. Ved lodtrækning blev Palle Nørre valgt til formand."
    assert open_pane(voting).printed.words == told


def test_a_count_is_dropped_on_purpose(voting):
    pane = open_pane(voting)
    assert not pane.drop.isVisible()
    press("s", "i")
    assert pane.drop.isVisible()
    pane.drop.click()
    settle()
    assert pane.sum.text() == "4 for – carried"
    assert pane.voters.hasFocus()
    press(Key.Key_Escape)
    assert open_pane(voting).sum.text() == "4 for – carried"


def test_a_correction_is_kept_beside_a_new_vote(voting):
    open_pane(voting)
    press("s", "i", Key.Key_Return)
    (vote,) = written(voting)
    pane = open_pane(voting)
    press("p", "u")
    pane.written.changed.emit(vote.id)
    pane.voters.setFocus()
    press("s", "u", Key.Key_Escape)
    pane = open_pane(voting)
    assert pane.written.value == vote.id
    assert pane.sum.text() == "3 for · 1 abstained – carried"
    pane.written.changed.emit("")
    assert pane.sum.text() == "3 for · 1 abstained – carried"
    assert pane._model.choices[voter(voting, "Palle Nørre")] is VoteChoice.ABSTAIN
    assert written(voting) == [vote]


def voter(window, name):
    return next(one.id for one in window.desk.workspace.all(Attendance) if one.name == name)


def test_who_comes_or_goes_while_the_vote_is_taken_is_in_it_or_not(voting):
    pane = open_pane(voting)
    press("s", "i", "m")
    voting.view.attendance.act(voter(voting, "Palle Nørre"), "I")
    settle()
    assert pane.sum.text() == "2 for · 1 against – carried"
    assert pane.voters.currentIndex().data() == "Merete Aaby"
    voting.view.attendance.act(voter(voting, "Palle Nørre"), "I")
    settle()
    assert pane.sum.text() == "3 for · 1 against – carried"
    press(Key.Key_Return)
    (vote,) = written(voting)
    assert (vote.votes_for, vote.votes_against) == (3, 1)


def test_a_click_on_the_letter_turns_it_and_space_does_too(voting):
    pane = open_pane(voting)
    sanne = pane.voters.model().index(pane._model.place_of_key("s"))
    place = pane.voters.visualRect(sanne).topLeft() + QPoint(SIGN_LEFT + 8, 12)
    QTest.mouseClick(pane.voters.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert pane.sum.text() == "3 for · 1 against – carried"
    pane.voters.setFocus()
    press(Key.Key_Space)
    assert pane.sum.text() == "3 for · 1 abstained – carried"
    press(Key.Key_Space)
    assert pane.sum.text() == "4 for – carried"


def test_a_vote_is_corrected_and_taken_away(voting):
    open_pane(voting)
    press("s", "i", Key.Key_Return)
    (vote,) = written(voting)
    pane = open_pane(voting)
    assert pane.written.isVisible()
    pane.written.set_value(vote.id)
    pane.written.changed.emit(vote.id)
    settle()
    assert pane.sum.text() == "3 for · 1 against – carried"
    pane.voters.setFocus()
    press("p", "u", Key.Key_Return)
    (vote,) = written(voting)
    assert decision_text(voting)[-1] == "2 stemte for, 1 stemte imod (Sanne Brix), og 1 undlod at stemme (Palle Nørre)."
    pane = open_pane(voting)
    pane.written.changed.emit(vote.id)
    pane.remove.click()
    settle()
    assert written(voting) == []
    assert decision_text(voting) == []


def test_words_edited_by_hand_can_be_written_again(voting):
    open_pane(voting)
    press(Key.Key_Return)
    press(" Mødet holdt pause.", Key.Key_Home, "Se her: ")
    voting.desk.settle()
    settle()
    pane = open_pane(voting)
    pane.written.changed.emit(written(voting)[0].id)
    settle()
    assert pane.again.isVisible()
    pane.again.click()
    settle()
    assert decision_text(voting) == ["Se her: Enstemmigt godkendt. Mødet holdt pause.", "Enstemmigt godkendt."]
    assert not pane.again.isVisible()


def test_an_undo_while_a_vote_is_corrected_leaves_a_new_one(voting):
    open_pane(voting)
    press(Key.Key_Return)
    pane = open_pane(voting)
    pane.written.changed.emit(written(voting)[0].id)
    voting.desk.workspace.undo()
    settle()
    assert not voting.desk.workspace.all(Vote) or pane_of(voting) is None or not pane.remove.isVisible()
    assert decision_text(voting) == []


def test_what_is_typed_next_stands_behind_the_vote(voting):
    press("Rådet drøftede sagen.", (Qt.KeyboardModifier.ControlModifier, Key.Key_Home))
    open_pane(voting)
    press(Key.Key_Return)
    press(" Planen sendes i høring.")
    voting.desk.settle()
    assert decision_text(voting) == ["Rådet drøftede sagen.", "Enstemmigt godkendt. Planen sendes i høring."]


def test_nobody_asked_for_a_vote(voting):
    pane = open_pane(voting)
    pane.without.click()
    settle()
    assert decision_text(voting) == ["Vedtaget uden afstemning."]
    assert pane_of(voting) is None


def test_the_pane_fits_the_smallest_window_and_tells_its_names(voting):
    for form in VoteForm:
        house_form(voting, form)
        voting.resize(*SMALLEST)
        pane = open_pane(voting)
        for _turn in range(4):
            settle()
            assert voting.size().toTuple() == SMALLEST
            assert cut_off(pane) == []
            unnamed = [
                f"{type(one).__name__} {one.objectName()}"
                for one in pane.findChildren(QWidget)
                if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken(one)
            ]
            assert unnamed == []
            pane.question.turn(1)
        press(Key.Key_Escape)


def test_the_voters_are_heard_with_their_choice(voting):
    pane = open_pane(voting)
    interface = QAccessible.queryAccessibleInterface(pane.voters)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Who votes what"
    rows = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert "Sanne Brix: For" in rows
    assert "V: For" in rows


def test_tab_goes_through_the_pane(voting):
    pane = open_pane(voting)
    visited = []
    while (widget := QApplication.focusWidget()) not in visited and len(visited) < 30:
        visited.append(widget)
        press(Key.Key_Tab)
    assert {pane.voters, pane.numbers, pane.question.about, pane.write, pane.without} <= set(visited)
