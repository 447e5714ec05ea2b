"""Due days in GraphQL: what each clock of an obligation comes to."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api import answers
from api.answers import Clock
from api.lists import After, Connection, First, bounded, connected
from api.ontological import answered
from api.reach import Info, named
from api.types import Obligation
from graph.clock import counted, due
from graph.clock.calendar import Day, DayKind
from graph.clock.rules_of_time import NoDay, RangeEnd, Rule
from graph.pages import PAGE_LIMIT, page
from graph.view import View
from graph.vocabulary import Term

_OWN: tuple[type[Term], ...] = (DayKind, NoDay, RangeEnd, Rule)
for _terms in _OWN:
    strawberry.enum(_terms, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc


@strawberry.type(description="A day that was passed over, or a make-up day that was counted, with the reason.")
class NamedDay:
    day: date = strawberry.field(description="The day.")
    kind: DayKind = strawberry.field(description="What the day is.")
    name_zh: str = strawberry.field(description="The holiday, or the day of the week, in Chinese.")
    name_en: str = strawberry.field(description="The holiday, or the day of the week, in English.")


@strawberry.type(description="A rule by which a day was counted, in words.")
class RuleOfTime:
    rule: Rule = strawberry.field(description="Which rule.")
    text_zh: str = strawberry.field(description="What it says, in Chinese.")
    text_en: str = strawberry.field(description="What it says, in English (unofficial).")


@strawberry.type(description="Why a clock comes to no day, in words.")
class Why:
    reason: NoDay = strawberry.field(description="Which reason.")
    text_zh: str = strawberry.field(description="The reason, in Chinese.")
    text_en: str = strawberry.field(description="The reason, in English.")


@strawberry.type(description="The holiday notices by which working days were counted.")
class Notices:
    source: str = strawberry.field(description="The package that holds them, with its version.")
    first_year: int = strawberry.field(description="The first year whose notice is held.")
    last_year: int = strawberry.field(description="The last year whose notice is held.")
    final_through: date = strawberry.field(
        description="The last day that no further notice moves: New Year may take days from the end of the year before."
    )


@strawberry.type(
    description="What one clock comes to: a `day`, or else `whyNot`. The ends of a range are answers of their own."
)
class Due:
    view: strawberry.Private[View]
    found: strawberry.Private[counted.Due]
    end: RangeEnd = strawberry.field(description="Which number of the clock is counted.")
    day: date | None = strawberry.field(
        description="The last day on which to act; for `AT_LEAST` and `LASTING` the day through which it holds, for `EVERY` the next time."
    )
    at: datetime | None = strawberry.field(
        description="The moment, for clocks in hours and minutes, in the time of China."
    )
    earliest: date | None = strawberry.field(description="Where there is no day: no earlier than this.")
    latest: date | None = strawberry.field(description="Where there is no day: no later than this.")
    opens: date | None = strawberry.field(
        description="The first day on which one may act, for a stretch before an event."
    )
    period_end: date | None = strawberry.field(
        description="The last day of the period, where it is moved on by rest days."
    )
    working_day: date | None = strawberry.field(
        description="Where `day` is a rest day that nothing moves on: the last working day before it."
    )
    occurrences: list[date] = strawberry.field(description="The next times, for a clock of kind `EVERY`.")

    @answered("The clock: how long, from which event, whom it binds, on what basis, through which article it came.")
    def clock(self) -> Clock:
        return answers.clock(self.found.clock, self.view)

    @answered("Why there is no day.")
    def why_not(self) -> Why | None:
        reason = self.found.why_not
        return None if reason is None else Why(reason=reason, text_zh=reason.zh, text_en=reason.doc)

    @answered("Each rest day that was passed over, as far as the notices go.")
    def skipped(self) -> list[NamedDay]:
        return [_named(day) for day in self.found.skipped]

    @answered("Each Saturday and Sunday that was counted, because a notice makes it a working day.")
    def made_up(self) -> list[NamedDay]:
        return [_named(day) for day in self.found.made_up]

    @answered("The rules that were followed.")
    def rules(self) -> list[RuleOfTime]:
        return [RuleOfTime(rule=rule, text_zh=rule.zh, text_en=rule.doc) for rule in self.found.rules]


@strawberry.type(
    description="The clocks of one obligation, each counted as though its own event fell on the start.",
)
class DueDates:
    view: strawberry.Private[View]
    found: strawberry.Private[due.DueDates]
    start: date = strawberry.field(description="The day from which it was counted, in China.")
    moment: datetime | None = strawberry.field(description="The moment from which it was counted, where one was given.")
    events: list[str] = strawberry.field(
        description="The events from which the clocks run: with several, one day is not right for all. Name one as `event`."
    )
    obligation: Obligation = named(
        "Obligation", lambda self: self.found.obligation, "The obligation that is answered for."
    )

    @answered("The holiday notices by which it was counted.")
    def notices(self) -> Notices:
        held = self.found.notices
        return Notices(
            source=held.source,
            first_year=held.first_year,
            last_year=held.last_year,
            final_through=held.final_through,
        )

    @answered("What each clock comes to.")
    def dates(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[Due]:
        cut = page(self.found.dates, key=lambda one: one.key, first=bounded(first), after=after)
        return connected(info.context, cut.each(lambda one: _due(one, self.view)))


def due_dates(found: due.DueDates, view: View) -> DueDates:
    return DueDates(view=view, found=found, start=found.start, moment=found.moment, events=list(found.events))


def _due(one: counted.Due, view: View) -> Due:
    return Due(
        view=view,
        found=one,
        end=one.end,
        day=one.day,
        at=one.at,
        earliest=one.earliest,
        latest=one.latest,
        opens=one.opens,
        period_end=one.period_end,
        working_day=one.working_day,
        occurrences=list(one.occurrences),
    )


def _named(day: Day) -> NamedDay:
    return NamedDay(day=day.day, kind=day.kind, name_zh=day.name_zh, name_en=day.name_en)
