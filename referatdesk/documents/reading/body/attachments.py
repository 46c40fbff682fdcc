"""The lines of a list of attachments, one paper each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.draft import Doubt, DraftAttachment
from referatdesk.documents.reading.source import SourceParagraph, cut_runs, fills, flattened, split_runs, stripped_runs
from referatdesk.documents.reading.words.given_names import is_given_name
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.organisations import looks_like_organisation
from referatdesk.documents.reading.words.sentences import ends_open
from referatdesk.domain.codes import BlockKind

_FILE = r"\.(?:pdf|docx?|dotx|xlsx?|xlsm|pptx?|msg|eml|jpe?g|png|tiff?|txt|csv|rtf|od[tsp]|zip|html?|mp4)"
_FILE_END = re.compile(rf"{_FILE}$", re.IGNORECASE)
_BETWEEN_FILES = re.compile(rf"(?<=\w){_FILE}(?P<gap>\s*[,;]\s*|\s+og\s+|\s+)(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>Bilag\s+\d+[a-z]?(?:\.\d+)*)(?:\s*[:.–_-]\s*|\s+)(?P<title>\S.*)$", re.IGNORECASE | re.DOTALL
)
_NUMBERED = re.compile(r"\bBilag\s+(?P<figure>\d{1,2})[a-z]?\s*[:.–-]", re.IGNORECASE)
_COUNTED = re.compile(r"(?:^|(?<=[\s,;]))(?P<figure>\d{1,2})[.)]\s+(?=[A-ZÆØÅ\"”])")
_SEMICOLON = re.compile(r";\s*(?=[A-ZÆØÅ\d\"”])")
_COMMA = re.compile(r",\s+(?=[A-ZÆØÅ])")
_NOTHING = re.compile(
    r"(?:ingen|intet|nej|(?:der er )?ingen (?:vedlagte )?bilag(?: til (?:punktet|sagen|dagsordenspunktet))?|-"
    r"|–)\.?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?=.*\b(?:er|kan|findes|ligger|sendes|eftersendes|vedlægges|ses|fremgår|omdeles"
    r"|udleveres)\b).{12,}[.]$",
    re.IGNORECASE | re.DOTALL,
)
_NEW_PAPER = re.compile(r"[a-zæøå)] (?P<at>[A-ZÆØÅ][a-zæøå]{3,}) (?:i|af|for|om|fra|til|på|vedr\.|over|mellem|med)\b")
_AFTER_CAPITAL = re.compile(
    r"(?<![\w-])(?P<before>[A-ZÆØÅ][\wæøå-]*) (?P<at>[A-ZÆØÅ][a-zæøå]{3,}) (?:i|af|for|om|fra|til|vedr\.|over)\b"
)
_PAPER_WORD = re.compile(
    r"(?:Referat|Notat|Brev|Rapport|Oversigt|Udkast|Kommissorium|Høringssvar|Præsentation|Skabelon|Dagsorden"
    r"|Tidsplan|Budget|Regnskab"
    r"|Redegørelse|Kort|Plan|Aftale|Program|Ansøgning|Bilag|Evaluering|Noter)$"
)
LONG_LINE = 90
LEAST_TABS = 2
"""A line with so many tabs is a row of a table."""


def says_nothing(text: str) -> bool:
    """Whether the list says that there are none."""
    return bool(_NOTHING.fullmatch(text))


def read_attachments(
    lines: Sequence[SourceParagraph], width: int | None
) -> tuple[tuple[DraftAttachment, ...], tuple[SourceParagraph, ...], tuple[Doubt, ...]]:
    """The papers, the lines that are none (a table, a remark, "Ingen"), and doubts about broken or merged titles."""
    whole, others, doubts = _titles([one for line in lines for one in _opened(line)], width)
    single = [piece for one in whole for piece in _parted(one)]
    doubts += [doubt for one in single if (doubt := _may_be_merged(one, len(single))) is not None]
    return tuple(_attachment(one) for one in single), tuple(others), tuple(doubts)


def _opened(line: SourceParagraph) -> list[SourceParagraph]:
    if line.table is not None or "\n" not in line.text:
        return [line]
    return [replace(line, runs=one) for one in split_runs(line.runs) if one]


def _titles(
    lines: Sequence[SourceParagraph], width: int | None
) -> tuple[list[SourceParagraph], list[SourceParagraph], list[Doubt]]:
    groups: list[list[SourceParagraph]] = []
    others: list[SourceParagraph] = []
    doubts: list[Doubt] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if line.table is not None or line.text.count("\t") >= LEAST_TABS or says_nothing(line.flat) or _is_remark(line):
            others.append(line)
        elif above is not None and _is_rest(above, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
            if above is not None and _may_be_rest(above, line):
                doubts.append(Doubt("attachment.broken", above.place.to(line.place), line.flat, "join"))
    return [joined(*group) for group in groups], others, doubts


def _is_remark(line: SourceParagraph) -> bool:
    """Whether it is a sentence about the papers and not the title of one."""
    plain = line.list_kind is None and typed_mark(line.text) is None and _NUMBER.match(line.flat) is None
    return plain and _SENTENCE.match(line.flat) is not None


def _is_rest(above: SourceParagraph, line: SourceParagraph, width: int | None) -> bool:
    """Whether a line is certainly the rest of the title above: right below it, and the title cannot end there."""
    if line.whole or line.blank_before or typed_mark(line.text) is not None or _FILE_END.search(above.flat):
        return False
    if _NUMBER.match(line.flat):
        return False
    if width is not None and fills(above, line.text, width):
        return True
    return line.indent > above.indent or (line.text[:1].islower() and (ends_open(above.flat) or len(above.flat) > 60))


def _may_be_rest(above: SourceParagraph, line: SourceParagraph) -> bool:
    if _FILE_END.search(above.flat) or line.list_kind is not None or typed_mark(line.text) is not None:
        return False
    return ends_open(above.flat) or (line.text[:1].islower() and not _FILE_END.search(line.flat))


def _parted(line: SourceParagraph) -> list[SourceParagraph]:
    """The papers of a line that names several beyond doubt: by their numbers, by their files, or between semicolons."""
    text = line.text
    for cuts in (_at_numbers(text, _NUMBERED), _at_numbers(text, _COUNTED), _after_files(text), _at_semicolons(text)):
        if cuts:
            return list(_cut(line, cuts))
    return [line]


def _at_numbers(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the second and each later number begins, if they count on from the first, at the head of the line."""
    found = list(pattern.finditer(text))
    figures = [int(one["figure"]) for one in found]
    rising = len(figures) > 1 and figures == list(range(figures[0], figures[0] + len(figures)))
    if not rising or text[: found[0].start()].strip():
        return []
    return [(one.start(), one.start()) for one in found[1:]]


