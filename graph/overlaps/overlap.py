"""Where authorities ask for the same: which duties and procedures go to which lines of administration together, and what
one filing leaves to do for another. By law and in practice, side by side.

Nothing is dropped in silence: what names no authority is counted as such, and what is not counted is told with its reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import UsedWrongly
from graph.lookup import require
from graph.meta import Warned, warnings
from graph.overlaps import features as of_each
from graph.overlaps.addressees import PLACE, Line, Seen, Standing, Way, seen_from
from graph.overlaps.features import Ask, asks, features
from graph.overlaps.filings import Choice, Filings, LeftOut, Member, filings, left_out
from graph.overlaps.pairing import CORE, PairOfLines, PairOfProcedures, orders, pairs_of_lines, pairs_of_procedures
from graph.overlaps.powerset import Counted, powerset, subsets
from graph.store import Store
from graph.view import ALL_BASES, view
from graph.vocabulary import Basis, ProcedureKind
from graph.whole import index as of_all
from graph.whole.index import Index, index
from graph.whole.whole import Shaped, Whole

ASSESSMENTS_AND_FILINGS = (
    ProcedureKind.FILING,
    ProcedureKind.REGISTRATION,
    ProcedureKind.ASSESSMENT,
    ProcedureKind.AUDIT,
    ProcedureKind.REPORT,
    ProcedureKind.LICENCE,
)


@dataclass(frozen=True, slots=True)
class Ids:
    """What belongs to a combination of lines: to just these, or to these at least."""

    exclusive: tuple[str, ...]
    inclusive: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination of lines."""

    lines: tuple[Line, ...]
    duties: Ids
    procedures: Ids


