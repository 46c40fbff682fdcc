"""What stands in a public version in place of what was taken out of a text."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.personal_data import Private

LEFT_OUT_WORDS: Mapping[Private, str] = {
    Private.CPR: "[personnummer udeladt]",
    Private.MAIL: "[mailadresse udeladt]",
    Private.TELEPHONE: "[telefonnummer udeladt]",
    Private.JOINING: "[adgang til mødet udeladt]",
}
