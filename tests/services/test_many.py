"""A folder of old minutes: certain, doubtful, refused, and never twice."""

import hashlib

import pytest

from referatdesk.documents.reading.draft import Doubt, DraftPerson
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.source import SourceText
from referatdesk.documents.reading.worker import ReadFile
from referatdesk.domain.boards import Board, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, added, removed
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.reading import Part, ReadingHabit, SourceFile
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import content_of
from referatdesk.services.intake.importing import draft_to_change
from referatdesk.services.intake.many import FileState, files_in, read_folder, snapshot
from tests.services.desk import Desk
from tests.services.read_drafts import at, draft, item, section


class PlayedReader:
    """Stands for the process that reads: answers by the name of the file, with a draft or an error."""

    def __init__(self, answers):
        self.answers = answers
        self.anew = None
        self.asked = []
        self.habits = []

    def read(self, path, cancelled):
        self.asked.append(path.name)
        if cancelled():
            raise ReadingError("cancelled")
        answer = self.answers[path.name]
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(path)
        data = path.read_bytes()
        return ReadFile(SourceText(()), answer, hashlib.sha256(data).hexdigest(), len(data))

    def read_anew(self, source, corrections, habits, cancelled):
        """The `anew` of the test, which may be an error."""
        self.habits += habits
        if isinstance(self.anew, ReadingError):
            raise self.anew
        return self.anew


def minutes(date, *people, doubts=()):
    named = tuple(DraftPerson(name=name, place=at(2)) for name in people)
    return draft(
        item("Budget", section(SectionKind.DECISION, "Godkendt.", label="Beslutning"), figure="1"),
        date=date,
        people=named,
        doubts=doubts,
    )


@pytest.fixture
def desk(tmp_path):
    one = Desk(tmp_path / "arkiv.referatdesk")
    yield one
    one.close()


@pytest.fixture
def folder(tmp_path):
    """Makes files with these names, each with its own content."""

    def make(*names):
        place = tmp_path / "gamle referater"
        for name in names:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(f"indhold af {name}", encoding="utf-8")
        return place

    return make


def run(desk, place, answers, **more):
    reader = PlayedReader(answers)
    results = []
    for result in read_folder(files_in(place), snapshot(desk.workspace), lambda: False, worker=reader, **more):
        if result.change is not None:
            desk.workspace.apply(result.change)
        results.append(result)
    return results, reader


def states(results):
    return {result.path.name: result.state for result in results}


def test_certain_ones_go_in_each_with_one_change(desk, folder):
    place = folder("a.docx", "b.docx")
    answers = {"a.docx": minutes("2025-01-09", "Merete Aaby"), "b.docx": minutes("2025-02-06", "Merete Aaby")}
    results, _ = run(desk, place, answers)
    assert [result.state for result in results] == [FileState.CERTAIN] * 2
    assert [row.date for row in desk.workspace.meeting_rows()] == ["2025-02-06", "2025-01-09"]
    assert len(desk.workspace.all(Board)) == len(desk.workspace.all(Person)) == 1
    desk.workspace.undo()
    assert [row.date for row in desk.workspace.meeting_rows()] == ["2025-01-09"]


def test_what_is_doubtful_or_refused_is_told_with_its_reason_and_stays_out(desk, folder):
    place = folder("a.docx", "b.pdf", "c.docx")
    doubt = Doubt("meeting.no_date", at(1), "Møde")
    answers = {
        "a.docx": minutes(None, "Erik Dam", doubts=(doubt,)),
        "b.pdf": ReadingError("scanned"),
        "c.docx": minutes("2025-01-09", "Erik Dam"),
    }
    results, _ = run(desk, place, answers)
    assert states(results) == {
        "a.docx": FileState.DOUBTFUL,
        "b.pdf": FileState.REFUSED,
        "c.docx": FileState.CERTAIN,
    }
    assert results[0].doubts == (doubt,)
    assert results[1].error.code == "reading.scanned"
    assert len(desk.workspace.meeting_rows()) == 1


