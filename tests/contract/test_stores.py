"""What both stores promise, tested on each: the same graph in, the same rows out, one revision at a time."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.backends import open_store
from graph.backends.embedded import EmbeddedStore
from graph.errors import (
    NothingPublished,
    StatementFailed,
    StatementTimedOut,
    StoreUnreachable,
    TooManyRows,
    UsedWrongly,
)
from graph.knowledge import EdgeRow, Knowledge
from graph.model import EdgeShape, Row
from graph.ontology import ONTOLOGY
from graph.statements import Statement
from graph.store import Published, Store

FROM = EdgeShape("Evidence", "FROM", "Source")
ABOUT_A_DAY = date(2026, 11, 20)


def asking(text: str) -> Statement:
    """A statement of the test's own."""
    return Statement("test", text, "", (), ())


SOURCES = asking("MATCH (s:Source) RETURN s.id AS id, s.what_en AS what ORDER BY id")
ENDLESS = asking(
    "UNWIND range(1, 3000) AS x UNWIND range(1, 3000) AS y UNWIND range(1, 300) AS z WITH x, y, z WHERE x + y + z > 0 "
    "RETURN count(*) AS n"
)


def source(identifier: str, what: str = "A source") -> Row:
    return {"id": identifier, "what_en": what, "place": "here", "url": None, "seen": None}


def evidence(identifier: str) -> Row:
    return {
        "id": identifier, "locator": None, "terms": [], "fingerprint": None, "confidence": "primary",
        "checked": ABOUT_A_DAY, "note_en": None,
    }  # fmt: skip


def small(*sources: Row) -> Knowledge:
    """A graph of these sources, each with a piece of evidence from it."""
    return Knowledge(
        {"Source": sources, "Evidence": [evidence(f"ev.{row['id']}") for row in sources]},
        {FROM: [EdgeRow(f"ev.{row['id']}", str(row["id"])) for row in sources]},
        ABOUT_A_DAY,
    )


# ---------------------------------------------------------------- an empty store


def test_an_empty_store_says_so_and_what_to_do(store: Store) -> None:
    assert store.revision() is None
    with pytest.raises(NothingPublished, match="guikou ingest --store"):
        store.read(SOURCES, {})


def test_an_address_is_told_as_it_was_written(store: Store, opened_again: Callable[[Store], Store]) -> None:
    assert opened_again(store).address == store.address


# ---------------------------------------------------------------- publishing


def test_what_was_published_is_served(store: Store) -> None:
    graph = small(source("src.a", "甲"), source("src.b", "乙"))

    published = store.publish(graph)

    assert published == Published(graph.revision, fresh=True, nodes=4, edges=2)
    assert store.revision() == graph.revision
    assert store.read(SOURCES, {}) == [{"id": "src.a", "what": "甲"}, {"id": "src.b", "what": "乙"}]


def test_the_same_revision_is_not_written_twice(store: Store) -> None:
    graph = small(source("src.a"))
    store.publish(graph)

    again = store.publish(copy.deepcopy(graph))

    assert again == Published(graph.revision, fresh=False, nodes=2, edges=1)
    assert store.revision() == graph.revision


def test_there_is_one_revision_node_with_its_numbers(store: Store) -> None:
    store.publish(small(source("src.a")))
    graph = small(source("src.a"), source("src.b"))

    store.publish(graph)

    rows = store.read(
        asking("MATCH (r:Revision) RETURN r.id AS id, r.checked_through AS day, r.nodes AS nodes, r.edges AS edges"), {}
    )
    assert rows == [{"id": graph.revision, "day": ABOUT_A_DAY, "nodes": 4, "edges": 2}]


