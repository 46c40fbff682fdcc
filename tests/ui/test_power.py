"""The last moments that Windows tells of, by its own numbers."""

import pytest

from referatdesk.ui.power import PowerFilter, is_last_moment


@pytest.mark.parametrize(
    ("message", "detail", "wanted"),
    [
        (0x218, 0x4, True),  # it is about to sleep
        (0x218, 0xA, True),  # the battery or the mains changed
        (0x218, 0x12, False),  # it woke up
        (0x11, 0, True),  # may the session end?
        (0x16, 1, True),  # it ends
        (0x16, 0, False),  # it does not end after all
        (0x100, 0x4, False),  # a key
    ],
)
def test_the_last_moments(message, detail, wanted):
    assert is_last_moment(message, detail) is wanted


def test_what_is_no_message_of_windows_is_passed_on():
    saved = []
    assert PowerFilter(lambda: saved.append(1)).nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert saved == []
