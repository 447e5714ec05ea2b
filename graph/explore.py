"""A look into a Neo4j store from a notebook: tables, nodes and subgraphs, read-only.

For exploring only; ``pip install 'guikou[explore]'`` brings py2neo and pandas. By its own page py2neo is at its end of
life and gets no more updates (its last release, 2021.2.4, speaks Bolt 4.3, which Neo4j 5.26 still answers), so nothing
else in Guikou rests on it: production goes through ``graph.backends.neo4j`` and the official driver.

    with Explorer("bolt://localhost:7687", "neo4j", password) as explorer:
        explorer.frame("MATCH (o:Obligation) WHERE o.kind = $kind RETURN o.id AS id, o.gist_en AS gist", kind="filing")
        explorer.nodes("Regulation", status="in-force")
        explorer.subgraph("MATCH (r:Route)-[e:LEADS_TO]->(a:Authority) RETURN r, e, a")
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from graph.errors import StoreUnreachable, UsedWrongly

if TYPE_CHECKING:
    import pandas
    import py2neo


class Explorer:
    """A read-only view of the graph. The server refuses to write for it, whatever is asked; dates are ``date``."""

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        try:
            import py2neo
        except ImportError as error:
            raise UsedWrongly("py2neo is not installed. Run `pip install 'guikou[explore]'`.") from error
        try:
            self._graph = py2neo.Graph(address, auth=None if user is None else (user, password))
        except py2neo.ConnectionUnavailable as error:  # py2neo does not tell a refused password from a closed port
            raise StoreUnreachable(
                f"{address} does not answer as a Neo4j server, or refuses user or password. Check all three."
            ) from error

    def frame(self, query: str, **parameters: Any) -> pandas.DataFrame:
        """The rows of a query as a table, its columns in order, also when there are none."""
        import pandas

        cursor = self._run(query, parameters)
        return pandas.DataFrame([[_plain(value) for value in record] for record in cursor], columns=list(cursor.keys()))

    def nodes(self, label: str, *, limit: int = 100, **properties: Any) -> list[py2neo.Node]:
        """The first nodes of a label with these properties, by identifier."""
        import py2neo

        found = py2neo.NodeMatcher(self).match(label, **properties).order_by("_.id").limit(limit)
        return [_dated(node) for node in found]

    def subgraph(self, query: str, **parameters: Any) -> py2neo.Subgraph | None:
        """All nodes and edges that a query returns, tied together; None when it returns none."""
        found = self._run(query, parameters).to_subgraph()
        for part in () if found is None else (*found.nodes, *found.relationships):
            _dated(part)
        return found

    def close(self) -> None:
        self._graph.service.connector.close()

    def __enter__(self) -> Explorer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> py2neo.Cursor:
        """What a matcher of py2neo asks of a graph; by this one, too, nothing is written."""
        return self._run(query, parameters or {})

    def evaluate(self, query: str, parameters: dict[str, Any] | None = None) -> Any:
        return self.run(query, parameters).evaluate()

    def _run(self, query: str, parameters: dict[str, Any]) -> py2neo.Cursor:
        return self._graph.auto(readonly=True).run(query, parameters)


def _dated(entity: Any) -> Any:
    """A node or edge whose dates are dates of Python."""
    for key, value in dict(entity).items():
        entity[key] = _plain(value)
    return entity


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if type(value).__name__ == "Date":  # of interchange, a part of py2neo without types
        return date(value.year, value.month, value.day)
    return value