def test_what_the_new_revision_does_not_hold_is_gone(store: Store) -> None:
    first = small({**source("src.a"), "url": "https://a"}, source("src.b"), source("src.c"))
    second = replace(small(source("src.a"), source("src.b")), edges={FROM: [EdgeRow("ev.src.b", "src.b")]})
    store.publish(first)

    store.publish(second)

    assert [row["id"] for row in store.read(SOURCES, {})] == ["src.a", "src.b"]
    assert store.read(asking("MATCH (s:Source) WHERE s.url IS NOT NULL RETURN s.id AS id"), {}) == []
    assert store.read(asking("MATCH (e:Evidence)-[:FROM]->(s:Source) RETURN e.id AS e, s.id AS s"), {}) == [
        {"e": "ev.src.b", "s": "src.b"}
    ]


def test_an_earlier_graph_can_be_published_again(store: Store) -> None:
    first, second = small(source("src.a")), small(source("src.b"))
    store.publish(first)
    store.publish(second)

    back = store.publish(first)

    assert back.fresh
    assert [row["id"] for row in store.read(SOURCES, {})] == ["src.a"]


def test_an_unsound_graph_is_refused_and_the_served_one_stays(store: Store) -> None:
    graph = small(source("src.a"))
    store.publish(graph)

    with pytest.raises(UsedWrongly, match=r"Source src\.b: place: required, but null"):
        store.publish(small({**source("src.b"), "place": None}))

    assert store.revision() == graph.revision
    assert [row["id"] for row in store.read(SOURCES, {})] == ["src.a"]


def test_another_store_at_the_same_address_sees_what_was_published(
    store: Store, opened_again: Callable[[Store], Store]
) -> None:
    other = opened_again(store)
    assert other.revision() is None
    graph = small(source("src.a"))

    store.publish(graph)

    assert other.revision() == graph.revision
    assert other.read(SOURCES, {}) == [{"id": "src.a", "what": "A source"}]


