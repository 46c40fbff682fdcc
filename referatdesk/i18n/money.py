"""Amounts of money in Danish print."""

from __future__ import annotations

from referatdesk.i18n.dates import LOCALE, plain_spaces

ORE_PER_KRONE = 100


def format_kroner(ore: int) -> str:
    """An amount in øre as "300.000 kr."; øre are printed only where there are any ("12,50 kr.")."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - kept out of the first window's start

    kroner, rest = divmod(abs(ore), ORE_PER_KRONE)
    decimals = f",{rest:02}" if rest else ""
    sign = "-" if ore < 0 else ""
    return f"{sign}{plain_spaces(format_decimal(kroner, locale=LOCALE))}{decimals} kr."
