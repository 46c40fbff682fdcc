"""Drafts in which everything that minutes can say occurs, in every mixture; the same for the same seed."""

from random import Random

from referatdesk.documents.reading.draft import (
    Draft,
    DraftAttachment,
    DraftCast,
    DraftHead,
    DraftItem,
    DraftLink,
    DraftMoney,
    DraftOutcome,
    DraftPerson,
    DraftPointOutcome,
    DraftPresence,
    DraftPromise,
    DraftSection,
    DraftStatement,
    DraftTheme,
    DraftVote,
)
from referatdesk.domain.codes import (
    Access,
    AttendanceStatus,
    BlockKind,
    CaptionPosition,
    DecisionBasis,
    ItemKind,
    LinkKind,
    MeetingKind,
    MoneyKind,
    Outcome,
    Precision,
    Role,
    SectionKind,
    StatementKind,
    SubstitutionKind,
    Treatment,
    VoteChoice,
)
from referatdesk.domain.meetings import HeaderLine, Presenter
from referatdesk.domain.richtext import Block, Cell, Run, Table
from tests.services.read_drafts import BOARD, at

NAMES = ("Merete Aaby", "Aksel Ravn Lund", "Sanne Brix", "Palle Nørre", "Ida Vester", "Erik Dam", "Lærke Bang")
PARTIES = ("A", "V", "Løsgænger", "Ø")
ORGANISATIONS = ("Egeby Kommune", "Klitved Kommune", "Region Fjordland", "PLO Fjordland")
BOARDS = (BOARD, "Økonomiudvalget", "Fjordrådet")
DATES = ("2027-03-04", "--05-10", "2026-12", "2027", None)

SIGNS = "abcdeæøå ABCÆØÅ.,:–’ 1234567890()/"
TIMES = ("08:30", "16:00", None)
PLAIN = (BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBERED)


class Dice:
    """Throws the dice for single values."""

    def __init__(self, seed):
        self.dice = Random(seed)  # noqa: S311 - no secret hangs on it

    def one(self, choices):
        return self.dice.choice(tuple(choices))

    def maybe(self, *choices):
        return self.one((None, *choices))

    def flag(self):
        return self.dice.random() < 0.5

    def some(self, make, most=2):
        return tuple(make() for _ in range(self.dice.randint(0, most)))

    def chosen(self, choices, most=2):
        return tuple(dict.fromkeys(self.some(lambda: self.one(choices), most)))

    def words(self):
        return f"x{''.join(self.dice.choices(SIGNS, k=self.dice.randint(0, 20)))}y"

    def perhaps(self):
        return self.words() if self.flag() else None

    def place(self):
        return at(self.dice.randint(1, 99))


