"""The whole graph in few reads, every day and every basis at once: what compare and overlap shape their answers from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from graph.errors import StoreUnreachable
from graph.kept import Kept
from graph.lookup import ask
from graph.meta import Meta, meta
from graph.store import Store

Told: TypeAlias = Mapping[str, Any]
"""A row as a statement's header describes it."""

T = TypeVar("T")

_ATTEMPTS = 3
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Whole:
    """Rows of the statements in ``cypher/read/whole/``, by their names, all of the revision that ``meta`` tells."""

    meta: Meta
    rows: Mapping[str, Sequence[Told]]

    def __getitem__(self, name: str) -> Sequence[Told]:
        return self.rows[name]


def whole(store: Store, names: Iterable[str]) -> Whole:
    """Every row of each of these statements.

    When a new revision was published between two of the reads, their rows would not fit together, and all are read anew.
    """
    wanted = tuple(names)
    for _ in range(_ATTEMPTS):
        served = meta(store)
        rows = {name: ask(store, f"read/whole/{name}") for name in wanted}
        if {row["revision"] for found in rows.values() for row in found} <= {served.revision}:
            return Whole(served, rows)
    raise StoreUnreachable(
        f"The graph at {store.address} was published anew {_ATTEMPTS} times while it was read, so its parts did not fit "
        "together. Ask again in a moment."
    )


class Shaped(Generic[T]):
    """What is made of the whole graph, made once for each of the revisions that were served last."""

    def __init__(self, names: Iterable[str], shape: Callable[[Whole], T]) -> None:
        self._names = tuple(names)
        self._shape = shape
        self._kept: Kept[T] = Kept(_KEPT)

    def of(self, store: Store) -> T:
        """What the graph that is served now is shaped to."""
        kept = self._kept.get(meta(store).revision)
        if kept is not None:
            return kept
        rows = whole(store, self._names)
        return self._kept.keep(rows.meta.revision, self._shape(rows))
