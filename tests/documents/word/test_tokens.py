"""Typed tokens become controls, and nothing but the tokens changes."""

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.names import R
from referatdesk.documents.word.template import check_template, compile_template
from referatdesk.documents.word.tokens import convert_tokens
from referatdesk.documents.word.values import Scope
from tests.documents.word.building import (
    NAMESPACES,
    PROPERTIES,
    body_of,
    control,
    item,
    items,
    meeting,
    paragraph,
    parts_of,
    run,
    section,
    text,
    word_file,
    words,
    zipped,
)

MAIN = "word/document.xml"


def typed(*lines):
    return "".join(paragraph(run(line)) for line in lines)


def converted(body, changed=None):
    made = convert_tokens(word_file(body, changed))
    assert made.findings == ()
    return made.content


def filled(body, values, changed=None):
    return body_of(compile_template(converted(body, changed)).fill(values, PROPERTIES).content)


def faults(*lines):
    body = lines[0] if lines[0].startswith("<w:") else typed(*map(escape, lines))
    return [(one.code, one.field, one.suggestion) for one in convert_tokens(word_file(body)).findings]


def cells(*contents):
    return "".join(f"<w:tc><w:tcPr/>{content}</w:tc>" for content in contents)


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


PEOPLE = Scope(
    {"møde.sted": "Rådhuset"},
    {
        "deltagere": [
            Scope({"deltager.navn": "Merete Aaby", "deltager.titel": "borgmester"}),
            Scope({"deltager.navn": "Palle Nørre", "deltager.titel": "direktør"}),
        ]
    },
)


def test_a_token_in_a_line_becomes_a_control_and_takes_its_value():
    assert words(filled(typed("Sted: [[møde.sted]]!"), meeting(sted="Rådhuset"))) == ["Sted: Rådhuset!"]


@pytest.mark.parametrize(
    "token",
    ["[[ Møde.Sted ]]", "[[“møde.sted”]]", "[[\u00a0møde.sted\u202f]]", "[[ MØDE . STED ]]", "[[mø\u00adde.sted]]"],
)
def test_odd_typing_is_understood(token):
    assert words(filled(typed(token), meeting(sted="Rådhuset"))) == ["Rådhuset"]


def test_a_token_split_over_runs_takes_the_look_of_its_name():
    body = (
        "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Sted: [</w:t></w:r><w:r><w:t>[</w:t></w:r>"
        "<w:proofErr w:type='spellStart'/>"
        "<w:bookmarkStart w:id='7' w:name='her'/><w:r><w:rPr><w:b/></w:rPr><w:t>møde</w:t></w:r>"
        "<w:bookmarkEnd w:id='7'/><w:r><w:t>.sted]</w:t></w:r><w:r><w:t>] og mere</w:t></w:r></w:p>"
    )
    out = filled(body, meeting(sted="Rådhuset"))
    assert words(out) == ["Sted: Rådhuset og mere"]
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>Rådhuset" in out.replace(' xml:space="preserve"', "")
    assert out.count("w:bookmarkStart") == out.count("w:bookmarkEnd") == 1


def test_all_that_stands_round_a_token_is_as_it_was_to_the_byte():
    odd = "<w:p  w:rsidR = '00A1'><w:r><w:t xml:space='preserve'>a &quot;b&quot; &#230; </w:t></w:r ></w:p>"
    before = word_file(odd + paragraph(run("[[møde.sted]]")) + odd)
    after = parts_of(convert_tokens(before).content)
    assert {name for name, part in parts_of(before).items() if after[name] != part} == {"word/document.xml"}
    head, tail = parts_of(before)["word/document.xml"].split(b"<w:r><w:t>[[m\xc3\xb8de.sted]]</w:t></w:r>")
    assert after["word/document.xml"].startswith(head)
    assert after["word/document.xml"].endswith(tail)


def test_without_a_token_the_file_is_the_same():
    content = word_file(paragraph(run("Intet [her]")))
    assert convert_tokens(content).content == content


def test_a_repeat_goes_round_whole_paragraphs_and_its_own_lines_go():
    body = typed("[[gentag punkter]]", "Punkt [[punkt.titel]]", "og så", "[[slut punkter]]", "Slut")
    assert words(filled(body, items(item("A"), item("B")))) == ["Punkt A", "og så", "Punkt B", "og så", "Slut"]


def test_a_repeat_may_begin_and_end_in_paragraphs_that_it_repeats():
    body = typed("[[gentag punkter]]Punkt [[punkt.titel]]", "og så [[slut]]")
    assert words(filled(body, items(item("A"), item("B")))) == ["Punkt A", "og så ", "Punkt B", "og så "]


