"""`referatdesk template …`: the vocabulary, and a template checked, made ready and tried."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from referatdesk.cli import phrases
from referatdesk.cli.given import Given
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.learning_words import learning_finding_words, meaning_words
from referatdesk.i18n.template_words import MISSING, template_finding_words
from referatdesk.services.errors import UserError
from referatdesk.services.output import exporting, template_preview
from referatdesk.services.output.exporting import Export
from referatdesk.services.template import template_check, template_learning, vocabulary
from referatdesk.services.template.template_check import TemplateReport, content_of
from referatdesk.services.written_files import write_new

_GAP = "  "
_WIDTH = 50
"""Of an old line so many letters are shown."""
_RULES = (
    "Kun hvis udfyldt: [[hvis punkt.sagsnr]] … [[slut hvis punkt.sagsnr]] beholder det, der står imellem, når feltet",
    "har indhold. Det samme gælder gentagelser ([[hvis bilag]]) og afsnit efter slags ([[hvis indstilling]]).",
    "Står begyndelse og slutning i samme afsnit, gælder de teksten imellem; står de i hver sit, gælder de hele afsnit;",
    "står de i en tabels første og sidste celle, gælder de rækken.",
)


def _fields(given: Given) -> None:
    if given.to is not None:
        write_new(given.to, vocabulary.field_sheet(), overwrite=given.force)
        return
    for line in _vocabulary_lines():
        print(line)


def _vocabulary_lines() -> Iterator[str]:
    groups = vocabulary.vocabulary()
    rows = [entry for group in groups for entry in group.fields]
    token_width = max(len(entry.token) for entry in rows)
    words_width = max(len(entry.description) for entry in rows)
    for group in groups:
        yield from _head_of(group)
        for entry in group.fields:
            yield f"{entry.token:{token_width}}{_GAP}{entry.description:{words_width}}{_GAP}{entry.example}"
        yield ""
    yield from _RULES


def _head_of(group: vocabulary.Group) -> Iterator[str]:
    if group.is_meeting:
        yield "MØDET – kan stå overalt, også i sidehoved, sidefod og tekstbokse"
        return
    inside = [name for name in group.inside if name != "møde"]
    where = f" (i {' eller '.join(inside)})" if inside else ""
    like = f"; med de samme felter som {group.like}" if group.like else ""
    yield f"{group.opening} … {group.end} – {group.description}{where}{like}"


def _check(given: Given) -> None:
    report = template_check.check(content_of(exporting.template_path(given.source)))
    for line in _report_lines(report):
        print(line)
    if report.findings:
        raise SystemExit(1)


def _report_lines(report: TemplateReport) -> Iterator[str]:
    yield f"Felter: {', '.join(report.fields) or 'ingen'}"
    yield f"Gentagelser: {', '.join(report.repeats) or 'ingen'}"
    if report.conditions:
        yield f"Betingelser: {', '.join(name.replace('hvis.', 'hvis ', 1) for name in report.conditions)}"
    if report.tokens and not report.findings:
        yield f"Skrevet som tekst: {report.tokens} (gøres til felter med: referatdesk template prepare)"
    if report.missing:
        yield f"Mangler: {', '.join(_(MISSING[code]) for code in report.missing)}"
    if report.lost_sections:
        yield f"Afsnit uden plads: {', '.join(report.lost_sections)}"
    yield from _finding_lines(report.findings)
    yield from _warning_lines(report)
    if not report.findings:
        yield "Skabelonen kan bruges."


def _finding_lines(findings: object, sign: str = "FEJL") -> Iterator[str]:
    for finding in findings if isinstance(findings, tuple) else ():
        yield f"{sign}: " + " ".join(words for words in template_finding_words(finding) if words)


def _warning_lines(report: TemplateReport) -> Iterator[str]:
    return _finding_lines(report.warnings, "ADVARSEL")


def _prepare(given: Given) -> None:
    source = Path(given.source)
    made = template_check.prepared(content_of(source))
    target = given.to or source.with_stem(f"{source.stem} - klar")
    write_new(target, made, overwrite=given.force)
    print(target)
    report = template_check.check(made)
    for line in (*_finding_lines(report.findings), *_warning_lines(report)):
        print(line)


def _learn(given: Given) -> None:
    target = given.to
    assert target is not None  # noqa: S101 - the command line has made sure of it
    proposal = template_learning.propose(Path(given.source))
    write_new(target, proposal.template, overwrite=given.force)
    for taken in proposal.taken:
        meant = meaning_words(taken.meaning, template_learning.description(taken.meaning))
        print(f"{taken.line:5}{_GAP}{taken.text[:_WIDTH]:{_WIDTH}}{_GAP}{meant}")
    for finding in proposal.findings:
        print(f"SE EFTER: {learning_finding_words(finding)}")
    print(target)


def _preview(given: Given) -> None:
    target = given.to
    assert target is not None  # noqa: S101 - the command line has made sure of it
    made = template_preview.filled(_job(given))
    if target.suffix.lower() == ".pdf":
        made = template_preview.pdf(made, lambda: False)
    write_new(target, made, overwrite=given.force)


def _job(given: Given) -> Export:
    if given.archive is None:
        return template_preview.sample_job(given.source)
    workspace = phrases.opened(given)
    try:
        records = workspace.records_of(given.meeting)
        return template_preview.meeting_job(records, given.meeting, given.source, workspace.content)
    finally:
        workspace.close()


ACTIONS: Mapping[str, Callable[[Given], None]] = {
    "fields": _fields,
    "check": _check,
    "prepare": _prepare,
    "learn": _learn,
    "preview": _preview,
}


def carry_out_template(given: Given) -> None:
    try:
        ACTIONS[given.action](given)
    except UserError as error:
        for line in _finding_lines(error.data.get("findings")):
            print(line, file=sys.stderr)
        raise
