"""An item as it was: its versions out of the journal, also undone ones, and what is no longer there to be told."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from referatdesk.domain.changes import Change, added, altered
from referatdesk.domain.codes import Outcome
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.richtext import paragraph
from referatdesk.services.archive import erasing
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.decision import decisions
from referatdesk.services.item import texts
from referatdesk.services.meetings import remove_meeting
from referatdesk.services.rewind import rewinding
from referatdesk.services.rewind.past_compared import compared, touched
from referatdesk.services.rewind.rewinding import at
from referatdesk.services.word_differences import Fate
from referatdesk.storage.journal import Act
from tests.services.desk import Desk
from tests.services.fictional_archive import line

ARCHIVES = Path(__file__).resolve().parents[1] / "storage" / "archives"
START = datetime(2027, 2, 4, 12, 0, tzinfo=UTC)


class Clock(datetime):
    """The time at which acts are noted: it moves when it is told to."""

    moment = START

    @classmethod
    def now(cls, tz=None):
        return cls.moment


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr("referatdesk.services.archive.acts.datetime", Clock)
    Clock.moment = START
    return Clock


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Østfjord.referatdesk"


@pytest.fixture
def desk(path, clock):
    one = Desk(path).fill()
    yield one
    one.close()


def write(desk, words, after=60, step=None):
    """Writes the decision of item two anew, so many seconds after what was done before."""
    Clock.moment += timedelta(seconds=after)
    blocks = tuple(line(f"two-{place}", text) for place, text in enumerate(words.split("\n")))
    desk.workspace.apply(texts.set_blocks(desk.workspace, "two", "two-dec", blocks, step))


def versions(desk, item_id="two"):
    return rewinding.rewinding(desk.workspace, item_id).versions()


def told(found):
    return ["\n".join(block.text for block in one.text.section("two-dec").blocks) for one in found]


def test_every_pause_in_writing_leaves_a_version(desk):
    for words in ("Rådet", "Rådet drøfter", "Rådet drøftede"):
        write(desk, words, after=1, step="visit")
    write(desk, "Rådet drøftede planen.", after=30, step="visit")
    found = versions(desk)
    assert told(found) == ["Godkendt.", "Rådet drøftede", "Rådet drøftede planen."]
    assert [one.time for one in found[1:]] == [START + timedelta(seconds=3), START + timedelta(seconds=33)]


def test_steady_writing_leaves_a_version_every_minute(desk):
    for count in range(1, 200):
        write(desk, "ord " * count, after=1, step="visit")
    assert len(versions(desk)) == 5


def test_what_stood_before_much_was_deleted_in_one_go_is_a_version(desk):
    write(desk, "En lang sætning, som slet ikke skulle have været slettet.", after=1)
    write(desk, "Ny.", after=1)
    assert told(versions(desk)) == [
        "Godkendt.",
        "En lang sætning, som slet ikke skulle have været slettet.",
        "Ny.",
    ]


def test_the_last_version_is_what_stands_there_now_though_nothing_is_on_the_disk_yet(desk, monkeypatch):
    monkeypatch.setattr(desk.workspace._store, "write", lambda entry: None)
    write(desk, "Skrevet, mens disken ikke svarer.")
    assert told(versions(desk))[-1] == "Skrevet, mens disken ikke svarer."
    assert told(versions(desk))[0] == "Godkendt."


def test_an_item_that_was_never_touched_has_one_version(desk):
    assert len(versions(desk, "four")) == 1
    assert touched(versions(desk, "four")) == frozenset()


def test_what_was_undone_can_be_looked_at_too(desk):
    write(desk, "Fortrudt beslutning.")
    Clock.moment += timedelta(seconds=60)
    desk.workspace.undo()
    found = versions(desk)
    assert told(found) == ["Godkendt.", "Fortrudt beslutning.", "Godkendt."]
    assert [one.act for one in found] == [Act.DO, Act.DO, Act.UNDO]
    desk.workspace.redo()
    assert told(versions(desk))[-1] == "Fortrudt beslutning."


def test_a_step_undone_and_left_behind_by_another_keeps_its_place(desk):
    write(desk, "Første.", step="a")
    write(desk, "Anden.", step="a")
    Clock.moment += timedelta(seconds=60)
    desk.workspace.undo()
    write(desk, "Tredje.")
    desk.workspace.undo()
    desk.workspace.redo()
    assert told(versions(desk)) == [
        "Godkendt.", "Første.", "Anden.", "Godkendt.", "Tredje.", "Godkendt.", "Tredje.",
    ]  # fmt: skip


def test_what_others_are_about_is_not_told_of_the_item(desk):
    write(desk, "Om to.")
    before = desk.workspace.text("one")
    written = replace(before.sections[2], blocks=(paragraph("Om et."),))
    after = replace(before, sections=(*before.sections[:2], written, *before.sections[3:]))
    desk.workspace.apply(Change("text.edit", altered([(before, after)]), "Velkomst"))
    assert told(versions(desk)) == ["Godkendt.", "Om to."]


def test_versions_outlive_the_closing_of_the_archive(desk, path):
    write(desk, "Før lukning.")
    desk.close()
    again = Desk(path)
    again.workspace.open_meeting("meeting")
    write(again, "Efter lukning.")
    again.workspace.undo()
    again.workspace.undo()
    assert told(versions(again)) == ["Godkendt.", "Før lukning.", "Efter lukning.", "Før lukning.", "Godkendt."]
    again.close()


def test_an_archive_that_is_only_looked_at_tells_its_past(desk, path, tmp_path):
    write(desk, "Før lukning.")
    desk.close()
    view = Workspace.view(path, lambda call: call())
    view.open_meeting("meeting")
    assert len(rewinding.rewinding(view, "two").versions()) == 2
    view.close()


def test_outcomes_are_part_of_what_was(desk):
    Clock.moment += timedelta(seconds=60)
    desk.workspace.apply(decisions.set_outcome(desk.workspace, "two", Outcome.POSTPONED))
    found = versions(desk)
    assert [one.decisions[0].outcome for one in found] == [Outcome.APPROVED, Outcome.POSTPONED]


def test_a_decision_that_was_taken_away_is_told_of(desk):
    Clock.moment += timedelta(seconds=60)
    desk.workspace.apply(texts.remove_section(desk.workspace, "two", "two-dec"))
    found = versions(desk)
    assert found[0].decisions
    assert found[0].text.section("two-dec") is not None
    assert not found[-1].decisions


def test_what_was_deleted_for_good_does_not_come_back(desk):
    write(desk, "En hemmelighed.")
    write(desk, "Uden.")
    erasing.erase_history(desk.workspace)
    write(desk, "Uden, og mere.")
    assert told(versions(desk)) == ["Uden.", "Uden, og mere."]
    assert versions(desk)[0].time is None


def test_deleting_another_meeting_for_good_leaves_the_past_of_this_one(desk):
    write(desk, "Før.")
    meeting = desk.workspace.meeting
    other = replace(meeting, id="other")
    desk.workspace.apply(Change("meeting.add", added(other)))
    write(desk, "Efter.")
    desk.save()
    erasing.erase_meeting(desk.workspace, "other")
    assert told(versions(desk)) == ["Godkendt.", "Før.", "Efter."]


def test_a_journal_that_lacks_an_act_tells_no_more_than_it_knows(desk):
    write(desk, "Første.")
    write(desk, "Anden.")
    write(desk, "Tredje.")
    desk.save()
    desk.settle()
    newest = desk.workspace._acts.last_seq
    desk.workspace._store.read(
        lambda connection: connection.execute("DELETE FROM journal WHERE seq = ?", (newest - 1,)) and None
    )
    found = versions(desk)
    assert told(found) == ["Anden.", "Tredje."]
    assert found[0].time is None


@pytest.mark.parametrize("seed", range(4))
def test_every_state_that_ever_was_is_found_in_its_order(desk, seed):
    chance = Random(seed)  # noqa: S311 - the same every time
    states = [desk.workspace.text("two").sections]
    for number in range(60):
        Clock.moment += timedelta(seconds=60)
        act = chance.choice(["write", "write", "write", "other", "undo", "redo"])
        if act == "write":
            words = " ".join(chance.choices(["Rådet", "planen", "godkendt", "til maj", "Ida Vester"], k=9))
            write(desk, f"{number} {words}", step=chance.choice([None, "a", "b"]))
        elif act == "other":
            desk.workspace.apply(texts.set_blocks(desk.workspace, "one", "one-dec", (line("o", str(number)),)))
        elif act == "redo" or len(desk.workspace.undo_steps) > 1:
            getattr(desk.workspace, act)()
        if desk.workspace.text("two").sections != states[-1]:
            states.append(desk.workspace.text("two").sections)
        if chance.random() < 0.2:
            desk.save()
    assert [one.text.sections for one in versions(desk)] == states


@pytest.mark.parametrize("stored", sorted(ARCHIVES.glob("version-*.referatdesk")), ids=lambda path: path.stem)
def test_archives_of_every_earlier_version_tell_their_past(tmp_path, stored):
    path = tmp_path / "før.referatdesk"
    shutil.copyfile(stored, path)
    old = Desk(path)
    for row in old.workspace.meeting_rows():
        old.workspace.open_meeting(row.id)
        for item in old.workspace.all(AgendaItem):
            found = versions(old, item.id)
            assert found[-1].text == old.workspace.text(item.id)
    old.close()


def test_the_version_in_force_at_a_time(desk):
    write(desk, "Et.", after=60)
    write(desk, "To.", after=60)
    found = versions(desk)
    assert at(found, START + timedelta(seconds=90)) == 1
    assert at(found, START + timedelta(hours=1)) == 2
    assert at(found, START - timedelta(days=1)) == 0


def test_a_meeting_that_was_removed_has_no_items_to_rewind(desk):
    desk.workspace.apply(remove_meeting(desk.workspace, "meeting"))
    with pytest.raises(LookupError):
        rewinding.rewinding(desk.workspace, "two")


def test_what_went_and_what_came_is_told_word_by_word(desk):
    write(desk, "Rådet godkendte planen.\nNyt møde i maj.")
    write(desk, "Rådet godkendte den nye plan.")
    first, last = versions(desk)[1].text, desk.workspace.text("two")
    assert isinstance(last, ItemText)
    part = next(one for one in compared(first, last) if one.section.id == "two-dec")
    assert [(piece.fate, piece.text) for piece in part.lines[0].pieces] == [
        (Fate.SAME, "Rådet godkendte "),
        (Fate.GONE, "planen"),
        (Fate.NEW, "den nye plan"),
        (Fate.SAME, "."),
    ]
    assert [piece.fate for piece in part.lines[1].pieces] == [Fate.GONE]
    assert (part.words(Fate.GONE), part.words(Fate.NEW)) == (5, 3)
    assert touched(versions(desk)) == {"two-dec"}
