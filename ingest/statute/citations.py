"""The citations of an official text, with the provision in which each stands: what becomes an edge between provisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.citations.citation import By, Citation, Pointer
from graph.citations.find import find
from graph.citations.names import Names
from graph.citations.outline import Outline, outline_of
from ingest.statute.tree import Statute


@dataclass(frozen=True, slots=True)
class Stands:
    """A citation, and where it stands: ``art-24.par-1``; ``None`` outside every provision (title, adoption, annex)."""

    at: str | None
    citation: Citation


def citations_of(statute: Statute, text: str, *, names: Names | None = None) -> tuple[Stands, ...]:
    """Every citation of a parsed text that names an instrument or a provision, in its order.

    General words such as 国家有关规定 are left out: they name nothing that an edge could lead to.
    """
    outline = outline_of(statute)
    found = find(text, outline, names=names)
    return tuple(Stands(_at(outline, one.start), one) for one in found.citations if one.by is not By.GENERAL)


def within(statute: Statute, text: str, *, names: Names | None = None) -> Iterator[tuple[str, str, Citation]]:
    """The citations of a text's own provisions: from which provision to which, as locators."""
    for stands in citations_of(statute, text, names=names):
        if stands.at is not None and stands.citation.title is None:
            for locator in stands.citation.provisions:
                yield stands.at, locator, stands.citation


def _at(outline: Outline, offset: int) -> str | None:
    place = outline.piece(offset).place
    return Pointer(place.article, place.paragraph, place.item).locator if place.article else None
