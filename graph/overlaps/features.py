"""What each procedure asks for, so that it can be held against others: from the duties it fulfils, and from its own
papers, platforms and clocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.overlaps.addressees import Seen, Way
from graph.overlaps.likeness import Behind, Dimension, Features
from graph.predicates import facts_of, loads
from graph.vocabulary import Binds, DocumentKind, ProfileFactKind
from graph.whole.holding import Link, link, strength
from graph.whole.index import Bond, Index
from graph.whole.whole import Told, Whole

READ = ("clocks", "papers", "asked_facts")


class Ask(NamedTuple):
    """One thing that a duty or procedure asks for, on all days. ``fact``: a condition of the duty reads it."""

    dimension: Dimension
    value: str
    zh: str | None
    en: str | None
    tie: Link
    target: Link
    evidence: Sequence[str]
    fact: bool = False

    @property
    def strength(self) -> tuple[str, str]:
        basis, confidence, _ = strength((self.tie, self.target))
        return basis.value, confidence.value


def asks(rows: Whole, known: Index) -> dict[str, list[Ask]]:
    """What each duty, and each procedure by itself, asks for."""
    found: dict[str, list[Ask]] = defaultdict(list)
    asked = {row["id"]: row for row in rows["asked_facts"]}
    predicates = {thing["id"]: thing["predicate"] for thing in rows["things"] if thing["label"] == "Trigger"}
    for norm, bonds in known.bonds.items():
        for bond in bonds:
            if bond.verb == "BINDS":
                found[norm].append(_ask(Dimension.ROLE, bond, bond.to, known))
            elif bond.verb == "APPLIES_WHEN":
                found[norm].append(_ask(Dimension.TRIGGER, bond, predicates[bond.to], known))
                found[norm].extend(_facts(bond, predicates[bond.to], asked))
    for clock in rows["clocks"]:
        if clock["binds"] == Binds.FILER:
            found[clock["owner"]].extend(_clock(clock))
    for paper in rows["papers"]:
        if paper["kind"] != DocumentKind.NUMBER:
            found[paper["owner"]].append(_owned(Dimension.DOCUMENT, paper, paper["id"], paper["zh"], paper["en"]))
    return found


def features(
    asked: Mapping[str, Sequence[Ask]],
    known: Index,
    seen: Seen,
    ties: Mapping[str, Sequence[Bond]],
    ways: Mapping[str, Sequence[Way]],
) -> dict[str, Features]:
    """The features of each procedure; ``ties`` are those to the duties that it fulfils."""
    found = {}
    for procedure, of_one in ties.items():
        side = _Side(procedure)
        duties = [tie.norm for tie in of_one]
        for tie in of_one:
            duty = Ask(
                Dimension.DUTY,
                tie.norm,
                *known.names[tie.norm].said,
                tie.tie,
                known.links[tie.norm],
                tie.row["evidence"],
            )
            side.put(duty, (tie.norm,))
            side.put_all(asked.get(tie.norm, ()), (tie.norm,), seen)
        side.put_all(asked.get(procedure, ()), duties, seen)
        for way in ways[procedure]:
            if way.platform is not None:
                led = Link(way.basis.value, way.confidence.value, None, None)
                side.put(
                    Ask(Dimension.PLATFORM, way.platform, *known.names[way.platform].said, led, led, way.evidence),
                    duties,
                )
        found[procedure] = side.features
    return found


class _Side:
    """The features of one procedure in the making."""

    def __init__(self, procedure: str) -> None:
        self._procedure = procedure
        self._values: dict[Dimension, set[str]] = {each: set() for each in _DIMENSIONS}
        self._facts: set[str] = set()
        self._behind: dict[tuple[Dimension | None, str], Behind] = {}

    @property
    def features(self) -> Features:
        return Features(self._values, self._facts, self._behind)

    def put_all(self, asked: Iterable[Ask], duties: Sequence[str], seen: Seen) -> None:
        for ask in asked:
            if seen.holds(ask.tie, ask.target):
                self.put(ask, duties)

    def put(self, ask: Ask, duties: Iterable[str]) -> None:
        """One statement more behind the value."""
        key = ask.dimension, ask.value
        behind = self._behind.get(key)
        if behind is None:
            behind = self._behind[key] = Behind(self._procedure, ask.zh, ask.en)
            self._values[ask.dimension].add(ask.value)
        behind.duties.update(duties)
        behind.evidence.update(ask.evidence)
        behind.strengths.add(ask.strength)
        if ask.fact:
            self._facts.add(ask.value)
            self._behind[None, ask.value] = behind


def _ask(dimension: Dimension, bond: Bond, value: str, known: Index) -> Ask:
    return Ask(dimension, value, *known.names[bond.to].said, bond.tie, bond.target, bond.row["evidence"])


def _facts(bond: Bond, predicate: str, asked: Mapping[str, Told]) -> Iterator[Ask]:
    for fact in dict.fromkeys(facts_of(loads(predicate))):
        told = asked[fact]
        dimension = Dimension.EVENT if told["kind"] == ProfileFactKind.EVENT else Dimension.SUBJECT
        yield Ask(dimension, fact, told["zh"], told["en"], bond.tie, bond.target, bond.row["evidence"], fact=True)


def _clock(clock: Told) -> Iterator[Ask]:
    time, event = _time(clock), clock["from_zh"] or clock["from_en"]
    yield _owned(Dimension.CLOCK, clock, time, None, time)
    if event is not None:
        yield _owned(Dimension.EVENT, clock, event, clock["from_zh"], clock["from_en"])


def _owned(dimension: Dimension, row: Told, value: str, zh: str | None, en: str | None) -> Ask:
    return Ask(dimension, value, zh, en, link(row, "tie_"), link(row), row["evidence"])


def _time(clock: Told) -> str:
    """
    >>> _time({"kind": "within", "n": 2, "n_max": 3, "unit": "month"}), _time({"kind": "at-once", "n": None})
    ('within 2-3 month', 'at-once')
    """
    if clock["n"] is None:
        return str(clock["kind"])
    upper = f"-{clock['n_max']}" if clock["n_max"] else ""
    return f"{clock['kind']} {clock['n']}{upper} {clock['unit']}"


_DIMENSIONS = tuple(Dimension)
