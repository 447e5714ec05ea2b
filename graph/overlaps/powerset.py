"""How many things belong to each combination of classes: to just these, or to these at least."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

C = TypeVar("C", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counted(Generic[C]):
    """One combination. ``exclusive``: what belongs to these classes and to no other; ``inclusive``: to these at least."""

    classes: frozenset[C]
    exclusive: tuple[str, ...]
    inclusive: tuple[str, ...]


def powerset(
    belongs: Mapping[str, frozenset[C]], *, always: Iterable[frozenset[C]] = ()
) -> dict[frozenset[C], Counted[C]]:
    """Every combination that something belongs to, and those of ``always`` even when nothing does.

    The exclusive counts add up to the number of things that belong anywhere; an inclusive count is the sum of the
    exclusive ones of all combinations that hold it. A combination that is missing here counts nothing.
    """
    exclusive: dict[frozenset[C], list[str]] = {}
    inclusive: dict[frozenset[C], list[str]] = {classes: [] for classes in always}
    for thing in sorted(belongs):
        if not belongs[thing]:
            continue
        exclusive.setdefault(belongs[thing], []).append(thing)
        for part in subsets(belongs[thing]):
            inclusive.setdefault(part, []).append(thing)
    return {part: Counted(part, tuple(exclusive.get(part, ())), tuple(things)) for part, things in inclusive.items()}


def subsets(classes: Iterable[C]) -> Iterator[frozenset[C]]:
    """Every combination of these classes but the empty one.

    >>> sorted(map(sorted, subsets("ab")))
    [['a'], ['a', 'b'], ['b']]
    """
    known = tuple(classes)
    return (frozenset(part) for size in range(1, len(known) + 1) for part in combinations(known, size))
