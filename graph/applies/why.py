"""Why a norm applies or not: a tree of parts, and the same in lines for whoever reads it.

The lines are the whole reason: ``replayed`` makes the verdict from them alone, without graph and profile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from graph.applies.kleene import FALSE, NO, OPEN, TRUE, UNKNOWN, YES, Kleene, Standing, both, either
from graph.applies.profile import Answer
from graph.applies.weighing import ANSWER, TRUTH, Values, standing, weigh
from graph.predicates import All, Always, AnyOf, AtLeast, Holds, Not, Over, Predicate, facts_of
from graph.vocabulary import ProfileFactKind, Term


class WhyKind(Term):
    """What a line of a reason says."""

    IN_FORCE = "in-force", "Whether the norm is in force on the day asked about."
    DRAFT = "draft", "The norm stands in a draft only, and a draft never binds."
    BINDS = "binds", "Whether the service has one of the roles that the norm binds."
    ROLE = "role", "Whether it has this role."
    NO_FACT = "no-fact", "No fact of a profile tells whether it has this role."
    TRIGGER = "trigger", "Whether the condition of application is met."
    READING = "reading", "What a reading asks for besides."
    ALL = "all", "All of the following."
    ANY = "any", "At least one of the following."
    NOT = "not", "Not the following."
    ALWAYS = "always", "Without condition."
    FACT = "fact", "A fact of the profile is a yes."
    EVENT = "event", "Something has happened."
    AT_LEAST = "at-least", "A number is so high or higher."
    OVER = "over", "A number is higher."


class Origin(Term):
    """Where the value of a fact comes from."""

    TOLD = "told", "The profile tells it."
    UNTOLD = "untold", "The profile does not tell it."
    FOLLOWS = "follows", "It follows from other facts of the profile."
    ASSUMED = "assumed", "A reading makes it a yes."
    MOOT = "moot", "It is told of something that has not happened."


@dataclass(frozen=True, slots=True)
class Why:
    """One part of a reason, with the parts that make it.

    ``subject`` is the role, trigger, reading or fact it speaks of; ``provisions`` say so. Of a fact: the ``answer`` or
    the number ``n`` that counts, with the ``day`` it is told for and its ``origin``; ``threshold`` is what is asked for,
    and ``negated`` says that it stands under a negation. Of ``IN_FORCE``: from ``since`` until before ``until``, asked
    for ``day``.
    """

    kind: WhyKind
    held: Standing
    parts: tuple[Why, ...] = ()
    said_zh: str | None = None
    said_en: str | None = None
    subject: str | None = None
    provisions: tuple[str, ...] = ()
    answer: Answer | None = None
    n: int | None = None
    threshold: int | None = None
    day: date | None = None
    origin: Origin | None = None
    negated: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a reason as an answer shows it: with its depth, in the order in which it is read.

    ``now``, ``calm`` and ``later`` are its standing (``graph.applies.kleene.Standing``); the rest is that of ``Why``.
    """

    depth: int
    kind: WhyKind
    now: Answer
    calm: Answer
    later: Answer
    said_zh: str | None
    said_en: str | None
    subject: str | None
    provisions: tuple[str, ...]
    answer: Answer | None
    n: int | None
    threshold: int | None
    day: date | None
    origin: Origin | None
    negated: bool
    since: date | None
    until: date | None


Reason = tuple[Why, ...]
"""What must hold together."""


# ---------------------------------------------------------------- writing


Leaves = dict[tuple[Holds | AtLeast | Over, bool], Why]
"""The facts already explained, each asked in its way, and whether under a negation: many conditions ask the same."""


def explained(predicate: Predicate, values: Values, leaves: Leaves | None = None, *, negated: bool = False) -> Why:
    """Why a predicate stands as it does over these values. ``leaves`` are those of the same values."""
    known = {} if leaves is None else leaves
    match predicate:
        case All(parts):
            whys = tuple([explained(part, values, known, negated=negated) for part in parts])
            return Why(WhyKind.ALL, both([why.held for why in whys]), whys)
        case AnyOf(parts):
            whys = tuple([explained(part, values, known, negated=negated) for part in parts])
            return Why(WhyKind.ANY, either([why.held for why in whys]), whys)
        case Not(part):
            why = explained(part, values, known, negated=not negated)
            return Why(WhyKind.NOT, ~why.held, (why,))
        case Always():
            return Why(WhyKind.ALWAYS, TRUE)
        case leaf:
            if (leaf, negated) not in known:
                known[leaf, negated] = _of_fact(leaf, values, negated=negated)
            return known[leaf, negated]