def test_a_name_that_is_nearly_known_makes_a_file_doubtful(desk, folder):
    place = folder("a.docx", "b.docx")
    answers = {"a.docx": minutes("2025-01-09", "Merete Aaby"), "b.docx": minutes("2025-02-06", "Merete Åby")}
    results, _ = run(desk, place, answers)
    assert [result.state for result in results] == [FileState.CERTAIN, FileState.DOUBTFUL]
    assert [(one.code, one.text, one.proposal) for one in results[1].doubts] == [
        ("person.like", "Merete Åby", "Merete Aaby")
    ]


def test_the_same_meeting_in_another_file_is_a_question(desk, folder):
    place = folder("a.docx", "a.pdf")
    results, _ = run(desk, place, {name: minutes("2025-01-09") for name in ("a.docx", "a.pdf")})
    assert [result.state for result in results] == [FileState.CERTAIN, FileState.DOUBTFUL]
    assert [one.code for one in results[1].doubts] == ["meeting.exists"]
    assert results[1].doubts[0].data["id"] == results[0].meeting_id


def test_again_later_nothing_is_read_twice(desk, folder):
    place = folder("a.docx", "b.docx")
    answers = {"a.docx": minutes("2025-01-09"), "b.docx": minutes("2025-02-06"), "c.docx": minutes("2025-03-06")}
    run(desk, place, answers)
    folder("c.docx")
    (place / "kopi.docx").write_bytes((place / "a.docx").read_bytes())
    results, reader = run(desk, place, answers)
    assert states(results) == {
        "a.docx": FileState.KNOWN,
        "b.docx": FileState.KNOWN,
        "c.docx": FileState.CERTAIN,
        "kopi.docx": FileState.KNOWN,
    }
    assert reader.asked == ["c.docx"]


def test_a_meeting_that_was_taken_out_again_can_be_read_again(desk, folder):
    place = folder("a.docx")
    run(desk, place, {"a.docx": minutes("2025-01-09")})
    desk.workspace.undo()
    assert states(run(desk, place, {"a.docx": minutes("2025-01-09")})[0]) == {"a.docx": FileState.CERTAIN}
    desk.save()
    assert states(run(desk, place, {})[0]) == {"a.docx": FileState.KNOWN}


def test_cancelling_ends_at_once_and_leaves_what_was_done(desk, folder):
    place = folder("a.docx", "b.docx", "c.docx")
    answers = {name: minutes(f"2025-0{month}-09") for month, name in enumerate(("a.docx", "b.docx", "c.docx"), 1)}
    stopped = []
    reader = PlayedReader(answers)
    results = []
    for result in read_folder(files_in(place), snapshot(desk.workspace), lambda: bool(stopped), worker=reader):
        results.append(result)
        stopped.append(True)
    assert [result.path.name for result in results] == ["a.docx"]
    assert reader.asked == ["a.docx"]


def test_the_original_is_kept_where_it_is_wanted(desk, folder):
    place = folder("a.docx")
    run(desk, place, {"a.docx": minutes("2025-01-09")}, keep_originals=True)
    (row,) = desk.workspace.meeting_rows()
    desk.workspace.open_meeting(row.id)
    (kept,) = desk.workspace.all(SourceFile)
    assert (kept.name, kept.size) == ("a.docx", len("indhold af a.docx"))
    assert content_of(kept, desk.workspace.content) == (place / "a.docx").read_bytes()


def test_only_documents_of_the_folder_are_looked_at(folder):
    place = folder("a.docx", "æ/b.PDF", ".skjult/c.docx", "~$a.docx", "billede.png", "under/under/d.txt")
    assert [path.relative_to(place).as_posix() for path in files_in(place)] == [
        "a.docx",
        "under/under/d.txt",
        "æ/b.PDF",
    ]
    with pytest.raises(UserError) as caught:
        files_in(place / "findes ikke")
    assert caught.value.code == "reading.missing"


def test_what_a_file_taught_the_archive_is_known_to_the_next(desk, folder):
    place = folder("a.docx", "b.docx")
    answers = {"a.docx": minutes("2025-01-09", "Ida Vester"), "b.docx": minutes("2025-02-06", "Ida Vester")}
    reader = PlayedReader(answers)
    first, second = read_folder(files_in(place), snapshot(desk.workspace), lambda: False, worker=reader)
    added = [{type(pair.record) for pair in result.change.pairs} for result in (first, second)]
    assert {Board, Person} <= added[0]
    assert not {Board, Person} & added[1]
    assert {pair.record.board_id for pair in second.change.pairs if isinstance(pair.record, Meeting)} == {
        pair.record.id for pair in first.change.pairs if isinstance(pair.record, Board)
    }


