"""The ties between nodes that themselves state law or practice: what is said of an edge."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from api.ontological import answered, told
from api.reach import UNVERIFIED, article_of, founded, named
from graph.lookup import Tied
from graph.relations import Relation
from graph.view import View
from graph.vocabulary import Basis, Confidence, ImportMode

if TYPE_CHECKING:
    from api.types import Article, Evidence


@strawberry.interface(description="A tie between two nodes that itself states law or practice.")
class Tie:
    view: strawberry.Private[View]
    evidence_ids: strawberry.Private[list[str]]
    verb: str = strawberry.field(description="The type of the edge, such as `FULFILLED_BY`.")
    via: str | None = strawberry.field(
        description="The provision at which the tie begins, where it is not the node itself."
    )
    basis: Basis = told("LEADS_TO", "basis")
    confidence: Confidence = told("LEADS_TO", "confidence")
    valid_from: date | None = told("LEADS_TO", "valid_from")
    valid_to: date | None = told("LEADS_TO", "valid_to")
    note_en: str | None = told("LEADS_TO", "note_en")
    evidence: list[Annotated[Evidence, strawberry.lazy("api.types")]] = founded(
        lambda self: self.evidence_ids, "Why the tie is believed: places in sources."
    )

    @answered(UNVERIFIED)
    def unverified(self) -> bool:
        return self.confidence is Confidence.MEMORY


@strawberry.type(description="A tie with nothing more to tell.")
class PlainTie(Tie):
    pass


@strawberry.type(description="A provision takes over what another orders.")
class Imports(Tie):
    mode: ImportMode = told("IMPORTS", "mode")
    what_en: str = told("IMPORTS", "what_en")


@strawberry.type(description="An obligation is fulfilled by a procedure, its own or one that another rule owns.")
class FulfilledBy(Tie):
    mode: ImportMode = told("FULFILLED_BY", "mode")
    imported_from: str | None = told("FULFILLED_BY", "imported_from")
    through: str | None = told("FULFILLED_BY", "through")
    imported_from_article: Annotated[Article, strawberry.lazy("api.types")] | None = named(
        "Article",
        lambda self: article_of(self.imported_from),
        "The article that owns the procedure, where it is imported.",
    )
    through_article: Annotated[Article, strawberry.lazy("api.types")] | None = named(
        "Article", lambda self: article_of(self.through), "The article through which the procedure is imported."
    )


@strawberry.type(description="A document is handed in, shown or issued.")
class Requires(Tie):
    position: int = told("REQUIRES", "position")
    open_list: bool = told("REQUIRES", "open_list")
    to_en: str | None = told("REQUIRES", "to_en")


@strawberry.type(description="A breach falls under an article.")
class SanctionedBy(Tie):
    provisions: list[str] = told("SANCTIONED_BY", "provisions")
    only_if_en: str | None = told("SANCTIONED_BY", "only_if_en")


TIES: dict[str, type[Tie]] = {
    "IMPORTS": Imports,
    "FULFILLED_BY": FulfilledBy,
    "REQUIRES": Requires,
    "SANCTIONED_BY": SanctionedBy,
}


def tie_of(relation: Relation, tied: Tied, view: View) -> Tie | None:
    """What the relation's edge states; None where it states nothing."""
    if not relation.tie.stated:
        return None
    values: dict[str, Any] = {**tied.tie}
    for p in relation.tie.properties:
        if p.words:
            values[p.key] = p.words[str(values[p.key]).upper().replace("-", "_")]
    cls = TIES.get(relation.tie.verb, PlainTie)
    return cls(view=view, evidence_ids=values.pop("evidence"), verb=relation.tie.verb, via=tied.via, **values)
