"""The time of day as the window shows and notes it."""

from datetime import datetime


def now_text() -> str:
    """The local time as stored in records: "HH:MM"."""
    return datetime.now().astimezone().strftime("%H:%M")


def shown(moment: datetime) -> str:
    """The local time as Danes read it: "13.42"."""
    return moment.astimezone().strftime("%H.%M")


def to_the_second() -> str:
    """The local time as stretches of a meeting are noted: "HH:MM:SS"."""
    return datetime.now().astimezone().strftime("%H:%M:%S")


def today() -> str:
    """The local day as ISO text."""
    return datetime.now().astimezone().date().isoformat()
