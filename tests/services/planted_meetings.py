"""Meetings of every mixture with a word of its own planted in every field that must not be published.

A planted word is made up, so that no text says it by chance. `PlantedMeeting.open_words` must stand in the public
version, `secret` must not; a full copy of the meeting prints `printed`, those of the secret for which it has a place.
"""

from dataclasses import dataclass, field
from random import Random

from referatdesk.domain.boards import Board, Person
from referatdesk.domain.codes import (
    AbsenceReason,
    Access,
    AttendanceStatus,
    BlockKind,
    ClosedItems,
    LinkKind,
    Outcome,
    Role,
    SectionKind,
    StatementKind,
    VoteChoice,
)
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    Disqualification,
    FollowUp,
    ItemLink,
    MoneyAmount,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import (
    AgendaItem,
    Attendance,
    HeaderLine,
    ItemAttendance,
    ItemText,
    Meeting,
    Presenter,
    Section,
    Theme,
    TimeSpent,
)
from referatdesk.domain.reading import Comment, CommentKind, SourceFile
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Cell, Run, Table
from referatdesk.domain.writing import OwnWord, Snippet
from referatdesk.services.board.house_styles import builtin_style

STYLES = ("sagsfremstilling", "brevhoved", "deltagerpunkt", "grupper", "tema")
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiouyæøå"
OFFICE = "egeby.example"


@dataclass
class Planter:
    """Makes up words and remembers for whom they are."""

    dice: Random
    secret: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    open_words: set[str] = field(default_factory=set)

    def word(self) -> str:
        return "".join(self.dice.choice(CONSONANTS) + self.dice.choice(VOWELS) for _ in range(6)) + "x"

    def hide(self, *, is_printed=False) -> str:
        """A planted word that nobody may find; `is_printed` where a full copy has a place for it."""
        word = self.word()
        self.secret.add(word)
        if is_printed:
            self.printed.add(word)
        return word

    def show(self) -> str:
        word = self.word()
        self.open_words.add(word)
        return word

    def plant(self, is_closed: bool, *, is_printed=True) -> str:
        return self.hide(is_printed=is_printed) if is_closed else self.show()


@dataclass(frozen=True)
class PlantedMeeting:
    records: RecordSet
    meeting_id: str
    style: str
    secret: frozenset[str]
    printed: frozenset[str]
    open_words: frozenset[str]


def planted_meeting(seed: int) -> PlantedMeeting:
    """The same meeting for the same seed."""
    return _Maker(seed).meeting()


