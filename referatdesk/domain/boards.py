"""Boards, the people and organisations behind them, and the house style in which a board prints."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.codes import (
    ApprovalMode,
    AttendanceForm,
    BoardLevel,
    ClosedItems,
    ItemKind,
    LegalBasis,
    OrganisationKind,
    PointsForm,
    PresenceForm,
    Role,
    SectionKind,
    VoteForm,
)
from referatdesk.domain.richtext import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A municipality, a region, a hospital: whom people speak for."""

    id: str
    name: str
    short_name: str | None = None
    kind: OrganisationKind = OrganisationKind.OTHER
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody known to the archive. `email_private` keeps the address out of every public version."""

    id: str
    full_name: str
    initials: str | None = None
    title: str | None = None
    email: str | None = None
    email_private: bool = False
    party: str | None = None
    organisation_id: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionForm:
    """How a house prints one kind of section: its label, and whether a colon follows.

    `label` None prints no label; "{board}" and "{date}" in it are filled in when printed. `inline` puts the value on
    the label's own line. `standard` sections stand ready in every new item, in the order of `HouseStyle.sections`.
    `style` names the style of the template in which the text is set; None sets it as the template has it there.
    """

    kind: SectionKind
    label: str | None = None
    colon: bool = False
    inline: bool = False
    standard: bool = True
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The looks of one house as data; what Word itself can say stands in the template, not here.

    Date and time patterns are CLDR patterns (Babel). `lead_in` opens a recommendation and may hold "{board}".
    `sections` are printed in this order. A house with one label for both has only one of
    minutes and decision.
    """

    id: str
    name: str
    template: str
    sections: tuple[SectionForm, ...] = ()
    title_pattern: str = "{board} {date}"
    title_date_pattern: str = "d. MMMM y"
    header_date_pattern: str = "EEEE 'den' d. MMMM y"
    label_date_pattern: str = "dd-MM-y"
    time_pattern: str = "HH.mm"
    range_dash: str = " – "
    capital_weekday: bool = False
    item_heading: str = "{number}. {title}"
    sub_numbers: bool = False
    lead_in: str | None = None
    attendance_form: AttendanceForm = AttendanceForm.LIST
    absence_suffix: str = "(afbud)"
    absence_pattern: str = "{name}, {organisation}"
    contents: bool = False
    presence_forms: tuple[PresenceForm, ...] = (PresenceForm.ITEM_LINE,)
    points_form: PointsForm = PointsForm.SENTENCE
    vote_form: VoteForm = VoteForm.NUMBERS

    def form(self, kind: SectionKind) -> SectionForm | None:
        return next((form for form in self.sections if form.kind is kind), None)

    @property
    def has_two_panes(self) -> bool:
        """Whether minutes and decision are printed, and so written, apart."""
        kinds = {form.kind for form in self.sections}
        return {SectionKind.MINUTES, SectionKind.DECISION} <= kinds

    @property
    def decision_kind(self) -> SectionKind:
        """The section in which this house prints what was decided."""
        return SectionKind.DECISION if self.form(SectionKind.DECISION) else SectionKind.MINUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A body that meets. `kind` is a code from the list of kinds in the resources, which the law may change."""

    id: str
    name: str
    kind: str = "other"
    level: BoardLevel | None = None
    region: str | None = None
    legal_basis: LegalBasis = LegalBasis.OTHER
    house_style_id: str
    minutes_public: bool = True
    approval_mode: ApprovalMode = ApprovalMode.NEXT_MEETING
    hearing_days: int | None = None
    quorum: int | None = None
    """Voting members needed; None means at least half of them."""
    closed_items: ClosedItems = ClosedItems.GAP
    public_contacts: tuple[str, ...] = ()
    """What of addresses and telephones may be published: "egeby.dk" (all of that domain), a whole address, a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A seat on a board. Dates are ISO text; `substitute_id` is the member's personal substitute (a person)."""

    id: str
    board_id: str
    person_id: str | None = None
    sort: int = 0
    role: Role = Role.MEMBER
    group_label: str | None = None
    organisation_id: str | None = None
    party: str | None = None
    has_vote: bool = True
    substitute_id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    vacant: bool = False
    vacant_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """An item that every new meeting of the board begins with. `closing` ones stand last, after what is added."""

    id: str
    board_id: str
    sort: int = 0
    title: str
    kind: ItemKind = ItemKind.ITEM
    closing: bool = False
    case_text: Blocks = ()
