"""What a decision's words say was decided; the rules are the domain's, since reading uses them too."""

from __future__ import annotations

from referatdesk.domain.outcome_words import recognised
from referatdesk.domain.point_outcomes import Line, point_outcomes

__all__ = ["Line", "point_outcomes", "recognised"]
