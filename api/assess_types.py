"""Applicability in GraphQL: the profile that is told, and what it comes to.

The input has one field for every fact that a profile can tell; they are made from ``api/profile_declared.py``, which is
rendered from the facts, so that GraphQL, the JSON Schema and the questions say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import strawberry

from api.answers import Address
from api.lists import After, Connection, First, bounded, connected
from api.ontological import answered, told
from api.profile_declared import DECLARED
from api.reach import Info, named, nodes_of
from api.types import (
    Authority,
    Deadline,
    Document,
    Obligation,
    Platform,
    Procedure,
    ProfileFact,
    Reading,
    Role,
    Route,
    Trigger,
)
from graph.applies import applicability, assessment, contest, next_question, plan, proceedings, why
from graph.applies.profile import Answer, Declared
from graph.applies.verdict import Outcome
from graph.applies.why import Origin, WhyKind
from graph.pages import PAGE_LIMIT, page
from graph.view import View
from graph.vocabulary import AuthorityRole, Basis, Confidence, ImportMode, ProfileFactKind, Reason, RouteKind, Term

_OWN: tuple[type[Term], ...] = (Answer, Outcome, Origin, WhyKind)
for _terms in _OWN:
    strawberry.enum(_terms, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc


# ---------------------------------------------------------------- what is told


@strawberry.input(description="A number on a day; without `n`, it was asked and is not known.")
class NumberTold:
    n: int | None = strawberry.field(description="The number.", default=None)
    as_of: date | None = strawberry.field(description="The day on which it was so.", default=None)


@strawberry.input(description="Something that has happened or not; with a day, it happened or will happen then.")
class EventTold:
    happened: Answer = strawberry.field(description="Whether it has happened.", default=Answer.YES)
    day: date | None = strawberry.field(description="When.", default=None)


def _input(name: str, doc: str, declared: Iterable[Declared]) -> Any:
    kinds = {
        ProfileFactKind.BOOLEAN: Answer,
        ProfileFactKind.NUMBER: NumberTold,
        ProfileFactKind.EVENT: EventTold,
    }
    body: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for fact in declared:
        field = fact.key.replace("-", "_")
        body["__annotations__"][field] = kinds[fact.kind] | None
        body[field] = strawberry.field(description=f"{fact.question_zh} {fact.question_en}", default=None)
    return strawberry.input(type(name, (), body), description=doc)


ProfileFacts = _input("ProfileFacts", "What the service is.", (fact for fact in DECLARED if not fact.is_event))
ProfileEvents = _input("ProfileEvents", "What has happened to it.", (fact for fact in DECLARED if fact.is_event))


@strawberry.input(description="What is told of a service. What is left out is not known, and never taken for a no.")
class ServiceProfile:
    description: str | None = strawberry.field(
        description="What it is, in free words; nothing reads them.", default=None
    )
    facts: ProfileFacts | None = strawberry.field(description="What the service is.", default=None)  # type: ignore[valid-type]
    events: ProfileEvents | None = strawberry.field(description="What has happened to it.", default=None)  # type: ignore[valid-type]


def told_of(profile: ServiceProfile) -> dict[str, Any]:
    """The profile in plain values, as ``graph.applies.telling.profile_of`` reads them."""
    return {
        "description": profile.description,
        "facts": _section(profile.facts, (fact for fact in DECLARED if not fact.is_event)),
        "events": _section(profile.events, (fact for fact in DECLARED if fact.is_event)),
    }


def _section(given: Any, declared: Iterable[Declared]) -> dict[str, Any]:
    found = {} if given is None else {fact.key: getattr(given, fact.key.replace("-", "_")) for fact in declared}
    return {key: _plain(value) for key, value in found.items() if value is not None}


def _plain(value: Answer | NumberTold | EventTold) -> Any:
    match value:
        case NumberTold(n=None):
            return Answer.UNKNOWN.value
        case NumberTold():
            return {"n": value.n, "as_of": value.as_of}
        case EventTold(happened=Answer.YES, day=date()):
            return value.day
        case EventTold(day=None):
            return value.happened.value
        case EventTold():
            # A day on which it has not happened tells nothing: the reading of the profile refuses it.
            return {"happened": value.happened.value, "day": value.day}
        case _:
            return value.value


# ---------------------------------------------------------------- what it comes to


def _facts(ids: Any, doc: str) -> Any:
    """A field: the facts whose ids the object holds."""

    async def resolve(self: Any, info: Info) -> list[ProfileFact]:
        return await nodes_of(info.context, "ProfileFact", ids(self), self.view)

    return strawberry.field(resolver=resolve, description=doc)


@strawberry.type(
    description="One line of a reason. The lines are a tree, each with its depth, in the order in which it is read."
)
class ReasonLine:
    depth: int = strawberry.field(description="How deep it stands.")
    kind: WhyKind = strawberry.field(description="What it says.")
    now: Answer = strawberry.field(description="Whether it holds on what is told.")
    calm: Answer = strawberry.field(description="Whether it holds if nothing has happened but what is told.")
    later: Answer = strawberry.field(description="Whether it holds once everything has happened that still can.")
    said_zh: str | None = strawberry.field(description="What it asks, in Chinese.")
    said_en: str | None = strawberry.field(description="What it asks, in English (unofficial).")
    subject: strawberry.ID | None = strawberry.field(description="The role, trigger, reading or fact it speaks of.")
    provisions: list[str] = strawberry.field(description="The provisions that say so.")
    answer: Answer | None = strawberry.field(description="What counts as the answer to a question of yes or no.")
    n: int | None = strawberry.field(description="The number that is told.")
    threshold: int | None = strawberry.field(description="The number that is asked for.")
    day: date | None = strawberry.field(description="The day for which it is told; of `IN_FORCE`, the day asked about.")
    origin: Origin | None = strawberry.field(description="Where the answer or number comes from.")
    negated: bool = strawberry.field(description="Whether it stands under a negation.")
    since: date | None = strawberry.field(description="Of `IN_FORCE`: the first day.")
    until: date | None = strawberry.field(description="Of `IN_FORCE`: the first day on which it is so no longer.")


def _lines(info: Info, lines: tuple[why.Line, ...]) -> list[ReasonLine]:
    info.context.spend(len(lines))
    return [
        ReasonLine(
            depth=line.depth, kind=line.kind, now=line.now, calm=line.calm, later=line.later, said_zh=line.said_zh,
            said_en=line.said_en, subject=None if line.subject is None else strawberry.ID(line.subject),
            provisions=list(line.provisions), answer=line.answer, n=line.n, threshold=line.threshold, day=line.day,
            origin=line.origin, negated=line.negated, since=line.since, until=line.until,
        )
        for line in lines
    ]  # fmt: skip


@strawberry.type(description="What readings make of one thing: a fact that is a yes, or a trigger that asks for more.")
class Assumed:
    view: strawberry.Private[View]
    found: strawberry.Private[contest.Assumed]

    @answered("The fact or the trigger.")
    def of(self) -> strawberry.ID:
        return strawberry.ID(self.found.of)

    @answered("The readings, each with who holds it and since when.")
    async def readings(self, info: Info) -> list[Reading]:
        return await nodes_of(info.context, "Reading", (held.id for held in self.found.readings), self.view)


@strawberry.type(description="The outcome where these readings are followed together.")
class Stance:
    view: strawberry.Private[View]
    found: strawberry.Private[contest.Stance]
    outcome: Outcome = strawberry.field(description="What it comes to.")
    missing: list[ProfileFact] = _facts(lambda self: self.found.missing, "The facts that could settle it then.")

    @answered("What the readings make of which thing.")
    def assumed(self) -> list[Assumed]:
        return [Assumed(view=self.view, found=one) for one in self.found.assumed]

    @answered("The reason, where they are followed.")
    def why(self, info: Info) -> list[ReasonLine]:
        return _lines(info, self.found.why)


@strawberry.type(description="How an outcome turns on readings. Guikou takes no side.")
class Contest:
    view: strawberry.Private[View]
    found: strawberry.Private[contest.Contest]
    without: Outcome = strawberry.field(description="The outcome where no reading is followed.")

    @answered("The outcomes that readings lead to.")
    def stances(self) -> list[Stance]:
        return [Stance(view=self.view, found=one, outcome=one.outcome) for one in self.found.stances]

    @answered("Readings of the same points that decide nothing, and so leave the outcome as it is without any.")
    async def others(self, info: Info) -> list[Reading]:
        return await nodes_of(info.context, "Reading", (held.id for held in self.found.others), self.view)


@strawberry.type(description="What one norm is for the service on the day, and why, or why not.")
class Finding:
    view: strawberry.Private[View]
    found: strawberry.Private[applicability.Finding]
    outcome: Outcome = strawberry.field(description="What it is.")
    if_in_force: Outcome | None = strawberry.field(description="What it would be, where it is not in force on the day.")
    binding: bool = told("Obligation", "binding")
    provision: str | None = told("Obligation", "provision")
    basis: Basis = strawberry.field(description="What the norm rests on.")
    confidence: Confidence = strawberry.field(description="How sure its least sure part is.")
    unverified: bool = strawberry.field(description="Whether anything of it is believed without a source.")
    obligation: Obligation = named("Obligation", lambda self: self.found.obligation, "The norm.")
    trigger: Trigger = named("Trigger", lambda self: self.found.trigger, "Its condition of application.")
    decisive: list[ProfileFact] = _facts(
        lambda self: self.found.decisive,
        "The facts on which a settled outcome rests: nothing else that is told matters.",
    )
    missing: list[ProfileFact] = _facts(lambda self: self.found.missing, "The facts that could settle it.")
    waits_for: list[ProfileFact] = _facts(
        lambda self: self.found.waits_for, "The events and numbers with which it begins to bind."
    )

    @answered("The roles that it binds and that the service has.")
    async def roles(self, info: Info) -> list[Role]:
        return await nodes_of(info.context, "Role", self.found.roles, self.view)

    @answered("The reason; where it is contested, that without any reading.")
    def why(self, info: Info) -> list[ReasonLine]:
        return _lines(info, self.found.why)

    @answered("How it turns on readings; null where it does not.")
    def contest(self) -> Contest | None:
        found = self.found.contest
        return None if found is None else Contest(view=self.view, found=found, without=found.without)

    @answered("Open points of notion or wording about the norm, whether or not they change anything here.")
    def questions(self) -> list[strawberry.ID]:
        return [strawberry.ID(name) for name in self.found.questions]


@strawberry.type(description="How many open findings one answer would settle.")
class Settling:
    answer: str = strawberry.field(description="The answer: yes, no, or a number.")
    findings: int = strawberry.field(description="How many it settles.")


@strawberry.type(description="What to ask next: the fact whose answer settles the most findings.")
class NextQuestion:
    view: strawberry.Private[View]
    found: strawberry.Private[next_question.NextQuestion]
    findings: int = strawberry.field(description="How many findings wait for it.")
    reason_zh: str = strawberry.field(description="Why it is asked, in Chinese.")
    reason_en: str = strawberry.field(description="Why it is asked, in English.")
    fact: ProfileFact = named(
        "ProfileFact", lambda self: self.found.fact, "The fact, with the question that asks for it."
    )

    @answered("What answers would do.")
    def settles(self) -> list[Settling]:
        return [Settling(answer=one.answer, findings=one.findings) for one in self.found.settles]


@strawberry.type(description="A duty that a step of the plan serves, and how the procedure came to it.")
class PlanDuty:
    view: strawberry.Private[View]
    found: strawberry.Private[plan.Served]
    outcome: Outcome = strawberry.field(description="What the duty is for the service.")
    mode: ImportMode | None = told("FULFILLED_BY", "mode")
    imported_from: str | None = told("FULFILLED_BY", "imported_from")
    through: str | None = told("FULFILLED_BY", "through")
    basis: Basis = strawberry.field(description="What duty and procedure rest on together.")
    confidence: Confidence = strawberry.field(description="How sure the less sure of them is.")
    obligation: Obligation = named("Obligation", lambda self: self.found.obligation, "The duty.")
    waits_for: list[ProfileFact] = _facts(
        lambda self: self.found.waits_for, "The events and numbers with which it begins to bind."
    )


@strawberry.type(
    description="One way that a step goes. Those of one group are alternatives; all others must be served."
)
class PlanDoor:
    view: strawberry.Private[View]
    found: strawberry.Private[plan.Door]
    kind: RouteKind = told("Route", "kind")
    reason: Reason | None = told("Route", "reason")
    role: AuthorityRole | None = told("Route", "role")
    alternative_group: str | None = told("Route", "alternative_group")
    place_en: str | None = told("Route", "place_en")
    basis: Basis = strawberry.field(description="What the weakest statement of the way rests on.")
    confidence: Confidence = strawberry.field(description="How sure its least sure statement is.")
    unverified: bool = strawberry.field(description="Whether anything of it is believed without a source.")
    route: Route = named("Route", lambda self: self.found.route, "The route.")
    authority: Authority | None = named(
        "Authority", lambda self: self.found.authority, "The authority, with its level."
    )
    platform: Platform | None = named("Platform", lambda self: self.found.platform, "The platform.")

    @answered("Where the platform is found on the day.")
    def addresses(self) -> list[Address]:
        return [Address(url=address.url, certain=address.certain) for address in self.found.addresses]


@strawberry.type(description="A paper of a step.")
class PlanPaper:
    view: strawberry.Private[View]
    found: strawberry.Private[proceedings.Paper]
    open_list: bool = told("REQUIRES", "open_list")
    to_en: str | None = told("REQUIRES", "to_en")
    basis: Basis = told("REQUIRES", "basis")
    confidence: Confidence = told("REQUIRES", "confidence")
    document: Document = named("Document", lambda self: self.found.document, "The paper.")


@strawberry.type(description="A clock of a step; `basis` tells the statutory from what is seen in practice.")
class PlanClock:
    view: strawberry.Private[View]
    found: strawberry.Private[plan.Ticking]
    basis: Basis = strawberry.field(description="What the weakest statement of it rests on.")
    confidence: Confidence = strawberry.field(description="How sure its least sure statement is.")
    unverified: bool = strawberry.field(description="Whether anything of it is believed without a source.")
    deadline: Deadline = named(
        "Deadline", lambda self: self.found.deadline, "How long, from which event, binding whom."
    )
    of: Obligation | None = named(
        "Obligation",
        lambda self: self.found.of_obligation,
        "The duty whose own clock it is; null: it runs in the procedure.",
    )


@strawberry.type(description="One procedure of the filing plan, however many duties it serves.")
class PlanStep:
    view: strawberry.Private[View]
    found: strawberry.Private[plan.Step]
    outcome: Outcome = strawberry.field(description="The most pressing outcome of the duties served.")
    waiting: bool = strawberry.field(description="Whether nothing is to be done before some event has happened.")
    basis: Basis = strawberry.field(
        description="The strongest on which the step rests: anything but `STATUTE` is practice or opinion alone."
    )
    confidence: Confidence = strawberry.field(description="How sure that is.")
    unverified: bool = strawberry.field(description="Whether anything of it is believed without a source.")
    procedure: Procedure = named("Procedure", lambda self: self.found.procedure, "The procedure.")

    @answered("The duties that it serves.")
    def serves(self) -> list[PlanDuty]:
        return [_duty(one, self.view) for one in self.found.serves]

    @answered("The procedures of this plan that must come before.")
    async def after(self, info: Info) -> list[Procedure]:
        return await nodes_of(info.context, "Procedure", self.found.after, self.view)

    @answered("What is assessed inside the house first.")
    def inside(self) -> list[PlanDuty]:
        return [_duty(one, self.view) for one in self.found.inside]

    @answered("To which authority and through which platform it goes.")
    def doors(self) -> list[PlanDoor]:
        return [
            PlanDoor(
                view=self.view, found=one, kind=one.kind, reason=one.reason, role=one.role,
                alternative_group=one.alternative_group, place_en=one.place_en, basis=one.basis,
                confidence=one.confidence, unverified=one.unverified,
            )
            for one in self.found.doors
        ]  # fmt: skip

    @answered("The papers, in the order of handing in.")
    def papers(self) -> list[PlanPaper]:
        return [
            PlanPaper(
                view=self.view, found=one, open_list=one.open_list, to_en=one.to_en, basis=one.basis,
                confidence=one.confidence,
            )
            for one in self.found.papers
        ]  # fmt: skip

    @answered("The clocks, those of the filer first.")
    def clocks(self) -> list[PlanClock]:
        return [
            PlanClock(view=self.view, found=one, basis=one.basis, confidence=one.confidence, unverified=one.unverified)
            for one in self.found.clocks
        ]

    @answered("The stages of the procedure, in their order.")
    async def stages(self, info: Info) -> list[Procedure]:
        return await nodes_of(info.context, "Procedure", (stage.procedure for stage in self.found.stages), self.view)


@strawberry.type(description="How many findings of one outcome there are.")
class OutcomeCount:
    outcome: Outcome = strawberry.field(description="The outcome.")
    findings: int = strawberry.field(description="How many.")


@strawberry.type(description="What a service must do on a day, and why.")
class Assessment:
    view: strawberry.Private[View]
    found: strawberry.Private[assessment.Assessment]
    on: date = strawberry.field(description="The day.")
    of_others: int = strawberry.field(
        description="How many norms bind authorities or the State alone: they are no findings about a service."
    )
    unverified: list[strawberry.ID] = strawberry.field(
        description="The obligations with a finding, and the procedures of the plan, that rest on something unverified."
    )

    @answered("A finding for every norm that can bind a service, in the order of their ids.")
    def findings(
        self,
        info: Info,
        outcome: Annotated[
            list[Outcome] | None, strawberry.argument(description="Only those of these outcomes.")
        ] = None,
        regulation: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only those on norms of this instrument.")
        ] = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[Finding]:
        wanted = [
            found
            for found in self.found.findings
            if (outcome is None or found.outcome in outcome) and regulation in (None, found.regulation)
        ]
        cut = page(wanted, key=lambda found: found.obligation, first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda found: _finding(found, self.view)))

    @answered("How many findings of each outcome there are.")
    def counts(self) -> list[OutcomeCount]:
        return [OutcomeCount(outcome=outcome, findings=n) for outcome, n in self.found.counted().items()]

    @answered("What to ask next; null when nothing that is open could be settled by asking.")
    def next_question(self) -> NextQuestion | None:
        found = self.found.next_question
        if found is None:
            return None
        return NextQuestion(
            view=self.view, found=found, findings=found.findings, reason_zh=found.reason_zh, reason_en=found.reason_en
        )

    @answered("The filing plan, in legal order.")
    def plan(self, info: Info) -> list[PlanStep]:
        info.context.spend(len(self.found.plan))
        return [
            PlanStep(
                view=self.view, found=step, outcome=step.outcome, waiting=step.waiting, basis=step.basis,
                confidence=step.confidence, unverified=step.unverified,
            )
            for step in self.found.plan
        ]  # fmt: skip


def assessed(found: assessment.Assessment, view: View) -> Assessment:
    return Assessment(
        view=view,
        found=found,
        on=found.on,
        of_others=found.of_others,
        unverified=[strawberry.ID(name) for name in found.unverified],
    )


def _finding(found: applicability.Finding, view: View) -> Finding:
    return Finding(
        view=view, found=found, outcome=found.outcome, if_in_force=found.if_in_force, binding=found.binding,
        provision=found.provision, basis=found.basis, confidence=found.confidence, unverified=found.unverified,
    )  # fmt: skip


def _duty(one: plan.Served, view: View) -> PlanDuty:
    return PlanDuty(
        view=view, found=one, outcome=one.outcome, mode=one.mode, imported_from=one.imported_from, through=one.through,
        basis=one.basis, confidence=one.confidence,
    )  # fmt: skip