def test_two_who_publish_at_once_both_succeed_and_one_graph_is_served_whole(
    store: Store, opened_again: Callable[[Store], Store]
) -> None:
    graphs = [small(*(source(f"src.{name}.{i}", name) for i in range(40))) for name in ("a", "b")]
    published: list[Published] = []
    threads = [
        threading.Thread(target=lambda place, graph: published.append(place.publish(graph)), args=pair)
        for pair in zip((store, opened_again(store)), graphs, strict=True)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(p.revision for p in published) == sorted(graph.revision for graph in graphs)
    served = next(graph for graph in graphs if graph.revision == store.revision())
    assert [row["id"] for row in store.read(SOURCES, {})] == sorted(str(row["id"]) for row in served.nodes["Source"])


def test_readers_never_see_half_a_graph_and_no_read_fails(store: Store, opened_again: Callable[[Store], Store]) -> None:
    graphs = [small(*(source(f"src.{i}", word) for i in range(800))) for word in ("甲", "乙")]
    counting = asking(
        "MATCH (s:Source) RETURN s.what_en AS what, count(s) AS n, collect(DISTINCT s.revision) AS revisions"
    )
    whole = [
        [{"what": word, "n": 800, "revisions": [graph.revision]}] for word, graph in zip("甲乙", graphs, strict=True)
    ]
    store.publish(graphs[0])
    wrong: list[object] = []
    seen: list[int] = []
    done = threading.Event()

    def reading(place: Store) -> None:
        while not done.is_set():
            try:
                rows = place.read(counting, {})
            except Exception as error:
                wrong.append(error)
                raise
            if rows in whole:
                seen.append(whole.index(rows))
            else:
                wrong.append(rows)
            done.wait(0.001)

    readers = [threading.Thread(target=reading, args=(place,)) for place in (store, store, opened_again(store))]
    for reader in readers:
        reader.start()
    for turn in range(1, 5):
        store.publish(graphs[turn % 2])
    done.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert set(seen) == {0, 1}


# ---------------------------------------------------------------- values


@pytest.mark.parametrize("label", [node.label for node in ONTOLOGY.nodes if node.label != "Revision"])
def test_every_property_of_every_node_comes_back_with_its_type(
    sample_store: Store, sample: Knowledge, label: str
) -> None:
    keys = [p.key for p in ONTOLOGY.node(label).properties]
    columns = ", ".join(f"n.{key} AS {key}" for key in keys)

    rows = sample_store.read(asking(f"MATCH (n:{label}) RETURN {columns} ORDER BY id"), {})

    expected: list[Row] = [{**row, "revision": sample.revision} for row in sample.nodes[label]]
    assert [typed(row) for row in rows] == sorted((typed(row) for row in expected), key=lambda row: row["id"])


@pytest.mark.parametrize("shape", [shape for edge in ONTOLOGY.edges for shape in edge.shapes], ids=str)
def test_every_property_of_every_edge_comes_back_with_its_type(
    sample_store: Store, sample: Knowledge, shape: EdgeShape
) -> None:
    keys = [p.key for p in ONTOLOGY.edge(shape.verb).properties]
    columns = ", ".join(f"e.{key} AS {key}" for key in keys)

    rows = sample_store.read(
        asking(
            f"MATCH (s:{shape.source})-[e:{shape.verb}]->(t:{shape.target}) "
            f"RETURN s.id AS source, t.id AS target, {columns} ORDER BY source, target"
        ),
        {},
    )

    expected: list[Row] = [
        {"source": e.source, "target": e.target, **e.properties, "revision": sample.revision}
        for e in sample.edges[shape]
    ]
    assert [typed(row) for row in rows] == sorted(
        (typed(row) for row in expected), key=lambda row: (row["source"], row["target"])
    )


def typed(row: Row) -> dict[str, tuple[str, object]]:
    """The row with the type of each value: 1, 1.0 and True are equal in Python, but not the same answer."""
    return {key: (type(value).__name__, value) for key, value in row.items()}


AWKWARD = [
    "'); MATCH (n) DETACH DELETE n //", 'a "quote" and a \\ backslash', "两行\n第二行\t制表", "𠮷野家 𝕏 🀄", "e\u0301 \u202e rtl",
    "零\x00点", "{id: 1}", "$rows", "x" * 20_000, " leading and trailing ", "2022-03-01", "true", "null", "1",
]  # fmt: skip


def test_texts_come_back_character_for_character(store: Store) -> None:
    graph = small(*(source(f"src.{i:02}", text) for i, text in enumerate(AWKWARD)))

    store.publish(graph)

    assert [row["what"] for row in store.read(SOURCES, {})] == AWKWARD
    found = store.read(asking("MATCH (s:Source) WHERE s.what_en IN $texts RETURN count(s) AS n"), {"texts": AWKWARD})
    assert found == [{"n": len(AWKWARD)}]


def test_dates_are_dates_in_lists_and_maps_too(sample_store: Store) -> None:
    statement = asking(
        "MATCH (g:Regulation) WHERE g.valid_from >= $on WITH g ORDER BY g.id "
        "RETURN collect(g.valid_from) AS days, collect({id: g.id, day: g.valid_from, none: g.number}) AS maps, $on AS on, 1 AS n"
    )

    rows = sample_store.read(statement, {"on": date(2023, 8, 15)})

    assert rows == [
        {
            "days": [date(2023, 8, 15)],
            "maps": [{"id": "cn.genai-2023", "day": date(2023, 8, 15), "none": None}],
            "on": date(2023, 8, 15),
            "n": 1,
        }
    ]
    assert list(rows[0]) == ["days", "maps", "on", "n"]
    assert type(rows[0]["on"]) is date


def test_parameters_may_be_tuples_nulls_and_truth_values(sample_store: Store) -> None:
    statement = asking(
        "MATCH (o:Obligation) WHERE o.id IN $ids AND o.binding = $binding AND ($on IS NULL OR o.valid_from > $on) "
        "RETURN o.id AS id ORDER BY id LIMIT $limit"
    )

    rows = sample_store.read(
        statement, {"ids": ("cn.ob.algo-2021.file", "cn.nothing"), "binding": True, "on": None, "limit": 5}
    )

    assert rows == [{"id": "cn.ob.algo-2021.file"}]


def test_a_label_without_nodes_gives_no_rows_and_no_noise(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    store.publish(small(source("src.a")))

    rows = store.read(asking("MATCH (r:Route)-[:LEADS_TO]->(a:Authority) RETURN r.place_en AS place, a.id AS a"), {})

    assert rows == []
    assert capfd.readouterr() == ("", "")


# ---------------------------------------------------------------- limits


def test_a_statement_that_takes_too_long_is_stopped(strict_store: Store) -> None:
    with pytest.raises(
        StatementTimedOut, match=r"^test took longer than 1 s and was stopped\. Ask for less at once\.$"
    ):
        strict_store.read(ENDLESS, {})


def test_an_answer_larger_than_allowed_is_refused_and_one_of_exactly_that_size_is_not(strict_store: Store) -> None:
    statement = asking("UNWIND range(1, $n) AS x RETURN x ORDER BY x")

    assert strict_store.read(statement, {"n": 3}) == [{"x": 1}, {"x": 2}, {"x": 3}]
    with pytest.raises(TooManyRows, match=r"^test gives more than the 3 rows allowed, so none is given\."):
        strict_store.read(statement, {"n": 4})


# ---------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (s:Source {id: 'src.new'}) RETURN s.id AS id",
        "MATCH (s:Source) SET s.what_en = 'x'",
        "MATCH (s:Source) DETACH DELETE s",
        "MERGE (s:Source {id: 'src.new'}) RETURN s.id AS id",
        "CREATE INDEX spoilt FOR (s:Source) ON (s.what_en)",
    ],
)
def test_reading_never_writes(sample_store: Store, text: str) -> None:
    before = sample_store.read(SOURCES, {})

    with pytest.raises(StatementFailed, match="test"):
        sample_store.read(asking(text), {})

    assert sample_store.read(SOURCES, {}) == before


