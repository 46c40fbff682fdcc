"""One thing that should be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` says what, `item_id` where (None: the meeting itself), `data` what the words for it need."""

    code: str
    item_id: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)
