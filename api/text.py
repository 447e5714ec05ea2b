"""Answers as lines for a terminal: what a lawyer must see is on the line, what is weak is said in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from graph.deadlines import Clock, timing
from graph.lookup import Tied
from graph.model import Row, Value
from graph.relations import Relation
from graph.routes import Address, Routing
from graph.show import Shown
from graph.vocabulary import Basis, Binds, Confidence, ImportMode, RouteKind

UNVERIFIED = "UNVERIFIED: no source found"


def routes_text(ways: Sequence[Routing]) -> Iterator[str]:
    """The ways, under the obligation that they belong to."""
    for _, group in groupby(ways, key=lambda way: way.obligation):
        of_one = list(group)
        yield from _obligation(of_one[0])
        for way in of_one:
            yield from _way(way)
        yield ""


def clocks_text(clocks: Sequence[Clock]) -> Iterator[str]:
    for clock in clocks:
        parts = [
            f"  ⏱ {timing(clock.kind, clock)}",
            f"from {clock.from_en}" if clock.from_en else "",
            f"({clock.word_zh})" if clock.word_zh else "",
            "binds the authority" if clock.binds is Binds.AUTHORITY else "",
            f"[{clock.case_en}]" if clock.case_en else "",
            _import(clock.mode, clock.imported_from, clock.through),
            strength(clock.basis, clock.confidence, clock.unverified),
        ]
        yield " ".join(part for part in parts if part)


def shown_text(shown: Shown) -> Iterator[str]:
    """A thing with everything that is tied to it."""
    yield f"{shown.label} {shown.row['id']}"
    for key, value in shown.row.items():
        if key not in {"id", "revision"} and value not in (None, []):
            yield f"  {key}: {_plain(value)}"
    for relation, tied in shown.ties:
        yield from _tie(relation, tied)


def rows_text(rows: Sequence[Row]) -> Iterator[str]:
    """One line a row: what it is called, and what it says."""
    for row in rows:
        yield f"{row['id']}\n  {row['gist_zh']}\n  {row['gist_en']}"


def strength(basis: Basis, confidence: Confidence, unverified: bool) -> str:
    """What a statement rests on and how sure it is; what is no statute is said in capitals."""
    said = basis.value if basis is Basis.STATUTE else basis.value.upper()
    return f"{said} · {confidence.value}" + (f" · {UNVERIFIED}" if unverified else "")


def addresses_text(found: Sequence[Address]) -> str:
    """Where a platform is found on the day."""
    told = ", ".join(a.url + ("" if a.certain else " (uncertain on that day)") for a in found)
    return told or "no address known on that day"


def _obligation(way: Routing) -> Iterator[str]:
    yield way.obligation + ("" if way.binding else "   DRAFT: does not bind")
    yield f"  {way.gist_zh}"
    yield f"  {way.gist_en}"
    where = way.provision or way.regulation or "no provision"
    yield f"  {way.modality} · {way.kind} · {where} · {way.regulation_title_zh or 'practice'}"


def _way(way: Routing) -> Iterator[str]:
    match way.route_kind:
        case None:
            yield "  → nothing in this view fulfils it"
            return
        case RouteKind.NONE:
            yield f"  → to no authority: {_reason(way)} · {strength(way.basis, way.confidence, way.unverified)}"
            return
    to = (
        f"{way.authority_name_zh} {way.authority_name_en} ({way.authority})"
        if way.authority
        else "authority unresolved"
    )
    yield f"  → {to} {way.role or ''}{' · this term covers the body asked for' if way.covered else ''}".rstrip()
    if way.platform:
        yield f"      through {way.platform_name_zh} ({way.platform}) {addresses_text(way.addresses)}"
    if way.reason:
        yield f"      {'UNRESOLVED: ' if way.route_kind is RouteKind.UNRESOLVED else ''}{_reason(way)}"
    parts = [
        strength(way.basis, way.confidence, way.unverified),
        f"by {way.procedure_name_zh} {way.procedure_name_en} ({way.procedure})",
        _import(way.mode, way.imported_from, way.through),
        f"one of the group {way.alternative_group}" if way.alternative_group else "",
        way.place_en or "",
    ]
    yield "      " + " · ".join(part for part in parts if part)


def _import(mode: ImportMode | None, imported_from: str | None, through: str | None) -> str:
    if mode in (None, ImportMode.OWN):
        return ""
    return f"{mode} from {imported_from or 'another regime'}{f' through {through}' if through else ''}"


def _reason(way: Routing) -> str:
    return way.reason.doc if way.reason else ""


def _tie(relation: Relation, tied: Sequence[Tied]) -> Iterator[str]:
    yield f"  {relation.field}:"
    for tie in tied:
        said = next(
            (tie.row[key] for key in ("name_zh", "title_zh", "gist_zh", "point_zh", "url") if tie.row.get(key)), ""
        )
        yield f"    {tie.row['id']} {said}".rstrip()


def _plain(value: Value) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)
