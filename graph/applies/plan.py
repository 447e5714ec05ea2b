"""The filing plan: what to do for the duties that bind a service, procedure by procedure, in legal order.

Pure functions over findings and the proceedings of the day. One procedure is one step, however many duties it serves.
The order: what must come before another comes before it (``PRECEDES``); else what is due before the service begins, then
what has no time of its own, then what is due within a time, the shorter first, then what is repeated. Steps that wait for
an event stand last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from graph.applies.applicability import Finding
from graph.applies.proceedings import Paper, Proceedings, Stage
from graph.applies.verdict import Outcome
from graph.chains import weakest
from graph.deadlines import Clock
from graph.routes import Address, Routing
from graph.vocabulary import (
    AuthorityKind,
    AuthorityRole,
    Basis,
    Binds,
    Confidence,
    DeadlineKind,
    DeadlineUnit,
    ImportMode,
    Level,
    ObligationKind,
    ProcedureKind,
    Reason,
    RouteKind,
    System,
)

STEPS = frozenset(
    {
        ProcedureKind.FILING,
        ProcedureKind.REGISTRATION,
        ProcedureKind.ASSESSMENT,
        ProcedureKind.AUDIT,
        ProcedureKind.REPORT,
        ProcedureKind.LICENCE,
    }
)
"""What stands in a plan. Inspections, complaints and acts of authorities are not the service's to begin."""

_TO_DO = frozenset({Outcome.APPLIES, Outcome.ON_EVENT})
_PRESSING = (Outcome.APPLIES, Outcome.CONTESTED, Outcome.ON_EVENT)


@dataclass(frozen=True, slots=True)
class Served:
    """A duty that a step serves, and how the procedure came to it."""

    obligation: str
    gist_zh: str
    gist_en: str
    outcome: Outcome
    provision: str | None
    waits_for: tuple[str, ...]
    mode: ImportMode | None
    imported_from: str | None
    through: str | None
    basis: Basis
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Door:
    """One way that a step goes. Doors of one ``alternative_group`` are alternatives; all others must be served."""

    route: str
    kind: RouteKind
    reason: Reason | None
    role: AuthorityRole | None
    alternative_group: str | None
    place_en: str | None
    authority: str | None
    authority_name_zh: str | None
    authority_name_en: str | None
    authority_level: Level | None
    authority_kind: AuthorityKind | None
    authority_system: System | None
    platform: str | None
    platform_name_zh: str | None
    platform_name_en: str | None
    addresses: tuple[Address, ...]
    basis: Basis
    confidence: Confidence
    unverified: bool


