"""The styles that can be read, one module each."""

from __future__ import annotations

from referatdesk.documents.reading.style import Style
from referatdesk.documents.reading.styles.sagsfremstilling import SAGSFREMSTILLING

STYLES: tuple[Style, ...] = (SAGSFREMSTILLING,)
