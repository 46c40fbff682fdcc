"""What each kind of act cost, held up to what it may cost; and which facts did not end up right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.live.acts import ALLOWED, Kind
from tests.live.playing import Done, Played


def lines(played: Played, wrong: Sequence[str], right: int) -> Iterator[str]:
    yield f"{'act':<40} {'times':>5} {'key presses':>12} {'allowed':>8}"
    for kind in Kind:
        if of_kind := [one for one in played.done if one.act.kind is kind]:
            yield _line(kind, of_kind)
    yield f"facts: {right} of {right + len(wrong)} right"
    yield from (f"  {one}" for one in shortcomings(played, wrong))


def _line(kind: Kind, done: Sequence[Done]) -> str:
    counts = sorted({one.act.presses for one in done})
    shown = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    allowed = ALLOWED.get(kind)
    seen = all(one.seen for one in done)
    verdict = "NOT SEEN" if not seen else "" if allowed is None else "pass" if counts[-1] <= allowed else "FAIL"
    return f"{kind:<40} {len(done):>5} {shown:>12} {allowed if allowed is not None else '':>8}  {verdict}".rstrip()


def shortcomings(played: Played, wrong: Sequence[str]) -> Iterator[str]:
    """Everything that is not as it should be."""
    for one in played.done:
        if not one.seen:
            yield f"not seen: {one.act.what}"
        if one.act.presses > ALLOWED.get(one.act.kind, one.act.presses):
            yield f"{one.act.presses} key presses: {one.act.what}"
    yield from (f"wrong: {fact}" for fact in wrong)
    yield from (f"trouble: {trouble}" for trouble in played.trouble)