@pytest.fixture
def taught(desk, folder):
    """A reader for one file of a board that an earlier document taught something."""
    first, _ = draft_to_change(desk.workspace, minutes("2025-01-09"))
    (board,) = (pair.after for pair in first.pairs if isinstance(pair.after, Board))
    habit = ReadingHabit(id="vane", board_id=board.id, words="status", part=Part.ITEM)
    desk.workspace.apply(first)
    desk.workspace.apply(Change("meeting.import", added(habit)))
    place = folder("a.docx")
    reader = PlayedReader({"a.docx": minutes("2025-02-06")})
    return reader, lambda: read_folder(files_in(place), snapshot(desk.workspace), lambda: False, worker=reader)


def test_what_was_corrected_for_the_board_holds_for_its_next_document(taught):
    reader, results = taught
    reader.anew = minutes("2025-03-06")
    (result,) = results()
    assert [(habit.words, habit.part) for habit in reader.habits] == [("status", Part.ITEM)]
    assert result.date == "2025-03-06"


def test_a_file_that_takes_too_long_with_what_the_board_taught_is_refused(taught):
    reader, results = taught
    reader.anew = ReadingError("too_slow")
    (result,) = results()
    assert (result.state, result.error.code) == (FileState.REFUSED, "reading.too_slow")


def test_the_snapshot_knows_every_day_of_a_meeting_also_of_one_that_is_not_saved_yet(desk, monkeypatch):
    def put_in(date):
        change, meeting_id = draft_to_change(desk.workspace, minutes(date))
        desk.workspace.apply(change)
        return meeting_id

    saved, gone = put_in("2025-01-09"), put_in("2025-02-06")
    put_in(None)
    desk.save()
    desk.settle()
    desk.workspace.apply(Change("meeting.remove", removed(*all_records(desk.workspace.records_of(gone)))))
    unsaved = put_in("2025-03-06")
    monkeypatch.setattr(desk.workspace, "meeting_rows", None)
    known = {(day.id, day.date) for day in snapshot(desk.workspace).meetings}
    assert known == {(saved, "2025-01-09"), (unsaved, "2025-03-06")}


def all_records(records):
    """Those of the meeting, each before what it refers to."""
    return [one for kind in reversed(RECORD_TYPES) if kind not in SHARED_TYPES for one in records.all(kind)]


def test_a_mistake_of_ours_with_one_file_is_told_and_the_others_are_read(desk, folder, caplog):
    place = folder("a.docx", "b.docx", "c.docx")
    answers = {
        "a.docx": minutes("2025-01-09"),
        "b.docx": IndexError("Sanne Brix blev opsagt"),
        "c.docx": minutes("2025-02-06"),
    }
    results, _ = run(desk, place, answers)
    assert [result.state for result in results] == [FileState.CERTAIN, FileState.REFUSED, FileState.CERTAIN]
    assert results[1].error.code == "reading.mistake"
    (record,) = caplog.records
    assert "IndexError < test_many.py:" in record.getMessage()
    assert "opsagt" not in caplog.text
    assert record.exc_info is None
    caplog.clear()


def test_a_file_that_was_changed_while_it_was_read_is_refused(desk, folder):
    def changed(path):
        path.write_text("noget andet", encoding="utf-8")
        return minutes("2025-01-09")

    results, _ = run(desk, folder("a.docx"), {"a.docx": changed}, keep_originals=True)
    assert results[0].error.code == "reading.altered"
    assert desk.workspace.meeting_rows() == []


def test_undone_and_redone_the_original_is_still_there_after_another_opening(desk, folder, tmp_path):
    place = folder("a.docx")
    run(desk, place, {"a.docx": minutes("2025-01-09")}, keep_originals=True)
    desk.workspace.undo()
    desk.close()
    again = Desk(tmp_path / "arkiv.referatdesk")
    again.workspace.redo()
    again.save()
    (row,) = again.workspace.meeting_rows()
    (kept,) = again.workspace.records_of(row.id).all(SourceFile)
    assert content_of(kept, again.workspace.content) == (place / "a.docx").read_bytes()
    again.close()
