"""How a GraphQL type takes its words from the ontology: descriptions, relations, and the making from a row.

A class of ``api/types.py`` lists properties by name and type, and relations as ``many()`` or ``one()``; what the
ontology does not know fails when the module is imported.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import strawberry

from graph.model import Node, Property, Row, snake
from graph.ontology import ONTOLOGY
from graph.relations import RELATIONS, Relation
from graph.view import View
from graph.vocabulary import Term

C = TypeVar("C", bound=type)
F = TypeVar("F", bound=Callable[..., Any])

# Before any type names them: Strawberry would make a new enum of a bare one at every mention.
_declared = [
    *(p for node in ONTOLOGY.nodes for p in node.properties),
    *(p for e in ONTOLOGY.edges for p in e.properties),
]
for _terms in {p.words for p in _declared if p.words}:
    strawberry.enum(_terms, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc

UNTOLD = frozenset({"revision", "dossier"})
"""Properties without a field: the revision is told once for the whole answer, the dossier is the makers' bookkeeping."""


def of_ontology(cls: C) -> C:
    """The GraphQL type of the label that the class is called after, every field described by the ontology."""
    node = ONTOLOGY.node(cls.__name__)
    for name, annotation in cls.__annotations__.items():
        given = cls.__dict__.get(name)
        if isinstance(given, _Asked):
            relation = RELATIONS[f"{snake(node.label)}.{name}"]
            setattr(cls, name, strawberry.field(resolver=given.resolver(relation), description=relation.doc))
        elif given is None:
            declared = _property(node.properties, node.label, name)
            if declared.required is str(annotation).endswith("| None"):
                raise TypeError(
                    f"{node.label}.{name}: the ontology says required={declared.required}, not {annotation}."
                )
            setattr(cls, name, strawberry.field(description=declared.doc))
    made: C = strawberry.type(cls, description=node.doc)
    _MAKERS[node.label] = (made, _words(node))
    return made


def made(label: str, row: Row, view: View) -> Any:
    """The GraphQL object of a node, seen in that view."""
    cls, words = _MAKERS[label]
    values: dict[str, Any] = {key: value for key, value in row.items() if key not in UNTOLD}
    for key, terms in words.items():
        if values[key] is not None:
            values[key] = terms[values[key]]
    return cls(view=view, **values)


def told(kind: str, key: str) -> Any:
    """A field with the meaning of a property, for types that are no nodes; ``kind`` is a label or a verb."""
    labels = {node.label for node in ONTOLOGY.nodes}
    properties = ONTOLOGY.node(kind).properties if kind in labels else ONTOLOGY.edge(kind).properties
    return strawberry.field(description=_property(properties, kind, key).doc)


def asked(resolver: Callable[[Relation], Callable[..., Awaitable[Any]]]) -> Any:
    """A field that is the relation of its own name, answered by the resolver that is made for it."""
    return _Asked(resolver)


def answered(doc: str) -> Callable[[F], F]:
    """A field with a resolver of its own."""
    return cast("Callable[[F], F]", strawberry.field(description=doc))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Stands in a class body for a relation until ``of_ontology`` makes a field of it."""

    resolver: Callable[[Relation], Callable[..., Awaitable[Any]]]


_MAKERS: dict[str, tuple[Any, dict[str, dict[str, Term]]]] = {}


def _words(node: Node) -> dict[str, dict[str, Term]]:
    return {p.key: {term.value: term for term in p.words} for p in node.properties if p.words}


def _property(properties: tuple[Property, ...], kind: str, key: str) -> Property:
    found = next((p for p in properties if p.key == key), None)
    if found is None:
        raise TypeError(
            f"{kind} has no property {key}; graph/ontology.py declares {', '.join(p.key for p in properties)}."
        )
    return found
