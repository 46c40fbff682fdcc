"""A finished file is searched however the words are set, and what everybody may read is no find."""

import io
import zipfile

import pikepdf
import pytest

from referatdesk.documents.searching.in_pdf import texts_in_pdf
from referatdesk.documents.searching.in_word import texts_in_word
from referatdesk.documents.searching.search import FoundText, Leak, Place, Secret, Wanted
from referatdesk.domain.personal_data import Contacts, Private
from tests.documents.test_picture_facts import chunk, png
from tests.documents.word.building import paragraph, run, word_file

SENTENCE = "Palle Nørre får en advarsel for sin opførsel i kantinen i Egeby."


def leaks(*texts, secrets=(SENTENCE,), opened=(), template=(), **more):
    wanted = Wanted([Secret(words, "4") for words in secrets], opened, **more)
    return [*wanted.leaks([FoundText(Place.TEXT, text) for text in texts], template)]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        "Palle Nørre får en adva-\nrsel for sin opfør-\nsel i kanti-\nnen i Egeby.",
        "Palle\tNørre\xa0får en  advarsel\nfor sin opførsel i kantinen i\r\nEgeby",
        "P a l l e N ø r r e f å r e n a d v a r s e l for sin opførsel i kantinen i Egeby",
        "Pal\xadle Nør\u200bre får en advarsel – for sin opførsel i kantinen i Egeby!",
        "Det blev besluttet, at Palle Nørre får en advarsel. Mere blev ikke sagt.",
        "Palle No\u0308rre fa\u030ar en advarsel".replace("o\u0308", "ø"),
    ],
)
def test_a_closed_sentence_and_five_words_of_it_are_found(text):
    assert leaks(text) == [Leak(Place.TEXT, item="4")]


@pytest.mark.parametrize("text", ["Palle Nørre bød velkommen.", "En advarsel i kantinen.", ""])
def test_single_words_of_it_are_not(text):
    assert leaks(text) == []


def test_a_sentence_that_stands_in_an_open_item_too_is_no_find():
    assert leaks(SENTENCE, opened=[f"Som bekendt: {SENTENCE}"]) == []
    half = "Palle Nørre får en advarsel for sin"
    assert leaks(half, opened=[half]) == []
    assert leaks(SENTENCE, opened=[half]) != []


def test_a_short_title_is_looked_for_as_a_word_and_forgiven_the_template():
    assert leaks("Punkt 4: Fyring", secrets=["Fyring"]) == [Leak(Place.TEXT, item="4")]
    assert leaks("Fyringsolie", secrets=["Fyring"]) == []
    assert leaks("Bilag", secrets=["Bilag"], template=["Bilag"]) == []
    assert leaks(SENTENCE, template=[SENTENCE]) != []


def test_private_numbers_and_addresses_are_found_unless_they_are_the_offices():
    office = Contacts.of(["egeby.example"])
    assert [one.kind for one in leaks("CPR 010190-1234")] == [Private.CPR]
    assert [one.kind for one in leaks("palle@privat.example", contacts=office)] == [Private.MAIL]
    assert leaks("post@egeby.example", contacts=office) == []
    assert leaks("Skriv til raad@klitved.example", template=["raad@klitved.example"]) == []
    assert [one.kind for one in leaks("2233 4455", numbers=["22 33 44 55"])] == [Private.TELEPHONE]


def hidden_leaks(text, template=(), **more):
    return [one.kind for one in Wanted([], (), **more).leaks([FoundText(Place.HIDDEN, text)], template)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mailto:palle@privat.example", Private.MAIL),
        ("mailto:post@egeby.example?cc=palle@privat.example", Private.MAIL),
        ("https://klitved.example/?til=palle%40privat.example", Private.MAIL),
        ("tel:+4522334455", Private.TELEPHONE),
        ("Borger_010190-1234", Private.CPR),
        ("word/media/0101901234.png", Private.CPR),
    ],
)
def test_private_facts_are_found_where_nobody_sees_them_too(text, kind):
    known = {"contacts": Contacts.of(["egeby.example"]), "numbers": ["22 33 44 55"]}
    assert hidden_leaks(text, **known) == [kind]


