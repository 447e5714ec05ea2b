"""The part of the graph that applicability reads, as values: norms, their conditions, roles, readings, open points.

It is read whole, by six statements, and kept: the same revision is the same rulebook, whichever store it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.applies.profile import Declared
from graph.chains import term, weakest
from graph.errors import NothingPublished
from graph.kept import Kept
from graph.lookup import ask
from graph.predicates import AtLeast, Holds, Predicate, facts_of, leaves_of, loads
from graph.store import Store
from graph.view import View
from graph.vocabulary import Basis, Confidence, Modality, Norm, ObligationKind, ProfileFactKind, RoleKind


@dataclass(frozen=True, slots=True)
class Rule:
    """One norm. ``roles`` are those whom it binds, ``reads`` the facts that its trigger and its roles ask for;
    ``confidence`` is that of the least sure of norm, trigger and roles.
    """

    obligation: str
    gist_zh: str
    gist_en: str
    norm: Norm
    modality: Modality
    kind: ObligationKind
    binding: bool
    to_authority: bool
    provision: str | None
    regulation: str | None
    regulation_title_zh: str | None
    regulation_title_en: str | None
    trigger: str
    roles: tuple[str, ...]
    basis: Basis
    confidence: Confidence
    unverified: bool
    valid_from: date | None
    valid_to: date | None
    questions: tuple[str, ...]
    reads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A trigger, or the having of a role; without ``predicate`` no fact of a profile decides it."""

    id: str
    said_zh: str
    said_en: str
    predicate: Predicate | None
    provisions: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class HeldReading:
    """How an open point is read, by whom, since when. Without ``predicate`` the reading leaves the profile as it is."""

    id: str
    question: str
    point_zh: str
    point_en: str
    gist_zh: str
    gist_en: str
    held_by_en: str
    held_since: date | None
    taken: bool
    basis: Basis
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    predicate: Predicate | None
    settles: tuple[str, ...]
    narrows: tuple[str, ...]

    def held_on(self, on: date) -> bool:
        begins = [day for day in (self.held_since, self.valid_from) if day is not None]
        return all(day <= on for day in begins) and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything that decides whether a norm applies. ``thresholds`` are the
    least numbers that meet what is asked of a number; ``moves`` tells which other facts can follow from a fact; ``of_others`` counts the norms of authorities and of the State."""

    revision: str
    rules: tuple[Rule, ...]
    triggers: Mapping[str, Condition]
    roles: Mapping[str, Condition]
    readings: tuple[HeldReading, ...]
    declaration: Mapping[str, Declared]
    thresholds: Mapping[str, tuple[int, ...]]
    moves: Mapping[str, frozenset[str]]
    of_others: int

    def moved_by(self, fact: str) -> frozenset[str]:
        """The facts whose value, or whose being told of, can change with that of the fact; the fact itself too."""
        return self.moves.get(fact, frozenset()) | {fact}


def rulebook(store: Store, view: View) -> Rulebook:
    """The rulebook of what is served now, for the bases of the view; its day makes no difference here."""
    for _ in range(_ATTEMPTS):
        revision = store.revision()
        if revision is None:
            raise NothingPublished(store.address)
        key = (revision, view.bases, view.drafts)
        if (kept := _KEPT.get(key)) is not None:
            return kept
        read = _read(store, view)
        # Otherwise another revision was published in the midst, and the parts may not fit together.
        if read.revision == revision:
            return _KEPT.keep(key, read)
    return read


_KEPT: Kept[Rulebook] = Kept(8)
_ATTEMPTS = 3


def declared_facts(store: Store) -> dict[str, Declared]:
    """What a profile can tell, by the id of the fact."""
    return {str(row["id"]): _declared(row) for row in ask(store, "read/profile_facts")}


def _read(store: Store, view: View) -> Rulebook:
    seen: dict[str, Any] = {"bases": view.parameters["bases"], "drafts": view.drafts}
    norms: list[Mapping[str, Any]] = [*ask(store, "read/norms", **seen)]
    triggers: list[Mapping[str, Any]] = [*ask(store, "read/triggers")]
    roles: list[Mapping[str, Any]] = [*ask(store, "read/roles")]
    readings: list[Mapping[str, Any]] = [*ask(store, "read/deciding_readings", **seen)]
    points: list[Mapping[str, Any]] = [*ask(store, "read/open_points", **seen)]
    facts: list[Mapping[str, Any]] = [*ask(store, "read/profile_facts")]
    revisions = {row["revision"] for rows in (norms, triggers, roles, readings, points, facts) for row in rows}
    no_service = {row["id"] for row in roles if row["kind"] == RoleKind.STATE}
    open_points: dict[str, list[str]] = {}
    for row in points:
        open_points.setdefault(row["subject"], []).append(row["question"])
    conditions = {
        row["id"]: _condition(row, said) for rows, said in ((triggers, "gist"), (roles, "name")) for row in rows
    }
    rules = {row["obligation"]: _rule(row, no_service, open_points, conditions) for row in norms}.values()
    held = tuple(map(_reading, readings))
    declaration = {row["id"]: _declared(row) for row in facts}
    return Rulebook(
        revision=" ".join(sorted(revisions)),
        rules=tuple(rule for rule in rules if rule.roles),
        triggers={row["id"]: conditions[row["id"]] for row in triggers},
        roles={row["id"]: conditions[row["id"]] for row in roles},
        readings=held,
        declaration=declaration,
        thresholds=thresholds_of([*conditions.values(), *held]),
        moves=moves_of(declaration),
        of_others=sum(not rule.roles for rule in rules),
    )


def _rule(
    row: Mapping[str, Any],
    no_service: set[str],
    open_points: Mapping[str, Sequence[str]],
    conditions: Mapping[str, Condition],
) -> Rule:
    (trigger,) = row["triggers"]
    roles = tuple(sorted(role for role in row["roles"] if role not in no_service))
    subjects = [row["obligation"], row["article"], trigger, *roles]
    asked = [conditions[name] for name in (trigger, *roles)]
    confidences = [*(c for c in row["confidences"] if c is not None), *(condition.confidence for condition in asked)]
    return Rule(
        obligation=row["obligation"],
        gist_zh=row["gist_zh"],
        gist_en=row["gist_en"],
        norm=term(Norm, row["norm"]),
        modality=term(Modality, row["modality"]),
        kind=term(ObligationKind, row["kind"]),
        binding=row["binding"],
        to_authority=row["to_authority"],
        provision=row["provision"],
        regulation=row["regulation"],
        regulation_title_zh=row["regulation_title_zh"],
        regulation_title_en=row["regulation_title_en"],
        trigger=trigger,
        roles=roles,
        basis=term(Basis, row["basis"]),
        confidence=weakest(Confidence, confidences),
        unverified=Confidence.MEMORY in confidences,
        valid_from=max((day for day in row["valid_froms"] if day), default=None),
        valid_to=min((day for day in row["valid_tos"] if day), default=None),
        questions=tuple(sorted({q for subject in subjects for q in open_points.get(subject, ())})),
        reads=frozenset(fact for condition in asked if condition.predicate for fact in facts_of(condition.predicate)),
    )


def thresholds_of(asking: Sequence[Condition | HeldReading]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for leaf in (leaf for one in asking if one.predicate is not None for leaf in leaves_of(one.predicate)):
        if not isinstance(leaf, Holds):
            found.setdefault(leaf.fact, set()).add(leaf.n if isinstance(leaf, AtLeast) else leaf.n + 1)
    return {fact: tuple(sorted(reached)) for fact, reached in found.items()}


def moves_of(declaration: Mapping[str, Declared]) -> dict[str, frozenset[str]]:
    """For every fact that others follow from, directly or further on, those others."""
    after: dict[str, set[str]] = {}
    for declared in declaration.values():
        for condition in (declared.yes_when, declared.no_when):
            for fact in facts_of(condition) if condition is not None else ():
                after.setdefault(fact, set()).add(declared.id)
        for event in declared.of_events:
            after.setdefault(event, set()).add(declared.id)
    for found in after.values():
        while more := {further for fact in found for further in after.get(fact, ())} - found:
            found |= more
    return {fact: frozenset(found) for fact, found in after.items()}


def _condition(row: Mapping[str, Any], said: str) -> Condition:
    return Condition(
        id=row["id"],
        said_zh=row[f"{said}_zh"],
        said_en=row[f"{said}_en"],
        predicate=None if row["predicate"] is None else loads(row["predicate"]),
        provisions=tuple(sorted(row["provisions"])),
        confidence=term(Confidence, row["confidence"]),
    )


def _reading(row: Mapping[str, Any]) -> HeldReading:
    own = {key: row[key] for key in row if key != "revision"}
    return HeldReading(
        **own
        | {
            "basis": term(Basis, row["basis"]),
            "confidence": term(Confidence, row["confidence"]),
            "predicate": None if row["predicate"] is None else loads(row["predicate"]),
            "settles": tuple(row["settles"]),
            "narrows": tuple(sorted(row["narrows"])),
        }
    )


def _declared(row: Mapping[str, Any]) -> Declared:
    own = {key: row[key] for key in row if key != "revision"}
    return Declared(
        **own
        | {
            "kind": term(ProfileFactKind, row["kind"]),
            "of_events": tuple(row["of_events"]),
            "yes_when": None if row["yes_when"] is None else loads(row["yes_when"]),
            "no_when": None if row["no_when"] is None else loads(row["no_when"]),
        }
    )