def lines_of(reason: Reason, depth: int = 0) -> tuple[Line, ...]:
    """The reason in lines."""
    return tuple(_lines(reason, depth))


def _lines(reason: Reason, depth: int) -> Iterator[Line]:
    for why in reason:
        yield Line(
            depth, why.kind, ANSWER[why.held.now], ANSWER[why.held.calm], ANSWER[why.held.later], why.said_zh, why.said_en,
            why.subject, why.provisions, why.answer, why.n, why.threshold, why.day, why.origin, why.negated, why.since,
            why.until,
        )  # fmt: skip
        yield from _lines(why.parts, depth + 1)


def _of_fact(leaf: Holds | AtLeast | Over, values: Values, *, negated: bool) -> Why:
    declared = values.declaration[leaf.fact]
    number = declared.kind is ProfileFactKind.NUMBER
    told = values.told.get(leaf.fact)
    return Why(
        WhyKind.AT_LEAST
        if isinstance(leaf, AtLeast)
        else WhyKind.OVER
        if number
        else WhyKind.EVENT
        if declared.is_event
        else WhyKind.FACT,
        weigh(leaf, values, negated=negated),
        said_zh=declared.question_zh,
        said_en=declared.question_en,
        subject=leaf.fact,
        answer=None if number else ANSWER[values.truth(leaf.fact)],
        n=values.numbers.get(leaf.fact),
        threshold=None if isinstance(leaf, Holds) else leaf.n,
        day=told.day if told else None,
        origin=_origin(leaf.fact, values),
        negated=negated,
    )


def _origin(fact: str, values: Values) -> Origin:
    if fact in values.assumed:
        return Origin.ASSUMED
    if values.moot(values.declaration[fact]):
        return Origin.MOOT
    if fact in values.following:
        return Origin.FOLLOWS
    return Origin.TOLD if fact in values.told else Origin.UNTOLD


# ---------------------------------------------------------------- reading back


def replayed(lines: Sequence[Line]) -> Standing:
    """The standing of everything that must hold together, made anew from the facts that stand in the lines."""
    return both([_replayed(*branch) for branch in _branches(lines) if branch[0].kind is not WhyKind.IN_FORCE])


def _branches(lines: Sequence[Line]) -> list[tuple[Line, Sequence[Line]]]:
    """Each line of the least depth, with the deeper ones that follow it."""
    tops = [i for i, line in enumerate(lines) if line.depth == lines[0].depth]
    ends = [*tops[1:], len(lines)][: len(tops)]
    return [(lines[top], lines[top + 1 : end]) for top, end in zip(tops, ends, strict=True)]


def _replayed(line: Line, below: Sequence[Line]) -> Standing:
    parts = [_replayed(*branch) for branch in _branches(below)]
    match line.kind:
        case WhyKind.BINDS | WhyKind.ANY:
            return either(parts)
        case WhyKind.NOT:
            return ~parts[0]
        case WhyKind.NO_FACT:
            return OPEN
        case WhyKind.DRAFT:
            return FALSE
        case WhyKind.ALWAYS:
            return TRUE
        case WhyKind.FACT | WhyKind.EVENT | WhyKind.AT_LEAST | WhyKind.OVER:
            return _of_line(line)
        case _:
            return both(parts)


def _of_line(line: Line) -> Standing:
    fact, threshold = line.subject or "", line.threshold or 0
    leaves: dict[WhyKind, Holds | AtLeast | Over] = {
        WhyKind.AT_LEAST: AtLeast(fact, threshold),
        WhyKind.OVER: Over(fact, threshold),
    }
    return standing(
        leaves.get(line.kind, Holds(fact)),
        truth=UNKNOWN if line.answer is None else TRUTH[line.answer],
        n=line.n,
        event=line.kind is WhyKind.EVENT,
        moot=line.origin is Origin.MOOT,
        negated=line.negated,
    )


