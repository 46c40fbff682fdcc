"""The one table of everything the window can be told to do: menus, keys, tool tips and tests all come from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from referatdesk.i18n.catalogue import later


class Menu(StrEnum):
    FILE = "file"
    EDIT = "edit"
    WRITING = "writing"
    MEETING = "meeting"
    COURSE = "course"
    DECISION = "decision"
    VIEW = "view"
    HELP = "help"


MENU_NAMES: Mapping[Menu, str] = {
    Menu.FILE: later("&File"),
    Menu.EDIT: later("&Edit"),
    Menu.WRITING: later("&Writing"),
    Menu.MEETING: later("&Meeting"),
    Menu.COURSE: later("&Course"),
    Menu.DECISION: later("&Decision"),
    Menu.VIEW: later("&View"),
    Menu.HELP: later("&Help"),
}


class Needs(StrEnum):
    """What must be there for an action to be of use; without it the action is grey."""

    NOTHING = "nothing"
    MEETING = "meeting"
    ITEM = "item"
    EDITOR = "editor"
    PERSON = "person"


class ActionSpec(msgspec.Struct, frozen=True):
    """`id` is "subject.method": the method of that name on the commands of that subject. `gap` draws a line before it.

    `checks` names the method that tells whether it is ticked now.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    gap: bool = False
    checks: str = ""

    @property
    def subject(self) -> str:
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        return self.id.partition(".")[2]


def _menu(menu: Menu, *rows: ActionSpec) -> tuple[ActionSpec, ...]:
    assert all(row.menu is menu for row in rows)  # noqa: S101 - the table checks itself
    return rows


def _row(
    action_id: str,
    text: str,
    menu: Menu,
    keys: str = "",
    *,
    icon: str = "",
    needs: Needs = Needs.NOTHING,
    gap: bool = False,
    checks: str = "",
) -> ActionSpec:
    return ActionSpec(action_id, text, menu, tuple(key for key in keys.split(" | ") if key), icon, needs, gap, checks)


