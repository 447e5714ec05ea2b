"""Three-valued logic after Kleene: an unknown never silently becomes a no.

A condition is weighed at three moments at once (``Standing``), because what a service is and what happens to it are
different things: a duty that waits for an event is neither a duty of today nor no duty at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

class Kleene(IntEnum):
    """A truth value; in this order *and* is the least of its parts, *or* the greatest.

    >>> min(Kleene.YES, Kleene.UNKNOWN).name, max(Kleene.YES, Kleene.UNKNOWN).name
    ('UNKNOWN', 'YES')
    """

    NO = 0
    UNKNOWN = 1
    YES = 2


NO, UNKNOWN, YES = Kleene.NO, Kleene.UNKNOWN, Kleene.YES


@dataclass(frozen=True, slots=True)
class Standing:
    """A condition at three moments.

    - ``now``: on what the profile tells.
    - ``calm``: were nothing to have happened but what the profile tells.
    - ``later``: once everything has happened that still can.

    What is a yes or a no stays so when more is told of what the service is; only an unknown can be settled.
    """

    now: Kleene
    calm: Kleene
    later: Kleene

    def __invert__(self) -> Standing:
        return _NEGATED[self]


TRUE = Standing(YES, YES, YES)
FALSE = Standing(NO, NO, NO)
OPEN = Standing(UNKNOWN, UNKNOWN, UNKNOWN)
AWAITED = Standing(NO, NO, YES)
"""An event that has not happened, or a number that has not been reached: either may still come."""
UNTOLD = Standing(UNKNOWN, NO, YES)
"""An event of which the profile does not tell whether it has happened."""


def both(parts: Iterable[Standing]) -> Standing:
    """*And*: every part."""
    held = list(parts)
    return Standing(min(p.now for p in held), min(p.calm for p in held), min(p.later for p in held))


def either(parts: Iterable[Standing]) -> Standing:
    """*Or*: at least one part."""
    held = list(parts)
    return Standing(max(p.now for p in held), max(p.calm for p in held), max(p.later for p in held))


_NEGATED = {
    Standing(now, calm, later): Standing(Kleene(2 - now), Kleene(2 - calm), Kleene(2 - later))
    for now in Kleene
    for calm in Kleene
    for later in Kleene
}