def test_a_repeat_on_one_line_repeats_words():
    body = typed("Til stede: [[gentag deltagere]][[deltager.navn]]; [[slut deltagere]]i alt")
    assert words(filled(body, PEOPLE)) == ["Til stede: Merete Aaby; Palle Nørre; i alt"]


def test_a_condition_and_its_end_are_named_in_several_ways():
    for end in ("[[slut hvis punkt.sagsnr]]", "[[slut punkt.sagsnr]]", "[[slut]]", "[[Slut Hvis]]"):
        body = typed("[[gentag punkter]]", "[[hvis punkt.sagsnr]]", "Sag [[punkt.sagsnr]]", end, "[[slut punkter]]")
        assert words(filled(body, items(item("A", sagsnr="27/1"), item("B")))) == ["Sag 27/1"]


def test_a_repeat_in_the_first_and_last_cell_repeats_the_row():
    first = paragraph(run("[[gentag deltagere]][[deltager.navn]]"))
    last = paragraph(run("[[deltager.titel]][[slut deltagere]]"))
    head = cells(paragraph(run("Navn")), paragraph(run("Titel")))
    out = filled(table(head, cells(first, last)) + typed("Slut"), PEOPLE)
    assert out.count("<w:tr>") == 3
    assert words(out) == ["Navn", "Titel", "Merete Aaby", "borgmester", "Palle Nørre", "direktør", "Slut"]


def test_tokens_in_rows_of_their_own_take_those_rows_away():
    out = filled(
        table(
            cells(paragraph(run("[[gentag deltagere]]")), "<w:p/>"),
            cells(paragraph(run("[[deltager.navn]]")), paragraph(run("x"))),
            cells("<w:p/>", paragraph(run("[[slut deltagere]]"))),
        )
        + typed("Slut"),
        PEOPLE,
    )
    assert words(out) == ["Merete Aaby", "x", "Palle Nørre", "x", "Slut"]


def test_a_token_alone_in_its_cell_leaves_the_paragraph_that_a_cell_must_have():
    body = table(cells(typed("[[gentag deltagere]]"), typed("[[deltager.navn]]"), typed("[[slut deltagere]]")))
    assert converted(body)
    assert filled(body, PEOPLE).count("<w:tc>") == 6


def test_several_rows_are_repeated_together():
    rows = cells(typed("[[gentag deltagere]][[deltager.navn]]")), cells(typed("[[deltager.titel]][[slut]]"))
    out = filled(table(*rows) + typed("Slut"), PEOPLE)
    assert words(out) == ["Merete Aaby", "borgmester", "Palle Nørre", "direktør", "Slut"]


def test_a_repeat_round_a_table_keeps_the_tables_apart():
    body = typed("[[gentag deltagere]]") + table(cells(typed("[[deltager.navn]]"))) + typed("[[slut deltagere]]")
    assert "</w:tbl><w:tbl>" not in filled(body, PEOPLE)


def test_tokens_in_headers_and_footers_are_converted():
    margin = f"<w:hdr {NAMESPACES}>{typed('Møde i [[møde.sted]]')}</w:hdr>"
    content = converted(typed("x"), {"word/header1.xml": margin})
    made = compile_template(content).fill(meeting(sted="Rådhuset"), PROPERTIES).content
    assert words(body_of(made, "word/header1.xml")) == ["Møde i Rådhuset"]


def test_tokens_in_a_text_box_are_converted_in_both_of_its_forms():
    box = f"<w:txbxContent>{typed('Sted [[møde.sted]]')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>[[møde.dato]] </w:t><mc:AlternateContent><mc:Choice Requires='wps'>"
        "<w:drawing><wp:inline><a:graphic>"
        f"<a:graphicData uri='x'><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent><w:t> kl. [[møde.tid]]</w:t></w:r></w:p>"
    )
    out = filled(body, meeting(sted="Rådhuset", dato="I dag", tid="12"))
    assert out.count("Rådhuset") == 2
    assert out.index("I dag") < out.index("Rådhuset") < out.index(">12<")


def test_a_token_alone_in_its_paragraph_takes_rich_text():
    body = typed("[[gentag punkter]]", "[[gentag afsnit]]", "[[afsnit.tekst]]", "[[slut]]", "[[slut]]")
    values = items(item("A", [section(text("Et", "To"))]))
    assert words(filled(body, values)) == ["Et", "To"]


