"""A whole graph as a value: rows of nodes by label, rows of edges by shape, and the revision that names them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.model import EdgeShape, Row


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One edge: where it starts, where it ends, its own properties."""

    source: str
    target: str
    properties: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A graph ready to be published; ``checked_through`` is the day through which the law was checked.

    A row holds every property that the ontology declares, null where it is not known, but not ``revision``: a store sets
    that, and writes the Revision node, when it publishes.
    """

    nodes: Mapping[str, Sequence[Row]]
    edges: Mapping[EdgeShape, Sequence[EdgeRow]]
    checked_through: date

    @property
    def node_count(self) -> int:
        return sum(len(rows) for rows in self.nodes.values())

    @property
    def edge_count(self) -> int:
        return sum(len(rows) for rows in self.edges.values())

    @property
    def revision(self) -> str:
        """A name made of the content alone: the same facts give the same revision on every machine."""
        content = {
            "checked_through": self.checked_through,
            "nodes": {
                label: sorted(rows, key=lambda row: str(row["id"])) for label, rows in sorted(self.nodes.items())
            },
            "edges": {
                str(shape): sorted(([row.source, row.target, row.properties] for row in rows), key=lambda e: e[:2])
                for shape, rows in sorted(self.edges.items())
            },
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)
        return hashlib.sha256(text.encode()).hexdigest()[:16]
