"""What a store must do, whatever engine it is: answer named statements, and publish a graph as one revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from graph.knowledge import Knowledge
from graph.model import Row
from graph.statements import Statement

ROW_LIMIT = 20_000
TIMEOUT_SECONDS = 10.0

Parameters = Mapping[str, str | int | bool | date | Sequence[str] | None]


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did."""

    revision: str
    fresh: bool
    """False when that very revision was served already, so nothing was written."""
    nodes: int
    edges: int


class Store(Protocol):
    """A place that holds one revision of the graph and answers from it.

    Every answer of one statement comes from one revision. Implementations are safe to use from several threads.
    """

    @property
    def address(self) -> str:
        """The address without secrets, as a user would write it."""
        ...

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        """The rows of a statement, columns in its order, dates as ``date``.

        Raises ``NothingPublished`` on an empty store, ``StatementTimedOut`` and ``TooManyRows`` beyond
        ``TIMEOUT_SECONDS`` and ``ROW_LIMIT``, and the other errors of ``graph.errors.StoreError``.
        """
        ...

    def revision(self) -> str | None:
        """The revision that is served now; None on an empty store."""
        ...

    def publish(self, knowledge: Knowledge) -> Published:
        """Replace what is served by this graph, as a whole or not at all.

        Raises ``UsedWrongly`` with every offence when the graph breaks its ontology (``graph.validate``), and the errors
        of ``StoreError`` when the store cannot be written; then what was served before is served still.
        """
        ...

    def close(self) -> None:
        """Give up connections and files."""
        ...
