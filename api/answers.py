"""The flat answers: where an obligation goes, and by when. Each is a chain of statements with its weakest link."""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry

from api.ontological import answered, told
from api.reach import Info, article_of, founded, named
from api.types import Article, Authority, Deadline, Evidence, Obligation, Platform, Procedure, Regulation, Route
from graph import deadlines, routes
from graph.view import View
from graph.vocabulary import AuthorityRole, Basis, Confidence, Derivation, ImportMode, Reason, RouteKind


@strawberry.interface(description="What is told of a chain of statements: it is as weak as its weakest link.")
class Chain:
    view: strawberry.Private[View]
    link: strawberry.Private[Any]
    basis: Basis = strawberry.field(description="What the weakest statement of the chain rests on.")
    confidence: Confidence = strawberry.field(description="How sure the least sure statement of the chain is.")
    unverified: bool = strawberry.field(description="Whether anything that is told here is believed without a source.")
    valid_from: date | None = strawberry.field(description="First day on which all of it holds.")
    valid_to: date | None = strawberry.field(description="First day on which not all of it holds any more.")
    mode: ImportMode | None = told("FULFILLED_BY", "mode")
    imported_from: str | None = told("FULFILLED_BY", "imported_from")
    through: str | None = told("FULFILLED_BY", "through")
    imported_from_article: Article | None = named(
        "Article",
        lambda self: article_of(self.imported_from),
        "The article that owns the procedure, where it is imported.",
    )
    through_article: Article | None = named(
        "Article", lambda self: article_of(self.through), "The article through which the procedure is imported."
    )
    obligation: Obligation = named(
        "Obligation", lambda self: self.link.obligation, "The obligation that is answered for."
    )
    procedure: Procedure | None = named(
        "Procedure", lambda self: self.link.procedure, "The procedure that fulfils the obligation."
    )
    evidence: list[Evidence] = founded(lambda self: self.link.evidence, "Why every statement of the chain is believed.")


@strawberry.type(description="An address at which a platform is found on the day asked about.")
class Address:
    url: str = told("Site", "url")
    certain: bool = strawberry.field(description="False while the day of a move is not known: try the others as well.")


@strawberry.type(description="One way of one obligation: to which authority, through which platform, or why not.")
class Routing(Chain):
    provision: str | None = told("Obligation", "provision")
    binding: bool = told("Obligation", "binding")
    kind: RouteKind | None = strawberry.field(
        description="How far the route could be resolved; null: nothing in this view fulfils the obligation."
    )
    reason: Reason | None = told("Route", "reason")
    role: AuthorityRole | None = told("Route", "role")
    alternative_group: str | None = told("Route", "alternative_group")
    authority_by: Derivation | None = told("Route", "authority_by")
    platform_by: Derivation | None = told("Route", "platform_by")
    place_en: str | None = told("Route", "place_en")
    covered: bool = strawberry.field(
        description="Asked for one body: the route leads to a term of the law that covers it, not to it alone."
    )
    regulation: Regulation | None = named(
        "Regulation", lambda self: self.link.regulation, "The instrument that imposes the obligation."
    )
    article: Article | None = named(
        "Article",
        lambda self: self.link.article,
        "The article that imposes it; null where no article is held or named.",
    )
    route: Route | None = named("Route", lambda self: self.link.route, "The route that the procedure takes.")
    authority: Authority | None = named(
        "Authority", lambda self: self.link.authority, "The authority at the end of the route."
    )
    platform: Platform | None = named(
        "Platform", lambda self: self.link.platform, "The platform through which the route goes."
    )

    @answered("Where the platform is found on the day asked about.")
    async def addresses(self, info: Info) -> list[Address]:
        found = await info.context.addresses(self.link.platform, self.view) if self.link.platform else ()
        return [Address(url=address.url, certain=address.certain) for address in found]


@strawberry.type(description="One clock that runs for an obligation: its own, or that of a procedure that fulfils it.")
class Clock(Chain):
    deadline: Deadline = named("Deadline", lambda self: self.link.deadline, "How long, from which event, binding whom.")


def routing(way: routes.Routing, view: View) -> Routing:
    return Routing(
        **_chain(way, view),
        provision=way.provision,
        binding=way.binding,
        kind=way.route_kind,
        reason=way.reason,
        role=way.role,
        alternative_group=way.alternative_group,
        authority_by=way.authority_by,
        platform_by=way.platform_by,
        place_en=way.place_en,
        covered=way.covered,
    )


def clock(running: deadlines.Clock, view: View) -> Clock:
    return Clock(**_chain(running, view))


def _chain(link: routes.Routing | deadlines.Clock, view: View) -> dict[str, Any]:
    return {"view": view, "link": link, **{key: getattr(link, key) for key in _OF_A_CHAIN}}


_OF_A_CHAIN = (
    "basis", "confidence", "unverified", "valid_from", "valid_to", "mode", "imported_from", "through",
)  # fmt: skip
