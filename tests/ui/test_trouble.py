"""A mistake of ours is written down without anybody's text, and told once."""

import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from referatdesk.config import places
from referatdesk.config.running import Run
from referatdesk.services import reports
from referatdesk.ui import trouble

PRIVATE = "Sanne Brix blev opsagt"


@pytest.fixture
def caught(monkeypatch, qapp):
    with reports.written(Run()):
        trouble.catch_mistakes()
        yield


def work():
    raise ValueError(PRIVATE)


def stumble():
    try:
        work()
    except ValueError:
        sys.excepthook(*sys.exc_info())


def told():
    return [window for window in QApplication.topLevelWidgets() if window.objectName() == trouble.TOLD]


def words(message):
    return "".join(label.text() for label in message.findChildren(QLabel))


def report():
    return (places.log_folder() / "fejl.txt").read_text(encoding="utf-8")


def test_the_report_names_the_place_and_holds_no_text(caught, capsys):
    stumble()
    assert "ValueError" in report()
    assert "test_trouble.py" in report()
    assert PRIVATE not in report() + capsys.readouterr().err
    (message,) = told()
    assert str(places.log_folder()) in words(message)
    message.reject()


def test_a_mistake_that_keeps_coming_is_told_once_and_written_each_time(caught, capsys):
    for _time in range(3):
        stumble()
    assert report().count("ValueError") == 3
    (message,) = told()
    message.reject()


def test_a_mistake_on_another_thread_is_written_and_shows_nothing(caught, capsys):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "work" in report()
    assert PRIVATE not in report() + capsys.readouterr().err
    assert told() == []


def test_a_report_that_cannot_be_written_is_told_without_its_place(caught, capsys):
    places.log_folder().parent.mkdir(parents=True, exist_ok=True)
    places.log_folder().write_text("a file stands where the folder should be")
    stumble()
    (message,) = told()
    assert str(places.log_folder()) not in words(message)
    message.reject()


def test_a_mistake_that_only_the_log_is_told_of_is_written_too(caught, capsys, caplog):
    logging.getLogger("referatdesk.services.intake.many").error(
        "a file of a folder was not read: %s", "ValueError < a.py:1 f"
    )
    caplog.clear()
    assert "ValueError < a.py:1 f" in report()
    assert told() == []
