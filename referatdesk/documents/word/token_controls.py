"""Tokens written as content controls into the text of a part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import count

from lxml import etree

from referatdesk.documents.word.fields import FIELDS, TAG_PREFIX
from referatdesk.documents.word.names import W15, W, w
from referatdesk.documents.word.splices import Splices
from referatdesk.documents.word.token_pairs import Pair, Round, Typed, is_all_of
from referatdesk.documents.word.token_text import Atom, Line, Span
from referatdesk.documents.word.token_words import Kind

_IDS = re.compile(rb'<w:id w:val="(\d+)"')
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"), w("commentRangeStart"), w("commentRangeEnd"))
"""What may stand between paragraphs too, and has a counterpart elsewhere."""
_BLOCKS = (w("p"), w("tbl"), w("sdt"))


class Controls:
    """The markup of controls, each with an id that no other has in the file."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._taken = {int(number) for part in parts for number in _IDS.findall(part)}
        self._numbers = (number for number in count(1001) if number not in self._taken)

    def field(self, name: str, look: str) -> str:
        """`look` is the w:rPr that its value takes."""
        kind = "<w:richText/>" if FIELDS[name].rich else "<w:text/>"
        run = f"<w:r>{look}<w:t>[{escape(name, quote=False)}]</w:t></w:r>"
        return f"{self._begun(name, name, look)}{kind}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"

    def opening(self, typed: Typed, *, sections: bool) -> str:
        """With `sections` a repeat gets the buttons that Word has for them."""
        token = typed.token
        begun = self._begun(token.name, token.typed, "")
        if token.kind is not Kind.REPEAT or not sections:
            return f"{begun}<w:richText/></w:sdtPr><w:sdtContent>"
        item = f'<w:sdt><w:sdtPr><w:id w:val="{next(self._numbers)}"/><w15:repeatingSectionItem/></w:sdtPr>'
        return f"{begun}<w15:repeatingSection/></w:sdtPr><w:sdtContent>{item}<w:sdtContent>"

    @staticmethod
    def closing(opening: Typed, *, sections: bool) -> str:
        deep = opening.token.kind is Kind.REPEAT and sections
        return "</w:sdtContent></w:sdt>" * (2 if deep else 1)

    def _begun(self, name: str, shown: str, look: str) -> str:
        number = next(self._numbers)
        tag = f'<w:tag w:val="{escape(TAG_PREFIX + name)}"/>'
        return f'<w:sdt><w:sdtPr>{look}<w:alias w:val="{escape(shown)}"/>{tag}<w:id w:val="{number}"/>'


