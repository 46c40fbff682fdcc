"""The properties of the file: written anew, so that nobody's name or machine comes along from the template."""

from __future__ import annotations

from datetime import UTC

from referatdesk.documents.word.text import escaped
from referatdesk.documents.word.values import Properties

_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(properties: Properties) -> bytes:
    """The part docProps/core.xml."""
    lines = [f"<dc:title>{escaped(properties.title)}</dc:title>"]
    if properties.subject:
        lines.append(f"<dc:subject>{escaped(properties.subject)}</dc:subject>")
    lines.append("<dc:language>da-DK</dc:language>")
    if properties.status:
        lines.append(f"<cp:contentStatus>{escaped(properties.status)}</cp:contentStatus>")
    if properties.created:
        moment = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        lines += [
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
        ]
    content = "".join(lines)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<cp:coreProperties {_NAMESPACES}>{content}</cp:coreProperties>".encode()
