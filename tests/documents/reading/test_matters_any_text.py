from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.documents.reading.matters.item import with_matters
from referatdesk.domain.codes import SectionKind
from tests.documents.reading.matters_items import around, item, section

WORDS = st.sampled_from(
    [
        "Godkendt.",
        "For",
        "stemte",
        "imod",
        "undlod",
        "9",
        "(A,",
        "V)",
        "punkt",
        "1",
        "og",
        "2",
        "blev",
        "udsat",
        "Ida",
        "Vester",
        "kr.",
        "300.000",
        "mio.",
        "den",
        "4.",
        "april",
        "uge",
        "7",
        "Bilag",
        "tovholder:",
        "ønskede",
        "ført",
        "til",
        "protokols:",
        "”",
        "\n",
        "-",
        "inhabil",
        "forlod",
        "mødet",
        "kl.",
        "14.10",
        "Sundhedsudvalget",
        "besluttede,",
        "at",
        ";",
        "1)",
        "a)",
    ]
)
TEXT = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT, st.sampled_from([SectionKind.DECISION, SectionKind.MINUTES, SectionKind.OTHER]))
def test_whatever_is_written_the_text_of_an_item_stays_and_only_facts_are_added(proposal, decision, kind):
    one = item(section(SectionKind.RECOMMENDATION, proposal), section(kind, decision))
    read, _ = with_matters(one, around(one))
    assert tuple(replace(part, outcome=None) for part in read.sections) == one.sections
    points = {answer.point for part in read.sections if part.outcome for answer in part.outcome.points}
    assert all(0 <= point <= len(proposal) for point in points)
    assert all(any(money.raw in block.text for part in read.sections for block in part.blocks) for money in read.money)
