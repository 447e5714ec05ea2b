"""What the Neo4j store promises beyond the contract: answers of one publication, errors in our words, no long silence."""

from __future__ import annotations

import logging
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from datetime import date
from typing import Protocol

import neo4j
import pytest
from neo4j import exceptions as raised

from graph.backends.neo4j import Neo4jStore, error_of
from graph.errors import (
    NothingPublished,
    StatementFailed,
    StatementTimedOut,
    StoreError,
    StoreRefused,
    StoreUnreachable,
    UsedWrongly,
)
from graph.knowledge import Knowledge
from graph.statements import Statement


class Server(Protocol):
    """As tests/conftest.py gives it."""

    address: str
    user: str | None
    password: str | None


SOURCES = Statement("test", "MATCH (s:Source) RETURN s.id AS id ORDER BY id", "", (), ())


def graph_of(*ids: str) -> Knowledge:
    rows = [{"id": i, "what_en": "A source", "place": "here", "url": None, "seen": None} for i in ids]
    return Knowledge({"Source": rows}, {}, date(2026, 11, 20))


@pytest.fixture
def store(neo4j_emptied: Server) -> Iterator[Neo4jStore]:
    opened = Neo4jStore(neo4j_emptied.address, neo4j_emptied.user, neo4j_emptied.password, timeout=4.0)
    yield opened
    opened.close()


# ---------------------------------------------------------------- one publication, one answer


@pytest.mark.docker
def test_a_read_waits_while_a_publication_is_being_committed(store: Neo4jStore, neo4j_driver: neo4j.Driver) -> None:
    store.publish(graph_of("a"))
    neo4j_driver.execute_query("MERGE (n:Publishing {id: 'commit'}) SET n.turn = 't', n.since = timestamp()")
    answers: list[object] = []
    reader = threading.Thread(target=lambda: answers.append(store.read(SOURCES, {})))

    reader.start()
    reader.join(0.7)
    waiting = list(answers)
    neo4j_driver.execute_query("MATCH (n:Publishing {id: 'commit'}) DELETE n")
    reader.join(10)

    assert waiting == []
    assert answers == [[{"id": "a"}]]


@pytest.mark.docker
def test_a_commit_that_never_ends_is_told_in_time(store: Neo4jStore, neo4j_driver: neo4j.Driver) -> None:
    store.publish(graph_of("a"))
    neo4j_driver.execute_query("MERGE (n:Publishing {id: 'commit'}) SET n.turn = 't', n.since = timestamp()")

    with pytest.raises(StatementTimedOut, match=r"did not end within 4 s|took longer than 4 s"):
        store.read(SOURCES, {})


@pytest.mark.docker
def test_the_mark_of_a_publisher_that_was_killed_holds_nobody_up_for_ever(
    store: Neo4jStore, neo4j_driver: neo4j.Driver
) -> None:
    store.publish(graph_of("a"))
    neo4j_driver.execute_query("MERGE (n:Publishing {id: 'commit'}) SET n.turn = 't', n.since = timestamp() - 10500")

    assert store.read(SOURCES, {}) == [{"id": "a"}]
    assert store.publish(graph_of("b")).fresh
    assert store.read(SOURCES, {}) == [{"id": "b"}]


