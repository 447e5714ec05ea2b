"""What an ontology is made of: properties, nodes, edges.

The declarations themselves stand in ``graph/ontology.py``; this module only gives them their shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.vocabulary import Basis, Confidence, Term

Value: TypeAlias = str | int | bool | date | list[str] | None
Row: TypeAlias = dict[str, Value]

# KGLite falls back to a structural value for these, or overwrites another (notes of 2026-11-22): never declare them.
RESERVED = frozenset({"name", "title", "type", "label", "node_type"})


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or an edge, with its meaning.

    ``python`` is the stored type: ``str``, ``int``, ``bool``, ``date`` or ``list`` (of texts). A property with
    ``words`` takes the values of that closed list only. One that is not ``required`` may be null.
    """

    key: str
    python: type
    doc: str
    required: bool = False
    words: type[Term] | None = None


def text(key: str, doc: str, *, required: bool = False) -> Property:
    return Property(key, str, doc, required)


def number(key: str, doc: str, *, required: bool = False) -> Property:
    return Property(key, int, doc, required)


def flag(key: str, doc: str, *, required: bool = True) -> Property:
    return Property(key, bool, doc, required)


def day(key: str, doc: str, *, required: bool = False) -> Property:
    return Property(key, date, doc, required)


def texts(key: str, doc: str) -> Property:
    """A list of texts; absent is the empty list, never null."""
    return Property(key, list, doc, required=True)


def word(key: str, words: type[Term], doc: str, *, required: bool = True) -> Property:
    return Property(key, str, doc, required, words)


ID = text("id", "Minted, readable and stable identifier, the same in every file, node and address.", required=True)
REVISION = text("revision", "The revision of the graph that wrote this.", required=True)

# What everything carries that states law or practice.
STATED = (
    word("basis", Basis, "What the statement rests on."),
    word("confidence", Confidence, "How sure the statement is; `memory` is unverified."),
    day("valid_from", "First day on which the statement holds; null: not known, or from the beginning."),
    day("valid_to", "First day on which it holds no longer; null: no end known."),
)
NOTE = text("note_en", "What a careful reader must know beside the statement.")
STATED_NODE = (
    *STATED,
    day("checked", "Day on which the statement was last checked against its sources.", required=True),
    NOTE,
    texts("dossier", "Entries of the research dossier that this statement carries, as `file:entry`."),
)
STATED_EDGE = (
    *STATED,
    NOTE,
    texts("evidence", "Identifiers of the evidence that the statement rests on."),
)


@dataclass(frozen=True, slots=True)
class Node:
    """A type of node. ``stated``: it states law or practice, and must rest on evidence."""

    label: str
    doc: str
    own: tuple[Property, ...]
    stated: bool = False

    @property
    def properties(self) -> tuple[Property, ...]:
        return (ID, *self.own, *(STATED_NODE if self.stated else ()), REVISION)


@dataclass(frozen=True, slots=True)
class Edge:
    """A type of edge: a verb, read from left to right. Between two nodes there is at most one of a type."""

    verb: str
    sources: tuple[Node, ...]
    targets: tuple[Node, ...]
    doc: str
    own: tuple[Property, ...] = ()
    stated: bool = False

    @property
    def properties(self) -> tuple[Property, ...]:
        return (*self.own, *(STATED_EDGE if self.stated else ()), REVISION)

    @property
    def shapes(self) -> Iterator[EdgeShape]:
        """Every pair of labels that the edge may tie."""
        return (EdgeShape(s.label, self.verb, t.label) for s in self.sources for t in self.targets)


@dataclass(frozen=True, order=True, slots=True)
class EdgeShape:
    """One pair of labels with the verb between them.

    >>> str(EdgeShape("Article", "IMPOSES", "Obligation"))
    '(:Article)-[:IMPOSES]->(:Obligation)'
    """

    source: str
    verb: str
    target: str

    def __str__(self) -> str:
        return f"(:{self.source})-[:{self.verb}]->(:{self.target})"


@dataclass(frozen=True, slots=True)
class Ontology:
    """All node and edge types together."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, label: str) -> Node:
        return next(node for node in self.nodes if node.label == label)

    def edge(self, verb: str) -> Edge:
        return next(edge for edge in self.edges if edge.verb == verb)


def snake(label: str) -> str:
    """A label as files and fields are named after it.

    >>> snake("ProfileFact")
    'profile_fact'
    """
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(label))