@pytest.mark.parametrize(
    "text", ["mailto:post@egeby.example", "tel:99887766", "{FF010190-1234-4A00-8000-00AA00BB00CC}", "0101901234567"]
)
def test_hidden_addresses_of_the_office_and_keys_of_the_template_are_no_find(text):
    known = {"contacts": Contacts.of(["egeby.example", "99 88 77 66"]), "numbers": ["99 88 77 66"]}
    assert hidden_leaks(text, ["{FF010190-1234-4A00-8000-00AA00BB00CC}"], **known) == []


def test_the_target_of_a_link_is_searched_for_private_addresses():
    content = with_part("word/_rels/x.xml.rels", '<root Target="mailto:palle@privat.example"/>')
    assert [*Wanted([], ()).leaks(texts_in_word(content))] == [Leak(Place.HIDDEN, Private.MAIL)]


def with_link(made):
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="mailto:palle@privat.example")
    made.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action)])


def test_the_target_of_a_link_in_a_pdf_is_searched_too():
    assert Leak(Place.HIDDEN, Private.MAIL) in [*Wanted([], ()).leaks(texts_in_pdf(pdf(with_link)))]


def places(content, read):
    wanted = Wanted([Secret(SENTENCE, "4")], ())
    return {leak.place for leak in wanted.leaks(read(content))}


def with_part(name, part):
    out = io.BytesIO(word_file(paragraph(run("Sag"))))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, part)
    return out.getvalue()


SPLIT = "".join(run(piece) for piece in (SENTENCE[:8], SENTENCE[8:21], SENTENCE[21:]))
ROOT = "<root>{}</root>"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (word_file(paragraph(SPLIT)), Place.TEXT),
        (word_file(paragraph(f'<w:del w:id="1"><w:r><w:delText>{SENTENCE}</w:delText></w:r></w:del>')), Place.TEXT),
        (with_part("word/header9.xml", ROOT.format(SENTENCE)), Place.MARGIN),
        (with_part("word/footnotes.xml", ROOT.format(SENTENCE)), Place.NOTE),
        (with_part("word/comments.xml", ROOT.format(SENTENCE)), Place.COMMENT),
        (with_part("word/x.xml", f"<root><!-- {SENTENCE} --></root>"), Place.COMMENT),
        (with_part("docProps/custom.xml", ROOT.format(SENTENCE)), Place.PROPERTY),
        (with_part("word/x.xml", f'<root name="{SENTENCE}"/>'), Place.HIDDEN),
        (with_part("word/media/x.png", png(chunk(b"tEXt", b"Title\0" + SENTENCE.encode()))), Place.PICTURE),
        (with_part("word/x.bin", SENTENCE.encode("utf-16-le")), Place.PICTURE),
    ],
)
def test_every_part_of_a_word_file_is_read(content, place):
    assert place in places(content, texts_in_word)
    assert places(word_file(paragraph(run("Sag"))), texts_in_word) == set()


def pdf(change):
    made = pikepdf.new()
    made.add_blank_page()
    change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_title(made):
    made.docinfo["/Title"] = SENTENCE


def with_metadata(made):
    with made.open_metadata() as metadata:
        metadata["dc:description"] = SENTENCE


def with_attachment(made):
    made.attachments["x.txt"] = SENTENCE.encode()


def with_alternative_words(made):
    made.Root.StructTreeRoot = made.make_indirect(pikepdf.Dictionary(K=pikepdf.Dictionary(Alt=SENTENCE)))


@pytest.mark.parametrize("change", [with_title, with_metadata, with_attachment, with_alternative_words])
def test_every_object_of_a_pdf_is_read(change):
    assert places(pdf(change), texts_in_pdf)
    assert places(pdf(lambda _made: None), texts_in_pdf) == set()