@dataclass(frozen=True, slots=True)
class Picture:
    """The overlap seen from one standing.

    ``cells`` hold every combination that something belongs to, and those of ``CORE``; any other counts nothing.
    """

    standing: Standing
    duties: tuple[Member, ...]
    procedures: tuple[Member, ...]
    cells: tuple[Cell, ...]
    lines: tuple[PairOfLines, ...]
    pairs: tuple[PairOfProcedures, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A duty or procedure that goes elsewhere in practice than by law; ``ways`` are those of practice."""

    id: str
    zh: str | None
    en: str | None
    by_law: tuple[Line, ...]
    in_practice: tuple[Line, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Both pictures, what differs between them, and on what the answer rests.

    ``unverified`` are the duties that count for a line only by something believed without a source, in either picture.
    """

    on: date
    bases: tuple[Basis, ...]
    kinds: tuple[ProcedureKind, ...]
    revision: str
    checked_through: date
    warnings: tuple[Warned, ...]
    by_law: Picture
    in_practice: Picture
    shifts: tuple[Shift, ...]
    left_out: tuple[LeftOut, ...]
    unverified: tuple[str, ...]


def overlap(
    store: Store,
    on: date,
    *,
    bases: Collection[Basis] = ALL_BASES,
    kinds: Collection[ProcedureKind] = ASSESSMENTS_AND_FILINGS,
    norms: Collection[str] | None = None,
    procedures: Collection[str] | None = None,
) -> Overlap:
    """How the assessments and filings of all lines of administration overlap on a day.

    ``norms`` are obligations, such as those that apply to a service: only they are counted. ``procedures`` are two or
    more to be held against each other, whatever they share; without, those pairs are told that share a duty, condition,
    document or platform.
    """
    accepted = view(on, bases).bases
    graph = _GRAPH.of(store)
    _require(store, graph, kinds, norms, procedures)
    rows, known = graph.rows, graph.index
    choice = Choice(frozenset(kinds), _frozen(norms), _frozen(procedures))
    lawful, practical = (seen_from(standing, on, accepted) for standing in (Standing.BY_LAW, Standing.IN_PRACTICE))
    by_law = filings(rows, known, lawful, choice)
    in_practice = filings(rows, known, practical, choice, {duty.id: duty.lines for duty in by_law.duties})
    return Overlap(
        on=on,
        bases=tuple(basis for basis in Basis if basis in accepted),
        kinds=tuple(kind for kind in ProcedureKind if kind in kinds),
        revision=rows.meta.revision,
        checked_through=rows.meta.checked_through,
        warnings=tuple(warnings(rows.meta, on)),
        by_law=_picture(graph, by_law, lawful, choice),
        in_practice=_picture(graph, in_practice, practical, choice),
        shifts=tuple(_shifts(by_law.members, in_practice.members)),
        left_out=tuple(left_out(rows, known, practical, choice, (by_law, in_practice))),
        unverified=tuple(sorted({*_unverified(by_law.duties), *_unverified(in_practice.duties)})),
    )


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole graph, ready to be counted on any day."""

    rows: Whole
    index: Index
    asks: Mapping[str, Sequence[Ask]]


def graph_of(rows: Whole) -> Graph:
    known = index(rows)
    return Graph(rows, known, asks(rows, known))


_GRAPH = Shaped((*of_all.READ, *of_each.READ, "ways", "links", "orders"), graph_of)


def _picture(graph: Graph, found: Filings, seen: Seen, choice: Choice) -> Picture:
    sides = features(graph.asks, graph.index, seen, found.ties, found.ways)
    before = orders(graph.rows["orders"], seen)
    return Picture(
        seen.standing,
        found.duties,
        found.procedures,
        tuple(_cells(found.duties, found.procedures)),
        tuple(pairs_of_lines(found.procedures, sides)),
        tuple(pairs_of_procedures(found, sides, choice.procedures, before)),
    )


def _cells(duties: Iterable[Member], procedures: Iterable[Member]) -> Iterator[Cell]:
    always = list(subsets(CORE))
    of_duties = powerset({duty.id: frozenset(duty.lines) for duty in duties}, always=always)
    of_procedures = powerset({one.id: frozenset(one.lines) for one in procedures}, always=always)
    for combination in sorted(of_duties.keys() | of_procedures.keys(), key=_place):
        yield Cell(
            tuple(sorted(combination, key=PLACE.__getitem__)),
            _ids(of_duties.get(combination)),
            _ids(of_procedures.get(combination)),
        )


def _place(combination: Iterable[Line]) -> tuple[int, list[int]]:
    """The smaller first, then by the places of its lines."""
    places = sorted(PLACE[line] for line in combination)
    return len(places), places


def _ids(counted: Counted[Line] | None) -> Ids:
    return Ids((), ()) if counted is None else Ids(counted.exclusive, counted.inclusive)


def _shifts(by_law: Mapping[str, Member], in_practice: Mapping[str, Member]) -> Iterator[Shift]:
    for identifier, member in in_practice.items():
        before = by_law[identifier].lines if identifier in by_law else ()
        if before != member.lines:
            yield Shift(identifier, member.zh, member.en, before, member.lines, member.ways)


def _unverified(duties: Iterable[Member]) -> Iterator[str]:
    for duty in duties:
        if not {way.line for way in duty.ways if not way.unverified}.issuperset(duty.lines):
            yield duty.id


def _frozen(ids: Collection[str] | None) -> frozenset[str] | None:
    return None if ids is None else frozenset(ids)


def _require(
    store: Store,
    graph: Graph,
    kinds: Collection[ProcedureKind],
    norms: Collection[str] | None,
    procedures: Collection[str] | None,
) -> None:
    if not kinds:
        raise UsedWrongly(
            f"kinds: the list is empty, so nothing would be counted. Name one of {', '.join(ProcedureKind)}."
        )
    if norms is not None:
        require(store, "Obligation", *(norm for norm in norms if norm not in graph.index.duties))
    if procedures is not None:
        require(store, "Procedure", *procedures)
        if len(set(procedures)) < 2:
            raise UsedWrongly(
                "procedures: one alone cannot be held against another. Name two or more, or leave them out."
            )
