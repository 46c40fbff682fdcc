"""What an item points at: other meetings, boards, items and papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftItem, DraftLink, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.said import blocks_of, deciding_sections, place_of, text_sections
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import BlockKind, LinkKind, SectionKind
from referatdesk.domain.dates import find_date
from referatdesk.domain.sentences import sentences

_NAMED_BOARD = re.compile(
    r"(?P<board>(?:Udvalget for |Rådet for )?[A-ZÆØÅ][\w-]*"
    r"(?:(?:,| og| for| i| af| -| –)(?= [A-ZÆØÅ])| [A-ZÆØÅ][\w-]*| (?:politisk|strategisk) niveau){0,8})"
)
_BOARD_WORD = re.compile(
    r"(?:udvalg|byråd|råd|bestyrelse|klynge|styregruppe|kreds|forum|niveau|magistrat|KKR|kommission)(?:et|en|n"
    r"|met)?\b|regionsråd|\bråd\b",
    re.IGNORECASE,
)
_DECIDED = r"(?:besluttede|godkendte|vedtog|tiltrådte|behandlede|drøftede|anbefalede|udsatte|indstillede)"
_KINDS = {"anbefalede": LinkKind.RECOMMENDED_BY, "indstillede": LinkKind.RECOMMENDED_BY}
_MEETING = (
    r"(?:(?:på|ved|i) (?:(?:sit|deres|et|det) )?(?:(?:ekstra)?ordinær[et] |konstituerende )?mødet?,? (?:den |d\. ?)?)"
)
_BY_BOARD = re.compile(
    rf"(?P<does>{_DECIDED})(?: (?:desuden|ligeledes|også|i den forbindelse|herefter))?,? (?:{_MEETING}|(?:den"
    rf"|d\.) ?)(?=\d)",
    re.IGNORECASE,
)
_AT_MEETING = re.compile(rf"\b{_MEETING}(?=\d)", re.IGNORECASE)
_THEN_DECIDED = re.compile(rf"(?: (?!at\b|der\b)\w+){{0,3}},? (?P<does>{_DECIDED})\b")
_POSTPONED = re.compile(r"\b(?:udsat|udsættes|udsatte|udskudt|udskydes|udsætte)\b(?P<rest>[^;]{0,160})", re.IGNORECASE)
_TO_MEETING = re.compile(
    r"\btil (?:(?:(?:det|et) )?(?:(?:næste|kommende|førstkommende) )?(?:(?:ekstra)?ordinær[et] )?møde|(?:den|d\.) ?\d)",
    re.IGNORECASE,
)
_FROM_MEETING = re.compile(
    r"\b(?:udsat|udskudt|overført) fra (?:møde(?:t)?|sidste møde|(?:den|d\.) ?\d|punkt)(?P<rest>[^;]{0,60})",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:opfølgning|opsamling) (?:på|fra) (?P<rest>[^;]{0,120})", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:henvis(?:t|es)|oversend(?:t|es)|fremsend(?:t|es)|videresend(?:t|es)|send(?:t|es)|oversendte|henviste"
    r"|at (?:oversende|henvise|fremsende)(?: sagen| punktet)?)"
    r" (?:sagen |punktet |videre )?til (?P<rest>[^.;,]{3,100})",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:meldes|meldt|melder|rapporteres|afrapporteres) tilbage til (?P<rest>[^.;,]{3,100})", re.IGNORECASE
)
_ITEM = re.compile(
    r"(?:\bdagsordens?punkt(?:et)?|\bdagsordenens punkt|(?:\bse|\bjf\.|\bjævnfør|\bse også|\bunder|\bjf"
    r"|\() ?(?:også )?(?:punkt|pkt\.?)|\bsag nr\.)"
    r" (?P<figure>\d{1,3})\b(?!\.\d)(?! (?:i|på) (?!dagsorden))",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:sag|punkt|dagsordenspunkt)(?: nr\.)? (?P<figure>\d{1,3})\b", re.IGNORECASE)
_PAPER = re.compile(r"\bbilag (?P<figures>\d{1,2}[a-z]?(?:(?:, | og |-|–)\d{1,2}[a-z]?){0,8})\b(?!\.\d)", re.IGNORECASE)


def links_of(item: DraftItem, around: MattersAround) -> tuple[DraftLink, ...]:
    """Everything pointed at, each once, in the order of the text."""
    deciding = deciding_sections(item, around)
    found: dict[tuple[object, ...], DraftLink] = {}
    for section in text_sections(item, around):
        for link in _section_links(section, section in deciding, item, around):
            found.setdefault((link.kind, link.board, link.date, link.item, link.raw if _is_bare(link) else None), link)
    return tuple(found.values())


def _is_bare(link: DraftLink) -> bool:
    return link.board is None and link.date is None and link.item is None


def _section_links(section: DraftSection, decides: bool, item: DraftItem, around: MattersAround) -> Iterator[DraftLink]:
    for block in section.blocks:
        if block.kind is BlockKind.QUOTE:
            yield DraftLink(kind=LinkKind.QUOTES, raw=block.text[:80], place=place_of(block, section, around))
            break
    for block in blocks_of(section):
        place = place_of(block, section, around)
        for sentence in sentences(block.text):
            yield from _meetings(sentence.text, place)
            yield from _postponed(sentence.text, place, decides and not _is_of_another(sentence.text, item))
            yield from _sent(sentence.text, place, decides or section.kind is SectionKind.RECOMMENDATION)
            yield from _references(sentence.text, place, item)


def _is_of_another(text: str, item: DraftItem) -> bool:
    """Whether a sentence says what became of another item."""
    named = _OTHER.search(text)
    return named is not None and named["figure"] != item.figure


def _meetings(text: str, place: Place) -> Iterator[DraftLink]:
    """ "<Board> besluttede på møde den …", "På mødet den … besluttede <board>"."""
    for match in _BY_BOARD.finditer(text):
        board = _board_before(text[: match.start()])
        day = find_date(text[match.end() : match.end() + 40])
        if board is not None and day is not None:
            raw = text[match.start() : match.end() + day.end]
            yield DraftLink(kind=_kind(match["does"]), raw=f"{board} {raw}", place=place, board=board, date=day.iso)
    for match in _AT_MEETING.finditer(text):
        day = find_date(text[match.end() : match.end() + 40])
        then = _THEN_DECIDED.match(text, match.end() + day.end) if day else None
        if day is None or then is None:
            continue
        behind = _NAMED_BOARD.match(text[then.end() :].lstrip())
        board = behind["board"].rstrip(" ,-–") if behind and _BOARD_WORD.search(behind["board"]) else None
        yield DraftLink(
            kind=_kind(then["does"]), raw=text[match.start() : then.end()], place=place, board=board, date=day.iso
        )


def _kind(does: str) -> LinkKind:
    return _KINDS.get(does.casefold(), LinkKind.DECIDED_BY)


def _board_before(text: str) -> str | None:
    """The board that the sentence speaks of up to here: the last name with a board's word in it."""
    named = [match["board"] for match in _NAMED_BOARD.finditer(text) if _BOARD_WORD.search(match["board"])]
    return named[-1].strip(" ,-–") if named else None


