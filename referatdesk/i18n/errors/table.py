"""All sentences for errors, by code."""

from __future__ import annotations

from referatdesk.i18n.errors.archives import ARCHIVES
from referatdesk.i18n.errors.exporting import EXPORTING
from referatdesk.i18n.errors.protection import PROTECTION
from referatdesk.i18n.errors.reading import READING
from referatdesk.i18n.errors.records import RECORDS
from referatdesk.i18n.errors.voting import VOTING

ERRORS: dict[str, str] = {**ARCHIVES, **PROTECTION, **READING, **EXPORTING, **RECORDS, **VOTING}
