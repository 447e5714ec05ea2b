"""Contested notions: how a verdict turns on the way in which an open point is read.

A reading can settle a fact (under it the fact is a yes where its predicate holds, whatever the profile tells) or narrow
a trigger (under it the trigger asks for its predicate besides). A verdict that differs between what the profile tells
and what any reading makes of it is contested: Guikou takes no side, it shows both with who holds which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.applies.conditions import Conditions
from graph.applies.kleene import YES
from graph.applies.profile import Profile
from graph.applies.rulebook import HeldReading, Rule, Rulebook
from graph.applies.verdict import Outcome, verdict
from graph.applies.weighing import Values, values_of
from graph.applies.why import Line, Reason, lines_of, missing
from graph.vocabulary import Basis, Confidence


@dataclass(frozen=True, slots=True)
class Held:
    """A reading as an answer shows it: what it says, who holds it, since when, on what it rests."""

    id: str
    question: str
    point_zh: str
    point_en: str
    gist_zh: str
    gist_en: str
    held_by_en: str
    held_since: date | None
    taken: bool
    basis: Basis
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Assumed:
    """What readings make of one thing: a fact that is a yes, or a trigger that asks for more."""

    of: str
    readings: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """The verdict where these readings are followed together, with its reason."""

    assumed: tuple[Assumed, ...]
    outcome: Outcome
    missing: tuple[str, ...]
    reason: Reason

    @property
    def why(self) -> tuple[Line, ...]:
        return lines_of(self.reason)


@dataclass(frozen=True, slots=True)
class Contest:
    """``without``: the verdict where no reading is followed. ``others``: readings of the same points that decide nothing,
    and so leave it at that."""

    without: Outcome
    stances: tuple[Stance, ...]
    others: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """The profile where some facts are assumed, and the facts whose value that changes."""

    assumed: frozenset[str]
    conditions: Conditions
    changed: frozenset[str]

    @property
    def values(self) -> Values:
        return self.conditions.values


def stages(profile: Profile, book: Rulebook, readings: Sequence[HeldReading], *, on: date) -> list[Stage]:
    """What is told alone, and then every set of facts that the readings together can make a yes, smaller ones first.

    A reading that asks for a fact which another reading settles counts where that one is followed too.
    """
    told = values_of(profile, book.declaration, on)
    nothing = frozenset[str]()
    found = {nothing: Stage(nothing, Conditions(book, told), nothing)}
    row = [nothing]
    while row:
        more = {
            assumed | {fact}
            for assumed in row
            for reading in readings
            for fact in reading.settles
            if _settles(reading, fact, found[assumed].values)
        }
        row = sorted(more, key=sorted)
        for assumed in row:
            values = values_of(profile, book.declaration, on, assumed=assumed)
            found[assumed] = Stage(assumed, Conditions(book, values), _changed(told, values))
    return list(found.values())


def contest_of(
    rule: Rule, told: Stage, others: Sequence[Stage], readings: Sequence[HeldReading], *, head: Reason = ()
) -> Contest | None:
    """How the verdict on a rule turns on readings; None where it does not. ``head`` begins the reason of every stance."""
    narrowing = [reading for reading in readings if rule.trigger in reading.narrows]
    relevant = [stage for stage in others if stage.changed & rule.reads]
    if not (relevant or narrowing):
        return None
    without = verdict(told.conditions.standing(rule))
    found: list[tuple[frozenset[str], Outcome, Stage, HeldReading | None]] = []
    for stage in (told, *relevant):
        for narrow in (None, *narrowing):
            outcome = verdict(stage.conditions.standing(rule, narrow))
            followed = stage.assumed | ({narrow.id} if narrow else set())
            if outcome is not without and not any(o is outcome and f <= followed for f, o, _, _ in found):
                found.append((followed, outcome, stage, narrow))
    if not found:
        return None
    stances = tuple(_stance(rule, stage, narrow, outcome, readings, head) for _, outcome, stage, narrow in found)
    followed_readings = {held.id for stance in stances for assumed in stance.assumed for held in assumed.readings}
    points = {reading.question for reading in readings if reading.id in followed_readings}
    others_held = (r for r in readings if r.question in points and r.id not in followed_readings)
    return Contest(without, stances, tuple(map(_shown, others_held)))


def _settles(reading: HeldReading, fact: str, values: Values) -> bool:
    return reading.predicate is not None and values.truth(fact) is not YES and values.holds(reading.predicate)


def _changed(told: Values, values: Values) -> frozenset[str]:
    return frozenset(fact for fact, truth in values.truths.items() if told.truth(fact) is not truth)


def _stance(
    rule: Rule,
    stage: Stage,
    narrow: HeldReading | None,
    outcome: Outcome,
    readings: Sequence[HeldReading],
    head: Reason,
) -> Stance:
    assumed = [Assumed(fact, tuple(_supporting(fact, stage, readings))) for fact in sorted(stage.assumed)]
    if narrow:
        assumed.append(Assumed(rule.trigger, (_shown(narrow),)))
    reason = (*head, *stage.conditions.reason(rule, narrow))
    return Stance(tuple(assumed), outcome, missing(reason) if outcome is Outcome.NEEDS_FACTS else (), reason)


def _supporting(fact: str, stage: Stage, readings: Sequence[HeldReading]) -> Iterator[Held]:
    for reading in readings:
        if fact in reading.settles and reading.predicate is not None and stage.values.holds(reading.predicate):
            yield _shown(reading)


def _shown(reading: HeldReading) -> Held:
    return Held(
        reading.id, reading.question, reading.point_zh, reading.point_en, reading.gist_zh, reading.gist_en,
        reading.held_by_en, reading.held_since, reading.taken, reading.basis, reading.confidence,
    )  # fmt: skip
