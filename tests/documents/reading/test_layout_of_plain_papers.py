"""Papers of small boards and working groups: questions as headings, tabs, keys to initials, numbers with their year."""

from referatdesk.documents.reading.formats.text_file import source_of_text
from referatdesk.documents.reading.layout.facts import is_duration
from referatdesk.documents.reading.reader import draft_of
from referatdesk.domain.codes import AttendanceStatus, SectionKind


def read(text):
    return draft_of(source_of_text(text))


def headings(draft):
    return [(item.number, item.title) for item in draft.items]


def texts(section):
    return [block.text for block in section.blocks]


QUESTIONS = """Bofællesskabet Egely
Referat fra møde i Beboerrådet den 3. februar 2027

Hvem var med?
Beboere: Merete Aaby og Aksel Ravn Lund
Personale: Sanne Brix
Kunne ikke komme: Palle Nørre

Hvad gør vi med cyklerne?

Det talte vi om
Skuret er fuldt, og flere cykler står i regnen.
Det aftalte vi
Sanne køber et stativ.

Forårsfest

Det talte vi om
De fleste vil gerne danse.
Det aftalte vi
Festen bliver i maj.

Hvem passer høns?

Det talte vi om
Der er seks høns og ingen plan.
Det aftalte vi
Aksel laver en plan.
"""


def test_a_question_between_empty_lines_heads_an_item():
    draft = read(QUESTIONS)
    assert [title for _, title in headings(draft)] == ["Hvad gør vi med cyklerne?", "Forårsfest", "Hvem passer høns?"]


def test_labels_in_plain_language_open_the_talk_and_the_decision():
    item = read(QUESTIONS).items[0]
    assert [(one.label, one.kind) for one in item.sections] == [
        ("Det talte vi om", SectionKind.MINUTES),
        ("Det aftalte vi", SectionKind.DECISION),
    ]


def test_who_was_with_and_who_could_not_come_is_asked_in_plain_language():
    people = {person.name: person.status for person in read(QUESTIONS).people}
    assert people["Merete Aaby"] is AttendanceStatus.PRESENT
    assert people["Palle Nørre"] in {AttendanceStatus.ABSENT, AttendanceStatus.ABSENT_NOTIFIED}


TABS = """Egeby Skole
Referat af bestyrelsesmøde den 4. februar 2027

Sted:\tBiblioteket
Forældrevalgte:\tMerete Aaby (formand), Aksel Ravn Lund
Medarbejdervalgte:\tSanne Brix, Palle Nørre

1\tGodkendelse af dagsorden\tMerete\t5 min.
Dagsordenen blev godkendt.

2\tSkolens budget\tSanne\t20 min.
Budgettet blev gennemgået.
Område\tBudget
Løn\t31.400
Vikarer\t900
Konklusion: Budgettet blev godkendt.

4\tSkolefest\tIda\t10 min.
Festen holdes i juni.

3\tEventuelt\tAlle\t5 min.
Intet.
"""


def test_tabs_part_number_title_presenter_and_duration_of_a_heading():
    draft = read(TABS)
    assert headings(draft) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Skolens budget"),
        ("4", "Skolefest"),
        ("3", "Eventuelt"),
    ]
    assert "5 min." in draft.items[0].heading
    assert draft.items[1].presenters
    assert any(block.table is not None for section in draft.items[1].sections for block in section.blocks)


def test_rows_of_numbers_right_below_each_other_stay_a_table():
    rows = "1\tBudget\tMerete\t5 min.\n2\tPlan\tSanne\t5 min.\n"
    draft = read(f"Referat af møde i Egeby Råd den 4. februar 2027\n\nPunkt 7: Plan\n\nBeslutning\n\nGodkendt.\n{rows}")
    assert headings(draft) == [("Punkt 7", "Plan")]


def test_people_beside_a_tabbed_label_are_of_that_group():
    groups = {person.name: person.group for person in read(TABS).people}
    assert groups["Aksel Ravn Lund"] == "Forældrevalgte"
    assert groups["Palle Nørre"] == "Medarbejdervalgte"


def test_a_number_of_minutes_is_a_duration_and_a_sum_is_none():
    assert is_duration("5 min.")
    assert is_duration("(ca. 15 minutter)")
    assert not is_duration("5 mio.")


def test_the_number_of_a_case_may_carry_its_year():
    draft = read(
        "Referat fra HMU den 4. februar 2027\n\nSag 12/27 – Budget\nHMU besluttede:\nGodkendt.\n\n"
        "Sag 13/27 – Plan\nHMU besluttede:\nUdsat.\n\nSag 14/2027 – Eventuelt\nHMU besluttede:\nIntet.\n"
    )
    assert headings(draft) == [("Sag 12/27", "Budget"), ("Sag 13/27", "Plan"), ("Sag 14/2027", "Eventuelt")]
    assert [one.kind for item in draft.items for one in item.sections] == [SectionKind.DECISION] * 3


def test_a_key_to_initials_names_the_people():
    draft = read(
        "Referat af styregruppemøde den 4. februar 2027\n\nDeltagere:\nMA = Merete Aaby, Egeby Kommune (formand)\n"
        "ARL = Aksel Ravn Lund, Klitved Kommune\n\n1. Status\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [person.name for person in draft.people] == ["Merete Aaby", "Aksel Ravn Lund"]
    assert draft.people[1].organisation == "Klitved Kommune"


RECOMMENDED = """Referat af møde i Socialudvalget den 4. februar 2027

1. Ny plads

Resumé
Der kan oprettes en plads.

Direktionen indstiller,
at pladsen oprettes, og
at udgiften holdes inden for rammen.

Beslutning
Godkendt.

2. Eventuelt

Beslutning
Intet.
"""


def test_a_sentence_left_open_over_points_opens_the_recommendation():
    kinds = [one.kind for one in read(RECOMMENDED).items[0].sections]
    assert kinds == [SectionKind.SUMMARY, SectionKind.RECOMMENDATION, SectionKind.DECISION]


def test_under_a_label_of_recommendations_the_sentence_stays_text():
    draft = read(RECOMMENDED.replace("Direktionen indstiller,", "Indstilling\nDirektionen indstiller,"))
    section = draft.items[0].sections[1]
    assert section.label == "Indstilling"


def test_the_next_meeting_below_the_last_item_and_a_signature_in_initials_close_the_paper():
    draft = read(f"{QUESTIONS}\nNæste møde\nOnsdag den 3. marts 2027 klokken 15.\n\nMAAB, 5. februar 2027\n")
    assert draft.items[-1].sections[-1].kind is SectionKind.DECISION
    assert texts(draft.items[-1].sections[-1]) == ["Aksel laver en plan."]
    assert draft.head.sign_off is not None
    assert "MAAB" in draft.head.sign_off
