"""A section's text may be set in another style of the template than its place has."""

from referatdesk.documents.word.holding import paragraph_styles
from referatdesk.documents.word.values import Scope
from tests.documents.word.building import (
    RICH,
    control,
    item,
    items,
    line,
    paragraph,
    parts_of,
    printed,
    run,
    text,
    word_file,
    zipped,
)


def said(style, template=RICH):
    section = Scope({"afsnit.tekst": text("Et", "To")}, style=style)
    return printed(template, items(item("A", [section])))


def test_a_section_is_set_in_the_style_that_is_asked_for():
    assert said("Quote").count('<w:pStyle w:val="Citat"/>') == 2
    assert "Brdtekst" not in said("quote")


def test_a_style_that_the_template_has_not_changes_nothing():
    assert said("Findes ikke") == said("")
    assert said("").count('<w:pStyle w:val="Brdtekst"/>') == 2


def test_a_place_without_a_style_of_its_own_takes_it_too():
    bare = control("punkter", control("afsnit", line("afsnit.tekst")))
    assert said("Quote", bare).count('<w:pStyle w:val="Citat"/>') == 2


def test_what_else_the_place_says_of_its_paragraphs_stays():
    centred = '<w:pPr><w:pStyle w:val="Brdtekst"/><w:jc w:val="center"/></w:pPr>'
    place = control("punkter", control("afsnit", control("afsnit.tekst", f"<w:p>{centred}{run()}</w:p>")))
    assert '<w:pPr><w:pStyle w:val="Citat"/><w:jc w:val="center"/></w:pPr>' in said("Quote", place)


def test_the_other_sections_are_set_as_before():
    sections = [Scope({"afsnit.tekst": text("Et")}, style="Quote"), Scope({"afsnit.tekst": text("To")})]
    out = printed(RICH + paragraph(run("Slut")), items(item("A", sections)))
    assert out.index("Citat") < out.index("Et") < out.index("Brdtekst") < out.index("To")


def test_a_size_that_is_no_number_is_shown_as_the_usual_one():
    parts = parts_of(word_file(RICH))
    styles = parts["word/styles.xml"].replace(b'<w:sz w:val="', b'<w:sz w:val="x')
    assert styles != parts["word/styles.xml"]
    looks = paragraph_styles(zipped(parts | {"word/styles.xml": styles}))
    assert {look.points for look in looks} == {11}
