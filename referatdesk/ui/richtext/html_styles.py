"""What attributes of an HTML element say about words, lists and visibility; Word's own "mso-" styles too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from referatdesk.domain.codes import BlockKind

Attributes = Mapping[str, str]

_LIST_STYLE = re.compile(r"(l\d+)\s+level(\d+)", re.IGNORECASE)
_LIST_RULE = re.compile(r"@list\s+(l\d+):level(\d+)[^{}]{0,40}\{([^{}]{0,2000})\}", re.IGNORECASE)
_NUMBER_FORMAT = re.compile(r"mso-level-number-format:\s*([\w-]+)", re.IGNORECASE)
_LETTER_MARK = re.compile(r"\(?[a-zæøå]{1,2}[.)]\)?", re.IGNORECASE)
_ROMAN_MARK = re.compile(r"\(?[ivx]{2,}[.)]|\(?i[.)]", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|%)?$")


def styles_of(attributes: Attributes) -> dict[str, str]:
    pairs = (part.partition(":") for part in attributes.get("style", "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _colon, value in pairs if value.strip()}


def is_bold(styles: Mapping[str, str], inherited: bool) -> bool:
    weight = styles.get("font-weight", "")
    if weight.isdigit():
        return int(weight[:4]) >= 600
    return weight.startswith("bold") if weight else inherited


def is_italic(styles: Mapping[str, str], inherited: bool) -> bool:
    slant = styles.get("font-style", "")
    return slant in {"italic", "oblique"} if slant else inherited


def is_underlined(styles: Mapping[str, str], inherited: bool) -> bool:
    line = styles.get("text-decoration", styles.get("text-decoration-line", ""))
    return "underline" in line if line else inherited


def is_hidden(styles: Mapping[str, str]) -> bool:
    return (
        styles.get("display") == "none"
        or styles.get("visibility") == "hidden"
        or styles.get("mso-hide") == "all"
        or styles.get("mso-element") == "comment-list"
    )


def word_list_styles(html: str) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for name, level, body in _LIST_RULE.findall(html):
        number_format = _NUMBER_FORMAT.search(body)
        found[name.lower(), int(level[:3])] = number_format[1].lower() if number_format else "decimal"
    return found


def word_list_item(styles: Mapping[str, str]) -> tuple[str, int] | None:
    """The list and level (from 1) of a paragraph that Word made a list item."""
    found = _LIST_STYLE.match(styles.get("mso-list", ""))
    return (found[1].lower(), int(found[2][:3])) if found else None


def kind_of_word_item(number_format: str | None, mark: str) -> BlockKind:
    """The kind of a list item by Word's number format, else by the mark it printed."""
    if number_format is not None:
        return kind_of_number_format(number_format)
    mark = mark.strip()
    if _ROMAN_MARK.fullmatch(mark) or _FIGURE.search(mark):
        return BlockKind.NUMBERED
    return BlockKind.LETTERED if _LETTER_MARK.fullmatch(mark) else BlockKind.BULLET


def kind_of_number_format(name: str) -> BlockKind:
    """CSS's and Word's names of number formats."""
    if name in {"bullet", "image", "none", "disc", "circle", "square"}:
        return BlockKind.BULLET
    return BlockKind.LETTERED if "alpha" in name or "latin" in name else BlockKind.NUMBERED


def kind_of_list(tag: str, attributes: Attributes, styles: Mapping[str, str]) -> BlockKind:
    named = styles.get("list-style-type", "")
    if tag == "ul" and named in {"", "none"}:
        return BlockKind.BULLET
    if named and named != "none":
        return kind_of_number_format(named)
    return BlockKind.LETTERED if attributes.get("type", "").lower() == "a" else BlockKind.NUMBERED


def span_of(attributes: Attributes, name: str, most: int) -> int:
    text = attributes.get(name, "")
    return min(max(int(text[:6]), 1), most) if text.isdecimal() and text.isascii() else 1


def width_of(attributes: Attributes, styles: Mapping[str, str]) -> float | None:
    found = _SIZE.match(styles.get("width", attributes.get("width", "")))
    return float(found[1][:12]) if found else None