class _Maker:
    def __init__(self, seed):
        self.dice = Random(seed)  # noqa: S311 - no secret hangs on it
        self.words = Planter(self.dice)
        self.style = self.dice.choice(STYLES)
        self.rule = self.dice.choice(list(ClosedItems))
        self.count = 0
        self.records = []

    def meeting(self):
        self._shared()
        self._head()
        for sort in range(self.dice.randint(2, 5)):
            access = self.dice.choice((Access.OPEN, Access.OPEN, Access.CLOSED, Access.PARTLY))
            self._item(sort, Access.CLOSED if sort == 1 else Access.OPEN if sort == 0 else access)
        self._beside()
        return PlantedMeeting(
            RecordSet(self.records),
            "m",
            self.style,
            frozenset(self.words.secret),
            frozenset(self.words.printed),
            frozenset(self.words.open_words),
        )

    def new_id(self, kind):
        self.count += 1
        return f"{kind}-{self.count}"

    def add(self, record):
        self.records.append(record)
        return record

    def _shared(self):
        hide = self.words.hide
        self.add(builtin_style(self.style))
        self.add(
            Board(
                id="board",
                name="Sundhedsråd Østfjord",
                house_style_id=self.style,
                closed_items=self.rule,
                public_contacts=self.dice.choice(((), (OFFICE,))),
            )
        )
        self.office_is_open = bool(self.records[-1].public_contacts)
        self.add(
            Person(
                id="merete",
                full_name="Merete Aaby",
                initials=hide(),
                title=hide(),
                email=f"{self.word_of_mail()}@{OFFICE}",
                email_private=True,
                aliases=(hide(),),
            )
        )
        self.add(Snippet(id="phrase", short=hide(), text=hide()))
        self.add(OwnWord(id="word", word=hide()))

    def word_of_mail(self):
        return self.words.hide().translate(str.maketrans("æøå", "aeo"))

    def _mail(self, domain, *, is_open):
        """An address, whose first part is the planted word."""
        word = self.words.word().translate(str.maketrans("æøå", "aeo"))
        (self.words.open_words if is_open else self.words.secret).add(word)
        return f"{word}@{domain}"

    def _head(self):
        hide, show = self.words.hide, self.words.show
        self.add(
            Meeting(
                id="m",
                board_id="board",
                date="2027-02-04",
                start_planned="17:30",
                place=f"{show()}, dørkode {hide()}4711",
                join_link=f"https://teams.microsoft.com/l/{hide()}",
                sender_initials=hide(),
                header_lines=(
                    HeaderLine("Emne", f"{show()} {self._number()}"),
                    HeaderLine("Forplejning", hide()),
                    HeaderLine("", f"Møde-id {hide()}"),
                ),
                head_raw=(HeaderLine("Dato", "4. februar"), HeaderLine("Deltagere", hide())),
                contents_raw=(f"1. {hide()}",),
                stated_none=(),
            )
        )
        for sort, name in enumerate(("Merete Aaby", "Palle Nørre", "Sanne Brix")):
            self.add(
                Attendance(
                    id=f"p{sort}",
                    meeting_id="m",
                    sort=sort,
                    person_id="merete" if not sort else None,
                    name=name,
                    title=f"{show()}",
                    email=self._mail(OFFICE if sort == 1 else "privat.example", is_open=False)
                    if sort != 1 or not self.office_is_open
                    else f"sekretariat@{OFFICE}",
                    status=self.dice.choice((AttendanceStatus.PRESENT, AttendanceStatus.ABSENT_NOTIFIED)),
                    status_raw=f"(afbud, {hide()})" if sort == 2 else None,
                    reason=AbsenceReason.ILLNESS,
                    reason_text=hide(),
                    note=hide(),
                )
            )
        self.add(
            Attendance(
                id="guest",
                meeting_id="m",
                sort=9,
                name=f"Gæst {hide()}",
                title=hide(),
                roles=(Role.GUEST,),
                status=AttendanceStatus.PRESENT,
            )
        )

    def _number(self):
        """A personal number or a telephone, whose last digits are planted."""
        while True:
            digits = f"{self.dice.randint(1000, 9999)}"
            written = self.dice.choice(
                ("010190-{}", "3112851234, CPR 240671 {}", "tlf. 2233{}", "+45 2233{}", "55 66 {}")
            )
            if "{}" in written:
                break
        text = written.format(f"{digits[:2]} {digits[2:]}" if written.startswith("55") else digits)
        self.words.secret.add(text.rpartition(" ")[2] if written.startswith("240") else text)
        return text

    def _block(self, text, kind=BlockKind.PARAGRAPH):
        half = len(text) // 2
        runs = (Run(text[:half], bold=True), Run(text[half:])) if self.dice.random() < 0.5 else (Run(text),)
        return Block(id=self.new_id("block"), kind=kind, runs=runs)

    def _sections(self, is_closed, tells_decision, tells_parts):
        """What is told though the item is not open: its decision, the parts that are marked."""
        plant = self.words.plant
        for kind in (SectionKind.CASE_TEXT, SectionKind.RECOMMENDATION, SectionKind.DECISION, SectionKind.MINUTES):
            marked = self.dice.random() < 0.3
            is_decision = kind is builtin_style(self.style).decision_kind
            hidden = is_closed and not ((tells_decision and is_decision) or (tells_parts and marked))
            text = f"Rådet drøftede {plant(hidden)} og {plant(hidden)} i lyset af {plant(hidden)} for alle borgere."
            if not hidden:
                text += f" Skriv til {self._mail('privat.example', is_open=False)} eller {self._number()}."
            table = Table(rows=((Cell((self._block(plant(hidden)),)), Cell((self._block(plant(hidden)),))),))
            blocks = (
                self._block(text),
                self._block(plant(hidden), BlockKind.BULLET),
                Block(id=self.new_id("block"), kind=BlockKind.TABLE, table=table),
                Block(
                    id=self.new_id("block"),
                    runs=(Run("Se her", link=f"https://teams.microsoft.com/{self.words.hide()}"),),
                ),
            )
            yield Section(id=self.new_id("section"), kind=kind, label=kind.value, blocks=blocks, public=marked)

    def _item(self, sort, access):
        plant = self.words.plant
        is_closed = access is not Access.OPEN
        titled = is_closed and self.dice.random() < 0.5
        is_told = titled and (self.rule is ClosedItems.TITLED or access is Access.PARTLY)
        may_tell_decision = self.dice.random() < 0.5
        item_id = self.new_id("item")
        own = {"meeting_id": "m", "item_id": item_id}
        theme = self.add(
            Theme(id=self.new_id("theme"), meeting_id="m", sort=sort, prefix="Tema", title=plant(is_closed))
        )
        self.add(
            AgendaItem(
                id=item_id,
                meeting_id="m",
                theme_id=theme.id,
                sort=sort,
                title=f"Sagen om {plant(is_closed)}",
                access=access,
                case_no=f"27/{plant(is_closed, is_printed=False)}",
                presenters=(Presenter(f"v/ {plant(is_closed, is_printed=False)}"),),
                heading_raw=f"{sort}. {self.words.hide()}",
                case_no_raw=self.words.hide(),
                public_title=(f"Sag {self.words.plant(not is_told, is_printed=False)}" if titled else None),
                decision_public=may_tell_decision,
            )
        )
        sections = tuple(self._sections(is_closed, is_told and may_tell_decision, is_told and access is Access.PARTLY))
        self.add(ItemText(id=item_id, meeting_id="m", sections=sections))
        self._outcomes(own, sections, is_closed)
        paper_closed = self.dice.random() < 0.3
        for closed, access_of_paper in (
            (is_closed, Access.OPEN),
            (True, Access.CLOSED if paper_closed else Access.PARTLY),
        ):
            self.add(
                Attachment(
                    id=self.new_id("paper"),
                    title=f"Bilag om {plant(closed)}",
                    file_name=f"{self.words.hide()}.pdf",
                    access=access_of_paper,
                    **own,
                )
            )
        if is_closed:
            self.add(
                ItemAttendance(id=self.new_id("at"), attendance_id="guest", status=AttendanceStatus.PRESENT, **own)
            )
        self.add(
            ItemAttendance(
                id=self.new_id("at"),
                attendance_id="p1",
                status=AttendanceStatus.DISQUALIFIED,
                reason_text=f"Palle Nørre var inhabil på grund af {self.words.hide()}.",
                **own,
            )
        )

    def _outcomes(self, own, sections, is_closed):
        hide = self.words.hide
        plant = lambda: self.words.plant(is_closed, is_printed=False) if is_closed else self.words.word()  # noqa: E731 - three words
        decision = self.add(
            Decision(
                id=self.new_id("decision"),
                section_id=sections[2].id,
                conditions=plant(),
                outcome=Outcome.APPROVED,
                read_aloud_at="18:02",
                read_aloud_text=hide(),
                **own,
            )
        )
        point = self.add(
            RecommendationPoint(id=self.new_id("point"), block_id=sections[1].blocks[1].id, proposer=plant(), **own)
        )
        of = {"decision_id": decision.id, **own}
        self.add(PointOutcome(id=self.new_id("came"), point_id=point.id, outcome=Outcome.APPROVED, text=plant(), **of))
        vote = self.add(Vote(id=self.new_id("vote"), votes_for=3, about=plant(), **of))
        cast = {"meeting_id": "m", "vote_id": vote.id, "choice": VoteChoice.FOR}
        self.add(VoteCast(id=self.new_id("cast"), party=plant(), **cast))
        self.add(VoteCast(id=self.new_id("cast"), candidate=plant(), count=3, **cast))
        self.add(TimeSpent(id=self.new_id("time"), began="17:31:02", **own))
        self.add(
            Statement(
                id=self.new_id("said"), kind=StatementKind.DISSENT, text=plant(), forward_to=hide(), party=plant(), **of
            )
        )
        self.add(FollowUp(id=self.new_id("task"), text=plant(), responsible=(plant(),), due_raw=plant(), **of))
        self.add(Disqualification(id=self.new_id("ruling"), attendance_id="p1", disqualified=True, text=hide(), **own))
        self.add(MoneyAmount(id=self.new_id("money"), amount_ore=1, raw=hide(), fund=hide(), **own))
        self.add(ItemLink(id=self.new_id("link"), kind=LinkKind.QUOTES, to_board_name=hide(), raw=hide(), **own))
        self.add(Comment(id=self.new_id("comment"), text=hide(), author=hide(), **own))

    def _beside(self):
        hide = self.words.hide
        self.add(
            Comment(id=self.new_id("comment"), meeting_id="m", kind=CommentKind.DELETED, text=hide(), author=hide())
        )
        self.add(SourceFile(id="file", meeting_id="m", name=f"{hide()}.docx", sha256="0" * 64, size=5))
