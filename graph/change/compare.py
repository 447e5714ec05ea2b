"""What changed between two days: what was added, removed or says something else, with the statement on each side.

Applied to the graph as it stood on the one day, the changes give the graph as it stood on the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.change import happenings as in_between
from graph.change.changes import Change, difference
from graph.change.happenings import Happening
from graph.change.pictures import Entry, Facet, Moment, holds, known
from graph.errors import UnknownId, UsedWrongly
from graph.lookup import labels, nearest, require
from graph.meta import Warned, warnings
from graph.store import Store
from graph.view import ALL_BASES, view
from graph.vocabulary import Basis
from graph.whole import entries as of_all_days
from graph.whole import scope
from graph.whole.index import Index, Named, index
from graph.whole.whole import Shaped, Whole


@dataclass(frozen=True, slots=True)
class Subject:
    """What changes are told under: an instrument, a procedure, a platform, a question …"""

    label: str
    id: str
    zh: str | None
    en: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one subject, in the order of ``Facet``."""

    subject: Subject
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two moments. ``withheld``: how many things held on the day, but were last checked after ``known``."""

    on: date
    known: date | None
    withheld: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, under its subjects, and what happened in between; and on what the answer rests.

    What came and went again in between is on neither side, and no change. ``unverified`` are the keys of the changes that
    rest on something believed without a source.
    """

    before: Side
    after: Side
    bases: tuple[Basis, ...]
    subject: str | None
    revision: str
    checked_through: date
    warnings: tuple[Warned, ...]
    groups: tuple[Group, ...]
    happenings: tuple[Happening, ...]
    unverified: tuple[str, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(change for group in self.groups for change in group.changes)


def compare(
    store: Store,
    before: Moment,
    after: Moment,
    *,
    bases: Collection[Basis] = ALL_BASES,
    subject: str | None = None,
    norms: Collection[str] | None = None,
) -> Comparison:
    """What changed in the law between two days, as far as it rests on these bases.

    ``subject`` is the id of anything; ``norms`` are obligations, such as those that apply to a service. With either, only
    what concerns them is told. What stands in a draft only is never told; that the draft was published is, as a happening.
    """
    _in_order(before, after)
    accepted = view(after.on, bases).bases
    graph = _GRAPH.of(store)
    rows, seen = graph.rows, graph.index
    scopes = _scopes(store, rows, seen, subject, norms)
    told = [each for each in graph.entries if all(one.holds(each.about, each.named) for one in scopes)]
    changed = difference(told, before, after, accepted)
    return Comparison(
        before=_side(told, before, accepted),
        after=_side(told, after, accepted),
        bases=tuple(basis for basis in Basis if basis in accepted),
        subject=subject,
        revision=rows.meta.revision,
        checked_through=rows.meta.checked_through,
        warnings=tuple(caution for day in sorted({before.on, after.on}) for caution in warnings(rows.meta, day)),
        groups=tuple(_grouped(changed, seen)),
        happenings=tuple(
            each
            for each in in_between.happenings(rows, seen, before, after, accepted)
            if all(one.holds((each.id, *each.about)) for one in scopes)
        ),
        unverified=tuple(sorted({change.key for _, change in changed if change.unverified})),
    )


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole graph on all days, ready to be asked how it stood on any."""

    rows: Whole
    index: Index
    entries: tuple[Entry, ...]


def graph_of(rows: Whole) -> Graph:
    seen = index(rows)
    return Graph(rows, seen, tuple(of_all_days.entries(rows, seen)))


_GRAPH = Shaped((*of_all_days.READ, *in_between.READ), graph_of)


def _side(told: Iterable[Entry], moment: Moment, bases: Collection[str]) -> Side:
    if moment.known is None:
        return Side(moment.on, None, 0)
    withheld = sum(1 for entry in told if not known(entry, moment) and holds(entry, moment.on, bases))
    return Side(moment.on, moment.known, withheld)


def _grouped(changed: Iterable[tuple[Entry, Change]], seen: Index) -> Iterable[Group]:
    """Instruments first, then procedures, platforms and the rest; within, by facet and key."""

    def place(one: tuple[Entry, Change]) -> tuple[int, str, int, str]:
        entry, change = one
        label = seen.names[entry.subject].label if entry.subject in seen.names else ""
        return _LABELS.get(label, len(_LABELS)), entry.subject, _FACETS[entry.facet], change.key

    for identifier, of_one in groupby(sorted(changed, key=place), key=lambda one: one[0].subject):
        said = seen.names.get(identifier, Named("", None, None))
        yield Group(Subject(said.label, identifier, said.zh, said.en), tuple(change for _, change in of_one))


_LABELS = {label: place for place, label in enumerate(("Regulation", "Procedure", "Platform", "Question"))}
_FACETS = {facet: place for place, facet in enumerate(Facet)}


def _in_order(before: Moment, after: Moment) -> None:
    if before.on > after.on:
        raise UsedWrongly(
            f"from: {before.on} lies after to: {after.on}. Name the earlier day first: what is told as added came then."
        )


def _scopes(
    store: Store, rows: Whole, seen: Index, subject: str | None, norms: Collection[str] | None
) -> list[scope.Scope]:
    found = []
    if subject is not None:
        if subject not in seen.names and not labels(store, [subject]):
            raise UnknownId(subject, nearest(store, subject))
        found.append(scope.of_subject(rows, seen, subject))
    if norms is not None:
        require(store, "Obligation", *(norm for norm in norms if norm not in seen.duties))
        found.append(scope.of_norms(rows, seen, norms))
    return found
