"""The live meeting without what was said at it: every gesture by real keys, and every fact afterwards."""

import pytest

from tests.faults.home import Home
from tests.live import judging, playing, table
from tests.live.acts import Kind
from tests.live.playing import Way
from tests.live.screen import lacking
from tests.live.script import script

pytestmark = pytest.mark.screen


@pytest.mark.skipif(bool(lacking()), reason=f"missing here: {', '.join(lacking())}")
def test_every_gesture_of_a_meeting_ends_up_in_the_archive_and_in_word(tmp_path):
    gestures = [act for act in script(two_panes=False) if act.kind is not Kind.PROSE]
    home = Home(tmp_path)
    with home.lived_in():
        played = playing.play(home, Way("sagsfremstilling"), gestures)
        judged = judging.judge(played, "sagsfremstilling", tmp_path)
    assert [*table.shortcomings(played, judged.wrong)] == []
