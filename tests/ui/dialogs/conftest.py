"""A desk over a real archive with one fictional board, and an `Ask` that answers by itself."""

from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from referatdesk.config.settings import Settings, SettingsFile
from referatdesk.domain.codes import ItemKind, Role
from referatdesk.services import meetings
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.board import boards, members, standing
from referatdesk.ui import theme
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Jobs
from referatdesk.ui.preferences import Preferences


class Post(QObject):
    """Hands calls from the storage thread to the test's own."""

    sent = Signal(object)

    def __init__(self):
        super().__init__()
        self.sent.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)

    def __call__(self, call):
        self.sent.emit(call)


@dataclass
class Answers:
    """Says yes to everything, hands over `path` for every file, and remembers what it was told."""

    path: object = None
    yes: bool = True
    asked: list[str] = field(default_factory=list)
    told: list[object] = field(default_factory=list)

    def confirm(self, question, detail, yes, act, *, dangerous=False):
        self.asked.append(question)
        if self.yes:
            act()

    def file_to_open(self, title, filters, act):
        act(self.path)

    def file_to_save(self, title, proposed, filters, act):
        act(self.path)

    def inform(self, title, words):
        self.told.append(title)

    def tell(self, error):
        self.told.append(error.code)

    def tell_exception(self, error):
        self.told.append(getattr(error, "code", error))


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, Settings().theme)
    window = QMainWindow()
    window.resize(911, 512)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def workspace(tmp_path):
    post = Post()
    workspace = Workspace.create(tmp_path / "prøve.referatdesk", post)
    yield workspace
    workspace.close()


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def desk(workspace, window, answers, tmp_path):
    preferences = Preferences(SettingsFile(tmp_path / "settings.json"), Settings(), window)
    jobs = Jobs(window)
    yield Desk(workspace, preferences, answers, jobs)
    jobs.stop()


@pytest.fixture
def board_id(workspace):
    """Three members and three standing items."""
    change, board_id = boards.create_board(
        workspace, "Sundhedsråd Østfjord", kind="health_council", style_slug="sagsfremstilling"
    )
    workspace.apply(change)
    for name, role, organisation in (
        ("Merete Aaby", Role.CHAIR, "Egeby Kommune"),
        ("Aksel Ravn Lund", Role.MEMBER, "Egeby Kommune"),
        ("Sanne Brix", Role.MEMBER, "Klitved Kommune"),
    ):
        workspace.apply(members.add_member(workspace, board_id, name, role=role, organisation=organisation))
    for title, kind, closing in (
        ("Velkomst", ItemKind.OPENING, False),
        ("Godkendelse af dagsorden", ItemKind.APPROVE_AGENDA, False),
        ("Eventuelt", ItemKind.ANY_OTHER, True),
    ):
        workspace.apply(standing.add_standing_item(workspace, board_id, title, kind=kind, closing=closing))
    return board_id


@pytest.fixture
def meeting_id(workspace, board_id):
    change, meeting_id = meetings.new_meeting(
        workspace, board_id, date="2027-02-04", start="13:00", place="Egeby Rådhus"
    )
    workspace.apply(change)
    workspace.open_meeting(meeting_id)
    return meeting_id


@pytest.fixture
def opened(qtbot):
    """Opens a dialog; it is closed when the test ends."""
    dialogs = []

    def show(dialog):
        dialogs.append(dialog)
        dialog.open()
        QApplication.processEvents()
        return dialog

    yield show
    for dialog in dialogs:
        if shiboken6.isValid(dialog):
            dialog.close()