@dataclass(frozen=True, slots=True)
class Ticking:
    """A clock of a step, its own or that of a duty that it serves. ``basis`` tells the statutory from the observed."""

    deadline: str
    kind: DeadlineKind
    n: int | None
    n_max: int | None
    unit: DeadlineUnit | None
    from_zh: str | None
    from_en: str | None
    word_zh: str | None
    binds: Binds
    case_en: str | None
    of_obligation: str | None
    basis: Basis
    confidence: Confidence
    unverified: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One procedure of the plan.

    ``basis``: the strongest on which the step rests; anything but ``STATUTE`` is practice or opinion alone. ``outcome``
    is the most pressing of the duties served, ``after`` names the steps of this plan that must come before,
    ``inside`` what is assessed inside the house first. ``waiting``: nothing is to be done before some event has happened.
    """

    procedure: str
    name_zh: str
    name_en: str
    kind: ProcedureKind
    part_of: str | None
    outcome: Outcome
    waiting: bool
    basis: Basis
    confidence: Confidence
    unverified: bool
    serves: tuple[Served, ...]
    after: tuple[str, ...]
    inside: tuple[Served, ...]
    doors: tuple[Door, ...]
    papers: tuple[Paper, ...]
    clocks: tuple[Ticking, ...]
    stages: tuple[Stage, ...]


def plan(found: Sequence[Finding], known: Proceedings) -> list[Step]:
    """The steps in their order; findings for which nothing is to be done have none."""
    live = [finding for finding in found if not _possible(finding).isdisjoint(_TO_DO)]
    by_procedure: dict[str, list[tuple[Finding, list[Routing]]]] = {}
    for finding in live:
        for procedure, ways in _by_procedure(known.ways.get(finding.obligation, ())).items():
            by_procedure.setdefault(procedure, []).append((finding, ways))
    inside = [finding for finding in live if finding.kind is ObligationKind.ASSESSMENT and _is_internal(finding, known)]
    steps = {name: _step(name, served, inside, known) for name, served in by_procedure.items()}
    return _ordered(steps, known)


def _possible(finding: Finding) -> frozenset[Outcome]:
    """What the finding can come to: more than one thing where it is contested."""
    if finding.outcome is not Outcome.CONTESTED or finding.contest is None:
        return frozenset({finding.outcome})
    return frozenset({finding.contest.without, *(stance.outcome for stance in finding.contest.stances)})


def _by_procedure(ways: Iterable[Routing]) -> dict[str, list[Routing]]:
    found: dict[str, list[Routing]] = {}
    for way in ways:
        if way.procedure is not None and way.procedure_kind in STEPS:
            found.setdefault(way.procedure, []).append(way)
    return found


def _is_internal(finding: Finding, known: Proceedings) -> bool:
    return any(way.procedure_kind is ProcedureKind.INTERNAL for way in known.ways.get(finding.obligation, ()))


def _step(
    procedure: str,
    served: Sequence[tuple[Finding, list[Routing]]],
    inside: Sequence[Finding],
    known: Proceedings,
) -> Step:
    ways = [way for _, of_one in served for way in of_one]
    first = ways[0]
    duties = [finding.obligation for finding, _ in served]
    strongest = _strongest(ways)
    return Step(
        procedure=procedure,
        name_zh=first.procedure_name_zh or procedure,
        name_en=first.procedure_name_en or procedure,
        kind=first.procedure_kind or ProcedureKind.FILING,
        part_of=known.part_of.get(procedure),
        outcome=min((finding.outcome for finding, _ in served), key=_PRESSING.index),
        waiting=all(Outcome.APPLIES not in _possible(finding) for finding, _ in served),
        basis=strongest.basis,
        confidence=strongest.confidence,
        unverified=strongest.unverified,
        serves=tuple(_served(finding, _strongest(of_one)) for finding, of_one in served),
        after=(),
        inside=tuple(_served(f, known.ways[f.obligation][0]) for f in inside if _first(f, first, served)),
        doors=tuple(_doors(ways, known)),
        papers=tuple(_papers([procedure, *duties], known)),
        clocks=tuple(_clocks(procedure, duties, known)),
        stages=tuple(_stages(procedure, known)),
    )


def _first(inside: Finding, way: Routing, served: Sequence[tuple[Finding, list[Routing]]]) -> bool:
    """Whether an assessment inside the house comes before the step: it is asked for with it, or by the same instrument."""
    duties = [finding for finding, _ in served]
    if inside.obligation in {duty.obligation for duty in duties}:
        return False
    by_instrument = way.procedure_kind in (ProcedureKind.FILING, ProcedureKind.ASSESSMENT)
    return any(
        inside.trigger == duty.trigger or (by_instrument and inside.regulation == duty.regulation) for duty in duties
    )


def _strongest(ways: Iterable[Routing]) -> Routing:
    return min(ways, key=lambda way: (*_strength(way), way.key))


def _served(finding: Finding, way: Routing) -> Served:
    return Served(
        finding.obligation,
        finding.gist_zh,
        finding.gist_en,
        finding.outcome,
        finding.provision,
        finding.waits_for,
        way.mode,
        way.imported_from,
        way.through,
        weakest(Basis, [finding.basis, way.basis]),
        weakest(Confidence, [finding.confidence, way.confidence]),
    )


def _doors(ways: Iterable[Routing], known: Proceedings) -> Iterator[Door]:
    by_route: dict[str, list[Routing]] = {}
    for way in ways:
        if way.route is not None and way.route_kind is not None:
            by_route.setdefault(way.route, []).append(way)
    for route, of_one in by_route.items():
        way = _strongest(of_one)
        yield Door(
            route,
            way.route_kind or RouteKind.UNRESOLVED,
            way.reason,
            way.role,
            way.alternative_group,
            way.place_en,
            way.authority,
            way.authority_name_zh,
            way.authority_name_en,
            way.authority_level,
            way.authority_kind,
            way.authority_system,
            way.platform,
            way.platform_name_zh,
            way.platform_name_en,
            known.addresses.get(way.platform or "", ()),
            way.basis,
            way.confidence,
            way.unverified,
        )


def _papers(owners: Iterable[str], known: Proceedings) -> Iterator[Paper]:
    """Those of the procedure and of its duties, each once, in their order; what must come first stands first."""
    papers: dict[str, Paper] = {}
    for owner in owners:
        for paper in known.papers.get(owner, ()):
            papers.setdefault(paper.document, paper)
    ranks = {name: (0, 0, place, name) for place, name in enumerate(papers)}
    return (papers[name] for name in _sorted(ranks, known.before))


def _clocks(procedure: str, duties: Iterable[str], known: Proceedings) -> Iterator[Ticking]:
    """Each clock once, as strong as the strongest duty makes it; those of the filer first."""
    found: dict[str, Ticking] = {}
    for clock in (clock for obligation in duties for clock in known.clocks.get(obligation, ())):
        if clock.procedure in (None, procedure):
            ticking = _ticking(clock)
            if clock.deadline not in found or _strength(ticking) < _strength(found[clock.deadline]):
                found[clock.deadline] = ticking
    return iter(sorted(found.values(), key=lambda t: (t.binds is Binds.AUTHORITY, *_strength(t), _time(t), t.deadline)))


def _strength(stated: Ticking | Routing) -> tuple[int, int]:
    return list(Basis).index(stated.basis), list(Confidence).index(stated.confidence)


def _ticking(clock: Clock) -> Ticking:
    return Ticking(
        clock.deadline, clock.kind, clock.n, clock.n_max, clock.unit, clock.from_zh, clock.from_en, clock.word_zh,
        clock.binds, clock.case_en, clock.obligation if clock.procedure is None else None, clock.basis, clock.confidence,
        clock.unverified,
    )  # fmt: skip


def _stages(procedure: str, known: Proceedings) -> Iterator[Stage]:
    parts = {stage.procedure: stage for stage in known.parts.get(procedure, ())}
    return (parts[name] for name in _sorted({name: (0, 0, 0, name) for name in parts}, known.before))


# ---------------------------------------------------------------- order


def _ordered(steps: Mapping[str, Step], known: Proceedings) -> list[Step]:
    before = {name: _before(name, steps, known) for name in steps}
    ranks = {name: _rank(step) for name, step in steps.items()}
    return [replace(steps[name], after=tuple(sorted(before[name]))) for name in _sorted(ranks, before)]


def _before(name: str, steps: Iterable[str], known: Proceedings) -> frozenset[str]:
    """The steps that must come first: named so themselves, or as a part of what is."""
    earlier = known.before.get(name, frozenset())
    return frozenset(
        step for step in steps if step != name and not earlier.isdisjoint((step, known.part_of.get(step, step)))
    )


def _sorted(ranks: Mapping[str, _Rank], before: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """In the order of their ranks, except that what must come before another does."""
    left = dict(ranks)
    while left:
        ready = [name for name in left if before.get(name, frozenset()).isdisjoint(left)]
        # Two that must each come before the other would be a fault of the facts; neither may vanish for it.
        name = min(ready or left, key=left.__getitem__)
        del left[name]
        yield name


def _rank(step: Step) -> _Rank:
    timings = [_time(clock) for clock in step.clocks if clock.binds is Binds.FILER and clock.kind not in _LASTING]
    if step.kind is ProcedureKind.LICENCE:
        timings.append((_FIRST, 0))
    timing, minutes = min(timings, default=(_UNTIMED, 0))
    return (int(step.waiting), timing, minutes, step.procedure)


def _time(clock: Ticking) -> tuple[int, int]:
    return _TIMING.get(clock.kind, _UNTIMED), (clock.n or 0) * _MINUTES.get(clock.unit, 0)


_Rank: TypeAlias = tuple[int, int, int, str]
_FIRST, _UNTIMED, _TIMED, _REPEATED = range(4)
_TIMING = {
    DeadlineKind.BEFORE: _FIRST,
    DeadlineKind.AT_ONCE: _TIMED,
    DeadlineKind.PROMPTLY: _TIMED,
    DeadlineKind.WITHIN: _TIMED,
    DeadlineKind.BY_DATE: _TIMED,
    DeadlineKind.EVERY: _REPEATED,
}
_LASTING = frozenset({DeadlineKind.AT_LEAST, DeadlineKind.LASTING})
# Only to put times in order; working days are counted in graph/clock/due.py.
_MINUTES: dict[DeadlineUnit | None, int] = {
    DeadlineUnit.MINUTE: 1,
    DeadlineUnit.HOUR: 60,
    DeadlineUnit.DAY: 1440,
    DeadlineUnit.WORKING_DAY: 2016,
    DeadlineUnit.MONTH: 43_200,
    DeadlineUnit.YEAR: 525_600,
}
