"""The one table of everything the window can be told to do: menus, keys, tool tips and tests all come from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from referatdesk.i18n.catalogue import later
from referatdesk.ui.action_specs import ActionSpec, Menu, Needs, row


def _menu(menu: Menu, *rows: ActionSpec) -> tuple[ActionSpec, ...]:
    assert all(one.menu is menu for one in rows)  # noqa: S101 - the table checks itself
    return rows


_FILE = (
    row("meetings.new", later("&New meeting…"), Menu.FILE, "Ctrl+N", icon="new"),
    row("meetings.overview", later("&All meetings"), Menu.FILE, "Ctrl+Shift+M", icon="calendar"),
    row("meetings.read", later("&Read minutes or agenda…"), Menu.FILE, "Ctrl+O", icon="import"),
    row("meetings.read_folder", later("Read a &folder…"), Menu.FILE),
    row(
        "meetings.export",
        later("&Export to Word or PDF…"),
        Menu.FILE,
        "Ctrl+E",
        icon="export",
        needs=Needs.MEETING,
        gap=True,
    ),
    row("templates.workshop", later("&Templates…"), Menu.FILE, "Ctrl+Shift+E", icon="minutes"),
    row("meetings.check_file", later("Chec&k a Word file…"), Menu.FILE),
    row("meetings.receipt", later("Receipt of a p&ublished file…"), Menu.FILE),
    row("archives.new", later("Ne&w archive…"), Menu.FILE, gap=True),
    row("archives.open", later("&Open archive…"), Menu.FILE, "Ctrl+Shift+O"),
    row("archives.backups", later("Copies of the arc&hive…"), Menu.FILE, icon="saved"),
    row("archives.protect", later("&Protection…"), Menu.FILE, icon="lock"),
    row("window.settings", later("&Settings…"), Menu.FILE, "Ctrl+,", icon="settings", gap=True),
    row("window.quit", later("&Quit"), Menu.FILE, "Ctrl+Q", gap=True),
)
_EDIT = (
    row("history.undo", later("&Undo"), Menu.EDIT, "Ctrl+Z", icon="undo"),
    row("history.redo", later("&Redo"), Menu.EDIT, "Ctrl+Y | Ctrl+Shift+Z", icon="redo"),
    row("text.bold", later("&Bold"), Menu.EDIT, "Ctrl+B", needs=Needs.EDITOR, gap=True, checks="is_bold"),
    row("text.italic", later("&Italic"), Menu.EDIT, "Ctrl+I", needs=Needs.EDITOR, checks="is_italic"),
    row("text.underline", later("U&nderline"), Menu.EDIT, "Ctrl+U", needs=Needs.EDITOR, checks="is_underline"),
    row("text.link", later("&Link…"), Menu.EDIT, "Ctrl+K", icon="link", needs=Needs.EDITOR),
    row("text.bullets", later("Bulle&ts"), Menu.EDIT, "Ctrl+Shift+L", icon="bullets", needs=Needs.EDITOR, gap=True),
    row("text.numbers", later("Nu&mbers"), Menu.EDIT, "Ctrl+Shift+7", icon="numbers", needs=Needs.EDITOR),
    row("text.letters", later("L&etters"), Menu.EDIT, "Ctrl+Shift+8", needs=Needs.EDITOR),
    row("text.indent", later("In&dent"), Menu.EDIT, "Alt+Shift+Right", needs=Needs.EDITOR),
    row("text.outdent", later("&Outdent"), Menu.EDIT, "Alt+Shift+Left", needs=Needs.EDITOR),
    row("text.subheading", later("Sub-&heading"), Menu.EDIT, "Ctrl+Shift+H", needs=Needs.EDITOR, gap=True),
    row("text.quote", later("&Quotation"), Menu.EDIT, needs=Needs.EDITOR),
    row("text.table", later("T&able…"), Menu.EDIT, icon="table", needs=Needs.EDITOR),
    row("text.time", later("Time stam&p"), Menu.EDIT, "Ctrl+T", icon="clock", needs=Needs.EDITOR, gap=True),
)
_WRITING = (
    row("writing.find", later("&Find in the meeting"), Menu.WRITING, "Ctrl+F", icon="search", needs=Needs.MEETING),
    row("writing.replace", later("Rep&lace in the meeting"), Menu.WRITING, "Ctrl+H", needs=Needs.MEETING),
    row("writing.phrases", later("&Phrases"), Menu.WRITING, "Ctrl+Space", needs=Needs.EDITOR, gap=True),
    row("writing.expand", later("&Write out the short name"), Menu.WRITING, "F3", needs=Needs.EDITOR),
    row("writing.keep_phrase", later("&Keep the selection as a phrase…"), Menu.WRITING, needs=Needs.EDITOR),
    row("writing.own_phrases", later("&Own phrases…"), Menu.WRITING, needs=Needs.MEETING),
    row("writing.line", later("&Command line"), Menu.WRITING, "F4", needs=Needs.ITEM, gap=True),
    row("writing.next_error", later("&Next misspelling"), Menu.WRITING, "F7", needs=Needs.ITEM, gap=True),
    row("writing.suggest", later("S&uggestions for the word"), Menu.WRITING, "Ctrl+.", needs=Needs.EDITOR),
    row("writing.own_words", later("Own wor&d list…"), Menu.WRITING, needs=Needs.MEETING),
    row("tables.row_below", later("Table &row below"), Menu.WRITING, "Alt+Shift+Down", needs=Needs.EDITOR, gap=True),
    row("tables.row_above", later("Table row &above"), Menu.WRITING, "Alt+Shift+Up", needs=Needs.EDITOR),
    row("tables.column", later("Table column to the ri&ght"), Menu.WRITING, needs=Needs.EDITOR),
    row("tables.remove_row", later("Remove the &table row"), Menu.WRITING, needs=Needs.EDITOR),
    row("tables.remove_column", later("Remove the table colu&mn"), Menu.WRITING, needs=Needs.EDITOR),
)
_MEETING = (
    row("meetings.head", later("Facts of the &meeting…"), Menu.MEETING, icon="info", needs=Needs.MEETING),
    row("meetings.board", later("&Board…"), Menu.MEETING, "Ctrl+Shift+B", icon="people"),
    row(
        "people.all_present",
        later("A&ll present"),
        Menu.MEETING,
        "Ctrl+Shift+T",
        icon="present",
        needs=Needs.MEETING,
        gap=True,
    ),
    row("people.find", later("Find a person by &key"), Menu.MEETING, "Ctrl+L", needs=Needs.MEETING),
    row("people.add", later("A&dd a person"), Menu.MEETING, needs=Needs.MEETING),
    row("people.stand_in", later("S&tand-in…"), Menu.MEETING, needs=Needs.PERSON),
    row("meetings.remove", later("Remove meetin&g"), Menu.MEETING, needs=Needs.MEETING, gap=True),
    row("meetings.erase", later("Delete the meeting &for good…"), Menu.MEETING, needs=Needs.MEETING),
)
_ITEM = (
    row("items.new", later("&New item"), Menu.ITEM, "Ctrl+Shift+N", icon="add", needs=Needs.MEETING),
    row("items.new_below", later("New sub-&item"), Menu.ITEM, needs=Needs.ITEM),
    row("items.rename", later("&Rename item"), Menu.ITEM, "F2", needs=Needs.ITEM),
    row("items.move_up", later("Move &up in the agenda"), Menu.ITEM, "Ctrl+Shift+Up", icon="up", needs=Needs.ITEM),
    row(
        "items.move_down",
        later("Move do&wn in the agenda"),
        Menu.ITEM,
        "Ctrl+Shift+Down",
        icon="down",
        needs=Needs.ITEM,
    ),
    row("items.close", later("&Closed item"), Menu.ITEM, "Ctrl+Shift+K", needs=Needs.ITEM, checks="is_closed"),
    row("items.publicity", later("Public &version of the item…"), Menu.ITEM, needs=Needs.ITEM),
    row("items.done", later("Item d&one"), Menu.ITEM, "Ctrl+Shift+D", needs=Needs.ITEM, checks="is_done"),
    row("items.case_no", later("C&ase number…"), Menu.ITEM, needs=Needs.ITEM),
    row("items.add_section", later("Add &section…"), Menu.ITEM, needs=Needs.ITEM),
    row("items.remove", later("R&emove item"), Menu.ITEM, "Ctrl+Shift+Delete", icon="trash", needs=Needs.ITEM),
    row("items.next", later("Ne&xt item"), Menu.ITEM, "Ctrl+PgDown", needs=Needs.ITEM, gap=True),
    row("items.previous", later("&Previous item"), Menu.ITEM, "Ctrl+PgUp", needs=Needs.ITEM),
)
_COURSE = (
    row(
        "course.go_on",
        later("&Next item begins"),
        Menu.COURSE,
        "F5 | Ctrl+Shift+PgDown",
        icon="forward",
        needs=Needs.MEETING,
    ),
    row("course.back", later("&Back to what is treated"), Menu.COURSE, "Shift+F5", icon="back", needs=Needs.MEETING),
    row("course.treat", later("&Treat this item now"), Menu.COURSE, "Ctrl+F5", needs=Needs.ITEM),
    row("course.start", later("Be&gin the meeting"), Menu.COURSE, needs=Needs.NOT_BEGUN, gap=True),
    row("course.pause", later("B&reak"), Menu.COURSE, "F12", needs=Needs.SITS, checks="is_break"),
    row("course.end", later("&End the meeting"), Menu.COURSE, "Ctrl+F12", needs=Needs.SITS),
    row(
        "course.postpone",
        later("&Postpone to the next meeting"),
        Menu.COURSE,
        "Ctrl+Shift+5",
        needs=Needs.ITEM,
        checks="is_postponed",
        gap=True,
    ),
    row("course.follow_item", later("To the meeting it is postponed to or &from"), Menu.COURSE, needs=Needs.ITEM),
    row("course.withdraw", later("&Withdraw the item"), Menu.COURSE, needs=Needs.ITEM, checks="is_withdrawn"),
    row("course.together", later("Treated t&ogether"), Menu.COURSE, needs=Needs.ITEM, checks="is_together"),
    row(
        "course.note", later("Write it into the m&inutes"), Menu.COURSE, "Ctrl+Shift+F5", needs=Needs.MEETING, gap=True
    ),
    row("course.minutes", later("Minutes &set aside…"), Menu.COURSE, needs=Needs.ITEM, gap=True),
    row("course.renumber", later("N&umber the items anew"), Menu.COURSE, needs=Needs.MEETING),
)
_DECISION = (
    row("decisions.outcome_1", later("&1 Approved"), Menu.DECISION, "Ctrl+1", needs=Needs.ITEM),
    row("decisions.outcome_2", later("&2 Noted"), Menu.DECISION, "Ctrl+2", needs=Needs.ITEM),
    row("decisions.outcome_3", later("&3 Discussed"), Menu.DECISION, "Ctrl+3", needs=Needs.ITEM),
    row("decisions.outcome_4", later("&4 Agreed"), Menu.DECISION, "Ctrl+4", needs=Needs.ITEM),
    row("decisions.outcome_5", later("&5 Postponed"), Menu.DECISION, "Ctrl+5", needs=Needs.ITEM),
    row("decisions.outcome_6", later("&6 Rejected"), Menu.DECISION, "Ctrl+6", needs=Needs.ITEM),
    row(
        "decisions.approve_all",
        later("&Approve all points"),
        Menu.DECISION,
        "Ctrl+Shift+Return",
        needs=Needs.ITEM,
        gap=True,
    ),
    row("decisions.points", later("&Points of the recommendation"), Menu.DECISION, "Alt+6", needs=Needs.ITEM),
    row("decisions.take", later("Take &what the text looks like"), Menu.DECISION, "Alt+G", needs=Needs.ITEM),
    row("decisions.follow", later("&Link to the recommendation again"), Menu.DECISION, "Alt+I", needs=Needs.ITEM),
)
_VOTES = (
    row("votes.vote", later("&Vote…"), Menu.DECISION, "Ctrl+Shift+A", icon="people", needs=Needs.ITEM, gap=True),
    row("votes.statement", later("&Statement…"), Menu.DECISION, "Ctrl+Shift+S", icon="quote", needs=Needs.ITEM),
    row("votes.statement_of_person", later("Statement of the &chosen person…"), Menu.DECISION, needs=Needs.ITEM),
)
_FOLLOW_UPS = (
    row("follow_ups.mark", later("&Keep as a follow-up"), Menu.DECISION, "F8", needs=Needs.EDITOR, gap=True),
    row("follow_ups.accept", later("&Take the proposed follow-up"), Menu.DECISION, "Shift+F8", needs=Needs.ITEM),
    row("follow_ups.dismiss", later("N&o follow-up"), Menu.DECISION, "Ctrl+F8", needs=Needs.ITEM),
    row("follow_ups.overview", later("&Follow-ups…"), Menu.DECISION, "Ctrl+Shift+F8", needs=Needs.MEETING),
)
_ALOUD = (
    row(
        "aloud.screen",
        later("Read aloud on the large scr&een"),
        Menu.ALOUD,
        "F9",
        needs=Needs.MEETING,
        checks="is_open",
    ),
    row("aloud.stamp", later("The decision is &read aloud now"), Menu.ALOUD, "Shift+F9", needs=Needs.ITEM),
    row(
        "aloud.points",
        later("Points of the recommendation on the lar&ge screen"),
        Menu.ALOUD,
        "Ctrl+F9",
        needs=Needs.ITEM,
        checks="shows_points",
    ),
    row("aloud.show_closed", later("Sho&w the closed item on the large screen…"), Menu.ALOUD, needs=Needs.ITEM),
    row("aloud.page", later("Ne&xt page of the large screen"), Menu.ALOUD, "Alt+PgDown", needs=Needs.ITEM),
    row("aloud.page_back", later("Page &before on the large screen"), Menu.ALOUD, "Alt+PgUp", needs=Needs.ITEM),
)
_VIEW = (
    row("view.agenda", later("&Agenda"), Menu.VIEW, "Alt+1", needs=Needs.MEETING),
    row("view.minutes", later("&Minutes"), Menu.VIEW, "Alt+2", needs=Needs.ITEM),
    row("view.decision", later("&Decision"), Menu.VIEW, "Alt+3 | Ctrl+Return", needs=Needs.ITEM),
    row("view.attendance", later("A&ttendance"), Menu.VIEW, "Alt+4", needs=Needs.MEETING),
    row("view.case", later("&Case text"), Menu.VIEW, "Alt+5", needs=Needs.ITEM),
    row("view.next_pane", later("&Next pane"), Menu.VIEW, "F6", needs=Needs.MEETING),
    row("view.previous_pane", later("&Previous pane"), Menu.VIEW, "Shift+F6", needs=Needs.MEETING),
    row(
        "aloud.focus",
        later("&Focus on the minutes"),
        Menu.VIEW,
        "F11",
        needs=Needs.MEETING,
        checks="is_focused",
        gap=True,
    ),
    row("rewind.item", later("Earlier &versions of the item"), Menu.VIEW, "Ctrl+Shift+R", needs=Needs.ITEM),
    row("view.larger", later("&Larger text"), Menu.VIEW, "Ctrl++ | Ctrl+=", gap=True),
    row("view.smaller", later("&Smaller text"), Menu.VIEW, "Ctrl+-"),
    row("view.normal", later("N&ormal text"), Menu.VIEW, "Ctrl+0"),
)
_HELP = (
    row("palette.open", later("&Find a command…"), Menu.HELP, "Ctrl+Shift+P", icon="search"),
    row("window.keys", later("&Keys"), Menu.HELP, "F1", icon="info"),
    row("window.data", later("Where are my &data?"), Menu.HELP),
    row("window.about", later("&About Referatdesk"), Menu.HELP),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_menu(Menu.FILE, *_FILE),
    *_menu(Menu.EDIT, *_EDIT),
    *_menu(Menu.WRITING, *_WRITING),
    *_menu(Menu.MEETING, *_MEETING),
    *_menu(Menu.ITEM, *_ITEM),
    *_menu(Menu.COURSE, *_COURSE),
    *_menu(Menu.DECISION, *_DECISION, *_VOTES, *_FOLLOW_UPS),
    *_menu(Menu.ALOUD, *_ALOUD),
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
        "writing.find",
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
