"""The server store: a Neo4j database, one server or a cluster, through the official driver.

A publication is one transaction, but Neo4j isolates no better than read-committed: a statement that runs while a
transaction is being committed can see one half of it (2 of 1,254 reads, measured on 5.26.30). So every publication is a
turn with a name of its own, it tells when it is being committed, and a reader compares:

    publisher   … writes, new turn … | mark | commit | mark taken away
    reader      turn, statement, turn: twice the same, and no mark → the answer; else again

Between publications that costs nothing: the bookmark that ends every transaction tells whether any other was committed
since the turn was last looked at. A publisher that is killed between mark and commit holds readers up until its mark is
``_STUCK_MS`` old.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar, cast
from uuid import uuid4

import neo4j
from neo4j import exceptions as raised
from neo4j.time import Date, DateTime

from graph.backends.messages import closed, number_too_large, timed_out, too_many_rows
from graph.backends.writes import schema, sweeps, writes
from graph.errors import (
    GuikouError,
    NothingPublished,
    StatementFailed,
    StatementTimedOut,
    StoreError,
    StoreRefused,
    StoreUnreachable,
    TooManyRows,
    UsedWrongly,
)
from graph.knowledge import Knowledge
from graph.model import Row
from graph.statements import Statement, statement
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Parameters, Published
from graph.validate import refuse_unsound

_T = TypeVar("_T")
_Work: TypeAlias = Callable[[neo4j.ManagedTransaction], _T]
_State: TypeAlias = frozenset[str]

_CONNECT_SECONDS = 2.0
_ACQUIRE_SECONDS = 3.0
_RETRY_READ_SECONDS = 2.0
_RETRY_WRITE_SECONDS = 30.0
_WRITE_SECONDS = 300.0
_STUCK_MS = 10_000
_LOOK_AGAIN_SECONDS = 0.01


class Neo4jStore:
    """A graph in a Neo4j database. User and password come as arguments only; without a user, none are sent."""

    def __init__(
        self,
        address: str,
        user: str | None,
        password: str | None,
        database: str | None = None,
        *,
        timeout: float = TIMEOUT_SECONDS,
        row_limit: int = ROW_LIMIT,
    ) -> None:
        self._address = address
        self._database = database
        self._timeout = timeout
        self._row_limit = row_limit
        self._quiet: _State | None = None
        self._closed = False
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else Python prints its retries to stderr
        with self._failures("connecting"):
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=None if user is None else (user, password or ""),
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_ACQUIRE_SECONDS,
                notifications_min_severity="WARNING",
                notifications_disabled_classifications=["UNRECOGNIZED"],
                telemetry_disabled=True,
                user_agent="guikou",
            )

    @property
    def address(self) -> str:
        return self._address

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        rows, state = self._ask(statement, lambda tx: self._rows(tx, statement, parameters))
        if state == self._quiet:
            return rows
        until = time.monotonic() + self._timeout
        rows, later = self._ask(statement, lambda tx: self._rows_of_one_turn(tx, statement, parameters, until))
        if later == state:  # Nothing was committed before, while or after the turn was looked at.
            self._quiet = state
        return rows

    def revision(self) -> str | None:
        def work(tx: neo4j.ManagedTransaction) -> str | None:
            served = tx.run(_text(_SERVED)).single()
            return None if served is None else cast("str | None", served["revision"])

        return self._ask(statement(_SERVED), work)[0]

    def publish(self, knowledge: Knowledge) -> Published:
        refuse_unsound(knowledge)
        revision = knowledge.revision
        fresh = self.revision() != revision
        if fresh:
            with self._failures(f"publishing revision {revision}", _WRITE_SECONDS):
                self._declare_schema()
                fresh = self._replace(knowledge, revision)
                self._plan_anew()
        return Published(revision, fresh, knowledge.node_count, knowledge.edge_count)

    def close(self) -> None:
        self._closed = True
        self._driver.close()

    # ------------------------------------------------------------ reading

    def _ask(self, statement: Statement, work: _Work[_T]) -> tuple[_T, _State]:
        """What the work gives, and the state of the database at its end."""
        timed = neo4j.unit_of_work(timeout=self._timeout)(work)
        with self._failures(statement.name, self._timeout), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(timed), session.last_bookmarks().raw_values

    def _rows_of_one_turn(
        self, tx: neo4j.ManagedTransaction, statement: Statement, parameters: Parameters, until: float
    ) -> list[Row]:
        turn = self._settled_turn(tx, until)
        while True:
            rows = self._rows(tx, statement, parameters)
            now = self._settled_turn(tx, until)
            if now == turn:
                return rows
            turn = now

    def _rows(self, tx: neo4j.ManagedTransaction, statement: Statement, parameters: Parameters) -> list[Row]:
        try:
            result = tx.run(statement.text, dict(parameters))
            records = result.fetch(self._row_limit + 1)
        except OverflowError as error:
            raise UsedWrongly(number_too_large(statement.name)) from error
        if len(records) > self._row_limit:
            raise TooManyRows(too_many_rows(statement.name, self._row_limit))
        return [dict(zip(result.keys(), map(_plain, record), strict=True)) for record in records]

    def _settled_turn(self, tx: neo4j.ManagedTransaction, until: float) -> str | None:
        """The turn of the last publication, as soon as none is being committed."""
        while True:
            served = tx.run(_text(_SERVED)).single()
            if served is None:
                raise NothingPublished(self.address)
            if served["committing"] is None or served["committing"] > _STUCK_MS:
                return cast("str | None", served["turn"])
            if time.monotonic() > until:
                raise StatementTimedOut(
                    f"A publication to {self.address} did not end within {self._timeout:g} s. Ask again in a while."
                )
            time.sleep(_LOOK_AGAIN_SECONDS)

    # ------------------------------------------------------------ publishing

    def _declare_schema(self) -> None:
        """In a transaction of its own: Neo4j does not mix schema and rows in one."""
        texts = [_text("neo4j/publishing_is_unique"), *(part.text for part in schema())]

        def work(tx: neo4j.ManagedTransaction) -> None:
            for text in texts:
                tx.run(text).consume()

        self._writing(work)

    def _replace(self, knowledge: Knowledge, revision: str) -> bool:
        """Put this graph in the place of what was there; False when another run has just published the same."""
        marked: str | None = None

        def work(tx: neo4j.ManagedTransaction) -> bool:
            nonlocal marked
            tx.run(_text("neo4j/lock")).consume()
            served = tx.run(_text(_SERVED)).single()
            fresh = served is None or served["revision"] != revision
            turn = uuid4().hex
            if fresh:
                for part, rows in writes(knowledge, revision):
                    tx.run(part.text, rows=rows).consume()
                for part in _stale(tx, revision):
                    tx.run(part.text, revision=revision).consume()
                tx.run(_text("neo4j/mark_turn"), revision=revision, turn=turn).consume()
            tx.run(_text("neo4j/unlock")).consume()
            if fresh:
                marked = turn
                self._writing(lambda other: other.run(_text("neo4j/begin_commit"), turn=turn).consume())
                self.revision()  # It waits until the mark is in the bookmark of every transaction that ends from now on.
            return fresh

        try:
            return self._writing(work)
        finally:
            if marked is not None:
                self._writing(lambda tx: tx.run(_text("neo4j/end_commit"), turn=marked).consume())

    def _plan_anew(self) -> None:
        """Plans made while the data were few are kept and scan where an index serves, hundreds of times slower."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            session.run(_text("neo4j/prepare_for_replanning")).consume()
            session.run(_text("neo4j/clear_query_caches")).consume()

    def _writing(self, work: _Work[_T]) -> _T:
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(neo4j.unit_of_work(timeout=_WRITE_SECONDS)(work))

    # ------------------------------------------------------------ connection and errors

    def _session(self, mode: str) -> neo4j.Session:
        reads = mode == neo4j.READ_ACCESS
        return self._driver.session(
            database=self._database,
            default_access_mode=mode,
            bookmark_manager=self._bookmarks,
            max_transaction_retry_time=_RETRY_READ_SECONDS if reads else _RETRY_WRITE_SECONDS,
        )

    @contextmanager
    def _failures(self, doing: str, seconds: float = 0.0) -> Iterator[None]:
        """Tell what the driver raises in the terms of ``graph.errors``."""
        try:
            yield
        except (raised.Neo4jError, raised.DriverError, ValueError, TypeError) as error:
            raise self._told(error, doing, seconds) from error

    def _told(self, error: Exception, doing: str, seconds: float) -> GuikouError:
        says = (getattr(error, "message", None) or str(error)).strip().rpartition("\n")[2]
        if self._closed:
            return StoreUnreachable(closed(self.address))
        if isinstance(error, raised.IncompleteCommit):
            return StoreUnreachable(
                f"{self.address} went away while {doing} was being committed, so whether it is there is not known. "
                "Run the command again: what is there already is not written twice."
            )
        if isinstance(error, (raised.ServiceUnavailable, raised.SessionExpired, raised.ConnectionPoolError)):
            return StoreUnreachable(
                f"Nobody answers at {self.address} as a Neo4j server ({says}). Check that it runs, that the address "
                "has the port of Bolt (7687 unless set otherwise) and the right scheme (+s for an encrypted one)."
            )
        if isinstance(error, raised.ConfigurationError):
            return UsedWrongly(f"{self.address} cannot be used: {says}")
        code = getattr(error, "code", None) or ""
        kind = error_of(code)
        if kind is StatementTimedOut:
            return StatementTimedOut(timed_out(doing, seconds))
        saying = _OF_MEMORY if "OutOfMemory" in code else _SAYING[kind]
        return kind(saying.format(address=self.address, doing=doing, says=says))


