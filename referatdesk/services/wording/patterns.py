"""Patterns with names in braces, as house styles and labels hold them."""

from __future__ import annotations

import re

_NAME = re.compile(r"\{(\w+)\}")


def filled(pattern: str, **values: str) -> str:
    """The pattern with "{name}" replaced; other braces are signs like any other."""
    return _NAME.sub(lambda match: values.get(match[1], match[0]), pattern).strip()
