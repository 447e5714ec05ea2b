"""Which procedures, and which lines of administration, are held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.overlaps.addressees import PLACE, Line, Seen, lines
from graph.overlaps.filings import Filings, Member
from graph.overlaps.likeness import Dimension, Features, Likeness, likenesses, together
from graph.vocabulary import System
from graph.whole.holding import link
from graph.whole.whole import Told

CORE: tuple[Line, ...] = (System.CYBERSPACE, System.PUBLIC_SECURITY, System.TELECOM)
"""The lines of CAC, MPS and MIIT: they are always held against each other, and their combinations always told."""


@dataclass(frozen=True, slots=True)
class PairOfLines:
    """What the procedures of two lines ask for alike. A procedure of both stands on both sides."""

    first: Line
    second: Line
    likenesses: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class PairOfProcedures:
    """What two procedures ask for alike. ``earlier`` is the one that must be done first, where the graph says so."""

    first: str
    second: str
    first_lines: tuple[Line, ...]
    second_lines: tuple[Line, ...]
    earlier: str | None
    likenesses: tuple[Likeness, ...]


def pairs_of_lines(procedures: Sequence[Member], sides: Mapping[str, Features]) -> Iterator[PairOfLines]:
    """The three of ``CORE``, and whatever two lines share a procedure."""
    by_line: dict[Line, list[str]] = defaultdict(list)
    pairs = set(combinations(CORE, 2))
    for procedure in procedures:
        pairs.update(combinations(procedure.lines, 2))
        for line in procedure.lines:
            by_line[line].append(procedure.id)
    whole = {line: together(sides[procedure] for procedure in by_line[line]) for pair in pairs for line in pair}
    for first, second in sorted(pairs, key=lambda pair: (PLACE[pair[0]], PLACE[pair[1]])):
        yield PairOfLines(first, second, likenesses(whole[first], whole[second]))


def pairs_of_procedures(
    found: Filings, sides: Mapping[str, Features], asked: Collection[str] | None, before: Collection[tuple[str, str]]
) -> Iterator[PairOfProcedures]:
    """All pairs of the procedures asked for; without any, those that share a duty, condition, document or platform."""
    pairs = _touching(sides) if asked is None else set(combinations(sorted(sides.keys() & asked), 2))
    for first, second in sorted(pairs):
        earlier = first if (first, second) in before else second if (second, first) in before else None
        alike = likenesses(sides[first], sides[second])
        yield PairOfProcedures(first, second, lines(found.ways[first]), lines(found.ways[second]), earlier, alike)


def orders(rows: Sequence[Told], seen: Seen) -> frozenset[tuple[str, str]]:
    """What must be done before what."""
    return frozenset((row["id"], row["later"]) for row in rows if seen.holds(link(row, "tie_"), link(row)))


def _touching(sides: Mapping[str, Features]) -> set[tuple[str, str]]:
    """Pairs that share more than a coincidence, as the same ten days are."""
    having: dict[tuple[Dimension, str], list[str]] = defaultdict(list)
    for procedure in sorted(sides):
        for dimension in _TOUCHING:
            for value in sides[procedure].values[dimension]:
                having[dimension, value].append(procedure)
    return {pair for procedures in having.values() for pair in combinations(procedures, 2)}


_TOUCHING = (Dimension.DUTY, Dimension.TRIGGER, Dimension.DOCUMENT, Dimension.PLATFORM)
