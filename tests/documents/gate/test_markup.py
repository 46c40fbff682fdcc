import pytest

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.markup import MAX_DEPTH, MAX_MARKS, parsed


def refusal(raw):
    with pytest.raises(GateError) as caught:
        parsed(raw)
    return caught.value.code, caught.value.data.get("reason")


def test_what_an_honest_program_writes_is_parsed():
    root = parsed('<?xml version="1.0" encoding="UTF-8"?><!-- x --><a><?y z?><b>Æ</b></a>'.encode())
    assert [child.tag for child in root] == ["b"]


def test_utf_16_is_parsed():
    assert parsed('<?xml version="1.0" encoding="UTF-16"?><a>Æ</a>'.encode("utf-16")).text == "Æ"


BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "raw",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        b'<?xml version="1.0"?>' + b" " * 9_000 + b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://192.0.2.1/x">]><a>&x;</a>',
        b"<a><!DOCTYPE b></a>",
    ],
)
def test_a_document_type_is_refused_wherever_it_stands(raw):
    assert refusal(raw) == ("unsafe", "doctype")


@pytest.mark.parametrize("name", ["utf-7", "cp037", "utf-32", "ebcdic-cp-us", "x"])
def test_an_encoding_in_which_something_could_hide_is_refused(name):
    assert refusal(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode()) == ("unsafe", "encoding")


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_an_encoding_that_is_not_named_hides_nothing_either(encoding):
    assert refusal(BOMB.encode(encoding)) == ("unsafe", "encoding")


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 300, 100_000])
def test_endless_nesting_is_refused(depth):
    assert refusal(b"<a>" * depth + b"</a>" * depth) in {("unsafe", "depth"), ("unsafe", "limits")}


def test_nesting_as_deep_as_allowed_is_parsed():
    assert parsed(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH).tag == "a"


def test_too_many_elements_are_refused_unparsed():
    assert refusal(b"<a>" + b"<b/>" * MAX_MARKS)[0] == "too_large"


def test_too_many_attributes_are_refused_unparsed():
    assert refusal(b"<a " + b"".join(b'b%d="" ' % at for at in range(MAX_MARKS + 1)))[0] == "too_large"


def test_a_text_without_end_is_refused():
    assert refusal(b"<a>" + b"x" * 12_000_000 + b"</a>") == ("unsafe", "limits")


@pytest.mark.parametrize("raw", [b"", b"x", b"<a>", b"<a></b>", b"<a>&x;</a>", b"<a>\xff\xfe</a>"])
def test_what_is_no_xml_is_broken(raw):
    assert refusal(raw) == ("broken", "xml")


def test_an_element_with_attributes_without_end_is_refused():
    many = " ".join(f'a{number}="1"' for number in range(500))
    with pytest.raises(GateError) as caught:
        parsed(f"<a><b {many}/></a>".encode())
    assert (caught.value.code, caught.value.data) == ("unsafe", {"reason": "limits"})
