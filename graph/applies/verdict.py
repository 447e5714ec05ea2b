"""The verdict on a norm, by the standing of its conditions."""

from __future__ import annotations

from graph.applies.kleene import NO, YES, Standing
from graph.vocabulary import Term


class Outcome(Term):
    """What a norm is for a service on a day."""

    APPLIES = "applies", "It binds the service."
    ON_EVENT = "on-event", "It binds the service once something happens that has not, or is not told to have."
    CONTESTED = "contested", "It turns on a reading: the readings that are held lead to different verdicts."
    NEEDS_FACTS = "needs-facts", "What is told of the service does not settle it."
    DOES_NOT_APPLY = "does-not-apply", "It does not bind the service, whatever happens."
    NOT_YET = "not-yet", "It is not in force yet."
    NO_LONGER = "no-longer", "It is in force no longer."


def verdict(held: Standing) -> Outcome:
    """The verdict on a norm that is in force.

    >>> from graph.applies.kleene import AWAITED, FALSE, OPEN, TRUE, both
    >>> [verdict(both([TRUE, other])).name for other in (TRUE, AWAITED, OPEN, FALSE)]
    ['APPLIES', 'ON_EVENT', 'NEEDS_FACTS', 'DOES_NOT_APPLY']
    """
    if held.now is YES:
        return Outcome.APPLIES
    if held.later is NO:
        return Outcome.DOES_NOT_APPLY
    return Outcome.ON_EVENT if held.calm is NO and held.later is YES else Outcome.NEEDS_FACTS
