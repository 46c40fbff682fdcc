from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading.printed import (
    Looks,
    PrintedItem,
    PrintedMeeting,
    PrintedPerson,
    expected_items,
    found_items,
    found_people,
    read,
)

FIRST = [
    "Merete",
    "Aksel",
    "Sanne",
    "Palle",
    "Ida",
    "Erik",
    "Bodil",
    "Lærke",
    "Anne-Marie",
    "Åge",
    "Øjvind",
    "Hans Ole",
]
LAST = [
    "Aaby",
    "Ravn Lund",
    "Brix",
    "Nørre",
    "Vester",
    "Dam",
    "Krogh",
    "Bang",
    "van der Berg",
    "P. Holm",
    "Lind-Øst",
    "Skov",
]
QUALIFIERS = ["V", "A", "Ø", "V2", "UP", "Løsgænger", "Egeby Kommune", "Klitved Kommune", "Region Fjordland", "PLO"]
QUALIFIERS += ["Fjordlands Patientforening", "Afdelingen for Børn, Unge og Familie", "KL", "Socialdemokratiet"]
WORDS = ["arbejdet", "borgerne", "hjælp", "kommunen", "ordningen", "fælles", "plan", "med", "til", "for", "indsats"]
WORDS += ["ældre", "sundhed", "i", "og", "prøve", "hold", "frist"]
CASES = [None, "23/1493", "2027-003046-10", "00.22.04-P35-1-27", "EMN-2027-00123"]
LABELS = ["Resumé", "Sagsfremstilling", "Klimavurdering", "Økonomi", "Høring", "Konsekvenser", "Baggrund"]
DECIDED = "Beslutning i Sundhedsråd Østfjord den 04-02-2027"

people = st.lists(
    st.builds(
        lambda first, last, qualifier, absent: PrintedPerson(f"{first} {last}", qualifier, absent),
        st.sampled_from(FIRST),
        st.sampled_from(LAST),
        st.sampled_from(QUALIFIERS),
        st.booleans(),
    ),
    min_size=2,
    max_size=14,
    unique_by=lambda one: one.name,
)
words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
sentence = words.map(lambda text: f"Rådet fik {text}.")
paragraph = st.tuples(st.just("paragraph"), sentence)
bullet = st.tuples(st.just("list_item"), sentence)
heading = st.sampled_from(["Erfaringer fra 2 kommuner", "Organisering af 3 hold", "Forløb 2027-2028"])
headed = heading.flatmap(lambda title: paragraph.map(lambda text: (("heading", title), text)))
run_in = st.sampled_from(["Bemanding:", "Tidsplan:", "Økonomi:"])
labelled = run_in.flatmap(lambda title: paragraph.map(lambda text: (("heading", title), text)))
listed = st.lists(bullet, min_size=1, max_size=4).map(lambda points: (("paragraph", "Holdet har disse mål:"), *points))
part = st.one_of(paragraph.map(lambda one: (one,)), headed, labelled, listed)
prose = st.lists(part, min_size=1, max_size=4).map(lambda parts: tuple(block for one in parts for block in one))
points = st.lists(bullet, min_size=1, max_size=3).map(
    lambda listed: (("paragraph", "Det indstilles, at Sundhedsråd Østfjord:"), *listed)
)
decision = st.lists(paragraph, min_size=1, max_size=3).map(tuple)
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(lambda text: f"Status om {' '.join(text)}")


@st.composite
def items(draw, absent):
    """An item with any of the sections in any order; the last is no list that a title of a paper could go on with."""
    labels = draw(st.lists(st.sampled_from([*LABELS, "Indstilling"]), unique=True, max_size=5))
    sections = tuple((label, draw(points if label == "Indstilling" else prose)) for label in labels)
    decided = draw(st.booleans())
    papers = draw(st.lists(st.sampled_from(["Plan for 2027.pdf", "Budget", "Brev fra Klitved Kommune"]), unique=True))
    return PrintedItem(
        title=draw(titles),
        case_no=draw(st.sampled_from(CASES)),
        sections=(*sections, (DECIDED, draw(decision))) if decided or not sections else sections,
        attachments=tuple(papers),
        absent=tuple(absent),
    )


@st.composite
def meetings(draw):
    listed = draw(people)
    absent = [one for one in listed if one.absent]
    agenda = draw(st.lists(items(absent), min_size=1, max_size=6, unique_by=lambda item: item.title))
    looks = Looks(
        contents=draw(st.booleans()),
        run_width=draw(st.none() | st.integers(35, 120)),
        width=draw(st.none() | st.integers(70, 110)),
        bullet=draw(st.sampled_from(["- ", "– ", "• "])),
    )
    return PrintedMeeting(people=tuple(listed), items=tuple(agenda), looks=looks)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_what_is_printed_is_found_again(meeting):
    draft = read(meeting)
    assert draft.style == "sagsfremstilling"
    assert (draft.head.board, draft.head.date, draft.head.start) == (meeting.board, "2027-02-04", "13:00")
    assert found_people(draft) == list(meeting.people)
    assert found_items(draft) == expected_items(meeting)
    assert draft.unplaced == ()