class Conversion:
    """The changes to one part: what goes in at a token, and paragraphs and rows that held nothing but tokens go."""

    def __init__(
        self, root: etree._Element, source: str, spans: Mapping[etree._Element, Span], controls: Controls
    ) -> None:
        self._source = source
        self._spans = spans
        self._controls = controls
        self._out = Splices(source)
        if root.nsmap.get("w") != W:
            name_ends = spans[root].inner - 1
            self._out.put(name_ends, name_ends, 0, f' xmlns:w="{W}"')
        self._sections = root.nsmap.get("w15") == W15 and "w15" in root.get(_IGNORABLE, "").split()
        self._inline: dict[Line, dict[int, str]] = defaultdict(dict)
        """By line and the token's place: what goes in there; "" where only the token goes."""
        self._outside: dict[Line, list[tuple[int, str]]] = defaultdict(list)
        """By line: what goes in instead of it, should nothing else be left of it."""

    def converted(self, lines: Sequence[Line], fields: Sequence[Typed], pairs: Sequence[Pair]) -> str:
        for one in fields:
            look = self._look(one.line.run_at(one.token.begin))
            self._inline[one.line][one.token.start] = self._controls.field(one.token.name, look)
        for pair in pairs:
            self._go_round(pair)
        for line in lines:
            if self._inline.get(line) is not None:
                self._rewrite(line)
        return self._out.rendered(0, len(self._source))

    def _look(self, run: etree._Element) -> str:
        properties = run.find(w("rPr"))
        return "" if properties is None else self._text(properties)

    def _text(self, element: etree._Element) -> str:
        return self._source[self._spans[element].start : self._spans[element].end]

    def _go_round(self, pair: Pair) -> None:
        sections = self._sections and pair.round is not Round.WORDS
        before = self._controls.opening(pair.opening, sections=sections)
        after = self._controls.closing(pair.opening, sections=sections)
        in_words = pair.round is Round.WORDS
        self._inline[pair.opening.line][pair.opening.token.start] = before if in_words else ""
        self._inline[pair.end.line][pair.end.token.start] = after if in_words else ""
        if pair.round is Round.BLOCKS:
            self._outside[pair.opening.line].append((pair.opening.order, before))
            self._outside[pair.end.line].append((pair.end.order, after))
        elif pair.round is Round.ROWS:
            self._go_round_rows(pair, before, after)

    def _go_round_rows(self, pair: Pair, before: str, after: str) -> None:
        """A row with nothing but the token goes."""
        first, last = self._spans[pair.first], self._spans[pair.last]
        several = pair.first is not pair.last
        first_stays = not (several and is_all_of(pair.first, pair.opening))
        last_stays = not (several and is_all_of(pair.last, pair.end))
        self._out.put(first.start, first.start if first_stays else first.end, pair.opening.order, before)
        self._out.put(last.end if last_stays else last.start, last.end, pair.end.order, after)

    # Lines

    def _rewrite(self, line: Line) -> None:
        span = self._spans[line.paragraph]
        outside = sorted(self._outside.get(line, ()))
        if self._is_left(line):
            self._rewrite_runs(line)
            for order, new in outside:
                at = span.start if new.startswith("<w:sdt") else span.end
                self._out.put(at, at, order, new)
            return
        marks = "".join(self._text(one) for one in line.paragraph.iterchildren(*_MARKS))
        order = outside[0][0] if outside else 0
        self._out.put(span.start, span.end, order, "".join(new for _, new in outside) + marks)

    def _is_left(self, line: Line) -> bool:
        """Whether the paragraph stays: it holds something else, or its place may not do without it."""
        rest, place = "", 0
        for token_start, new in sorted(self._inline[line].items()):
            rest += line.text[place:token_start] + new
            place = line.text.index("]]", token_start) + 2
        if (rest + line.text[place:]).strip() or line.has_section:
            return True
        before, after = line.paragraph.getprevious(), line.paragraph.getnext()
        is_lone = not any(one.tag in _BLOCKS for one in (before, after) if one is not None)
        return is_lone or (before is not None and before.tag == w("tbl"))

    def _rewrite_runs(self, line: Line) -> None:
        by_run: dict[etree._Element, list[Atom]] = defaultdict(list)
        for atom in line.atoms:
            by_run[atom.run].append(atom)
        stretches = {start: line.text.index("]]", start) + 2 for start in self._inline[line]}
        for run, atoms in by_run.items():
            if any(atoms[0].start < end and start < atoms[-1].end for start, end in stretches.items()):
                self._rewrite_run(run, atoms, self._inline[line], stretches)

    def _rewrite_run(
        self, run: etree._Element, atoms: Sequence[Atom], inline: Mapping[int, str], stretches: Mapping[int, int]
    ) -> None:
        span = self._spans[run]
        begun = self._source[span.start : span.inner] + self._look(run)
        ended = self._source[span.inner_end : span.end]
        out: list[str] = []
        held: list[str] = []

        def let_go() -> None:
            if held:
                out.extend((begun, *held, ended))
                held.clear()

        for piece in self._pieces(atoms, stretches):
            if isinstance(piece, int):
                let_go()
                out.append(inline[piece])
            else:
                held.append(piece)
        let_go()
        self._out.put(span.start, span.end, 0, "".join(out))

    def _pieces(self, atoms: Sequence[Atom], stretches: Mapping[int, int]) -> Iterator[str | int]:
        """What is left of a run, in order; a number is the place of a token that begins there."""
        for atom in atoms:
            place = atom.start
            for start, end in sorted(stretches.items()):
                if atom.text and start < atom.end and end > place:
                    if start > place:
                        yield self._part_of(atom, place, start)
                    if start >= atom.start:
                        yield start
                    place = min(end, atom.end)
            if place == atom.start:
                span = self._spans[atom.element]
                yield self._out.rendered(span.start, span.end)
            elif place < atom.end:
                yield self._part_of(atom, place, atom.end)

    @staticmethod
    def _part_of(atom: Atom, start: int, end: int) -> str:
        words = escape(atom.text[start - atom.start : end - atom.start], quote=False)
        return f'<w:t xml:space="preserve">{words}</w:t>'
