"""py2neo as a second client: its Bolt and PackStream code is its own, so what both read is what the server holds.

Skipped without ``guikou[explore]``. py2neo is at its end of life upstream; this is the one place where that does not
matter, besides notebooks (graph/explore.py).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol

import pytest

pytest.importorskip("py2neo", reason="py2neo is not installed (pip install 'guikou[explore]')")
pytest.importorskip("pandas", reason="pandas is not installed (pip install 'guikou[explore]')")

import neo4j

from graph.errors import StoreUnreachable
from graph.explore import Explorer
from graph.knowledge import Knowledge
from graph.store import Store

pytestmark = pytest.mark.docker


class Server(Protocol):
    """As tests/conftest.py gives it."""

    address: str
    user: str | None
    password: str | None


@pytest.fixture
def explorer(neo4j_server: Server, neo4j_sample: Store) -> Iterator[Explorer]:
    with Explorer(neo4j_server.address, neo4j_server.user, neo4j_server.password) as opened:
        yield opened


def test_both_clients_read_the_same_nodes(explorer: Explorer, neo4j_driver: neo4j.Driver, sample: Knowledge) -> None:
    records, _, _ = neo4j_driver.execute_query("MATCH (n) RETURN n")
    official = sorted(((sorted(n.labels), plain(dict(n))) for n in (record["n"] for record in records)), key=repr)

    found = explorer.subgraph("MATCH (n) RETURN n")

    assert found is not None
    second = sorted(((sorted(node.labels), dict(node)) for node in found.nodes), key=repr)
    assert [(labels, typed(row)) for labels, row in second] == [(labels, typed(row)) for labels, row in official]
    assert len(second) == sample.node_count + 1


def test_both_clients_read_the_same_edges(explorer: Explorer, neo4j_driver: neo4j.Driver, sample: Knowledge) -> None:
    query = "MATCH (s)-[e]->(t) RETURN s.id AS source, type(e) AS verb, t.id AS target, e, properties(e) AS properties"
    records, _, _ = neo4j_driver.execute_query(query)
    official = sorted(((r["source"], r["verb"], r["target"], typed(plain(r["properties"]))) for r in records), key=repr)

    frame = explorer.frame(query)

    second = sorted(
        ((row.source, row.verb, row.target, typed(row.properties)) for row in frame.itertuples(index=False)), key=repr
    )
    assert second == official
    assert len(second) == sample.edge_count


def test_both_clients_read_what_was_published(explorer: Explorer, sample: Knowledge) -> None:
    second = {str(node["id"]): typed(dict(node)) for label in sample.nodes for node in explorer.nodes(label)}

    published = {
        str(row["id"]): typed({**{k: v for k, v in row.items() if v is not None}, "revision": sample.revision})
        for rows in sample.nodes.values()
        for row in rows
    }
    assert second == published


# ---------------------------------------------------------------- the notebook helper itself


def test_a_frame_has_its_columns_in_order_and_its_dates_as_dates(explorer: Explorer) -> None:
    frame = explorer.frame(
        "MATCH (g:Regulation) WHERE g.valid_from >= $on RETURN g.id AS id, g.valid_from AS valid_from, g.aliases AS aliases, "
        "g.number AS number ORDER BY id",
        on=date(2023, 1, 1),
    )

    assert list(frame.columns) == ["id", "valid_from", "aliases", "number"]
    assert frame.to_numpy().tolist() == [["cn.genai-2023", date(2023, 8, 15), [], None]]


def test_an_empty_frame_keeps_its_columns(explorer: Explorer) -> None:
    frame = explorer.frame("MATCH (g:Regulation) WHERE g.id = 'none' RETURN g.id AS id, g.kind AS kind")

    assert list(frame.columns) == ["id", "kind"]
    assert len(frame) == 0


def test_nodes_are_found_by_label_and_properties(explorer: Explorer) -> None:
    found = explorer.nodes("Regulation", kind="departmental-rule")

    assert [(node["id"], node["valid_from"]) for node in found] == [
        ("cn.algo-2021", date(2022, 3, 1)),
        ("cn.genai-2023", date(2023, 8, 15)),
    ]
    assert [node["id"] for node in explorer.nodes("Regulation", limit=1)] == ["cn.algo-2021"]


def test_a_subgraph_ties_nodes_and_edges(explorer: Explorer) -> None:
    found = explorer.subgraph(
        "MATCH (p:Procedure)-[e:TAKES]->(r:Route) WHERE p.kind = $kind RETURN p, e, r", kind="filing"
    )

    assert found is not None
    assert sorted(str(node["id"]) for node in found.nodes) == [
        "cn.proc.algorithm-filing",
        "cn.route.algorithm-filing.cac",
    ]
    assert [type(edge["valid_to"]) for edge in found.relationships] == [date]


@pytest.mark.parametrize("ask", ["frame", "subgraph"])
def test_exploring_never_writes(explorer: Explorer, ask: str) -> None:
    import py2neo

    with pytest.raises(py2neo.ClientError, match="Writing in read access mode not allowed"):
        getattr(explorer, ask)("CREATE (n:Spoilt) RETURN n")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # py2neo leaves its socket open
def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(StoreUnreachable, match=r"bolt://127\.0\.0\.1:1 does not answer as a Neo4j server"):
        Explorer("bolt://127.0.0.1:1")
    gc.collect()


# ---------------------------------------------------------------- comparing


def plain(value: Any) -> Any:
    """A value of the official driver, its dates as dates of Python."""
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value.to_native() if hasattr(value, "to_native") else value


def typed(row: dict[str, Any]) -> list[tuple[str, str, Any]]:
    """The properties by name, each with its type."""
    return sorted((key, type(value).__name__, value) for key, value in row.items())