def error_of(code: str) -> type[StoreError]:
    """The error of Guikou for a code of the server. The server's GQL status is no guide: nearly always 50N42."""
    return next((kind for start, kind in _BY_CODE if code.startswith(start)), StatementFailed)


# The first that fits. What the driver retries (transient) comes here only after it gave up.
_BY_CODE: tuple[tuple[str, type[StoreError]], ...] = (
    ("Neo.ClientError.Security.", StoreRefused),
    ("Neo.ClientError.Database.", StoreRefused),
    ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreRefused),
    ("Neo.ClientError.Transaction.TransactionTimedOut", StatementTimedOut),
    ("Neo.ClientError.Transaction.LockClientStopped", StatementTimedOut),
    ("Neo.TransientError.Transaction.LockClientStopped", StatementTimedOut),
    ("Neo.TransientError.Transaction.LockAcquisitionTimeout", StatementTimedOut),
    ("Neo.TransientError.", StoreUnreachable),
    ("Neo.ClientError.Cluster.", StoreUnreachable),
    ("Neo.ClientError.", StatementFailed),
    ("Neo.DatabaseError.", StatementFailed),
)

_SAYING: dict[type[StoreError], str] = {
    StoreRefused: (
        "{address} refuses {doing} ({says}). Check GUIKOU_NEO4J_USER and GUIKOU_NEO4J_PASSWORD, and that this user may "
        "read and write the database."
    ),
    StoreUnreachable: "{address} cannot do {doing} at present ({says}). Try again in a while.",
    StatementFailed: "The Neo4j server refused {doing}, a defect of Guikou or foreign data in its database: {says}",
}

_OF_MEMORY = (
    "{address} has too little memory for {doing} ({says}), so nothing was changed. Raise server.memory.heap.max_size of "
    "that server."
)

_SERVED = "neo4j/served"


def _text(name: str) -> str:
    return statement(name).text


def _stale(tx: neo4j.ManagedTransaction, revision: str) -> list[Statement]:
    """The sweeps that have something to do: planning all of them would take longer than the rest of a publication."""
    labels = tx.run(_text("neo4j/stale_labels"), revision=revision).value()
    verbs = tx.run(_text("neo4j/stale_verbs"), revision=revision).value()
    return sweeps(labels, verbs)


def _plain(value: Any) -> Any:
    """Dates of the driver become dates of Python, also inside lists and maps; everything else stays."""
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value.to_native() if isinstance(value, (Date, DateTime)) else value
