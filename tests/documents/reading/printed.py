"""Fictional minutes printed in the style with "Punkt N:" and labelled sections, with what a reader should find."""

from dataclasses import dataclass, field, replace
from textwrap import wrap

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.reader import draft_of
from referatdesk.services.intake.neutral import neutral

Text = tuple[str, str]
"""The type of a block (paragraph, list_item, heading) and its words."""


@dataclass(frozen=True)
class PrintedPerson:
    name: str
    qualifier: str
    absent: bool = False


@dataclass(frozen=True)
class PrintedItem:
    title: str
    case_no: str | None = "27/1001"
    sections: tuple[tuple[str, tuple[Text, ...]], ...] = ()
    attachments: tuple[str, ...] = ()
    absent: tuple[PrintedPerson, ...] = ()
    heading: str | None = None
    """The heading as printed, where it is not "Punkt N: title"."""


@dataclass(frozen=True)
class Looks:
    """How the text is laid out: `run_width` breaks the run of people, `width` every line."""

    contents: bool = False
    run_width: int | None = None
    width: int | None = None
    bullet: str = "- "


@dataclass(frozen=True)
class PrintedMeeting:
    board: str = "Sundhedsråd Østfjord"
    people: tuple[PrintedPerson, ...] = ()
    items: tuple[PrintedItem, ...] = ()
    place: str = "Mødelokale Klitten"
    looks: Looks = field(default_factory=Looks)

    def text(self) -> str:
        return "\n\n".join(self._paragraphs())

    def _paragraphs(self) -> list[str]:
        run = ", ".join(_person(one) for one in self.people)
        head = [
            f"REFERAT {self.board} d. 04-02-2027",
            "Mødedato Torsdag d. 4. februar 2027 kl. 13:00",
            f"Mødested {self.place}",
            *([_broken(f"Mødedeltagere {run}", self.looks.run_width or self.looks.width)] if self.people else []),
        ]
        contents = ["Indholdsfortegnelse", "\n".join(_entry(one, at) for at, one in enumerate(self.items))]
        body = [text for at, item in enumerate(self.items, start=1) for text in self._item(item, at)]
        return [*head, *(contents if self.looks.contents else []), *body]

    def _item(self, item: PrintedItem, number: int) -> list[str]:
        width = self.looks.width
        texts = [_broken(item.heading or f"Punkt {number}: {item.title}", width)]
        texts += [item.case_no] if item.case_no else []
        for label, blocks in item.sections:
            texts += [label, *self._blocks(blocks)]
        texts += ["Bilag", *item.attachments] if item.attachments else []
        if item.absent:
            absentees = ", ".join(f"{one.name}, {one.qualifier}" for one in item.absent)
            texts.append(_broken(f"Fraværende {absentees}", width))
        return texts

    def _blocks(self, blocks: tuple[Text, ...]) -> list[str]:
        texts: list[str] = []
        last = ""
        for kind, words in blocks:
            mark = self.looks.bullet if kind == "list_item" else ""
            text = _broken(mark + words, self.looks.width, hanging="  " if mark else "")
            if mark and last == "list_item":
                texts[-1] += f"\n{text}"
            else:
                texts.append(text)
            last = kind
        return texts


def _person(one: PrintedPerson) -> str:
    return f"{one.name}, {one.qualifier}{' (Fravær)' if one.absent else ''}"


def _entry(item: PrintedItem, at: int) -> str:
    title = item.title if len(item.title) < 60 else f"{item.title[:60]}ε"
    return f"{title}.....\t{at + 3}"


def _broken(text: str, width: int | None, hanging: str = "") -> str:
    return "\n".join(wrap(text, width, subsequent_indent=hanging)) if width else text


def read(meeting: PrintedMeeting | str) -> Draft:
    return draft_of(source_of_text(meeting if isinstance(meeting, str) else meeting.text()))


def found_people(draft: Draft) -> list[PrintedPerson]:
    return [PrintedPerson(one.name, one.party or one.organisation or "", one.is_away) for one in draft.people]


def found_items(draft: Draft) -> list[PrintedItem]:
    """What was read, in the terms in which it was printed."""
    return [_found_item(item) for item in neutral(draft)["items"]]


def _found_item(item: dict) -> PrintedItem:
    named = [section for section in item["sections"] if section["kind"] not in {"attachments", "absent"}]
    sections = tuple(
        (section["label"], tuple((block["type"], block["text"]) for block in section["blocks"])) for section in named
    )
    absent = tuple(PrintedPerson(name, "", True) for name in item.get("absent", ()))
    return PrintedItem(item["title"], item.get("case_number"), sections, tuple(item.get("attachments", ())), absent)


def expected_items(meeting: PrintedMeeting) -> list[PrintedItem]:
    return [
        replace(item, heading=None, absent=tuple(PrintedPerson(one.name, "", True) for one in item.absent))
        for item in meeting.items
    ]