def test_what_a_paragraph_of_tokens_held_besides_stays():
    mark = '<w:bookmarkStart w:id="3" w:name="her"/>'
    body = f"<w:p>{mark}{run('[[hvis møde.sted]]')}</w:p>" + typed("Sted") + typed("[[slut]]")
    assert mark in body_of(converted(body))
    breaking = f"<w:p><w:pPr><w:sectPr/></w:pPr>{run('[[slut]]')}</w:p>"
    assert b"<w:pPr><w:sectPr/></w:pPr>" in parts_of(converted(typed("[[hvis møde.sted]]", "Sted") + breaking))[MAIN]


def test_what_a_control_shows_is_no_token():
    content = word_file(paragraph(control("møde.sted", run("[[møde.sted]]"))))
    assert convert_tokens(content).content == content


def test_every_control_has_a_number_of_its_own():
    old = '<w:sdt><w:sdtPr><w:id w:val="1001"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    ids = re.findall(r'<w:id w:val="(\d+)"', body_of(converted(old + typed("[[møde.sted]] [[møde.dato]]"))))
    assert len(ids) == len(set(ids)) == 3


def test_a_repeat_has_the_buttons_of_word_where_the_file_knows_them():
    assert "<w15:repeatingSection/>" in body_of(converted(typed("[[gentag punkter]]", "x", "[[slut]]")))
    parts = parts_of(word_file(typed("[[gentag punkter]]", "x", "[[slut]]")))
    older = parts["word/document.xml"].replace(b' mc:Ignorable="w14 w15"', b"")
    made = convert_tokens(zipped(parts | {"word/document.xml": older}))
    assert "w15:repeatingSection" not in body_of(made.content)


def test_another_prefix_and_another_encoding_are_understood():
    parts = parts_of(word_file(typed("Sted: [[møde.sted]]")))
    source = parts["word/document.xml"].decode()
    other = re.sub(r"(</?|xmlns:| )w(:|=)", r"\1x\2", source)
    latin = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + source).encode("latin-1")
    for changed in (other.encode(), latin):
        made = convert_tokens(zipped(parts | {"word/document.xml": changed}))
        out = compile_template(made.content).fill(meeting(sted="Rådhuset"), PROPERTIES).content
        assert "Rådhuset" in parts_of(out)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[[møde.stdt]]"], [("field.unknown", "møde.stdt", "møde.sted")]),
        (["[[hvis møde.stdt]]x[[slut]]"], [("field.unknown", "hvis.møde.stdt", "hvis.møde.sted")]),
        (["[[gentag punkterne]]", "x", "[[slut]]"], [("field.unknown", "punkterne", "punkter")]),
        (["[[gentag punkter]]", "x"], [("token.unclosed", "gentag punkter", "[[slut punkter]]")]),
        (["x", "[[slut punkter]]"], [("token.unopened", "slut punkter", "")]),
        (["[punkt.titel]"], [("token.brackets", "[punkt.titel]", "[[punkt.titel]]")]),
        (["{{punkt.titel}}"], [("token.brackets", "{{punkt.titel}}", "[[punkt.titel]]")]),
        (["«møde.sted»"], [("token.brackets", "«møde.sted»", "[[møde.sted]]")]),
        (["Se [[møde.sted"], [("token.brackets", "[[møde.sted", "[[møde.sted]]")]),
        (["møde.sted]]"], [("token.brackets", "møde.sted]]", "[[møde.sted]]")]),
        (["[[]]"], [("token.brackets", "[[]]", "")]),
        (["[[a [[møde.sted]] b]]"], [("token.nested", "[[a [[møde.sted]] b]]", "")]),
        (["[[punkter]]"], [("token.not_field", "punkter", "gentag punkter")]),
        (["[[gentag møde.sted]]", "x", "[[slut]]"], [("token.not_repeat", "møde.sted", "")]),
        (["[[gentag punkter]]", "[[slut punkter]]"], [("token.empty", "gentag punkter", "")]),
        (["[[gentag punkter]][[slut]]"], [("token.empty", "gentag punkter", "")]),
        (
            ["[[gentag punkter]]", "[[hvis punkt.sagsnr]]", "x", "[[slut punkter]]", "[[slut hvis punkt.sagsnr]]"],
            [
                ("token.crossed", "hvis punkt.sagsnr", "[[slut hvis punkt.sagsnr]]"),
                ("token.unopened", "slut hvis punkt.sagsnr", ""),
            ],
        ),
        (["Før [[gentag punkter]]", "x", "[[slut]]"], [("token.not_alone", "gentag punkter", "[[slut punkter]]")]),
        (["[[gentag punkter]]", "x", "[[slut]] efter"], [("token.not_alone", "slut", "[[slut punkter]]")]),
    ],
)
def test_a_wrong_token_is_told_with_its_name_and_what_was_meant(lines, expected):
    assert faults(*lines) == expected