def _postponed(text: str, place: Place, decides: bool) -> Iterator[DraftLink]:
    if origin := _FROM_MEETING.search(text):
        day = find_date(origin[0])
        yield DraftLink(
            kind=LinkKind.POSTPONED_FROM, raw=origin[0].strip(" ."), place=place, date=day.iso if day else None
        )
    for match in _POSTPONED.finditer(text):
        to = _TO_MEETING.search(match["rest"])
        if decides and to is not None and not origin:
            day = find_date(match["rest"])
            yield DraftLink(
                kind=LinkKind.POSTPONED_TO, raw=match[0].strip(" ."), place=place, date=day.iso if day else None
            )
    if follows := _FOLLOWS.search(text):
        day, board = find_date(follows[0]), _board_before(follows["rest"])
        if day is not None:
            yield DraftLink(
                kind=LinkKind.FOLLOWS_UP, raw=follows[0].strip(" ."), place=place, date=day.iso, board=board
            )


def _sent(text: str, place: Place, decides: bool) -> Iterator[DraftLink]:
    for kind, pattern in ((LinkKind.REFERRED_TO, _SENT), (LinkKind.REPORT_BACK_TO, _REPORTS)):
        for match in pattern.finditer(text):
            named = _NAMED_BOARD.match(match["rest"])
            board = named["board"].strip(" ,-–") if named and _BOARD_WORD.search(named["board"]) else None
            if board is not None and (decides or kind is LinkKind.REPORT_BACK_TO):
                yield DraftLink(kind=kind, raw=match[0].strip(" ."), place=place, board=board)


def _references(text: str, place: Place, item: DraftItem) -> Iterator[DraftLink]:
    for match in _ITEM.finditer(text):
        if match["figure"] != item.figure:
            raw = match[0].lstrip("( ")
            yield DraftLink(kind=LinkKind.REFERS_ITEM, raw=raw, place=place, item=match["figure"])
    for match in _PAPER.finditer(text):
        yield DraftLink(kind=LinkKind.REFERS_ATTACHMENT, raw=match[0], place=place)