class MadeUp(Dice):
    """Throws the dice for every value of a draft."""

    def __init__(self, seed):
        super().__init__(seed)
        self.count = 0
        self.listed = self.chosen(NAMES, 5)

    def paragraph(self):
        """A mark stands before words: alone it is nothing that could be lost."""
        self.count += 1
        runs = self.some(lambda: Run(self.words(), bold=self.flag(), italic=self.flag()), 3)
        level = self.dice.randint(0, 2)
        marker = self.maybe("a)", "1.") if runs else None
        return Block(id=f"read{self.count:08}", kind=self.one(PLAIN), runs=runs, level=level, marker=marker)

    def block(self):
        if self.dice.random() < 0.8:
            return self.paragraph()
        rows = tuple((self.cell(), self.cell()) for _ in range(self.dice.randint(1, 3)))
        table = Table(rows=rows, caption=self.perhaps(), caption_position=self.one(CaptionPosition))
        self.count += 1
        return Block(id=f"read{self.count:08}", kind=BlockKind.TABLE, table=table)

    def cell(self):
        return Cell(self.some(self.paragraph))

    def person(self, name):
        return DraftPerson(
            name=name,
            place=self.place(),
            organisation=self.maybe(*ORGANISATIONS),
            party=self.maybe(*PARTIES),
            role=self.maybe("borgmester", "formand"),
            unit=self.perhaps(),
            roles=self.chosen(Role),
            group=self.maybe("Medlemmer", "Sekretariat"),
            email=self.maybe("m@egeby.example"),
            status=self.one(AttendanceStatus),
            status_raw=self.maybe("(afbud)"),
            stands_in_for=self.maybe(*NAMES),
            substitution=self.maybe(*SubstitutionKind),
            arrived_at=self.one(TIMES),
            left_at=self.one(TIMES),
            note=self.perhaps(),
        )

    def attachment(self):
        title, number = self.words(), self.perhaps()
        return DraftAttachment(
            title=title,
            raw=f"{number} {title}" if number else title,
            place=self.place(),
            number=number,
            file_name=self.maybe(title),
            listed=self.flag(),
        )

    def cast(self):
        if self.flag():
            return DraftCast(choice=self.one(VoteChoice), name=self.one(NAMES))
        return DraftCast(choice=self.one(VoteChoice), party=self.one(PARTIES))

    def vote(self):
        return DraftVote(
            place=self.place(),
            votes_for=self.maybe(0, 9),
            votes_against=self.maybe(0, 9),
            abstentions=self.maybe(2),
            casts=self.some(self.cast),
        )

    def statement(self):
        who = self.chosen((*NAMES, *PARTIES))
        return DraftStatement(kind=self.one(StatementKind), text=self.words(), place=self.place(), who=who)

    def presence(self):
        return DraftPresence(
            name=self.one(self.listed),
            status=self.one(AttendanceStatus),
            place=self.place(),
            from_time=self.one(TIMES),
            to_time=self.one(TIMES),
        )

    def promise(self):
        return DraftPromise(
            text=self.words(),
            place=self.place(),
            responsible=self.chosen(NAMES),
            role_word=self.perhaps(),
            due=self.maybe("2027-06"),
            due_precision=self.one(Precision),
            due_raw=self.perhaps(),
        )

    def money(self):
        return DraftMoney(
            amount_ore=self.dice.randint(0, 10**15),
            raw=self.words(),
            place=self.place(),
            approximate=self.flag(),
            kind=self.one(MoneyKind),
            year=self.maybe(2028),
        )

    def link(self):
        return DraftLink(
            kind=self.one(LinkKind),
            raw=self.words(),
            place=self.place(),
            board=self.maybe(*BOARDS),
            date=self.one(DATES),
            item=self.maybe("1", "punkt 2", "nr. 2.1"),
        )

    def outcome(self):
        points = tuple(DraftPointOutcome(point=point, outcome=self.one(Outcome)) for point in self.chosen(range(4)))
        return DraftOutcome(outcome=self.one(Outcome), basis=self.one(DecisionBasis), points=points)

    def section(self):
        kind = self.one(SectionKind)
        return DraftSection(
            kind=kind,
            place=self.place(),
            label=self.perhaps(),
            colon=self.flag(),
            inline=self.flag(),
            blocks=self.some(self.block, 4),
            board=self.maybe(*BOARDS),
            date=self.one(DATES),
            attachments=self.some(self.attachment) if kind is SectionKind.ATTACHMENTS else (),
            outcome=self.outcome() if self.flag() else None,
            earlier=self.flag(),
        )

    def presenter(self):
        return Presenter(self.words(), self.perhaps(), self.perhaps(), self.perhaps())

    def item(self, themes=0, below=True):
        return DraftItem(
            title=self.words(),
            heading=self.words(),
            place=self.place(),
            figure=self.maybe("1", "2", "3", "7", "2.1", "4a"),
            title_prefix=self.perhaps(),
            title_colon=self.flag(),
            theme=self.maybe(*range(themes)),
            kind=self.one(ItemKind),
            treatment=self.maybe(*Treatment),
            access=self.one(Access),
            case_no=self.perhaps(),
            case_no_raw=self.perhaps(),
            presenters=self.some(self.presenter),
            sections=(self.section(), *self.some(self.section, 3)),
            children=self.some(lambda: self.item(below=False)) if below else (),
            votes=self.some(self.vote),
            statements=self.some(self.statement),
            presence=self.some(self.presence) if self.listed else (),
            promises=self.some(self.promise),
            money=self.some(self.money),
            links=self.some(self.link),
            mentioned=self.some(self.attachment),
            added_late=self.flag(),
        )

    def line(self):
        return HeaderLine(self.perhaps() or "", self.words())

    def head(self):
        return DraftHead(
            title=self.perhaps(),
            board=self.one(BOARDS),
            kind=self.maybe(*MeetingKind),
            date=self.one(DATES),
            date_raw=self.perhaps(),
            start=self.one(TIMES),
            end=self.one(TIMES),
            start_actual=self.one(TIMES),
            end_actual=self.one(TIMES),
            time_raw=self.perhaps(),
            place=self.perhaps(),
            virtual=self.flag(),
            case_no=self.perhaps(),
            doc_no=self.perhaps(),
            recorder=self.maybe("ABC og DEF", *NAMES),
            written_place=self.perhaps(),
            written_month=self.perhaps(),
            sender_unit=self.perhaps(),
            sender_address=self.perhaps(),
            sender_initials=self.perhaps(),
            sign_off=self.perhaps(),
            stated_none=self.some(self.words),
            lines=self.some(self.line, 3),
            other_lines=self.some(self.line, 3),
        )

    def draft(self):
        themes = self.some(lambda: DraftTheme(title=self.words(), place=self.place(), prefix=self.perhaps()))
        return Draft(
            style="sagsfremstilling",
            head=self.head(),
            is_agenda=self.flag(),
            people=tuple(self.person(name) for name in self.listed),
            themes=themes,
            items=self.some(lambda: self.item(len(themes)), 3),
            contents=self.some(self.words),
            unplaced=self.some(self.block, 3),
        )


def made_up_draft(seed):
    return MadeUp(seed).draft()