_FILE = (
    _row("meetings.new", later("&New meeting…"), Menu.FILE, "Ctrl+N", icon="new"),
    _row("meetings.overview", later("&All meetings"), Menu.FILE, "Ctrl+Shift+M", icon="calendar"),
    _row("meetings.read", later("&Read minutes or agenda…"), Menu.FILE, "Ctrl+O", icon="import"),
    _row("meetings.read_folder", later("Read a &folder…"), Menu.FILE),
    _row(
        "meetings.export",
        later("&Export to Word or PDF…"),
        Menu.FILE,
        "Ctrl+E",
        icon="export",
        needs=Needs.MEETING,
        gap=True,
    ),
    _row("templates.workshop", later("&Templates…"), Menu.FILE, "Ctrl+Shift+E", icon="minutes"),
    _row("meetings.check_file", later("Chec&k a Word file…"), Menu.FILE),
    _row("meetings.receipt", later("Receipt of a p&ublished file…"), Menu.FILE),
    _row("archives.new", later("Ne&w archive…"), Menu.FILE, gap=True),
    _row("archives.open", later("&Open archive…"), Menu.FILE, "Ctrl+Shift+O"),
    _row("archives.backups", later("Copies of the arc&hive…"), Menu.FILE, icon="saved"),
    _row("archives.protect", later("&Protection…"), Menu.FILE, icon="lock"),
    _row("window.settings", later("&Settings…"), Menu.FILE, "Ctrl+,", icon="settings", gap=True),
    _row("window.quit", later("&Quit"), Menu.FILE, "Ctrl+Q", gap=True),
)
_EDIT = (
    _row("history.undo", later("&Undo"), Menu.EDIT, "Ctrl+Z", icon="undo"),
    _row("history.redo", later("&Redo"), Menu.EDIT, "Ctrl+Y | Ctrl+Shift+Z", icon="redo"),
    _row("text.bold", later("&Bold"), Menu.EDIT, "Ctrl+B", icon="bold", needs=Needs.EDITOR, gap=True, checks="is_bold"),
    _row("text.italic", later("&Italic"), Menu.EDIT, "Ctrl+I", icon="italic", needs=Needs.EDITOR, checks="is_italic"),
    _row("text.underline", later("U&nderline"), Menu.EDIT, "Ctrl+U", needs=Needs.EDITOR, checks="is_underline"),
    _row("text.link", later("&Link…"), Menu.EDIT, "Ctrl+K", icon="link", needs=Needs.EDITOR),
    _row("text.bullets", later("Bulle&ts"), Menu.EDIT, "Ctrl+Shift+L", icon="bullets", needs=Needs.EDITOR, gap=True),
    _row("text.numbers", later("Nu&mbers"), Menu.EDIT, "Ctrl+Shift+7", icon="numbers", needs=Needs.EDITOR),
    _row("text.letters", later("L&etters"), Menu.EDIT, "Ctrl+Shift+8", needs=Needs.EDITOR),
    _row("text.indent", later("In&dent"), Menu.EDIT, "Alt+Shift+Right", needs=Needs.EDITOR),
    _row("text.outdent", later("&Outdent"), Menu.EDIT, "Alt+Shift+Left", needs=Needs.EDITOR),
    _row("text.subheading", later("Sub-&heading"), Menu.EDIT, "Ctrl+Shift+H", needs=Needs.EDITOR, gap=True),
    _row("text.quote", later("&Quotation"), Menu.EDIT, needs=Needs.EDITOR),
    _row("text.table", later("T&able…"), Menu.EDIT, icon="table", needs=Needs.EDITOR),
    _row("text.time", later("Time stam&p"), Menu.EDIT, "Ctrl+T", icon="clock", needs=Needs.EDITOR, gap=True),
)
_WRITING = (
    _row("writing.find", later("&Find in the meeting"), Menu.WRITING, "Ctrl+F", icon="search", needs=Needs.MEETING),
    _row("writing.replace", later("Rep&lace in the meeting"), Menu.WRITING, "Ctrl+H", needs=Needs.MEETING),
    _row("writing.phrases", later("&Phrases"), Menu.WRITING, "Ctrl+Space", needs=Needs.EDITOR, gap=True),
    _row("writing.expand", later("&Write out the short name"), Menu.WRITING, "F3", needs=Needs.EDITOR),
    _row("writing.keep_phrase", later("&Keep the selection as a phrase…"), Menu.WRITING, needs=Needs.EDITOR),
    _row("writing.own_phrases", later("&Own phrases…"), Menu.WRITING, needs=Needs.MEETING),
    _row("writing.line", later("&Command line"), Menu.WRITING, "F4", needs=Needs.ITEM, gap=True),
    _row("writing.next_error", later("&Next misspelling"), Menu.WRITING, "F7", needs=Needs.ITEM, gap=True),
    _row("writing.suggest", later("S&uggestions for the word"), Menu.WRITING, "Ctrl+.", needs=Needs.EDITOR),
    _row("writing.own_words", later("Own wor&d list…"), Menu.WRITING, needs=Needs.MEETING),
    _row("tables.row_below", later("Table &row below"), Menu.WRITING, "Alt+Shift+Down", needs=Needs.EDITOR, gap=True),
    _row("tables.row_above", later("Table row &above"), Menu.WRITING, "Alt+Shift+Up", needs=Needs.EDITOR),
    _row("tables.column", later("Table column to the ri&ght"), Menu.WRITING, needs=Needs.EDITOR),
    _row("tables.remove_row", later("Remove the &table row"), Menu.WRITING, needs=Needs.EDITOR),
    _row("tables.remove_column", later("Remove the table colu&mn"), Menu.WRITING, needs=Needs.EDITOR),
)
_MEETING = (
    _row("meetings.head", later("Facts of the &meeting…"), Menu.MEETING, icon="info", needs=Needs.MEETING),
    _row("meetings.board", later("&Board…"), Menu.MEETING, "Ctrl+Shift+B", icon="people"),
    _row("items.new", later("&New item"), Menu.MEETING, "Ctrl+Shift+N", icon="add", needs=Needs.MEETING, gap=True),
    _row("items.new_below", later("New sub-&item"), Menu.MEETING, needs=Needs.ITEM),
    _row("items.rename", later("&Rename item"), Menu.MEETING, "F2", needs=Needs.ITEM),
    _row("items.move_up", later("Move &up"), Menu.MEETING, "Ctrl+Shift+Up", icon="up", needs=Needs.ITEM),
    _row("items.move_down", later("Move do&wn"), Menu.MEETING, "Ctrl+Shift+Down", icon="down", needs=Needs.ITEM),
    _row(
        "items.close",
        later("&Closed item"),
        Menu.MEETING,
        "Ctrl+Shift+K",
        icon="lock",
        needs=Needs.ITEM,
        checks="is_closed",
    ),
    _row("items.publicity", later("Public &version of the item…"), Menu.MEETING, needs=Needs.ITEM),
    _row(
        "items.done",
        later("Item d&one"),
        Menu.MEETING,
        "Ctrl+Shift+D",
        icon="check",
        needs=Needs.ITEM,
        checks="is_done",
    ),
    _row("items.case_no", later("C&ase number…"), Menu.MEETING, needs=Needs.ITEM),
    _row("items.add_section", later("Add &section…"), Menu.MEETING, needs=Needs.ITEM),
    _row("items.remove", later("R&emove item"), Menu.MEETING, "Ctrl+Shift+Delete", icon="trash", needs=Needs.ITEM),
    _row("items.next", later("Ne&xt item"), Menu.MEETING, "Ctrl+PgDown", needs=Needs.ITEM, gap=True),
    _row("items.previous", later("&Previous item"), Menu.MEETING, "Ctrl+PgUp", needs=Needs.ITEM),
    _row(
        "people.all_present",
        later("A&ll present"),
        Menu.MEETING,
        "Ctrl+Shift+T",
        icon="present",
        needs=Needs.MEETING,
        gap=True,
    ),
    _row("people.find", later("Find a person by &key"), Menu.MEETING, "Ctrl+L", needs=Needs.MEETING),
    _row("people.add", later("A&dd a person"), Menu.MEETING, needs=Needs.MEETING),
    _row("people.stand_in", later("S&tand-in…"), Menu.MEETING, needs=Needs.PERSON),
    _row("meetings.remove", later("Remove meetin&g"), Menu.MEETING, needs=Needs.MEETING, gap=True),
    _row("meetings.erase", later("Delete the meeting &for good…"), Menu.MEETING, needs=Needs.MEETING),
)
_COURSE = (
    _row(
        "course.go_on",
        later("&Next item begins"),
        Menu.COURSE,
        "F5 | Ctrl+Shift+PgDown",
        icon="forward",
        needs=Needs.MEETING,
    ),
    _row("course.back", later("&Back to what is treated"), Menu.COURSE, "Shift+F5", icon="back", needs=Needs.MEETING),
    _row("course.treat", later("&Treat this item now"), Menu.COURSE, "Ctrl+F5", needs=Needs.ITEM),
    _row("course.start", later("Be&gin the meeting"), Menu.COURSE, needs=Needs.MEETING, gap=True),
    _row("course.pause", later("B&reak"), Menu.COURSE, "F12", icon="clock", needs=Needs.MEETING, checks="is_break"),
    _row("course.end", later("&End the meeting"), Menu.COURSE, "Ctrl+F12", needs=Needs.MEETING),
    _row(
        "course.postpone",
        later("&Postpone to the next meeting"),
        Menu.COURSE,
        "Ctrl+Shift+5",
        needs=Needs.ITEM,
        gap=True,
    ),
    _row("course.follow_item", later("To the meeting it is postponed to or &from"), Menu.COURSE, needs=Needs.ITEM),
    _row("course.withdraw", later("&Withdraw the item"), Menu.COURSE, needs=Needs.ITEM, checks="is_withdrawn"),
    _row("course.together", later("Treated t&ogether"), Menu.COURSE, needs=Needs.ITEM, checks="is_together"),
    _row(
        "course.note", later("Write it into the m&inutes"), Menu.COURSE, "Ctrl+Shift+F5", needs=Needs.MEETING, gap=True
    ),
    _row("course.minutes", later("Minutes &set aside…"), Menu.COURSE, needs=Needs.ITEM, gap=True),
    _row("course.renumber", later("N&umber the items anew"), Menu.COURSE, needs=Needs.MEETING),
)
_DECISION = (
    _row("decisions.outcome_1", later("&1 Approved"), Menu.DECISION, "Ctrl+1", needs=Needs.ITEM),
    _row("decisions.outcome_2", later("&2 Noted"), Menu.DECISION, "Ctrl+2", needs=Needs.ITEM),
    _row("decisions.outcome_3", later("&3 Discussed"), Menu.DECISION, "Ctrl+3", needs=Needs.ITEM),
    _row("decisions.outcome_4", later("&4 Agreed"), Menu.DECISION, "Ctrl+4", needs=Needs.ITEM),
    _row("decisions.outcome_5", later("&5 Postponed"), Menu.DECISION, "Ctrl+5", needs=Needs.ITEM),
    _row("decisions.outcome_6", later("&6 Rejected"), Menu.DECISION, "Ctrl+6", needs=Needs.ITEM),
    _row(
        "decisions.approve_all",
        later("&Approve all points"),
        Menu.DECISION,
        "Ctrl+Shift+Return",
        icon="check",
        needs=Needs.ITEM,
        gap=True,
    ),
    _row("decisions.points", later("&Points of the recommendation"), Menu.DECISION, "Alt+6", needs=Needs.ITEM),
    _row("decisions.take", later("Take &what the text looks like"), Menu.DECISION, "Alt+G", needs=Needs.ITEM),
    _row("decisions.follow", later("&Link to the recommendation again"), Menu.DECISION, "Alt+I", needs=Needs.ITEM),
)
_VOTES = (
    _row("votes.vote", later("&Vote…"), Menu.DECISION, "Ctrl+Shift+A", icon="people", needs=Needs.ITEM, gap=True),
    _row("votes.statement", later("&Statement…"), Menu.DECISION, "Ctrl+Shift+S", icon="quote", needs=Needs.ITEM),
    _row("votes.statement_of_person", later("Statement of the &chosen person…"), Menu.DECISION, needs=Needs.PERSON),
)
_FOLLOW_UPS = (
    _row("follow_ups.mark", later("&Keep as a follow-up"), Menu.DECISION, "F8", needs=Needs.EDITOR, gap=True),
    _row("follow_ups.accept", later("&Take the proposed follow-up"), Menu.DECISION, "Shift+F8", needs=Needs.ITEM),
    _row("follow_ups.dismiss", later("N&o follow-up"), Menu.DECISION, "Ctrl+F8", needs=Needs.ITEM),
    _row("follow_ups.overview", later("&Follow-ups…"), Menu.DECISION, "Ctrl+Shift+F8", needs=Needs.MEETING),
)
_VIEW = (
    _row("view.agenda", later("&Agenda"), Menu.VIEW, "Alt+1", needs=Needs.MEETING),
    _row("view.minutes", later("&Minutes"), Menu.VIEW, "Alt+2", needs=Needs.ITEM),
    _row("view.decision", later("&Decision"), Menu.VIEW, "Alt+3 | Ctrl+Return", needs=Needs.ITEM),
    _row("view.attendance", later("A&ttendance"), Menu.VIEW, "Alt+4", needs=Needs.MEETING),
    _row("view.case", later("&Case text"), Menu.VIEW, "Alt+5", needs=Needs.ITEM),
    _row("view.next_pane", later("&Next pane"), Menu.VIEW, "F6", needs=Needs.MEETING),
    _row("view.previous_pane", later("&Previous pane"), Menu.VIEW, "Shift+F6", needs=Needs.MEETING),
    _row(
        "aloud.screen",
        later("Read aloud on the large scr&een"),
        Menu.VIEW,
        "F9",
        needs=Needs.MEETING,
        gap=True,
        checks="is_open",
    ),
    _row("aloud.stamp", later("The decision is &read aloud now"), Menu.VIEW, "Shift+F9", needs=Needs.ITEM),
    _row(
        "aloud.points",
        later("Points of the recommendation on the lar&ge screen"),
        Menu.VIEW,
        "Ctrl+F9",
        needs=Needs.ITEM,
        checks="shows_points",
    ),
    _row("aloud.show_closed", later("Sho&w the closed item on the large screen…"), Menu.VIEW, needs=Needs.ITEM),
    _row("aloud.page", later("Ne&xt page of the large screen"), Menu.VIEW, "Alt+PgDown", needs=Needs.ITEM),
    _row("aloud.page_back", later("Page &before on the large screen"), Menu.VIEW, "Alt+PgUp", needs=Needs.ITEM),
    _row("aloud.focus", later("&Focus on the minutes"), Menu.VIEW, "F11", needs=Needs.MEETING, checks="is_focused"),
    _row("rewind.item", later("Earlier &versions of the item"), Menu.VIEW, "Ctrl+Shift+R", needs=Needs.ITEM),
    _row("view.larger", later("&Larger text"), Menu.VIEW, "Ctrl++ | Ctrl+=", gap=True),
    _row("view.smaller", later("&Smaller text"), Menu.VIEW, "Ctrl+-"),
    _row("view.normal", later("N&ormal text"), Menu.VIEW, "Ctrl+0"),
)
_HELP = (
    _row("palette.open", later("&Find a command…"), Menu.HELP, "Ctrl+Shift+P", icon="search"),
    _row("window.keys", later("&Keys"), Menu.HELP, "F1", icon="info"),
    _row("window.data", later("Where are my &data?"), Menu.HELP),
    _row("window.about", later("&About Referatdesk"), Menu.HELP),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_menu(Menu.FILE, *_FILE),
    *_menu(Menu.EDIT, *_EDIT),
    *_menu(Menu.WRITING, *_WRITING),
    *_menu(Menu.MEETING, *_MEETING),
    *_menu(Menu.COURSE, *_COURSE),
    *_menu(Menu.DECISION, *_DECISION, *_VOTES, *_FOLLOW_UPS),
    *_menu(Menu.VIEW, *_VIEW),
    *_menu(Menu.HELP, *_HELP),
)


_ONLY_LOOKING = frozenset(
    {
        "course.back",
        "course.follow_item",
        "decisions.points",
        "aloud.focus",
        "aloud.page",
        "aloud.page_back",
        "aloud.points",
        "aloud.screen",
        "aloud.show_closed",
        "follow_ups.overview",
        "items.next",
        "items.previous",
        "meetings.check_file",
        "meetings.export",
        "meetings.overview",
        "meetings.receipt",
        "palette.open",
        *(spec.id for spec in ACTIONS if spec.subject in {"archives", "rewind", "view", "window"}),
    }
)


def keys_of(spec: ActionSpec, changed: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys in force: those of the table, or what the user has put in their place."""
    return changed.get(spec.id, spec.keys)


def may_change(spec: ActionSpec) -> bool:
    """Whether the action can change an archive; what nobody has vouched for may."""
    return spec.id not in _ONLY_LOOKING


def of_menu(menu: Menu) -> Iterable[ActionSpec]:
    return (spec for spec in ACTIONS if spec.menu is menu)
