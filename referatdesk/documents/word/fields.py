"""The vocabulary of templates: every field and repeat, where it may stand, and what it is in Danish.

The names are Danish because they are read and written by the people who make templates.
"""

from __future__ import annotations

import difflib
import unicodedata

from referatdesk.documents.word.fields_of_items import ITEM_FIELDS, SECTION_NAMES
from referatdesk.documents.word.fields_of_meeting import MEETING_FIELDS
from referatdesk.documents.word.repeats import REPEATS
from referatdesk.documents.word.specs import ROOT, FieldSpec, RepeatSpec

__all__ = [
    "CONDITION_PREFIX",
    "FIELDS",
    "REPEATS",
    "ROOT",
    "SECTION_NAMES",
    "TAG_PREFIX",
    "FieldSpec",
    "RepeatSpec",
    "nearest_name",
    "normal_name",
]

TAG_PREFIX = "rd:"
CONDITION_PREFIX = "hvis."

FIELDS = {spec.name: spec for spec in (*MEETING_FIELDS, *ITEM_FIELDS)}


def normal_name(tag: str) -> str | None:
    """The name in a control's tag, or None where the tag is not one of ours."""
    tag = unicodedata.normalize("NFC", tag).strip()
    return tag[len(TAG_PREFIX) :].strip().lower() if tag.lower().startswith(TAG_PREFIX) else None


def nearest_name(name: str) -> str:
    """The known name that is spelt most like this one, or ""."""
    bare = name.removeprefix(CONDITION_PREFIX)
    close = difflib.get_close_matches(bare, [*FIELDS, *REPEATS], n=1, cutoff=0.6)
    prefix = CONDITION_PREFIX if name != bare else ""
    return prefix + close[0] if close else ""
