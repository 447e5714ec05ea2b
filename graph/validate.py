"""Every rule that rows must keep before a store sees them, checked against the ontology.

The two engines forgive different things (one stores a null in a list, the other refuses it), so neither is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import UsedWrongly
from graph.knowledge import EdgeRow, Knowledge
from graph.model import ID, REVISION, EdgeShape, Property, Row
from graph.ontology import EVIDENCE, ONTOLOGY, RESTS_ON, REVISION_NODE

_NODES = {node.label: node for node in ONTOLOGY.nodes}
_EDGES = {edge.verb: edge for edge in ONTOLOGY.edges}
_SHAPES = {shape: edge for edge in ONTOLOGY.edges for shape in edge.shapes}
_STORED = range(-(2**63), 2**63)


@dataclass(frozen=True, order=True, slots=True)
class Offence:
    """One thing that breaks the ontology. ``ids`` are the nodes it is about: whoever made the rows finds them again.

    >>> str(Offence("Site s", "url: required, but null.", ("s",)))
    'Site s: url: required, but null.'
    """

    where: str
    what: str
    ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def offences(knowledge: Knowledge) -> list[Offence]:
    """Everything in this graph that breaks the ontology, all at once, sorted; empty when it can be published."""
    return sorted(set(_offences(knowledge)))


def refuse_unsound(knowledge: Knowledge) -> None:
    """Raise ``UsedWrongly`` with every offence, before a row of an unsound graph reaches a store."""
    if found := offences(knowledge):
        lines = "\n".join(str(offence) for offence in found)
        raise UsedWrongly(f"The graph breaks its ontology, so nothing was written:\n{lines}")


def _offences(knowledge: Knowledge) -> Iterator[Offence]:
    if type(knowledge.checked_through) is not date:
        yield Offence("Knowledge", f"checked_through: {_shown(knowledge.checked_through)} is not a date.")
    labels = _labels_by_id(knowledge)
    for label, rows in knowledge.nodes.items():
        yield from _of_nodes(label, rows)
    for identifier, found in labels.items():
        if len(found) > 1:
            yield Offence(
                f"{found[0]} {identifier}",
                f"id: used {len(found)} times ({', '.join(found)}); an identifier names one node of the whole graph.",
                (identifier,),
            )
    for shape, edges in knowledge.edges.items():
        yield from _of_edges(shape, edges, labels)
    yield from _doubled(knowledge)
    yield from _unfounded(knowledge)


def _labels_by_id(knowledge: Knowledge) -> dict[str, list[str]]:
    """Every identifier with the label of each node that carries it."""
    found: dict[str, list[str]] = {}
    for label, rows in sorted(knowledge.nodes.items()):
        for row in rows:
            if type(identifier := row.get(ID.key)) is str:
                found.setdefault(identifier, []).append(label)
    return found


def _of_nodes(label: str, rows: Sequence[Row]) -> Iterator[Offence]:
    node = _NODES.get(label)
    if node is None:
        yield Offence(label, "no such label in the ontology. Declare it in graph/ontology.py, or correct the label.")
        return
    if node is REVISION_NODE:
        yield Offence(label, "the store writes this node itself when it publishes: leave it out.")
        return
    for position, row in enumerate(rows):
        identifier = row.get(ID.key)
        known = type(identifier) is str and identifier != ""
        where = f"{label} {identifier}" if known else f"{label} (row {position + 1})"
        for what in _of_row(row, node.properties):
            yield Offence(where, what, (str(identifier),) if known else ())


def _of_edges(shape: EdgeShape, rows: Sequence[EdgeRow], labels: dict[str, list[str]]) -> Iterator[Offence]:
    edge = _SHAPES.get(shape)
    if edge is None:
        tied = ", ".join(str(known) for known in _EDGES[shape.verb].shapes) if shape.verb in _EDGES else ""
        hint = f"the verb ties {tied}" if tied else "no such verb"
        yield Offence(str(shape), f"no such shape in the ontology ({hint}).")
        return
    for row in rows:
        where, ids = _named(shape, row), (row.source, row.target)
        for end, label, identifier in (("source", shape.source, row.source), ("target", shape.target, row.target)):
            there = labels.get(identifier, [])
            if label not in there:
                held = f"it is a node of {' and '.join(there)}" if there else "there is no such node"
                yield Offence(where, f"{end}: {_shown(identifier)} is no {label}; {held}.", ids)
        for what in _of_row(row.properties, edge.properties):
            yield Offence(where, what, ids)
        if edge.stated:
            for what in _of_evidence(row.properties.get("evidence"), labels):
                yield Offence(where, what, ids)


def _of_evidence(evidence: object, labels: dict[str, list[str]]) -> Iterator[str]:
    """What is wrong with the evidence of a stated edge, beyond its type."""
    if evidence == []:
        yield "evidence: empty, but what states law or practice must rest on evidence."
    elif isinstance(evidence, list):
        for identifier in evidence:
            if type(identifier) is str and identifier and EVIDENCE.label not in labels.get(identifier, []):
                yield f"evidence: {_shown(identifier)} is no {EVIDENCE.label}."


def _doubled(knowledge: Knowledge) -> Iterator[Offence]:
    """Edges of one type that stand between the same two nodes more than once: a store would keep one of them."""
    for shape, rows in knowledge.edges.items():
        for (source, target), times in Counter((row.source, row.target) for row in rows).items():
            if times > 1:
                yield Offence(
                    _named(shape, EdgeRow(source, target)),
                    f"stands {times} times between the same two nodes; only one would be kept.",
                    (source, target),
                )


def _unfounded(knowledge: Knowledge) -> Iterator[Offence]:
    """Nodes that state law or practice and rest on nothing."""
    founded = {
        (shape.source, row.source)
        for shape, rows in knowledge.edges.items()
        if shape.verb == RESTS_ON.verb
        for row in rows
    }
    for label, rows in knowledge.nodes.items():
        if label in _NODES and _NODES[label].stated:
            for row in rows:
                identifier = row.get(ID.key)
                if type(identifier) is str and identifier and (label, identifier) not in founded:
                    yield Offence(
                        f"{label} {identifier}",
                        f"rests on nothing: what states law or practice needs a {RESTS_ON.verb} edge to its evidence.",
                        (identifier,),
                    )


def _of_row(row: Row, declared: tuple[Property, ...]) -> Iterator[str]:
    """What is wrong with the properties of one node or edge. ``revision`` is not theirs: publication sets it."""
    expected = {p.key: p for p in declared if p is not REVISION}
    for key in row.keys() - expected.keys():
        why = "set when the graph is published: leave it out" if key == REVISION.key else "no such property"
        yield f"{key}: {why}."
    for key, declaration in expected.items():
        if key in row:
            yield from (f"{key}: {what}" for what in _of_value(row[key], declaration))
        else:
            yield f"{key}: missing; every property is given, null where it is not known."
    start, end = row.get("valid_from"), row.get("valid_to")
    if type(start) is date and type(end) is date and end <= start:
        yield f"valid_to: {end} is not after valid_from {start}, so it would never hold (valid_to is the first day after)."


def _of_value(value: object, declared: Property) -> Iterator[str]:
    """What is wrong with one value. Types are exact: a truth value is no number, a moment is no date."""
    if value is None:
        if declared.required:
            yield "required, but null."
    elif type(value) is not declared.python:
        yield f"{_shown(value)} is not {_A[declared.python]}."
    elif declared.words is not None:
        words = [term.value for term in declared.words]
        if value not in words:
            yield f"{_shown(value)} is none of the words {', '.join(words)}."
    elif isinstance(value, str):
        yield from _of_text(value)
    elif isinstance(value, list):
        for position, part in enumerate(value, start=1):
            if type(part) is not str:
                yield f"entry {position} is {_shown(part)}, but every entry is a text."
            else:
                yield from (f"entry {position} {what}" for what in _of_text(part))
    elif type(value) is int and value not in _STORED:
        yield f"{value} does not fit into 64 bits."


def _of_text(value: str) -> Iterator[str]:
    if not value.strip():
        yield "is empty; what is not known is null."
    elif not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        yield f"{_shown(value)} holds half a character (a lone surrogate) that no store can keep."


def _named(shape: EdgeShape, row: EdgeRow) -> str:
    return f"({row.source})-[:{shape.verb}]->({row.target})"


def _shown(value: object) -> str:
    """The value as it stands in the message: typed, and never long.

    >>> _shown(True), _shown("1"), _shown("x" * 100)
    ('True (bool)', "'1' (str)", "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (str)")
    """
    text = repr(value)
    return f"{text if len(text) <= 40 else text[:40] + '…'} ({type(value).__name__})"


_A = {str: "a text", int: "a number", bool: "a yes or no", date: "a date", list: "a list of texts"}