@pytest.mark.parametrize(
    "text", ["MATCH (s:Source RETURN s", "", "MATCH (s:Source) WHERE s.id = $id RETURN s.id AS id", "RETURN 1 / 0 AS x"]
)
def test_a_statement_that_cannot_be_run_is_a_defect_of_ours(sample_store: Store, text: str) -> None:
    with pytest.raises(StatementFailed, match="a defect of Guikou") as caught:
        sample_store.read(asking(text), {})

    assert caught.value.__cause__ is not None


def test_a_parameter_of_a_strange_type_is_a_defect_of_ours(sample_store: Store) -> None:
    with pytest.raises(StatementFailed, match="a defect of Guikou"):
        sample_store.read(asking("RETURN $x AS x"), {"x": object()})  # type: ignore[dict-item]


def test_a_number_beyond_64_bits_is_a_wrong_argument(sample_store: Store) -> None:
    with pytest.raises(UsedWrongly, match="does not fit into 64 bits"):
        sample_store.read(asking("RETURN $x AS x"), {"x": 2**63})


def test_a_closed_store_does_not_answer(store: Store) -> None:
    store.publish(small(source("src.a")))

    store.close()
    store.close()

    with pytest.raises(StoreUnreachable, match="was closed"):
        store.read(SOURCES, {})


# ---------------------------------------------------------------- given


@pytest.fixture
def opened_again(request: pytest.FixtureRequest) -> Iterator[Callable[[Store], Store]]:
    """Opens a second store at the address of the first."""
    opened: list[Store] = []

    def again(store: Store) -> Store:
        auth = (None, None)
        if not store.address.startswith("embedded:"):
            server = request.getfixturevalue("neo4j_server")
            auth = (server.user, server.password)
        opened.append(open_store(store.address, user=auth[0], password=auth[1]))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def strict_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, with something in it, that allows one second and three rows."""
    opened: Store
    if request.param == "embedded":
        opened = EmbeddedStore(tmp_path, timeout=1.0, row_limit=3)
    else:
        from graph.backends.neo4j import Neo4jStore

        server = request.getfixturevalue("neo4j_emptied")
        opened = Neo4jStore(server.address, server.user, server.password, timeout=1.0, row_limit=3)
    opened.publish(small(source("src.a")))
    yield opened
    opened.close()