# ---------------------------------------------------------------- what it turns on


def missing(reason: Reason) -> tuple[str, ...]:
    """The facts that are not known and could settle the verdict, in their order."""
    return _named(fact for why in reason for fact in _missing(why, positive=True))


def awaited(reason: Reason) -> tuple[str, ...]:
    """The events that have not happened, and the numbers not reached, with which it begins to bind."""
    return _named(fact for why in reason for fact in _awaited(why, positive=True))


def decisive(reason: Reason, values: Values) -> tuple[str, ...]:
    """The facts of the profile on which a settled verdict rests: while they stay, nothing else that it tells matters.

    Empty where the verdict is not settled.
    """
    whys = [why for why in reason if why.kind is not WhyKind.IN_FORCE]
    held = both([why.held for why in whys])
    found: Iterator[str] = iter(())
    if held.now is YES:
        found = (fact for why in whys for fact in _making(why, _YES_NOW, positive=True))
    elif held.later is NO:
        against = next(why for why in whys if why.held.later is NO)
        found = _making(against, _NO_EVER, positive=True)
    elif held.calm is NO and held.later is YES:
        yet = next(why for why in whys if why.held.calm is NO)
        later = (fact for why in whys for fact in _making(why, _YES_LATER, positive=True))
        found = chain(later, _making(yet, _NO_YET, positive=True))
    return _named(source for fact in found for source in _sources(fact, values))


def _missing(why: Why, *, positive: bool) -> Iterator[str]:
    held = _held(why, positive=positive)
    if held.now is YES or held.later is NO or UNKNOWN not in (held.calm, held.later):
        return
    if not why.parts and why.kind is not WhyKind.NO_FACT and why.subject:
        yield why.subject
    for part in why.parts:
        yield from _missing(part, positive=positive != (why.kind is WhyKind.NOT))


def _awaited(why: Why, *, positive: bool) -> Iterator[str]:
    held = _held(why, positive=positive)
    if held.now is YES or held.later is NO:
        return
    if not why.parts and held.later is YES and why.origin is not Origin.MOOT and why.subject:
        yield why.subject
    for part in why.parts:
        yield from _awaited(part, positive=positive != (why.kind is WhyKind.NOT))


@dataclass(frozen=True, slots=True)
class _Goal:
    """What is asked of a part: that it be so at that moment."""

    moment: str
    wanted: Kleene

    def met(self, held: Standing) -> bool:
        return getattr(held, self.moment) is self.wanted


_YES_NOW, _NO_EVER, _YES_LATER, _NO_YET = (
    _Goal("now", YES), _Goal("later", NO), _Goal("later", YES), _Goal("calm", NO),
)  # fmt: skip


def _making(why: Why, goal: _Goal, *, positive: bool) -> Iterator[str]:
    """Facts that suffice for the goal, which is known to be met."""
    if not why.parts:
        if why.subject:
            yield why.subject
        return
    beneath = positive != (why.kind is WhyKind.NOT)
    disjunction = why.kind in (WhyKind.ANY, WhyKind.BINDS)
    if disjunction == ((goal.wanted is YES) == positive):
        meeting = (part for part in why.parts if goal.met(_held(part, positive=beneath)))
        yield from _making(next(meeting), goal, positive=beneath)
    else:
        for part in why.parts:
            yield from _making(part, goal, positive=beneath)


def _held(why: Why, *, positive: bool) -> Standing:
    """How the part speaks for the whole; under a negation, its yes is a no."""
    return why.held if positive else ~why.held


def _sources(fact: str, values: Values, above: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is told, from which the value of the fact comes."""
    declared = values.declaration[fact]
    if fact not in values.following:
        yield fact
        yield from declared.of_events
        return
    condition = declared.yes_when if values.truth(fact) is YES else declared.no_when
    for source in dict.fromkeys(facts_of(condition)) if condition is not None else ():
        if source not in above:
            yield from _sources(source, values, above | {fact})


def _named(facts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts))
