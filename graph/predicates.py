"""Conditions of application as typed predicates over the facts of a service profile.

A predicate is written in YAML as a fact (``fact.public-opinion``), as ``{at-least: {fact: fact.registered-users,
n: 1000000}}`` or ``{over: …}``, or as ``{all: […]}``, ``{any: […]}``, ``{not: …}``, ``always`` of others. It is
stored as canonical JSON of that form, and read back to the same predicate.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Always:
    """Holds for everybody bound."""


@dataclass(frozen=True, slots=True)
class Holds:
    """The fact is a yes; for an event: it has happened."""

    fact: str


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number is n or more."""

    fact: str
    n: int


@dataclass(frozen=True, slots=True)
class Over:
    """The number is more than n."""

    fact: str
    n: int


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Predicate


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Predicate, ...]


Predicate: TypeAlias = Always | Holds | AtLeast | Over | Not | All | AnyOf
Form: TypeAlias = "str | dict[str, Form | list[Form] | int]"

_MANY: dict[str, type[All] | type[AnyOf]] = {"all": All, "any": AnyOf}
_NUMBER: dict[str, type[AtLeast] | type[Over]] = {"at-least": AtLeast, "over": Over}


def from_form(form: object) -> Predicate:
    """Read the YAML form; ``ValueError`` names the part that cannot be read."""
    match form:
        case "always":
            return Always()
        case str() if form.startswith("fact."):
            return Holds(form)
        case {"not": part, **rest} if not rest:
            return Not(from_form(part))
    if isinstance(form, dict) and len(form) == 1:
        ((key, value),) = form.items()
        if key in _MANY and isinstance(value, list) and len(value) > 1:
            return _MANY[key](tuple(from_form(part) for part in value))
        if key in _NUMBER and isinstance(value, dict) and value.keys() == {"fact", "n"}:
            fact, n = value["fact"], value["n"]
            if isinstance(fact, str) and fact.startswith("fact.") and type(n) is int:
                return _NUMBER[key](fact, n)
    raise ValueError(
        f"{form!r} is not a condition. Write a fact such as fact.public-opinion, `always`, {{not: …}}, "
        "{all: [two or more]}, {any: [two or more]}, {at-least: {fact: …, n: …}} or {over: {fact: …, n: …}}"
    )


def to_form(predicate: Predicate) -> Form:
    """The YAML form of a predicate."""
    match predicate:
        case Always():
            return "always"
        case Holds(fact):
            return fact
        case AtLeast(fact, n):
            return {"at-least": {"fact": fact, "n": n}}
        case Over(fact, n):
            return {"over": {"fact": fact, "n": n}}
        case Not(part):
            return {"not": to_form(part)}
        case All(parts):
            return {"all": [to_form(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [to_form(part) for part in parts]}


def dumps(predicate: Predicate) -> str:
    """Canonical JSON: equal predicates give equal texts."""
    return json.dumps(to_form(predicate), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Predicate:
    """Read canonical JSON back."""
    return from_form(json.loads(text))


def leaves_of(predicate: Predicate) -> Iterator[Holds | AtLeast | Over]:
    """Every part that reads a fact, in order."""
    match predicate:
        case Always():
            return
        case Holds() | AtLeast() | Over():
            yield predicate
        case Not(part):
            yield from leaves_of(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves_of(part)


def facts_of(predicate: Predicate) -> Iterator[str]:
    """Every fact that the predicate reads, in order, repeated where it is read again."""
    return (leaf.fact for leaf in leaves_of(predicate))