def _after_files(text: str) -> list[tuple[int, int]]:
    if not _FILE_END.search(text.rstrip()):
        return []
    return [(one.start("gap"), one.end("gap")) for one in _BETWEEN_FILES.finditer(text)]


def _at_semicolons(text: str) -> list[tuple[int, int]]:
    return [one.span() for one in _SEMICOLON.finditer(text)]


def _cut(line: SourceParagraph, cuts: Sequence[tuple[int, int]]) -> Iterator[SourceParagraph]:
    start = 0
    for end, after in [*cuts, (len(line.text), len(line.text))]:
        runs = stripped_runs(cut_runs(line.runs, start, end))
        text = "".join(run.text for run in runs)
        kept = len(text.rstrip(" ,;"))
        if kept:
            piece = replace(line, runs=cut_runs(runs, 0, kept))
            yield piece if start == 0 else replace(piece, marker=None, list_kind=line.list_kind)
        start = after


def _may_be_merged(line: SourceParagraph, listed: int) -> Doubt | None:
    """A doubt where one line seems to hold two papers; it proposes the words with which the second begins."""
    text = line.flat
    if _FILE_END.search(text):
        return None
    comma = _COMMA.search(text) if listed == 1 else None
    if comma is not None and _PAPER_WORD.match(text[comma.end() :].split()[0]):
        return Doubt("attachment.merged", line.place, text, text[comma.end() :])
    if len(text) < LONG_LINE:
        return None
    for match in (*_AFTER_CAPITAL.finditer(text), *_NEW_PAPER.finditer(text)):
        word, before = match["at"], match.groupdict().get("before")
        if before is None and not _PAPER_WORD.match(word):
            continue
        if before is not None and (is_given_name(before) or looks_like_organisation(word)):
            continue
        return Doubt("attachment.merged", line.place, text, text[match.start("at") :])
    return None


def _attachment(line: SourceParagraph) -> DraftAttachment:
    mark = None if line.list_kind is not None else typed_mark(line.text)
    raw = flattened(line.text)
    text = flattened("".join(run.text for run in stripped_runs(cut_runs(line.runs, mark.length if mark else 0))))
    numbered = _NUMBER.match(text)
    title = numbered["title"] if numbered else text
    number = (
        numbered["number"] if numbered else _counted(line, mark.text if mark else None, mark.kind if mark else None)
    )
    return DraftAttachment(
        title=title,
        raw=f"{line.marker} {raw}" if line.marker else raw,
        place=line.place,
        number=number,
        file_name=title if _FILE_END.search(title) else None,
        listed=line.list_kind is not None or mark is not None,
    )


def _counted(line: SourceParagraph, typed: str | None, kind: BlockKind | None) -> str | None:
    """The number in front of a title, where it is a number and no bullet."""
    if line.list_kind in {BlockKind.NUMBERED, BlockKind.LETTERED}:
        return line.marker
    return typed if kind in {BlockKind.NUMBERED, BlockKind.LETTERED} else None
