"""What a profile makes of a condition: the values of its facts on a day, and the standing of a predicate over them.

Three things are settled here, and nowhere else:

1. What is not told is unknown, and an unknown stays unknown (``graph/applies/kleene.py``), also under a negation.
2. An event that has not happened, and a number that has not been reached, may still come; what is told of an event
   comes with it. Whether an event is *told* not to have happened makes no difference to what may come.
3. An event told for a day after the one asked about has not happened on it; a number told for a later day tells nothing
   of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.applies.kleene import (
    AWAITED,
    FALSE,
    NO,
    OPEN,
    TRUE,
    UNCOUNTED,
    UNKNOWN,
    UNTOLD,
    YES,
    Kleene,
    Standing,
    both,
    either,
)
from graph.applies.profile import Answer, Declaration, Declared, Profile, Told
from graph.predicates import All, AnyOf, AtLeast, Holds, Not, Over, Predicate
from graph.vocabulary import ProfileFactKind

TRUTH = {Answer.YES: YES, Answer.NO: NO, Answer.UNKNOWN: UNKNOWN}
ANSWER = {truth: answer for answer, truth in TRUTH.items()}


@dataclass(frozen=True, slots=True)
class Values:
    """What is known of every declared fact: told, or following from what is told.

    ``numbers`` holds what is told of a number; every other fact is in ``truths``. ``derived`` are the facts that can follow
    from others, ``following`` names the facts that are
    not told themselves but follow, ``assumed`` those that a reading makes a yes.
    """

    declaration: Declaration
    derived: tuple[Declared, ...]
    told: Mapping[str, Told]
    truths: Mapping[str, Kleene]
    numbers: Mapping[str, int]
    following: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()

    def truth(self, fact: str) -> Kleene:
        return self.truths.get(fact, UNKNOWN)

    def holds(self, condition: Predicate) -> bool:
        return weigh(condition, self).now is YES

    def moot(self, declared: Declared) -> bool:
        """Whether it is told of events, none of which has happened."""
        return bool(declared.of_events) and not any(self.truth(event) is YES for event in declared.of_events)


def values_of(
    profile: Profile, declaration: Declaration, on: date | None, *, assumed: frozenset[str] = frozenset()
) -> Values:
    """The values of a profile on a day (``None``: whenever). What is ``assumed`` is a yes, whatever is told of it."""
    derived = tuple(d for d in declaration.values() if d.yes_when is not None or d.no_when is not None)
    return telling(Values(declaration, derived, {}, {}, {}, frozenset(), assumed), profile.told, on)


def telling(values: Values, more: Mapping[str, Told], on: date | None) -> Values:
    """The values where more is told."""
    truths = {fact: truth for fact, truth in values.truths.items() if fact not in values.following}
    numbers = dict(values.numbers)
    for fact, told in more.items():
        if fact in values.declaration:
            late = on is not None and told.day is not None and told.day > on
            if values.declaration[fact].kind is not ProfileFactKind.NUMBER:
                truths[fact] = NO if late else TRUTH[told.answer or Answer.UNKNOWN]
            elif told.n is not None and not late:
                numbers[fact] = told.n
    truths.update(dict.fromkeys(values.assumed, YES))
    fresh = replace(values, told={**values.told, **more}, truths=truths, numbers=numbers, following=frozenset())
    return replace(fresh, following=_follow(fresh, truths))


def _follow(values: Values, truths: dict[str, Kleene]) -> frozenset[str]:
    """Add what follows, until nothing more does; a value once found never changes."""
    found: set[str] = set()
    left = [d for d in values.derived if values.truth(d.id) is UNKNOWN]
    while new := {d.id: made for d in left if (made := _made(d, values)) is not UNKNOWN}:
        truths.update(new)
        found |= new.keys()
        left = [d for d in left if d.id not in new]
    return frozenset(found)


def _made(declared: Declared, values: Values) -> Kleene:
    """What other facts make of it."""
    if declared.yes_when is not None and values.holds(declared.yes_when):
        return YES
    return NO if declared.no_when is not None and values.holds(declared.no_when) else UNKNOWN


def weigh(predicate: Predicate, values: Values, *, negated: bool = False) -> Standing:
    """The standing of a predicate. ``negated``: it stands under a negation, where a yes speaks against the duty."""
    # Not by `match`: an answer weighs tens of thousands of these, and most are facts.
    if isinstance(predicate, Holds | AtLeast | Over):
        fact = predicate.fact
        declared = values.declaration[fact]
        return standing(
            predicate,
            truth=values.truths.get(fact, UNKNOWN),
            n=values.numbers.get(fact),
            event=declared.is_event,
            moot=bool(declared.of_events) and fact not in values.assumed and values.moot(declared),
            negated=negated,
        )
    if isinstance(predicate, All):
        return both([weigh(part, values, negated=negated) for part in predicate.parts])
    if isinstance(predicate, AnyOf):
        return either([weigh(part, values, negated=negated) for part in predicate.parts])
    return ~weigh(predicate.part, values, negated=not negated) if isinstance(predicate, Not) else TRUE


def standing(
    leaf: Holds | AtLeast | Over, *, truth: Kleene, n: int | None, event: bool, moot: bool, negated: bool
) -> Standing:
    """The standing of one fact by what is known of it: ``truth``, or ``n`` for a number.

    ``moot``: it is told of events that have not happened, so that it may still come either way.
    """
    if moot:
        return ~UNTOLD if negated else UNTOLD
    if not isinstance(leaf, Holds):
        if n is None:
            return OPEN if negated else UNCOUNTED
        reached = n >= leaf.n if isinstance(leaf, AtLeast) else n > leaf.n
        return TRUE if reached else FALSE if negated else AWAITED
    if truth is YES:
        return TRUE
    if truth is NO:
        return AWAITED if event and not negated else FALSE
    return UNTOLD if event and not negated else OPEN
