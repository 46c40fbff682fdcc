"""The questions for what a reader was not certain of, and the words of the answer that it proposes.

A question may name `text`, what is printed there, `proposal`, and whatever else the doubt carries.
"""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _, later
from referatdesk.services.drafts import Doubt
from referatdesk.ui.days import day_words
from referatdesk.ui.words.codes import word

_MEETING: dict[str, str] = {
    "meeting.exists": later("There is a meeting of this board on that day already. Left so, this becomes another one."),
    "meeting.no_year": later(
        "The day of the meeting is printed without its year. Was it in the year that is proposed?"
    ),
    "meeting.no_date": later("No date of the meeting was found."),
    "meeting.two_dates": later("The title and the head give different dates. The head's was taken."),
    "meeting.weekday": later("The weekday does not fit the date. Is the date right?"),
    "style.unknown": later("No headings of items were found; all text is kept. Mark the items with the key P."),
}
_TEXT: dict[str, str] = {
    "contents.no_item": later("This line of the contents has no item in the text."),
    "item.number_gap": later("The numbers of the items jump here. Is an item missing?"),
    "label.in_quote": later("This label seems to be quoted from other minutes. Is it one of this item?"),
    "paragraph.broken": later("This sentence seems to be cut in two by a page. Do the two parts belong together?"),
    "text.unread": later("This text belongs to no item. It is kept with the meeting; mark what it is if you know."),
    "text.after_absentees": later("This text stands after the line of absentees. It is kept where it stood."),
    "attachment.merged": later("Two attachments seem to stand in this line; the second may begin with: {proposal}"),
    "attachment.broken": later("This line of the attachments seems to be cut in two. Do the parts belong together?"),
}
_PEOPLE: dict[str, str] = {
    "absent.not_listed": later("This person is absent here, but is not among the people of the meeting."),
    "people.all_present": later("It says that all were there, without their names. Nobody is listed by name for it."),
    "people.unread": later("This line among the people could not be read as a person. It is kept as it is printed."),
    "person.not_marked": later("Others are marked as present here, this person is not, and so counts as absent."),
    "person.spelt_twice": later("This name is also spelt {proposal} in the document. Both are kept."),
    "person.unclear": later("It is not certain which words are the name here, and which the organisation."),
    "person.like": later("This may be somebody who is known already. Is it the same person?"),
    "organisation.like": later("This may be an organisation that is known already. Is it the same one?"),
    "presence.other_item": later("It is told here who was away at another item: {name}. It is left as text."),
    "promise.no_year": later("The deadline has no year. The next such day after the meeting was taken."),
    "statement.who": later("It is not said who had this put into the minutes."),
    "outcome.several": later("The words of this decision say more than one outcome. Look at the one that was chosen."),
    "vote.count": later("{text} votes are printed here, but {proposal} names."),
    "board.like": later("This may be a board that is known already. Is it the same board?"),
    "board.missing": later("The document does not say which board it is of. Choose it above."),
}

DOUBTS: Mapping[str, str] = {**_MEETING, **_TEXT, **_PEOPLE}

_ANY_DOUBT = later("This place could be read in more than one way. Look at it.")

_SAME = later("Yes, it is {proposal}")
_ANSWERS: dict[str, str] = {
    "board.like": _SAME,
    "board.missing": _SAME,
    "organisation.like": _SAME,
    "person.like": _SAME,
    "person.spelt_twice": later("One person: {proposal}"),
    "person.unclear": later("Yes, from {proposal}"),
    "person.not_marked": later("Yes, absent"),
    "item.number_gap": later("Call it number {proposal}"),
    "outcome.several": later("Yes: {proposal}"),
    "vote.count": later("Count {proposal} votes"),
    "attachment.merged": later("Make two of it"),
    "label.in_quote": later("Yes, a label"),
    "meeting.exists": later("Put it into that meeting"),
    "meeting.two_dates": later("It was on {proposal}"),
    "meeting.weekday": later("Yes, {proposal}"),
    "meeting.no_year": later("Yes, {proposal}"),
    "promise.no_year": later("By {proposal}"),
}
_DAYS = frozenset({"meeting.two_dates", "meeting.weekday", "meeting.no_year", "promise.no_year"})
_JOIN = "join"


def doubt_words(doubt: Doubt) -> str:
    """The question, in a sentence or two."""
    return _(DOUBTS.get(doubt.code, _ANY_DOUBT)).format_map(_Shown(doubt))


def answer_words(doubt: Doubt) -> str:
    """What the proposed answer does, in a few words for a button; nothing where none is proposed."""
    if doubt.proposal is None:
        return ""
    if doubt.proposal == _JOIN:
        return _("Put together")
    words = _ANSWERS.get(doubt.code)
    return (_("Use “{proposal}”") if words is None else _(words)).format_map(_Shown(doubt))


class _Shown(dict[str, str]):
    """What a doubt carries, by name; what it does not carry stays out of the sentence."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__({**doubt.data, "text": doubt.text, "proposal": _proposal_words(doubt)})

    def __missing__(self, name: str) -> str:
        return ""


def _proposal_words(doubt: Doubt) -> str:
    proposal = doubt.proposal or ""
    if doubt.code in _DAYS:
        return day_words(proposal)
    return word(Outcome(proposal)) if doubt.code == "outcome.several" and proposal in set(Outcome) else proposal
