"""The GraphQL types, named after the ontology and described by it.

Every object remembers the view it was asked in (day, bases, drafts), and what is asked of it is seen in the same view.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.lists import After, Connection, First, bounded, connected, many, one, related, relation_of
from api.ontological import answered, made, of_ontology, told
from api.reach import UNVERIFIED, Info
from graph.pages import PAGE_LIMIT, page
from graph.routes import is_certain
from graph.view import View
from graph.vocabulary import (
    AuthorityKind,
    AuthorityRole,
    Basis,
    Binds,
    Confidence,
    DeadlineKind,
    DeadlineUnit,
    Derivation,
    DocumentKind,
    EventKind,
    Level,
    Modality,
    Norm,
    ObligationKind,
    Precision,
    ProcedureKind,
    ProfileFactKind,
    ProvisionKind,
    QuestionKind,
    Reason,
    RegulationKind,
    RoleKind,
    RouteKind,
    Status,
    System,
    TriggerKind,
)

if TYPE_CHECKING:
    from api.answers import Clock, Routing


@strawberry.interface(description="Anything with an id that is the same in every file, answer and address.")
class Node:
    view: strawberry.Private[View]
    id: strawberry.ID = told("Obligation", "id")


@strawberry.interface(description="Anything that states law or practice, and rests on evidence.")
class Stated(Node):
    basis: Basis = told("Obligation", "basis")
    confidence: Confidence = told("Obligation", "confidence")
    valid_from: date | None = told("Obligation", "valid_from")
    valid_to: date | None = told("Obligation", "valid_to")
    checked: date = told("Obligation", "checked")
    note_en: str | None = told("Obligation", "note_en")

    @answered(UNVERIFIED)
    def unverified(self) -> bool:
        return self.confidence is Confidence.MEMORY

    @answered("Why it is believed: places in sources.")
    async def evidence(self, info: Info) -> list[Evidence]:
        tied = await info.context.related(relation_of(self, "evidence"), self.id, self.view)
        info.context.spend(len(tied))
        return [made("Evidence", one.row, self.view) for one in tied]

    @answered("Points about it that are open or disputed.")
    async def questions(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[Question]:
        return await related(self, info.context, relation_of(self, "questions"), first, after)

    @answered("What happened to it, the earliest first, up to the day asked about.")
    async def events(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[Event]:
        return await related(self, info.context, relation_of(self, "events"), first, after)


@of_ontology
class Source(Node):
    what_en: str
    place: str
    url: str | None
    seen: str | None
    evidence: Connection[Evidence] = many()


@of_ontology
class Evidence(Node):
    locator: str | None
    terms: list[str]
    fingerprint: str | None
    confidence: Confidence
    checked: date
    note_en: str | None
    source: Source = one()
    cites: Connection[Provision] = many()

    @answered(UNVERIFIED)
    def unverified(self) -> bool:
        return self.confidence is Confidence.MEMORY


@of_ontology
class Regulation(Stated):
    title_zh: str
    title_en: str
    aliases: list[str]
    kind: RegulationKind
    binding: bool
    status: Status
    number: str | None
    adopted: date | None
    signed: date | None
    published: date | None
    published_precision: Precision | None
    effective: date | None
    amended: date | None
    amendment_effective: date | None
    repealed: date | None
    comments_until: date | None
    article_count: int | None
    url: str | None
    other_urls: list[str]
    chapters_en: str | None
    issued_by: Connection[Authority] = many()
    based_on: Connection[Regulation] = many()
    basis_of: Connection[Regulation] = many()
    supersedes: Connection[Regulation] = many()
    superseded_by: Connection[Regulation] = many()
    draft_of: Connection[Regulation] = many()
    drafts: Connection[Regulation] = many()
    explains: Connection[Regulation] = many()
    explained_by: Connection[Regulation] = many()
    articles: Connection[Article] = many()
    obligations: Connection[Obligation] = many()
    imported_by: Connection[Provision] = many()


@of_ontology
class Article(Stated):
    number: str
    position: int
    chapter: int | None
    kind: ProvisionKind
    gist_zh: str
    gist_en: str
    former_numbers: list[str]
    regulation: Regulation = one()
    clauses: Connection[Clause] = many()
    obligations: Connection[Obligation] = many()
    imports: Connection[Provision] = many()
    imported_by: Connection[Provision] = many()
    sanctions: Connection[Obligation] = many()
    defines: Connection[Role] = many()


@of_ontology
class Clause(Node):
    paragraph: int
    item: int | None
    article: Article = one()
    imports: Connection[Provision] = many()
    imported_by: Connection[Provision] = many()


@of_ontology
class Authority(Stated):
    name_zh: str
    name_en: str
    short_zh: str | None
    abbreviation: str | None
    terms_zh: list[str]
    kind: AuthorityKind
    level: Level
    system: System
    url: str | None
    under: Authority | None = one()
    subordinates: Connection[Authority] = many()
    covers: Connection[Authority] = many()
    covered_by: Connection[Authority] = many()
    operates: Connection[Platform] = many()
    routes: Connection[Route] = many()
    issued: Connection[Regulation] = many()
    bound_by: Connection[Obligation] = many()


@of_ontology
class Role(Stated):
    name_zh: str
    name_en: str
    kind: RoleKind
    gist_zh: str
    gist_en: str
    predicate: str | None
    defined_in: Connection[Article] = many()
    reads: Connection[ProfileFact] = many()
    bound_by: Connection[Obligation] = many()


@of_ontology
class Platform(Stated):
    name_zh: str
    name_en: str
    former_names_zh: list[str]
    gist_zh: str
    gist_en: str
    number_format: str | None
    operated_by: Connection[Authority] = many()
    served_at: Connection[Site] = many()
    routes: Connection[Route] = many()


@of_ontology
class Site(Stated):
    url: str
    sure_from: date | None
    sure_to: date | None
    platforms: Connection[Platform] = many()

    @answered("Whether it is known to have been in use on the day asked about, and not only presumed.")
    def certain(self) -> bool:
        return is_certain({"sure_from": self.sure_from, "sure_to": self.sure_to}, self.view.on)


@of_ontology
class Obligation(Stated):
    gist_zh: str
    gist_en: str
    norm: Norm
    modality: Modality
    kind: ObligationKind
    binding: bool
    to_authority: bool
    provision: str | None
    bound_term_zh: str | None
    modal_word_zh: str | None
    sanction_note_en: str | None
    article: Article | None = one()
    regulation: Regulation | None = one()
    binds: Connection[Bound] = many()
    applies_when: Connection[Trigger] = many()
    fulfilled_by: Connection[Procedure] = many()
    has_clock: Connection[Deadline] = many()
    requires: Connection[Document] = many()
    sanctioned_by: Connection[Article] = many()

    @answered("Where it goes: one entry for every way, or for what is missing.")
    async def routes(
        self, info: Info, first: First = PAGE_LIMIT, after: After = None
    ) -> Connection[Annotated[Routing, strawberry.lazy("api.answers")]]:
        ways = await info.context.routings(self.id, self.view)
        cut = page(ways, key=lambda way: way.key, first=bounded(first), after=after)
        from api import answers

        return connected(info.context, cut.each(lambda way: answers.routing(way, self.view)))

    @answered("By when: its own clocks, and those of the procedures that fulfil it.")
    async def deadlines(
        self, info: Info, first: First = PAGE_LIMIT, after: After = None
    ) -> Connection[Annotated[Clock, strawberry.lazy("api.answers")]]:
        running = await info.context.clocks(self.id, self.view)
        cut = page(running, key=lambda clock: clock.key, first=bounded(first), after=after)
        from api import answers

        return connected(info.context, cut.each(lambda clock: answers.clock(clock, self.view)))


@of_ontology
class Trigger(Stated):
    gist_zh: str
    gist_en: str
    kind: TriggerKind
    predicate: str
    reads: Connection[ProfileFact] = many()
    obligations: Connection[Obligation] = many()
    narrowed_by: Connection[Reading] = many()


@of_ontology
class ProfileFact(Node):
    kind: ProfileFactKind
    question_zh: str
    question_en: str
    unit: str | None
    of_events: list[str]
    yes_when: str | None
    no_when: str | None
    reads: Connection[ProfileFact] = many()
    triggers: Connection[Trigger] = many()
    roles: Connection[Role] = many()
    settled_by: Connection[Reading] = many()


@of_ontology
class Procedure(Stated):
    name_zh: str
    name_en: str
    kind: ProcedureKind
    gist_zh: str
    gist_en: str
    takes: Connection[Route] = many()
    has_clock: Connection[Deadline] = many()
    requires: Connection[Document] = many()
    part_of: Connection[Procedure] = many()
    parts: Connection[Procedure] = many()
    precedes: Connection[Step] = many()
    preceded_by: Connection[Step] = many()
    obligations: Connection[Obligation] = many()


@of_ontology
class Route(Stated):
    kind: RouteKind
    reason: Reason | None
    role: AuthorityRole
    alternative_group: str | None
    platform_by: Derivation | None
    authority_by: Derivation | None
    place_en: str | None
    leads_to: Authority | None = one()
    goes_through: Platform | None = one()
    procedures: Connection[Procedure] = many()


@of_ontology
class Deadline(Stated):
    kind: DeadlineKind
    n: int | None
    n_max: int | None
    unit: DeadlineUnit | None
    from_zh: str | None
    from_en: str | None
    word_zh: str | None
    binds: Binds
    case_en: str | None
    procedures: Connection[Procedure] = many()
    obligations: Connection[Obligation] = many()


@of_ontology
class Document(Stated):
    name_zh: str
    name_en: str
    kind: DocumentKind
    precedes: Connection[Step] = many()
    preceded_by: Connection[Step] = many()
    procedures: Connection[Procedure] = many()
    obligations: Connection[Obligation] = many()


@of_ontology
class Question(Stated):
    kind: QuestionKind
    point_zh: str
    point_en: str
    about: Connection[Stated] = many()
    readings: Connection[Reading] = many()


@of_ontology
class Reading(Stated):
    gist_zh: str
    gist_en: str
    held_by_en: str
    held_since: date | None
    taken: bool
    predicate: str | None
    question: Question = one()
    reads: Connection[ProfileFact] = many()
    settles: Connection[ProfileFact] = many()
    narrows: Connection[Trigger] = many()


@of_ontology
class Event(Stated):
    kind: EventKind
    happened: date
    precision: Precision
    gist_zh: str
    gist_en: str
    series: str | None
    batch: int | None
    count: int | None
    url: str | None
    about: Connection[Stated] = many()


Provision = Annotated[
    Article | Clause | Regulation,
    strawberry.union("Provision", description="An instrument, an article of one, or a paragraph or item below it."),
]
Bound = Annotated[Role | Authority, strawberry.union("Bound", description="Whom an obligation binds.")]
Step = Annotated[Procedure | Document, strawberry.union("Step", description="What must be done or had before another.")]
