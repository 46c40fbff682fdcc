"""How a measured ratio is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Ratio:
    """`goal` is the largest ratio that is good enough; None where there is no goal."""

    name: str
    value: float
    goal: float | None
    detail: str = ""

    def line(self) -> str:
        goal = "" if self.goal is None else f"  goal ≤ {self.goal:g}  {'met' if self.value <= self.goal else 'MISSED'}"
        return f"{self.name:<58} {self.value:6.2f}{goal}  {self.detail}"


def ratio_of(name: str, ours: Sequence[float], theirs: Sequence[float], goal: float | None, unit: str = "ms") -> Ratio:
    """The ratio of the medians, with both of them told."""
    one, other = median(ours), median(theirs)
    return Ratio(name, one / other, goal, f"({one:.1f} {unit} against {other:.1f} {unit}, n={len(ours)})")


def p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
