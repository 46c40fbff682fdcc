from referatdesk.domain.codes import AttachmentState
from referatdesk.domain.decisions import Attachment
from referatdesk.services.item import attachments


def titles(records, item_id):
    return [one.title for one in attachments.attachments_of(records, "meeting", item_id)]


def paper(records):
    return records.get(Attachment, "paper")


def test_a_paper_is_listed_last_with_its_item(records, apply):
    change, new = attachments.add_attachment(records, "two", " Høringssvar ", file_name="svar.pdf")
    apply(records, change)
    assert titles(records, "two") == ["Plan for lægehuset", "Høringssvar"]
    assert (records.get(Attachment, new).sort, records.get(Attachment, new).file_name) == (1, "svar.pdf")


def test_a_renamed_paper_is_printed_anew(records, apply):
    apply(records, attachments.rename_attachment(records, "paper", "Plan, revideret"))
    assert (paper(records).title, paper(records).raw) == ("Plan, revideret", None)


def test_a_paper_whose_state_changes_keeps_its_printed_line(records, apply):
    apply(records, attachments.edit_attachment(records, "paper", state=AttachmentState.HANDED_OUT))
    assert paper(records).raw == "1. Plan for lægehuset"


def test_a_paper_comes_last_in_its_list_and_goes(records, apply):
    change, new = attachments.add_attachment(records, "two", "Høringssvar")
    apply(records, change)
    assert titles(records, "two") == ["Plan for lægehuset", "Høringssvar"]
    apply(records, attachments.remove_attachment(records, new))
    assert titles(records, "two") == ["Plan for lægehuset"]