@pytest.mark.docker
def test_an_answer_that_spans_a_publication_is_asked_again(
    store: Neo4jStore, neo4j_emptied: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.publish(graph_of("a"))
    other = Neo4jStore(neo4j_emptied.address, neo4j_emptied.user, neo4j_emptied.password)
    honest = store._rows
    asked = []

    def slow(*args: object) -> list[object]:
        rows = honest(*args)  # type: ignore[arg-type]
        asked.append(rows)
        if len(asked) == 2:  # the first that is compared
            other.publish(graph_of("b"))
        return rows

    monkeypatch.setattr(store, "_rows", slow)
    rows = store.read(SOURCES, {})
    other.close()

    assert asked == [[{"id": "a"}], [{"id": "a"}], [{"id": "b"}]]
    assert rows == [{"id": "b"}]


@pytest.mark.docker
def test_between_publications_a_read_is_one_statement(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.publish(graph_of("a"))
    store.read(SOURCES, {})
    run = neo4j.ManagedTransaction.run
    sent: list[str] = []
    monkeypatch.setattr(
        neo4j.ManagedTransaction, "run", lambda tx, text, *a, **k: (sent.append(text), run(tx, text, *a, **k))[1]
    )

    store.read(SOURCES, {})

    assert sent == [SOURCES.text]


@pytest.mark.docker
def test_what_others_do_to_the_database_is_noticed(store: Neo4jStore, neo4j_driver: neo4j.Driver) -> None:
    store.publish(graph_of("a"))
    assert store.read(SOURCES, {}) == [{"id": "a"}]

    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n")

    assert store.revision() is None
    with pytest.raises(NothingPublished):
        store.read(SOURCES, {})


@pytest.mark.docker
def test_nothing_but_the_graph_is_left_in_the_database(store: Neo4jStore, neo4j_driver: neo4j.Driver) -> None:
    store.publish(graph_of("a"))
    store.publish(graph_of("b"))

    records, _, _ = neo4j_driver.execute_query("MATCH (n) RETURN labels(n) AS labels ORDER BY labels")

    assert [record["labels"] for record in records] == [["Revision"], ["Source"]]


@pytest.mark.docker
def test_what_else_the_database_holds_is_left_alone(store: Neo4jStore, neo4j_driver: neo4j.Driver) -> None:
    neo4j_driver.execute_query("CREATE (:Film {revision: 'x'})-[:SHOWN_IN {revision: 'x'}]->(:Cinema)")

    store.publish(graph_of("a"))
    store.publish(graph_of("b"))

    records, _, _ = neo4j_driver.execute_query("MATCH (f:Film)-[s:SHOWN_IN]->(:Cinema) RETURN s.revision AS r")
    assert [record["r"] for record in records] == ["x"]


@pytest.mark.docker
@pytest.mark.parametrize("moment", ["_stale", "uuid4"])
def test_a_killed_publisher_leaves_the_served_graph_and_no_lock(
    store: Neo4jStore, neo4j_emptied: Server, moment: str
) -> None:
    store.publish(graph_of("a"))
    code = f"""
        import os, signal
        from datetime import date
        import graph.backends.neo4j as backend
        from graph.knowledge import Knowledge
        backend.{moment} = lambda *args: os.kill(os.getpid(), signal.SIGKILL)
        rows = [{{"id": "b", "what_en": "A source", "place": "here", "url": None, "seen": None}}]
        store = backend.Neo4jStore({neo4j_emptied.address!r}, {neo4j_emptied.user!r}, {neo4j_emptied.password!r})
        store.publish(Knowledge({{"Source": rows}}, {{}}, date(2026, 11, 20)))
    """

    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=120, check=False
    )

    assert result.returncode == -signal.SIGKILL, result.stderr
    assert store.read(SOURCES, {}) == [{"id": "a"}]
    assert store.publish(graph_of("b")).fresh
    assert store.read(SOURCES, {}) == [{"id": "b"}]


# ---------------------------------------------------------------- reaching a server


@pytest.mark.docker
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes_reach_the_server(neo4j_emptied: Server, scheme: str) -> None:
    address = f"{scheme}://{neo4j_emptied.address.partition('://')[2]}"
    store = Neo4jStore(address, neo4j_emptied.user, neo4j_emptied.password)

    store.publish(graph_of("a"))

    assert store.read(SOURCES, {}) == [{"id": "a"}]
    store.close()


@pytest.mark.docker
def test_a_database_can_be_named(neo4j_emptied: Server) -> None:
    there = Neo4jStore(neo4j_emptied.address, neo4j_emptied.user, neo4j_emptied.password, "neo4j")
    gone = Neo4jStore(neo4j_emptied.address, neo4j_emptied.user, neo4j_emptied.password, "no-such")

    assert there.revision() is None
    with pytest.raises(StoreRefused, match="no-such"):
        gone.revision()
    there.close()
    gone.close()


@pytest.mark.docker
def test_a_wrong_password_is_refused_and_never_shown(neo4j_server: Server) -> None:
    if neo4j_server.user is None:
        pytest.skip("this server asks for no password")
    store = Neo4jStore(neo4j_server.address, neo4j_server.user, "pa55word")

    with pytest.raises(StoreRefused, match="GUIKOU_NEO4J_USER and GUIKOU_NEO4J_PASSWORD") as caught:
        store.read(SOURCES, {})

    assert "pa55word" not in str(caught.value)
    store.close()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_a_port_that_stays_silent_is_given_up_within_seconds(scheme: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(16)
        store = Neo4jStore(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}", None, None)

        began = time.monotonic()
        with pytest.raises(StoreUnreachable, match="Nobody answers at"):
            store.read(SOURCES, {})
        took = time.monotonic() - began
        store.close()

    assert took < 12


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_closed_port_and_an_unknown_host_are_told(scheme: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    for place in (f"127.0.0.1:{port}", "no-such-host.invalid:7687"):
        store = Neo4jStore(f"{scheme}://{place}", None, None)
        with pytest.raises(StoreUnreachable, match=f"Nobody answers at {scheme}://{place}"):
            store.publish(graph_of("a"))
        store.close()


def test_retries_are_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    code = """
        from graph.backends.neo4j import Neo4jStore
        from graph.errors import StoreUnreachable
        store = Neo4jStore("bolt://127.0.0.1:1", None, None)
        try:
            store.revision()
        except StoreUnreachable:
            print("told")
    """

    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60, check=True
    )

    assert (result.stdout, result.stderr) == ("told\n", "")


def test_an_address_that_the_driver_refuses_is_a_wrong_argument() -> None:
    with pytest.raises(UsedWrongly, match="cannot be used"):
        Neo4jStore("ftp://localhost", None, None)


# ---------------------------------------------------------------- errors by code


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("Neo.ClientError.Security.Unauthorized", StoreRefused),
        ("Neo.ClientError.Security.Forbidden", StoreRefused),
        ("Neo.ClientError.Security.CredentialsExpired", StoreRefused),
        ("Neo.ClientError.Security.AuthenticationRateLimit", StoreRefused),
        ("Neo.ClientError.Database.DatabaseNotFound", StoreRefused),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreRefused),
        ("Neo.ClientError.Transaction.TransactionTimedOut", StatementTimedOut),
        ("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", StatementTimedOut),
        ("Neo.ClientError.Transaction.LockClientStopped", StatementTimedOut),
        ("Neo.TransientError.Transaction.LockAcquisitionTimeout", StatementTimedOut),
        ("Neo.TransientError.Transaction.DeadlockDetected", StoreUnreachable),
        ("Neo.TransientError.General.DatabaseUnavailable", StoreUnreachable),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", StoreUnreachable),
        ("Neo.ClientError.Cluster.NotALeader", StoreUnreachable),
        ("Neo.ClientError.Statement.SyntaxError", StatementFailed),
        ("Neo.ClientError.Statement.ParameterMissing", StatementFailed),
        ("Neo.ClientError.Statement.AccessMode", StatementFailed),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", StatementFailed),
        ("Neo.DatabaseError.Schema.ConstraintCreationFailed", StatementFailed),
        ("Neo.DatabaseError.General.UnknownError", StatementFailed),
        ("Neo.Something.New", StatementFailed),
        ("", StatementFailed),
    ],
)
def test_a_code_of_the_server_has_its_error(code: str, kind: type[StoreError]) -> None:
    assert error_of(code) is kind


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (raised.ServiceUnavailable("x"), StoreUnreachable),
        (raised.RoutingServiceUnavailable("x"), StoreUnreachable),
        (raised.SessionExpired("x"), StoreUnreachable),
        (raised.IncompleteCommit("x"), StoreUnreachable),
        (raised.ConnectionAcquisitionTimeoutError("x"), StoreUnreachable),
        (raised.ConfigurationError("x"), UsedWrongly),
        (raised.ResultFailedError(None, "x"), StatementFailed),
        (raised.DriverError("x"), StatementFailed),
        (ValueError("x"), StatementFailed),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__),
)
def test_what_the_driver_raises_itself_has_its_error(error: Exception, kind: type[Exception]) -> None:
    store = Neo4jStore("bolt://localhost:1", None, None)

    with pytest.raises(kind) as caught, store._failures("read/test", 1.0):
        raise error

    assert caught.value.__cause__ is error
    store.close()


class OutOfMemory(raised.TransientError):
    """As the server tells that its limit for transactions is reached."""

    code = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
    message = "The allocation of an extra 2.0 MiB would use more than the limit 358.4 MiB."


def test_a_server_with_too_little_memory_is_told_what_to_raise() -> None:
    store = Neo4jStore("bolt://localhost:1", None, None)

    with pytest.raises(StoreUnreachable) as caught, store._failures("publishing x"):
        raise OutOfMemory("x")

    assert "too little memory for publishing x" in str(caught.value)
    assert "Raise server.memory.heap.max_size" in str(caught.value)
    store.close()


@pytest.mark.docker
def test_notifications_of_unknown_labels_are_switched_off_at_the_server(
    store: Neo4jStore, caplog: pytest.LogCaptureFixture
) -> None:
    store.publish(graph_of("a"))

    with caplog.at_level(logging.DEBUG, logger="neo4j.notifications"):
        store.read(Statement("test", "MATCH (n:NeverSeen) RETURN n.never_seen AS x", "", (), ()), {})

    assert caplog.records == []
