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
UNCOUNTED = Standing(UNKNOWN, UNKNOWN, YES)
"""A number that is not told: it has been reached already, or may still be."""


def both(parts: Iterable[Standing]) -> Standing:
    """*And*: every part."""
    now = calm = later = YES
    for part in parts:
        now, calm, later = min(now, part.now), min(calm, part.calm), min(later, part.later)
        if now is NO and calm is NO and later is NO:
            break
    return _STANDING[now, calm, later]


def either(parts: Iterable[Standing]) -> Standing:
    """*Or*: at least one part."""
    now = calm = later = NO
    for part in parts:
        now, calm, later = max(now, part.now), max(calm, part.calm), max(later, part.later)
        if now is YES and calm is YES and later is YES:
            break
    return _STANDING[now, calm, later]


# Every standing there is, made once: thousands are asked for in one answer.
_STANDING = {(now, calm, later): Standing(now, calm, later) for now in Kleene for calm in Kleene for later in Kleene}
_NEGATED = {
    held: _STANDING[Kleene(2 - held.now), Kleene(2 - held.calm), Kleene(2 - held.later)] for held in _STANDING.values()
}
