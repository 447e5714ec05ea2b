"""Whether a sound graph is also sound law: the rules that the build enforces, every offender named.

1. Whatever must be filed with, or reported to, an authority ends in a route towards one, or in a typed reason.
2. A draft never binds, and only a draft has the status of one.
3. Nothing ends before it begins; nothing enters into force before it was adopted.
4. No statement is surer than its best evidence.
5. What follows only by a reading never rests on a statute.
6. A condition asks a number for how many, and every other fact for yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from graph import predicates
from graph.errors import Problem
from graph.knowledge import Knowledge
from graph.model import EdgeShape, Row
from graph.predicates import AtLeast, Over
from graph.vocabulary import Basis, Confidence, ImportMode, ProfileFactKind, RegulationKind, RouteKind
from ingest.assemble import Assembly

_SURENESS = {confidence.value: rank for rank, confidence in enumerate(Confidence)}


def offences(knowledge: Knowledge, made: Assembly) -> list[Problem]:
    """Every breach of the rules above, where it was written."""
    rules: tuple[Callable[[Knowledge], Iterator[tuple[str, str]]], ...] = (
        _gaps, _drafts, _days, _sureness, _readings, _conditions,
    )  # fmt: skip
    return [made.wheres[identifier].problem(message) for rule in rules for identifier, message in rule(knowledge)]


def _gaps(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    routes = {str(row["id"]): row["kind"] for row in knowledge.nodes.get("Route", ())}
    leading = {
        edge.source
        for edge in knowledge.edges.get(EdgeShape("Procedure", "TAKES", "Route"), ())
        if routes[edge.target] != RouteKind.NONE
    }
    served = {
        edge.source
        for edge in knowledge.edges.get(EdgeShape("Obligation", "FULFILLED_BY", "Procedure"), ())
        if edge.target in leading
    }
    for row in knowledge.nodes.get("Obligation", ()):
        if row["to_authority"] and row["id"] not in served:
            yield (
                str(row["id"]),
                (
                    f"{row['id']} goes to an authority, but no procedure of it has a route towards one: a silent gap. "
                    "Add a route, or an unresolved one with its reason."
                ),
            )


def _drafts(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for row in knowledge.nodes.get("Regulation", ()):
        draft, status = row["kind"] == RegulationKind.DRAFT, str(row["status"])
        if draft and row["binding"]:
            yield (
                str(row["id"]),
                f"{row['id']} is a draft and is said to bind. A draft never binds: write `binding: false`.",
            )
        if draft != status.startswith("draft-"):
            yield (
                str(row["id"]),
                f"{row['id']} is of the kind {row['kind']} and has the status {status}. Only drafts have draft-… as status.",
            )


def _days(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for rows in knowledge.nodes.values():
        for row in rows:
            yield from _order(str(row["id"]), row, ("valid_from", "valid_to"), strictly=True)
            yield from _order(str(row["id"]), row, ("adopted", "effective"), strictly=False)
            yield from _order(str(row["id"]), row, ("sure_from", "sure_to"), strictly=False)
    for edges in knowledge.edges.values():
        for edge in edges:
            yield from _order(edge.source, edge.properties, ("valid_from", "valid_to"), strictly=True)


def _order(identifier: str, row: Row, keys: tuple[str, str], *, strictly: bool) -> Iterator[tuple[str, str]]:
    first, last = row.get(keys[0]), row.get(keys[1])
    if isinstance(first, date) and isinstance(last, date) and (last < first or (strictly and last == first)):
        yield (
            identifier,
            f"{identifier}: {keys[1]} {last} comes before {keys[0]} {first}, so it would never hold. Correct one of them.",
        )


def _sureness(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    evidence = {str(row["id"]): str(row["confidence"]) for row in knowledge.nodes.get("Evidence", ())}
    best: dict[str, str] = {}
    for shape, edges in knowledge.edges.items():
        if shape.verb == "RESTS_ON":
            for edge in edges:
                known = best.get(edge.source, Confidence.MEMORY.value)
                best[edge.source] = min(known, evidence[edge.target], key=_SURENESS.__getitem__)
    for rows in knowledge.nodes.values():
        for row in rows:
            stated, proven = row.get("confidence"), best.get(str(row["id"]))
            if stated and proven and _SURENESS[str(stated)] < _SURENESS[proven]:
                yield (
                    str(row["id"]),
                    f"{row['id']} is said to be {stated}, but its best evidence is {proven}. Lower the one, or add better evidence.",
                )


def _readings(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for shape, edges in knowledge.edges.items():
        for edge in edges:
            if edge.properties.get("mode") == ImportMode.BY_READING and edge.properties["basis"] == Basis.STATUTE:
                yield (
                    edge.source,
                    f"{edge.source} is tied to {edge.target} by {shape.verb} only by a reading, and is said to rest on a "
                    f"statute. Write `basis: {Basis.PRACTICE}` or `basis: {Basis.OPINION}`.",
                )


def _conditions(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    numbers = {
        str(row["id"]) for row in knowledge.nodes.get("ProfileFact", ()) if row["kind"] == ProfileFactKind.NUMBER
    }
    for rows in knowledge.nodes.values():
        for row in rows:
            for key in ("predicate", "yes_when", "no_when"):
                if isinstance(stored := row.get(key), str):
                    for leaf in predicates.leaves_of(predicates.loads(stored)):
                        if isinstance(leaf, AtLeast | Over) != (leaf.fact in numbers):
                            yield (
                                str(row["id"]),
                                f"{row['id']} asks {leaf.fact} in the wrong way: a number is asked with at-least or over, "
                                "every other fact by its name alone.",
                            )
