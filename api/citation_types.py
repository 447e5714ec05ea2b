"""Citations in GraphQL: every one of a text with its exact words, and what each leads to on a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.lists import After, Connection, First, bounded, connected
from api.ontological import answered
from api.reach import Info, article_of, named, nodes_of
from api.types import Article, Regulation
from graph.citations import answer as told
from graph.citations import check
from graph.citations.citation import By, PassedOver, Why
from graph.citations.outcome import Because, Outcome
from graph.ids import is_provision
from graph.pages import PAGE_LIMIT, page
from graph.view import View
from graph.vocabulary import Term

# Under names that tell them from the outcomes and reasons of other answers.
_OWN: dict[type[Term], str] = {
    By: "NamedBy",
    Outcome: "CitationOutcome",
    Because: "CitationReason",
    Why: "WhyPassedOver",
    check.NotSeen: "NotSeen",
}
for _terms, _name in _OWN.items():
    strawberry.enum(_terms, name=_name, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc

OFFSETS = "Offsets count characters (Unicode code points) from 0; the end is the first one after."


@strawberry.type(
    description="A change of number: an article that had the one number before a day, and the other since."
)
class Renumbering:
    view: strawberry.Private[View]
    node: strawberry.Private[str]
    former: str = strawberry.field(description="Its number before.")
    now: str = strawberry.field(description="Its number since.")
    since: date | None = strawberry.field(description="From which day; null where the day is not held.")
    article: Article | None = named("Article", lambda self: self.node, "The article.")


@strawberry.type(description="Why a citation came out as it did.")
class CitationWhy:
    reason: Because = strawberry.field(description="Which reason.")
    text_zh: str = strawberry.field(description="The reason, in Chinese.")
    text_en: str = strawberry.field(description="The reason, in English.")


@strawberry.type(description="What one cited provision, or the instrument cited as a whole, leads to.")
class CitedProvision:
    view: strawberry.Private[View]
    found: strawberry.Private[told.Answer]
    outcome: Outcome = strawberry.field(description="What it leads to on the day.")
    locator: str | None = strawberry.field(
        description="The provision as cited, such as `art-24.par-1`; null where the instrument is cited as a whole."
    )
    provision: str | None = strawberry.field(
        description="Its full name, under the numbers of today, whether or not the graph holds it."
    )
    node: strawberry.ID | None = strawberry.field(
        description="The id of the node it leads to: its own, or the article's where the paragraph or item is none."
    )
    deeper: str | None = strawberry.field(description="What is cited below an item, in its own words.")
    regulation: Regulation | None = named(
        "Regulation", lambda self: self.found.regulation, "The instrument, where it is held."
    )
    article: Article | None = named(
        "Article", lambda self: _article(self.found.node), "The article of the node, where it is held."
    )

    @answered(
        "Of an ambiguous title what it may mean; of one not held what is like it; of a repealed one what followed."
    )
    async def candidates(self, info: Info) -> list[Regulation]:
        return await nodes_of(info.context, "Regulation", self.found.candidates, self.view)

    @answered("The changes of number in which the cited number takes part, as the old one or as the new one.")
    def renumbered(self) -> list[Renumbering]:
        return [
            Renumbering(view=self.view, node=one.node, former=one.former, now=one.now, since=one.since)
            for one in self.found.renumbered
        ]

    @answered("Why, where there is something to say.")
    def why(self) -> CitationWhy | None:
        said = self.found.reason
        return None if said is None else CitationWhy(reason=said.because, text_zh=said.zh, text_en=said.en)


@strawberry.type(description=f"A citation with its exact words. {OFFSETS}")
class CheckedCitation:
    view: strawberry.Private[View]
    found: strawberry.Private[told.Checked]
    start: int = strawberry.field(description="Where it begins.")
    end: int = strawberry.field(description="Where it ends.")
    words: str = strawberry.field(description="Its words, character for character.")
    by: By = strawberry.field(description="How it says which instrument it means.")
    title: str | None = strawberry.field(
        description="The full title of the instrument as the text gives it; null where the text speaks of itself."
    )
    edition: str | None = strawberry.field(description="Words that say which edition is meant, such as 原.")
    inferred: bool = strawberry.field(
        description="Whether the instrument follows from what stands around, and not from the citation's own words."
    )
    faulty: bool = strawberry.field(
        description="Whether somebody must look: something cited does not exist, is not law on the day, or was not understood."
    )

    @answered("What it leads to: an answer for each provision that it names, or one for the instrument as a whole.")
    def provisions(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[CitedProvision]:
        keyed = list(enumerate(self.found.answers))
        cut = page(keyed, key=lambda pair: f"{pair[0]:06d}", first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda pair: _provision(pair[1], self.view)))


@strawberry.type(description="How many cited provisions, or instruments cited as a whole, came out so.")
class CitedCount:
    outcome: Outcome = strawberry.field(description="The outcome.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description=f"Words that were seen and are not among the citations. {OFFSETS}")
class PassedOverWords:
    start: int = strawberry.field(description="Where they begin.")
    end: int = strawberry.field(description="Where they end.")
    words: str = strawberry.field(description="The words.")
    why: Why = strawberry.field(description="Why they are no citation that can be checked.")


@strawberry.type(description="Something that the check cannot see.")
class CitationLimit:
    what: check.NotSeen = strawberry.field(description="Which limit.")
    text_zh: str = strawberry.field(description="The limit, in Chinese.")
    text_en: str = strawberry.field(description="The limit, in English.")


@strawberry.type(description="Every citation of a text, checked on a day, and what was seen beside them.")
class CitationReport:
    view: strawberry.Private[View]
    found: strawberry.Private[check.Report]
    title: str | None = strawberry.field(description="The title of the text, where it has one.")
    faulty: bool = strawberry.field(description="Whether any citation is.")
    regulation: Regulation | None = named(
        "Regulation", lambda self: self.found.regulation, "The instrument that the text is, where its title is held."
    )

    @answered("The citations, in the order of the text.")
    def citations(
        self,
        info: Info,
        outcomes: Annotated[
            list[Outcome] | None, strawberry.argument(description="Only those of which something came out so.")
        ] = None,
        first: First = PAGE_LIMIT,
        after: After = None,
    ) -> Connection[CheckedCitation]:
        wanted = None if outcomes is None else set(outcomes)
        kept = [
            one
            for one in self.found.citations
            if wanted is None or any(answer.outcome in wanted for answer in one.answers)
        ]
        cut = page(kept, key=lambda one: f"{one.citation.start:09d}", first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda one: checked_citation(one, self.view)))

    @answered("How many came out how; every outcome is named.")
    def outcomes(self) -> list[CitedCount]:
        return [CitedCount(outcome=outcome, count=count) for outcome, count in self.found.outcomes.items()]

    @answered("Words that were seen and are not among the citations.")
    def passed_over(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[PassedOverWords]:
        cut = page(self.found.passed_over, key=lambda one: f"{one.start:09d}", first=bounded(first), after=after)
        return connected(info.context, cut.each(_passed_over))

    @answered("What the check cannot see.")
    def not_seen(self) -> list[CitationLimit]:
        return [CitationLimit(what=one, text_zh=one.zh, text_en=one.doc) for one in check.NotSeen]


def report(found: check.Report, view: View) -> CitationReport:
    return CitationReport(view=view, found=found, title=found.title, faulty=found.faulty)


def checked_citation(found: told.Checked, view: View) -> CheckedCitation:
    citation = found.citation
    return CheckedCitation(
        view=view,
        found=found,
        start=citation.start,
        end=citation.end,
        words=citation.words,
        by=citation.by,
        title=citation.title,
        edition=citation.edition,
        inferred=citation.inferred,
        faulty=found.faulty,
    )


def _provision(found: told.Answer, view: View) -> CitedProvision:
    return CitedProvision(
        view=view,
        found=found,
        outcome=found.outcome,
        locator=found.locator,
        provision=found.provision,
        node=None if found.node is None else strawberry.ID(found.node),
        deeper=found.deeper,
    )


def _passed_over(one: PassedOver) -> PassedOverWords:
    return PassedOverWords(start=one.start, end=one.end, words=one.words, why=one.why)


def _article(node: str | None) -> str | None:
    return article_of(node) if node is not None and is_provision(node) else None
