"""What must not be read by everybody: personal numbers, addresses of mail, telephones, the way into a closed meeting.

A board says which addresses and numbers are the office's own ("egeby.dk", "post@egeby.dk", "99 88 77 66"); all others
are taken for private ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Private(StrEnum):
    CPR = "cpr"
    MAIL = "mail"
    TELEPHONE = "telephone"
    JOINING = "joining"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a private fact stands in a text."""

    begin: int
    end: int
    kind: Private


_GAP = r"[ \t\u00a0\u2009\u202f]"
_DASH = r"[-\u00ad\u2010-\u2015\u2212]"
_CPR = re.compile(
    rf"(?<!\d)(?<!\d[-/.])(\d\d)(\d\d)\d\d{_GAP}?{_DASH}?{_GAP}?\d{{4}}(?!\d)(?!{_DASH}\d)",
)
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ADDED_TO_A_DAY = 60
"""Personal numbers that are made for somebody without one have this added to the day."""

_AT = rf"(?:@|{_GAP}?[\[(]{_GAP}?(?:at|snabel-?a|@){_GAP}?[\])]{_GAP}?)"
_MAIL = re.compile(rf"[\w.+'%-]+{_AT}\w[\w-]*(?:\.[\w-]*\w)+", re.IGNORECASE)

_PLUS = rf"(?:\+|\b00){_GAP}?\d{{2,3}}{_GAP}?"
_TELEPHONE = re.compile(
    rf"(?<![\d/,])(?<!\d[-.])(?P<land>{_PLUS})?(?P<digits>\d(?:(?:{_GAP}|[-.)]){{0,2}}\d){{5,11}})(?!\d)(?![/,]\d)"
)
_EIGHT = 8
_GROUPED = re.compile(
    rf"\d\d(?:({_GAP}|[-.])\d\d(?:\1\d\d){{2}})|\d{{4}}({_GAP}|-)\d{{4}}|\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}"
)
_YEARS = re.compile(r"(?:19|20)\d\d\D(?:19|20)\d\d")
_DAY_IN_ONE = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_RINGS = re.compile(
    r"(?:\b(?:tlf|tel|telefon(?:nummer|nr)?|mobil(?:nummer|nr)?|ring(?:e|es)?|sms|træffes)\b)\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"(?:\bkr|\bnr|nummer|\bno|\bid|\bsag\w*|\bdok\w*|\bjournal\w*|\bbrev\w*)\W*$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s*(?:kr\b|kroner|mio\b|mia\b|%|øre\b)", re.IGNORECASE)

_MEETING_HOSTS = (
    r"teams\.(?:microsoft|live)\.com|(?:[\w-]+\.)?zoom\.us|meet\.google\.com|(?:[\w-]+\.)?webex\.com|whereby\.com|"
    r"join\.skype\.com|meet\.jit\.si|(?:[\w-]+\.)?gotomeeting\.com|(?:[\w-]+\.)?vconf\.dk|(?:[\w-]+\.)?rooms\.dk"
)
_JOINING_LINK = re.compile(rf"(?:https?://)?(?:{_MEETING_HOSTS})/\S*[^\s.,;:)\]]", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:møde-?(?:id|kode)|meeting[ -]?(?:id|code)|konference-?id|adgangskode|passcode|password|kodeord"
    r"|pin(?:-?kode)?|dørkode|portkode|alarmkode|nøgleboks(?:kode)?|kode)(?:n|en)?(?:\s+til\s+\w+)?(?:\s+er)?\s*[:=]?\s*"
    r"(?P<code>[#*]?(?=[\w#*-]*\d)[\w#*-]+(?: \d[\d#*]*)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contacts:
    """The addresses and numbers that may be published: domains, whole addresses, and telephones by their digits.

    `private` are addresses that are never published, whatever their domain.
    """

    allowed: frozenset[str]
    private: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[str], private: Iterable[str] = ()) -> Contacts:
        keys = (_key(entry) for entry in entries)
        return cls(frozenset(key for key in keys if key), frozenset(map(_plain_address, private)))

    def has_mail(self, address: str) -> bool:
        address = _plain_address(address)
        domain = address.partition("@")[2]
        return bool(domain) and address not in self.private and not self.allowed.isdisjoint((address, domain))

    def has_telephone(self, number: str) -> bool:
        return _digits(number) in self.allowed


NO_CONTACTS = Contacts(frozenset())


def private_spans(text: str, contacts: Contacts = NO_CONTACTS) -> list[Span]:
    """What is private in a text, in its order, no two overlapping."""
    found: list[Span] = []
    for span in (*_joining(text), *_mails(text, contacts), *cpr_spans(text), *_telephones(text, contacts)):
        if all(span.end <= one.begin or one.end <= span.begin for one in found):
            found.append(span)
    return sorted(found, key=lambda span: span.begin)


def cpr_spans(text: str) -> list[Span]:
    """What could be a personal number: ten digits that begin with a day that there is."""
    return [Span(*match.span(), Private.CPR) for match in _CPR.finditer(text) if _is_day(match)]


def _is_day(match: re.Match[str]) -> bool:
    day, month = int(match[1]), int(match[2])
    if day > _ADDED_TO_A_DAY:
        day -= _ADDED_TO_A_DAY
    return 1 <= month <= len(_LONGEST_MONTHS) and 1 <= day <= _LONGEST_MONTHS[month - 1]


def _joining(text: str) -> Iterator[Span]:
    for match in _JOINING_LINK.finditer(text):
        yield Span(*match.span(), Private.JOINING)
    for match in _CODE.finditer(text):
        yield Span(*match.span("code"), Private.JOINING)


def _mails(text: str, contacts: Contacts) -> Iterator[Span]:
    for match in _MAIL.finditer(text):
        if not contacts.has_mail(match[0]):
            yield Span(*match.span(), Private.MAIL)


def _telephones(text: str, contacts: Contacts) -> Iterator[Span]:
    for match in _TELEPHONE.finditer(text):
        if _is_telephone(match, text) and not contacts.has_telephone(match[0]):
            yield Span(*match.span(), Private.TELEPHONE)


def _is_telephone(match: re.Match[str], text: str) -> bool:
    """A number with its country, after a word for it, or in the groups in which Danish numbers are written."""
    number, before, after = match["digits"], text[: match.start()], text[match.end() :]
    if match["land"] or _RINGS.search(before):
        return True
    digits = _digits(number)
    if len(digits) != _EIGHT or digits[0] in "01" or _MONEY_AFTER.match(after) or _NUMBER_OF.search(before):
        return False
    if number == digits:
        return not _DAY_IN_ONE.fullmatch(digits)
    return bool(_GROUPED.fullmatch(number)) and not _YEARS.fullmatch(number)


def _key(entry: str) -> str:
    entry = entry.strip()
    if any(sign.isalpha() for sign in entry):
        return _plain_address(entry).removeprefix("@").removeprefix("www.")
    return _digits(entry)


def _plain_address(written: str) -> str:
    return re.sub(_AT, "@", written.strip(), flags=re.IGNORECASE).casefold()


def _digits(number: str) -> str:
    """The digits alone, without the Danish country code."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    return digits[-_EIGHT:] if len(digits) > _EIGHT and re.match("(?:00)?45", digits) else digits