def test_a_wrong_token_is_told_with_the_words_beside_it_and_nothing_is_changed():
    content = word_file(typed("Vi mødes i [[møde.stdt]] klokken ti", "[[møde.dato]]"))
    made = convert_tokens(content)
    assert made.findings[0].nearby == "Vi mødes i [[møde.stdt]] klokken ti"
    assert made.content == content


def test_a_repeat_that_begins_in_a_cell_and_ends_below_the_table_is_crossed():
    body = table(cells(typed("[[gentag punkter]]x"))) + typed("y", "[[slut punkter]]")
    assert [code for code, *_ in faults(body)] == ["token.crossed"]


def test_a_repeat_that_begins_inside_a_link_and_ends_outside_is_crossed():
    body = f"<w:p><w:hyperlink>{run('[[hvis møde.sted]]x')}</w:hyperlink>{run('y[[slut]]')}</w:p>"
    assert [code for code, *_ in faults(body)] == ["token.crossed"]


def test_a_token_in_a_footnote_is_told_to_be_out_of_reach():
    parts = parts_of(word_file(typed("[[møde.sted]]")))
    relations = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="noter" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    notes = f"<w:footnotes {NAMESPACES}><w:footnote>{typed('[[møde.dato]]')}</w:footnote></w:footnotes>".encode()
    changed = {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes}
    found = convert_tokens(zipped(parts | changed)).findings
    assert [(one.code, one.field) for one in found] == [("token.unreachable", "møde.dato")]


def test_what_is_no_word_file_is_refused():
    with pytest.raises(TemplateError):
        convert_tokens(b"intet")


# --- typed or made with controls: the same ----------------------------------------------------------------------------

PLAIN = st.text(st.sampled_from("abc æøå.,–&<>\"'"), max_size=8)
FIELDS = {"møde": ("møde.sted", "møde.dato"), "punkter": ("punkt.titel", "punkt.sagsnr", "møde.sted")}


def lines_of(scope):
    return st.tuples(st.just("line"), PLAIN, st.sampled_from(FIELDS[scope]), PLAIN)


def blocks_of(scope):
    line = lines_of(scope)
    when = st.tuples(st.just("when"), st.sampled_from(FIELDS[scope]), st.lists(line, min_size=1, max_size=2))
    inner = st.one_of(line, when)
    if scope == "punkter":
        return st.lists(inner, min_size=1, max_size=3)
    return st.lists(
        st.one_of(inner, st.tuples(st.just("repeat"), st.deferred(lambda: blocks_of("punkter")))), max_size=4
    )


def as_controls(block):
    match block:
        case ("line", before, name, after):
            return paragraph(run(escape(before)), control(name, run()), run(escape(after)))
        case ("when", name, blocks):
            return control(f"hvis.{name}", "".join(map(as_controls, blocks)))
        case ("repeat", blocks):
            return control("punkter", "".join(map(as_controls, blocks)))


def as_tokens(block, cut):
    match block:
        case ("line", before, name, after):
            return cut(f"{before}[[{name}]]{after}")
        case ("when", name, blocks):
            inner = "".join(as_tokens(one, cut) for one in blocks)
            return cut(f"[[hvis {name}]]") + inner + cut(f"[[slut hvis {name}]]")
        case ("repeat", blocks):
            inner = "".join(as_tokens(one, cut) for one in blocks)
            return cut("[[gentag punkter]]") + inner + cut("[[slut punkter]]")


@settings(max_examples=60)
@given(blocks=blocks_of("møde"), data=st.data())
def test_typed_tokens_print_what_controls_print_wherever_word_cuts_them(blocks, data):
    def cut(line):
        places = sorted(data.draw(st.sets(st.integers(0, len(line)), max_size=4)))
        pieces = [line[a:b] for a, b in zip([0, *places], [*places, len(line)], strict=True)]
        between = '<w:proofErr w:type="gramStart"/>'
        return paragraph(between.join(run(escape(piece), "<w:rPr><w:lang/></w:rPr>") for piece in pieces))

    values = items(item("A & B", sagsnr="27/1"), item("C"), sted="Rådhuset")
    by_tokens = word_file("".join(as_tokens(one, cut) for one in blocks))
    by_controls = word_file("".join(map(as_controls, blocks)))
    made = convert_tokens(by_tokens)
    assert made.findings == ()
    assert check_template(made.content) == check_template(by_controls)
    out = [compile_template(one).fill(values, PROPERTIES).content for one in (made.content, by_controls)]
    assert words(body_of(out[0])) == words(body_of(out[1]))
