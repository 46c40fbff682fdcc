"""Referatdesk: minutes of Danish public boards, taken down live and printed by the house's own template."""

VERSION = "0.1.0"
