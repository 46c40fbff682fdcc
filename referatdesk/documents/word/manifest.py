"""The manifest of a review copy: a part of its own that says what every number in the document means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.word.identity import IdentifiedField
from referatdesk.documents.word.names import RELATIONSHIPS, R
from referatdesk.documents.word.text import escaped

NAMESPACE = "urn:referatdesk:review:1"
RELATION = f"{R}/customXml"
_PROPERTIES_RELATION = f"{R}/customXmlProps"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{6F1D2C0E-4B0A-4E52-9C57-1D3B8A7E5F10}"
"""Names the kind of part, as Word wants it; the same in every review copy."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Manifest:
    """The place of the manifest in a package, by a number that no other such part has there."""

    number: int

    @property
    def name(self) -> str:
        return f"customXml/item{self.number}.xml"

    @property
    def relation(self) -> str:
        """What leads from the document to the manifest."""
        return f'<Relationship Id="rIdManifest{self.number}" Type="{RELATION}" Target="/{self.name}"/>'

    @property
    def types(self) -> str:
        return (
            f'<Override PartName="/{self.name}" ContentType="application/xml"/>'
            f'<Override PartName="/{self._properties_name}" ContentType="{_PROPERTIES_TYPE}"/>'
        )

    def parts(self, fields: Sequence[IdentifiedField]) -> dict[str, bytes]:
        relations = (
            f'{_HEAD}<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{_PROPERTIES_RELATION}" '
            f'Target="itemProps{self.number}.xml"/></Relationships>'
        )
        return {
            self.name: _listed(fields),
            self._properties_name: _properties(),
            f"customXml/_rels/item{self.number}.xml.rels": relations.encode(),
        }

    @property
    def _properties_name(self) -> str:
        return f"customXml/itemProps{self.number}.xml"


def _listed(fields: Sequence[IdentifiedField]) -> bytes:
    lines = "".join(
        f'<field number="{one.number}" name="{escaped(one.name)}" record="{escaped(one.record)}" hash="{one.digest}"/>'
        for one in fields
    )
    return f'{_HEAD}<fields xmlns="{NAMESPACE}">{lines}</fields>'.encode()


def _properties() -> bytes:
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{_PROPERTIES_NAMESPACE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
