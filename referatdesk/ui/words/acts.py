"""The words for what was done, as the undo menu names it: "edit text – Welcome"."""

from __future__ import annotations

from referatdesk.i18n.catalogue import _, later

LONGEST_SUBJECT = 40

ACTS: dict[str, str] = {
    "agenda.merge": later("take over revised agenda"),
    "attachment.access": later("open or closed attachment"),
    "attachment.add": later("add attachment"),
    "attachment.edit": later("edit attachment"),
    "attachment.move": later("move attachment"),
    "attachment.remove": later("remove attachment"),
    "attendance.add": later("add person"),
    "attendance.all_present": later("everybody present"),
    "attendance.at_item": later("presence at the item"),
    "attendance.edit": later("edit person"),
    "attendance.move": later("move person"),
    "attendance.remove": later("remove person"),
    "attendance.status": later("presence"),
    "board.add": later("add board"),
    "board.edit": later("edit board"),
    "board.remove": later("remove board"),
    "decision.outcome": later("outcome"),
    "followup.add": later("add follow-up"),
    "followup.edit": later("edit follow-up"),
    "followup.remove": later("remove follow-up"),
    "followup.state": later("state of follow-up"),
    "item.access": later("open or closed item"),
    "item.add": later("add item"),
    "item.case_no": later("case number"),
    "item.move": later("move item"),
    "item.number": later("number of item"),
    "item.publicity": later("what is published of the item"),
    "item.remove": later("remove item"),
    "item.rename": later("rename item"),
    "item.status": later("state of item"),
    "item.treatment": later("treatment of item"),
    "meeting.add": later("add meeting"),
    "meeting.edit": later("edit facts of the meeting"),
    "meeting.import": later("read in minutes"),
    "meeting.load": later("load meeting"),
    "meeting.remove": later("remove meeting"),
    "meeting.bring_back": later("bring back meeting"),
    "member.add": later("add member"),
    "member.edit": later("edit member"),
    "member.move": later("move member"),
    "member.remove": later("remove member"),
    "member.substitute": later("substitute"),
    "minutes.merge": later("put minutes into the meeting"),
    "point.outcome": later("outcome of point"),
    "section.add": later("add section"),
    "section.move": later("move section"),
    "section.publish": later("publish section"),
    "section.remove": later("remove section"),
    "section.rename": later("rename section"),
    "snippet.add": later("add phrase"),
    "snippet.edit": later("edit phrase"),
    "snippet.move": later("move phrase"),
    "snippet.remove": later("remove phrase"),
    "standing.add": later("add standing item"),
    "standing.edit": later("edit standing item"),
    "standing.move": later("move standing item"),
    "standing.remove": later("remove standing item"),
    "statement.add": later("enter a statement"),
    "statement.edit": later("edit statement"),
    "statement.remove": later("remove statement"),
    "style.edit": later("edit house style"),
    "text.bring_back": later("bring back text"),
    "text.edit": later("edit text"),
    "theme.add": later("add theme"),
    "theme.remove": later("remove theme"),
    "theme.rename": later("rename theme"),
    "theme.set": later("theme of item"),
    "vote.none": later("adopted without a vote"),
    "vote.remove": later("remove vote"),
    "vote.write": later("vote"),
    "word.add": later("add word to the list"),
    "word.remove": later("remove word from the list"),
}


def change_words(label: str, subject: str = "") -> str:
    """What a change does, and to what when that is known."""
    act = _(ACTS[label])
    if not subject:
        return act
    named = subject if len(subject) <= LONGEST_SUBJECT else subject[: LONGEST_SUBJECT - 1].rstrip() + "…"
    return _("{act} – {subject}").format(act=act, subject=named)
