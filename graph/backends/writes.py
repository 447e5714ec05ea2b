"""What a publication writes, and in which order; the same for every store."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from graph.knowledge import Knowledge
from graph.model import ID, REVISION, Row, Value, snake
from graph.ontology import ONTOLOGY, REVISION_NODE
from graph.render import shape_name
from graph.statements import Statement, statement

Written: TypeAlias = "dict[str, Value | Row]"

BATCH = 1_000
"""Rows sent with one statement: enough to make the round trips cheap, few enough to stay small in memory."""


def schema() -> Iterator[Statement]:
    """The statements that declare constraints and indexes, one by one; running them again changes nothing."""
    for name in ("schema/constraints", "schema/indexes"):
        file = statement(name)
        bare = "\n".join(line for line in file.text.splitlines() if not line.startswith("//"))
        for text in bare.split(";"):
            if text.strip():
                yield replace(file, text=text.strip())


def writes(knowledge: Knowledge, revision: str) -> Iterator[tuple[Statement, list[Written]]]:
    """Every write statement with rows for it: the nodes, then the edges between them, each marked with the revision."""
    mark: Row = {REVISION.key: revision}
    for label, rows in knowledge.nodes.items():
        yield from _batches(f"write/nodes/{snake(label)}", ({**row, **mark} for row in rows))
    yield from _batches(
        f"write/nodes/{snake(REVISION_NODE.label)}", iter([{**_revision_row(knowledge, revision), **mark}])
    )
    for shape, edges in knowledge.edges.items():
        yield from _batches(
            f"write/edges/{shape_name(shape)}",
            ({"source": e.source, "target": e.target, "properties": {**e.properties, **mark}} for e in edges),
        )


def sweeps(labels: Container[str], verbs: Container[str]) -> list[Statement]:
    """The statements that remove what another revision left under these labels and verbs, edges first."""
    return [
        *(statement(f"write/sweep/edges/{edge.verb.lower()}") for edge in ONTOLOGY.edges if edge.verb in verbs),
        *(statement(f"write/sweep/nodes/{snake(node.label)}") for node in ONTOLOGY.nodes if node.label in labels),
    ]


def _revision_row(knowledge: Knowledge, revision: str) -> Row:
    return {
        ID.key: revision,
        "checked_through": knowledge.checked_through,
        "nodes": knowledge.node_count,
        "edges": knowledge.edge_count,
    }


def _batches(name: str, rows: Iterator[Written]) -> Iterator[tuple[Statement, list[Written]]]:
    while batch := list(islice(rows, BATCH)):
        yield statement(name), batch
