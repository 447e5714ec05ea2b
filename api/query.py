"""The root fields: where a GraphQL question begins, and from where the graph is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any

import strawberry

from api import answers, assess_types, citation_types, compare_types, due_types, overlap_types
from api.answers import Clock, Routing
from api.assess_types import Assessment, ServiceProfile
from api.citation_types import CheckedCitation, CitationReport
from api.compare_types import Comparison
from api.due_types import DueDates
from api.lists import After, Connection, First, bounded, connected
from api.ontological import answered, made
from api.overlap_types import Overlap
from api.reach import Info, node_of
from api.types import (
    Article,
    Authority,
    Event,
    Node,
    Obligation,
    Platform,
    Procedure,
    Question,
    Reading,
    Regulation,
)
from graph import catalogue, deadlines, meta
from graph import routes as ways
from graph.applies import assessment
from graph.change import compare
from graph.change.pictures import Moment
from graph.citations import check as citations
from graph.clock import due
from graph.overlaps import overlap
from graph.pages import PAGE_LIMIT, Page, page
from graph.view import View
from graph.vocabulary import (
    AuthorityKind,
    Basis,
    EventKind,
    Level,
    Modality,
    Norm,
    ObligationKind,
    ProcedureKind,
    QuestionKind,
    RegulationKind,
    Status,
    System,
)


def _argument(doc: str) -> Any:
    return strawberry.argument(description=doc)


Id = Annotated[
    strawberry.ID, strawberry.argument(name="id", description="The id, the same in every file, answer and address.")
]
On = Annotated[date | None, _argument("The day on which the law is asked; today, if left out. Holds for all below.")]
Bases = Annotated[
    list[Basis] | None,
    _argument("Keep only what rests on these, here and below; `[STATUTE]` alone removes practice and opinion."),
]
Drafts = Annotated[bool, _argument("Show also what stands in drafts only, marked as such; it never binds.")]
InRegulation = Annotated[strawberry.ID | None, _argument("Only those of this instrument.")]
About = Annotated[strawberry.ID | None, _argument("Only those that concern this, whatever it is.")]


@strawberry.type(description="How many nodes of one type the graph holds.")
class Count:
    label: str = strawberry.field(description="The type.")
    nodes: int = strawberry.field(description="How many.")
    unverified: int = strawberry.field(description="How many of them are believed without a source.")


@strawberry.type(description="What every answer rests on.")
class Meta:
    revision: str = strawberry.field(description="Name of the graph that answers, made from its content alone.")
    checked_through: date = strawberry.field(description="The day through which the law was checked.")
    nodes: int = strawberry.field(description="Number of nodes.")
    edges: int = strawberry.field(description="Number of edges.")
    notice: str = strawberry.field(description="Where the use of these answers ends.")

    @answered("What the graph holds, by type.")
    async def counts(self, info: Info) -> list[Count]:
        found = await info.context.run(meta.counts)
        return [Count(label=count.label, nodes=count.nodes, unverified=count.unverified) for count in found]


NOTICE = "Not legal advice. Only the Chinese texts bind; English is unofficial. Check what is marked unverified."


def one_of(label: str, doc: str) -> Any:
    """A root field: the node of that label by its id."""

    async def resolve(
        self: object, info: Info, identifier: Id, on: On = None, basis: Bases = None, include_drafts: Drafts = False
    ) -> Any:
        return await node_of(info.context, label, identifier, info.context.view(on, basis, drafts=include_drafts))

    return strawberry.field(resolver=resolve, description=f"{doc} by its id; null when there is none of that name.")


@strawberry.type(description="Which duty goes to which authority, through which door, by when, on what evidence.")
class Query:
    regulation: Regulation | None = one_of("Regulation", "An instrument")
    article: Article | None = one_of("Article", "An article")
    authority: Authority | None = one_of("Authority", "An authority")
    platform: Platform | None = one_of("Platform", "A platform")
    procedure: Procedure | None = one_of("Procedure", "A procedure")
    obligation: Obligation | None = one_of("Obligation", "An obligation")

    @answered("What every answer rests on: the revision, and the day through which the law was checked.")
    async def meta(self, info: Info) -> Meta:
        served = await info.context.served()
        return Meta(
            revision=served.revision,
            checked_through=served.checked_through,
            nodes=served.nodes,
            edges=served.edges,
            notice=NOTICE,
        )

    @answered("Anything by its id; null when there is nothing of that name.")
    async def node(
        self, info: Info, identifier: Id, on: On = None, basis: Bases = None, include_drafts: Drafts = False
    ) -> Node | None:
        view = info.context.view(on, basis, drafts=include_drafts)
        label = await info.context.label(identifier)
        found: Node | None = await node_of(info.context, label, identifier, view) if label in catalogue.NAMED else None
        return found

    @answered("Where does it go: one row for every way of every obligation, in the order of their ids.")
    async def routes(
        self,
        info: Info,
        obligations: Annotated[list[strawberry.ID] | None, _argument("Only these obligations.")] = None,
        regulation: InRegulation = None,
        authority: Annotated[
            strawberry.ID | None, _argument("Only ways to this authority, or to a term of the law that covers it.")
        ] = None,
        platform: Annotated[strawberry.ID | None, _argument("Only ways through this platform.")] = None,
        kind: Annotated[list[ObligationKind] | None, _argument("Only obligations on these subjects.")] = None,
        to_authority: Annotated[
            bool | None, _argument("Only obligations with, or without, something that flows to or from an authority.")
        ] = None,
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Routing]:
        view = info.context.view(on, basis, drafts=include_drafts)
        cut = await info.context.run(
            ways.routes,
            view,
            obligations=obligations,
            regulation=regulation,
            authority=authority,
            platform=platform,
            kinds=kind,
            to_authority=to_authority,
            first=bounded(first),
            after=after,
        )
        info.context.revisions.update(way.revision for way in cut.items)
        return connected(info.context, cut.each(lambda way: answers.routing(way, view)))

    @answered("By when: the clocks of an obligation, its own and those of the procedures that fulfil it.")
    async def deadlines_of(
        self,
        info: Info,
        obligation: Annotated[strawberry.ID, _argument("The obligation, by its id.")],
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Clock]:
        view = info.context.view(on, basis, drafts=include_drafts)
        running = await info.context.run(deadlines.deadlines_of, obligation, view)
        info.context.revisions.update(clock.revision for clock in running)
        cut = page(running, key=lambda clock: clock.key, first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda clock: answers.clock(clock, view)))

    @answered("By which day: the clocks of an obligation, counted by the holidays of mainland China.")
    async def due_dates(
        self,
        info: Info,
        obligation: Annotated[strawberry.ID, _argument("The obligation, by its id.")],
        start: Annotated[date, _argument("The day on which the event of its clocks happened or will happen.")],
        time_of_day: Annotated[
            time | None, _argument("The time of that day, for clocks in hours; in China, unless it names its zone.")
        ] = None,
        event: Annotated[
            str | None, _argument("Only clocks that run from this event, by words of its Chinese or English name.")
        ] = None,
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
    ) -> DueDates:
        view = info.context.view(on, basis, drafts=include_drafts)
        moment = due.moment_of(start, time_of_day)
        found = await info.context.run(due.due_dates_of, obligation, moment, view, event=event)
        info.context.revisions.add(found.revision)
        info.context.revisions.update(one.clock.revision for one in found.dates)
        return due_types.due_dates(found, view)

    @answered("Does it apply: what each norm is for a service on the day, why or why not, and the filing plan.")
    async def assess(
        self,
        info: Info,
        profile: Annotated[ServiceProfile, _argument("What is told of the service; what is left out is not known.")],
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
    ) -> Assessment:
        view = info.context.view(on, basis, drafts=include_drafts)
        found = await info.context.run(assessment.assess_told, assess_types.told_of(profile), view)
        info.context.revisions.add(found.revision)
        return assess_types.assessed(found, view)

    @answered(
        "What changed in the law between two days; what began on the second day is told, what began on the first is not."
    )
    async def compare(
        self,
        info: Info,
        before: Annotated[date, strawberry.argument(name="from", description="The first day.")],
        after: Annotated[date, strawberry.argument(name="to", description="The second day.")],
        basis: Bases = None,
        subject: Annotated[strawberry.ID | None, _argument("Only what concerns this, whatever it is.")] = None,
        obligations: Annotated[
            list[strawberry.ID] | None, _argument("Only what concerns these, as those that apply to a service.")
        ] = None,
        profile: Annotated[
            ServiceProfile | None,
            _argument("Only what concerns this service, or may: all but what does not apply to it."),
        ] = None,
        known_from: Annotated[
            date | None, _argument("For the first day, leave out what was last checked after this.")
        ] = None,
        known_to: Annotated[
            date | None, _argument("For the second day, leave out what was last checked after this.")
        ] = None,
    ) -> Comparison:
        info.context.view(before, basis, drafts=False)
        view = info.context.view(after, basis, drafts=False)
        norms = await _concerning(info, profile, obligations, view)
        found = await info.context.run(
            compare.compare,
            Moment(before, known_from),
            Moment(after, known_to),
            bases=view.bases,
            subject=subject,
            norms=norms,
        )
        info.context.revisions.add(found.revision)
        return compare_types.comparison(found, view)

    @answered(
        "Where authorities ask for the same: which duties go to which lines of administration, and what two filings share."
    )
    async def overlap(
        self,
        info: Info,
        on: On = None,
        basis: Bases = None,
        kinds: Annotated[
            list[ProcedureKind] | None,
            _argument(
                "Count procedures of these kinds; if left out, filings, registrations, assessments, audits, reports, licences."
            ),
        ] = None,
        obligations: Annotated[
            list[strawberry.ID] | None, _argument("Count only these, as those that apply to a service.")
        ] = None,
        profile: Annotated[
            ServiceProfile | None,
            _argument("Only what concerns this service, or may: all but what does not apply to it."),
        ] = None,
        procedures: Annotated[
            list[strawberry.ID] | None, _argument("Hold these procedures against each other, two or more.")
        ] = None,
    ) -> Overlap:
        view = info.context.view(on, basis, drafts=False)
        norms = await _concerning(info, profile, obligations, view)
        found = await info.context.run(
            overlap.overlap,
            view.on,
            bases=view.bases,
            kinds=overlap.ASSESSMENTS_AND_FILINGS if kinds is None else kinds,
            norms=norms,
            procedures=procedures,
        )
        info.context.revisions.add(found.revision)
        return overlap_types.overlapping(found, view)

    @answered("Norms that hold on the day, in the order of their ids.")
    async def obligations(
        self,
        info: Info,
        regulation: InRegulation = None,
        bound: Annotated[strawberry.ID | None, _argument("Only those that bind this role or authority.")] = None,
        kind: Annotated[list[ObligationKind] | None, _argument("Only those on these subjects.")] = None,
        norm: Annotated[list[Norm] | None, _argument("Only norms of these sorts.")] = None,
        modality: Annotated[list[Modality] | None, _argument("Only norms of this force.")] = None,
        to_authority: Annotated[
            bool | None, _argument("Only those with, or without, something that flows to or from an authority.")
        ] = None,
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Obligation]:
        return await _listed(
            info,
            "Obligation",
            catalogue.obligations,
            info.context.view(on, basis, drafts=include_drafts),
            regulation=regulation,
            bound=bound,
            kinds=kind,
            norms=norm,
            modalities=modality,
            to_authority=to_authority,
            first=first,
            after=after,
        )

    @answered("Instruments that hold on the day, in the order of their ids.")
    async def regulations(
        self,
        info: Info,
        kind: Annotated[list[RegulationKind] | None, _argument("Only instruments of these ranks.")] = None,
        status: Annotated[list[Status] | None, _argument("Only those that stood so on the day of the check.")] = None,
        issuer: Annotated[strawberry.ID | None, _argument("Only those issued, alone or jointly, by this body.")] = None,
        on: On = None,
        basis: Bases = None,
        include_drafts: Drafts = False,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Regulation]:
        return await _listed(
            info,
            "Regulation",
            catalogue.regulations,
            info.context.view(on, basis, drafts=include_drafts),
            kinds=kind,
            statuses=status,
            issuer=issuer,
            first=first,
            after=after,
        )

    @answered("Authorities, in the order of their ids.")
    async def authorities(
        self,
        info: Info,
        kind: Annotated[list[AuthorityKind] | None, _argument("Only entries that stand for these.")] = None,
        level: Annotated[list[Level] | None, _argument("Only those at these levels.")] = None,
        system: Annotated[list[System] | None, _argument("Only those of these lines of administration.")] = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Authority]:
        return await _listed(
            info,
            "Authority",
            catalogue.authorities,
            info.context.view(on, basis, drafts=False),
            kinds=kind,
            levels=level,
            systems=system,
            first=first,
            after=after,
        )

    @answered("Filing platforms, in the order of their ids.")
    async def platforms(
        self,
        info: Info,
        operator: Annotated[strawberry.ID | None, _argument("Only those run by this authority.")] = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Platform]:
        view = info.context.view(on, basis, drafts=False)
        return await _listed(info, "Platform", catalogue.platforms, view, operator=operator, first=first, after=after)

    @answered("Procedures, in the order of their ids.")
    async def procedures(
        self,
        info: Info,
        kind: Annotated[list[ProcedureKind] | None, _argument("Only regimes of these sorts.")] = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Procedure]:
        view = info.context.view(on, basis, drafts=False)
        return await _listed(info, "Procedure", catalogue.procedures, view, kinds=kind, first=first, after=after)

    @answered("Points that the texts leave open, or on which sources disagree, in the order of their ids.")
    async def questions(
        self,
        info: Info,
        kind: Annotated[list[QuestionKind] | None, _argument("Only points that are open for these reasons.")] = None,
        about: About = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Question]:
        view = info.context.view(on, basis, drafts=False)
        return await _listed(
            info, "Question", catalogue.questions, view, kinds=kind, about=about, first=first, after=after
        )

    @answered("Readings of open points that were held by the day, in the order of their ids.")
    async def readings(
        self,
        info: Info,
        question: Annotated[strawberry.ID | None, _argument("Only answers to this point.")] = None,
        about: About = None,
        taken: Annotated[bool | None, _argument("Only readings that this graph follows, or does not.")] = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Reading]:
        view = info.context.view(on, basis, drafts=False)
        return await _listed(
            info,
            "Reading",
            catalogue.readings,
            view,
            question=question,
            about=about,
            taken=taken,
            first=first,
            after=after,
        )

    @answered("What had happened by the day, the earliest first.")
    async def events(
        self,
        info: Info,
        kind: Annotated[list[EventKind] | None, _argument("Only events of these sorts.")] = None,
        series: Annotated[str | None, _argument("Only lists and totals of this series.")] = None,
        about: About = None,
        since: Annotated[date | None, _argument("Only what happened on this day or later.")] = None,
        on: On = None,
        basis: Bases = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Event]:
        return await _listed(
            info,
            "Event",
            catalogue.events,
            info.context.view(on, basis, drafts=False),
            kinds=kind,
            series=series,
            about=about,
            since=since,
            first=first,
            after=after,
        )

    @answered("Every citation of a text: its exact words, and the provision they lead to on the day, or why to none.")
    async def check_citations(
        self,
        info: Info,
        text: Annotated[str, _argument("The text, in Chinese, one unit of the law a line.")],
        on: On = None,
    ) -> CitationReport:
        view = info.context.view(on, None, drafts=True)
        found = await info.context.run(citations.check_citations, text, on=view.on or info.context.today)
        info.context.revisions.add(found.revision)
        return citation_types.report(found, view)

    @answered(
        "One provision as it is cited, such as `算法推荐管理规定第二十四条第一款` or `cn.algo-2021.art-24.par-1`."
    )
    async def provision(
        self, info: Info, citation: Annotated[str, _argument("The citation, or the graph's own name.")], on: On = None
    ) -> CheckedCitation:
        view = info.context.view(on, None, drafts=True)
        found = await info.context.run(citations.cited_provision, citation, on=view.on or info.context.today)
        return citation_types.checked_citation(found, view)


async def _listed(
    info: Info, label: str, listing: Callable[..., Page[str]], view: View, /, *, first: int, **filters: Any
) -> Connection[Any]:
    """The page of ids that the listing gives, and then the nodes of that page."""
    cut = await info.context.run(listing, view, first=bounded(first), **filters)
    rows = [row for row in await info.context.nodes(label, cut.items) if row]
    return connected(info.context, cut.of({str(row["id"]): made(label, row, view) for row in rows}))


async def _concerning(
    info: Info, profile: ServiceProfile | None, obligations: list[strawberry.ID] | None, view: View
) -> list[str] | None:
    """The norms that an answer is narrowed to: those named, those that concern the service, or what is both."""
    if profile is None:
        return None if obligations is None else [str(one) for one in obligations]
    made = await info.context.run(assessment.assess_told, assess_types.told_of(profile), view)
    info.context.revisions.add(made.revision)
    return [one for one in made.concerning if obligations is None or one in obligations]
