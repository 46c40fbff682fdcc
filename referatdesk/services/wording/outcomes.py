"""What an outcome is called where nothing more is said of it."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import Outcome

OUTCOME_SENTENCES: Mapping[Outcome, str] = {
    Outcome.APPROVED: "Godkendt.",
    Outcome.NOTED: "Taget til efterretning.",
    Outcome.DISCUSSED: "Drøftet.",
    Outcome.POSTPONED: "Udsat.",
    Outcome.REJECTED: "Afvist.",
}
"""Only outcomes that say all by themselves: what was agreed, decided or changed is to be written."""
