"""Whether a Word file is finished minutes, in which nothing is left to be filled in."""

from __future__ import annotations

import re

from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.package import read_package

_FIELD = re.compile(r'w:val="\s*rd:', re.IGNORECASE)
_TAG = re.compile("<[^<>]*>")


def looks_finished(content: bytes) -> bool:
    """Whether it has no field at all; False also where it cannot be read."""
    try:
        package = read_package(content)
        text = package.parts[package.main].decode("utf-8", "replace")
    except (TemplateError, KeyError):
        return False
    return not _FIELD.search(text) and "[[" not in _TAG.sub("", text)
