"""Work off the GUI thread: it ends on the GUI thread, or not at all."""

import threading

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton

from referatdesk.ui import jobs as jobs_module
from referatdesk.ui.jobs import Jobs
from referatdesk.ui.widgets.busy import Busy


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def jobs(window):
    jobs = Jobs(window)
    yield jobs
    jobs.stop()


def fail(error):
    raise AssertionError(error)


def test_a_value_comes_back_on_the_gui_thread(qtbot, jobs):
    here, seen = threading.get_ident(), []
    work = lambda _progress: threading.get_ident()  # noqa: E731 - handed over as it is
    jobs.run("Reading", work, lambda value: seen.append((value, threading.get_ident())), fail)
    qtbot.waitUntil(lambda: bool(seen))
    worked_on, told_on = seen[0]
    assert worked_on != here
    assert told_on == here
    assert not jobs.busy


def test_an_error_comes_back_as_itself(qtbot, jobs):
    error, seen = ValueError("no"), []

    def work(_progress):
        raise error

    jobs.run("Reading", work, fail, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [error]


def test_jobs_run_in_the_order_they_were_asked_for(qtbot, jobs):
    seen = []
    for number in range(5):
        jobs.run("Reading", lambda _progress, number=number: number, seen.append, fail)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [0, 1, 2, 3, 4]


def test_progress_is_shown_only_of_what_takes_its_time(qtbot, window, jobs, monkeypatch):
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    go_on, seen = threading.Event(), []

    def work(progress):
        progress.report(2, 5)
        go_on.wait(5)
        return "done"

    jobs.run("Writing Referat.docx …", work, seen.append, fail)
    qtbot.waitUntil(lambda: bool(window.findChildren(Busy)))
    busy = window.findChildren(Busy)[0]
    qtbot.waitUntil(lambda: busy._bar.value() == 2 and busy._bar.maximum() == 5)
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not window.findChildren(Busy))


def test_nothing_is_shown_of_a_quick_job(qtbot, window, jobs):
    seen = []
    jobs.run("Reading", lambda _progress: 1, seen.append, fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert not window.findChildren(Busy)


def test_a_job_that_is_stopped_tells_nothing(qtbot, window, jobs, monkeypatch):
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    saw_it = threading.Event()

    def work(progress):
        while not progress.cancelled:
            saw_it.wait(0.001)
        saw_it.set()

    jobs.run("Reading", work, fail, fail)
    qtbot.waitUntil(lambda: bool(window.findChildren(Busy)))
    window.findChild(Busy).findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert saw_it.is_set()


def test_whoever_wants_to_know_is_told_that_the_user_stopped_it(qtbot, window, jobs, monkeypatch):
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    told = []

    def work(progress):
        while not progress.cancelled:
            threading.Event().wait(0.001)

    jobs.run("Reading", work, fail, fail, stopped=lambda: told.append(jobs.busy))
    qtbot.waitUntil(lambda: bool(window.findChildren(Busy)))
    window.findChild(Busy).findChild(QPushButton).click()
    qtbot.waitUntil(lambda: told == [False])


def test_a_closed_host_stops_its_job(qtbot, window, jobs):
    host = QMainWindow(window)
    stopped = threading.Event()

    def work(progress):
        while not progress.cancelled:
            stopped.wait(0.001)
        stopped.set()

    jobs.run("Writing", work, fail, fail, host=host, stopped=fail)
    host.deleteLater()
    qtbot.waitUntil(stopped.is_set)
    qtbot.waitUntil(lambda: not jobs.busy)


def test_closing_waits_for_the_worker_and_drops_what_waits(jobs):
    begun, seen = threading.Event(), []

    def work(progress):
        begun.set()
        while not progress.cancelled:
            begun.wait(0.001)

    jobs.run("One", work, seen.append, fail)
    jobs.run("Two", lambda _progress: seen.append("two"), seen.append, fail)
    begun.wait(5)
    jobs.stop()
    assert seen == []
    assert not [thread for thread in threading.enumerate() if thread.name == "job"]
