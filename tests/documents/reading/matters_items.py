"""Items made of plain lines, for the tables of the matters."""

from referatdesk.documents.reading.draft import DraftItem, DraftPerson, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.richtext import paragraph

PLACE = Place(1, 1)
NAMES = (
    "Merete Aaby",
    "Aksel Ravn Lund",
    "Sanne Brix",
    "Palle Nørre",
    "Ida Vester",
    "Erik Dam",
    "Bodil Krogh",
    "Lærke Bang",
)
PEOPLE = tuple(DraftPerson(name=name, place=PLACE) for name in NAMES)


def block(line):
    """A paragraph, or a bullet where the line begins with a hyphen."""
    if line.startswith("- "):
        return paragraph(line[2:], BlockKind.BULLET, marker="-")
    if line.startswith("“ "):
        return paragraph(line[2:], BlockKind.QUOTE)
    return paragraph(line)


def section(kind, text, place=PLACE, **fields):
    label = fields.pop("label", kind.value)
    return DraftSection(kind=kind, place=place, label=label, blocks=tuple(map(block, text.split("\n"))), **fields)


def decided(text, *others, **fields):
    """An item whose minutes say this."""
    return item(section(SectionKind.DECISION, text), *others, **fields)


def item(*sections, **fields):
    return DraftItem(
        **({"title": "Budget", "heading": "5. Budget", "place": PLACE, "figure": "5"} | fields), sections=sections
    )


def around(*items, people=PEOPLE, **fields):
    known = {"board": "Sundhedsråd Østfjord", "date": "2027-02-04"} | fields
    places = {}
    for one in items:
        for at, each in enumerate(each for part in one.sections for each in part.blocks):
            places[each.id] = Place(10 + at, 10 + at)
    return MattersAround(**known, people=people, places=places)
