"""What two procedures, or two lines of administration, ask for alike, dimension by dimension.

What both ask for can be used again for the second; what only the second asks for is extra work. Two sides are compared by
what the graph states, word for word: that two papers of different names may hold the same is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from graph.vocabulary import Basis, Confidence, Term


class Dimension(Term):
    """In what respect two sides are compared."""

    DUTY = "duty", "Does one duty call for both?"
    TRIGGER = "trigger", "Do they apply under the same condition, or read the same facts of a service?"
    ROLE = "role", "Do they bind the same role?"
    SUBJECT = "subject", "Are they about the same service, data or conduct, by the facts that their conditions read?"
    DOCUMENT = "document", "Is the same paper or block of data handed in? Numbers that are issued do not count."
    PLATFORM = "platform", "Do they go through the same platform?"
    CLOCK = "clock", "Does the filer have the same time?"
    EVENT = "event", "Does the same event set them off, or their clocks?"


class Verdict(Term):
    """How alike two sides are in one dimension."""

    SAME = "same", "Both say the same, and nothing more."
    PARTLY = "partly", "Something is the same, and something is not."
    DIFFERENT = "different", "Nothing is the same."
    NOT_STATED = "not-stated", "The graph states nothing here for one of them, so it cannot be told."


@dataclass(slots=True)
class Behind:
    """What stands behind a value in one procedure: the duties, the evidence, and how strong the statements are."""

    procedure: str
    zh: str | None
    en: str | None
    duties: set[str] = field(default_factory=set)
    evidence: set[str] = field(default_factory=set)
    strengths: set[tuple[str, str]] = field(default_factory=set)
    """Basis and confidence of each statement."""


@dataclass(frozen=True, slots=True)
class Features:
    """One side: its values in each dimension, and what stands behind each. ``facts`` are all that its conditions read.

    A side of several procedures holds ``parts``, and looks behind a value only when it is opened.
    """

    values: Mapping[Dimension, Set[str]]
    facts: Set[str]
    own: Mapping[tuple[Dimension | None, str], Behind]
    parts: tuple[Features, ...] = ()

    def behind(self, dimension: Dimension | None, value: str) -> list[Behind]:
        """All that stands behind the value; of a fact, without a dimension."""
        key = dimension, value
        return [side.own[key] for side in (self, *self.parts) if key in side.own]


@dataclass(frozen=True, slots=True)
class Item:
    """One value with what stands behind it, on both sides where both have it.

    ``basis`` is the strongest that any of it rests on; ``unverified``: all of it is believed without a source.
    """

    value: str
    zh: str | None
    en: str | None
    duties: tuple[str, ...]
    procedures: tuple[str, ...]
    evidence: tuple[str, ...]
    basis: Basis
    unverified: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sides in one dimension; its items are opened when they are asked for.

    ``shared`` can be used again; ``only_second`` is extra work where the second comes after the first, ``only_first`` the
    other way round.
    """

    dimension: Dimension
    verdict: Verdict
    first: Features
    second: Features

    @property
    def shared(self) -> tuple[Item, ...]:
        one, other = self._sides
        if shared := one & other:
            return tuple(_items(self.dimension, shared, self.first, self.second))
        facts = self.first.facts & self.second.facts if self.verdict is Verdict.PARTLY else ()
        return tuple(_items(None, facts, self.first, self.second))

    @property
    def only_first(self) -> tuple[Item, ...]:
        one, other = self._sides
        return tuple(_items(self.dimension, one - other, self.first))

    @property
    def only_second(self) -> tuple[Item, ...]:
        one, other = self._sides
        return tuple(_items(self.dimension, other - one, self.second))

    @property
    def _sides(self) -> tuple[Set[str], Set[str]]:
        return self.first.values[self.dimension], self.second.values[self.dimension]


def likenesses(first: Features, second: Features) -> tuple[Likeness, ...]:
    """The two sides in every dimension, in their order."""
    return tuple([Likeness(each, _verdict(each, first, second), first, second) for each in _DIMENSIONS])


def together(sides: Iterable[Features]) -> Features:
    """Several sides as one, such as all procedures of a line of administration."""
    parts = tuple(sides)
    return Features(
        {each: frozenset().union(*[part.values[each] for part in parts]) for each in _DIMENSIONS},
        frozenset().union(*[part.facts for part in parts]),
        {},
        parts,
    )


def _verdict(dimension: Dimension, first: Features, second: Features) -> Verdict:
    one, other = first.values[dimension], second.values[dimension]
    if not one or not other:
        return Verdict.NOT_STATED
    if one == other:
        return Verdict.SAME
    if not one.isdisjoint(other) or (dimension is Dimension.TRIGGER and not first.facts.isdisjoint(second.facts)):
        return Verdict.PARTLY
    return Verdict.DIFFERENT


def _items(dimension: Dimension | None, values: Iterable[str], *sides: Features) -> Iterator[Item]:
    for value in sorted(values):
        behind = [each for side in sides for each in side.behind(dimension, value)]
        strengths = {strength for each in behind for strength in each.strengths}
        yield Item(
            value,
            behind[0].zh,
            behind[0].en,
            tuple(sorted({duty for each in behind for duty in each.duties})),
            tuple(sorted({each.procedure for each in behind})),
            tuple(sorted({evidence for each in behind for evidence in each.evidence})),
            next(basis for basis in _BASES if any(basis == rests for rests, _ in strengths)),
            all(confidence == Confidence.MEMORY for _, confidence in strengths),
        )


_DIMENSIONS = tuple(Dimension)
_BASES = tuple(Basis)
