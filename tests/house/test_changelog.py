"""The changelog can be read by a program: versions, newest first, each with its news."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from referatdesk import VERSION

CHANGELOG = Path(__file__).resolve().parents[2] / "packaging" / "CHANGELOG.md"
ENTRY = re.compile(r"## (\d+)\.(\d+)\.(\d+)(?: \(\d{4}-\d{2}-\d{2}\))?")
PARTS = {"New", "Changed", "Mended", "Safety", "Not there yet"}

Entry = tuple[tuple[int, ...], dict[str, list[str]]]


def parsed(text: str) -> Iterator[Entry]:
    """Each version with its lists of news by part; raises ValueError where a line is none of these."""
    _heading, *entries = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    for entry in entries:
        head, *parts = re.split(r"^### ", entry, flags=re.MULTILINE)
        title = ENTRY.fullmatch(head.splitlines()[0])
        if title is None:
            raise ValueError(head)
        yield tuple(int(number) for number in title.groups()), dict(news(part) for part in parts)


def news(part: str) -> tuple[str, list[str]]:
    name, _end, body = part.partition("\n")
    if name not in PARTS or not body.strip().startswith("- "):
        raise ValueError(name)
    listed = re.split(r"^- ", body.strip(), flags=re.MULTILINE)[1:]
    return name, [" ".join(item.split()) for item in listed]


def test_the_newest_entry_is_the_version_of_the_program_and_older_ones_follow():
    entries = list(parsed(CHANGELOG.read_text(encoding="utf-8")))
    versions = [version for version, _parts in entries]
    assert ".".join(map(str, versions[0])) == VERSION
    assert all(newer > older for newer, older in pairwise(versions))


def test_every_entry_says_something_in_whole_sentences():
    for _version, parts in parsed(CHANGELOG.read_text(encoding="utf-8")):
        listed = [item for items in parts.values() for item in items]
        assert listed
        assert [item for item in listed if not item.endswith(".")] == []


@pytest.mark.parametrize(
    "text", ["# x\n## soon\n", "# x\n## 0.1.0\n### Odds\n- a.\n", "# x\n## 0.1.0\n### New\nwords\n"]
)
def test_what_is_no_changelog_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match=r".+"):
        list(parsed(text))
