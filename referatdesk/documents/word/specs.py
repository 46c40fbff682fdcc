"""What the vocabulary of templates is made of: fields and repeats, each with words for the people who use them."""

from __future__ import annotations

from dataclasses import dataclass

ROOT = "møde"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: the scope it belongs to (ROOT or a repeat), whether its value is rich text, and words for a person."""

    name: str
    scope: str
    description: str
    example: str
    rich: bool = False


@dataclass(frozen=True, slots=True)
class RepeatSpec:
    """A repeat and the scopes in which it may stand. `like` names the repeat whose fields stand in this one too."""

    name: str
    parents: tuple[str, ...]
    description: str
    example: str
    like: str = ""

    @property
    def scope(self) -> str:
        """The scope that its content stands in."""
        return self.like or self.name
