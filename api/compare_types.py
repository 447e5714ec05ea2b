"""What changed between two days, in GraphQL."""

from __future__ import annotations

from datetime import date

import strawberry

from api.lists import After, Connection, First, bounded, connected
from api.ontological import answered, told
from api.reach import UNVERIFIED, Info, founded, node_of
from api.types import Evidence, Node
from graph.catalogue import NAMED
from graph.change import compare, pictures
from graph.change.changes import Change as Changed
from graph.change.changes import Turn
from graph.change.happenings import Happening as Happened
from graph.change.happenings import Milestone
from graph.change.pictures import Facet
from graph.pages import PAGE_LIMIT, page
from graph.view import View
from graph.vocabulary import Basis, Confidence, EventKind, Term

_OWN: tuple[type[Term], ...] = (Facet, Milestone, Turn)
for _terms in _OWN:
    strawberry.enum(_terms, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc


@strawberry.type(description="One thing that a statement says; with no value, nothing is said.")
class Detail:
    key: str = strawberry.field(description="What is said of it, such as `authority`.")
    values: list[str] = strawberry.field(description="What is said: words, numbers, days, ids; `yes` or `no`.")


@strawberry.type(description="What held of one thing on one of the two days; as weak as its weakest part.")
class Statement:
    view: strawberry.Private[View]
    held: strawberry.Private[pictures.Statement]
    id: strawberry.ID = strawberry.field(description="The id of what states it.")
    zh: str | None = strawberry.field(description="What it is called or says, in Chinese.")
    en: str | None = strawberry.field(description="What it is called or says, in English (unofficial).")
    basis: Basis = told("Obligation", "basis")
    confidence: Confidence = told("Obligation", "confidence")
    unverified: bool = strawberry.field(description=UNVERIFIED)
    valid_from: date | None = strawberry.field(
        description="First day on which it said just this; null: from the beginning."
    )
    valid_to: date | None = strawberry.field(
        description="First day on which it says this no longer; null: no end known."
    )
    checked: date | None = told("Obligation", "checked")
    evidence: list[Evidence] = founded(lambda self: self.held.evidence, "Why it is believed: places in sources.")

    @answered("All that it says.")
    def details(self) -> list[Detail]:
        return [Detail(key=detail.key, values=list(detail.values)) for detail in self.held.details]

    @answered("What states it, as the graph holds it, seen on that day.")
    async def node(self, info: Info) -> Node | None:
        label = await info.context.label(self.held.id)
        found: Node | None = await node_of(info.context, label, self.held.id, self.view) if label in NAMED else None
        return found


@strawberry.type(description="What a change is told under: an instrument, a procedure, a platform, a question.")
class ChangeSubject:
    label: str = strawberry.field(description="Its type.")
    id: strawberry.ID = strawberry.field(description="Its id.")
    zh: str | None = strawberry.field(description="What it is called, in Chinese.")
    en: str | None = strawberry.field(description="What it is called, in English (unofficial).")


@strawberry.type(description="One thing that changed, with the statement on each side.")
class Change:
    subject: ChangeSubject = strawberry.field(description="What it is told under.")
    turn: Turn = strawberry.field(description="What became of it.")
    facet: Facet = strawberry.field(description="What sort of thing it is.")
    key: str = strawberry.field(description="What it is: its id, or the two ids that it ties.")
    day: date | None = strawberry.field(
        description="When it came, went, or began to say what it says; null when only what the graph knew made the difference."
    )
    differs: list[str] = strawberry.field(
        description="What is not the same on both sides: keys of details, basis, confidence."
    )
    instead: str | None = strawberry.field(
        description="Key of what came when this went, or went when this came, in the same place on the same day."
    )
    before: Statement | None = strawberry.field(description="What held on the first day.")
    after: Statement | None = strawberry.field(description="What holds on the second day.")


@strawberry.type(description="Something that happened between the two days, or may have.")
class Happening:
    view: strawberry.Private[View]
    happened: strawberry.Private[Happened]
    id: strawberry.ID = strawberry.field(description="The event, or the instrument whose milestone it is.")
    day: date = strawberry.field(description="When, or the first day on which it may have been.")
    until: date = strawberry.field(description="The last day on which it may have been.")
    certain: bool = strawberry.field(description="False where it may have been before or after the days asked about.")
    event: EventKind | None = told("Event", "kind")
    milestone: Milestone | None = strawberry.field(description="Which day of the instrument; null for an event.")
    zh: str | None = strawberry.field(description="What happened, or the title of the instrument, in Chinese.")
    en: str | None = strawberry.field(description="The same in English (unofficial).")
    about: list[strawberry.ID] = strawberry.field(description="Ids of what it concerns.")
    draft: bool = strawberry.field(description="Whether it befell a draft, which never is law.")
    basis: Basis = told("Event", "basis")
    confidence: Confidence = told("Event", "confidence")
    unverified: bool = strawberry.field(description=UNVERIFIED)
    evidence: list[Evidence] = founded(lambda self: self.happened.evidence, "Why it is believed: places in sources.")


@strawberry.type(description="One of the two days.")
class ComparisonSide:
    on: date = strawberry.field(description="The day on which the law is asked.")
    known: date | None = strawberry.field(description="By when the graph had checked what is told; null: whenever.")
    withheld: int = strawberry.field(
        description="How many things held on the day, but were last checked after `known`, and are left out."
    )


@strawberry.type(
    description="What changed between two days. Applied to the law of the first, the changes give the law of the second."
)
class Comparison:
    view: strawberry.Private[View]
    found: strawberry.Private[compare.Comparison]
    before: ComparisonSide = strawberry.field(description="The first day.")
    after: ComparisonSide = strawberry.field(description="The second day.")
    unverified: list[str] = strawberry.field(
        description="Keys of the changes that rest on something believed without a source."
    )

    @answered(
        "The changes: instruments first, then procedures, platforms and the rest, each with all of its own together."
    )
    def changes(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[Change]:
        each = [(group.subject, change) for group in self.found.groups for change in group.changes]
        cut = page(each, key=lambda one: f"{one[1].facet} {one[1].key}", first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda one: self._change(*one)))

    @answered("What happened after the first day and through the second, the earliest first.")
    def happenings(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[Happening]:
        cut = page(
            self.found.happenings, key=lambda one: f"{one.id} {one.milestone or ''}", first=bounded(first), after=after
        )
        return connected(info.context, cut.each(self._happening))

    def _change(self, subject: compare.Subject, change: Changed) -> Change:
        return Change(
            subject=ChangeSubject(label=subject.label, id=strawberry.ID(subject.id), zh=subject.zh, en=subject.en),
            turn=change.turn,
            facet=change.facet,
            key=change.key,
            day=change.day,
            differs=list(change.differs),
            instead=change.instead,
            before=_statement(change.before, View(self.found.before.on, self.view.bases)),
            after=_statement(change.after, View(self.found.after.on, self.view.bases)),
        )

    def _happening(self, one: Happened) -> Happening:
        return Happening(
            view=self.view,
            happened=one,
            id=strawberry.ID(one.id),
            day=one.day,
            until=one.until,
            certain=one.certain,
            event=one.event,
            milestone=one.milestone,
            zh=one.zh,
            en=one.en,
            about=[strawberry.ID(identifier) for identifier in one.about],
            draft=one.draft,
            basis=one.basis,
            confidence=one.confidence,
            unverified=one.unverified,
        )


def comparison(found: compare.Comparison, view: View) -> Comparison:
    return Comparison(
        view=view,
        found=found,
        before=_side(found.before),
        after=_side(found.after),
        unverified=list(found.unverified),
    )


def _side(side: compare.Side) -> ComparisonSide:
    return ComparisonSide(on=side.on, known=side.known, withheld=side.withheld)


def _statement(held: pictures.Statement | None, view: View) -> Statement | None:
    if held is None:
        return None
    return Statement(
        view=view,
        held=held,
        id=strawberry.ID(held.id),
        zh=held.zh,
        en=held.en,
        basis=held.basis,
        confidence=held.confidence,
        unverified=held.unverified,
        valid_from=held.valid_from,
        valid_to=held.valid_to,
        checked=held.checked,
    )
